import { type Day, dateOf, dayOf } from '../../values/business-date.js'
import { toMinor } from '../../values/money.js'
import { cellText, filledColumn } from '../cells.js'
import { lostThousands } from '../deciders/lost-thousands.js'
import type { ReportIssue, SheetMapping } from '../order-sink.js'
import type { OrderKind } from '../record.js'
import { paidPart } from '../words/yes-no.js'
import type { OrderColumns } from './order-columns.js'
import type { OrderGroup } from './order-group.js'

/** No order comes to ten milliards; an order number or a phone read as an amount does, and sums of them would pass 2^53. */
const largestMinor = 1e12

/** Before it nobody kept orders on a computer: the cell holds a number that is no date. */
const firstDay = dayOf('1980-01-01')

/** Orders further ahead than this are slips of the pen. */
const farDays = 730

/** The column whose amounts an order is worth; -1 where there is none. */
export function amountColumn(columns: OrderColumns): number {
  return (['orderTotal', 'itemAmount', 'unitPrice'] as const).flatMap((field) => [...columns.of(field)])[0] ?? -1
}

/** Reports what cannot be right of an order's day and amount, and what the seller should know of them; `total` in minor units. */
export type OrderChecks = (
  group: OrderGroup,
  row: number,
  kind: OrderKind,
  isPaid: boolean,
  total: number | null,
) => void

/** The checks of one sheet; where it `lacksAmounts`, another export tells them. */
export function orderChecks(
  mapping: SheetMapping,
  columns: OrderColumns,
  report: ReportIssue,
  lacksAmounts: boolean,
): OrderChecks {
  const { reading } = mapping
  // Looked up once: asked for each order it costs a second and a half in a million.
  const amountAt = amountColumn(columns)

  /** Paid in part is a sale of all of it, and the seller is told. */
  function checkPaid(group: OrderGroup, row: number, total: number | null): void {
    const part =
      group.rows.length > 1 ? null : paidPart(group.texts.get('isPaid') ?? '', reading.marks.get(amountAt) ?? '.')
    const paid = part === null ? 0 : toMinor(part, group.currency).minor
    const params = { paid, total: total ?? 0, currency: group.currency }
    if (paid > 0 && paid < params.total) report('warning', 'order.part-paid', row, columns.of('isPaid')[0]!, params)
  }

  return (group, row, kind, isPaid, total) => {
    checkPaid(group, row, total)
    const lost = lostThousands(total ?? 0, group.currency, reading.thousands.has(amountAt))
    if (lost !== null) report('warning', 'amount.small', row, amountAt, { value: lost })
    if (kind !== 'part') checkDay(group, row)
    if (total !== null && Math.abs(total) >= largestMinor) report('error', 'amount.too-large', row, amountAt)
    if (total === null && isPaid && kind !== 'part' && !lacksAmounts) report('error', 'amount.missing', row, amountAt)
  }

  function checkDay(group: OrderGroup, row: number): void {
    const column = columns.placed[0] ?? -1
    if (group.placed === null) report('error', 'date.missing', row, column)
    const day = group.placed?.day ?? mapping.today
    if (day < firstDay) reportTooOld(group, row, column, day)
    if (day <= mapping.today + 1) return
    const isFar = day > mapping.today + farDays
    report(isFar ? 'error' : 'warning', isFar ? 'date.far-future' : 'date.future', row, column, { value: dateOf(day) })
  }

  function reportTooOld({ rows }: OrderGroup, row: number, column: number, day: Day): void {
    const { cells } = rows[0]!
    report('error', 'date.too-old', row, column, {
      value: cellText(cells[filledColumn(cells, columns.placed)]) || dateOf(day),
      day: dateOf(day),
    })
  }
}
