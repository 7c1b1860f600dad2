import { compareText, normaliseHeader } from '../../values/text.js'
import { type Field, saleFields } from '../field.js'
import type { Cell, RowBatch } from '../sheet.js'

/** A header row as found: the seller's words, our normal form of them, and units that stood in parentheses. */
export interface Header {
  /** Row number as Excel shows it. */
  readonly row: number
  readonly texts: readonly string[]
  readonly keys: readonly string[]
  readonly units: readonly (string | null)[]
  /** What stands above the table, a line a row; '' for nothing. */
  readonly title: string
}

/** Whether there is Chinese in it. */
export function isChineseText(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

const kanaOrHangul = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Words that Japanese writes in Chinese characters and Chinese does not. */
const japanese = /注文|受注|氏名|顧客名|単価|価格|売上|円|税込|備考|郵便番号|届|発送|伝票/

/** Whether the seller writes Japanese headers. */
export function isJapanese({ texts }: Pick<Header, 'texts'>): boolean {
  return texts.some((text) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || japanese.test(text))
}

/** Columns that a Chinese sheet of rejected rows adds to the file's own: they say nothing of the language of those. */
export const addedChinese = { reason: '未导入原因', hint: '怎么改', row: '原文件行号' } as const

const isAdded: ReadonlySet<string> = new Set(Object.values(addedChinese))

/** Whether the seller writes Chinese headers. */
export function hasChinese({ texts }: Pick<Header, 'texts'>): boolean {
  return (
    texts.some((text) => isChineseText(text) && !isAdded.has(text)) &&
    !texts.some((text) => kanaOrHangul.test(text) || japanese.test(text))
  )
}

/** Characters that neither the mainland nor Japan writes so. */
const traditional = /[戶號單價總實產數國聯發應稅狀訂點賣寫註續險區縣]/

/** Whether the headers are those of Taiwan or Hong Kong. */
export function hasTraditional(header: Pick<Header, 'texts'>): boolean {
  return hasChinese(header) && header.texts.some((text) => traditional.test(text))
}

/** Rows in which a header is looked for; public Chinese exports have it as deep as row 17 (FORMATS §3). */
export const headerDepth = 50

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '')

/** The header a row of cells makes. */
export function headerOf(row: number, cells: readonly Cell[], title = ''): Header {
  const normal = cells.map((cell) => normaliseHeader(textOf(cell)))
  return {
    row,
    texts: cells.map((cell) => textOf(cell).trim()),
    keys: normal.map((header) => header.key),
    units: normal.map((header) => header.unit),
    title,
  }
}

/** The same for all files with these column names, in whatever order they stand. */
export function headerSetOf(keys: readonly string[]): string {
  return JSON.stringify(keys.filter((key) => key !== '').sort(compareText))
}

/** Whether a row below the header says the same once more, perhaps with fewer columns: each word where it stood. */
export function isHeaderAgain({ texts }: Pick<Header, 'texts'>, cells: readonly Cell[]): boolean {
  let filled = 0
  for (let at = 0; at < cells.length; at++) {
    const text = textOf(cells[at]!).trim()
    if (text === '') continue
    // Nearly every row differs in its first cells.
    if (text !== texts[at]) return false
    filled++
  }
  return filled >= 2 || (filled === 1 && texts.filter(Boolean).length === 1)
}

/** The header at a position of the first rows, with the lines above it. */
export function headerIn({ numbers, rows }: RowBatch, index: number, isTwoRowed = false): Header {
  const title = rows
    .slice(0, isTwoRowed ? index - 1 : index)
    .map((cells) => cells.map(textOf).join(' ').trim())
    .join('\n')
  return headerOf(numbers[index]!, rows[index]!, title)
}

/** First text row with at least two cells, for sheets no word of which is known. */
function firstTable(batch: RowBatch): Header | null {
  const index = batch.rows.findIndex((cells) => cells.filter((cell) => textOf(cell).trim() !== '').length >= 2)
  return index < 0 ? null : headerIn(batch, index)
}

/** A header with how many of its words are known. */
export interface FoundHeader {
  readonly header: Header
  readonly known: number
}

/** A header with known words enough to be one: at least three (or two of two or three cells) and 40 % of the filled cells. */
function counted(header: Header, isKnown: (key: string) => boolean): FoundHeader | null {
  const filled = new Set(header.keys.filter((key) => key !== ''))
  const known = [...filled].filter(isKnown).length
  const isEnough = known >= Math.min(3, Math.max(2, filled.size)) && known >= filled.size * 0.4
  return isEnough ? { header, known } : null
}

/** Whether a row by itself has known words enough to be a header. */
export function isHeaderRow(cells: readonly Cell[], isKnown: (key: string) => boolean): boolean {
  return counted(headerOf(0, cells), isKnown) !== null
}

/** Where the fields of a table stand by its header. */
export type ColumnsOf = (header: Header) => ReadonlyMap<Field, readonly number[]>

/** Whether sales stand under a header, above some row of the sheet: rows with a day or a number, and an amount. */
export function hasSalesAbove(batch: RowBatch, row: number, header: Header, columnsOf: ColumnsOf): boolean {
  const columns = columnsOf(header)
  const has = (cells: readonly Cell[], fields: readonly Field[]) =>
    fields.some((field) => columns.get(field)?.some((at) => /\d/.test(textOf(cells[at] ?? ''))))
  const { numbers, rows } = batch
  const between = rows.filter((_, at) => numbers[at]! > header.row && numbers[at]! < row)
  return between.some((cells) => has(cells, ['orderId', 'placedAt', 'paidAt']) && has(cells, saleFields))
}

const nowhere: ColumnsOf = () => new Map()

/**
 * The header row among the first rows of a sheet: most dictionary words, the earlier on ties; names in two rows, groups
 * above their columns, count as one. One that has sales under it stands, whatever comes below: they would be lost. Without
 * any, the first row with two cells, so that it can be shown.
 */
export function findHeader(
  batch: RowBatch,
  isKnown: (key: string) => boolean,
  columnsOf: ColumnsOf = nowhere,
): FoundHeader | null {
  let best: FoundHeader | null = null
  const depth = Math.min(batch.rows.length, headerDepth)
  for (let index = 0; index < depth; index++) {
    const single = counted(headerIn(batch, index), isKnown)
    const joined = joinedHeader(batch, index, isKnown)
    const both = joined && counted(joined, isKnown)
    // Two rows are a header only where together they say more than either alone.
    const found = both && both.known > (single?.known ?? 0) ? both : single
    if (!found || found.known <= (best?.known ?? 0)) continue
    if (best && hasSalesAbove(batch, found.header.row, best.header, columnsOf)) return best
    best = found
  }
  if (best) return best
  const first = firstTable(batch)
  return first && { header: first, known: 0 }
}

/** The header a row makes together with the groups in the row above it; null where that row holds none. */
export function joinedHeader(batch: RowBatch, index: number, isKnown: (key: string) => boolean): Header | null {
  if (index === 0) return null
  const [parents, children] = [batch.rows[index - 1]!, batch.rows[index]!]
  if (batch.numbers[index] !== batch.numbers[index - 1]! + 1) return null
  if (parents.some(holdsValue) || children.some(holdsValue)) return null
  const names = columnNames(parents.map(textOf), children.map(textOf), (text) => isKnown(normaliseHeader(text).key))
  return names && { ...headerIn(batch, index, true), ...nameParts(names) }
}

function nameParts(names: readonly string[]): Pick<Header, 'texts' | 'keys' | 'units'> {
  const { texts, keys, units } = headerOf(0, names)
  return { texts, keys, units }
}

/** Column names are words; numbers and dates belong to the rows below. */
function holdsValue(cell: Cell): boolean {
  return typeof cell !== 'string' || /^[\d\s.,:/年月日号¥￥$€+-]*\d[\d\s.,:/年月日号元+-]*$/.test(cell)
}

/**
 * Names of columns whose groups stand in the row above (a merged group fills to the right): the name with its group where
 * that is a known word (客户 + 编号) or where the name alone stands twice, else the name. Null without any group.
 */
function columnNames(
  parents: readonly string[],
  children: readonly string[],
  isKnown: (text: string) => boolean,
): string[] | null {
  let group = ''
  let groups = 0
  const times = (child: string) => children.filter((other) => other.trim() === child).length
  const names = children.map((text, at) => {
    const [parent, child] = [(parents[at] ?? '').trim(), text.trim()]
    if (parent !== '') group = child === '' ? '' : parent
    else if (child === '') group = ''
    if (parent === '' && child !== '' && group !== '') groups++
    if (child === '' || group === '') return child || parent
    const both = isChineseText(group + child) ? `${group}${child}` : `${group} ${child}`
    return isKnown(both) || times(child) > 1 ? both : child
  })
  const rest = parents.slice(children.length).map((text) => text.trim())
  return groups === 0 ? null : [...names, ...rest]
}
