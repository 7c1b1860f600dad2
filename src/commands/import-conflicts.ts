import { cellText, isBlankRow } from '../core/import/cells.js'
import type { RowIssue } from '../core/import/order-sink.js'
import { orderIdReader } from '../core/import/orders/order-id.js'
import type { PlannedNotice } from '../store/judge-orders.js'
import type { Staging } from '../store/staging.js'
import type { FileIntake } from './import-file.js'
import { numberColumn } from './import-report.js'
import { shownText } from './import-sheet.js'
import { rowsBelowHeader } from './sheet-view.js'
import type { SheetIntake } from './stage-sheet.js'

/**
 * Puts the rows of orders that only the plan rejects among the rejected rows. They are known by number alone by then, so
 * their sheets are read once more.
 */
export async function rejectConflicts(
  intakes: readonly FileIntake[],
  conflicts: readonly PlannedNotice[],
  staging: Staging,
): Promise<void> {
  for (const { workbook, sheets } of intakes) {
    for (const intake of sheets) {
      const own = conflicts.filter(({ source }) => source === intake.source)
      const sheet = workbook.sheets.find(({ name }) => name === intake.sheet) ?? workbook.sheets[0]
      if (own.length > 0 && sheet !== undefined) await rejectRows({ sheet, match: intake.match }, intake, own, staging)
    }
  }
}

async function rejectRows(
  view: Parameters<typeof rowsBelowHeader>[0],
  { source, match }: SheetIntake,
  conflicts: readonly PlannedNotice[],
  staging: Staging,
): Promise<void> {
  const ids = match.columns.get('orderId') ?? []
  const idOf = orderIdReader(match)
  const issues = new Map(
    conflicts.map((conflict) => [sheetNumber(conflict.number), issueOf(conflict, ids[0] ?? -1, numberColumn(match))]),
  )
  let current: RowIssue | undefined
  for await (const { numbers, rows } of rowsBelowHeader(view)) {
    for (const [index, cells] of rows.entries()) {
      const { id, column } = idOf(cells)
      if (column >= 0) current = issues.get(id)
      else if (isBlankRow(cells) || cells.every((cell) => cellText(cell) === '')) continue
      if (current === undefined) continue
      staging.reject(source, { row: numbers[index]!, cells: cells.map(shownText), issue: current })
    }
  }
}

/** Numbers that begin with `~` are kept with a second one before it. */
const sheetNumber = (number: string): string => number.replace(/^~~/, '~')

function issueOf({ row, number }: PlannedNotice, column: number, map: string): RowIssue {
  return { severity: 'error', code: 'order.conflict', row, column, params: { number, map } }
}
