import type { OrderColumns, Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'

/** Stands for a missing day in a column of days: no counted order. */
export const NEVER: Day = -0x80000000

/** The days `(from, to]`; `from` null for everything up to `to`. */
export interface Window {
  readonly from: Day | null
  readonly to: Day
}

/**
 * One figure per customer, by customer index. `orders`, `firstOn` and `lastOn` come from counted orders only (NEVER when
 * there is none); the amounts, in minor units, take in every paid order and the returns that name no order.
 */
export interface Aggregate {
  readonly window: Window
  readonly orders: Int32Array
  readonly grossMinor: Float64Array
  readonly netMinor: Float64Array
  readonly profitMinor: Float64Array
  readonly firstOn: Int32Array
  readonly lastOn: Int32Array
}

/** The window of `days` calendar days that ends with `to`; `days` null means the whole ledger. */
export function windowOf(to: Day, days: number | null): Window {
  return { from: days === null ? null : to - days, to }
}

/** Whether a day lies in a window. */
export function isWithin(day: Day, { from, to }: Window): boolean {
  return day <= to && (from === null || day > from)
}

/** Sums the orders of every customer that lie in the window (rules R1, R2). */
export function aggregate(snapshot: Snapshot, window: Window): Aggregate {
  const size = snapshot.customers.length
  const sums: Aggregate = {
    window,
    orders: new Int32Array(size),
    grossMinor: new Float64Array(size),
    netMinor: new Float64Array(size),
    profitMinor: new Float64Array(size),
    firstOn: new Int32Array(size).fill(NEVER),
    lastOn: new Int32Array(size).fill(NEVER),
  }
  for (let customer = 0; customer < size; customer++) sumCustomer(snapshot.orders, customer, sums)
  return sums
}

function sumCustomer(orders: OrderColumns, customer: number, sums: Aggregate): void {
  const from = sums.window.from ?? Number.NEGATIVE_INFINITY
  const end = orders.start[customer + 1]!
  for (let i = orders.start[customer]!; i < end; i++) {
    const day = orders.day[i]!
    if (day > sums.window.to) break
    if (day <= from) continue
    sums.grossMinor[customer]! += orders.grossMinor[i]!
    sums.netMinor[customer]! += orders.netMinor[i]!
    sums.profitMinor[customer]! += orders.profitMinor[i]!
    if (!orders.counted[i]) continue
    sums.orders[customer]!++
    if (sums.firstOn[customer] === NEVER) sums.firstOn[customer] = day
    sums.lastOn[customer] = day
  }
}

/** The first day with a counted order, the last one, and the last up to a day asked for; NEVER for none. */
export interface CountedDays {
  readonly first: Day
  readonly last: Day
  readonly lastUpTo: Day
}

/** The days of counted orders: those of the customers, or of `all`, orders that name no customer among them. */
export function countedDays({ orders, unassigned }: Snapshot, of: 'customers' | 'all', upTo: Day): CountedDays {
  const found = { first: NEVER, last: NEVER, lastUpTo: NEVER }
  for (const { day, counted } of of === 'all' && unassigned ? [orders, unassigned] : [orders]) {
    for (let i = 0; i < day.length; i++) {
      if (!counted[i]) continue
      const on = day[i]!
      if (found.first === NEVER || on < found.first) found.first = on
      if (on > found.last) found.last = on
      if (on <= upTo && on > found.lastUpTo) found.lastUpTo = on
    }
  }
  return found
}

/**
 * The as-of day when the seller named none: today, unless no counted order lies in the 365 days before it; then the day
 * of the newest counted order (the newest up to today, if any is), and `moved` says so.
 */
export function asOfDay(snapshot: Snapshot, today: Day): { asOf: Day; moved: boolean } {
  const { last, lastUpTo } = countedDays(snapshot, 'all', today)
  if (last === NEVER || lastUpTo > today - 365) return { asOf: today, moved: false }
  return { asOf: lastUpTo === NEVER ? last : lastUpTo, moved: true }
}

/** The day of a customer's first counted order ever; NEVER without one. */
export function firstCountedOn(orders: OrderColumns, customer: number): Day {
  for (let i = orders.start[customer]!; i < orders.start[customer + 1]!; i++)
    if (orders.counted[i]) return orders.day[i]!
  return NEVER
}
