import { errorIn, filledColumn, isError } from './cells.js'
import type { Field } from './field.js'
import type { ReportIssue } from './order-sink.js'
import type { Cell } from './sheet.js'

/** What names or reaches a buyer: an error cell there makes no key, and is told. */
const contactFields: readonly Field[] = [
  ...(['buyerId', 'accountId', 'buyerName', 'firstName', 'lastName', 'recipientName'] as const),
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

/** Reports the error that stands where a row should say a field of its buyer; the row is taken without it. */
export function reportLost(
  field: Field,
  columns: readonly number[],
  row: number,
  cells: readonly Cell[],
  report: ReportIssue,
): void {
  if (!isContact.has(field) || saidColumn(cells, columns) >= 0) return
  const column = columns.find((at) => errorIn(cells[at]) !== null) ?? -1
  const error = errorIn(cells[column])
  if (error !== null) report('warning', 'cell.error', row, column, { error })
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
