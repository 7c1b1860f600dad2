import type { Style, Worksheet } from 'exceljs'
import type { SheetValue } from './xlsx-cell.js'
import { xmlText } from './xlsx-charts/markup.js'
import type { Writer } from './xlsx-parts.js'

/** Texts of a workbook that stand once in a table of their own; of a longer list most are names, which occur once anyway. */
const MOST_SHARED = 10_000
/** Rows put into one piece of markup. */
const BATCH = 100
const DAY_MS = 86_400_000
/** 1970-01-01 as Excel counts days. */
const FIRST_SERIAL = 25_569

/** What exceljs 4.4.0 keeps to itself of the workbook and of a sheet whose first row is written. */
interface WorkbookInside {
  readonly styles: { addStyleModel(style: Partial<Style>): number }
  readonly sharedStrings: { readonly count: number; add(text: string): number }
}
interface SheetInside {
  readonly stream: { write(markup: string): void }
}

/** A sheet's rows below its heading. */
export interface Rows {
  /** Adds the next row; `styles` are the looks of its cells, known again by object. */
  add(cells: readonly SheetValue[], styles: readonly Partial<Style>[]): void
  /** Writes what is not written yet. */
  flush(): void
}

/**
 * Writes rows of a sheet as markup, from row 2 on, after its heading is committed and in place of any more rows of exceljs: that makes ten
 * objects a cell, which was most of the time a long list took. Styles and shared texts stay those of the workbook.
 */
export function rowsOf(workbook: Writer, sheet: Worksheet, columns: number): Rows {
  const { styles, sharedStrings } = workbook as unknown as WorkbookInside
  const { stream } = sheet as unknown as SheetInside
  const letters = Array.from({ length: columns }, (_, at) => lettersOf(at))
  const open = ` spans="1:${columns}" x14ac:dyDescent="0.25">`
  // A look into the workbook's own table would make each text a name of a property, which is slow.
  const shared = new Map<string, number>()
  let [number, batch] = [1, '']

  const textCell = (text: string): string => {
    const at = shared.get(text)
    if (at === undefined && sharedStrings.count >= MOST_SHARED) return ` t="inlineStr"><is>${inlineText(text)}</is></c>`
    if (at === undefined) shared.set(text, sharedStrings.add(text))
    return ` t="s"><v>${at ?? shared.get(text)}</v></c>`
  }
  const cellMarkup = (value: SheetValue, style: Partial<Style>, at: number): string => {
    const start = `<c r="${letters[at]}${number}" s="${styles.addStyleModel(style)}"`
    if (value === null) return `${start}/>`
    if (typeof value === 'string') return start + textCell(value)
    const figure = typeof value === 'number' ? value : FIRST_SERIAL + value.getTime() / DAY_MS
    return `${start}><v>${figure}</v></c>`
  }
  const flush = () => {
    if (batch !== '') stream.write(batch)
    batch = ''
  }
  const add = (cells: readonly SheetValue[], looks: readonly Partial<Style>[]) => {
    number++
    batch += `<row r="${number}"${open}`
    for (let at = 0; at < cells.length; at++) batch += cellMarkup(cells[at]!, looks[at]!, at)
    batch += '</row>'
    if (number % BATCH === 0) flush()
  }
  return { add, flush }
}

function inlineText(text: string): string {
  return /^\s|\n|\s$/.test(text) ? `<t xml:space="preserve">${xmlText(text)}</t>` : `<t>${xmlText(text)}</t>`
}

/** The letters of a column, counted from 0. */
function lettersOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : lettersOf(Math.floor(at / 26) - 1) + last
}
