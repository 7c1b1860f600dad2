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
import { loadSnapshot } from '../store/snapshot.js'
import { pointsBasis } from './points-basis.js'
import { zoneOf } from './zone.js'

/** Something recorded that makes no sense among the rest; of points taken off, how many are not there, else 1. */
export interface Unfit {
  readonly event: EventFacts
  readonly lacking: number
}

/** A ledger in which events are held against each other, with everything recorded for later days. */
interface Recorded {
  readonly ledger: Ledger
  readonly context: Context
  readonly snapshot: Snapshot
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

/** What makes no sense among the events in force of some kinds, by event. */
export function unfitIn(ledger: Ledger, kinds: readonly EventKind[], context: Context): ReadonlyMap<number, Unfit> {
  const asked = kinds.filter((kind) => folds[kind] !== undefined)
  if (asked.length === 0) return new Map()
  const snapshot = loadSnapshot(ledger)
  const found = asked.flatMap((kind) => {
    const events = loadEvents(ledger, snapshot, [kind], null)
    return events.length === 0 ? [] : folds[kind]!({ ledger, context, snapshot, events })
  })
  return new Map(found.map((unfit) => [unfit.event.id, unfit]))
}

const whole = (event: EventFacts): Unfit => ({ event, lacking: 1 })

function unfitLeads(recorded: Recorded): readonly Unfit[] {
  const { ledger, context, snapshot, events } = recorded
  const entries = loadEntryFacts(ledger, snapshot, zoneOf(context, ledger))
  const days = orderDays(snapshot, lastDayOf(recorded))
  return foldLeads(entries, days, { events, contacts: [] }).unfit.map(whole)
}

function unfitFeedback({ ledger, context, snapshot, events }: Recorded): readonly Unfit[] {
  const zone = zoneOf(context, ledger)
  const filed = filedFeedback(loadEntryFacts(ledger, snapshot, zone))
  const basis = { events, filed, zone, asOf: Number.MAX_SAFE_INTEGER, promisedHours: 0 }
  return foldFeedback(basis).unfit.map(whole)
}

/** Points taken off by hand that nothing covers; none where the seller has no scheme. */
function uncoveredPoints(recorded: Recorded): readonly Unfit[] {
  const { ledger, context, snapshot } = recorded
  const basis = pointsBasis(context, ledger, { snapshot, asOf: lastDayOf(recorded), until: null })
  if (basis === null) return []
  const entries = [...basis.events.keys()].flatMap((customer) => accountOf(basis, customer).entries)
  return entries.flatMap(({ event, uncovered }) => (event && uncovered > 0 ? [{ event, lacking: uncovered }] : []))
}

function lastDayOf({ ledger, context, events }: Recorded): number {
  return events.reduce((last, { on }) => Math.max(last, on), context.today(zoneOf(context, ledger)))
}
