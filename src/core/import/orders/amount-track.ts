import { type Decimal, minus, plus } from '../../values/decimal.js'
import type { LeveledField } from '../field.js'

/** One amount column over the rows of an order: whether it stands once an order or on every line is decided by the sheet. */
export interface AmountTrack {
  readonly first: Decimal
  sum: Decimal
  /** What of the sum is below zero: money given back on a row of its own. */
  negative: Decimal
  varies: boolean
  /** Rows on which the column is filled. */
  count: number
}

export const nothing: Decimal = { units: 0, scale: 0 }

const belowZero = (amount: Decimal): Decimal => (amount.units < 0 ? amount : nothing)

/** Adds what one more row of the order says. */
export function addToTrack(tracks: Map<LeveledField, AmountTrack>, field: LeveledField, amount: Decimal): void {
  const track = tracks.get(field)
  if (track === undefined) {
    tracks.set(field, { first: amount, sum: amount, negative: belowZero(amount), varies: false, count: 1 })
    return
  }
  track.varies ||= plus(track.first, minus(amount)).units !== 0
  track.sum = plus(track.sum, amount)
  track.negative = plus(track.negative, belowZero(amount))
  track.count++
}
