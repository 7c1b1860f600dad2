/**
 * How regularly customers buy (Wheat and Morrison 1990, "Estimating purchase regularity with two interpurchase times").
 * Where the time between a customer's orders is gamma with shape k, one of two neighbouring gaps over their sum is Beta(k, k)
 * for every customer, however fast he buys: k = 1 is random, larger is more regular, smaller comes in bursts.
 */
import type { Snapshot } from '../snapshot.js'
import { hash53 } from '../values/hash.js'
import { bilingual } from '../values/lang.js'
import type { OrderDays } from './cycle-pools.js'

/** Fewer customers with two gaps tell nothing of regularity. */
const FEWEST_CUSTOMERS = 20

export type Rhythm = 'bursts' | 'random' | 'fairly-regular' | 'regular'

export interface Regularity {
  /** The shape k, 0 and up; null where all gaps of every customer are alike and k has no bound. */
  readonly k: number | null
  readonly rhythm: Rhythm
  /** Customers with at least two gaps. */
  readonly n: number
}

/** `k = (1 − 4·Var M) / (8·Var M)`, M one of the last two gaps over their sum, chosen by a hash of the customer's id; null below 20 customers. */
export function regularity(snapshot: Snapshot, days: OrderDays, customers: Int32Array): Regularity | null {
  let n = 0
  let sum = 0
  let squares = 0
  for (const customer of customers) {
    const end = days.start[customer + 1]!
    if (end - days.start[customer]! < 3) continue
    const [earlier, later] = [days.day[end - 2]! - days.day[end - 3]!, days.day[end - 1]! - days.day[end - 2]!]
    const chosen = isEarlierChosen(snapshot.customers[customer]!.id) ? earlier : later
    // About one half, so that equal gaps leave no rounding behind.
    const share = chosen / (earlier + later) - 0.5
    n++
    sum += share
    squares += share * share
  }
  if (n < FEWEST_CUSTOMERS) return null
  const variance = Math.max(0, (squares - (sum * sum) / n) / (n - 1))
  if (variance === 0) return { k: null, rhythm: 'regular', n }
  const k = Math.max(0, (1 - 4 * variance) / (8 * variance))
  return { k, rhythm: rhythmOf(k), n }
}

/** Which of the last two gaps stands above the line: the same for ever, and independent of how long they are. */
export function isEarlierChosen(id: string): boolean {
  return hash53(id) % 2 === 0
}

/** Near 1 is random, above 2 regular. */
function rhythmOf(k: number): Rhythm {
  if (k < 0.75) return 'bursts'
  if (k < 1.5) return 'random'
  return k <= 2 ? 'fairly-regular' : 'regular'
}

/** Regularity in a word or two. */
export const rhythmNames = bilingual<Readonly<Record<Rhythm, string>>>(
  { bursts: 'in bursts', random: 'at random', 'fairly-regular': 'fairly regularly', regular: 'regularly' },
  { bursts: '集中下单', random: '没有规律', 'fairly-regular': '比较有规律', regular: '有规律' },
)

const { en, zh } = rhythmNames

/** Regularity as people say it. */
export const rhythmWords = bilingual<Readonly<Record<Rhythm, string>>>(
  {
    ...en,
    bursts: `${en.bursts}: several orders close together, then a long pause`,
    random: `${en.random}: the last order says little of when the next one comes`,
    regular: `${en.regular}: the next order can be told from the last ones`,
  },
  {
    ...zh,
    bursts: `${zh.bursts}：连着买几次，然后隔很久`,
    random: `${zh.random}：从上次下单看不出下次什么时候来`,
    regular: `${zh.regular}：可以从以往订单推算下次下单`,
  },
)
