import type { Standing } from '../standing.js'

/** Customers and net revenue of each segment, best first; empty without scores. */
export function segmentTotals(standing: Standing): ReadonlyMap<string, { customers: number; netMinor: number }> {
  const totals = new Map(standing.vocabulary.segments.map(({ key }) => [key, { customers: 0, netMinor: 0 }]))
  if (!standing.rfm.hasScores) return new Map()
  for (const customer of standing.rfm.scored) {
    const total = totals.get(standing.segment(customer)!)!
    total.customers++
    total.netMinor += standing.sums.netMinor[customer]!
  }
  return totals
}
