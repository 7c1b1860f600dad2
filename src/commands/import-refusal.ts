import { columnLetters, filledColumn, isBlankRow } from '../core/import/cells.js'
import { bestColumns } from '../core/import/columns/column-look.js'
import { columnName, columnsByAlias, type Match } from '../core/import/columns/detect.js'
import type { Header } from '../core/import/columns/header.js'
import {
  monthColumns,
  type SecondHeader,
  secondExport,
  secondHeader,
  tablesBeside,
} from '../core/import/columns/odd-tables.js'
import type { Field } from '../core/import/field.js'
import type { Format } from '../core/import/format.js'
import type { RowBatch } from '../core/import/sheet.js'
import { aliases } from '../core/import/words/aliases.js'
import { isDebit, isIncoming, isOutgoing, ratingScale, wordPartOf } from '../core/import/words/column-words.js'
import { UserError } from '../core/values/failure.js'
import { bilingual } from '../core/values/lang.js'
import { fieldWords } from '../messages/fields.js'
import { isBuyerSaid, type Looked, looksOf, mapAllCommand, mapCommand, quoted } from './map-command.js'
import type { RefusalCode } from './refusal-codes.js'

const days: readonly Field[] = ['placedAt', 'paidAt']
const amounts: readonly Field[] = ['orderTotal', 'goodsTotal', 'itemAmount', 'unitPrice']

/** Why a sheet cannot be taken, with the columns understood and the command line to type; null when it can. */
export function refusalOf(sheet: Looked): UserError | null {
  const { match, header, head, file } = sheet
  const columns = match?.columns ?? columnsByAlias(header.keys)
  const lacks = (fields: readonly Field[]) => !fields.some((field) => columns.has(field))
  if (match?.format.kind === 'products') return new UserError('bad-data', 'import.products-only', { file })
  if (match?.format.noSales !== undefined) {
    const { title, noSales } = match.format
    return new UserError('bad-data', 'import.payouts-only', {
      file,
      ...{ title: title[sheet.lang], ...noSales[sheet.lang] },
    })
  }
  const odd = oddTable(sheet) ?? unclearGifts(sheet, columns)
  if (odd !== null) return odd
  if (match === null || tellsSales(match.format)) {
    if (match === null && columns.size === 0) return nothingKnown(sheet)
    const isUndated = lacks(days) && match?.format.dateText === undefined
    const isTotalled = columns.has('goodsTotal') || columns.has('netTotal')
    const isWorthless = lacks(amounts) && !isTotalled && match?.format.hasAmountsElsewhere !== true
    const rated = isWorthless ? otherScale(sheet) : null
    if (rated !== null) return rated
    if (isUndated && isWorthless) return refuse(sheet, 'import.unknown-columns', ['placedAt', 'orderTotal'])
    if (isUndated) return refuse(sheet, 'import.no-date', ['placedAt'])
    if (isWorthless && !holdsRefunds(sheet, columns))
      return moneyFlow(sheet) ?? refuse(sheet, 'import.no-amount', ['orderTotal'])
  }
  if (match === null) return refuse(sheet, 'import.unknown-columns', [])
  if (lacks(days) && holdsAmounts(sheet)) return refuse(sheet, 'import.no-date', ['placedAt'])
  const hasRows = head.numbers.some((number) => number > header.row)
  return hasRows ? null : new UserError('bad-data', 'import.header-only', { file, row: header.row })
}

/** Gifts that nobody can tell from sales, or of which the customer or the day is not said: what they cost is no turnover. */
function unclearGifts(sheet: Looked, columns: Match['columns']): UserError | null {
  const { match, header, file } = sheet
  if (match?.format.entry === 'gift')
    return columns.has('placedAt') ? null : refuse(sheet, 'import.gifts-no-day', ['placedAt'])
  const gift = header.keys.findIndex((key) => aliases.gift!.includes(key))
  const isSaid = match !== null && (match.format.weight === 2 || match.mapping.has('orderTotal'))
  if (gift < 0 || isSaid || (match !== null && match.format.kind !== 'orders')) return null
  if (ofGoods.some((field) => columns.has(field))) return null
  if (!isBuyerSaid(columns))
    return refuse(sheet, 'import.gifts-no-customer', [], { taken: new Map([...columns, ['gift', [gift]]]) })
  const command = (field: Field, at: number) =>
    `crm import ${quoted(file)} --map ${field}="${at < 0 ? '…' : columnName(at, header)}"`
  const amount = amounts.find((field) => columns.has(field))
  return new UserError('bad-data', 'import.gifts-or-orders', {
    ...{ file, header: header.texts[gift]!, headers: shown(header), gifts: command('gift', gift) },
    orders: command('orderTotal', amount === undefined ? -1 : columns.get(amount)![0]!),
  })
}

/** What tells of a sale beside a gift that came with it. */
const ofGoods: readonly Field[] = ['orderId', 'productName', 'sku']

/** A sheet of ratings that go up to other points than five, which are all that is kept. */
function otherScale({ header, file }: Looked): UserError | null {
  const at = header.texts.findIndex((text) => ratingScale(text) !== null)
  if (at < 0) return null
  const scale = ratingScale(header.texts[at]!)!
  const cell = `${columnLetters(at)}${header.row + 1}`
  return new UserError('bad-data', 'import.rating-scale', {
    ...{ file, header: header.texts[at]!, scale, formula: `=MAX(1,ROUND(${cell}/${scale / 5},0))` },
  })
}

/** A plain sheet that is no list of rows: months beside each other, or two tables. What the seller says of the columns outranks that. */
function oddTable({ match, header, head, looks, file }: Looked): UserError | null {
  if (match !== null && (match.format.weight === 2 || match.mapping.size > 0)) return null
  const months = monthColumns(header, looks)
  if (months.length > 0)
    return new UserError('bad-data', 'import.month-pivot', {
      file,
      months: `${header.texts[months[0]!]} … ${header.texts[months.at(-1)!]}`,
    })
  const beside = tablesBeside(header, head)
  const params = beside && { file, left: beside.left.join(', '), right: beside.right.join(', ') }
  return params && new UserError('bad-data', 'import.two-tables', params)
}

/** Refuses a sheet at the header of another table below the first; what the seller says of the columns outranks that. */
export function refuseTableBelow(
  { match, file }: Pick<Looked, 'file'> & { readonly match: Match },
  isHeaderWord: (key: string) => boolean,
) {
  const { format, mapping, header } = match
  const isPlain = format.weight < 2
  const mayHoldOther = format.kind === 'orders' && mapping.size === 0
  const below = isPlain ? secondHeader(match) : secondExport(match, isHeaderWord)
  const ofOther: SecondHeader = mayHoldOther ? below : () => null
  return ({ rows, numbers }: RowBatch): void => {
    for (const [at, cells] of rows.entries()) {
      const second = ofOther(cells, numbers[at]!)
      if (second === null) continue
      throw new UserError('bad-data', 'import.tables-below', {
        ...{ file, row: numbers[at]!, first: shown(header), second: second.join(', ') },
        command: isPlain ? mapAllCommand(match, file) : '',
      })
    }
  }
}

/** Whether a layout tells the sale itself: what tells only something of it waits for the export that does. */
function tellsSales({ kind, tells = 'orders' }: Format): boolean {
  return kind === 'orders' && tells === 'orders'
}

/** A list of what came in and what went out: neither is what was sold, but only what came in may be. */
function moneyFlow(sheet: Looked): UserError | null {
  const { header, looks } = sheet
  const only = (isNamed: (key: string) => boolean) => {
    const found = header.keys.flatMap((key, at) => (isNamed(key) && looks[at]!.amount > 0 ? [at] : []))
    return found.length === 1 ? found[0]! : null
  }
  const [income, outgo] = [only(isIncoming), only(isOutgoing)]
  if (income === null || outgo === null) return null
  const debit = isDebit(header.keys[outgo]!) ? columnName(outgo, header) : ''
  return refuse(sheet, 'import.money-flow', ['orderTotal'], { income, debit })
}

/** Whether a plain list of customers has a column of amounts, by part of its name: it lists sales, and lacks their days. */
function holdsAmounts({ match, header, looks }: Looked): boolean {
  if (match === null || match.format.kind !== 'customers' || match.format.weight > 0) return false
  return match.ignored.some((at) => {
    const part = wordPartOf(header.keys[at]!)
    return part?.field === 'orderTotal' && !looks[at]!.isBlank && looks[at]!.fits(part.values)
  })
}

/** A sheet of refunds alone: each of its first rows gives something back. */
function holdsRefunds({ header, head }: Looked, columns: Match['columns']): boolean {
  const at = columns.get('refundAmount') ?? []
  const rows = head.rows.filter((row, index) => head.numbers[index]! > header.row && !isBlankRow(row))
  return rows.length > 0 && rows.every((cells) => filledColumn(cells, at) >= 0)
}

/** Not one column name is known: there are none, it is no table of sales at all, or its words are new here. */
function nothingKnown(sheet: Looked): UserError {
  const { header, file } = sheet
  const looks = looksOf(sheet)
  const isData = header.texts.some((text, at) => text !== '' && looks[at]!.isLike(text))
  if (isData) return new UserError('bad-data', 'import.no-header', { file, row: header.row, first: shown(header) })
  const found = bestColumns(looks, ['placedAt', 'orderTotal'])
  if (found.size === 0) return new UserError('bad-data', 'import.no-table', { file, headers: shown(header) })
  return refuse(sheet, 'import.not-understood', ['placedAt', 'orderTotal'])
}

/** A file that is no spreadsheet may have a first line of any length. */
const SHOWN = 200

function shown({ texts }: Header): string {
  const text = texts.filter(Boolean).join(', ')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

function refuse(
  sheet: Looked,
  code: RefusalCode,
  missing: readonly Field[],
  {
    income,
    taken,
    ...more
  }: { readonly income?: number; readonly debit?: string; readonly taken?: Match['columns'] } = {},
): UserError {
  const { header, match, file, lang } = sheet
  const columns = match?.columns ?? columnsByAlias(header.keys)
  const { command, lacking } = mapCommand(sheet, taken ?? columns, missing, income)
  return new UserError('bad-data', code, {
    file,
    headers: shown(header),
    understood: [...columns].map(([field, at]) => `${fieldWords[lang][field]} ← ${header.texts[at[0]!]}`).join(', '),
    lacking: lacking.map((field) => fieldWords[lang][field]).join(', '),
    column: lacking.includes('placedAt') ? bilingual('Date', '日期')[lang] : '',
    command,
    ...more,
  })
}
