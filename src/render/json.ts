import type { Column, Report, Table } from '../core/report/model.js'
import type { CellValue } from './value.js'

// Allowed inside JSON text but able to steer a terminal: DEL, C1, direction marks, Unicode line ends.
const unprintable = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/**
 * The report as one JSON document: the first table is `columns`, `rows`, `omitted`; the others follow under `tables`. Keys
 * are English and always in this order, money is integer minor units, blanks are null. No character in it steers a terminal.
 */
export function renderJson(report: Report): string {
  const [main, ...others] = report.tables
  const document = {
    schemaVersion: 1,
    report: report.name,
    asOf: report.asOf,
    window: report.window,
    currency: report.currency,
    params: report.params,
    summary: report.summary,
    ...(main ? tableJson(main) : { columns: [], rows: [], omitted: 0 }),
    notes: report.notes,
    tables: others.map((table) => ({ key: table.key, title: table.title, ...tableJson(table) })),
  }
  return `${printable(JSON.stringify(document, null, 2))}\n`
}

/** The rows of one table, one JSON object a line. */
export function renderJsonLines(table: Table): string {
  return table.rows.map((row) => `${printable(JSON.stringify(rowJson(table.columns, row)))}\n`).join('')
}

function tableJson(table: Table) {
  return {
    columns: table.columns.map(({ key, kind, label, currency }) => ({
      key,
      kind,
      label,
      ...(currency === undefined ? {} : { currency }),
    })),
    rows: table.rows.map((row) => rowJson(table.columns, row)),
    omitted: table.omitted,
  }
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
