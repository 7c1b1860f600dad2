import type { CellValues } from '../cell-values.js'
import { cellText } from '../cells.js'
import type { OrderColumns } from '../orders/order-columns.js'
import type { OrderGroup } from '../orders/order-group.js'
import type { Cell } from '../sheet.js'

/** Asks whether a row under the number of an order may be of another one (R3). */
export interface OtherOrder {
  /** Whether it names another day than the order's first row. */
  isOtherDay(own: OrderGroup, row: number, cells: readonly Cell[]): boolean
  /** Whether its buyer has nothing in common with that of the first row. */
  isOtherBuyer(own: OrderGroup, cells: readonly Cell[]): boolean
  /** Whether it sells more, and tells neither a later state nor money given back. */
  sellsMore(own: OrderGroup, row: number, cells: readonly Cell[]): boolean
}

export function otherOrder(columns: OrderColumns, values: CellValues): OtherOrder {
  return {
    isOtherDay({ rows, placed }, row, cells) {
      const first = rows[0]!.cells
      const [day] = columns.placed
      // Nearly always the same day on every row; asked for each line, so before anything else.
      if (day === undefined || cells[day] === first[day]) return false
      if (!columns.placed.some((at) => differs(first[at], cells[at]))) return false
      return values.moment(cells, columns.placed, row, false)?.day !== placed?.day
    },
    isOtherBuyer({ rows }, cells) {
      const first = rows[0]!.cells
      if (!columns.buyers.some((at) => differs(first[at], cells[at]))) return false
      return !columns.buyers.some((at) => isFilled(cells[at]) && cells[at] === first[at])
    },
    sellsMore({ rows }, row, cells) {
      if (columns.of('status').some((at) => cells[at] !== rows[0]!.cells[at])) return false
      const at = columns.of('orderTotal')
      return at.length === 0 || (values.amount(cells, at, row)?.units ?? 0) > 0
    },
  }
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell !== ''

/** Whether both are filled, and with different texts. */
export function differs(one: Cell | undefined, other: Cell | undefined): boolean {
  return one !== other && isFilled(one) && isFilled(other) && cellText(one) !== cellText(other)
}
