import { hash53 } from '../../values/hash.js'

/** More than this held out leaves too few to contact. */
export const MOST_HELD_OUT_PERCENT = 90

/**
 * Which of the chosen customers are not contacted, so that there is something to compare with: those with the smallest hashes of campaign
 * and customer id (ALGORITHMS §6). No clock and no order of the list takes part. As many as `percent` of them comes to, rounded to the nearest.
 */
export function heldOutOf(campaign: string, ids: readonly string[], percent: number): ReadonlySet<string> {
  const drawn = ids.map((id) => ({ id, lot: hash53(`${campaign}\u0001${id}`) }))
  drawn.sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1))
  return new Set(drawn.slice(0, Math.round((ids.length * percent) / 100)).map(({ id }) => id))
}

/** Among how many customers a percentage above 0 comes to one who is held out. */
export function fewestToHoldOut(percent: number): number {
  return Math.ceil(50 / percent)
}
