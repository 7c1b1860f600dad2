import { levelNamed } from '../../follow-up/leads/words.js'
import type { Format } from '../format.js'
import type { ColumnLook } from './column-look.js'

/**
 * Whether a bare level is that of customers or members: where another column speaks of leads, because most values are no levels of
 * leads; where none does, because some are not, or all are those of any grading (A, B, C).
 */
export function areOtherLevels(
  { isToldByLevels, any, ownWords }: Format,
  keys: readonly string[],
  looks: readonly ColumnLook[],
): boolean {
  if (isToldByLevels !== true) return false
  const at = ownWords?.level?.map((word) => keys.indexOf(word)).find((found) => found >= 0) ?? -1
  const values = looks[at]?.texts.filter((text) => text !== '') ?? []
  const isOfLeads = any?.some((word) => keys.includes(word)) === true
  const unknown = values.filter((text) => levelNamed(text) === null)
  if (isOfLeads) return unknown.length * 2 > values.length
  return unknown.length > 0 || !values.some((text) => levelNamed(text) === 'H' || text.includes('意向'))
}
