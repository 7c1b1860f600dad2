import { type Decimal, magnitude, minus, plus } from '../../values/decimal.js'
import { multiply, parseAmount } from '../../values/money.js'
import type { CellValues } from '../cell-values.js'
import { cellText, filledColumn } from '../cells.js'
import type { Format, PackedItem, RowTexts } from '../format.js'
import type { ReportIssue } from '../order-sink.js'
import type { Cell } from '../sheet.js'
import type { DiscountMeaning } from './discount-rate.js'
import type { OrderColumns } from './order-columns.js'
import { atRate, discountReader } from './order-discounts.js'

/** One item of an order before its amount is in minor units. */
export interface GroupLine {
  readonly row: number
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly quantity: number | null
  readonly amount: Decimal | null
  /** The row bears an order total too. */
  readonly isTotalled: boolean
  /** What that is; null where the row has none, or several items. */
  readonly total: Decimal | null
}

export interface LineReader {
  /** Adds the items a row names, mostly one; `total` is the order total on the row. */
  add(lines: GroupLine[], row: number, cells: readonly Cell[], total: Decimal | null): void
  /** What the row's own item came to; null where it does not say. */
  amount(row: number, cells: readonly Cell[]): Decimal | null
  /** What the pieces of it that came back came to; null where none did. */
  returned(row: number, cells: readonly Cell[]): Decimal | null
  /** The same with shipping and tax of the row, as far as they come on top; signs are left out. */
  amountWithExtras(row: number, cells: readonly Cell[]): Decimal | null
}

const onePiece: Decimal = { units: 1, scale: 0 }
const numberOf = ({ units, scale }: Decimal): number => units / 10 ** scale

/** Reads the items of rows: a row an item, or the items packed into its cells. */
export function lineReader(
  columns: OrderColumns,
  values: CellValues,
  report: ReportIssue,
  { unpack, isUnitRow, extras = ['shipping', 'tax'], fields }: Format,
  textsOf: (cells: readonly Cell[]) => RowTexts,
  meaning: DiscountMeaning,
): LineReader {
  const [skus, names, categories] = [columns.of('sku'), columns.of('productName'), columns.of('productCategory')]
  const [quantities, prices] = [columns.of('quantity'), columns.of('unitPrice')]
  const returns = columns.of('returnedQuantity')
  const [items, discounts, totals] = [columns.of('itemAmount'), columns.of('lineDiscount'), columns.of('orderTotal')]
  // In a plain sheet it is read with the other discounts.
  const percents = fields === 'aliases' ? [] : columns.of('discountPercent')
  const rates =
    fields === 'aliases' && columns.of('discount').length > 0 ? discountReader(columns, values, meaning) : null

  function quantityOf(row: number, cells: readonly Cell[]): Decimal | null {
    return quantities.length > 0 ? values.amount(cells, quantities, row) : isUnitRow === true ? onePiece : null
  }

  /** As the file gives it, else unit price times quantity; less the line's own discount. */
  function amountOf(row: number, cells: readonly Cell[], quantity: Decimal | null): Decimal | null {
    const given = items.length > 0 ? values.amount(cells, items, row) : null
    const paid = rates === null ? null : rates.paidShare(cells)
    const price = (given === null || paid !== null) && prices.length > 0 ? values.amount(cells, prices, row) : null
    const full = price === null || quantity === null ? price : multiply(price, quantity)
    const before = given ?? (full === null || percents.length === 0 ? full : lessPercent(row, cells, full))
    const amount = paid === null ? before : atRate(given, full, paid)
    if (amount === null) {
      if (price !== null) report('error', 'amount.too-large', row, prices[0]!)
      return null
    }
    const discount = discounts.length > 0 ? values.amount(cells, discounts, row) : null
    return discount === null ? amount : plus(amount, discount.units > 0 ? minus(discount) : discount)
  }

  /** A discount in percent is of what the row would come to without it. */
  function lessPercent(row: number, cells: readonly Cell[], full: Decimal): Decimal | null {
    const percent = values.amount(cells, percents, row)
    if (percent === null || percent.units === 0) return full
    const rest = minus(percent)
    return multiply(full, { units: 100 * 10 ** rest.scale + rest.units, scale: rest.scale + 2 })
  }

  function packedLine(row: number, item: PackedItem): GroupLine {
    const quantity = parseAmount(item.quantity, '.')
    return {
      row,
      sku: item.sku,
      name: item.name,
      category: '',
      quantity: quantity && numberOf(quantity),
      amount: parseAmount(item.amount, '.'),
      isTotalled: false,
      total: null,
    }
  }

  function amountWithExtras(row: number, cells: readonly Cell[]): Decimal | null {
    let sum = amountOf(row, cells, quantityOf(row, cells))
    for (const extra of extras) {
      const amount = extra === 'discount' ? null : values.amount(cells, columns.of(extra), row)
      if (sum !== null && amount !== null) sum = plus(magnitude(sum), magnitude(amount))
    }
    return sum
  }

  return {
    amountWithExtras,
    amount: (row, cells) => amountOf(row, cells, quantityOf(row, cells)),
    returned(row, cells) {
      const pieces = values.amount(cells, returns, row)
      if (pieces === null || pieces.units <= 0) return null
      const price = prices.length > 0 ? values.amount(cells, prices, row) : null
      if (price === null) return amountOf(row, cells, quantityOf(row, cells))
      const full = multiply(price, pieces)
      const paid = rates === null ? null : rates.paidShare(cells)
      return paid === null ? full : atRate(null, full, paid)
    },
    add(lines, row, cells, total) {
      const packed = unpack === undefined ? null : unpack(textsOf(cells))
      if (packed !== null) {
        for (const item of packed) lines.push(packedLine(row, item))
        return
      }
      const sku = skus.length > 0 ? cellText(cells[filledColumn(cells, skus)]) : ''
      const name = names.length > 0 ? cellText(cells[filledColumn(cells, names)]) : ''
      const category = categories.length > 0 ? cellText(cells[filledColumn(cells, categories)]) : ''
      const quantity = quantityOf(row, cells)
      const amount = amountOf(row, cells, quantity)
      if (sku === '' && name === '' && category === '' && quantity === null && amount === null) return
      const isTotalled = filledColumn(cells, totals) >= 0
      const pieces = quantity && numberOf(quantity)
      lines.push({ row, sku, name, category, quantity: pieces, amount, isTotalled, total })
    },
  }
}
