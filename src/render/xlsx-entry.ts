import type { DataValidation, Style, Worksheet } from 'exceljs'
import type { Column, Table } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { displayWidth } from './text-width.js'
import { renderWords } from './words.js'

/** Excel's longest list of words inside a validation, longest title and longest sentence of one. */
const LONGEST_LIST = 255
const LONGEST_TITLE = 32
const LONGEST_TEXT = 255

/** Before any day a seller means. */
const LONG_AGO = '1999-12-31'

/** Where the cells of a column that is filled in stand. */
interface EntryPlace {
  /** The column, from 1. */
  readonly at: number
  /** Rows under the heading. */
  readonly rows: number
  /** YYYY-MM-DD; days that are filled in lie after it. */
  readonly asOf: string
  readonly lang: Lang
}

/** Whether somebody is to fill something in. */
export function isToWorkIn({ columns }: Table): boolean {
  return columns.some(({ entry }) => entry !== undefined)
}

/** A light ground under the cells to fill in; the key is grey: it is not for people. */
export function entryStyle({ entry }: Column): Partial<Style> {
  if (entry === undefined) return {}
  if (entry.kind === 'key') return { font: { name: 'Calibri', family: 2, size: 8, color: { argb: 'FF9AA3AE' } } }
  return {
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8DC' } },
    border: {
      bottom: { style: 'hair', color: { argb: 'FFD9CE9E' } },
      right: { style: 'hair', color: { argb: 'FFD9CE9E' } },
    },
  }
}

/** Room for what will be written, in characters. */
export function leastEntryWidth({ entry }: Column): number {
  if (entry === undefined || entry.kind === 'key') return 0
  if (entry.kind === 'choice') return Math.max(...entry.choices.map(displayWidth)) + 4
  return entry.kind === 'text' ? 44 : 14
}

/**
 * Drop-downs, dates and hints on the very rows there are. One validation a column: one a cell would take exceljs minutes, and one over
 * a whole column programs. What does not fit is warned of and may stay, since a seller has words of his own.
 */
export function guideEntry(sheet: Worksheet, { label, entry }: Column, { at, rows, asOf, lang }: EntryPlace): void {
  if (entry === undefined || rows === 0) return
  const { letter } = sheet.getColumn(at)
  const place = rows === 1 ? `${letter}2` : `${letter}2:${letter}${rows + 1}`
  const prompt = {
    ...{ showInputMessage: true, allowBlank: true },
    ...{ promptTitle: label.slice(0, LONGEST_TITLE), prompt: entry.hint.slice(0, LONGEST_TEXT) },
  }
  validationsOf(sheet).add(place, { ...prompt, ...ruleOf(entry, asOf, lang) })
}

function ruleOf(entry: NonNullable<Column['entry']>, asOf: string, lang: Lang): DataValidation {
  const words = renderWords(lang)
  const warning = { showErrorMessage: true, errorStyle: 'warning' }
  if (entry.kind === 'choice' && fitsInline(entry.choices))
    return { ...warning, type: 'list', formulae: [`"${entry.choices.join(',')}"`], error: words.otherWord }
  if (entry.kind === 'amount')
    return { ...warning, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], error: words.noAmount }
  if (entry.kind !== 'date') return { type: 'any' } as unknown as DataValidation
  const [after, error] = entry.isAnyDay === true ? [LONG_AGO, words.noDay] : [asOf, words.notLater(asOf)]
  const formulae = [new Date(`${after}T00:00:00Z`)]
  return { ...warning, type: 'date', operator: 'greaterThan', formulae, error }
}

/** Words with a comma or a quote, or too many of them, cannot stand inside a validation. */
function fitsInline(choices: readonly string[]): boolean {
  return choices.join(',').length <= LONGEST_LIST && !choices.some((choice) => /[",]/.test(choice))
}

/** What exceljs keeps beside the sheet; its types name it nowhere. */
function validationsOf(sheet: Worksheet): { add(place: string, rule: DataValidation): void } {
  return (sheet as unknown as { dataValidations: { add(place: string, rule: DataValidation): void } }).dataValidations
}
