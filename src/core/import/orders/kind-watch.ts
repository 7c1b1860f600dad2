import { type Decimal, plus } from '../../values/decimal.js'
import { toMinor } from '../../values/money.js'
import { cellValues } from '../cell-values.js'
import type { ReportIssue, SheetMapping } from '../order-sink.js'
import type { Cell } from '../sheet.js'
import { nothing } from './amount-track.js'
import type { OrderColumns } from './order-columns.js'
import { rowTexts } from './row-texts.js'

/** Notices kinds of documents that nobody knows. */
export interface KindWatch {
  add(row: number, cells: readonly Cell[]): void
  /** Tells each word once, with its rows, what they come to, and whether they count. */
  end(): void
}

interface Unknown {
  readonly word: string
  readonly isCounted: boolean
  readonly rows: number[]
  count: number
  sum: Decimal
}

/** Rows named for each word. */
const shownRows = 5

/** More words than that are no kinds. */
const mostWords = 200

/** The watch over the rows of one sheet; it sees nothing where no column tells kinds of documents. */
export function kindWatch(mapping: SheetMapping, columns: OrderColumns, report: ReportIssue): KindWatch {
  const { match, reading } = mapping
  const found = new Map<string, Unknown>()
  const [column = -1] = columns.of('type')
  const { unknownKind, skip } = match.format
  const textsOf = rowTexts(match)
  // What is wrong with an amount is said where it is read.
  const values = cellValues(mapping, () => {})
  const totals = [...columns.of('orderTotal'), ...columns.of('itemAmount')]

  /** Those below zero apart: they are given back. */
  function unknownOf(word: string, isBack: boolean, isCounted: boolean): Unknown | null {
    const key = `${isBack}|${word}`
    const known = found.get(key)
    if (known !== undefined || found.size === mostWords) return known ?? null
    const unknown = { word, isCounted, rows: [], count: 0, sum: nothing }
    found.set(key, unknown)
    return unknown
  }

  return {
    add(row, cells) {
      if (unknownKind === undefined || column < 0) return
      const look = textsOf(cells)
      const word = unknownKind(look)
      if (word === '') return
      const isCounted = skip?.(look) == null
      const amount = values.amount(cells, totals, row) ?? nothing
      const unknown = unknownOf(word, amount.units < 0, isCounted)
      if (unknown === null) return
      unknown.count++
      unknown.sum = plus(unknown.sum, amount)
      if (unknown.rows.length < shownRows) unknown.rows.push(row)
    },
    end() {
      const currency = reading.currency.assumed ?? reading.currency.code
      for (const { word, isCounted, rows, count, sum } of found.values()) {
        const { minor } = toMinor(sum, currency)
        const params = { value: word, rows: rows.join(', '), count, sum: minor, currency, isCounted: isCounted ? 1 : 0 }
        report('warning', 'kind.unknown', rows[0]!, column, params)
      }
    },
  }
}
