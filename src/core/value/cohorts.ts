/** Cohorts (ALGORITHMS §8): the customers whose first counted order ever lies in one month, and what became of them. */
import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { lastDayOf, type Month, monthOfDay } from '../values/month.js'
import type { CohortMeasure } from './choices.js'

/** The customers of one month. Figures by month stand from month 0, the cohort's own, to that of the as-of day. */
export interface Cohort {
  readonly month: Month
  readonly customers: number
  /** Customers with a counted order in each month. */
  readonly buyers: readonly number[]
  /** Net revenue of each month in minor units: paid orders less refunds, and the returns that name no order. */
  readonly netMinor: readonly number[]
  /** Net revenue of all days up to the as-of day, in minor units. */
  readonly totalNetMinor: number
}

export interface Cohorts {
  /** Oldest first; every month from the first counted order to the as-of day, also those that won nobody. */
  readonly cohorts: readonly Cohort[]
  /** The month of the as-of day. */
  readonly lastMonth: Month
  /** False while the as-of day's month still has days to come. */
  readonly isLastWhole: boolean
}

/** A cohort being counted. */
interface Counts {
  customers: number
  readonly buyers: number[]
  readonly netMinor: number[]
  totalNetMinor: number
}

/** The cohorts of the customers a filter keeps, by their counted orders up to the as-of day. */
export function cohortsOf(snapshot: Snapshot, asOf: Day, includes: (customer: number) => boolean): Cohorts {
  const lastMonth = monthOfDay(asOf)
  const counts = new Map<Month, Counts>()
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    if (includes(customer)) countCustomer(snapshot, customer, asOf, counts)
  }
  const first = counts.size === 0 ? lastMonth + 1 : Math.min(...counts.keys())
  const cohorts = Array.from({ length: lastMonth - first + 1 }, (_, at): Cohort => {
    const month = first + at
    const found = counts.get(month) ?? { customers: 0, buyers: [], netMinor: [], totalNetMinor: 0 }
    const filled = (values: readonly number[]) =>
      Array.from({ length: lastMonth - month + 1 }, (_, k) => values[k] ?? 0)
    return { ...found, month, buyers: filled(found.buyers), netMinor: filled(found.netMinor) }
  })
  return { cohorts, lastMonth, isLastWhole: asOf === lastDayOf(lastMonth) }
}

function countCustomer({ orders }: Snapshot, customer: number, asOf: Day, counts: Map<Month, Counts>): void {
  const { start, day, counted, netMinor } = orders
  const end = start[customer + 1]!
  let first = start[customer]!
  while (first < end && !counted[first]) first++
  if (first === end || day[first]! > asOf) return
  const month = monthOfDay(day[first]!)
  const cohort = counts.get(month) ?? { customers: 0, buyers: [], netMinor: [], totalNetMinor: 0 }
  counts.set(month, cohort)
  cohort.customers++
  let seen = -1
  for (let i = start[customer]!; i < end && day[i]! <= asOf; i++) {
    cohort.totalNetMinor += netMinor[i]!
    const k = monthOfDay(day[i]!) - month
    // What stands before the first counted order, a return of older goods, belongs to the total alone.
    if (k < 0) continue
    cohort.netMinor[k] = (cohort.netMinor[k] ?? 0) + netMinor[i]!
    if (!counted[i] || k === seen) continue
    seen = k
    cohort.buyers[k] = (cohort.buyers[k] ?? 0) + 1
  }
}

/**
 * What is left of a cohort in its month `k`: customers who ordered over all its customers, or net revenue over that of its
 * first month. Null for months not over on the as-of day, for nobody, and where the first month left nothing.
 */
export function retention(
  { month, customers, buyers, netMinor }: Cohort,
  k: number,
  { lastMonth, isLastWhole }: Cohorts,
  by: CohortMeasure,
): number | null {
  const isOver = month + k < lastMonth || (month + k === lastMonth && isLastWhole)
  // The share of the first month in itself is told at once.
  if ((!isOver && k > 0) || month + k > lastMonth) return null
  if (by === 'customers') return customers > 0 ? buyers[k]! / customers : null
  return netMinor[0]! > 0 ? netMinor[k]! / netMinor[0]! : null
}

/** What is left in month `k` of all cohorts that have come so far, weighed by their size. */
export interface PooledRetention {
  readonly k: number
  readonly cohorts: number
  /** Customers of these cohorts, and those of them who ordered. */
  readonly customers: number
  readonly buyers: number
  /** Net revenue of these cohorts in their first month and in month `k`, minor units. */
  readonly firstNetMinor: number
  readonly netMinor: number
  readonly share: number | null
}

/** Retention of some cohorts together, month by month, as far as any has come. */
export function pooledRetention(
  all: Cohorts,
  chosen: readonly Cohort[],
  by: CohortMeasure,
): readonly PooledRetention[] {
  const pooled: PooledRetention[] = []
  for (let k = 0; ; k++) {
    const reached = chosen.filter((cohort) => cohort.customers > 0 && retention(cohort, k, all, 'customers') !== null)
    if (reached.length === 0) return pooled
    const sum = (of: (cohort: Cohort) => number) => reached.reduce((total, cohort) => total + of(cohort), 0)
    const [customers, buyers] = [sum((cohort) => cohort.customers), sum((cohort) => cohort.buyers[k]!)]
    const [firstNetMinor, netMinor] = [sum((cohort) => cohort.netMinor[0]!), sum((cohort) => cohort.netMinor[k]!)]
    const [part, whole] = by === 'customers' ? [buyers, customers] : [netMinor, firstNetMinor]
    pooled.push({
      k,
      cohorts: reached.length,
      customers,
      buyers,
      firstNetMinor,
      netMinor,
      share: whole > 0 ? part / whole : null,
    })
  }
}
