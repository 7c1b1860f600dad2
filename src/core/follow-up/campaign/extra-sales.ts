import { chances } from '../../values/chance.js'
import type { Estimate } from './share-difference.js'

/** What some customers bought for: the amounts above or below nothing, and how many customers there are in all. */
export interface Spending {
  readonly customers: number
  /** In minor units, of those who spent or were given back anything. */
  readonly amountsMinor: readonly number[]
}

const DRAWS = 2000
/** Fixed, so that the same ledger gives the same interval for ever. */
const SEED = 20_260_101

/**
 * What those contacted spent in all beyond what as many of those held out would have, in minor units, with a 95 % percentile bootstrap
 * interval (Efron 1979): both groups are drawn anew, each customer by lot from its own group, 2,000 times. Both hold at least one.
 */
export function extraSales(contacted: Spending, heldOut: Spending): Estimate {
  const [first, second] = [inOrder(contacted), inOrder(heldOut)]
  const chance = chances(SEED)
  const drawn = new Float64Array(DRAWS)
  for (let draw = 0; draw < DRAWS; draw++)
    drawn[draw] = extra(first, drawnSum(first, chance), drawnSum(second, chance), second)
  drawn.sort()
  return {
    value: Math.round(extra(first, sum(first), sum(second), second)),
    low: Math.round(quantile(drawn, 0.025)),
    high: Math.round(quantile(drawn, 0.975)),
  }
}

/** Whoever is counted first makes no difference. */
function inOrder({ customers, amountsMinor }: Spending): Spending {
  return { customers, amountsMinor: amountsMinor.toSorted((a, b) => a - b) }
}

function extra(first: Spending, firstSum: number, secondSum: number, second: Spending): number {
  return firstSum - (secondSum / second.customers) * first.customers
}

function sum({ amountsMinor }: Spending): number {
  return amountsMinor.reduce((total, amount) => total + amount, 0)
}

/**
 * The sum over as many customers as there are, each drawn by lot. Most spent nothing: it leaps from one who did to the next, over a
 * number of draws that is geometrically distributed, in place of drawing each.
 */
function drawnSum({ customers, amountsMinor }: Spending, chance: () => number): number {
  const share = amountsMinor.length / customers
  if (share === 0) return 0
  const missed = Math.log1p(-share)
  let total = 0
  for (let at = leap(missed, chance); at < customers; at += 1 + leap(missed, chance))
    total += amountsMinor[Math.floor(chance() * amountsMinor.length)]!
  return total
}

/** How many draws miss before one hits; `missed` is the logarithm of the chance to miss, minus infinity where none can. */
function leap(missed: number, chance: () => number): number {
  return Math.floor(Math.log1p(-chance()) / missed)
}

/** Type 7 of Hyndman and Fan, of sorted values. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!
  return sorted[below]! + (place - below) * (next - sorted[below]!)
}
