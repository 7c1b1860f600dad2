import { type Decimal, minus, plus } from '../../values/decimal.js'
import { parseAmount, toMinor } from '../../values/money.js'
import { cellText } from '../cells.js'
import type { Match } from '../columns/detect.js'
import type { Reading } from '../deciders/reading.js'
import type { ReportIssue } from '../order-sink.js'
import type { Cell } from '../sheet.js'

/** Tells of a row on which a deposit and the rest do not come to the order's total, or the rest is not there; null where a sheet has none of that. */
export function paymentsCheck({ payments, columns }: Match, reading: Reading, report: ReportIssue) {
  const [at = -1] = columns.get('orderTotal') ?? []
  if (payments === undefined || at < 0) return null
  const mark = reading.marks.get(at) ?? '.'
  return (total: Decimal | null, row: number, cells: readonly Cell[], currency: string): void => {
    const [first, rest] = payments.map((column) => parseAmount(cellText(cells[column]), mark))
    if (total === null || !first) return
    const isOpen = !rest || rest.units === 0
    if (isOpen) tellOpen(total, first, row, currency)
    const paid = isOpen ? total : plus(first, rest)
    if (plus(paid, minus(total)).units === 0) return
    report('warning', 'order.parts-differ', row, at, {
      ...{ value: cellText(cells[at]), paid: String(paid.units / 10 ** paid.scale) },
    })
  }

  function tellOpen(total: Decimal, deposit: Decimal, row: number, currency: string): void {
    const [paid, all] = [deposit, total].map((amount) => toMinor(amount, currency).minor) as [number, number]
    if (paid > 0 && paid < all) report('warning', 'order.part-paid', row, payments![1], { paid, total: all, currency })
  }
}
