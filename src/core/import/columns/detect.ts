import { amountFields, type Field, fields } from '../field.js'
import type { Format } from '../format.js'
import { isKept } from '../kept-fields.js'
import type { FieldSet } from '../record.js'
import { aliases } from '../words/aliases.js'
import { isHoped } from '../words/column-words.js'
import { sharedWords } from '../words/shared-words.js'
import type { ColumnLook } from './column-look.js'
import type { DayParts } from './day-parts.js'
import { type Header, hasChinese, isChineseText } from './header.js'
import { areOtherLevels } from './lead-levels.js'
import { areSoldLeads } from './order-stages.js'
import { areOtherScores } from './other-scores.js'
import { returnsIn } from './return-columns.js'
import { type Guess, type Rival, type Understood, understand } from './understand.js'

/** How a sheet is read: the format that claims it and, for every field, its columns in order of preference. */
export interface Match {
  readonly format: Format
  readonly score: number
  readonly header: Header
  /** Whether the documents it lists are slips of a till. */
  readonly isOfSlips: boolean
  /** Whether its columns say that each row is a return. */
  readonly isOfReturns: boolean
  readonly columns: ReadonlyMap<Field, readonly number[]>
  /** Columns no field takes. */
  readonly ignored: readonly number[]
  /** Columns taken without their whole name being known. */
  readonly guesses: readonly Guess[]
  /** Columns left out for others whose names say the same better. */
  readonly rivals: readonly Rival[]
  /** Columns as the seller named them, each by its name or, where that stands for several, by its place. */
  readonly mapping: Mapping
  /** The import in which they were named so, where it was an earlier one. */
  readonly remembered: Remembered | null
  /** The columns of a deposit and of what is due after it, beside what the order comes to. */
  readonly payments?: readonly [number, number]
  /** Where the order day stands in several columns; that of the day says the whole one. */
  readonly dayParts?: DayParts
  /** The column made for the currency that number formats show, where there is one. */
  readonly shownCurrency?: number
}

/** A mapping of an earlier import: its number and when that was, an ISO instant. */
export interface Remembered {
  readonly id: number
  readonly madeAt: string
}

/** What `--map field=header` says: the seller's own word for where a field stands, or `#7` for the seventh column. */
export type Mapping = ReadonlyMap<Field, string>

export function fieldsOf(match: Match): FieldSet {
  return new Set(match.columns.keys())
}

/** Whether a header of a sheet is one a format names; a name that ends with `*` stands for all that begin so. */
function isNamed(key: string, name: string): boolean {
  return key === name || (name.endsWith('*') && key.startsWith(name.slice(0, -1)))
}

function positions(keys: readonly string[], names: readonly string[]): number[] {
  return names.flatMap((name) => keys.flatMap((key, index) => (isNamed(key, name) ? [index] : [])))
}

/** 0 when a `must` is missing or a `not` is there; else weight, completeness and the share of further headers. */
export function scoreOf(format: Format, keys: readonly string[]): number {
  const has = (name: string) => keys.some((key) => isNamed(key, name))
  if (!format.must.every((spellings) => spellings.some(has))) return 0
  if (format.not?.some(has)) return 0
  const any = format.any ?? []
  return format.weight * 100 + format.must.length + (any.length ? any.filter(has).length / any.length : 0)
}

/** Columns of a plain sheet by the common words alone; each column serves one field, the best spelling wins, then the leftmost. */
export function columnsByAlias(keys: readonly string[]): ReadonlyMap<Field, readonly number[]> {
  return understand(keys, []).columns
}

function columnsByFormat(format: Format, keys: readonly string[], plain: Understood): Map<Field, readonly number[]> {
  if (format.fields === 'aliases') return new Map(plain.columns)
  const columns = new Map<Field, readonly number[]>()
  for (const field of fields) {
    const found = positions(keys, format.fields[field] ?? [])
    const own = format.hasTwinHeaders === true ? found.filter((at) => keys.indexOf(keys[at]!) === at) : found
    if (own.length) columns.set(field, own)
  }
  return columns
}

/**
 * Claims a header for the format that fits it best, from the headers alone; `mapping` outranks the format's own columns.
 * Plain sheets are understood from what their columns hold as well (`looks`), and what file and sheet are `called`. Null when no format claims it.
 */
export function detect(
  header: Header,
  formats: readonly Format[],
  mapping: Mapping,
  normalise: (text: string) => string,
  looks: readonly ColumnLook[] = [],
  called: readonly string[] = [],
): Match | null {
  // A column the seller has named counts as if it bore the common word for its field, in the language of the others.
  const isChinese = hasChinese(header)
  const named = [...mapping.keys()].flatMap((field) => commonWord(field, isChinese))
  const plain = understand(header.keys, looks, new Set(mapping.keys()))
  // A sheet whose columns are called after returns is one whose kind each row says.
  const kinds = returnsOf(header, looks, mapping) === null ? [] : commonWord('type', isChinese)
  const keysOf = (format: Format) => [
    ...(format.fields === 'aliases' ? [...plainKeys(header, plain), ...kinds] : header.keys),
    ...named,
  ]
  // Whoever says which column holds the amount of orders has orders.
  const mayList = !mapping.has('orderTotal')
  // Whoever says which column holds the gifts has a register of them, whatever else it counts.
  const isOfGifts = mapping.has('gift')
  const names = [...called, header.title]
  const scoreIn = (format: Format, keys: readonly string[], isSaid: boolean) =>
    isSaid || !speaksAgainst(format, keys, names) ? scoreOf(isSaid ? { ...format, not: [] } : format, keys) : 0
  const scored = formats
    .filter(({ kind }) => kind !== 'customers' || mayList)
    .filter(({ entry }) => !isOfGifts || entry === 'gift')
    .filter((format) => !areSoldLeads(format, header.keys, looks, plain.columns))
    .filter((format) => !areOtherLevels(format, header.keys, looks))
    .filter((format) => !areOtherScores(format, header.keys, looks))
    .map((format) => ({ format, score: scoreIn(format, keysOf(format), isOfGifts) }))
    .filter((entry) => entry.score > 0)
  scored.sort((a, b) => b.score - a.score || (a.format.name < b.format.name ? -1 : 1))
  const best = scored[0]
  return best ? matchWith(best.format, best.score, header, mapping, normalise, looks) : null
}

/** Whether a header speaks against a format that nothing outweighs. */
function speaksAgainst({ notUnless }: Format, keys: readonly string[], names: readonly string[]): boolean {
  if (notUnless === undefined || !notUnless.headers.some((name) => keys.includes(name))) return false
  return !notUnless.others.some((name) => keys.includes(name)) && !names.some(notUnless.isCalledSo)
}

/** The header words that tell which plain sheet it is: of those with two meanings and of guessed columns the common one as well. */
function plainKeys(header: Header, { columns, guesses, overruled }: Understood): string[] {
  const isChinese = hasChinese(header)
  const commonWords = (at: number) =>
    [...columns].flatMap(([field, taken]) => (taken.includes(at) ? commonWord(field, isChinese) : []))
  const parts = columns.get('orderTotal') ?? []
  return header.keys.flatMap((key, at) => {
    if (overruled.includes(at) || sharedWords.has(key)) return commonWords(at)
    const isPart = parts.length > 1 && parts.includes(at)
    return isPart || guesses.some(({ column }) => column === at) ? [key, ...commonWords(at)] : [key]
  })
}

function commonWord(field: Field, isChinese: boolean): readonly string[] {
  const words = aliases[field] ?? []
  const own = words.find((word) => isChineseText(word) === isChinese) ?? words[0]
  return own === undefined ? [] : [own]
}

/** What the columns say of returns, unless the seller has said himself whose numbers they are. */
function returnsOf({ keys }: Header, looks: readonly ColumnLook[], mapping: Mapping) {
  return mapping.has('orderId') || mapping.has('type') ? null : returnsIn(keys, looks)
}

/** A format as one sheet has it: as its kind of journal and, where a header tells, as its country has it. */
export function formatOf(
  named: Format,
  { header: { keys }, isOfSlips, isOfReturns }: Pick<Match, 'header' | 'isOfSlips' | 'isOfReturns'>,
): Format {
  const format = { ...named, ...(isOfSlips ? named.slips : {}), ...(isOfReturns ? named.returns : {}) }
  const { regions = {} } = format
  const own = keys.find((key) => Object.hasOwn(regions, key))
  return own === undefined ? format : { ...format, ...regions[own] }
}

/** The match of a given format with a header, columns named by `mapping` first. */
export function matchWith(
  format: Format,
  score: number,
  header: Header,
  mapping: Mapping,
  normalise: (text: string) => string,
  looks: readonly ColumnLook[] = [],
): Match {
  const returns = format.returns === undefined ? null : returnsOf(header, looks, mapping)
  const isOfReturns = returns !== null
  const { ownWords } = isOfReturns ? { ...format, ...format.returns } : format
  const plain = understand(header.keys, looks, new Set(mapping.keys()), ownWords)
  const columns = columnsByFormat(format, header.keys, plain)
  for (const [field, text] of mapping) {
    const exact = /^#\d+$/.test(text) ? Number(text.slice(1)) - 1 : header.texts.indexOf(text)
    const index = exact >= 0 ? exact : header.keys.indexOf(normalise(text))
    if (index < 0) continue
    for (const [other, taken] of columns)
      if (taken.includes(index))
        columns.set(
          other,
          taken.filter((at) => at !== index),
        )
    columns.set(field, [index])
  }
  // A rate that the seller names stands where discounts are read.
  const rate = columns.get('discountRate') ?? columns.get('discountPercent')
  if (format.fields === 'aliases' && rate !== undefined) columns.set('discount', rate)
  for (const [field, taken] of columns) {
    const isLost = !mapping.has(field) && !isKept(format, field)
    if (!taken.length || isLost || isOfSales(format, field, header.keys[taken[0]!]!)) columns.delete(field)
  }
  const used = new Set([...columns.values()].flat())
  const ignored = header.keys.flatMap((key, index) => (key !== '' && !used.has(index) ? [index] : []))
  const isPlain = format.fields === 'aliases'
  const guesses = isPlain ? plain.guesses.filter(({ column, field }) => columns.get(field)?.includes(column)) : []
  const rivals = isPlain ? plain.rivals.filter(({ column }) => ignored.includes(column)) : []
  const firm = new Map([...mapping.keys()].map((field) => [field, columnName(columns.get(field)?.[0] ?? -1, header)]))
  const journal = looks[columns.get('type')?.[0] ?? -1]?.journal ?? returns
  const isOfSlips = journal === 'slips' || journal === 'returns'
  return {
    format: formatOf(format, { header, isOfSlips, isOfReturns }),
    ...{ score, header, isOfSlips, isOfReturns, columns, ignored, guesses, rivals },
    mapping: firm,
    remembered: null,
    ...(isPlain && plain.payments !== undefined && columns.get('orderTotal')?.length === 1
      ? { payments: plain.payments }
      : {}),
  }
}

/** Whether a field tells of sales, in a plain sheet of customers, which keeps none of that. */
function isOfSales({ kind, fields: of, entry }: Format, field: Field, key: string): boolean {
  if (kind !== 'customers' || of !== 'aliases') return false
  return amountFields.includes(field) || (entry === 'lead' && field === 'placedAt' && isHoped(key))
}

/** A column as `--map` takes it: its name, or its place where the name is blank, stands twice or would end the quotes. */
export function columnName(column: number, { texts }: Header): string {
  const text = texts[column] ?? ''
  const isPlain = text !== '' && !text.includes('"') && texts.indexOf(text) === texts.lastIndexOf(text)
  return isPlain ? text : `#${column + 1}`
}

/** Every normalised header word some format or the common dictionary knows. */
export function knownWords(formats: readonly Format[]): ReadonlySet<string> {
  const own = formats.flatMap((format) => [
    ...format.must.flat(),
    ...(format.any ?? []),
    ...Object.values({ ...format.ownWords, ...format.returns?.ownWords }).flat(),
    ...(format.fields === 'aliases' ? [] : Object.values(format.fields).flat()),
  ])
  return new Set([...own, ...Object.values(aliases).flat(), ...sharedWords.keys()])
}
