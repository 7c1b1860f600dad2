/**
 * VIP candidates (R12, ALGORITHMS §10): one counted order of the single bound or more, or counted orders of one calendar month
 * that come to the monthly bound, within 365 days, in the base currency.
 */
import { vipMonth, vipOrder } from '../../settings/grades.js'
import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import type { OrderColumns, Snapshot } from '../../snapshot.js'
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

/** What met the bounds: the largest order, the best month; null where it did not. */
export interface VipEvidence {
  readonly order: { readonly on: Day; readonly netMinor: number } | null
  readonly month: { readonly month: string; readonly netMinor: number; readonly orders: number } | null
}

/** What makes a customer a candidate in a window; null where nothing does. */
export function vipEvidence(
  orders: OrderColumns,
  customer: number,
  window: Window,
  { orderMinor, monthMinor }: VipBounds,
): VipEvidence | null {
  const { start, day, counted, netMinor } = orders
  let largest = -1
  let total = 0
  for (let at = start[customer]!; at < start[customer + 1]!; at++) {
    if (!counted[at] || !isWithin(day[at]!, window)) continue
    total += netMinor[at]!
    if (largest < 0 || netMinor[at]! >= netMinor[largest]!) largest = at
  }
  if (largest < 0) return null
  const isLarge = orderMinor !== null && netMinor[largest]! >= orderMinor
  const order = isLarge ? { on: day[largest]!, netMinor: netMinor[largest]! } : null
  // No month is worth more than all of them.
  const month = monthMinor !== null && total >= monthMinor ? bestMonth(orders, customer, window, monthMinor) : null
  return order === null && month === null ? null : { order, month }
}

/** All customers who met the bounds in a window. */
export function vipEvidences(
  { customers, orders }: Snapshot,
  window: Window,
  bounds: VipBounds,
): ReadonlyMap<number, VipEvidence> {
  const found = new Map<number, VipEvidence>()
  for (let customer = 0; customer < customers.length; customer++) {
    const evidence = vipEvidence(orders, customer, window, bounds)
    if (evidence !== null) found.set(customer, evidence)
  }
  return found
}

function bestMonth(orders: OrderColumns, customer: number, window: Window, least: number): VipEvidence['month'] {
  const { start, day, counted, netMinor } = orders
  const months = new Map<string, { netMinor: number; orders: number }>()
  for (let at = start[customer]!; at < start[customer + 1]!; at++) {
    if (!counted[at] || !isWithin(day[at]!, window)) continue
    const month = monthOf(day[at]!)
    const sum = months.get(month) ?? { netMinor: 0, orders: 0 }
    months.set(month, { netMinor: sum.netMinor + netMinor[at]!, orders: sum.orders + 1 })
  }
  let best: VipEvidence['month'] = null
  for (const [month, sum] of months)
    if (sum.netMinor >= least && sum.netMinor >= (best?.netMinor ?? 0)) best = { month, ...sum }
  return best
}
