/**
 * Lifecycle stages (R9): potential (never bought) → intent (open lead) → new (one order day) → active (several) → at risk
 * (past the P80 of its cycle) → lapsed (past twice that).
 *
 * A stage on an earlier day is told from the customer's order days up to then, with the pools of gaps as they are known on
 * the as-of day: one yardstick for all days that are compared. So a customer moves by ordering or by waiting, never
 * because the others' gaps have changed; each gap of a customer has one window, and every move one day.
 */

import type { Day } from '../values/business-date.js'
import { type Cycles, type CycleWindow, cycleWindow, type OrderDays } from './cycle.js'
import type { Lead } from './leads.js'

/** In the order a customer runs through them. */
export const STAGES = ['potential', 'intent', 'new', 'active', 'at-risk', 'lapsed'] as const
export type Stage = (typeof STAGES)[number]

/**
 * Days after an order at which a customer is at risk where neither the customer nor the shop has gaps enough to tell: with
 * twice that until lapsed, half a year, the least history from which R15 takes customers who buy once or twice a year to be seen.
 */
export const FALLBACK_CLOSE_DAYS = 90

const LAPSED_AFTER_WINDOWS = 2

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

type Entered = readonly [on: Day, stage: Stage]

/** Stages by the order days and open leads of a ledger up to the as-of day. */
export function lifecycleOf(cycles: Cycles, leads: (days: OrderDays) => ReadonlyMap<number, Lead>): Lifecycle {
  const { days, pools, window } = cycles
  const known = leads(days)
  const { start, day } = days
  const customers = start.length - 1
  // Of this view only one customer is asked at a time: how many of his order days stand in it is written before.
  const view: OrderDays = { ...days, start: new Int32Array(start.length) }

  // From one day asked for to the next most customers have not ordered: the window last worked out for each still holds.
  const lastAsked = { orders: new Int32Array(start.length), closeDays: new Int32Array(start.length) }
  function closeDaysAfter(customer: number, orders: number): number {
    if (lastAsked.orders[customer] === orders) return lastAsked.closeDays[customer]!
    const closeDays = windowAfter(customer, orders)?.closeDays ?? FALLBACK_CLOSE_DAYS
    lastAsked.orders[customer] = orders
    lastAsked.closeDays[customer] = closeDays
    return closeDays
  }

  function windowAfter(customer: number, orders: number): CycleWindow | null {
    if (orders === orderCount(customer)) return window(customer)
    view.start[customer] = start[customer]!
    view.start[customer + 1] = start[customer]! + orders
    return cycleWindow(view, pools, customer)
  }

  function orderCount(customer: number): number {
    return start[customer + 1]! - start[customer]!
  }

  /** What is entered from a customer's `orders`-th order day on, until the next one; from ever for none. */
  function enteredAfter(customer: number, orders: number): readonly Entered[] {
    if (orders === 0) return enteredBefore(known.get(customer))
    const last = day[start[customer]! + orders - 1]!
    const closeDays = closeDaysAfter(customer, orders)
    return [
      [last, orders === 1 ? 'new' : 'active'],
      [last + closeDays + 1, 'at-risk'],
      [last + LAPSED_AFTER_WINDOWS * closeDays + 1, 'lapsed'],
    ]
  }

  function ordersBy(customer: number, on: Day): number {
    let end = start[customer + 1]!
    while (end > start[customer]! && day[end - 1]! > on) end--
    return end - start[customer]!
  }

  function stageOn(customer: number, on: Day): Stage {
    return enteredAfter(customer, ordersBy(customer, on)).findLast(([since]) => since <= on)![1]
  }

  function movesOf(customer: number, from: Day, to: Day): StageMove[] {
    const moves: StageMove[] = []
    const most = ordersBy(customer, to)
    let stage = stageOn(customer, from)
    for (let orders = ordersBy(customer, from); orders <= most; orders++) {
      const until = orders < most ? day[start[customer]! + orders]! - 1 : to
      for (const [on, entered] of enteredAfter(customer, orders)) {
        if (on <= from || on > until || entered === stage) continue
        moves.push({ on, from: stage, to: entered })
        stage = entered
      }
    }
    return moves
  }

  function movesAhead(customer: number, on: Day): StageMove[] {
    let from = stageOn(customer, on)
    return enteredAfter(customer, ordersBy(customer, on)).flatMap(([day, to]) => {
      if (day <= on) return []
      const move = { on: day, from, to }
      from = to
      return [move]
    })
  }

  const stages = new Map<Day, Uint8Array>()
  function stagesOn(on: Day): Uint8Array {
    const found =
      stages.get(on) ?? Uint8Array.from({ length: customers }, (_, customer) => STAGES.indexOf(stageOn(customer, on)))
    stages.set(on, found)
    return found
  }

  return {
    ...{ cycles, stageOn, stagesOn, movesOf, movesAhead },
    movesUpTo: (customer, day) => movesOf(customer, Number.NEGATIVE_INFINITY, day),
    closeDays: (customer) => (orderCount(customer) === 0 ? null : closeDaysAfter(customer, orderCount(customer))),
    isFallback: (customer) => orderCount(customer) > 0 && window(customer) === null,
  }
}

/** Without an order: an intent from the day its lead is opened until it is closed. */
function enteredBefore(lead: Lead | undefined): readonly Entered[] {
  const potential: Entered = [Number.NEGATIVE_INFINITY, 'potential']
  if (lead === undefined || lead.openedOn === null) return [potential]
  const intent: Entered = [lead.openedOn, 'intent']
  if (lead.outcome === 'open' || lead.orderedOn !== null) return [potential, intent]
  // A lead told only once it was closed has no day on which it was open.
  if (lead.closedOn === null || lead.closedOn <= intent[0]) return [potential]
  return [potential, intent, [lead.closedOn, 'potential']]
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
