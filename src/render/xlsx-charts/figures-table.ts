import type { Column, Table, Value } from '../../core/report/table.js'

/** Figures as a table that only the workbook has: its columns are told apart by their place. */
export function figuresTable(
  title: string,
  columns: readonly Omit<Column, 'key'>[],
  rows: readonly (readonly Value[])[],
): Table {
  return {
    ...{ key: 'figures', title, omitted: 0 },
    columns: columns.map((column, at) => ({ ...column, key: keyAt(at) })),
    rows: rows.map((row) => Object.fromEntries(row.map((value, at) => [keyAt(at), value]))),
  }
}

function keyAt(at: number): string {
  return `c${at}`
}
