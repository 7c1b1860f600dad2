/** Signs of more to come (R13, ALGORITHMS §10). */
import type { OrderColumns, Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { isWithin, type Window } from '../aggregate.js'
import { type CycleWindow, type OrderDays, ownGaps } from '../cycle.js'
import { quantile7 } from '../rfm.js'

/** The trend is that of this many last orders. */
export const TREND_ORDERS = 5
const FEWEST_STEADY_GAPS = 4
const STEADY_VARIATION = 0.5
const FEWEST_SIGNS = 2
/** Where nearly everybody buys of one category, buying of one is no breadth. */
const FEWEST_CATEGORIES = 2

/** What the shop's orders and customers are compared with; amounts in minor units. */
export interface ShopBounds {
  /** 95 % of the orders of the window are below; null without orders. */
  readonly p95Minor: number | null
  /** Categories bought by nine tenths of the customers at most; null where the ledger knows no categories. */
  readonly p90Categories: number | null
}

/** The P95 of the counted orders of a window, those that name no customer included. */
export function orderP95({ orders, unassigned }: Snapshot, window: Window): number | null {
  const sources = unassigned ? [orders, unassigned] : [orders]
  const nets = new Float64Array(sources.reduce((sum, { day }) => sum + day.length, 0))
  let count = 0
  for (const { day, counted, netMinor } of sources)
    for (let at = 0; at < day.length; at++) if (counted[at] && isWithin(day[at]!, window)) nets[count++] = netMinor[at]!
  return count === 0 ? null : quantile7(nets.subarray(0, count).sort(), 95)
}

/** The three signs of a big order to come; amounts in minor units, null where there are too few orders to say. */
export interface BigOrder {
  readonly largestMinor: number
  readonly p95Minor: number
  readonly isLarge: boolean
  /** Theil–Sen: the median rise from one of the last five orders to the next. */
  readonly slopeMinor: number | null
  readonly lastMinor: number
  readonly medianMinor: number
  readonly isRising: boolean
  /** Null where the ledger knows no categories: then both other signs are asked for. */
  readonly isBroad: boolean | null
  readonly categories: number
  readonly p90Categories: number | null
  readonly isFlagged: boolean
}

/** The signs of one customer; null without a counted order in the window. `categories` are how many distinct ones he bought of in it. */
export function bigOrder(
  orders: OrderColumns,
  customer: number,
  window: Window,
  bounds: ShopBounds,
  categories = 0,
): BigOrder | null {
  const recent = netsWithin(orders, customer, window)
  if (recent.length === 0 || bounds.p95Minor === null) return null
  const all = netsWithin(orders, customer, { from: null, to: window.to })
  const largestMinor = recent.reduce((a, b) => Math.max(a, b))
  const lastMinor = all[all.length - 1]!
  const medianMinor = quantile7(all.toSorted(), 50)
  const slopeMinor = all.length < TREND_ORDERS ? null : theilSen(all.subarray(-TREND_ORDERS))
  const isLarge = largestMinor >= bounds.p95Minor
  const isRising = slopeMinor !== null && slopeMinor > 0 && lastMinor > medianMinor
  const { p90Categories } = bounds
  const isBroad = p90Categories === null ? null : categories >= Math.max(p90Categories, FEWEST_CATEGORIES)
  const signs = [isLarge, isRising, isBroad === true].filter(Boolean).length
  const found = {
    largestMinor,
    p95Minor: bounds.p95Minor,
    isLarge,
    slopeMinor,
    lastMinor,
    medianMinor,
    isRising,
    isBroad,
    categories,
    p90Categories,
  }
  return { ...found, isFlagged: signs >= FEWEST_SIGNS }
}

/** Nets of a customer's counted orders in a window, oldest first. */
function netsWithin({ start, day, counted, netMinor }: OrderColumns, customer: number, window: Window): Float64Array {
  const [from, to] = [start[customer]!, start[customer + 1]!]
  const nets = new Float64Array(to - from)
  let count = 0
  for (let at = from; at < to; at++) if (counted[at] && isWithin(day[at]!, window)) nets[count++] = netMinor[at]!
  return nets.subarray(0, count)
}

/** Theil–Sen slope (Sen 1968) of values at equal steps: the median of the slopes between all pairs. */
export function theilSen(values: ArrayLike<number>): number {
  const slopes: number[] = []
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) slopes.push((values[j]! - values[i]!) / (j - i))
  return quantile7(Float64Array.from(slopes).sort(), 50)
}

/** How evenly a customer buys. */
export interface Steady {
  readonly gaps: number
  readonly meanDays: number
  /** Standard deviation of the gaps (of a sample) over their mean. */
  readonly variation: number
  readonly sinceDays: number
  /** Days after which the cycle closes; null where none is known, where the gaps are uneven, or where any would be over. */
  readonly closeDays: number | null
  readonly isFlagged: boolean
}

/** The own gaps, shortest first, and the days since the last order. */
interface OwnGaps {
  readonly gaps: Float64Array
  readonly sinceDays: number
}

/** Steady trade: at least four gaps, varying by less than half their mean, and within the cycle; null with fewer gaps. */
export function steadyTrade(
  days: OrderDays,
  customer: number,
  cycleOf: (own: OwnGaps) => CycleWindow | null,
): Steady | null {
  if (days.start[customer + 1]! - days.start[customer]! <= FEWEST_STEADY_GAPS) return null
  const gaps = ownGaps(days, customer)
  const meanDays = gaps.reduce((a, b) => a + b, 0) / gaps.length
  const variation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - meanDays) ** 2, 0) / (gaps.length - 1)) / meanDays
  const sinceDays = days.asOf - lastDay(days, customer)
  const isEven = variation < STEADY_VARIATION
  const closeDays = isEven ? (cycleOf({ gaps, sinceDays })?.closeDays ?? null) : null
  const isFlagged = isEven && closeDays !== null && sinceDays <= closeDays
  return { gaps: gaps.length, meanDays, variation, sinceDays, closeDays, isFlagged }
}

function lastDay({ start, day }: OrderDays, customer: number): Day {
  return day[start[customer + 1]! - 1]!
}
