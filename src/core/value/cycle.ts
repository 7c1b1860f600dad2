/**
 * Purchase cycles and due windows (ALGORITHMS §3). A customer's own gaps count as soon as there are three, blended with
 * what customers at the same order number do; thinner histories use that pool alone. Pools stand in a list, narrowest first.
 */
import { productLabel } from '../purchases.js'
import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { inEach } from '../values/lang.js'
import {
  type GroupName,
  groupPool,
  type OrderDays,
  orderDays,
  type Pool,
  type PoolName,
  shopPools,
} from './cycle-pools.js'
import { mainProducts } from './main-products.js'
import { quantile7 } from './rfm.js'
import { type Standing, standingOn, usualOptions, type ValueOptions } from './standing.js'
import type { Curve } from './survival.js'

export { type OrderDays, orderDays, type Pool, type PoolName, shopPools } from './cycle-pools.js'

/** A pool with fewer observed gaps gives way to the next wider one. */
export const FEWEST_GAPS = 20
const FEWEST_OWN_GAPS = 3

const OPENS_AT = 50
const CLOSES_AT = 80

/** When a customer is expected to order again. */
export interface CycleWindow {
  /** Days after the last order at which the window opens (P50) and closes (P80). */
  readonly openDays: number
  readonly closeDays: number
  readonly method: 'own' | PoolName
  /** The method's group, the main product or the segment; null where the method has none. */
  readonly group: GroupName | null
  /** Observed gaps behind it: the customer's own, or those of the pool. */
  readonly n: number
  /** Share of the pool's customers expected to order again; null where no pool took part. */
  readonly returningShare: number | null
}

/** The cycles of all customers on a day; windows are worked out for those who are asked for. */
export interface Cycles {
  /** How they see customers: pools are by its segments. */
  readonly standing: Standing
  readonly days: OrderDays
  readonly pools: readonly Pool[]
  window: (customer: number) => CycleWindow | null
}

/** Cycles from own gaps, then the pools of main product (where lines were read), segment, order number and shop. */
export function cyclesOn(snapshot: Snapshot, standing: Standing): Cycles {
  const days = orderDays(snapshot, standing.sums.window.to)
  const pools = [...productPools(snapshot, days), segmentPool(snapshot, days, standing), ...shopPools(days)]
  const pooled: PooledWindows = new Map()
  // Several columns of a row ask for the same customer.
  let asked: { readonly customer: number; readonly window: CycleWindow | null } | null = null
  const window = (customer: number) => {
    if (asked?.customer !== customer) asked = { customer, window: cycleWindow(days, pools, customer, pooled) }
    return asked.window
  }
  return { standing, days, pools, window }
}

/** The same as every report sees them; `usual` is how the ledger grades when nothing else is asked for. */
export function usualCycles(snapshot: Snapshot, asOf: Day, usual: ValueOptions): Cycles {
  return cyclesOn(snapshot, standingOn(snapshot, asOf, usualOptions(usual)))
}

/** The main product of every customer as groups; none where no lines were read. */
export function productGroups(snapshot: Snapshot, { asOf }: OrderDays) {
  const purchases = snapshot.purchases?.()
  if (!purchases) return null
  const { products } = purchases
  return {
    of: mainProducts(purchases, asOf),
    count: products.length,
    label: (product: number): GroupName => {
      const key = productLabel(products[product]!)
      return { key, words: inEach(() => key) }
    },
  }
}

/** The RFM segment of every customer as groups. */
export function segmentGroups({ customers }: Snapshot, standing: Standing) {
  const { segments } = standing.vocabulary
  const numberOf = new Map(segments.map(({ key }, number) => [key, number]))
  const of = Int32Array.from(customers, (_, customer) => {
    const segment = standing.segment(customer)
    return segment === null ? -1 : numberOf.get(segment)!
  })
  return { of, count: segments.length, label: (segment: number): GroupName => segments[segment]! }
}

function productPools(snapshot: Snapshot, days: OrderDays): Pool[] {
  const groups = productGroups(snapshot, days)
  return groups === null ? [] : [groupPool('product', days, groups)]
}

function segmentPool(snapshot: Snapshot, days: OrderDays, standing: Standing): Pool {
  return groupPool('segment', days, segmentGroups(snapshot, standing))
}

/** The windows of the pools' curves: those of whole groups are alike. */
export type PooledWindows = Map<Curve, CycleWindow>

/**
 * The due window of a customer; null without an order, or when neither the own history nor any pool is thick enough. `pooled` keeps what
 * was found of these pools before.
 */
export function cycleWindow(
  days: OrderDays,
  pools: readonly Pool[],
  customer: number,
  pooled: PooledWindows = new Map(),
): CycleWindow | null {
  const orders = days.start[customer + 1]! - days.start[customer]!
  if (orders === 0) return null
  const window = pooledWindow(pools, customer, orders, pooled)
  return orders > FEWEST_OWN_GAPS ? ownWindow(ownGaps(days, customer), window) : window
}

/** The window by the narrowest pool that is thick enough. */
function pooledWindow(
  pools: readonly Pool[],
  customer: number,
  orders: number,
  pooled: PooledWindows,
): CycleWindow | null {
  const found = pooledCurve(pools, customer, orders)
  if (!found) return null
  const { pool, curve } = found
  const known = pooled.get(curve)
  if (known) return known
  const window = { ...windowIn(curve), method: pool.name, group: pool.group?.(customer) ?? null }
  pooled.set(curve, window)
  return window
}

/** Where a window opens and closes by a pool's curve, and what the curve rests on. */
export function windowIn(curve: Curve): Pick<CycleWindow, 'openDays' | 'closeDays' | 'n'> & { returningShare: number } {
  const [openDays, closeDays] = [curve.quantile(OPENS_AT / 100), curve.quantile(CLOSES_AT / 100)]
  return { openDays, closeDays, n: curve.n, returningShare: curve.returningShare }
}

/** The narrowest pool that is thick enough for a customer with this many order days. */
export function pooledCurve(
  pools: readonly Pool[],
  customer: number,
  orders: number,
): { pool: Pool; curve: Curve } | null {
  for (const pool of pools) {
    const curve = pool.curve(customer, orders)
    if (curve && curve.n >= FEWEST_GAPS) return { pool, curve }
  }
  return null
}

/** Gaps between a customer's order days, in days, shortest first. */
export function ownGaps(days: OrderDays, customer: number): Float64Array {
  return gapsInOrder(days, customer).sort()
}

/** Gaps between a customer's order days, in days, oldest first. */
export function gapsInOrder({ start, day }: OrderDays, customer: number): Float64Array {
  const gaps = new Float64Array(Math.max(0, start[customer + 1]! - start[customer]! - 1))
  for (let i = 0; i < gaps.length; i++) gaps[i] = day[start[customer]! + i + 1]! - day[start[customer]! + i]!
  return gaps
}

/** The longest gap between two order days of any customer, in days; 0 without one. */
export function longestGap({ start, day }: OrderDays): number {
  let longest = 0
  for (let customer = 0; customer + 1 < start.length; customer++)
    for (let i = start[customer]! + 1; i < start[customer + 1]!; i++) longest = Math.max(longest, day[i]! - day[i - 1]!)
  return longest
}

/** Days after which a window of own gaps is closed by any pool: a pool's quantiles are gaps that somebody had. */
export function latestCloseDays(gaps: Float64Array, longest: number): number {
  const weight = gaps.length / (gaps.length + 3)
  return Math.ceil(Math.max(weight * quantile7(gaps, CLOSES_AT) + (1 - weight) * longest, quantile7(gaps, CLOSES_AT)))
}

/** `w·own + (1 − w)·pooled` with `w = gaps / (gaps + 3)`, in whole days; without a pool the own quantiles alone. */
function ownWindow(gaps: Float64Array, pooled: CycleWindow | null): CycleWindow {
  const weight = pooled ? gaps.length / (gaps.length + 3) : 1
  const at = (percent: number, pooledDays = 0) =>
    Math.round(weight * quantile7(gaps, percent) + (pooled ? (1 - weight) * pooledDays : 0))
  const [openDays, closeDays] = [at(OPENS_AT, pooled?.openDays), at(CLOSES_AT, pooled?.closeDays)]
  const returningShare = pooled?.returningShare ?? null
  return { openDays, closeDays, method: 'own', group: null, n: gaps.length, returningShare }
}
