import type { Day, DayTime } from '../../values/business-date.js'
import { type Decimal, magnitude, plus } from '../../values/decimal.js'
import { parseTime } from '../../values/parse-time.js'
import type { CellValues } from '../cell-values.js'
import { cellText, errorIn, filledColumn, valueColumn } from '../cells.js'
import type { Match } from '../columns/detect.js'
import { markedCurrency, namedCurrency, statesCurrency } from '../deciders/currency.js'
import type { Reading } from '../deciders/reading.js'
import type { Field, LeveledField } from '../field.js'
import { reportLost, saidColumn } from '../lost-contacts.js'
import type { ReportIssue, RowIssue, SourceRow } from '../order-sink.js'
import type { StatusClass } from '../record.js'
import type { Cell } from '../sheet.js'
import { addToTrack, nothing } from './amount-track.js'
import { mixesRefunds } from './answers.js'
import type { OrderColumns } from './order-columns.js'
import { type CostedOrder, costReader } from './order-costs.js'
import { type DiscountCell, type DiscountedOrder, discountReader } from './order-discounts.js'
import { type GroupLine, lineReader } from './order-lines.js'
import { orderParts } from './order-parts.js'
import { paymentsCheck } from './payments-check.js'
import { rowTexts } from './row-texts.js'
import { shippingIn } from './shipping-cell.js'

/** The rows of one order while they come in. */
export interface OrderGroup extends CostedOrder, DiscountedOrder {
  readonly id: string
  currency: string
  isCurrencyAssumed: boolean
  readonly rows: SourceRow[]
  readonly lines: GroupLine[]
  /** Discounts of its rows that are no amounts. */
  discounts: readonly DiscountCell[]
  /** What of it was a deposit; null where the sheet tells of none. */
  deposit: Decimal | null
  readonly texts: Map<Field, string>
  placed: DayTime | null
  paid: Day | null
  /** The latest day on which any row of it was delivered. */
  delivered: Day | null
  /** Latest moment any row speaks of, in seconds since 1970 by the wall clock. */
  stated: number | null
  /** Classes of the rows' own states, where the platform has one for each. */
  readonly states: Set<StatusClass>
  /** What rows or pieces of it that were given back came to; null where none was. */
  givenBack: Decimal | null
  /** Rows that give money of it back: a refund by themselves where there are no others. */
  refunds: readonly SourceRow[]
  /** What each of them comes to, above zero, and its day; those that repeat another's amount left out. */
  refundAmounts: readonly { readonly day: Day | null; readonly amount: Decimal }[]
  /** Rows that tell of what was voided. */
  voided: readonly SourceRow[]
  /** Rows whose item was cancelled: no part of the order unless all were. */
  readonly cancelled: SourceRow[]
  /** Its rows are read each by its own state, and what they tell of levels is known. */
  readonly isReadByRow: boolean
  /** The first error; the whole order is rejected with it. */
  error: RowIssue | null
}

export interface GroupReader {
  open(id: string): OrderGroup
  /** What a row says of its order: texts, days, currency. */
  add(group: OrderGroup, row: number, cells: readonly Cell[]): void
  /** Notes a row that says of its order what the row above says. */
  addRepeat(group: OrderGroup, row: number, cells: readonly Cell[]): void
  /** What it sells: amounts and items. */
  addItem(group: OrderGroup, row: number, cells: readonly Cell[]): void
  /** What a row gives back of it; of the row nothing else is the order's. */
  addRefund(group: OrderGroup, row: number, cells: readonly Cell[]): void
  /** Notes that the item of a row was given back, where no column says how much. */
  giveBack(group: OrderGroup, row: number, cells: readonly Cell[]): void
}

type AmountReader = (group: OrderGroup, row: number, cells: readonly Cell[]) => Decimal | null

const noFields: readonly Field[] = []
const noRows: readonly never[] = []
const noDiscounts: readonly DiscountCell[] = []

/** Reads rows into their order: texts and amounts by their first non-blank cell, amounts summed beside, a line a row. */
export function groupReader(
  match: Match,
  columns: OrderColumns,
  reading: Reading,
  values: CellValues,
  report: ReportIssue,
): GroupReader {
  const costs = costReader(columns, reading, values, report, match.format.sums)
  const currencies = columns.of('currency')
  const textsOf = rowTexts(match)
  const lines = lineReader(columns, values, report, match.format, textsOf, reading.discount)
  const { sums = [], dateText } = match.format
  const hasReturns = columns.of('returnedQuantity').length > 0
  const isPlain = match.format.fields === 'aliases'
  const discounts = discountReader(columns, values, reading.discount)
  const checkPayments = paymentsCheck(match, reading, report)
  let isPartsTold = false
  const amountReaders = columns.amounts.map(({ field, columns: at }) => ({ field, read: amountReader(field, at) }))

  /** Adds the amounts of a row to its order's; returns the order total among them. */
  function addAmounts(group: OrderGroup, row: number, cells: readonly Cell[]): Decimal | null {
    let total: Decimal | null = null
    for (const { field, read } of amountReaders) {
      const amount = read(group, row, cells)
      if (amount === null) continue
      addToTrack(group.amounts, field, amount)
      if (field === 'orderTotal') total = amount
    }
    return total
  }

  /** How a column of amounts is read, decided once a sheet. */
  function amountReader(field: LeveledField, at: readonly number[]): AmountReader {
    if (sums.includes(field)) return (_, row, cells) => sumIn(row, cells, at)
    if (field === 'orderTotal' && columns.hasParts) return (group, row, cells) => partsIn(group, row, cells, at)
    if (field === 'orderTotal' && checkPayments !== null)
      return (group, row, cells) => {
        const total = values.amount(cells, at, row)
        checkPayments(total, row, cells, group.currency)
        return total
      }
    if (isPlain && field === 'discount') return discountIn
    if (isPlain && field === 'shipping') return (_, row, cells) => shippingIn(values, columns, report, row, cells)
    if (field === 'refundAmount' && mixesRefunds(columns)) return (_, row, cells) => refundBeside(row, cells, at)
    return (_, row, cells) => values.amount(cells, at, row)
  }

  /** What is no amount in a column of refunds that answers as well is an answer (answers.ts). */
  function refundBeside(row: number, cells: readonly Cell[], at: readonly number[]): Decimal | null {
    const cell = cells[at[0]!]
    const isLost = cell === undefined || errorIn(cell) !== null
    return isLost ? values.amount(cells, at, row) : values.optionalAmount(cell, at[0]!)
  }

  /** A deposit and what is due after it are what the order comes to: said once, and of each row that has the deposit alone. */
  function partsIn(group: OrderGroup, row: number, cells: readonly Cell[], at: readonly number[]): Decimal | null {
    const { total, deposit, isRestOpen } = orderParts(values, at, row, cells)
    if (deposit !== null) group.deposit = plus(group.deposit ?? nothing, deposit)
    const [header = '', rest = ''] = at.map((column) => match.header.texts[column]!)
    if (!isPartsTold && total !== null) report('note', 'order.deposit', row, at[0]!, { header, rest })
    isPartsTold ||= total !== null
    if (isRestOpen) report('warning', 'order.deposit-only', row, at[1]!, { value: cellText(cells[at[0]!]), rest })
    return total
  }

  /** A discount in money; one that is none is kept, to be told once it is known whether the amount depends on it. */
  function discountIn(group: OrderGroup, row: number, cells: readonly Cell[]): Decimal | null {
    const found = discounts.read(row, cells)
    if (found === null || !('cell' in found)) return found
    group.discounts = [...group.discounts, found]
    return null
  }

  /** What several columns of a row come to together; null when all are blank. */
  function sumIn(row: number, cells: readonly Cell[], at: readonly number[]): Decimal | null {
    return at.reduce<Decimal | null>((sum, column) => {
      const amount = values.amount(cells, [column], row)
      return amount === null ? sum : plus(sum ?? nothing, amount)
    }, null)
  }

  function takeBack(group: OrderGroup, amount: Decimal | null): void {
    if (amount !== null) group.givenBack = plus(group.givenBack ?? nothing, amount)
  }

  /** The day of the order and, where it stands in a column of its own, the time. */
  function placedIn(row: number, cells: readonly Cell[]): DayTime | null {
    const placed = values.moment(cells, columns.placed, row, true)
    if (placed === null) return dateText === undefined ? null : values.dayIn(dateText(textsOf(cells)))
    if (placed.seconds !== null || columns.time.length === 0) return placed
    const time = parseTime(cellText(cells[filledColumn(cells, columns.time)]), 0)
    return time === null || time.seconds >= 86_400 ? placed : { day: placed.day, seconds: time.seconds }
  }

  function addMoments(group: OrderGroup, row: number, cells: readonly Cell[]): void {
    group.placed ??= placedIn(row, cells)
    if (columns.hasPaid) group.paid ??= values.moment(cells, columns.paid, row, false)?.day ?? null
    for (const { columns: at, isDelivery } of columns.moments) {
      const moment = values.moment(cells, at, row, false)
      if (moment === null) continue
      group.stated = Math.max(group.stated ?? 0, moment.day * 86_400 + (moment.seconds ?? 0))
      if (isDelivery) group.delivered = Math.max(group.delivered ?? moment.day, moment.day)
    }
  }

  /** R4: the currency column, else a symbol in the amount itself; null where the row does not say. */
  function statedCurrency(row: number, cells: readonly Cell[]): string | null {
    const column = valueColumn(cells, currencies)
    const error = errorIn(cells[column])
    if (error !== null) report('error', 'cell.error', row, column, { error })
    else if (column >= 0) {
      const text = cellText(cells[column]).toUpperCase()
      const code = namedCurrency(text, reading)
      if (code !== null) return code
      report('error', 'currency.unknown', row, column, { value: text })
    }
    return symbolIn(cells)
  }

  function symbolIn(cells: readonly Cell[]): string | null {
    if (reading.currency.origin === 'unit') return null
    for (const { columns: at } of columns.amounts) {
      const cell = cells[filledColumn(cells, at)]
      const code = typeof cell === 'string' ? markedCurrency(cell, reading) : null
      if (code !== null) return code
    }
    return null
  }

  /** What a refund's own row comes to; null where its amount stood on a row above. */
  function refundIn(group: OrderGroup, row: number, cells: readonly Cell[]): Decimal | null {
    const back = values.amount(cells, columns.of('refundAmount'), row)
    if (back !== null && back.units !== 0) return back
    const total = values.amount(cells, columns.of('orderTotal'), row)
    if (total === null) return lines.amountWithExtras(row, cells)
    const refund = textsOf(cells).text('lineId')
    const isEqual = (above: readonly Cell[], at: readonly number[]) =>
      at.every((column) => cellText(above[column]) === cellText(cells[column]))
    // Without a number of the refund its day tells it from another of the same amount.
    const said = refund === '' ? [...columns.of('orderTotal'), ...columns.placed] : columns.of('orderTotal')
    const isRepeated = ({ cells: above }: SourceRow) => textsOf(above).text('lineId') === refund && isEqual(above, said)
    return reading.levels.get('orderTotal') === 'order' && group.refunds.some(isRepeated) ? null : total
  }

  return {
    open: (id) => ({
      id,
      currency: '',
      isCurrencyAssumed: false,
      rows: [],
      lines: [],
      discounts: noDiscounts,
      deposit: null,
      texts: new Map(),
      amounts: new Map(),
      unitCosts: null,
      unknownCosts: noFields,
      placed: null,
      paid: null,
      delivered: null,
      stated: null,
      states: new Set(),
      givenBack: null,
      refunds: noRows,
      refundAmounts: noRows,
      voided: noRows,
      cancelled: [],
      isReadByRow: false,
      error: null,
    }),
    add(group, row, cells) {
      group.rows.push({ number: row, cells })
      // Not when it is opened: what is wrong with the currency is the open group's error.
      if (group.currency === '') {
        const stated = statedCurrency(row, cells)
        // What the seller decided instead is put in its place by the ledger, and can be taken back there (R36).
        group.currency = stated ?? reading.currency.assumed ?? reading.currency.code
        group.isCurrencyAssumed = stated === null && !statesCurrency(reading)
      }
      for (const { field, columns: at } of columns.texts) {
        if (group.texts.has(field)) continue
        const column = saidColumn(cells, at)
        if (column >= 0) group.texts.set(field, cellText(cells[column]))
        // Where the only column says it, there is no error.
        if (column < 0 || at.length > 1) reportLost(field, at, row, cells, report)
      }
      addMoments(group, row, cells)
    },
    addRepeat(group, row, cells) {
      group.rows.push({ number: row, cells })
    },
    addItem(group, row, cells) {
      const total = addAmounts(group, row, cells)
      costs.add(group, row, cells)
      if (columns.hasProducts) lines.add(group.lines, row, cells, total)
      if (hasReturns) takeBack(group, lines.returned(row, cells))
    },
    addRefund(group, row, cells) {
      const amount = refundIn(group, row, cells)
      const given = placedIn(row, cells)
      if (amount !== null) {
        group.givenBack = plus(group.givenBack ?? nothing, magnitude(amount))
        group.refundAmounts = [...group.refundAmounts, { day: given?.day ?? null, amount: magnitude(amount) }]
      }
      // The order as of its refund is a later state than the order as it was placed.
      if (given !== null) group.stated = Math.max(group.stated ?? 0, given.day * 86_400 + (given.seconds ?? 0))
      group.refunds = [...group.refunds, { number: row, cells }]
    },
    giveBack(group, row, cells) {
      if (filledColumn(cells, columns.of('refundAmount')) >= 0) return
      const isOwn = reading.levels.get('orderTotal') === 'line'
      const total = isOwn ? values.amount(cells, columns.of('orderTotal'), row) : null
      takeBack(group, total ?? lines.amount(row, cells))
    },
  }
}
