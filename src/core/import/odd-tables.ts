import { monthOfWord } from '../values/month-names.js'
import { isBlankRow } from './cells.js'
import type { ColumnLook } from './column-look.js'
import { columnsByAlias } from './detect.js'
import type { Field } from './field.js'
import type { Header } from './header.js'
import type { RowBatch } from './sheet.js'

const month = '(?:0?[1-9]|1[0-2])'
const monthForms = [
  new RegExp(`^(?:19|20)\\d\\d ?[-/.年] ?${month} ?月?(?:份)?$`),
  new RegExp(`^${month} ?[-/.] ?20\\d\\d$`),
  new RegExp(`^(?:${month}|十?[一二三四五六七八九十]) ?月(?:份)?$`),
  /^(?:19|20)\d\d-\d\d-\d\d(?: 00:00:00)?$/,
]

/** Whether a column is called after a month, or after a day as a spreadsheet keeps a month: 2026-01, 1月, Jan 26. */
function isMonth(text: string): boolean {
  const [, word = ''] = /^(\p{L}{3,9})\.?(?:[ '’/-]*(?:20)?\d\d)?$/u.exec(text) ?? []
  return monthForms.some((form) => form.test(text)) || monthOfWord(word) !== null
}

/** A column that holds amounts or counts. */
const MOST = 0.5

/** The columns of a sheet that sums up months beside each other: at least three, and amounts in two of them; none in any other sheet. */
export function monthColumns({ texts }: Header, looks: readonly ColumnLook[]): readonly number[] {
  const named = texts.flatMap((text, at) => (isMonth(text) ? [at] : []))
  const summed = named.filter((at) => looks[at]!.amount > MOST)
  // A month to come has no sales yet.
  const isPivot =
    named.length >= 3 && summed.length >= 2 && named.every((at) => summed.includes(at) || looks[at]!.isBlank)
  return isPivot ? named : []
}

/** Where two tables stand beside each other: the names of their columns. */
export interface SideBySide {
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/**
 * Two tables of one sheet with a blank column between them; null where there is one. What is right of the gap is a table of its
 * own where it names again what the left one has, or goes on below its end.
 */
export function tablesBeside(header: Header, head: RowBatch): SideBySide | null {
  const { texts, keys } = header
  const rows = head.rows.filter((row, at) => head.numbers[at]! > header.row && !isBlankRow(row))
  const isBlank = (at: number) => texts[at] === '' && rows.every((row) => (row[at] ?? '') === '')
  const gap = texts.findIndex((_, at) => texts.slice(0, at).filter(Boolean).length >= 2 && isBlank(at))
  if (gap < 0) return null
  const right = texts.flatMap((text, at) => (at > gap && text !== '' ? [at] : []))
  if (right.length < 2) return null
  const ofLeft = columnsByAlias(keys.slice(0, gap))
  const ofRight = columnsByAlias(keys.map((key, at) => (at > gap ? key : '')))
  const namesAgain = keys.some((key, at) => at > gap && key !== '' && keys.slice(0, gap).includes(key))
  const goesOn = isSale(ofLeft) && linesBelow(rows, gap) >= 2
  const isTwice = (namesAgain && ofRight.size > 0) || (isSale(ofLeft) && isSale(ofRight)) || goesOn
  return isTwice ? { left: texts.slice(0, gap).filter(Boolean), right: right.map((at) => texts[at]!) } : null
}

function isSale(columns: ReadonlyMap<Field, unknown>): boolean {
  return columns.has('placedAt') && columns.has('orderTotal')
}

/** Rows at the end of which only the right part is filled. */
function linesBelow(rows: RowBatch['rows'], gap: number): number {
  const last = rows.findLastIndex((row) => !isBlankRow(row.slice(0, gap)))
  return rows.slice(last + 1).filter((row) => row.slice(gap).filter((cell) => cell !== '').length >= 2).length
}
