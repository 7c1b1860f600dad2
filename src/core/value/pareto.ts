/** What the best of the customers hold of a total. */
export interface Holding {
  /** How many the best are, and which part of all customers with a value above zero. */
  readonly customers: number
  readonly customersShare: number
  readonly value: number
  readonly valueShare: number
}

/**
 * What the best `p` percent hold, for each of some rising percentages: `ceil(n·p/100)` customers of the positive values sorted
 * upwards, as for the concentration (ALGORITHMS §1). Empty without values.
 */
export function heldByBest(ascending: Float64Array, percents: readonly number[]): readonly Holding[] {
  const n = ascending.length
  if (n === 0) return []
  const total = ascending.reduce((sum, value) => sum + value, 0)
  let customers = 0
  let value = 0
  return percents.map((percent) => {
    const best = Math.ceil((n * percent) / 100)
    for (; customers < best; customers++) value += ascending[n - 1 - customers]!
    return { customers, customersShare: customers / n, value, valueShare: value / total }
  })
}
