import { type Decimal, magnitude, minus, plus } from '../../values/decimal.js'
import { multiply } from '../../values/money.js'
import type { CellValues } from '../cell-values.js'
import { cellText, errorIn, valueColumn } from '../cells.js'
import type { LeveledField } from '../field.js'
import type { ReportIssue, SourceRow } from '../order-sink.js'
import type { Cell } from '../sheet.js'
import { type AmountTrack, nothing } from './amount-track.js'
import { type DiscountMeaning, type DiscountRate, discountRate, numberRate } from './discount-rate.js'
import type { OrderColumns } from './order-columns.js'

/** A cell of a discount that is no amount. */
export interface DiscountCell {
  readonly row: number
  readonly column: number
  readonly cell: Cell
  /** What of the price is paid; null where the cell does not say it. */
  readonly paid: Decimal | null
  /** It may be what is paid as well as what is taken off. */
  readonly isUnclear: boolean
}

export interface DiscountReader {
  /** The discount of a row in money, or a cell that is none; null for a blank one. */
  read(row: number, cells: readonly Cell[]): Decimal | DiscountCell | null
  /** What of its price a row pays; null where no rate says it. */
  paidShare(cells: readonly Cell[]): Decimal | null
}

/** Reads the discounts of a plain sheet: money, or a rate (9折, 10 %); bare numbers are what `meaning` says. */
export function discountReader(columns: OrderColumns, values: CellValues, meaning: DiscountMeaning): DiscountReader {
  const at = columns.of('discount')

  /** What the rate in a cell leaves; null for money and for what is not understood. */
  function rateIn(cell: Cell, column: number): DiscountRate | null {
    const unit = columns.unitOf(column) ?? ''
    const isInUnit = unit === '%' || unit === '折'
    const text = cellText(cell)
    const inMeaning = numberRate(isPercentOfOne(unit, text, meaning) ? `${text}%` : text, meaning)
    if (inMeaning !== null) return inMeaning
    if (!isInUnit && values.optionalAmount(cell, column) !== null) return null
    return discountRate(isInUnit && /\d$/.test(text) ? `${text}${unit}` : text, columns.keyOf(column))
  }

  return {
    read(row, cells) {
      const column = valueColumn(cells, at)
      if (column < 0) return null
      const cell = cells[column]!
      const rate = rateIn(cell, column)
      if (rate === null && values.optionalAmount(cell, column) !== null) return values.amount(cells, at, row)
      const paid = rate === null || rate === 'unclear' ? null : rate.paid
      return { row, column, cell, paid, isUnclear: rate === 'unclear' }
    },
    paidShare(cells) {
      const column = valueColumn(cells, at)
      const rate = column < 0 ? null : rateIn(cells[column]!, column)
      return rate === null || rate === 'unclear' ? null : rate.paid
    },
  }
}

/** A number under a percent sign in its header; 0.1 among parts of one is ten of them all the same. */
const isPercentOfOne = (unit: string, text: string, meaning: DiscountMeaning): boolean =>
  unit === '%' && /\d$/.test(text) && !meaning.endsWith('-share')

/** Half a cent of most currencies: what a sum that was rounded may differ by. */
const near = 0.0051

/** What is paid of an amount under a rate; a sum of the row that has it off already stays as it is. */
export function atRate(given: Decimal | null, full: Decimal | null, paid: Decimal): Decimal | null {
  const due = full === null ? null : multiply(full, paid)
  if (given === null) return due
  if (due !== null) {
    const { units, scale } = magnitude(plus(due, minus(given)))
    if (units / 10 ** scale < near) return given
  }
  return multiply(given, paid)
}

/** The part of an order that holds its discounts. */
export interface DiscountedOrder {
  readonly amounts: Map<LeveledField, AmountTrack>
  readonly id: string
  readonly rows: readonly SourceRow[]
  readonly lines: readonly { readonly row: number; readonly amount: Decimal | null }[]
  readonly discounts: readonly DiscountCell[]
}

/** How discounts that are no amounts were read: once a sheet where they were, each where they were not. */
export interface DiscountTeller {
  /** `isStated`: the amount of the order stands on its own. */
  tell(order: DiscountedOrder, isStated: boolean): void
}

export function discountTeller(columns: OrderColumns, report: ReportIssue): DiscountTeller {
  const at = columns.of('discount')
  const told = new Set<string>()

  function tellOnce(code: string, { row, column, cell, paid }: DiscountCell): void {
    if (told.has(code)) return
    told.add(code)
    report('note', code, row, column, { value: cellText(cell), percent: percentText(paid) })
  }

  function tellUnread({ row, column, cell }: DiscountCell, isStated: boolean): void {
    const error = errorIn(cell)
    const value = error ?? cellText(cell)
    if (isStated) report('warning', 'discount.ignored', row, column, { value })
    else if (error !== null) report('error', 'cell.error', row, column, { error })
    else report('error', 'discount.unclear', row, column, { value })
  }

  /** Excel keeps 10 % as 0.1: far too little to be what is taken off, but an amount. */
  function tellFraction({ amounts, lines, rows }: DiscountedOrder): void {
    const taken = magnitude(amounts.get('discount')?.first ?? nothing)
    if (taken.units === 0 || taken.units >= 10 ** taken.scale || told.has('discount.fraction')) return
    const sum = lines.reduce((all, { amount }) => plus(all, amount ?? nothing), nothing)
    if (ratio(sum, taken) < leastRatio) return
    const row = rows.find(({ cells }) => valueColumn(cells, at) >= 0)!
    told.add('discount.fraction')
    report('warning', 'discount.fraction', row.number, at[0]!, {
      value: cellText(row.cells[valueColumn(row.cells, at)]),
    })
  }

  /** An amount that is price times quantity has nothing taken off, unless the price has it off already. */
  function tellFull({ amounts, lines, rows }: DiscountedOrder): void {
    const taken = amounts.get('discount')?.first ?? nothing
    const [total, sum] = [
      amounts.get('orderTotal')?.first,
      lines.reduce((all, { amount }) => plus(all, amount ?? nothing), nothing),
    ]
    if (told.has('discount.full') || taken.units === 0 || total === undefined || sum.units === 0) return
    if (plus(sum, minus(total)).units !== 0 || columns.of('itemAmount').length > 0) return
    const row = rows.find(({ cells }) => valueColumn(cells, at) >= 0)
    if (row === undefined) return
    told.add('discount.full')
    report('warning', 'discount.full', row.number, at[0]!, {
      ...{
        value: cellText(row.cells[valueColumn(row.cells, at)]),
        header: columns.keyOf(columns.of('orderTotal')[0]!),
      },
    })
  }

  /** Nobody takes off more than is asked for: the number means something else (100 that is full price, 95 that is 95折). */
  function tellExcess({ amounts, lines, rows }: DiscountedOrder): void {
    const taken = magnitude(amounts.get('discount')?.first ?? nothing)
    const sum = lines.reduce((all, { amount }) => plus(all, amount ?? nothing), nothing)
    if (sum.units <= 0 || ratio(taken, sum) <= 1) return
    const row = rows.find(({ cells }) => valueColumn(cells, at) >= 0)
    const column = row === undefined ? -1 : valueColumn(row.cells, at)
    if (row !== undefined)
      report('error', 'discount.unclear', row.number, column, { value: cellText(row.cells[column]) })
  }

  /** A rate on one row of several may be meant for all of them. */
  function tellRow({ id, rows, lines }: DiscountedOrder, rated: DiscountCell): void {
    const bare = (row: number) => {
      const cells = rows.find(({ number }) => number === row)?.cells
      return cells !== undefined && valueColumn(cells, at) < 0
    }
    if (!lines.some(({ row, amount }) => amount !== null && row !== rated.row && bare(row))) return
    report('warning', 'discount.row', rated.row, rated.column, { value: cellText(rated.cell), number: id })
  }

  return {
    tell(order, isStated) {
      if (!isStated) {
        tellFraction(order)
        tellExcess(order)
      } else tellFull(order)
      if (order.discounts.length === 0) return
      const isRate = ({ paid }: DiscountCell) => paid !== null && paid.units !== 10 ** paid.scale
      const rated = order.discounts.find((one) => isRate(one) || (isStated && one.isUnclear))
      if (rated !== undefined) tellOnce(isStated ? 'discount.beside' : 'discount.rate', rated)
      if (rated !== undefined && !isStated && order.rows.length > 1) tellRow(order, rated)
      for (const one of order.discounts)
        if (one.paid === null && !(isStated && one.isUnclear)) tellUnread(one, isStated)
    },
  }
}

/** Who takes something off takes more of it than a fiftieth. */
const leastRatio = 50

const ratio = (a: Decimal, b: Decimal): number => a.units / 10 ** a.scale / (b.units / 10 ** b.scale)

/** 87.5 for what is paid of 12.5 % off. */
function percentText(paid: Decimal | null): string {
  return paid === null ? '' : String((paid.units * 100) / 10 ** paid.scale)
}
