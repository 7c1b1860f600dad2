import type { Snapshot } from '../snapshot.js'
import { FEWEST_GAPS, productGroups, segmentGroups, windowIn } from './cycle.js'
import {
  everyone,
  type Grouping,
  type GroupName,
  gapCurves,
  membersOf,
  type OrderDays,
  orderDays,
  type PoolName,
} from './cycle-pools.js'
import { type Regularity, regularity } from './regularity.js'
import type { Standing } from './standing.js'
import type { Curve } from './survival.js'

/** What the customers of one pool do between two orders. */
export interface CycleRow {
  readonly method: PoolName
  /** Main product or segment; null for the whole shop. */
  readonly group: GroupName | null
  /** The order number the gaps follow; null where all gaps are together. */
  readonly orderNumber: number | null
  /** Observed gaps (Kaplan–Meier, open gaps as censored). */
  readonly n: number
  /** Days within which half, and four in five, of those who return have returned. */
  readonly openDays: number
  readonly closeDays: number
  /** Share expected to order again. */
  readonly returningShare: number
  /** Null with fewer than 20 customers with two gaps, and by order number, where it has no meaning. */
  readonly regularity: Regularity | null
}

/**
 * The cycles of the shop, of its order numbers, of the RFM segments and of the main products (where lines were read), the
 * best known first within each; pools with fewer than 20 observed gaps are left out.
 */
export function cycleTable(
  snapshot: Snapshot,
  standing: Standing,
  mostProducts = Number.POSITIVE_INFINITY,
): readonly CycleRow[] {
  const days = orderDays(snapshot, standing.sums.window.to)
  const { cells, all } = gapCurves(days, everyone(days))
  const products = productGroups(snapshot, days)
  return [
    ...rowOf({ method: 'shop', group: null, orderNumber: null }, all, regularity(snapshot, days, everyone(days))),
    ...cells.flatMap((cell, at) => rowOf({ method: 'order-number', group: null, orderNumber: at + 1 }, cell, null)),
    ...groupRows('segment', snapshot, days, segmentGroups(snapshot, standing)),
    ...(products === null ? [] : groupRows('product', snapshot, days, products, mostProducts)),
  ]
}

function groupRows(
  method: PoolName,
  snapshot: Snapshot,
  days: OrderDays,
  groups: Grouping,
  most = groups.count,
): CycleRow[] {
  const members = membersOf(groups)
  const found = Array.from({ length: groups.count }, (_, group) => ({ group, n: gapCount(days, members(group)) }))
  return found
    .filter(({ n }) => n >= FEWEST_GAPS)
    .sort((a, b) => b.n - a.n)
    .slice(0, most)
    .flatMap(({ group }) => {
      const head = { method, group: groups.label(group), orderNumber: null }
      return rowOf(head, gapCurves(days, members(group)).all, regularity(snapshot, days, members(group)))
    })
}

/** Observed gaps: as many as order days after the first. */
function gapCount({ start }: OrderDays, customers: Int32Array): number {
  return customers.reduce((sum, customer) => sum + Math.max(0, start[customer + 1]! - start[customer]! - 1), 0)
}

function rowOf(
  head: Pick<CycleRow, 'method' | 'group' | 'orderNumber'>,
  curve: Curve | null,
  rhythm: Regularity | null,
): CycleRow[] {
  if (curve === null || curve.n < FEWEST_GAPS) return []
  return [{ ...head, ...windowIn(curve), regularity: rhythm }]
}
