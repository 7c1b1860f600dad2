import type { Snapshot } from '../snapshot.js'
import { type Aggregate, countedDays } from './aggregate.js'
import { FEWEST_SCORED } from './rfm.js'

/** What limits the meaning of tiers and scores (rule R15); the figures they are found by stand beside. */
export type SampleLimit =
  | { readonly limit: 'few-customers'; readonly customers: number }
  | { readonly limit: 'one-time-buyers'; readonly share: number; readonly carriers: readonly Carrier[] }
  | { readonly limit: 'short-history'; readonly days: number; readonly isRecencyFlattered: boolean }

/** What scores can tell customers apart by who ordered once each: what is not the same of all; nothing where nobody is scored. */
type Carrier = 'recency' | 'monetary'

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
  const [lastOn, netMinor] = [new Spread(), new Spread()]
  for (let i = 0; i < sums.orders.length; i++) {
    if (sums.orders[i]! > 0) {
      customers++
      lastOn.add(sums.lastOn[i]!)
      netMinor.add(sums.netMinor[i]!)
    }
    if (sums.orders[i] === 1) once++
  }
  if (customers === 0) return []
  const limits: SampleLimit[] = []
  const days = sums.window.to - countedDays(snapshot, 'customers', sums.window.to).first + 1
  if (customers < FEWEST_CUSTOMERS) limits.push({ limit: 'few-customers', customers })
  const isScored = customers >= FEWEST_SCORED
  const isRecencyVaried = isScored && lastOn.varies
  if (once / customers > LARGEST_ONE_TIME_SHARE) {
    const carriers: Carrier[] = []
    if (isRecencyVaried) carriers.push('recency')
    if (isScored && netMinor.varies) carriers.push('monetary')
    limits.push({ limit: 'one-time-buyers', share: once / customers, carriers })
  }
  if (days < SHORTEST_HISTORY) limits.push({ limit: 'short-history', days, isRecencyFlattered: isRecencyVaried })
  return limits
}

/** Whether numbers differ. */
class Spread {
  private least = Infinity
  private most = -Infinity

  add(value: number): void {
    this.least = Math.min(this.least, value)
    this.most = Math.max(this.most, value)
  }

  get varies(): boolean {
    return this.least < this.most
  }
}
