import { type Decimal, plus } from '../../values/decimal.js'
import type { CellValues } from '../cell-values.js'
import { cellText, valueColumn } from '../cells.js'
import { isUnpaid } from '../columns/deposit-columns.js'
import type { Cell } from '../sheet.js'

/** What an order of a deposit and a rest came to. */
export interface OrderParts {
  readonly total: Decimal | null
  readonly deposit: Decimal | null
  /** Only the deposit is there. */
  readonly isRestOpen: boolean
}

/** Reads the deposit and the rest of a row; what is blank, or said to be unpaid, adds nothing. */
export function orderParts(values: CellValues, at: readonly number[], row: number, cells: readonly Cell[]): OrderParts {
  const [first = -1, second = -1] = at
  const deposit = values.amount(cells, [first], row)
  const isRestOpen = valueColumn(cells, [second]) < 0 || isUnpaid(cellText(cells[second]))
  const rest = isRestOpen ? null : values.amount(cells, [second], row)
  const total = deposit === null || rest === null ? (deposit ?? rest) : plus(deposit, rest)
  return { total, deposit, isRestOpen: isRestOpen && deposit !== null }
}
