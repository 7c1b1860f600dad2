import { cellText, isBlankRow, isHeadingRow, isTotalRow } from '../cells.js'
import type { RowBatch } from '../sheet.js'
import type { Match } from './detect.js'
import { isHeaderAgain } from './header.js'

/** A match of a format with heading rows, with a column behind the last one for what they say; any other as it is. */
export function withHeadingColumn(match: Match): Match {
  const { headingField } = match.format
  const { header } = match
  if (headingField === undefined) return match
  const columns = new Map(match.columns)
  columns.set(headingField, [...(columns.get(headingField) ?? []), header.keys.length])
  const wider = {
    ...header,
    // The word under which a sheet of rejected rows can be imported again.
    texts: [...header.texts, 'Customer'],
    keys: [...header.keys, ''],
    units: [...header.units, null],
  }
  return { ...match, header: wider, columns }
}

/** Rows of a sheet with what the heading above each says in the column `withHeadingColumn` made; those of other formats as they are. */
export function underHeadings(match: Match, batches: AsyncIterable<RowBatch>): AsyncIterable<RowBatch> {
  return match.format.headingField === undefined ? batches : headed(match, batches)
}

async function* headed(match: Match, batches: AsyncIterable<RowBatch>): AsyncIterable<RowBatch> {
  const width = match.header.keys.length - 1
  let heading = ''
  const extended = (cells: RowBatch['rows'][number]): RowBatch['rows'][number] => {
    const isTitle = isHeadingRow(cells) && !isTotalRow(cells)
    if (isTitle) heading = cellText(cells.find((cell) => cellText(cell) !== ''))
    const isUnder = !isTitle && !isTotalRow(cells) && !isBlankRow(cells)
    // A row of another length stays one: it is told of.
    return cells.length > width ? cells : [...cells, ...Array(width - cells.length).fill(''), isUnder ? heading : '']
  }
  for await (const batch of batches) yield { ...batch, rows: batch.rows.map(extended) }
}

/** Rows of a sheet; those under the header once more with fewer columns are filled up with blanks for the others. */
export function asWideAsHeader(match: Match, batches: AsyncIterable<RowBatch>): AsyncIterable<RowBatch> {
  // With a column for headings the header is wider than any of its rows.
  return match.format.headingField === undefined ? widenedTo(match, batches) : batches
}

async function* widenedTo({ header }: Match, batches: AsyncIterable<RowBatch>): AsyncIterable<RowBatch> {
  const width = header.keys.length
  let narrow = 0
  const widened = (cells: RowBatch['rows'][number]): RowBatch['rows'][number] => {
    if (isHeaderAgain(header, cells)) narrow = cells.length < width ? cells.length : 0
    return cells.length === narrow ? [...cells, ...Array(width - narrow).fill('')] : cells
  }
  for await (const batch of batches) yield { ...batch, rows: batch.rows.map(widened) }
}
