import { cellValues } from '../cell-values.js'
import { cellText, errorIn, filledColumn, isBlankRow, isDescriptionRow, isHeadingRow, valueColumn } from '../cells.js'
import { columnName } from '../columns/detect.js'
import {
  hasHeaderLength,
  type RecordSink,
  type ReportIssue,
  type RowIssue,
  type RowMapper,
  type SheetMapping,
} from '../order-sink.js'
import type { SkipReason } from '../record.js'
import type { Cell } from '../sheet.js'
import { differs, otherOrder } from '../told/other-order.js'
import { buyerRows } from './buyer-rows.js'
import { columnSums } from './column-sums.js'
import { kindWatch } from './kind-watch.js'
import { mixedStates } from './mixed-states.js'
import { orderColumns } from './order-columns.js'
import { groupReader, type OrderGroup } from './order-group.js'
import { idInShop, type OrderId, orderIdReader, shownId } from './order-id.js'
import { paymentWatch } from './payment-watch.js'
import { purchaseWatch } from './purchases.js'
import { returnsWatch } from './returns-watch.js'
import { rowState } from './row-state.js'
import { rowTexts } from './row-texts.js'
import { isRemark, isSumRow } from './rows-of-orders.js'
import { orderSettler } from './settle-order.js'
import { isSideLine } from './side-lines.js'
import { totalCheck } from './total-check.js'
import { addVoided, voidOrder } from './voided-rows.js'

/**
 * Turns the rows of one order sheet into order records; rows of one order must stand together (Reading.scattered). The
 * multi-row rule of FORMATS §2: blank order numbers are filled from above, order-level amounts are the first non-blank of
 * their group, line-level ones its sum, a summary row gives amounts and no line.
 */
export function orderMapper(mapping: SheetMapping, sink: RecordSink): RowMapper {
  const columns = orderColumns(mapping.match)
  const report: ReportIssue = (severity, code, row, column, params = {}) => {
    const issue = { severity, code, row, column, params }
    hasIssues = true
    sink.issue(issue)
    if (severity === 'error' && group !== null) group.error ??= issue
  }
  const values = cellValues(mapping, report)
  // Where the seller may say that it holds no numbers.
  const numberColumn =
    mapping.match.format.fields === 'aliases' ? columnName(columns.id[0] ?? -1, mapping.match.header) : ''
  const { format } = mapping.match
  const reader = groupReader(mapping.match, columns, mapping.reading, values, report)
  const settler = orderSettler(mapping, columns, sink, report)
  const mixedOrders = mixedStates(mapping, columns, sink, report)
  const stateOf = rowState(mapping.match, columns, (word) => sink.unknownStatus(word))
  const isNumbered = columns.id.length > 0
  const idOf = orderIdReader(mapping.match)
  const textsOf = rowTexts(mapping.match)
  let group: OrderGroup | null = null
  const totals = totalCheck(columns, values, report)
  const others = otherOrder(columns, values)
  const purchases = purchaseWatch(columns, report)
  const kinds = kindWatch(mapping, columns, report)
  const buyers = buyerRows(mapping, columns, sink, report)
  const returns = returnsWatch(mapping, report)
  const payments = paymentWatch(columns, report)
  // Platforms write no sums but under a word for them.
  const isPlain = format.fields === 'aliases'
  const sums = isPlain ? columnSums(columns, values) : null
  let isFirstRow = true
  // A row that repeats the one above but for its item needs no second look.
  const looksAtRows = [format.headingField, format.skip, format.isRefund, format.orderOf].some(
    (one) => one !== undefined,
  )
  const mayRepeat = isNumbered && !looksAtRows
  let above: readonly Cell[] | null = null
  let hasIssues = false

  /** Whether a row says of its order the very same as the row above. */
  function repeats(cells: readonly Cell[]): boolean {
    if (above === null || !(mapping.isRagged || cells.length === mapping.match.header.keys.length)) return false
    for (const column of columns.ofOrder) if (cells[column] !== above[column]) return false
    return true
  }

  /** Remembers a row of which nothing is to be said; only of one numbered in digits is it certain that it is no total. */
  function remember(cells: readonly Cell[], { column }: OrderId): void {
    const number = cells[column]
    const isPlain = typeof number === 'number' || (typeof number === 'string' && /^\d/.test(number))
    above = mayRepeat && isPlain && !hasIssues ? cells : null
  }

  /** Whether a row without an order number (in sheets without numbers: without day and buyer) goes on with the order above. */
  function continues(row: number, cells: readonly Cell[]): boolean {
    if (group === null || filledColumn(cells, columns.products) < 0) return false
    if (isNumbered) return !isElsewhere(group, row, cells)
    return valueColumn(cells, columns.placed) < 0 && filledColumn(cells, columns.buyers) < 0
  }

  /** Whether a row without a number names another buyer or another day than the order above. */
  function isElsewhere(own: OrderGroup, row: number, cells: readonly Cell[]): boolean {
    // What only gives money back does not go on in rows without a number.
    const first = own.rows[0]?.cells
    if (first === undefined) return true
    const isOther = (at: number) => differs(cells[at], first[at])
    if (columns.buyers.some(isOther)) return true
    if (!columns.placed.some(isOther)) return false
    const day = values.moment(cells, columns.placed, row, false)?.day
    return day !== undefined && day !== own.placed?.day
  }

  function reasonToSkip(cells: readonly Cell[], idColumn: number): SkipReason | null {
    if (idColumn < 0 && isBlankRow(cells)) return 'blank'
    if (isSumRow(columns, cells, idColumn) || sums?.isSum(cells)) return 'total'
    if (format.headingField !== undefined && isHeadingRow(cells)) return 'heading'
    const reason = format.skip?.(textsOf(cells)) ?? null
    if (reason !== null) return reason
    if (isRemark(columns, cells)) return 'blank'
    if (isPlain && isSideLine(cells, columns)) return 'heading'
    if (!isFirstRow) return null
    return isDescriptionRow(cells[idColumn], cells[filledColumn(cells, columns.of('orderTotal'))])
      ? 'description'
      : null
  }

  /** Money given back of which the file does not say for what. */
  function reportLoose(row: number, cells: readonly Cell[]): void {
    const column = filledColumn(cells, columns.of('orderTotal'))
    report('warning', 'refund.loose', row, column, { value: cellText(cells[column]) })
  }

  /** Without a sale beside them the rows that give back speak for themselves. */
  function addRefunds(own: OrderGroup): void {
    if (own.rows.length > 0) own.rows.push(...own.refunds)
    else for (const { number, cells } of own.refunds) reader.add(own, number, cells)
  }

  function close(): void {
    if (group === null) return
    const closed = group
    const isVoided = closed.voided.length > 0 && addVoided(closed, columns, reader, sink)
    const mixed = closed.error === null ? mixedOrders.read(closed) : null
    if (closed.refunds.length > 0) addRefunds(closed)
    // An order of which everything was cancelled is a cancelled order, with what it would have come to.
    if (closed.cancelled.length === closed.rows.length)
      for (const { number, cells } of closed.cancelled) reader.addItem(closed, number, cells)
    // What gives money back and names no order is a return on its own day (R2).
    const lacksNumber = isNumbered && closed.id === '' && closed.error === null && !settler.givesBack(closed)
    if (lacksNumber) report('error', 'order-id.missing', closed.rows[0]!.number, columns.id[0]!)
    purchases.add(closed.texts)
    payments.add(closed.texts)
    const record = closed.error === null ? settler.settle(mixed?.group ?? closed) : null
    if (mixed !== null && record !== null && closed.error === null) mixedOrders.tell(mixed, record)
    group = null
    if (record !== null && closed.error === null) {
      if (isVoided) voidOrder(record)
      // Known by what all its rows come to, as before one of them changed; so the sheet's own total adds them up.
      if (mixed !== null) record.worth = mixed.whole.worth
      if (!isVoided) totals.add(mixed?.whole ?? record, settler.givenBack(closed))
      returns.add(record)
      sink.order(record)
    } else {
      totals.spoil()
      sink.rejected(closed.rows, closed.error ?? unsettled(closed.rows[0]!.number))
    }
  }

  /** Numbers are one within a shop; a row that names none goes on with the order above. */
  function isOf(own: OrderGroup, id: string, shop: string): boolean {
    if (own.id !== id) return false
    return shop === '' || (own.texts.get('shop') ?? shop) === shop
  }

  /** The group a row belongs to: the one above or a new one; null for a row that only names somebody. */
  function groupOf(
    row: number,
    cells: readonly Cell[],
    { id, shop, isDamaged }: OrderId,
    isRefund: boolean,
  ): OrderGroup | null {
    const isLost = isDamaged && !(mapping.isForced && id !== '')
    const isSame = group !== null && !isLost && (id === '' ? !isRefund && continues(row, cells) : isOf(group, id, shop))
    if (isSame) return group
    close()
    if (id === '' && !isLost && !isRefund && buyers.isNamedAlone(cells)) return null
    // Damaged numbers may be equal without being one order; all their orders are rejected.
    if (id !== '' && !isLost) mapping.evidence.addOrder(idInShop({ id, shop }))
    group = reader.open(id)
    return group
  }

  function add(row: number, cells: readonly Cell[], id: OrderId): void {
    const isRefund = format.isRefund?.(textsOf(cells)) === true
    const own = groupOf(row, cells, id, isRefund)
    if (own === null) buyers.add(row, cells)
    else if (!hasHeaderLength(mapping, row, cells, report)) own.rows.push({ number: row, cells })
    else {
      if (id.isDamaged) reportDamaged(id, row, cells)
      if (format.isVoid?.(textsOf(cells))) own.voided = [...own.voided, { number: row, cells }]
      else if (isRefund) reader.addRefund(own, row, cells)
      else addSale(own, row, cells, id)
    }
  }

  function addSale(own: OrderGroup, row: number, cells: readonly Cell[], id: OrderId): void {
    if (own.rows.length > 0 && others.isOtherDay(own, row, cells)) {
      const params = { number: own.id, map: numberColumn }
      if (others.isOtherBuyer(own, cells)) report('error', 'order.conflict', row, id.column, params)
      else if (numberColumn !== '' && others.sellsMore(own, row, cells))
        report('warning', 'order.days', row, columns.placed[0]!, params)
    }
    reader.add(own, row, cells)
    addItem(own, row, cells)
    remember(cells, id)
  }

  /** A number without its last digits is another's too: only the seller can say that it is none (`--force`). */
  function reportDamaged(id: OrderId, row: number, cells: readonly Cell[]): void {
    const error = errorIn(cells[id.column])
    const value = shownId(cells, id)
    if (error !== null) report('error', 'cell.error', row, id.column, { error })
    else if (mapping.isForced && id.id !== '') report('warning', 'order-id.forced', row, id.column, { value })
    else report('error', 'order-id.damaged', row, id.column, { value })
  }

  /** What the row sells, unless its own state says that it was cancelled. */
  function addItem(own: OrderGroup, row: number, cells: readonly Cell[]): void {
    const state = format.hasLineStatus === true ? stateOf(cells) : null
    if (state !== null) own.states.add(state)
    if (state === 'cancelled') own.cancelled.push({ number: row, cells })
    else reader.addItem(own, row, cells)
    if (state === 'refunded') reader.giveBack(own, row, cells)
  }

  return {
    row(number, written) {
      const cells = mapping.fillDown === undefined ? written : mapping.fillDown(number, written)
      if (group !== null && repeats(cells)) {
        mapping.evidence.addRow(cells)
        sums?.add(cells)
        reader.addRepeat(group, number, cells)
        return addItem(group, number, cells)
      }
      above = null
      hasIssues = false
      const id = idOf(cells)
      const reason = reasonToSkip(cells, id.column)
      if (reason === null || reason === 'not-a-sale') kinds.add(number, cells)
      isFirstRow = false
      if (reason !== null) {
        // What stands above a total is complete: nothing is filled down across it.
        if (reason === 'total') {
          close()
          totals.check(number, cells)
          sums?.restart()
        }
        if (reason === 'refund') reportLoose(number, cells)
        return sink.skipped(reason, number)
      }
      mapping.evidence.addRow(cells)
      sums?.add(cells)
      add(number, cells, id)
    },
    end() {
      close()
      purchases.end(mapping.match.header.row)
      kinds.end()
      returns.end()
      payments.end(mapping.match.header.row)
      return settler.rounding()
    },
  }
}

/** A rejected order always has its own reason; this stands where it could be missing. */
function unsettled(row: number): RowIssue {
  return { severity: 'error', code: 'order.invalid', row, column: -1, params: {} }
}
