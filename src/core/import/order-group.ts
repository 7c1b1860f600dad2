import type { Day, DayTime } from '../values/business-date.js'
import { type Decimal, minus, plus } from '../values/decimal.js'
import { isCurrency, multiply } from '../values/money.js'
import { addToTrack } from './amount-track.js'
import type { CellValues } from './cell-values.js'
import { cellText, filledColumn } from './cells.js'
import { markedCurrency, statesCurrency } from './currency.js'
import type { Field } from './field.js'
import type { OrderColumns } from './order-columns.js'
import { type CostedOrder, costReader } from './order-costs.js'
import type { ReportIssue, RowIssue, SourceRow } from './order-sink.js'
import type { Reading } from './reading.js'
import type { Cell } from './sheet.js'

export interface GroupLine {
  readonly row: number
  readonly sku: string
  readonly name: string
  readonly quantity: number | null
  readonly amount: Decimal | null
  /** The row bears an order total too. */
  readonly isTotalled: boolean
}

/** The rows of one order while they come in. */
export interface OrderGroup extends CostedOrder {
  readonly id: string
  currency: string
  isCurrencyAssumed: boolean
  readonly rows: SourceRow[]
  readonly lines: GroupLine[]
  readonly texts: Map<Field, string>
  placed: DayTime | null
  paid: Day | null
  /** Latest moment any row speaks of, in seconds since 1970 by the wall clock. */
  stated: number | null
  /** The first error; the whole order is rejected with it. */
  error: RowIssue | null
}

export interface GroupReader {
  open(id: string): OrderGroup
  add(group: OrderGroup, row: number, cells: readonly Cell[]): void
}

const noFields: readonly Field[] = []

/** Reads rows into their order: texts and amounts by their first non-blank cell, amounts summed beside, a line a row. */
export function groupReader(
  columns: OrderColumns,
  reading: Reading,
  values: CellValues,
  report: ReportIssue,
): GroupReader {
  const [skus, names] = [columns.of('sku'), columns.of('productName')]
  const [quantities, prices] = [columns.of('quantity'), columns.of('unitPrice')]
  const totals = columns.of('orderTotal')
  const costs = costReader(columns, reading, values, report)
  const [items, discounts, currencies] = [columns.of('itemAmount'), columns.of('lineDiscount'), columns.of('currency')]

  function addAmounts(group: OrderGroup, row: number, cells: readonly Cell[]): void {
    for (const { field, columns: at } of columns.amounts) {
      const amount = values.amount(cells, at, row)
      if (amount === null) continue
      addToTrack(group.amounts, field, amount)
    }
  }

  /** Line amount: as the file gives it, else unit price times quantity; less the line's own discount. */
  function lineAmount(row: number, cells: readonly Cell[], quantity: Decimal | null): Decimal | null {
    const given = items.length > 0 ? values.amount(cells, items, row) : null
    const price = given === null && prices.length > 0 ? values.amount(cells, prices, row) : null
    const amount = given ?? (price === null || quantity === null ? price : multiply(price, quantity))
    if (amount === null) {
      if (price !== null) report('error', 'amount.too-large', row, prices[0]!)
      return null
    }
    const discount = discounts.length > 0 ? values.amount(cells, discounts, row) : null
    return discount === null ? amount : plus(amount, discount.units > 0 ? minus(discount) : discount)
  }

  function addLine(group: OrderGroup, row: number, cells: readonly Cell[]): void {
    const sku = skus.length > 0 ? cellText(cells[filledColumn(cells, skus)]) : ''
    const name = names.length > 0 ? cellText(cells[filledColumn(cells, names)]) : ''
    const quantity = quantities.length > 0 ? values.amount(cells, quantities, row) : null
    const amount = lineAmount(row, cells, quantity)
    if (sku === '' && name === '' && quantity === null && amount === null) return
    group.lines.push({
      row,
      sku,
      name,
      quantity: quantity === null ? null : quantity.units / 10 ** quantity.scale,
      amount,
      isTotalled: filledColumn(cells, totals) >= 0,
    })
  }

  function addMoments(group: OrderGroup, row: number, cells: readonly Cell[]): void {
    group.placed ??= values.moment(cells, columns.placed, row, true)
    if (columns.hasPaid) group.paid ??= values.moment(cells, columns.paid, row, false)?.day ?? null
    for (const at of columns.moments) {
      const moment = values.moment(cells, at, row, false)
      if (moment !== null) group.stated = Math.max(group.stated ?? 0, moment.day * 86_400 + (moment.seconds ?? 0))
    }
  }

  /** R4: the currency column, else a symbol in the amount itself; null where the row does not say. */
  function statedCurrency(row: number, cells: readonly Cell[]): string | null {
    const column = filledColumn(cells, currencies)
    if (column >= 0) {
      const text = cellText(cells[column]).toUpperCase()
      const code = isCurrency(text) ? text : markedCurrency(text, reading)
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

  return {
    open: (id) => ({
      id,
      currency: '',
      isCurrencyAssumed: false,
      rows: [],
      lines: [],
      texts: new Map(),
      amounts: new Map(),
      unitCosts: null,
      unknownCosts: noFields,
      placed: null,
      paid: null,
      stated: null,
      error: null,
    }),
    add(group, row, cells) {
      // Not when it is opened: what is wrong with the currency is the open group's error.
      if (group.rows.length === 0) {
        const stated = statedCurrency(row, cells)
        // What the seller decided instead is put in its place by the ledger, and can be taken back there (R36).
        group.currency = stated ?? reading.currency.assumed ?? reading.currency.code
        group.isCurrencyAssumed = stated === null && !statesCurrency(reading)
      }
      group.rows.push({ number: row, cells })
      for (const { field, columns: at } of columns.texts) {
        if (group.texts.has(field)) continue
        const column = filledColumn(cells, at)
        if (column >= 0) group.texts.set(field, cellText(cells[column]))
      }
      addMoments(group, row, cells)
      addAmounts(group, row, cells)
      costs.add(group, row, cells)
      if (columns.products.length > 0) addLine(group, row, cells)
    },
  }
}
