import { aliases, aliasRank } from './aliases.js'
import { type Field, fields } from './field.js'
import type { Format, Region } from './format.js'
import { type Header, hasChinese, isChineseText } from './header.js'
import type { FieldSet } from './record.js'

/** How a sheet is read: the format that claims it and, for every field, its columns in order of preference. */
export interface Match {
  readonly format: Format
  readonly score: number
  readonly header: Header
  readonly columns: ReadonlyMap<Field, readonly number[]>
  /** Columns no field takes. */
  readonly ignored: readonly number[]
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

/** Columns of a plain sheet by the common words; each column serves one field, the best spelling wins, then the leftmost. */
export function columnsByAlias(keys: readonly string[], own: Format['ownWords'] = {}): Map<Field, readonly number[]> {
  const columns = new Map<Field, readonly number[]>()
  for (const [field, names] of Object.entries(own)) {
    const found = positions(keys, names).slice(0, 1)
    if (found.length > 0) columns.set(field as Field, found)
  }
  const taken = new Set([...columns.values()].flat())
  for (const field of fields) {
    if (columns.has(field)) continue
    const ranked = keys
      .map((key, index) => ({ index, rank: taken.has(index) ? -1 : aliasRank(field, key) }))
      .filter((column) => column.rank >= 0)
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
    // Different words for one field say different things and only the best is taken; equal words are twins (reading.ts).
    const isTaken = (column: { rank: number }, at: number) =>
      column.rank === ranked[0]!.rank || (field === 'phone' && at < 3)
    if (ranked.length)
      columns.set(
        field,
        ranked.filter(isTaken).map((column) => column.index),
      )
  }
  return columns
}

function columnsByFormat(format: Format, keys: readonly string[]): Map<Field, readonly number[]> {
  if (format.fields === 'aliases') return columnsByAlias(keys, format.ownWords)
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
 * Null when no format claims it.
 */
export function detect(
  header: Header,
  formats: readonly Format[],
  mapping: Mapping,
  normalise: (text: string) => string,
): Match | null {
  // A column the seller has named counts as if it bore the common word for its field, in the language of the others.
  const named = [...mapping.keys()].flatMap((field) => commonWord(field, hasChinese(header)))
  const keys = [...header.keys, ...named]
  const scored = formats.map((format) => ({ format, score: scoreOf(format, keys) })).filter((entry) => entry.score > 0)
  scored.sort((a, b) => b.score - a.score || (a.format.name < b.format.name ? -1 : 1))
  const best = scored[0]
  return best ? matchWith(best.format, best.score, header, mapping, normalise) : null
}

function commonWord(field: Field, isChinese: boolean): readonly string[] {
  const words = aliases[field] ?? []
  const own = words.find((word) => isChineseText(word) === isChinese) ?? words[0]
  return own === undefined ? [] : [own]
}

/** What the country that this sheet comes from has of its own; null where no header tells. */
function regionOf({ regions = {} }: Format, { keys }: Header): Region | null {
  return (
    keys.map((key) => (Object.hasOwn(regions, key) ? regions[key]! : null)).find((region) => region !== null) ?? null
  )
}

/** The match of a given format with a header, columns named by `mapping` first. */
export function matchWith(
  format: Format,
  score: number,
  header: Header,
  mapping: Mapping,
  normalise: (text: string) => string,
): Match {
  const columns = columnsByFormat(format, header.keys)
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
  for (const [field, taken] of columns) if (!taken.length) columns.delete(field)
  const used = new Set([...columns.values()].flat())
  const ignored = header.keys.flatMap((key, index) => (key !== '' && !used.has(index) ? [index] : []))
  const region = regionOf(format, header)
  return { format: region === null ? format : { ...format, ...region }, score, header, columns, ignored }
}

/** Every normalised header word some format or the common dictionary knows. */
export function knownWords(formats: readonly Format[]): ReadonlySet<string> {
  const own = formats.flatMap((format) => [
    ...format.must.flat(),
    ...(format.any ?? []),
    ...Object.values(format.ownWords ?? {}).flat(),
    ...(format.fields === 'aliases' ? [] : Object.values(format.fields).flat()),
  ])
  return new Set([...own, ...Object.values(aliases).flat()])
}
