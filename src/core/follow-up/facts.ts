import type { CustomerFacts, OrderColumns } from '../snapshot.js'
import type { Tier } from '../value/abc.js'
import type { CycleWindow } from '../value/cycle.js'
import type { Level } from '../value/grades/words.js'
import type { Refill } from '../value/refill.js'
import type { Day } from '../values/business-date.js'
import type { Kept } from './kept.js'

/** A counted order as rules look at it; in minor units. */
export interface DueOrder {
  readonly on: Day
  readonly netMinor: number
}

/** What a rule may know of one customer on the as-of day. */
export interface DueFacts {
  readonly customer: number
  readonly who: CustomerFacts
  /** Net revenue of the 365 days up to the as-of day, whatever tiers are taken by; in minor units. */
  readonly yearNetMinor: number
  /** As the ledger usually grades. */
  readonly tier: Tier
  /** Service level (R11); null for the blocked, whom no rule asks to contact. */
  readonly level: Exclude<Level, 'none'> | null
  readonly lastOrderOn: Day | null
  /** Days with a counted order. */
  readonly orderDays: number
  /** Counted orders from a day on, up to the as-of day, oldest first. */
  ordersSince(from: Day): readonly DueOrder[]
  /** Counted orders up to the as-of day. */
  ordersBefore(day: Day): readonly DueOrder[]
  /** An order of this much alone makes a VIP candidate (R12), in minor units; null where no amount does. */
  readonly vipOrderMinor: number | null
  /** Last contact of any kind, done items included. */
  readonly lastContactOn: Day | null
  /** Day agreed for the next contact, while it is open. */
  readonly agreedOn: Day | null
  readonly window: CycleWindow | null
  /** What the customer buys again and again; none where no lines were read. */
  readonly refills: readonly Refill[]
  readonly kept: Kept
  /** Last day on which an item was done or skipped, by its rule and subject: the next one counts from it. */
  closedOn(rule: string, subject?: string): Day | null
}

/** Counted orders of a customer from a day on and up to another, oldest first. */
export function countedOrders(orders: OrderColumns, customer: number, from: Day, to: Day): DueOrder[] {
  const { start, day, netMinor, counted } = orders
  let at = start[customer + 1]!
  while (at > start[customer]! && day[at - 1]! >= from) at--
  const found: DueOrder[] = []
  for (; at < start[customer + 1]! && day[at]! <= to; at++)
    if (counted[at]) found.push({ on: day[at]!, netMinor: netMinor[at]! })
  return found
}
