import { hash53 } from '../values/hash.js'

/** A customer's lot, from 0 to 99: the same for ever, so that a larger sample holds the smaller, and no part of any campaign's draw. */
export function lotOf(id: string): number {
  return hash53(`sample\u0001${id}`) % 100
}
