import type { Report } from '../core/report/model.js'
import type { Column, Table, TableRow } from '../core/report/table.js'
import type { CellValue } from './value.js'

// Allowed inside JSON text but able to steer a terminal: DEL, C1, direction marks, Unicode line ends.
const unprintable = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/**
 * The report as one JSON document: the first table is `columns`, `rows`, `omitted`; the others follow under `tables`. Keys
 * are English and always in this order, money is integer minor units, blanks are null. No character in it steers a terminal.
 */
export function renderJson(report: Report): string {
  return [...jsonPieces(report)].join('')
}

/** The same in pieces, row by row: a list of every customer is never held as one text. */
export function* jsonPieces(report: Report): Generator<string> {
  for (const piece of objectOf(documentMembers(report), 0)) yield printable(piece)
  yield '\n'
}

/** The rows of one table, one JSON object a line. */
export function renderJsonLines(table: Table): string {
  return table.rows.map((row) => `${printable(JSON.stringify(rowJson(table.columns, row)))}\n`).join('')
}

type Pieces = Iterable<string>

function* documentMembers(report: Report): Generator<Pieces> {
  const [main, ...others] = report.tables
  const { name, asOf, window, currency, params, summary, notes, actions } = report
  yield* membersOf({ schemaVersion: 1, report: name, asOf, window, currency, params, summary }, 1)
  yield* main ? tableMembers(main, 1) : membersOf({ columns: [], rows: [], omitted: 0 }, 1)
  yield* membersOf({ notes, ...(actions === undefined ? {} : { actions }) }, 1)
  yield member('tables', listOf(others.map(tableObject), 1), 1)
}

function tableObject(table: Table): Pieces {
  const { key, title } = table
  return objectOf([...membersOf({ key, title }, 3), ...tableMembers(table, 3)], 2)
}

/** What a table is in an object whose members stand at a depth. */
function* tableMembers({ columns, rows, omitted, reason }: Table, depth: number): Generator<Pieces> {
  const shown = columns.map(({ key, kind, label, currency }) => ({
    ...{ key, kind, label },
    ...(currency === undefined ? {} : { currency }),
  }))
  yield* membersOf({ columns: shown }, depth)
  yield member('rows', rowList(columns, rows, depth), depth)
  yield* membersOf({ omitted, ...(reason === undefined ? {} : { reason }) }, depth)
}

/** Rows written at once. */
const ROWS_A_PIECE = 256

/** Rows stand on one line each: short, and easy to search. */
function* rowList(columns: readonly Column[], rows: Table['rows'], depth: number): Generator<string> {
  const before = indent(depth + 1)
  const rowText = rowWriter(columns)
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE) {
    let text = at === 0 ? '[' : ','
    const end = Math.min(at + ROWS_A_PIECE, rows.length)
    for (let i = at; i < end; i++) text += `${i === at ? '' : ','}\n${before}{${rowText(rows[i]!)}}`
    yield text
  }
  yield rows.length === 0 ? '[]' : `\n${indent(depth)}]`
}

/** Writes the members of a row. A cell most often says what the one above it says, and is not written out anew then. */
function rowWriter(columns: readonly Column[]): (row: TableRow) => string {
  const cells = columns.map(({ key }, i) => {
    return { key, start: `${i === 0 ? '' : ', '}${JSON.stringify(key)}: `, value: null as CellValue, text: 'null' }
  })
  return (row) => {
    let text = ''
    for (const cell of cells) {
      const value = row[cell.key]
      if (value !== cell.value) {
        cell.value = value
        cell.text = cellText(value)
      }
      text += cell.start + cell.text
    }
    return text
  }
}

function cellText(value: CellValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (value === undefined || value === null) return 'null'
  return JSON.stringify(value)
}

function membersOf(values: Readonly<Record<string, unknown>>, depth: number): Pieces[] {
  return Object.entries(values).map(([key, value]) => member(key, [textOf(value, depth)], depth))
}

function* member(key: string, value: Pieces, depth: number): Generator<string> {
  yield memberStart(key, depth)
  yield* value
}

function memberStart(key: string, depth: number): string {
  return `${indent(depth)}${JSON.stringify(key)}: `
}

/** No text inside JSON holds a line end of its own. */
function textOf(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent(depth)}`)
}

function* objectOf(members: Iterable<Pieces>, depth: number): Generator<string> {
  yield '{\n'
  yield* separated(members, ',\n')
  yield `\n${indent(depth)}}`
}

function* listOf(items: Iterable<Pieces>, depth: number): Generator<string> {
  const before = indent(depth + 1)
  let isEmpty = true
  for (const piece of separated(items, `,\n${before}`)) {
    yield isEmpty ? `[\n${before}${piece}` : piece
    isEmpty = false
  }
  yield isEmpty ? '[]' : `\n${indent(depth)}]`
}

function* separated(items: Iterable<Pieces>, separator: string): Generator<string> {
  let isFirst = true
  for (const item of items) {
    if (!isFirst) yield separator
    yield* item
    isFirst = false
  }
}

function indent(depth: number): string {
  return '  '.repeat(depth)
}

function rowJson(columns: readonly Column[], row: Table['rows'][number]): Record<string, CellValue> {
  // fromEntries defines own properties, so that a key such as __proto__ stays data.
  return Object.fromEntries(columns.map(({ key }) => [key, jsonValue(row[key])]))
}

function jsonValue(value: CellValue): CellValue {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return null
  return value
}

function printable(json: string): string {
  return json.replace(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
