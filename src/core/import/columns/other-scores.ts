import type { Format } from '../format.js'
import { readRating } from '../words/rating.js'
import type { ColumnLook } from './column-look.js'

/** Whether a plain score goes on another scale than from 1 to 5: then a 4 is no good rating, and none is taken. */
export function areOtherScores(
  { isToldByScores, ownWords }: Format,
  keys: readonly string[],
  looks: readonly ColumnLook[],
): boolean {
  if (isToldByScores !== true) return false
  const at = ownWords?.rating?.map((word) => keys.indexOf(word)).find((found) => found >= 0) ?? -1
  const values = looks[at]?.texts.filter((text) => text !== '') ?? []
  return values.length === 0 || values.some((text) => readRating(text) === null)
}
