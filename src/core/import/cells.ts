import { cleanCell, spreadsheetError } from '../values/text.js'
import type { Cell } from './sheet.js'

/** No word for "no value" begins with a digit, so most cells need no cleaning to be told from a blank. */
function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0)
  return code >= 48 && code <= 57
}

/** Digits at both ends, as nearly all numbers and days have: nothing to clean off. */
export function isPlain(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return startsWithDigit(text) && last >= 48 && last <= 57
}

/** Text of a cell, cleaned; numbers as their shortest decimal, errors and blanks as ''. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return isPlain(cell) ? cell : cleanCell(cell)
  return typeof cell === 'number' ? String(cell) : ''
}

export function isError(cell: Cell | undefined): cell is { readonly error: string } {
  return typeof cell === 'object'
}

/** Position of the first non-blank column of a field in a row, -1 when all are blank. */
export function filledColumn(cells: readonly Cell[], columns: readonly number[]): number {
  for (const column of columns) {
    const cell = cells[column]
    if (cell === undefined || cell === '') continue
    if (typeof cell !== 'string' || startsWithDigit(cell) || cleanCell(cell) !== '') return column
  }
  return -1
}

/** The error a cell holds instead of a value, in a workbook or as the text a spreadsheet program saves; null where it holds none. */
export function errorIn(cell: Cell | undefined): string | null {
  if (typeof cell === 'string') return spreadsheetError(cell)
  return isError(cell) ? cell.error : null
}

/** Position of the first column that is filled or holds an error: an amount or a day that is lost is not one that is missing. */
export function valueColumn(cells: readonly Cell[], columns: readonly number[]): number {
  const filled = filledColumn(cells, columns)
  if (filled === columns[0]) return filled
  const before = filled < 0 ? columns : columns.slice(0, columns.indexOf(filled))
  return before.find((column) => errorIn(cells[column]) !== null) ?? filled
}

export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '')
}

/** A row in which nothing but one cell is filled. */
export function isHeadingRow(cells: readonly Cell[]): boolean {
  return cells.filter((cell) => cellText(cell) !== '').length === 1
}

/** Words for a total that may be somebody's name as well, and that say nothing beside a day. */
const totalWord =
  /^(平均|total|sum|count|average|suma|somme|soma|jumlah|gesamt|totale|totaal|totalt|summa|razem|i alt|รวม)\s*([:：(（].*|\d.*|for\b.*)?$/i

/** Words nobody is called: a total of the month, of the page, of all. */
const plainTotalWord =
  /^(?:[本当當上全年月日季度第页頁0-9]{0,6}(?:合计|总计|小计|共计|累计|汇总|总金额|合計|總計|小計|共計|累計|彙總|總金額|加總|総計|総合計)|(?:grand|sub|monthly|daily|weekly|yearly|annual|quarterly|running|page)[\s-]*total|(?:end|zwischen|gesamt)?summe|gesamtbetrag|total g[eé]n[eé]ral|total geral|รวมทั้งหมด)(?:\s*[:：(（\d].*|\s+\S{1,12})?$/i

/** A cell that says that its row is a total, and cannot be anybody's name. */
export function isPlainTotal(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && plainTotalWord.test(cell.trim())
}

const isTotalWord = (cell: Cell): boolean =>
  typeof cell === 'string' && (totalWord.test(cell.trim()) || isPlainTotal(cell))

/** A row that sums up others: its first or second filled cell is a word for a total and nothing else (FORMATS §3). */
export function isTotalRow(cells: readonly Cell[]): boolean {
  let filled = 0
  for (const cell of cells) {
    if (cell === '') continue
    if (isTotalWord(cell)) return true
    if (++filled === 2) return false
  }
  return false
}

/** Three words; begins at the end of a word, since each start in the middle of a long one would look through all of it. */
const words = /\p{L}\s+\p{L}+\s+\p{L}/u

function isSentence(text: string): boolean {
  const digit = text.search(/\d/)
  return words.test(digit < 0 ? text : text.slice(0, digit))
}

/** The row of explanations some platforms write under the header (FORMATS §3, TikTok Shop). */
export function isDescriptionRow(idCell: Cell | undefined, amountCell: Cell | undefined): boolean {
  return (
    typeof idCell === 'string' &&
    isSentence(idCell) &&
    typeof amountCell === 'string' &&
    amountCell !== '' &&
    !/\d/.test(amountCell)
  )
}

/** The letters under which a spreadsheet program shows a column: A, B, … Z, AA. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter
}
