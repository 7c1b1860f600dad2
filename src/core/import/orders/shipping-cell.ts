import type { Decimal } from '../../values/decimal.js'
import type { CellValues } from '../cell-values.js'
import { cellText, errorIn, valueColumn } from '../cells.js'
import type { ReportIssue } from '../order-sink.js'
import type { Cell } from '../sheet.js'
import { nothing } from './amount-track.js'
import type { OrderColumns } from './order-columns.js'

/** What is written where nothing was charged for sending. */
const free =
  /^(?:包邮|包郵|免邮|免郵|免邮费|免运费|免運費|免运|免運|免费|免費|无|無|自提|自取|门店自提|上门自提|店取|到店自取|free|free shipping|free delivery|included|none|n\/a|no charge|gratis|kostenlos|versandkostenfrei|gratuit|offert|envío gratis|grátis|送料無料|無料|pick ?up|pickup in store|collect(?:ed|ion)?|click and collect|abholung|selbstabholung)$/i

/**
 * What a hand-kept sheet charges for sending. Words for nothing are nothing; other words (a carrier, 到付) are told and left
 * out where the order's amount stands on its own, else they reject the order.
 */
export function shippingIn(
  values: CellValues,
  columns: OrderColumns,
  report: ReportIssue,
  row: number,
  cells: readonly Cell[],
): Decimal | null {
  const at = columns.of('shipping')
  const column = valueColumn(cells, at)
  if (column < 0) return null
  const cell = cells[column]!
  const amount = values.optionalAmount(cell, column)
  if (amount !== null || errorIn(cell) !== null) return values.amount(cells, at, row)
  const text = cellText(cell)
  if (free.test(text)) return nothing
  if (valueColumn(cells, columns.of('orderTotal')) < 0) return values.amount(cells, at, row)
  report('warning', 'cost.ignored', row, column, { value: text })
  return null
}
