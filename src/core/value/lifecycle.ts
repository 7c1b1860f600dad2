/** The stages of all customers and their moves from one to the next, each on its day (R9). */
import type { Lead } from '../follow-up/leads/lead.js'
import type { Day } from '../values/business-date.js'
import type { Cycles } from './cycle.js'
import { STAGES, type Stage, StageReader } from './stages.js'

/** A customer left one stage for another. */
export interface StageMove {
  readonly on: Day
  readonly from: Stage
  readonly to: Stage
}

/** The stages of all customers, on the as-of day and the days before it. */
export interface Lifecycle {
  /** What the stages are told by. */
  readonly cycles: Cycles
  readonly leads: ReadonlyMap<number, Lead>
  stageOn(customer: number, day: Day): Stage
  /** Indices into STAGES, by customer index; worked out once a day asked for. */
  stagesOn(day: Day): Uint8Array
  /** The moves made on the days `(from, to]`, in order. */
  movesOf(customer: number, from: Day, to: Day): readonly StageMove[]
  /** Every move up to a day, in order: the last one is the day the stage of then was entered. */
  movesUpTo(customer: number, day: Day): readonly StageMove[]
  /** The moves after a day by waiting alone, with no further order. */
  movesAhead(customer: number, day: Day): readonly StageMove[]
  /** Days after an order day at which the customer is at risk, by the last order; null without one. */
  closeDays(customer: number): number | null
  /** Whether the customer has bought and no window can be told, so that the fallback stands in. */
  isFallback(customer: number): boolean
}

/** Stages by the order days and leads of a ledger up to the as-of day, leads by customer index. */
export function lifecycleOf(cycles: Cycles, leads: ReadonlyMap<number, Lead>): Lifecycle {
  const reader = new StageReader(cycles, leads)
  const customers = cycles.days.start.length - 1
  const stages = new Map<Day, Uint8Array>()
  return {
    ...{ cycles, leads },
    stageOn: (customer, day) => reader.stageOn(customer, day),
    stagesOn(day) {
      const found = stages.get(day) ?? stagesOn(reader, customers, day)
      stages.set(day, found)
      return found
    },
    movesOf: (customer, from, to) => movesBetween(reader, customer, from, to),
    movesUpTo: (customer, day) => movesBetween(reader, customer, Number.NEGATIVE_INFINITY, day),
    movesAhead: (customer, day) => movesAhead(reader, customer, day),
    closeDays(customer) {
      const orders = reader.orderCount(customer)
      return orders === 0 ? null : reader.closeDaysAfter(customer, orders)
    },
    isFallback: (customer) => reader.orderCount(customer) > 0 && cycles.window(customer) === null,
  }
}

function stagesOn(reader: StageReader, customers: number, day: Day): Uint8Array {
  const stages = new Uint8Array(customers)
  for (let customer = 0; customer < customers; customer++)
    stages[customer] = STAGES.indexOf(reader.stageOn(customer, day))
  return stages
}

/** By what is entered after each order day of the span, until the next one. */
function movesBetween(reader: StageReader, customer: number, from: Day, to: Day): StageMove[] {
  const moves: StageMove[] = []
  const most = reader.ordersBy(customer, to)
  let stage = reader.stageOn(customer, from)
  for (let orders = reader.ordersBy(customer, from); orders <= most; orders++) {
    const until = orders < most ? reader.orderDay(customer, orders + 1) - 1 : to
    for (const [on, entered] of reader.enteredAfter(customer, orders)) {
      if (on <= from || on > until || entered === stage) continue
      moves.push({ on, from: stage, to: entered })
      stage = entered
    }
  }
  return moves
}

function movesAhead(reader: StageReader, customer: number, day: Day): StageMove[] {
  const moves: StageMove[] = []
  let from = reader.stageOn(customer, day)
  for (const [on, to] of reader.enteredAfter(customer, reader.ordersBy(customer, day))) {
    if (on <= day) continue
    moves.push({ on, from, to })
    from = to
  }
  return moves
}

/** `counts[from][to]`: customers who were in one stage and are in another (or the same), of those a filter keeps. */
export function stageMatrix(
  before: Uint8Array,
  after: Uint8Array,
  includes: (customer: number) => boolean,
): readonly (readonly number[])[] {
  const counts = STAGES.map(() => STAGES.map(() => 0))
  for (let customer = 0; customer < after.length; customer++) {
    if (includes(customer)) counts[before[customer]!]![after[customer]!]!++
  }
  return counts
}
