import type { Context } from '../context.js'
import { type EventFacts, type EventKind, stepsOfNothing } from '../core/events.js'
import { foldDelistings } from '../core/follow-up/delisting.js'
import { filedFeedback } from '../core/follow-up/feedback/filed.js'
import { foldFeedback } from '../core/follow-up/feedback/fold.js'
import { foldLeads } from '../core/follow-up/leads/fold.js'
import type { Snapshot } from '../core/snapshot.js'
import { orderDays } from '../core/value/cycle-pools.js'
import { accountOf, type PointsBasis } from '../core/value/points/points.js'
import { bestLevel } from '../core/value/points/scheme.js'
import { loadEntryFacts } from '../store/entry-facts.js'
import { loadEvents } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { missingRates } from '../store/settings.js'
import { loadSnapshot } from '../store/snapshot.js'
import { loadCustomers } from '../store/snapshot-customers.js'
import { unratedCustomers } from '../store/unrated.js'
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

/** What makes no sense among the events in force of some kinds, by event, as far as it can be told. */
export function unfitIn(ledger: Ledger, kinds: readonly EventKind[], context: Context): ReadonlyMap<number, Unfit> {
  const held = kinds.flatMap((kind) => (folds[kind] === undefined ? [] : [{ kind, fold: folds[kind] }]))
  if (held.length === 0) return new Map()
  const { customers } = loadCustomers(ledger)
  const found = held.flatMap(({ kind, fold }) => {
    const events = loadEvents(ledger, { customers }, [kind], null)
    return events.length === 0 ? [] : fold({ ledger, context, customers, events })
  })
  return new Map(found.map((unfit) => [unfit.event.id, unfit]))
}

const whole = (event: EventFacts): Unfit => ({ event, lacking: 1 })

/** Leads rest on the days of orders that count, which need no rate. */
function unfitLeads(recorded: Recorded): readonly Unfit[] {
  const { ledger, context, events } = recorded
  const snapshot = loadSnapshot(ledger, null, 'as-zero')
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
  const { ledger, context, customers } = recorded
  const unrated = unratedCustomers(ledger)
  const view = { snapshot: loadSnapshot(ledger, null, 'as-zero'), asOf: lastDayOf(recorded), until: null }
  const known = pointsBasis(context, ledger, view)
  if (known === null) return []
  const basis = missingRates(ledger) === null ? known : atBest(known)
  const told = [...basis.events.keys()].filter((customer) => !unrated.has(customers[customer]!.id))
  const entries = told.flatMap((customer) => accountOf(basis, customer).entries)
  return entries.flatMap(({ event, uncovered }) => (event && uncovered > 0 ? [{ event, lacking: uncovered }] : []))
}

/**
 * While a rate is missing nobody's tier is known, for it depends on what all others brought. What is not covered though every order earned by
 * the best level is covered by none.
 */
function atBest(basis: PointsBasis): PointsBasis {
  const level = bestLevel(basis.scheme)
  return { ...basis, levelOn: () => level }
}

function lastDayOf({ ledger, context, events }: Recorded): number {
  return events.reduce((last, { on }) => Math.max(last, on), context.today(zoneOf(context, ledger)))
}
