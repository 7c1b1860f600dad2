import { toMinor } from '../../values/money.js'
import type { CellValues } from '../cell-values.js'
import { filledColumn, isError } from '../cells.js'
import type { ReportIssue } from '../order-sink.js'
import type { OrderRecord } from '../record.js'
import type { Cell } from '../sheet.js'
import type { OrderColumns } from './order-columns.js'

/** Holds a sheet's own totals against the orders above them. */
export interface TotalCheck {
  /** `back` is what rows of the order itself gave back: the sheet's total has it taken off. */
  add(record: OrderRecord, back: number): void
  /** An order above was rejected: the sums cannot agree any more. */
  spoil(): void
  check(row: number, cells: readonly Cell[]): void
}

/** A total is right when it is the sum of all orders so far, or of those since the total before it. */
export function totalCheck(columns: OrderColumns, values: CellValues, report: ReportIssue): TotalCheck {
  let all = 0
  let since = 0
  let currency: string | null = null
  let isComparable = true
  let isBackOnly = true
  return {
    add(record, back) {
      isBackOnly &&= record.kind === 'return' || record.kind === 'refund'
      const signed = (record.totalMinor ?? 0) - (record.kind === 'order' ? back : (record.refundMinor ?? 0))
      all += signed
      since += signed
      isComparable &&= currency === null || currency === record.currency
      currency = record.currency
    },
    spoil() {
      isComparable = false
    },
    check(row, cells) {
      const at = columns.of('orderTotal')
      // Of a debit and a credit neither is what the orders come to.
      const isDouble = at.filter((one) => filledColumn(cells, [one]) >= 0).length > 1
      const column = filledColumn(cells, at)
      const cell = column < 0 ? undefined : cells[column]
      const stated =
        isComparable && !isDouble && currency !== null && cell !== undefined && !isError(cell)
          ? values.optionalAmount(cell, column)
          : null
      if (stated !== null && currency !== null) {
        const { minor } = toMinor(stated, currency)
        // A list of returns sums them up without a minus.
        const sums = isBackOnly ? [all, since, -all, -since] : [all, since]
        if (!sums.includes(minor))
          report('warning', 'total.differs', row, at[0]!, { stated: minor, sum: all, currency })
      }
      since = 0
    },
  }
}
