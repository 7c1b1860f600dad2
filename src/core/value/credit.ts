/**
 * Credit lists (R28, ALGORITHMS §10). Fulfilment = kept ÷ placed over 365 days. Kept is a purchase that counts (R1). Placed
 * besides, and not kept, is what was cancelled or refused before it was paid, and what is not paid after a month. Who called an
 * order off is hardly ever in an export: one that was paid and given back is left out of both, since the seller's own
 * cancellations look like that and returned goods have a measure of their own.
 */
import type { OrderColumns } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { isWithin, type Window } from './aggregate.js'
import { COLOURS, type Colour } from './grades/words.js'

/** With fewer orders a share says nothing. */
export const FEWEST_PLACED = 4
/** An order may wait so many days for its payment before it is not kept. */
export const PAYMENT_DAYS = 30

/** An order that was called off before it was paid, or waits for its payment. */
export interface UnpaidOrder {
  readonly on: Day
  readonly state: 'cancelled' | 'pending'
  /** The snapshot counts it as a purchase (R1, `count.pending`). */
  readonly isCounted: boolean
}

/** How a customer keeps to what was ordered. */
export interface Fulfilment {
  readonly kept: number
  readonly placed: number
  /** Null below four placed orders. */
  readonly share: number | null
}

/** Orders kept and placed in a window that ends on the as-of day. */
export function fulfilment(
  { start, day, counted }: OrderColumns,
  customer: number,
  window: Window,
  unpaid: readonly UnpaidOrder[],
): Fulfilment {
  let kept = 0
  for (let at = start[customer]!; at < start[customer + 1]!; at++) if (counted[at] && isWithin(day[at]!, window)) kept++
  let broken = 0
  for (const { on, state, isCounted } of unpaid) {
    if (!isWithin(on, window)) continue
    if (isCounted) kept--
    if (state === 'cancelled' || window.to - on > PAYMENT_DAYS) broken++
  }
  const placed = kept + broken
  return { kept, placed, share: placed < FEWEST_PLACED ? null : kept / placed }
}

/** Where yellow and green begin, in percent, and the least traded amount of a green customer in minor units. */
export interface CreditRules {
  readonly cuts: readonly [yellow: number, green: number]
  readonly greenFromMinor: number | null
}

/** The list by fulfilment: green, yellow or red; a small amount lowers green to yellow and nothing more. Null without a share. */
export function creditColour(
  { share, kept, placed }: Fulfilment,
  tradedMinor: number,
  { cuts: [yellow, green], greenFromMinor }: CreditRules,
): Colour | null {
  if (share === null) return null
  // Whole numbers: 19 of 20 is exactly 95 %.
  if (isBelow(kept, placed, yellow)) return 'red'
  const isSmall = greenFromMinor !== null && tradedMinor < greenFromMinor
  return isBelow(kept, placed, green) || isSmall ? 'yellow' : 'green'
}

function isBelow(kept: number, placed: number, percent: number): boolean {
  return kept * 1000 < placed * Math.round(percent * 10)
}

/** Whether a list lowers the service level: below 75 %, or what the seller set as bad as that. */
export function isLowered(colour: Colour | null): boolean {
  return colour !== null && COLOURS.indexOf(colour) >= COLOURS.indexOf('red')
}
