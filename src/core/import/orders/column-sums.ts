import { type Decimal, minus, plus } from '../../values/decimal.js'
import type { CellValues } from '../cell-values.js'
import { filledColumn, valueColumn } from '../cells.js'
import type { Cell } from '../sheet.js'
import { nothing } from './amount-track.js'
import type { OrderColumns } from './order-columns.js'

/** Keeps the sums of a sheet's amount columns, to know a row that only sums them up where no word says so. */
export interface ColumnSums {
  /** Takes in a row that is none. */
  add(cells: readonly Cell[]): void
  /** Whether a row holds the sum of all cells above it, or of those since a sum before, and names nothing but what it sums up. */
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
  /** What all came to at each sum before. */
  readonly stops: Decimal[]
}

/** The sum under a group as spreadsheet programs name it: Ann Total, 王芳 汇总, 2024-03-05 小计. */
const groupSum =
  /^.+?(?:\s+(?:sub)?total|\s*-?\s+ergebnis|\s+(?:somme|résultat|suma|somma)|\s*(?:汇总|小计|合计|总计|彙總|小計|合計|總計|計))$|^(?:sub)?total\s+\S|^gesamtergebnis$/i

/** A group has hardly more groups in it. */
const MOST_GROUPS = 500

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
    stops: [],
  }))
  const amountIn = (cells: readonly Cell[], column: number): Decimal | null => {
    const cell = cells[column]
    return cell === undefined || cell === '' ? null : values.optionalAmount(cell, column)
  }
  const namesNothing = (cells: readonly Cell[]): boolean =>
    filledColumn(cells, [...columns.id, ...columns.buyers, ...columns.items]) < 0 &&
    valueColumn(cells, columns.placed) < 0
  const naming = [...new Set([...columns.placed, ...columns.id, ...columns.buyers, ...columns.items])]
  const isGroup = (cell: Cell | undefined) => typeof cell === 'string' && groupSum.test(cell.trim())
  /** Nothing is named but the group, and there is no day. */
  const namesGroup = (cells: readonly Cell[]): boolean =>
    naming.every((at) => filledColumn(cells, [at]) < 0 || isGroup(cells[at])) && cells.some(isGroup)

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
      const isOfGroup = namesGroup(cells)
      if (!isOfGroup && !namesNothing(cells)) return false
      const told = sums.flatMap((sum) => {
        const amount = amountIn(cells, sum.column)
        return amount === null ? [] : [{ amount, ...sum }]
      })
      return (
        told.length > 0 &&
        told.every(
          ({ amount, all, since, count, stops }) =>
            amount.units !== 0 &&
            (isEqual(amount, all) ||
              (count > 0 && isEqual(amount, since)) ||
              // A group of groups: what came since one of the sums before.
              (isOfGroup && stops.slice(-MOST_GROUPS).some((stop) => isEqual(amount, plus(all, minus(stop)))))),
        )
      )
    },
    restart() {
      for (const sum of sums) {
        sum.stops.push(sum.all)
        sum.since = nothing
        sum.count = 0
      }
    },
  }
}
