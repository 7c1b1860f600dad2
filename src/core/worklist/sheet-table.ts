import type { TableDraft } from '../report/build.js'
import type { Lang } from '../values/lang.js'
import { keyText, type RowKey } from './key.js'
import { entryColumns, keyColumn, type Worklist } from './list.js'

/** A report's table as a list to work in: columns to fill in behind its own, and the key of each row. */
export function inSheet(
  table: TableDraft,
  list: Worklist,
  lang: Lang,
  keyOf: (position: number) => RowKey,
): TableDraft {
  return {
    ...table,
    columns: [...table.columns, ...entryColumns(list, lang)],
    row: (position) => ({ ...table.row(position), [keyColumn]: keyText(keyOf(position)) }),
  }
}
