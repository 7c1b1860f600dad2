import { type Decimal, magnitude, plus } from '../../values/decimal.js'
import type { CellValues } from '../cell-values.js'
import { cellText, filledColumn } from '../cells.js'
import type { Reading } from '../deciders/reading.js'
import type { ReportIssue, SheetMapping, SourceRow } from '../order-sink.js'
import type { Cell } from '../sheet.js'
import { refundInStatus } from '../words/stated-refund.js'
import { nothing } from './amount-track.js'
import type { OrderColumns } from './order-columns.js'
import type { OrderGroup } from './order-group.js'
import { lineReader } from './order-lines.js'
import { orderParts } from './order-parts.js'
import type { RowState } from './row-state.js'
import { rowTexts } from './row-texts.js'

/** What the amounts come to, signs left out; null where there are none. */
export function sumOf(amounts: readonly Decimal[]): Decimal | null {
  const sum = amounts.reduce((all, amount) => plus(all, magnitude(amount)), nothing)
  return sum.units === 0 ? null : sum
}

/** Whether the total of an order stands once, however many rows repeat it. */
export function isTotalOnce(columns: OrderColumns, reading: Reading): boolean {
  return columns.of('orderTotal').length > 0 && reading.levels.get('orderTotal') !== 'line'
}

/** What rows of an order give back, each by its own state, and what is to be said of it. */
export interface RowRefunds {
  /** What a row gives back, zero for one that gives nothing back; null where that is not known. */
  backOf(row: RowState): Decimal | null
  /** What the column of refunds gives back of the order as a whole: one amount on every row. `mayBeOwn`: else each row has its own. */
  toldIn(rows: readonly RowState[], mayBeOwn: boolean): Decimal | null
  /** One amount in the words of several rows that have amounts of their own. */
  saySaidOnce(group: OrderGroup, rows: readonly SourceRow[]): void
  sayToldOnce(rows: readonly RowState[]): void
  sayUnknown(group: OrderGroup, rows: readonly RowState[]): void
  sayWithheld(rows: readonly RowState[]): void
}

/** Reads refunds of the rows of one sheet. */
export function rowRefunds(
  { match, reading }: SheetMapping,
  columns: OrderColumns,
  values: CellValues,
  report: ReportIssue,
): RowRefunds {
  const lines = lineReader(columns, values, () => {}, match.format, rowTexts(match), reading.discount)
  const totals = columns.of('orderTotal')
  const isOnceAnOrder = isTotalOnce(columns, reading)
  const [statusColumn = -1] = columns.of('status')
  return { backOf, toldIn, saySaidOnce, sayToldOnce, sayUnknown, sayWithheld }

  function backOf({ row: { number, cells }, state, said, told, withheld }: RowState): Decimal | null {
    const total = isOnceAnOrder ? null : totalIn(cells, number)
    // What is below zero gives back by itself.
    if (total !== null && total.units < 0) return nothing
    const back = told ?? said ?? lines.returned(number, cells)
    if (back !== null) return magnitude(back)
    if (withheld !== '') return nothing
    if (state !== 'refunded') return state === 'partially_refunded' ? null : nothing
    const own = total !== null && total.units !== 0 ? total : lines.amount(number, cells)
    if (own !== null) return magnitude(own)
    // What was given away costs nothing to take back.
    return total !== null && filledColumn(cells, columns.items) >= 0 ? nothing : null
  }

  function totalIn(cells: readonly Cell[], row: number): Decimal | null {
    return columns.hasParts ? orderParts(values, totals, row, cells).total : values.amount(cells, totals, row)
  }

  function toldIn(rows: readonly RowState[], mayBeOwn: boolean): Decimal | null {
    const given = rows.flatMap(({ told }) => (told === null ? [] : [told]))
    if (reading.levels.get('refundAmount') === 'line') return mayBeOwn ? null : sumOf(given)
    const isRepeated = rows.every(({ told, withheld }) => told !== null || withheld !== '')
    return (mayBeOwn && !isRepeated) || given.length === 0 ? null : given[0]!
  }

  function saySaidOnce({ amounts, refunds }: OrderGroup, rows: readonly SourceRow[]): void {
    if (statusColumn < 0 || refunds.length > 0 || isOnceAnOrder || totals.length === 0) return
    const value = cellText(rows[0]!.cells[statusColumn])
    const isTold = (amounts.get('refundAmount')?.sum.units ?? 0) !== 0
    if (isTold || refundInStatus(value, match.format) === null) return
    report('warning', 'refund.once', rows[0]!.number, statusColumn, { value, cells: rows.length })
  }

  function sayToldOnce(kept: readonly RowState[]): void {
    const { row } = kept[0]!
    const column = filledColumn(row.cells, columns.of('refundAmount'))
    report('warning', 'refund.once', row.number, column, { value: cellText(row.cells[column]), cells: kept.length })
  }

  function sayUnknown(group: OrderGroup, rows: readonly RowState[]): void {
    // Refunds on rows of their own say how much.
    if (group.refunds.length > 0) return
    for (const { row, state } of rows)
      if (state === 'partially_refunded' || state === 'refunded')
        report('warning', 'refund.unknown', row.number, statusColumn)
  }

  function sayWithheld(rows: readonly RowState[]): void {
    const [column = -1] = columns.of('refundStatus')
    for (const { row, withheld } of rows)
      if (withheld !== '') report('warning', 'refund.not-given', row.number, column, { value: withheld })
  }
}
