import { type Decimal, minus, plus } from '../values/decimal.js'
import { nothing } from './amount-track.js'
import type { CellValues } from './cell-values.js'
import { filledColumn, valueColumn } from './cells.js'
import type { OrderColumns } from './order-columns.js'
import type { Cell } from './sheet.js'

/** Keeps the sums of a sheet's amount columns, to know a row that only sums them up where no word says so. */
export interface ColumnSums {
  /** Takes in a row that is none. */
  add(cells: readonly Cell[]): void
  /** Whether a row holds the sum of all cells above it, or of those since the sum before, and names nothing. */
  isSum(cells: readonly Cell[]): boolean
  /** A sum stands here: the next may begin after it. */
  restart(): void
}

interface Sums {
  readonly column: number
  all: Decimal
  since: Decimal
  /** Amounts since the sum before. */
  count: number
}

/** A formula adds up doubles: what it leaves is the noise of their last digits. */
const noise = 1e-6

function isEqual(a: Decimal, b: Decimal): boolean {
  const { units, scale } = plus(a, minus(b))
  return Math.abs(units) / 10 ** scale < noise
}

export function columnSums(columns: OrderColumns, values: CellValues): ColumnSums {
  const sums: Sums[] = [...columns.of('orderTotal'), ...columns.of('itemAmount')].map((column) => ({
    column,
    all: nothing,
    since: nothing,
    count: 0,
  }))
  const amountIn = (cells: readonly Cell[], column: number): Decimal | null => {
    const cell = cells[column]
    return cell === undefined || cell === '' ? null : values.optionalAmount(cell, column)
  }
  const namesNothing = (cells: readonly Cell[]): boolean =>
    filledColumn(cells, [...columns.id, ...columns.buyers, ...columns.items]) < 0 &&
    valueColumn(cells, columns.placed) < 0

  return {
    add(cells) {
      for (const sum of sums) {
        const amount = amountIn(cells, sum.column)
        if (amount === null) continue
        sum.all = plus(sum.all, amount)
        sum.since = plus(sum.since, amount)
        sum.count++
      }
    },
    isSum(cells) {
      if (!namesNothing(cells)) return false
      const told = sums.flatMap((sum) => {
        const amount = amountIn(cells, sum.column)
        return amount === null ? [] : [{ amount, ...sum }]
      })
      return (
        told.length > 0 &&
        told.every(
          ({ amount, all, since, count }) =>
            amount.units !== 0 && (isEqual(amount, all) || (count > 0 && isEqual(amount, since))),
        )
      )
    },
    restart() {
      for (const sum of sums) {
        sum.since = nothing
        sum.count = 0
      }
    },
  }
}
