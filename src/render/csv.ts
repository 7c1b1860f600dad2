import { type Column, columnFor, type Table } from '../core/report/table.js'
import { minorDigits } from '../core/values/money.js'
import { forTerminal } from '../core/values/text.js'
import { escapeCsvCell } from './csv-escape.js'
import { type CellValue, finiteNumber, isNumeric, textOf } from './value.js'

/** How a delimited text is written. */
export interface CsvOptions {
  /** Machine form: no apostrophe before text that a spreadsheet program would run, codes and phones as stored. */
  readonly raw: boolean
  /** Begins with the headings of the columns; it does when not given. */
  readonly isHeaded?: boolean | undefined
  /** Byte order mark, so that Excel on Windows reads the text as UTF-8. */
  readonly bom: boolean
  readonly delimiter: ',' | ';' | '\t'
  /** Line end; CRLF with a byte order mark, else LF, when not given. */
  readonly newline?: '\r\n' | '\n'
  /** Control characters made visible, for a terminal. */
  readonly visible?: boolean
}

/** Kinds whose values are fractions, or differences of them. */
const fractions: ReadonlySet<Column['kind']> = new Set(['percent', 'points', 'bar'])

const isoDate = /^\d{4}-\d{2}-\d{2}$/

/**
 * One table as delimited text: numbers and dates of typed columns bare (money as a plain decimal number, shares as
 * fractions), blanks empty, everything else quoted and formula-proof. Lists are joined by `; `.
 */
export function renderCsv(table: Table, options: CsvOptions): string {
  const newline = options.newline ?? (options.bom ? '\r\n' : '\n')
  const rules = { ...options, isForProgram: table.forProgram !== undefined }
  const heading = table.columns.map((column) => quote(column.label, rules)).join(options.delimiter)
  const lines = options.isHeaded === false ? [] : [heading]
  for (const row of table.rows) {
    lines.push(
      table.columns.map((column) => field(row[column.key], columnFor(column, row), rules)).join(options.delimiter),
    )
  }
  return `${options.bom ? '\uFEFF' : ''}${lines.map((line) => line + newline).join('')}`
}

// Money in major units by exact text, fractions without float noise.
function plainNumber(value: number, column: Column): string {
  if (column.kind === 'money') return minorText(value, minorDigits(column.currency ?? ''))
  if (fractions.has(column.kind)) return String(Number(value.toFixed(6)))
  return String(value)
}

/** How the cells of one table are written. */
interface CellRules extends Pick<CsvOptions, 'raw' | 'visible'> {
  /** Another program takes the table in: it wants numbers to dial as they are dialled. */
  readonly isForProgram: boolean
}

/** Nothing but a plus and the digits of a number: no spreadsheet program makes a formula of it that reckons. */
const dialled = /^\+[1-9]\d{6,14}$/

function field(value: CellValue, column: Column, options: CellRules): string {
  if (value === null || value === undefined) return ''
  const number = isNumeric(column.kind) ? finiteNumber(value) : null
  if (number !== null) return plainNumber(number, column)
  if (typeof value === 'number' && !Number.isFinite(value)) return ''
  if (options.isForProgram && typeof value === 'string' && dialled.test(value)) return `"${value}"`
  const text =
    options.raw || column.isCodeInCsv || column.kind === 'trend' ? rawText(value) : textOf(value, column, '; ')
  return column.kind === 'date' && isoDate.test(text) ? text : quote(text, options)
}

function rawText(value: NonNullable<CellValue>): string {
  return Array.isArray(value) ? value.join('; ') : String(value)
}

function quote(text: string, { raw, visible }: Pick<CsvOptions, 'raw' | 'visible'>): string {
  const safe = raw ? text : escapeCsvCell(text)
  return `"${(visible ? forTerminal(safe) : safe).replaceAll('"', '""')}"`
}

/** Minor units as a decimal number by exact text. */
export function minorText(minor: number, digits: number): string {
  if (digits === 0 || !Number.isInteger(minor)) return String(minor)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
