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
import type { Lead } from '../core/follow-up/leads/lead.js'
import { measuresOf } from '../core/follow-up/measures/measure.js'
import { stocksOf } from '../core/follow-up/stocks.js'
import { teamRules } from '../core/settings/leads.js'
import { pointsWarning } from '../core/settings/points.js'
import { type DecidedSettings, settingOf } from '../core/settings/setting.js'
import type { AsOfView } from '../core/value/as-of.js'
import { type ExpiringPoints, nextExpiring } from '../core/value/points/expiring.js'
import { accountOf, type PointsBasis } from '../core/value/points/points.js'
import type { Day } from '../core/values/business-date.js'
import { leadRhythm, lead as leadRule } from '../rules/lead.js'
import type { KeptValue } from '../store/kept-values.js'

/** Where the records are read; each is asked for only when something needs it. */
export interface KeptSources {
  readonly view: AsOfView
  readonly decided: DecidedSettings
  /** The day of the calendar campaigns run by, in which no newest order stands in. */
  readonly today: Day
  events(kinds: readonly EventKind[]): readonly EventFacts[]
  /** By days of the calendar. */
  campaigns(): readonly Campaign[]
  voice(): Voice
  leads(): ReadonlyMap<number, Lead>
  owners(): ReadonlyMap<number, string>
  details(): ReadonlyMap<number, CustomerDetails>
  /** Birthdays and anniversaries, by customer index and field. */
  yearlyDays(): ReadonlyMap<number, ReadonlyMap<string, KeptValue>>
  /** Null where the seller has no scheme. */
  points(): PointsBasis | null
}

/** What the seller keeps of single customers that due rules ask about. */
export function keptRecords(sources: KeptSources): KeptRecords {
  const { view, today } = sources
  const records = new Map<number, Kept>()
  const keep = <T>(values: Iterable<readonly [number, T]>, as: (value: T) => Kept) => {
    for (const [customer, value] of values) records.set(customer, { ...records.get(customer), ...as(value) })
  }
  const recorded = sources.events(['delisting', 'stock', 'measure'])
  const campaigns = sources.campaigns()
  keep(delistingsOf(recorded), (delisting) => ({ delisting }))
  keep(stocksOf(recorded), (stocks) => ({ stocks }))
  keep(measuresOf(recorded), (measures) => ({ measures }))
  keep(heldOutUntil(campaigns, today), (day) => ({ heldOutUntil: day }))
  keep(writtenCampaigns(campaigns), (written) => ({ campaigns: written }))
  const { feedback, scores } = sources.voice()
  keep(feedbackByCustomer(feedback), (own) => ({ feedback: own }))
  keep(scoresByCustomer(scores), (own) => ({ scores: own }))
  keep(leadsOf(sources, view), (lead) => ({ lead }))
  keep(expiringPoints(sources), (expiring) => ({ expiring }))
  keep(frequencies(sources), (frequencyDays) => ({ frequencyDays }))
  keep(sources.yearlyDays(), yearlyDays)
  return records
}

function leadsOf({ decided, leads, owners }: KeptSources, { snapshot, asOf }: AsOfView) {
  const found = leads()
  if (found.size === 0) return []
  const rhythm = leadRule.setting.value(decided.get(leadRule.setting.name) ?? leadRule.setting.usual)
  const rules = teamRules(decided, found, owners().values(), rhythm === null ? undefined : leadRhythm(rhythm))
  return dueLeads(found, snapshot.customers, rules, asOf)
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
