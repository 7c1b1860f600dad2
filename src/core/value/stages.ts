/**
 * Lifecycle stages (R9): potential (never bought) → intent (open lead) → new (one order day) → active (several) → at risk
 * (past the P80 of its cycle) → lapsed (past twice that).
 *
 * A stage on an earlier day is told from the customer's order days up to then, with the pools of gaps as they are known on
 * the as-of day: one yardstick for all days that are compared. So a customer moves by ordering or by waiting, never
 * because the others' gaps have changed; each gap of a customer has one window, and every move one day.
 */
import type { Lead } from '../follow-up/leads/lead.js'
import type { Day } from '../values/business-date.js'
import { type Cycles, type CycleWindow, cycleWindow, type OrderDays, type PooledWindows } from './cycle.js'

/** In the order a customer runs through them. */
export const STAGES = ['potential', 'intent', 'new', 'active', 'at-risk', 'lapsed'] as const
export type Stage = (typeof STAGES)[number]

/**
 * Days after an order at which a customer is at risk where neither the customer nor the shop has gaps enough to tell: with
 * twice that until lapsed, half a year, the least history from which R15 takes customers who buy once or twice a year to be seen.
 */
export const FALLBACK_CLOSE_DAYS = 90

/** R9: lapsed when as much time again has passed. */
export const LAPSED_AFTER_WINDOWS = 2

/** A stage and the first day of it. */
export type Entered = readonly [on: Day, stage: Stage]

/** Reads the stages of customers off their order days and leads, on the as-of day or any day before it. */
export class StageReader {
  private readonly days: OrderDays
  /** Of this view only one customer is asked at a time: how many of his order days stand in it is written before. */
  private readonly view: OrderDays
  // From one day asked for to the next most customers have not ordered: the window last worked out for each still holds.
  private readonly askedOrders: Int32Array
  private readonly askedCloseDays: Int32Array
  private readonly pooled: PooledWindows = new Map()

  constructor(
    private readonly cycles: Cycles,
    private readonly leads: ReadonlyMap<number, Lead>,
  ) {
    this.days = cycles.days
    const size = this.days.start.length
    this.view = { ...this.days, start: new Int32Array(size) }
    this.askedOrders = new Int32Array(size)
    this.askedCloseDays = new Int32Array(size)
  }

  stageOn(customer: number, on: Day): Stage {
    const orders = this.ordersBy(customer, on)
    if (orders === 0) return this.enteredAfter(customer, 0).findLast(([since]) => since <= on)![1]
    // As `enteredAfter` has it, for a hundred thousand customers on many days.
    const [waited, closeDays] = [on - this.orderDay(customer, orders), this.closeDaysAfter(customer, orders)]
    if (waited > LAPSED_AFTER_WINDOWS * closeDays) return 'lapsed'
    return waited > closeDays ? 'at-risk' : orders === 1 ? 'new' : 'active'
  }

  /** What is entered from a customer's `orders`-th order day on, until the next one; from ever for none. */
  enteredAfter(customer: number, orders: number): readonly Entered[] {
    if (orders === 0) return enteredBefore(this.leads.get(customer))
    const last = this.orderDay(customer, orders)
    const closeDays = this.closeDaysAfter(customer, orders)
    return [
      [last, orders === 1 ? 'new' : 'active'],
      [last + closeDays + 1, 'at-risk'],
      [last + LAPSED_AFTER_WINDOWS * closeDays + 1, 'lapsed'],
    ]
  }

  /** Days after a customer's `orders`-th order day at which he is at risk. */
  closeDaysAfter(customer: number, orders: number): number {
    if (this.askedOrders[customer] === orders) return this.askedCloseDays[customer]!
    const closeDays = this.windowAfter(customer, orders)?.closeDays ?? FALLBACK_CLOSE_DAYS
    this.askedOrders[customer] = orders
    this.askedCloseDays[customer] = closeDays
    return closeDays
  }

  /** Order days of a customer up to the as-of day. */
  orderCount(customer: number): number {
    const { start } = this.days
    return start[customer + 1]! - start[customer]!
  }

  /** Those of them up to a day. */
  ordersBy(customer: number, on: Day): number {
    const { start, day } = this.days
    let end = start[customer + 1]!
    while (end > start[customer]! && day[end - 1]! > on) end--
    return end - start[customer]!
  }

  /** A customer's order day of a number counted from 1. */
  orderDay(customer: number, number: number): Day {
    const { start, day } = this.days
    return day[start[customer]! + number - 1]!
  }

  private windowAfter(customer: number, orders: number): CycleWindow | null {
    if (orders === this.orderCount(customer)) return this.cycles.window(customer)
    const first = this.days.start[customer]!
    this.view.start[customer] = first
    this.view.start[customer + 1] = first + orders
    return cycleWindow(this.view, this.cycles.pools, customer, this.pooled)
  }
}

const POTENTIAL: Entered = [Number.NEGATIVE_INFINITY, 'potential']

/** Without an order: an intent from the day each of his leads is opened until it is closed. */
function enteredBefore(lead: Lead | undefined): readonly Entered[] {
  if (lead === undefined) return [POTENTIAL]
  return [POTENTIAL, ...[...lead.before, lead].flatMap(enteredByLead)]
}

function enteredByLead({ openedOn, outcome, orderedOn, closedOn }: Lead): readonly Entered[] {
  if (openedOn === null) return []
  const intent: Entered = [openedOn, 'intent']
  if (outcome === 'open' || orderedOn !== null) return [intent]
  // A lead told only once it was closed has no day on which it was open.
  return closedOn === null || closedOn <= openedOn ? [] : [intent, [closedOn, 'potential']]
}
