import type { Snapshot } from '../snapshot.js'
import { type Aggregate, firstCountedOn, NEVER } from './aggregate.js'

/** What limits the meaning of tiers and scores (rule R15); the figures they are found by stand beside. */
export type SampleLimit =
  | { readonly limit: 'few-customers'; readonly customers: number }
  | { readonly limit: 'one-time-buyers'; readonly share: number }
  | { readonly limit: 'short-history'; readonly days: number }

const FEWEST_CUSTOMERS = 30
const LARGEST_ONE_TIME_SHARE = 0.9
const SHORTEST_HISTORY = 180

/**
 * The limits that hold for a window: fewer than 30 customers with a counted order in it, more than 90 % of them with a
 * single one, or fewer than 180 days from the ledger's first counted order to the window's end (both days counted).
 */
export function sampleLimits(snapshot: Snapshot, sums: Aggregate): readonly SampleLimit[] {
  let customers = 0
  let once = 0
  let first = Infinity
  for (let i = 0; i < sums.orders.length; i++) {
    if (sums.orders[i]! > 0) customers++
    if (sums.orders[i] === 1) once++
    const firstOn = firstCountedOn(snapshot.orders, i)
    if (firstOn !== NEVER && firstOn < first) first = firstOn
  }
  if (customers === 0) return []
  const limits: SampleLimit[] = []
  const days = sums.window.to - first + 1
  if (customers < FEWEST_CUSTOMERS) limits.push({ limit: 'few-customers', customers })
  if (once / customers > LARGEST_ONE_TIME_SHARE) limits.push({ limit: 'one-time-buyers', share: once / customers })
  if (days < SHORTEST_HISTORY) limits.push({ limit: 'short-history', days })
  return limits
}
