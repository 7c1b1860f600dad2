/**
 * What a column of an exported table holds: text as it is kept · a day (since 1970) · a plain number · money in minor units of the
 * currency in the row's column `currency`.
 */
export type ExportKind = 'text' | 'day' | 'number' | 'money'

/** One column of an exported table. */
export interface ExportColumn {
  readonly key: string
  readonly kind: ExportKind
}

/** One table of everything a ledger holds; `file` is the name of its csv without the ending. */
export interface ExportTable {
  readonly file: string
  readonly columns: readonly ExportColumn[]
}

/** Columns by their keys; `day:`, `number:` and `money:` before one say its kind. */
export function exportColumns(keys: string): readonly ExportColumn[] {
  return keys.split(' ').map((word) => {
    const [first = '', second] = word.split(':')
    return second === undefined ? { key: first, kind: 'text' } : { key: second, kind: first as ExportKind }
  })
}
