import { cellText, isBlankRow } from '../core/import/cells.js'
import { type LooseUnit, withTitleUnit } from '../core/import/columns/amount-unit.js'
import { type ColumnLook, lookOf } from '../core/import/columns/column-look.js'
import { dayPartsOf, wholeDaysIn, withWholeDay } from '../core/import/columns/day-parts.js'
import {
  columnName,
  columnsByAlias,
  detect,
  knownWords,
  type Mapping,
  type Match,
} from '../core/import/columns/detect.js'
import {
  type ColumnsOf,
  type FoundHeader,
  findHeader,
  type Header,
  hasSalesAbove,
  headerDepth,
  headerIn,
  headerSetOf,
  joinedHeader,
} from '../core/import/columns/header.js'
import { withHeadingColumn } from '../core/import/columns/headings.js'
import { withShownCurrency } from '../core/import/columns/shown-numbers.js'
import type { Field } from '../core/import/field.js'
import { isSideLine } from '../core/import/orders/side-lines.js'
import type { ByteSource, Cell, RowBatch, Sheet, ShownNumber, Workbook } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import type { Lang } from '../core/values/lang.js'
import { nearest, normaliseHeader } from '../core/values/text.js'
import { formats } from '../formats/index.js'
import { fieldNamed, fieldNames, mainFields } from '../messages/field-names.js'
import { rejectColumns } from '../messages/rejects.js'
import { readWorkbook } from '../read/open.js'
import type { SavedMapping } from '../store/mappings.js'
import { refusalOf } from './import-refusal.js'
import { ordersCommand, quoted, wonCommand } from './map-command.js'

/** What the seller says of how a file is to be understood. */
export interface Understanding {
  readonly map: readonly string[]
  readonly headerRow?: number | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
}

const words = new Set([...knownWords(formats), ...rejectColumns])

const normalise = (text: string): string => normaliseHeader(text).key

/** No cell longer than this can be a word we know with its unit: it need not be looked at. */
const longestHeader = Math.max(...[...words].map((word) => word.length)) + 40

/** Whether a normalised header is a word some format or the common dictionary knows. */
export function isHeaderWord(key: string): boolean {
  return words.has(key)
}

/** Opens a file as the import does, with what the seller says of its encoding and delimiter. */
export function openWorkbook(
  file: ByteSource,
  { encoding, delimiter }: Pick<Understanding, 'encoding' | 'delimiter'>,
): Promise<Workbook> {
  return readWorkbook(file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    headerWords: (cell) => cell.length <= longestHeader && isHeaderWord(normalise(cell)),
  })
}

/** Rows below the header whose values say what their columns hold. */
const LOOKED_AT = 300

/** How one sheet would be read, or why it cannot be. UserError as of `readSheet`. */
export async function matchSheet(...asked: Parameters<typeof readSheet>): Promise<Match | UserError> {
  const { match, refusal } = await readSheet(...asked)
  return refusal ?? match!
}

/** A sheet as it was understood, and why that is not enough to take it; null where it is. */
export interface UnderstoodSheet {
  readonly match: Match | null
  readonly refusal: UserError | null
}

const refused = (refusal: UserError): UnderstoodSheet => ({ match: null, refusal })

/** How one sheet is understood; columns named in an earlier import count where none are named now. UserError `import.bad-map`, `import.map-no-field`, `import.map-twice`, `import.map-no-header` for a wrong `--map`. */
export async function readSheet(
  sheet: Sheet,
  said: Pick<Understanding, 'map' | 'headerRow'>,
  file: string,
  lang: Lang,
  saved: readonly SavedMapping[] = [],
): Promise<UnderstoodSheet> {
  const mapping = readMapping(said.map, lang)
  const head = await firstRows(sheet, Math.max(headerDepth, said.headerRow ?? 0) + LOOKED_AT)
  if (head.rows.length === 0) return refused(new UserError('bad-data', 'import.empty', { file }))
  const mapped = new Set([...mapping.values()].map(normalise))
  const first = findHeader(head, (key) => words.has(key) || mapped.has(key), columnsOf)
  const earlier = mapping.size > 0 ? null : rememberedIn(head, saved, said.headerRow)
  const isBelowSales =
    said.headerRow === undefined &&
    earlier !== null &&
    first !== null &&
    hasSalesAbove(head, earlier.header.row, first.header, columnsOf)
  const before = isBelowSales ? null : earlier
  const found = said.headerRow === undefined ? (before ?? first) : headerAt(head, said.headerRow)
  if (!found && said.headerRow !== undefined && !isBlank(head)) return refused(noSuchRow(head, said.headerRow, file))
  if (!found)
    return refused(new UserError('bad-data', isBlank(head) ? 'import.empty' : 'import.no-table', { file, headers: '' }))
  checkMapping(mapping, found.header, file)
  const looks = looksOf(found.header, head)
  const named = before === null ? mapping : before.saved.fields
  const match = matchOf(found.header, head, named, looks, [baseName(file), sheet.name])
  const refusal = refusalOf({ match, header: match?.header ?? found.header, head, looks, file, lang })
  if (refusal !== null || match === null) return { match, refusal }
  const scaled = withTitleUnit(match)
  if ('unit' in scaled) return refused(looseUnit(scaled, match, file))
  const whole = withShownCurrency(withHeadingColumn(scaled), head)
  const remembered = before === null ? null : { id: before.saved.id, madeAt: before.saved.madeAt }
  return { match: { ...whole, remembered }, refusal: null }
}

/** A path without its folders, which may be called anything. */
const baseName = (file: string): string => file.replace(/^.*[\\/]/, '')

/** How a header with its rows is read; where no column holds the day of a plain sheet, several may hold its parts. */
function matchOf(
  header: Header,
  head: RowBatch,
  named: Mapping,
  looks: readonly ColumnLook[],
  called: readonly string[],
): Match | null {
  const match = detect(header, formats, named, normalise, looks, called)
  const parts = match?.format.weight === 2 ? null : dayPartsOf(header, looks)
  const days = (['placedAt', 'paidAt'] as const).flatMap((field) => match?.columns.get(field) ?? [])
  if (parts === null || days.some((at) => at !== parts.day)) return match
  const whole = withWholeDay(header, parts)
  const found = detect(whole, formats, named, normalise, looksOf(whole, wholeDaysIn(head, parts)), called)
  if (found === null) return match
  const ignored = found.ignored.filter((at) => !Object.values(parts).includes(at))
  return { ...found, ignored, dayParts: parts }
}

const columnsOf: ColumnsOf = (header) =>
  detect(header, formats, new Map(), normalise)?.columns ?? columnsByAlias(header.keys)

function looseUnit({ unit, columns }: LooseUnit, { header }: Match, file: string): UserError {
  const names = columns.map((column) => header.texts[column]!)
  return new UserError('bad-data', 'import.title-unit', {
    ...{ file, unit, headers: names.join(', '), example: `${names[0]} (${unit})` },
  })
}

/** The header for which columns were named in an earlier import. */
function rememberedIn(
  head: RowBatch,
  saved: readonly SavedMapping[],
  headerRow: number | undefined,
): (FoundHeader & { readonly saved: SavedMapping }) | null {
  if (saved.length === 0) return null
  const bySet = new Map(saved.map((one) => [ownSetOf(one.headers.map(normalise)), one]))
  for (let index = 0; index < Math.min(head.rows.length, headerRow ?? headerDepth); index++) {
    if (headerRow !== undefined && head.numbers[index] !== headerRow) continue
    for (const header of [headerIn(head, index), joinedHeader(head, index, isHeaderWord)]) {
      const one = header === null ? undefined : bySet.get(ownSetOf(header.keys))
      if (header && one && isSameOrder(one, header)) return { header, known: header.keys.length, saved: one }
    }
  }
  return null
}

/** The set of a file's own columns: what a sheet of rejected rows adds is ours. */
function ownSetOf(keys: readonly string[]): string {
  return headerSetOf(keys.filter((key) => !rejectColumns.has(key)))
}

/** Columns named by their place are where they were; for those named by their header the order does not matter. */
function isSameOrder({ headers, fields }: SavedMapping, { texts }: Header): boolean {
  const own = (list: readonly string[]) => list.filter((text) => !rejectColumns.has(normalise(text))).join('\n')
  return ![...fields.values()].some((name) => /^#\d+$/.test(name)) || own(headers) === own(texts)
}

function looksOf(header: Header, head: RowBatch): readonly ColumnLook[] {
  const isRow = (row: readonly Cell[], at: number) => head.numbers[at]! > header.row && !isSideLine(row)
  const below = head.rows.filter(isRow).slice(0, LOOKED_AT)
  return header.texts.map((_, column) => lookOf(below.map((row) => cellText(row[column]))))
}

/** The command line that would read orders from a plain sheet taken as a customer list or as deals; null where it shows none. */
export async function ordersCommandOf(sheet: Sheet, match: Match, file: string, lang: Lang): Promise<string | null> {
  const { format, header } = match
  const mayBeWon = format.entry === 'lead' && columnsByAlias(header.keys).has('orderTotal')
  const amount = format.entry === 'contact' ? columnsByAlias(header.keys).get('orderTotal')?.[0] : undefined
  if (amount !== undefined) return `crm import ${quoted(file)} --map orderTotal="${columnName(amount, header)}"`
  if (format.kind !== 'customers' || (format.weight > 0 && !mayBeWon)) return null
  const head = await firstRows(sheet, headerDepth + LOOKED_AT)
  const looked = { match, header, head, looks: looksOf(header, head), file, lang }
  return mayBeWon ? wonCommand(looked) : ordersCommand(looked)
}

function isBlank({ rows }: RowBatch): boolean {
  return rows.every(isBlankRow)
}

async function firstRows(sheet: Sheet, depth: number): Promise<RowBatch> {
  const numbers: number[] = []
  const rows: RowBatch['rows'][number][] = []
  const shown: (readonly ShownNumber[])[] = []
  for await (const batch of sheet.rows()) {
    shown.push(...(batch.shown ?? batch.rows.map(() => [])))
    numbers.push(...batch.numbers)
    rows.push(...batch.rows)
    if (rows.length > depth) break
  }
  return { numbers, rows, shown }
}

function headerAt(head: RowBatch, row: number): { header: Header; known: number } | null {
  const index = head.numbers.indexOf(row)
  if (index < 0 || isBlankRow(head.rows[index]!)) return null
  return { header: headerIn(head, index), known: Number.POSITIVE_INFINITY }
}

function noSuchRow({ numbers }: RowBatch, row: number, file: string): UserError {
  const rows = numbers.at(-1)!
  if (row <= rows) return new UserError('usage', 'import.header-row-blank', { file, row })
  return new UserError('usage', 'import.header-row-beyond', { file, row, rows })
}

function readMapping(pairs: readonly string[], lang: Lang): Mapping {
  const mapping = new Map<Field, string>()
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split(/[=＝]/)
    const field = fieldNamed(name)
    if (rest.length === 0 || field === null) {
      const near = field === null ? nearest(name.trim(), fieldNames()).join(', ') : ''
      const fields = mainFields(lang)
      if (rest.length > 0) throw new UserError('usage', 'import.map-no-field', { field: name.trim(), near, fields })
      throw new UserError('usage', 'import.bad-map', { value: pair, near, fields })
    }
    const header = pair
      .slice(name.length + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1')
    const first = mapping.get(field)
    if (first !== undefined) throw new UserError('usage', 'import.map-twice', { field: name.trim(), first, header })
    mapping.set(field, header)
  }
  return mapping
}

function checkMapping(mapping: Mapping, header: Header, file: string): void {
  for (const text of mapping.values()) {
    const position = /^#(\d+)$/.exec(text)
    if (position ? header.keys.length >= Number(position[1]) : header.texts.includes(text)) continue
    if (header.keys.includes(normalise(text))) continue
    const headers = header.texts.filter(Boolean)
    const near = nearest(text, headers).join(', ')
    throw new UserError('usage', 'import.map-no-header', { file, header: text, near, headers: headers.join(', ') })
  }
}
