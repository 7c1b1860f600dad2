/**
 * VIP candidates (R12, ALGORITHMS §10): one counted order of the single bound or more, or counted orders of one calendar month
 * that come to the monthly bound, within 365 days, in the base currency. Returns that name no order may be of any earlier
 * purchase: what was sold from the order's day (from the month's first order) on must still reach the bound without them.
 */
import { vipMonth, vipOrder } from '../../settings/grades.js'
import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import type { OrderColumns } from '../../snapshot.js'
import { type Day, monthOf } from '../../values/business-date.js'
import { parseAmount, toMinor } from '../../values/money.js'
import { isWithin, type Window } from '../aggregate.js'

/** What makes a candidate, in minor units; null where no amount does. */
export interface VipBounds {
  readonly orderMinor: number | null
  readonly monthMinor: number | null
}

/** Bounds of like worth by base currency, in its major unit: one order, one month. */
const USUAL: Readonly<Record<string, readonly [order: string, month: string]>> = {
  CNY: ['10000', '20000'],
  ...{ USD: ['1500', '3000'], EUR: ['1500', '3000'], GBP: ['1500', '3000'], CHF: ['1500', '3000'] },
  ...{ AUD: ['2000', '4000'], CAD: ['2000', '4000'], SGD: ['2000', '4000'] },
  ...{ HKD: ['12000', '24000'], TWD: ['45000', '90000'], JPY: ['200000', '400000'] },
}

/** The bounds as decided, else as usual for the currency; both null for a currency without usual ones. */
export function vipBounds(decided: DecidedSettings, currency: string | null): VipBounds {
  const usual = currency === null ? undefined : USUAL[currency]
  return {
    orderMinor: boundMinor(settingOf(decided, vipOrder), usual?.[0], currency),
    monthMinor: boundMinor(settingOf(decided, vipMonth), usual?.[1], currency),
  }
}

function boundMinor(set: string, usual: string | undefined, currency: string | null): number | null {
  return settingMinor(set === 'auto' ? (usual ?? 'none') : set, currency)
}

/** An amount of a setting in minor units; null for `none`. */
export function settingMinor(set: string, currency: string | null): number | null {
  const amount = set === 'none' ? null : parseAmount(set, '.')
  return amount === null || currency === null ? null : toMinor(amount, currency).minor
}

/** The sales that count: all of a snapshot, or as far as they are of some categories. A return has a negative net and does not count. */
export type VipSales = Pick<OrderColumns, 'start' | 'day' | 'counted' | 'netMinor'>

/** What returns without an order number left of what was sold from a day on, up to the window's end. */
export interface VipReturns {
  readonly since: Day
  readonly returnedMinor: number
  readonly leftMinor: number
}

/** What met the bounds: the largest order, the best month; null where it did not. */
export interface VipEvidence {
  readonly order: { readonly on: Day; readonly netMinor: number } | null
  readonly month: { readonly month: string; readonly netMinor: number; readonly orders: number } | null
  /** Since the first of these orders; null where nothing was returned. */
  readonly returns: VipReturns | null
  /** Without what was returned no bound is reached: no candidate. */
  readonly isTakenBack: boolean
}

/** What makes a customer a candidate in a window, or would but for returns; null where nothing does. */
export function vipEvidence(sales: VipSales, customer: number, window: Window, bounds: VipBounds): VipEvidence | null {
  if (!mayMeet(sales, customer, window, bounds)) return null
  const sums = sumsSince(sales, customer, window)
  const orders = ordersMeeting(sales, customer, window, bounds.orderMinor)
  const months = monthsMeeting(sales, customer, window, bounds.monthMinor)
  const isKept = (bound: number | null) => (met: Met) => sums(met.at).leftMinor >= bound!
  const [order, month] = [
    best(orders.filter(isKept(bounds.orderMinor))),
    best(months.filter(isKept(bounds.monthMinor))),
  ]
  if (order !== null || month !== null) return evidenceOf(order, month, sums, false)
  const [orderBefore, monthBefore] = [best(orders), best(months)]
  return orderBefore === null && monthBefore === null ? null : evidenceOf(orderBefore, monthBefore, sums, true)
}

/** The evidence of every customer who has any. */
export function vipEvidences(sales: VipSales, window: Window, bounds: VipBounds): ReadonlyMap<number, VipEvidence> {
  const found = new Map<number, VipEvidence>()
  for (let customer = 0; customer < sales.start.length - 1; customer++) {
    const evidence = vipEvidence(sales, customer, window, bounds)
    if (evidence !== null) found.set(customer, evidence)
  }
  return found
}

/** What reached a bound; `at` is the position of its first order. */
interface Met {
  readonly at: number
  readonly netMinor: number
}

interface MetOrder extends Met {
  readonly on: Day
}

interface MetMonth extends Met {
  readonly month: string
  readonly orders: number
}

function evidenceOf(
  order: MetOrder | null,
  month: MetMonth | null,
  sums: (at: number) => VipReturns,
  isTakenBack: boolean,
): VipEvidence {
  const returns = sums(Math.min(order?.at ?? Number.POSITIVE_INFINITY, month?.at ?? Number.POSITIVE_INFINITY))
  return {
    order: order && { on: order.on, netMinor: order.netMinor },
    month: month && { month: month.month, netMinor: month.netMinor, orders: month.orders },
    returns: returns.returnedMinor > 0 ? returns : null,
    isTakenBack,
  }
}

/** The largest, the latest of equal ones. */
function best<M extends Met>(met: readonly M[]): M | null {
  return met.reduce<M | null>((a, b) => (a === null || b.netMinor >= a.netMinor ? b : a), null)
}

/** Most customers reach no bound, and need not be looked at closely: no month is worth more than all of them. */
function mayMeet(sales: VipSales, customer: number, window: Window, { orderMinor, monthMinor }: VipBounds): boolean {
  const { start, day, counted, netMinor } = sales
  let [largest, total] = [-1, 0]
  for (let at = start[customer]!; at < start[customer + 1]!; at++) {
    if (!counted[at] || !isWithin(day[at]!, window)) continue
    total += netMinor[at]!
    largest = Math.max(largest, netMinor[at]!)
  }
  return (orderMinor !== null && largest >= orderMinor) || (monthMinor !== null && largest >= 0 && total >= monthMinor)
}

/** What a customer bought and gave back from the day of the sale at a position on. */
function sumsSince({ start, day, counted, netMinor }: VipSales, customer: number, { to }: Window) {
  return (at: number): VipReturns => {
    const since = day[at]!
    let first = at
    while (first > start[customer]! && day[first - 1] === since) first--
    let [soldMinor, returnedMinor] = [0, 0]
    for (let i = first; i < start[customer + 1]! && day[i]! <= to; i++) {
      if (counted[i]) soldMinor += netMinor[i]!
      else if (netMinor[i]! < 0) returnedMinor -= netMinor[i]!
    }
    return { since, returnedMinor, leftMinor: soldMinor - returnedMinor }
  }
}

function ordersMeeting(sales: VipSales, customer: number, window: Window, least: number | null): MetOrder[] {
  const { start, day, counted, netMinor } = sales
  const met: MetOrder[] = []
  for (let at = start[customer]!; least !== null && at < start[customer + 1]!; at++)
    if (counted[at] && isWithin(day[at]!, window) && netMinor[at]! >= least)
      met.push({ at, on: day[at]!, netMinor: netMinor[at]! })
  return met
}

function monthsMeeting(sales: VipSales, customer: number, window: Window, least: number | null): MetMonth[] {
  const { start, day, counted, netMinor } = sales
  const months = new Map<string, MetMonth>()
  for (let at = start[customer]!; least !== null && at < start[customer + 1]!; at++) {
    if (!counted[at] || !isWithin(day[at]!, window)) continue
    const month = monthOf(day[at]!)
    const sum = months.get(month) ?? { at, month, netMinor: 0, orders: 0 }
    months.set(month, { ...sum, netMinor: sum.netMinor + netMinor[at]!, orders: sum.orders + 1 })
  }
  return [...months.values()].filter((month) => month.netMinor >= least!)
}
