import { filledColumn } from '../cells.js'
import type { Match } from '../columns/detect.js'
import type { Cell, FillDown, MergedCells } from '../sheet.js'
import { orderColumns } from './order-columns.js'

const asItIs: FillDown = (_, cells) => cells

/**
 * Whether a row lacks its buyer or its day while the other is there: it may stand beside a merged cell. A row that lacks
 * both goes on with the order above and is left alone.
 */
export function mayBeMerged(match: Match): (cells: readonly Cell[]) => boolean {
  const { buyers, placed } = orderColumns(match)
  if (buyers.length === 0 || placed.length === 0) return () => false
  return (cells) => filledColumn(cells, buyers) >= 0 !== filledColumn(cells, placed) >= 0
}

/**
 * One customer's cells are merged over several purchases, or one day's over several customers: each row gets what they
 * say. Blank cells that are not merged stay blank: there the file names nobody.
 */
export function fillDown(match: Match, merged: readonly MergedCells[]): FillDown {
  const { buyers, placed } = orderColumns(match)
  const lacks = mayBeMerged(match)
  const columns = [...new Set([...buyers, ...placed])]
  const areas = columns.map((column) => ({ column, rows: rowsOf(column, merged), tops: new Map<number, Cell>() }))
  if (areas.every(({ rows }) => rows.length === 0)) return asItIs
  const starts = new Set(areas.flatMap(({ rows }) => rows.map(({ firstRow }) => firstRow)))
  return (row, cells) => {
    if (starts.has(row)) for (const { column, tops } of areas) tops.set(row, cells[column] ?? '')
    if (!lacks(cells)) return cells
    const filled = [...cells]
    for (const { column, rows, tops } of areas) {
      const top = tops.get(areaAt(row, rows)?.firstRow ?? -1)
      if (top === undefined || (filled[column] ?? '') !== '') continue
      while (filled.length < column) filled.push('')
      filled[column] = top
    }
    return filled
  }
}

function rowsOf(column: number, merged: readonly MergedCells[]): readonly MergedCells[] {
  const own = merged.filter(({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn)
  return own.sort((a, b) => a.firstRow - b.firstRow)
}

/** The area a row lies in; areas do not overlap. */
function areaAt(row: number, areas: readonly MergedCells[]): MergedCells | undefined {
  let [low, high] = [0, areas.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (areas[middle]!.lastRow < row) low = middle + 1
    else high = middle
  }
  const found = areas[low]
  return found !== undefined && found.firstRow <= row ? found : undefined
}
