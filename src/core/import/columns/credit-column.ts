import { parseAmount } from '../../values/money.js'
import type { Field } from '../field.js'
import type { ColumnLook } from './column-look.js'

/** Names of a credit note that stand above its number as often as above its amount. */
const creditNote = /^(?:credit(?: note| memo)?s?|credit notes?|credited|cn|贷项通知单|红字)$/

/**
 * The column of a sheet of sales that holds what credit notes gave back, under a name that may be that of their numbers as well;
 * -1 where none does. Amounts lie below the order's own, and do not count up.
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
  const parts = rows.map(({ text, all }) => ({ part: plain(text), all: plain(all) }))
  const areParts = parts.every(({ part, all }) => part !== null && all !== null && Math.abs(part) <= Math.abs(all))
  const told = parts.flatMap(({ part }) => (part === null || part === 0 ? [] : [part]))
  const isCounting = told.length > 1 && told.every((part, at) => at === 0 || part === told[at - 1]! + 1)
  return told.length > 0 && areParts && !isCounting
}

function plain(text: string): number | null {
  const amount = parseAmount(text, /,\d{1,2}$/.test(text) ? ',' : '.')
  return amount && amount.units / 10 ** amount.scale
}
