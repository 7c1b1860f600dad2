import type { Standing } from './standing.js'

/** Customers and net revenue of one pair of scores. */
export interface GridCell {
  readonly customers: number
  readonly netMinor: number
}

/** The customers by R and F: one row for each R from 5 to 1, one cell for each F from 1 to 5. */
export function rfmGrid({ rfm, sums }: Standing): readonly (readonly GridCell[])[] {
  const cells = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => ({ customers: 0, netMinor: 0 })))
  if (!rfm.hasScores) return cells
  for (const customer of rfm.scored) {
    const cell = cells[5 - rfm.r[customer]!]![rfm.f[customer]! - 1]!
    cell.customers++
    cell.netMinor += sums.netMinor[customer]!
  }
  return cells
}
