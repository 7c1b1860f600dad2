import type { Context } from '../context.js'
import { type EventFacts, type EventKind, stepsOfNothing } from '../core/events.js'
import { foldDelistings } from '../core/follow-up/delisting.js'
import { filedFeedback } from '../core/follow-up/feedback/filed.js'
import { foldFeedback } from '../core/follow-up/feedback/fold.js'
import { foldLeads } from '../core/follow-up/leads/fold.js'
import type { Snapshot } from '../core/snapshot.js'
import { orderDays } from '../core/value/cycle-pools.js'
import { accountOf } from '../core/value/points/points.js'
import { loadEntryFacts } from '../store/entry-facts.js'
import { loadEvents } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { missingRates } from '../store/settings.js'
import { loadSnapshot } from '../store/snapshot.js'
import { loadCustomers } from '../store/snapshot-customers.js'
import { pointsBasis } from './points-basis.js'
import { zoneOf } from './zone.js'

/** Something recorded that makes no sense among the rest; of points taken off, how many are not there, else 1. */
export interface Unfit {
  readonly event: EventFacts
  readonly lacking: number
}

/** A ledger in which the events of a kind are held against each other, with everything recorded for later days. */
interface Recorded {
  readonly ledger: Ledger
  readonly context: Context
  readonly customers: Snapshot['customers']
  readonly events: readonly EventFacts[]
}

/** How what does not fit is found, of the kinds in which one event rests on another. */
const folds: Readonly<Partial<Record<EventKind, (recorded: Recorded) => readonly Unfit[]>>> = {
  lead: unfitLeads,
  feedback: unfitFeedback,
  delisting: ({ events }) => foldDelistings(events).unfit.map(whole),
  gift: ({ events }) => stepsOfNothing(events).map(whole),
  campaign: ({ events }) => stepsOfNothing(events).map(whole),
  points: uncoveredPoints,
}

/** Those of some kinds that can be told: leads and points follow from orders that count, which nobody knows while a rate is missing. */
export function kindsTold(ledger: Ledger, kinds: readonly EventKind[]): readonly EventKind[] {
  const rest = kinds.filter((kind) => folds[kind] !== undefined)
  const needRates = rest.some((kind) => kind === 'lead' || kind === 'points')
  if (!needRates || missingRates(ledger) === null) return rest
  return rest.filter((kind) => kind !== 'lead' && kind !== 'points')
}

/** What makes no sense among the events in force of some kinds, by event. */
export function unfitIn(ledger: Ledger, kinds: readonly EventKind[], context: Context): ReadonlyMap<number, Unfit> {
  if (kinds.length === 0) return new Map()
  const { customers } = loadCustomers(ledger, null)
  const found = kinds.flatMap((kind) => {
    const events = loadEvents(ledger, { customers }, [kind], null)
    return events.length === 0 ? [] : folds[kind]!({ ledger, context, customers, events })
  })
  return new Map(found.map((unfit) => [unfit.event.id, unfit]))
}

const whole = (event: EventFacts): Unfit => ({ event, lacking: 1 })

function unfitLeads(recorded: Recorded): readonly Unfit[] {
  const { ledger, context, events } = recorded
  const snapshot = loadSnapshot(ledger)
  const entries = loadEntryFacts(ledger, snapshot, zoneOf(context, ledger))
  const days = orderDays(snapshot, lastDayOf(recorded))
  return foldLeads(entries, days, { events, contacts: [] }).unfit.map(whole)
}

function unfitFeedback({ ledger, context, customers, events }: Recorded): readonly Unfit[] {
  const zone = zoneOf(context, ledger)
  const filed = filedFeedback(loadEntryFacts(ledger, { customers, currency: null }, zone))
  const basis = { events, filed, zone, asOf: Number.MAX_SAFE_INTEGER, promisedHours: 0 }
  return foldFeedback(basis).unfit.map(whole)
}

/** Points taken off by hand that nothing covers; none where the seller has no scheme. */
function uncoveredPoints(recorded: Recorded): readonly Unfit[] {
  const { ledger, context } = recorded
  const view = { snapshot: loadSnapshot(ledger), asOf: lastDayOf(recorded), until: null }
  const basis = pointsBasis(context, ledger, view)
  if (basis === null) return []
  const entries = [...basis.events.keys()].flatMap((customer) => accountOf(basis, customer).entries)
  return entries.flatMap(({ event, uncovered }) => (event && uncovered > 0 ? [{ event, lacking: uncovered }] : []))
}

function lastDayOf({ ledger, context, events }: Recorded): number {
  return events.reduce((last, { on }) => Math.max(last, on), context.today(zoneOf(context, ledger)))
}
