import type { Field } from '../field.js'
import type { ColumnLook } from './column-look.js'
import { writtenNumber } from './written-number.js'

/** Names that stand above the number of a credit note as often as above its amount; a bare "credit" is also a way of paying. */
const creditNote = /^credit (?:note|memo)s?$/

/** As amounts are written, and numbers of notes are not. */
const money = /[.,]\d{1,2}\D*$|[¥￥$€£]/

/**
 * The column of a sheet of sales that holds what credit notes gave back, under a name that may be that of their numbers as well;
 * -1 where none does. Amounts lie below the order's own, and some of them have cents or a sign.
 */
export function creditColumn(
  keys: readonly string[],
  looks: readonly ColumnLook[],
  columns: ReadonlyMap<Field, readonly number[]>,
): number {
  const [total = -1] = columns.get('orderTotal') ?? []
  if (total < 0 || columns.has('refundAmount')) return -1
  return keys.findIndex((key, at) => creditNote.test(key) && at !== total && holdsParts(looks[at], looks[total]))
}

function holdsParts(look: ColumnLook | undefined, whole: ColumnLook | undefined): boolean {
  const rows = (look?.texts ?? []).flatMap((text, row) => (text === '' ? [] : [{ text, all: whole?.texts[row] ?? '' }]))
  const isPart = (text: string, all: string) => {
    const [part, sum] = [writtenNumber(text), writtenNumber(all)]
    return part !== null && sum !== null && Math.abs(part) <= Math.abs(sum)
  }
  return rows.some(({ text }) => money.test(text)) && rows.every(({ text, all }) => isPart(text, all))
}
