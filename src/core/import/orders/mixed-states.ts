import { type Decimal, magnitude, minus, plus } from '../../values/decimal.js'
import { minorDigits, toMinor } from '../../values/money.js'
import { cellValues } from '../cell-values.js'
import { filledColumn } from '../cells.js'
import type { Field } from '../field.js'
import { type RecordSink, type ReportIssue, type SheetMapping, type SourceRow, silentSink } from '../order-sink.js'
import type { OrderRecord, StatusClass } from '../record.js'
import { answerFields } from '../words/yes-no.js'
import type { OrderColumns } from './order-columns.js'
import { groupReader, type OrderGroup } from './order-group.js'
import { isTotalOnce, rowRefunds, sumOf } from './row-refunds.js'
import { type RowState, rowState, rowStateReader } from './row-state.js'
import { orderSettler } from './settle-order.js'

/** An order of a hand-kept sheet whose rows are in different states. */
export interface MixedOrder {
  /** The order as its rows tell it, each by its own state. */
  readonly group: OrderGroup
  /** The order as if all its rows counted. */
  readonly whole: OrderRecord
  /** Rows that are no part of it by their state. */
  readonly leftOut: readonly RowState[]
}

export interface MixedStates {
  /** The order row by row; null where its rows are in one state, as nearly all are. */
  read(group: OrderGroup): MixedOrder | null
  /** Says which rows were left out of the finished order. */
  tell(mixed: MixedOrder, record: OrderRecord): void
}

/** What became of an order is the last of these that its rows speak of, as where files tell it one after another. */
const course: readonly StatusClass[] = ['pending', 'unknown', 'paid', 'cancelled', 'partially_refunded', 'refunded']

/** What of an order is said of its state. */
const stateFields: readonly Field[] = ['status', ...answerFields, 'refundStatus']

const isUnpaid = ({ state }: RowState): boolean => state === 'pending' || state === 'cancelled'

/** A row without words that has a refund of its own was paid. */
const isRefundOnly = ({ state, told }: RowState): boolean => state === null && told !== null

const speaks = (row: RowState): boolean => row.state !== null || isRefundOnly(row)

/**
 * Reads orders whose rows say different things of their state. A row that was given back gives back its own amount, one that was
 * cancelled or not paid is not counted beside others that were. Platforms that have a state a row say so (`hasLineStatus`).
 */
export function mixedStates(
  mapping: SheetMapping,
  columns: OrderColumns,
  sink: RecordSink,
  report: ReportIssue,
): MixedStates {
  const { match, reading } = mapping
  // What is wrong in the rows was said when they came in.
  const quiet: ReportIssue = () => {}
  const values = cellValues(mapping, quiet)
  const reader = groupReader(match, columns, reading, values, quiet)
  const settler = orderSettler(mapping, columns, silentSink, quiet)
  const refunds = rowRefunds(mapping, columns, values, report)
  const stateOf = rowStateReader(match, columns, values)
  const stateInBlank = rowState(match, columns, () => {})
  const stateColumns = match.format.fields === 'aliases' ? stateFields.flatMap((field) => [...columns.of(field)]) : []
  const [statusColumn = -1] = stateColumns
  const itemColumns = [...columns.items, ...columns.of('itemAmount'), ...columns.of('unitPrice')]
  const isOnceAnOrder = isTotalOnce(columns, reading)

  /** Asked for each order of several rows: nearly always the cells are equal. */
  function differ(rows: readonly SourceRow[]): boolean {
    const first = rows[0]!.cells
    return stateColumns.some((at) => rows.some(({ cells }) => cells[at] !== first[at]))
  }

  /** Different words that come to the same are one state. */
  function areAlike(rows: readonly RowState[]): boolean {
    const speaking = rows.filter((row) => row.withheld !== '' || speaks(row))
    const said = ({ state, said, text, withheld }: RowState) =>
      `${state}|${said === null ? '' : text}|${withheld === '' ? '' : 'withheld'}`
    return new Set(speaking.map(said)).size < 2
  }

  /** A row without words goes on with those above it; above the first of them it says what a blank says. */
  function withBlanksAbove(rows: readonly RowState[]): readonly RowState[] {
    const first = rows.findIndex(({ state }) => state !== null)
    const isPaid = ({ row }: RowState) => stateInBlank(row.cells) === 'paid'
    return rows.map((row, at) => (at < first && isPaid(row) ? { ...row, state: 'paid' } : row))
  }

  /** Who writes a number on each row and a state on one may mean that row alone. */
  function sayGoesOn({ id }: OrderGroup, rows: readonly RowState[]): void {
    const [first, ...below] = rows
    const isOut = first?.state === 'refunded' || (first !== undefined && first.state !== null && isUnpaid(first))
    const isNumbered = ({ row }: RowState) => filledColumn(row.cells, columns.id) >= 0
    if (!isOut || !below.some((row) => row.state === null && isNumbered(row))) return
    report('warning', 'row.goes-on', first.row.number, statusColumn, { value: first.text, number: id })
  }

  /** Rows without items, under a total that stands once an order, tell of the whole order one after another. */
  const isLog = (rows: readonly RowState[]): boolean =>
    isOnceAnOrder && rows.every(({ row }) => filledColumn(row.cells, itemColumns) < 0)

  /** The order without what is said of its state as a whole. */
  function withoutState(group: OrderGroup): OrderGroup {
    const texts = new Map([...group.texts].filter(([field]) => !stateFields.includes(field)))
    const amounts = new Map([...group.amounts].filter(([field]) => field !== 'refundAmount'))
    return { ...group, texts, amounts, states: new Set(), givenBack: null, isReadByRow: true }
  }

  function logOf(group: OrderGroup, rows: readonly RowState[]): Omit<MixedOrder, 'whole'> {
    const own = withoutState(group)
    const state = course.findLast((one) => rows.some((row) => row.state === one))
    const told = refunds.toldIn(rows, false)
    const said = new Map(rows.flatMap(({ text, said }) => (said === null ? [] : [[text, said] as const])))
    if (state !== undefined) own.states.add(state === 'refunded' && told !== null ? 'partially_refunded' : state)
    own.givenBack = told ?? (state === 'refunded' ? null : sumOf([...said.values()]))
    if (state === 'cancelled') sayCancelled(group, rows)
    if (state === 'partially_refunded' && own.givenBack === null) refunds.sayUnknown(group, rows)
    return { group: own, leftOut: [] }
  }

  /** Whoever paid and cancelled is mostly given the money back, but no row says so. */
  function sayCancelled({ id }: OrderGroup, rows: readonly RowState[]): void {
    const cancelled = rows.find(({ state }) => state === 'cancelled')!
    const paid = rows.find(({ state }) => state === 'paid' || state === 'unknown')
    if (paid === undefined) return
    const params = { value: cancelled.text, paid: paid.text, number: id }
    report('warning', 'order.cancelled', cancelled.row.number, statusColumn, params)
  }

  function byRow(group: OrderGroup, rows: readonly RowState[], whole: OrderRecord): Omit<MixedOrder, 'whole'> {
    const isAnyPaid = rows.some((row) => speaks(row) && !isUnpaid(row))
    const isAnyOpen = rows.some(({ state }) => state !== null && state !== 'cancelled')
    // What a column of refunds gives back was paid before.
    const isOut = ({ state, told }: RowState) =>
      told === null && ((state === 'pending' && isAnyPaid) || (state === 'cancelled' && (isAnyPaid || isAnyOpen)))
    const kept = rows.filter((row) => !isOut(row))
    const leftOut = rows.filter(isOut)
    const own = countedRows(group, kept)
    lessLeftOut(own, whole, leftOut)
    giveBack(own, kept)
    return { group: own, leftOut }
  }

  /** What stands once an order counts whichever row it stands on. */
  function countedRows(group: OrderGroup, kept: readonly RowState[]): OrderGroup {
    const without = withoutState(group)
    const own = {
      ...without,
      lines: [],
      discounts: [],
      deposit: null,
      amounts: new Map(),
      unitCosts: null,
      unknownCosts: [],
    }
    for (const { row } of kept) reader.addItem(own, row.number, row.cells)
    own.amounts.delete('refundAmount')
    for (const [field, track] of without.amounts)
      if (reading.levels.get(field) !== 'line') own.amounts.set(field, track)
    return own
  }

  /** A total that is the sum of all items holds those that do not count. */
  function lessLeftOut(own: OrderGroup, whole: OrderRecord, leftOut: readonly RowState[]): void {
    const track = own.amounts.get('orderTotal')
    if (track === undefined || !isOnceAnOrder) return
    const sumIn = (list: OrderRecord['lines']) => list.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0)
    const sum = sumIn(whole.lines)
    const extras = (whole.shippingMinor ?? 0) + (whole.taxMinor ?? 0) - (whole.discountMinor ?? 0)
    if (![sum, sum + extras].some((one) => Math.abs(one - (whole.totalMinor ?? 0)) <= 2)) return
    const numbers = new Set(leftOut.map(({ row }) => row.number))
    const out = sumIn(whole.lines.filter((line) => numbers.has(line.row)))
    const less = { units: -out, scale: minorDigits(own.currency) }
    own.amounts.set('orderTotal', { ...track, first: plus(track.first, less) })
  }

  function giveBack(own: OrderGroup, kept: readonly RowState[]): void {
    const once = refunds.toldIn(kept, true)
    const backs = once === null ? kept.map(refunds.backOf) : [magnitude(once)]
    const sum = sumOf(backs.filter((back) => back !== null))
    const unknown = kept.filter((_, at) => backs[at] === null)
    const speaking = kept.filter(speaks)
    const isWhole = speaking.length > 0 && speaking.every(({ state, told }) => state === 'refunded' && told === null)
    const isGivenBack = (sum !== null || unknown.length > 0) && !kept.every(isUnpaid)
    own.givenBack = isWhole ? null : sum
    if (isGivenBack && !isWhole) own.states.add('partially_refunded')
    else for (const { state } of speaking) own.states.add(state ?? 'partially_refunded')
    if (isGivenBack && !isWhole) refunds.sayUnknown(own, unknown)
    if (once !== null && !isOnceAnOrder && kept.length > 1) refunds.sayToldOnce(kept)
    if (once === null && isGivenBack && !isWhole) sayGivenBack(own, kept)
  }

  /** Without an item nobody can tell a part that was sold and came back from money given back of the other rows. */
  function sayGivenBack(own: OrderGroup, kept: readonly RowState[]): void {
    const [column = -1] = columns.of('orderTotal')
    if (!kept.some(({ state }) => state === 'paid' || state === 'unknown')) return
    for (const { row, text, state, said, told } of kept) {
      const isOwn = state === 'refunded' && said === null && told === null && filledColumn(row.cells, itemColumns) < 0
      const amount = isOwn && !isOnceAnOrder ? values.amount(row.cells, columns.of('orderTotal'), row.number) : null
      if (amount === null || amount.units <= 0) continue
      const params = { value: text, number: own.id, sum: toMinor(amount, own.currency).minor, currency: own.currency }
      report('warning', 'row.given-back', row.number, column, params)
    }
  }

  function readMixed(group: OrderGroup, rows: readonly RowState[]): MixedOrder {
    const whole = settler.settle(group)
    const mixed = isLog(rows) ? logOf(group, rows) : byRow(group, rows, whole)
    const own = mixed.group
    // Refunds on rows of their own tell of the same money.
    if (group.refunds.length > 0) own.givenBack = larger(own.givenBack, group.givenBack)
    for (const word of new Set(rows.flatMap(({ state, text }) => (state === 'unknown' ? [text] : []))))
      sink.unknownStatus(word)
    refunds.sayWithheld(rows)
    return { ...mixed, whole }
  }

  return {
    read(group) {
      if (group.rows.length < 2 || stateColumns.length === 0) return null
      if (!differ(group.rows)) {
        refunds.saySaidOnce(group, group.rows)
        return null
      }
      const rows = withBlanksAbove(group.rows.map(stateOf))
      if (!areAlike(rows)) return readMixed(group, rows)
      if (!isLog(rows)) sayGoesOn(group, rows)
      const saying = rows.filter(({ said }) => said !== null)
      if (saying.length > 1)
        refunds.saySaidOnce(
          group,
          saying.map(({ row }) => row),
        )
      return null
    },
    tell({ group, leftOut }, { totalMinor, currency }) {
      for (const { row, text } of leftOut)
        report('warning', 'row.not-counted', row.number, statusColumn, {
          ...{ value: text, number: group.id, sum: totalMinor ?? 0, currency },
        })
    },
  }
}

function larger(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (a === null || b === null) return a ?? b
  return plus(a, minus(b)).units < 0 ? b : a
}
