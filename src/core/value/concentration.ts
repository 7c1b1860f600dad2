/** How unevenly the positive values are spread over the customers who have one. */
export interface Concentration {
  /** Gini coefficient, 0 when all are equal; null without customers. */
  readonly gini: number | null
  /** Share of the value that the best 1, 5 and 20 % of customers hold (`ceil(n·x)` customers); null without customers. */
  readonly top1Share: number | null
  readonly top5Share: number | null
  readonly top20Share: number | null
}

/** Concentration of positive values sorted upwards (ALGORITHMS §1). */
export function concentration(ascending: Float64Array): Concentration {
  const n = ascending.length
  if (n === 0) return { gini: null, top1Share: null, top5Share: null, top20Share: null }
  let total = 0
  let weighted = 0
  for (let i = 0; i < n; i++) {
    total += ascending[i]!
    weighted += (2 * (i + 1) - n - 1) * ascending[i]!
  }
  const top = (percent: number) => topSum(ascending, Math.ceil((n * percent) / 100)) / total
  return { gini: weighted / (n * total), top1Share: top(1), top5Share: top(5), top20Share: top(20) }
}

function topSum(ascending: Float64Array, count: number): number {
  let sum = 0
  for (let i = ascending.length - count; i < ascending.length; i++) sum += ascending[i]!
  return sum
}
