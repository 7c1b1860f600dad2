/**
 * Purchase cycles and due windows (ALGORITHMS §3). A customer's own gaps count as soon as there are three, blended with
 * what customers at the same order number do; thinner histories use that pool alone. Pools stand in a list, narrowest first:
 * a product's or a segment's is one more entry.
 */
import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { quantile7 } from './rfm.js'
import { addGap, type Curve, survivalCurve, type Tally } from './survival.js'

/** A pool with fewer observed gaps gives way to the next wider one. */
const FEWEST_GAPS = 20
const FEWEST_OWN_GAPS = 3
const OPENS_AT = 50
const CLOSES_AT = 80

/** Gap distributions shared by many customers: the curve that fits a customer who stands at his `orderNumber`-th order day. */
export interface Pool {
  readonly name: PoolName
  curve(customer: number, orderNumber: number): Curve | null
}

export type PoolName = 'order-number' | 'shop'

/** When a customer is expected to order again. */
export interface CycleWindow {
  /** Days after the last order at which the window opens (P50) and closes (P80). */
  readonly openDays: number
  readonly closeDays: number
  readonly method: 'own' | PoolName
  /** Observed gaps behind it: the customer's own, or those of the pool. */
  readonly n: number
  /** Share of the pool's customers expected to order again; null where no pool took part. */
  readonly returningShare: number | null
}

/** Order days (days with a counted order, each once) up to the as-of day, grouped by customer as in OrderColumns. */
export interface OrderDays {
  readonly asOf: Day
  readonly start: Int32Array
  readonly day: Int32Array
}

export function orderDays(snapshot: Snapshot, asOf: Day): OrderDays {
  const { start, day, counted } = snapshot.orders
  const size = snapshot.customers.length
  const days: OrderDays = { asOf, start: new Int32Array(size + 1), day: new Int32Array(day.length) }
  let end = 0
  for (let customer = 0; customer < size; customer++) {
    days.start[customer] = end
    for (let i = start[customer]!; i < start[customer + 1]!; i++) {
      if (!counted[i] || day[i]! > asOf) continue
      if (end === days.start[customer] || days.day[end - 1] !== day[i]) days.day[end++] = day[i]!
    }
  }
  days.start[size] = end
  return days
}

/** The shop's pools, narrowest first: the gaps after the same order number, then all gaps. */
export function shopPools(days: OrderDays): readonly Pool[] {
  const { cells, all } = gapsByOrderNumber(days)
  const curves = cells.map(({ observed, open }) => survivalCurve(observed, open))
  const shop = survivalCurve(all.observed, all.open)
  return [
    { name: 'order-number', curve: (_customer, orderNumber) => curves[orderNumber - 1] ?? null },
    { name: 'shop', curve: () => shop },
  ]
}

interface Gaps {
  readonly observed: Tally
  readonly open: Tally
}

/** Cell `k` holds the gaps that follow a customer's (k + 1)-th order day; the one after the last is open. */
function gapsByOrderNumber({ asOf, start, day }: OrderDays): { cells: readonly Gaps[]; all: Gaps } {
  const cells: Gaps[] = []
  const all: Gaps = { observed: [], open: [] }
  for (let customer = 0; customer + 1 < start.length; customer++) {
    const end = start[customer + 1]!
    for (let i = start[customer]!; i < end; i++) {
      const number = i - start[customer]!
      cells[number] ??= { observed: [], open: [] }
      const kind = i + 1 < end ? 'observed' : 'open'
      const gap = (kind === 'observed' ? day[i + 1]! : asOf) - day[i]!
      addGap(cells[number][kind], gap)
      addGap(all[kind], gap)
    }
  }
  return { cells, all }
}

/** The due window of a customer; null without an order, or when neither the own history nor any pool is thick enough. */
export function cycleWindow(days: OrderDays, pools: readonly Pool[], customer: number): CycleWindow | null {
  const orders = days.start[customer + 1]! - days.start[customer]!
  if (orders === 0) return null
  const pooled = firstThickPool(pools, customer, orders)
  if (orders > FEWEST_OWN_GAPS) return ownWindow(ownGaps(days, customer), pooled?.curve ?? null)
  if (!pooled) return null
  const { name, curve } = pooled
  const [openDays, closeDays] = [curve.quantile(OPENS_AT / 100), curve.quantile(CLOSES_AT / 100)]
  return { openDays, closeDays, method: name, n: curve.n, returningShare: curve.returningShare }
}

function firstThickPool(
  pools: readonly Pool[],
  customer: number,
  orders: number,
): { name: PoolName; curve: Curve } | null {
  for (const pool of pools) {
    const curve = pool.curve(customer, orders)
    if (curve && curve.n >= FEWEST_GAPS) return { name: pool.name, curve }
  }
  return null
}

/** Gaps between a customer's order days, in days, shortest first. */
export function ownGaps({ start, day }: OrderDays, customer: number): Float64Array {
  const gaps = new Float64Array(Math.max(0, start[customer + 1]! - start[customer]! - 1))
  for (let i = 0; i < gaps.length; i++) gaps[i] = day[start[customer]! + i + 1]! - day[start[customer]! + i]!
  return gaps.sort()
}

/** `w·own + (1 − w)·pooled` with `w = gaps / (gaps + 3)`, in whole days; without a pool the own quantiles alone. */
function ownWindow(gaps: Float64Array, pooled: Curve | null): CycleWindow {
  const weight = pooled ? gaps.length / (gaps.length + 3) : 1
  const at = (percent: number) =>
    Math.round(weight * quantile7(gaps, percent) + (pooled ? (1 - weight) * pooled.quantile(percent / 100) : 0))
  const returningShare = pooled?.returningShare ?? null
  return { openDays: at(OPENS_AT), closeDays: at(CLOSES_AT), method: 'own', n: gaps.length, returningShare }
}
