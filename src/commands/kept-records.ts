import type { CustomerDetails } from '../core/customer-details.js'
import type { EventFacts, EventKind } from '../core/events.js'
import { type Birthday, readBirthday } from '../core/follow-up/calendar/birthday.js'
import type { Campaign } from '../core/follow-up/campaign/campaign.js'
import { heldOutUntil } from '../core/follow-up/campaign/held-out-until.js'
import { writtenCampaigns } from '../core/follow-up/campaign/written.js'
import { delistingsOf } from '../core/follow-up/delisting.js'
import { feedbackByCustomer } from '../core/follow-up/feedback/fold.js'
import { scoresByCustomer } from '../core/follow-up/feedback/scores.js'
import type { Voice } from '../core/follow-up/feedback/voice.js'
import type { Kept, KeptRecords } from '../core/follow-up/kept.js'
import { dueLeads } from '../core/follow-up/leads/due-lead.js'
import { measuresOf } from '../core/follow-up/measures/measure.js'
import { stocksOf } from '../core/follow-up/stocks.js'
import { pointsWarning } from '../core/settings/points.js'
import { type DecidedSettings, settingOf } from '../core/settings/setting.js'
import type { DayView } from '../core/value/as-of.js'
import { type ExpiringPoints, nextExpiring } from '../core/value/points/expiring.js'
import { accountOf, type PointsBasis } from '../core/value/points/points.js'
import type { Day } from '../core/values/business-date.js'
import type { KeptValue } from '../store/kept-values.js'
import type { Calendar } from './records-seen.js'

/** Where the records are read; each is asked for only when something needs it. */
export interface KeptSources {
  readonly view: DayView
  readonly decided: DecidedSettings
  /** Leads, feedback and campaigns go by days of the calendar, where no newest order stands in for today. */
  readonly calendar: Calendar
  /** As the view sees them. */
  events(kinds: readonly EventKind[]): readonly EventFacts[]
  /** By days of the calendar. */
  recorded(kinds: readonly EventKind[]): readonly EventFacts[]
  /** By days of the calendar. */
  campaigns(): readonly Campaign[]
  voice(): Voice
  details(): ReadonlyMap<number, CustomerDetails>
  /** Birthdays and anniversaries, by customer index and field. */
  yearlyDays(): ReadonlyMap<number, ReadonlyMap<string, KeptValue>>
  /** Null where the seller has no scheme. */
  points(): PointsBasis | null
}

/** What the seller keeps of single customers that due rules ask about. */
export function keptRecords(sources: KeptSources): KeptRecords {
  const { calendar } = sources
  const records = new Map<number, Kept>()
  const keep = <T>(values: Iterable<readonly [number, T]>, as: (value: T) => Kept) => {
    for (const [customer, value] of values) records.set(customer, { ...records.get(customer), ...as(value) })
  }
  const recorded = sources.recorded(['delisting', 'measure'])
  const campaigns = sources.campaigns()
  keep(delistingsOf(recorded), (delisting) => ({ delisting }))
  keep(stocksOf(sources.events(['stock'])), (stocks) => ({ stocks }))
  keep(measuresOf(recorded), (measures) => ({ measures }))
  keep(heldOutUntil(campaigns, calendar.asOf), (day) => ({ heldOutUntil: day }))
  keep(writtenCampaigns(campaigns), (written) => ({ campaigns: written }))
  keep(feedbackByCustomer(calendar.voice().feedback), (own) => ({ feedback: own }))
  keep(scoresByCustomer(sources.voice().scores), (own) => ({ scores: own }))
  keep(openLeads(calendar), (lead) => ({ lead }))
  keep(calendar.leadHolders(), ({ name }) => ({ leadHolder: name }))
  keep(expiringPoints(sources), (expiring) => ({ expiring }))
  keep(frequencies(sources), (frequencyDays) => ({ frequencyDays }))
  keep(sources.yearlyDays(), yearlyDays)
  return records
}

function openLeads({ snapshot, asOf, leads, poolRules }: Calendar) {
  return leads().size === 0 ? [] : dueLeads(leads(), snapshot.customers, poolRules(), asOf)
}

function* expiringPoints({ view, decided, points }: KeptSources): Generator<readonly [number, ExpiringPoints]> {
  const basis = points()
  if (basis === null) return
  const warningDays = settingOf(decided, pointsWarning)
  for (let customer = 0; customer < view.snapshot.customers.length; customer++) {
    const next = nextExpiring(accountOf(basis, customer), warningDays)
    if (next !== null) yield [customer, next]
  }
}

function* frequencies({ details }: KeptSources): Generator<readonly [number, number]> {
  for (const [customer, { frequency }] of details()) if (frequency !== undefined) yield [customer, Number(frequency)]
}

/** Birthday and anniversary, read from the form they are kept in. */
function yearlyDays(values: ReadonlyMap<string, KeptValue>): Kept {
  const [birthday, anniversary] = [yearlyOf(values.get('birthday')), yearlyOf(values.get('anniversary'))]
  const known = [birthday, anniversary].flatMap((one) => (one === null ? [] : [one.on]))
  return {
    ...(birthday === null ? {} : { birthday: birthday.day }),
    ...(anniversary === null ? {} : { anniversary: anniversary.day }),
    ...(known.length > 0 ? { yearlyKnownOn: Math.max(...known) } : {}),
  }
}

function yearlyOf(kept: KeptValue | undefined): { readonly day: Birthday; readonly on: Day } | null {
  const day = kept === undefined ? null : readBirthday(kept.value)
  return kept === undefined || day === null ? null : { day, on: kept.on }
}
