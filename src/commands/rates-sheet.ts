import type { Context } from '../context.js'
import { cellText, filledColumn, isBlankRow } from '../core/import/cells.js'
import { findHeader, type Header } from '../core/import/columns/header.js'
import { dateEvidence } from '../core/import/deciders/date-column.js'
import type { Cell, RowBatch, Sheet } from '../core/import/sheet.js'
import { type DateOrder, type Day, parseDay } from '../core/values/business-date.js'
import { currencyOfMark } from '../core/values/currency.js'
import { UserError } from '../core/values/failure.js'
import { isCurrency, numberToDecimal } from '../core/values/money.js'
import type { Rate } from '../store/settings.js'
import { openWorkbook } from './import-match.js'

/** Headers of a sheet of rates; a rate is for one unit, so what banks quote for a hundred (中间价) is not among them. */
const headers = {
  currency: [
    'currency',
    'currency code',
    'code',
    '币种',
    '币种代码',
    '货币',
    '外币',
    '外币币种',
    '幣種',
    '幣別',
    '貨幣',
  ],
  rate: ['rate', 'exchange rate', 'one unit is worth', '汇率', '一单位等于', '折算率', '匯率'],
  from: [
    'from',
    'from date',
    'date',
    'since',
    'valid from',
    'start date',
    '起始日期',
    '开始日期',
    '生效日期',
    '日期',
    '起始日',
    '生效日',
  ],
  base: ['in', 'base', 'base currency', '折算为', '本位币'],
} as const

const known = new Set<string>(Object.values(headers).flat())

/** What a sheet of rates says. */
export interface SheetRates {
  readonly rates: readonly Rate[]
  /** Rows of the base currency itself, whose rate is 1. */
  readonly baseRows: number
}

interface RateTable {
  readonly file: string
  readonly header: Header
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[]
}

/**
 * Reads the rates of a sheet to a base currency; rows without a day are from `fromOn` on. UserError `rate.no-columns`,
 * `rate.bad-cell` and `rate.twice` with the place: nothing of a sheet with a wrong row is taken.
 */
export async function readRates(name: string, base: string, fromOn: Day | null, context: Context): Promise<SheetRates> {
  const table = await tableOf(name, context)
  const read = rowReader(table, base, fromOn)
  const seen = new Map<string, { readonly row: number; readonly rate: Rate }>()
  let baseRows = 0
  for (const { number, cells } of table.rows) {
    const rate = read(number, cells)
    if (rate === null) {
      baseRows++
      continue
    }
    const key = `${rate.currency}/${rate.fromOn}`
    const other = seen.get(key)
    if (other !== undefined && other.rate.rate !== rate.rate)
      throw new UserError('bad-data', 'rate.twice', {
        file: name,
        row: number,
        currency: rate.currency,
        other: other.row,
      })
    seen.set(key, { row: number, rate })
  }
  if (seen.size === 0) throw new UserError('bad-data', 'import.header-only', { file: name, row: table.header.row })
  return { rates: [...seen.values()].map(({ rate }) => rate), baseRows }
}

/** The first visible sheet with a column for currencies and one for rates. */
async function tableOf(file: string, context: Context): Promise<RateTable> {
  const { sheets } = await openWorkbook(await context.open(file), {})
  let texts = ''
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const all = await rowsOf(sheet)
    const found = findHeader(all, (key) => known.has(key))
    if (found === null) continue
    const { header } = found
    texts ||= header.texts.filter(Boolean).join(', ')
    if (columnOf(header, 'currency').length === 0 || columnOf(header, 'rate').length === 0) continue
    const rows = all.rows.map((cells, at) => ({ number: all.numbers[at]!, cells }))
    return { file, header, rows: rows.filter(({ number, cells }) => number > header.row && !isBlankRow(cells)) }
  }
  throw new UserError('bad-data', 'rate.no-columns', { file, headers: texts })
}

async function rowsOf(sheet: Sheet): Promise<RowBatch> {
  const all = { numbers: [] as number[], rows: [] as RowBatch['rows'][number][] }
  for await (const batch of sheet.rows()) {
    all.numbers.push(...batch.numbers)
    all.rows.push(...batch.rows)
  }
  return all
}

function columnOf({ keys }: Header, what: keyof typeof headers): number[] {
  return headers[what].flatMap((name) => keys.flatMap((key, at) => (key === name ? [at] : []))).slice(0, 1)
}

/** Reads one row; null for one of the base currency itself. */
function rowReader({ file, header, rows }: RateTable, base: string, fromOn: Day | null) {
  const at = { currency: columnOf(header, 'currency'), rate: columnOf(header, 'rate'), from: columnOf(header, 'from') }
  const bases = columnOf(header, 'base')
  const order = dateOrderOf(rows.map(({ cells }) => cells[at.from[0] ?? -1]))

  function wrong(row: number, column: number, cells: readonly Cell[]): never {
    const params = { file, row, header: header.texts[column] ?? '', value: cellText(cells[column]), base }
    throw new UserError('bad-data', 'rate.bad-cell', params)
  }

  return (row: number, cells: readonly Cell[]): Rate | null => {
    const currency = codeOf(cellText(cells[at.currency[0]!]))
    if (currency === null) wrong(row, at.currency[0]!, cells)
    const rate = rateText(cells[at.rate[0]!])
    if (rate === null) wrong(row, at.rate[0]!, cells)
    const column = filledColumn(cells, at.from)
    const day = column < 0 ? fromOn : dayOf(cells[column]!, order)
    if (day === undefined) wrong(row, column, cells)
    const stated = filledColumn(cells, bases)
    if (stated >= 0 && codeOf(cellText(cells[stated])) !== base) wrong(row, stated, cells)
    if (currency !== base) return { currency, base, rate, fromOn: day }
    return Number(rate) === 1 ? null : wrong(row, at.rate[0]!, cells)
  }
}

function codeOf(text: string): string | null {
  const code = text.normalize('NFKC').trim().toUpperCase()
  return isCurrency(code) ? code : (currencyOfMark(code) ?? null)
}

/** A rate as decimal text above zero; null for anything else. */
function rateText(cell: Cell | undefined): string | null {
  const exact = typeof cell === 'number' ? numberToDecimal(cell) : null
  const text =
    exact === null ? cellText(cell).normalize('NFKC') : (exact.units / 10 ** exact.scale).toFixed(exact.scale)
  return /^\d{1,12}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text) ? text : null
}

/** Undefined for what is no day, or may be two. */
function dayOf(cell: Cell, order: DateOrder | null): Day | undefined {
  const text = cellText(cell)
  const isOpen = order === null && /^\d{1,2}[./-]/.test(text)
  return isOpen ? undefined : parseDay(text, order ?? 'ymd', { serial: typeof cell === 'number' })?.day
}

/** The order of day and month in the column of days; null where its cells leave it open. */
function dateOrderOf(cells: readonly (Cell | undefined)[]): DateOrder | null {
  const evidence = dateEvidence()
  for (const cell of cells) if (typeof cell === 'string') evidence.add(cell)
  const decided = evidence.decide()
  return 'order' in decided ? decided.order : null
}
