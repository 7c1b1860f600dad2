import { cellText, filledColumn, isBlankRow, isHeadingRow, isPlainTotal, isTotalRow } from '../cells.js'
import type { Match } from '../columns/detect.js'
import type { Cell } from '../sheet.js'
import { type OrderColumns, orderColumns } from './order-columns.js'
import { idInShop, orderIdReader } from './order-id.js'
import { isSideLine } from './side-lines.js'

/** Whether a row sums up others: it bears a word for a total, and neither a day nor an item. */
export function isSumRow({ id, items, placed }: OrderColumns, cells: readonly Cell[], idColumn: number): boolean {
  const mayBeTotal = idColumn < 0 || id.length === 0 || /^\D/.test(cellText(cells[idColumn]))
  if (!mayBeTotal || !isTotalRow(cells)) return false
  const isWord = (at: number) => isTotalRow([cells[at]!])
  // Whatever has a day is an order, also of a customer called Total; but nobody is called 合计.
  const day = filledColumn(cells, placed)
  if (day >= 0 && !isWord(day) && !cells.some(isPlainTotal)) return false
  return !items.some((at) => at !== idColumn && cells[at] !== undefined && cells[at] !== '' && !isWord(at))
}

/** Whether a row says nothing but a remark under the table: one text without a digit, where neither names nor items nor amounts stand. */
export function isRemark(columns: OrderColumns, cells: readonly Cell[]): boolean {
  const [placed = -1] = columns.placed
  const [id = -1] = columns.id
  // Asked for each row: an order has a day or a number with digits in it.
  if (hasDigit(cells[placed]) || hasDigit(cells[id]) || !isHeadingRow(cells)) return false
  const at = cells.findIndex((cell) => cellText(cell) !== '')
  const spoken = [columns.buyers, columns.products, ...[...columns.amounts, ...columns.costs].map((one) => one.columns)]
  return typeof cells[at] === 'string' && !hasDigit(cells[at]) && !spoken.some((list) => list.includes(at))
}

function hasDigit(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return typeof cell === 'number'
  const first = cell.charCodeAt(0)
  return (first >= 48 && first <= 57) || /\p{Nd}/u.test(cell)
}

/**
 * Tells row by row, in the order of the sheet, the number of the order a row belongs to: its own, or the one above where it
 * goes on with that; '' where it belongs to none whose number is known.
 */
export function orderOfRow(match: Match, isForced: boolean): (cells: readonly Cell[]) => string {
  const columns = orderColumns(match)
  const idOf = orderIdReader(match)
  const isPlain = match.format.fields === 'aliases'
  let current = ''
  return (cells) => {
    // An order goes on below the number of a page.
    if (isPlain && isSideLine(cells, columns)) return current
    const own = idOf(cells)
    const { id, shop, column, isDamaged } = own
    const isNumbered = column >= 0 || id !== ''
    if (!isNumbered && isBlankRow(cells)) return current
    if (isSumRow(columns, cells, column)) current = ''
    else if (isNumbered && isDamaged && !isForced) current = ''
    else if (isNumbered) current = shop === '' && idBehind(current) === id ? current : idInShop(own)
    else if (filledColumn(cells, columns.products) < 0) current = ''
    return current
  }
}

/** The number in what `idInShop` made. */
function idBehind(key: string): string {
  return key.slice(key.indexOf('\u0001') + 1)
}
