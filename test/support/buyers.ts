import type { Snapshot } from '../../src/core/snapshot.js'
import { type Chance, chanceOf } from './chance.js'
import { type MadeOrder, snapshotOf } from './snapshot.js'

/** How a made-up population orders: the parameters of MBG/NBD, or one chance of leaving for all; without either nobody ever leaves. */
export interface Habits {
  readonly r: number
  readonly alpha: number
  readonly a?: number
  readonly b?: number
  readonly q?: number
}

/** The day on which a made-up history ends. */
export const historyEnd = 20_000

/** Customers drawn as the model says: first order in the first half of the time, then orders until they leave. */
export function simulatedShop(seed: number, habits: Habits, customers: number, weeks: number): Snapshot {
  return snapshotOf(
    Array.from({ length: customers }, (_, i) => ({ id: `c${i}`, bought: drawn(chanceOf(seed, i), habits, weeks) })),
  )
}

function drawn(chance: Chance, { r, alpha, a, b, q = 0 }: Habits, weeks: number): MadeOrder[] {
  const rate = gamma(chance, r) / alpha
  const leaving = a === undefined || b === undefined ? q : beta(chance, a, b)
  const typical = (1000 * gamma(chance, 6)) / gamma(chance, 4)
  const bought: MadeOrder[] = []
  let at = historyEnd - weeks * 7 + Math.floor((uniform(chance) * weeks * 7) / 2)
  while (at <= historyEnd) {
    bought.push({ on: Math.floor(at), net: 1 + Math.round((typical * gamma(chance, 5)) / 5) })
    if (uniform(chance) < leaving) break
    at += (-Math.log(uniform(chance)) / rate) * 7
  }
  return bought
}

function beta(chance: Chance, a: number, b: number): number {
  const [x, y] = [gamma(chance, a), gamma(chance, b)]
  return x / (x + y)
}

/** Marsaglia and Tsang (2000); a shape below one by the power of a uniform. */
function gamma(chance: Chance, shape: number): number {
  if (shape < 1) return gamma(chance, shape + 1) * uniform(chance) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(uniform(chance))) * Math.cos(2 * Math.PI * uniform(chance))
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(uniform(chance)) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Above zero and below one. */
function uniform(chance: Chance): number {
  return (chance.int(0, 2 ** 30 - 1) + 0.5) / 2 ** 30
}
