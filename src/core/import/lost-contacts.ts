import { errorIn, filledColumn, isError } from './cells.js'
import type { Field } from './field.js'
import type { ReportIssue } from './order-sink.js'
import type { Cell } from './sheet.js'

/** What names or reaches a buyer: an error cell there makes no key, and is told. */
const contactFields: readonly Field[] = [
  ...(['buyerId', 'accountId', 'nickname', 'buyerName', 'firstName', 'lastName', 'recipientName'] as const),
  ...(['company', 'email', 'phone', 'account'] as const),
]
const isContact: ReadonlySet<Field> = new Set(contactFields)

/** As `filledColumn`, but an error cell of a workbook says nothing. */
export function saidColumn(cells: readonly Cell[], columns: readonly number[]): number {
  const filled = filledColumn(cells, columns)
  if (!isError(cells[filled])) return filled
  return filledColumn(
    cells,
    columns.filter((column) => !isError(cells[column])),
  )
}

/** Reports the errors that stand where a row should say a field of its buyer, also beside a column that says it; the row is taken without them. */
export function reportLost(
  field: Field,
  columns: readonly number[],
  row: number,
  cells: readonly Cell[],
  report: ReportIssue,
): void {
  if (!isContact.has(field)) return
  for (const column of columns) {
    const error = errorIn(cells[column])
    if (error !== null) report('warning', 'cell.error', row, column, { error })
  }
}

/** The same for all fields of the buyer of a row that is no order. */
export function reportLostContacts(
  of: (field: Field) => readonly number[],
  row: number,
  cells: readonly Cell[],
  report: ReportIssue,
): void {
  for (const field of contactFields) reportLost(field, of(field), row, cells, report)
}
