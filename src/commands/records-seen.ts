import type { Context } from '../context.js'
import type { EntryFacts } from '../core/entry-facts.js'
import type { EventFacts, EventKind } from '../core/events.js'
import { type Voice, voiceOn } from '../core/follow-up/feedback/voice.js'
import type { LeadHolder } from '../core/follow-up/leads/due-lead.js'
import { leadsOf } from '../core/follow-up/leads/fold.js'
import type { Lead } from '../core/follow-up/leads/lead.js'
import type { PoolRules } from '../core/follow-up/leads/pool.js'
import type { Snapshot } from '../core/snapshot.js'
import { type AsOfView, type DayView, reached } from '../core/value/as-of.js'
import type { Cycles } from '../core/value/cycle.js'
import type { Day } from '../core/values/business-date.js'
import { once } from '../core/values/once.js'
import { loadEntryFacts } from '../store/entry-facts.js'
import { loadEvents } from '../store/events.js'
import { withAmountsInBase } from '../store/lead-events.js'
import type { Ledger } from '../store/ledger.js'
import { zoneOf } from './zone.js'

/** What is kept of customers besides orders and contacts. */
export interface Records {
  entries(): readonly EntryFacts[]
  events(kinds: readonly EventKind[]): readonly EventFacts[]
}

/** What is folded from them by a day. */
export interface Folded {
  readonly voice: () => Voice
  readonly leads: () => ReadonlyMap<number, Lead>
}

/** Reads what files and the seller recorded, by its own days. */
export function recordReader(context: Context, ledger: Ledger, snapshot: Snapshot): Records {
  const zone = zoneOf(context, ledger)
  return {
    entries: once(() => loadEntryFacts(ledger, snapshot, zone)),
    events: (kinds) => withAmountsInBase(ledger, loadEvents(ledger, snapshot, kinds, context.on(zone))),
  }
}

/** The same as a view sees it: where the newest order's day stands in for today, what has come since counts as of it. */
export function asReached({ entries, events }: Records, view: AsOfView): Records {
  if (!view.isAsOfMoved) return { entries, events }
  const seen = (day: Day | null) => (day === null ? null : reached(day, view))
  return {
    entries: once(() => entries().map((one) => ({ ...one, on: seen(one.on), knownOn: reached(one.knownOn, view) }))),
    events: (kinds) => events(kinds).map((one) => ({ ...one, on: reached(one.on, view), dueOn: seen(one.dueOn) })),
  }
}

/** What is folded with, besides the records. */
interface FoldBasis {
  readonly cycles: () => Cycles
  readonly zone: string
  /** Hours until which an answer to a complaint is promised, where nobody said otherwise. */
  readonly promisedHours: number
}

/** Feedback, scores and leads as they stand on a day, each folded when first asked for. */
export function foldedOn(day: DayView, records: Records, { cycles, zone, promisedHours }: FoldBasis): Folded {
  const { snapshot, asOf } = day
  return {
    voice: once(() => {
      const events = records.events(['feedback', 'rating'])
      return voiceOn({ events, entries: records.entries(), asOf, zone, promisedHours })
    }),
    leads: once(() => {
      const byHand = { events: records.events(['lead']), contacts: snapshot.contacts }
      return leadsOf(records.entries(), { ...cycles().days, asOf }, byHand)
    }),
  }
}

/**
 * The facts by days of the calendar, which no newest order stands in for, with what is recorded as it stands by them: as a report's
 * input it takes the place of the as-of view.
 */
export interface Calendar extends DayView, Folded {
  readonly isAsOfMoved: false
  readonly isAsOfAhead: boolean
  readonly poolRules: () => PoolRules
  /** Who holds the newest lead of each customer, or held it when it was closed. */
  readonly leadHolders: () => ReadonlyMap<number, LeadHolder>
}
