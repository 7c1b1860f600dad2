import type { Score } from './scores.js'

/** How the buyers of a product scored the orders it was in (R27). */
export interface ProductScores {
  readonly product: string
  readonly answers: number
  readonly mean: number
  /** Scores of 1 or 2. */
  readonly low: number
}

/** Scores by product, the worst mean first; a score that names no order is of no product, one of an order of several products is of each. */
export function productScores(
  scores: readonly Score[],
  productsOf: (order: string) => readonly string[],
): ProductScores[] {
  const byProduct = new Map<string, number[]>()
  for (const { order, score } of scores)
    for (const product of new Set(order === null ? [] : productsOf(order)))
      byProduct.set(product, [...(byProduct.get(product) ?? []), score])
  return [...byProduct]
    .map(([product, own]) => ({
      ...{ product, answers: own.length, low: own.filter((score) => score <= 2).length },
      mean: own.reduce((sum, score) => sum + score, 0) / own.length,
    }))
    .sort((a, b) => a.mean - b.mean || b.answers - a.answers || (a.product < b.product ? -1 : 1))
}
