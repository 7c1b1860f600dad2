import { type Decimal, magnitude, plus } from '../../values/decimal.js'
import { toMinor } from '../../values/money.js'
import { cellValues } from '../cell-values.js'
import { filledColumn } from '../cells.js'
import type { OrderCells } from '../format.js'
import type { ReportIssue, SheetMapping } from '../order-sink.js'
import type { OrderRecord } from '../record.js'
import { sumOfRows, writeRefundRows } from '../told/refund-rows.js'
import { refundState } from '../words/refund-state.js'
import { isWholeRefund, refundInStatus } from '../words/stated-refund.js'
import { isPartOf } from '../words/yes-no.js'
import { nothing } from './amount-track.js'
import type { OrderColumns } from './order-columns.js'
import type { OrderGroup } from './order-group.js'

/** What an order gives back, in minor units: by its column, its state and its rows, which may tell of the same money. */
export function orderRefunds(
  mapping: SheetMapping,
  columns: OrderColumns,
  report: ReportIssue,
  givenBack: (group: OrderGroup) => number,
) {
  const { match } = mapping
  // What is wrong with them was said when they were read.
  const values = cellValues(mapping, () => {})
  /** Platforms write no amounts into their states. */
  const isPlain = match.format.fields === 'aliases'
  return { refundOf, rowsOf, statedIn, check }

  /** What was given back; null where nothing is said of it. */
  function refundOf(group: OrderGroup, cells: OrderCells, total: number | null): number | null {
    const told = match.format.refund?.(cells) ?? refundTold(group, cells)
    // All rows given back without an amount give the whole order back.
    const isWhole = group.states.size === 1 && group.states.has('refunded')
    const rows = group.givenBack === null || isWhole ? 0 : toMinor(group.givenBack, group.currency).minor
    const back = givenBack(group) + rows
    const inState = told === null ? refundInState(group, cells, total) : null
    // The rows that give it back tell of the same money.
    if (inState !== null) return Math.max(inState, back)
    if (told !== null && isPlain && group.refunds.length > 0) return Math.max(Math.abs(told), back)
    if (!isPlain) return told === null && back === 0 ? null : Math.abs(told ?? 0) + back
    const inColumn = told === null ? Math.min(rows, toldByRow(group)) : Math.abs(told)
    if (told === null && inColumn === 0) return back === 0 ? null : back
    return weighed(group, inColumn, givenBack(group)) + rows - (told === null ? inColumn : 0)
  }

  /** What the column of refunds says on the rows of an order that is read row by row. */
  function toldByRow({ isReadByRow, rows, currency }: OrderGroup): number {
    if (!isReadByRow) return 0
    const at = columns.of('refundAmount')
    const told = rows.map(({ number, cells }) => values.amount(cells, at, number) ?? nothing)
    return toMinor(told.map(magnitude).reduce(plus, nothing), currency).minor
  }

  /** A column and minus rows of one order that both give back tell of the same money: the larger counts, and that is said. */
  function weighed(group: OrderGroup, told: number, inRows: number): number {
    const counted = Math.max(told, inRows)
    const first = group.rows.find(({ cells }) => filledColumn(cells, columns.of('refundAmount')) >= 0)
    if (first !== undefined && told > 0 && inRows > 0)
      report('warning', 'refund.twice', first.number, columns.of('refundAmount')[0]!, {
        ...{ number: group.id, told, rows: inRows, counted, currency: group.currency },
      })
    return counted
  }

  /** The rows that give it back, as `writeRefundRows` has them, where they are all that does. */
  function rowsOf(group: OrderGroup, refundMinor: number): string {
    // A list of items has amounts of its own for what another export gives back.
    if (refundMinor === 0 || match.format.tells === 'items') return ''
    const given = group.refunds.length > 0 ? group.refundAmounts : isPlain ? minusRows(group) : []
    const rows = given.map(({ day, amount }) => ({ day, minor: toMinor(amount, group.currency).minor }))
    return sumOfRows(rows) === refundMinor ? writeRefundRows(rows) : ''
  }

  function minusRows({ rows }: OrderGroup) {
    return rows.flatMap(({ number, cells }) => {
      const amount = values.amount(cells, columns.of('orderTotal'), number)
      if (amount === null || amount.units >= 0) return []
      return [{ day: values.moment(cells, columns.placed, number, false)?.day ?? null, amount: magnitude(amount) }]
    })
  }

  /** Warns of a part of which nothing says how much, and of more than was paid. */
  function check({ row, status, totalMinor, refundMinor }: OrderRecord, { isReadByRow, texts }: OrderGroup): void {
    const column = columns.of('refundAmount')[0] ?? columns.of('status')[0] ?? -1
    const value = texts.get('isRefunded') ?? ''
    if (status === 'partially_refunded' && !refundMinor && !isReadByRow) {
      if (isPartOf(value)) report('warning', 'refund.part', row, columns.of('isRefunded')[0]!, { value })
      else report('warning', 'refund.unknown', row, column)
    }
    if ((refundMinor ?? 0) > (totalMinor ?? 0)) report('warning', 'refund.exceeds', row, column)
  }

  /** What a column says was given back, unless the one of its state says that it was not, or not yet. */
  function refundTold(group: OrderGroup, cells: OrderCells): number | null {
    const told = cells.minor('refundAmount')
    const state = isPlain ? cells.text('refundStatus') : ''
    if (!told || state === '' || refundState(state) === 'given') return told
    report('warning', 'refund.not-given', group.rows[0]!.number, columns.of('refundStatus')[0]!, { value: state })
    return 0
  }

  /** What the order's state says in words was given back; null where it names no amount. */
  function refundInState(group: OrderGroup, cells: OrderCells, total: number | null): number | null {
    const said = statedIn(cells)
    if (said !== null) return toMinor(said.amount, group.currency).minor
    return isPlain && group.refunds.length > 0 && isWholeRefund(cells.text('status')) ? total : null
  }

  /** The words of the order's state and the amount in them; null where it names none. */
  function statedIn(cells: OrderCells): { readonly text: string; readonly amount: Decimal } | null {
    return isPlain ? refundInStatus(cells.text('status'), match.format) : null
  }
}
