import { cleanId } from '../../values/text.js'
import { cellText, errorIn, filledColumn, valueColumn } from '../cells.js'
import type { Match } from '../columns/detect.js'
import type { Cell } from '../sheet.js'
import { rowTexts } from './row-texts.js'

/** The order number in a row: the column it stands in, -1 when there is none. */
export interface OrderId {
  readonly id: string
  readonly column: number
  /** The shop the row names, within which the number is one; '' where it names none. */
  readonly shop: string
  /** A spreadsheet program has dropped digits of it, so that it must not be a key. */
  readonly isDamaged: boolean
}

const noId: OrderId = { id: '', column: -1, shop: '', isDamaged: false }

/** Reads the number of the order a row belongs to; every look at the rows of a sheet goes through it. */
export function orderIdReader(match: Match): (cells: readonly Cell[]) => OrderId {
  const columns = match.columns.get('orderId') ?? []
  const { orderOf } = match.format
  const shops = match.columns.get('shop') ?? []
  const shopOf = (cells: readonly Cell[]) => (shops.length === 0 ? '' : cellText(cells[filledColumn(cells, shops)]))
  const look = rowTexts(match)
  return (cells) => {
    const column = valueColumn(cells, columns)
    const said = orderOf?.(look(cells))
    // What its own cell says is read from there: a number or an error may have lost digits that its text does not show.
    if (said !== undefined && (column < 0 || said !== cellText(cells[column]))) {
      const { id, damaged } = cleanId(said)
      return { id, column, shop: shopOf(cells), isDamaged: damaged }
    }
    if (column < 0) return noId
    const cell = cells[column]!
    if (typeof cell === 'object') return { id: '', column, shop: '', isDamaged: true }
    const { id, damaged } = cleanId(cell)
    return { id, column, shop: shopOf(cells), isDamaged: damaged || (id === '' && errorIn(cell) !== null) }
  }
}

/** A number with its shop, as what tells the orders of one sheet apart. */
export function idInShop({ id, shop }: Pick<OrderId, 'id' | 'shop'>): string {
  return shop === '' ? id : `${shop}\u0001${id}`
}

/** An order number as its cell has it, for a message. */
export function shownId(cells: readonly Cell[], { column }: OrderId): string {
  return cellText(cells[column])
}
