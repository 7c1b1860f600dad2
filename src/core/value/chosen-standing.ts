import { type Abc, TIERS } from './abc.js'
import { concentration } from './concentration.js'
import type { Standing } from './standing.js'

/**
 * The standing of some of the customers: tiers, scores and segments are those among all, and every sum and count is of theirs alone. A tier's
 * least value stays that of all, since it is where the tier begins.
 */
export function standingOfChosen(standing: Standing, includes: (customer: number) => boolean): Standing {
  const scored = standing.rfm.scored.filter(includes)
  return { ...standing, abc: abcOfChosen(standing.abc, includes), rfm: { ...standing.rfm, scored } }
}

function abcOfChosen(abc: Abc, includes: (customer: number) => boolean): Abc {
  const customers = [0, 0, 0, 0]
  const sums = [0, 0, 0, 0]
  const positive: number[] = []
  for (let customer = 0; customer < abc.tier.length; customer++) {
    if (!includes(customer)) continue
    const value = abc.value[customer]!
    customers[abc.tier[customer]!]!++
    sums[abc.tier[customer]!]! += value
    if (value > 0) positive.push(value)
  }
  const ascending = Float64Array.from(positive).sort()
  const totals = Object.fromEntries(TIERS.map((tier, at) => [tier, { customers: customers[at]!, value: sums[at]! }]))
  return {
    ...abc,
    total: ascending.reduce((sum, value) => sum + value, 0),
    totals: totals as Abc['totals'],
    concentration: concentration(ascending),
    ascending,
  }
}
