import { type Decimal, minus, plus } from '../../values/decimal.js'
import { isCurrency, multiply } from '../../values/money.js'
import type { CellValues } from '../cell-values.js'
import { cellText, errorIn, filledColumn, valueColumn } from '../cells.js'
import { currencyBeside } from '../deciders/currency.js'
import type { Reading } from '../deciders/reading.js'
import type { Field, LeveledField } from '../field.js'
import type { ReportIssue } from '../order-sink.js'
import type { Cell } from '../sheet.js'
import { type AmountTrack, addToTrack, nothing } from './amount-track.js'
import type { OrderColumns } from './order-columns.js'

/** The part of an order's rows that holds its costs. */
export interface CostedOrder {
  readonly currency: string
  readonly isCurrencyAssumed: boolean
  readonly amounts: Map<LeveledField, AmountTrack>
  /** Cost of the rows by their unit costs; null where none names one. */
  unitCosts: Decimal | null
  /** Costs of which a cell could not be taken: the order's are not known. */
  unknownCosts: readonly Field[]
}

export interface CostReader {
  /** Adds what a row says of the costs of its order; a cell that cannot be taken leaves the order's figure unknown. */
  add(order: CostedOrder, row: number, cells: readonly Cell[]): void
}

function leaveOut(order: CostedOrder, field: Field): void {
  if (!order.unknownCosts.includes(field)) order.unknownCosts = [...order.unknownCosts, field]
}

/** Reads costs and fees (R6): nothing in them rejects an order, and none is taken for another currency than its own. */
export function costReader(
  columns: OrderColumns,
  reading: Reading,
  values: CellValues,
  report: ReportIssue,
  sums: readonly LeveledField[] = [],
): CostReader {
  const feeCurrencies = columns.of('feeCurrency')
  const [unitCosts, quantities] = [columns.of('unitCost'), columns.of('quantity')]

  function ignore(order: CostedOrder, field: Field, row: number, column: number, cell: Cell): null {
    leaveOut(order, field)
    report('warning', 'cost.ignored', row, column, { value: errorIn(cell) ?? cellText(cell) })
    return null
  }

  /** What a column of its own says the fee is in; null where there is none. */
  function feeCurrency(field: Field, cells: readonly Cell[]): string | null {
    if (feeCurrencies.length === 0 || field !== 'fee') return null
    const text = cellText(cells[filledColumn(cells, feeCurrencies)]).toUpperCase()
    return isCurrency(text) ? text : null
  }

  function read(order: CostedOrder, field: Field, row: number, cells: readonly Cell[], column: number): Decimal | null {
    const cell = cells[column]!
    const amount = values.optionalAmount(cell, column)
    if (amount === null) return ignore(order, field, row, column, cell)
    const own = order.isCurrencyAssumed ? reading.currency.code : order.currency
    const currency = feeCurrency(field, cells) ?? currencyBeside(own, cell, columns.unitOf(column), reading)
    if (currency === own) return reading.minusCosts.has(column) ? minus(amount) : amount
    leaveOut(order, field)
    report('warning', 'cost.other-currency', row, column, { cost: currency, order: own })
    return null
  }

  function readFirst(
    order: CostedOrder,
    field: Field,
    row: number,
    cells: readonly Cell[],
    at: readonly number[],
  ): Decimal | null {
    const column = valueColumn(cells, at)
    return column < 0 ? null : read(order, field, row, cells, column)
  }

  function sumIn(
    order: CostedOrder,
    field: Field,
    row: number,
    cells: readonly Cell[],
    at: readonly number[],
  ): Decimal | null {
    return at.reduce<Decimal | null>((sum, column) => {
      const amount = readFirst(order, field, row, cells, [column])
      return amount === null ? sum : plus(sum ?? nothing, amount)
    }, null)
  }

  function addUnitCost(order: CostedOrder, row: number, cells: readonly Cell[]): void {
    const column = valueColumn(cells, unitCosts)
    const unit = column < 0 ? null : read(order, 'unitCost', row, cells, column)
    if (unit === null) return
    const quantity = quantities.length > 0 ? values.amount(cells, quantities, row) : null
    const cost = quantity === null ? unit : multiply(unit, quantity)
    if (cost === null) ignore(order, 'unitCost', row, column, cells[column]!)
    else order.unitCosts = plus(order.unitCosts ?? nothing, cost)
  }

  return {
    add(order, row, cells) {
      for (const { field, columns: at } of columns.costs) {
        const amount = sums.includes(field)
          ? sumIn(order, field, row, cells, at)
          : readFirst(order, field, row, cells, at)
        if (amount !== null) addToTrack(order.amounts, field, amount)
      }
      if (unitCosts.length > 0) addUnitCost(order, row, cells)
    },
  }
}
