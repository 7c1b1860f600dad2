import { numberToDecimal } from '../../values/money.js'
import { currencyFields, type Field } from '../field.js'
import type { Cell, RowBatch, ShownNumber } from '../sheet.js'
import type { Match } from './detect.js'
import { isChineseText } from './header.js'

/** Sums of an order before parts of it: a row is in the currency its own total is shown in. */
const inOrder: readonly Field[] = ['orderTotal', 'itemAmount', 'unitPrice', ...currencyFields]

const columnsOf = ({ columns }: Match, fields: readonly Field[]): number[] =>
  fields.flatMap((field) => [...(columns.get(field) ?? [])])

const isPlainSheet = ({ format }: Match): boolean =>
  format.weight < 2 && (format.kind === 'orders' || format.entry === 'lead')

/**
 * A match of a plain sheet in whose first rows amounts are shown as money (100,00 €), with a column behind the last one for
 * the currency each row is shown in; any other as it is, and one that names its currency in a column or a header.
 */
export function withShownCurrency(match: Match, head: RowBatch): Match {
  const { header, columns } = match
  const sales = columnsOf(match, inOrder)
  const isNamed = columns.has('currency') || sales.some((column) => (header.units[column] ?? null) !== null)
  const isShown = head.shown?.some((row) => markIn(row, sales) !== '') === true
  if (!isPlainSheet(match) || isNamed || !isShown || match.format.headingField !== undefined) return match
  const at = header.keys.length
  const wider = {
    ...header,
    // The word under which a sheet of rejected rows can be imported again.
    texts: [...header.texts, header.texts.some(isChineseText) ? '币种' : 'Currency'],
    keys: [...header.keys, ''],
    units: [...header.units, null],
  }
  return { ...match, header: wider, columns: new Map([...columns, ['currency', [at]]]), shownCurrency: at }
}

/** Rows with what their number formats say: the currency in the column `withShownCurrency` made, discounts in percent as `10%`. */
export function asShown(match: Match, batches: AsyncIterable<RowBatch>): AsyncIterable<RowBatch> {
  return isPlainSheet(match) ? withMarks(match, batches) : batches
}

async function* withMarks(match: Match, batches: AsyncIterable<RowBatch>): AsyncIterable<RowBatch> {
  const sales = columnsOf(match, inOrder)
  const shares = columnsOf(match, ['discount', 'lineDiscount', 'probability'])
  const { shownCurrency = -1 } = match
  const marked = (cells: readonly Cell[], shown: readonly ShownNumber[]): readonly Cell[] => {
    const row = [...cells]
    for (const { column, as } of shown)
      if (as === '%' && shares.includes(column)) row[column] = percentText(row[column])
    // A row of another length stays one: it is told of.
    if (shownCurrency < 0 || row.length > shownCurrency) return row
    while (row.length < shownCurrency) row.push('')
    return [...row, markIn(shown, sales)]
  }
  for await (const batch of batches) {
    const { shown, ...rest } = batch
    if (shown === undefined) yield batch
    else
      yield {
        ...rest,
        rows: batch.rows.map((cells, at) => (shown[at]!.length === 0 ? cells : marked(cells, shown[at]!))),
      }
  }
}

/** The currency's mark beside the first of some columns that has one; '' for none. */
function markIn(shown: readonly ShownNumber[], columns: readonly number[]): string {
  if (shown.length === 0) return ''
  for (const column of columns) {
    const one = shown.find((entry) => entry.column === column && entry.as !== '%')
    if (one !== undefined) return one.as
  }
  return ''
}

/** 0.1 as `10%`, exact; a text or an error as it is. */
function percentText(cell: Cell | undefined): Cell {
  const share = typeof cell === 'number' ? numberToDecimal(cell) : null
  // Nothing off is nothing, in percent and in money.
  if (share === null || share.units === 0) return cell ?? ''
  const percent = (share.units * 100) / 10 ** share.scale
  return `${Number(percent.toFixed(10))}%`
}
