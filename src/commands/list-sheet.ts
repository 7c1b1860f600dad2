import type { Context } from '../context.js'
import type { RowBatch, Sheet } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import { worklists } from '../core/worklist/index.js'
import { readKey } from '../core/worklist/key.js'
import { keylessList, type ListLayout, listLayout } from '../core/worklist/layout.js'
import { type DateWriting, dateWriting, type ListRow, listRow } from '../core/worklist/read-rows.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerId } from '../store/ledger-id.js'

/** A list that came back as a sheet. */
export interface ListSheet {
  readonly file: string
  readonly sheet: string
  readonly layout: ListLayout
  readonly rows: readonly ListRow[]
  readonly order: ReturnType<DateWriting['order']>
  /** Numbers of rows that the sheet does not show. */
  readonly hidden: ReadonlySet<number>
}

/**
 * The rows of a list that a command wrote, sorted, filtered or saved anew as it may be; null for any other sheet. UserError `list.no-keys`
 * where it has lost its keys: nobody can tell whom its rows are about, and what is written there is no order.
 */
export async function readListSheet(sheet: Sheet, file: string): Promise<ListSheet | null> {
  let layout: ListLayout | null = null
  const rows: ListRow[] = []
  const writing = dateWriting()
  const hidden = new Set<number>()
  for await (const batch of sheet.rows()) {
    layout ??= listLayout(batch, worklists)
    if (layout === null) {
      const list = sheet.hidden ? null : keylessList(batch, worklists)
      if (list === null) return null
      throw new UserError('bad-data', 'list.no-keys', { file, command: list.command })
    }
    takeRows(batch, layout, rows, writing)
    for (const row of batch.hidden ?? []) hidden.add(row)
  }
  return layout === null ? null : { file, sheet: sheet.name, layout, rows, order: writing.order(), hidden }
}

function takeRows({ numbers, rows }: RowBatch, layout: ListLayout, taken: ListRow[], writing: DateWriting): void {
  const dates = new Set([...layout.columns].flatMap(([{ kind }, place]) => (kind === 'date' ? [place] : [])))
  for (const [at, cells] of rows.entries()) {
    if (numbers[at] === layout.headerRow) continue
    writing.add(cells, dates)
    const row = listRow(numbers[at]!, cells, layout)
    if (row !== null) taken.push(row)
  }
}

/**
 * Refuses a list of another ledger, which speaks of other customers under the same ids, and one without anything to read. UserError
 * `list.other-ledger`, `list.no-columns`.
 */
export function checkList({ file, rows, layout }: ListSheet, ledger: Ledger, context: Context): void {
  const own = ledgerId(ledger)
  const ledgers = rows.flatMap(({ key }) => readKey(key)?.ledger ?? [])
  if (ledgers.length > 0 && ledgers.every((id) => id !== own))
    throw new UserError('bad-data', 'list.other-ledger', { file, ledger: ledgers[0]!, own, place: context.place.path })
  if (layout.columns.size > 0) return
  const columns = layout.list.columns.filter(({ isAdded }) => isAdded !== true)
  const names = columns.map(({ words }) => words[context.lang].label)
  throw new UserError('bad-data', 'list.no-columns', { file, columns: names, command: layout.list.command })
}
