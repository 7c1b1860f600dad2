import { isBlankRow } from '../core/import/cells.js'
import { detect, knownWords, type Mapping, type Match } from '../core/import/detect.js'
import type { Field } from '../core/import/field.js'
import { findHeader, type Header, headerDepth, headerOf } from '../core/import/header.js'
import { withHeadingColumn } from '../core/import/headings.js'
import type { ByteSource, RowBatch, Sheet, Workbook } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import type { Lang } from '../core/values/lang.js'
import { nearest, normaliseHeader } from '../core/values/text.js'
import { formats } from '../formats/index.js'
import { fieldNamed, fieldNames, mainFields } from '../messages/field-names.js'
import { rejectColumns } from '../messages/rejects.js'
import { readWorkbook } from '../read/open.js'
import { ordersCommand, refusalOf } from './import-refusal.js'

/** What the seller says of how a file is to be understood. */
export interface Understanding {
  readonly map: readonly string[]
  readonly headerRow?: number | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
}

const words = new Set([...knownWords(formats), ...rejectColumns])

const normalise = (text: string): string => normaliseHeader(text).key

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
    headerWords: (cell) => isHeaderWord(normalise(cell)),
  })
}

/** How one sheet would be read, or why it cannot be. UserError `import.bad-map`, `import.map-no-field`, `import.map-twice`, `import.map-no-header` for a wrong `--map`. */
export async function matchSheet(
  sheet: Sheet,
  said: Pick<Understanding, 'map' | 'headerRow'>,
  file: string,
  lang: Lang,
): Promise<Match | UserError> {
  const mapping = readMapping(said.map, lang)
  const head = await firstRows(sheet, Math.max(headerDepth + 1, said.headerRow ?? 0))
  if (head.rows.length === 0) return new UserError('bad-data', 'import.empty', { file })
  const mapped = new Set([...mapping.values()].map(normalise))
  const found =
    said.headerRow === undefined
      ? findHeader(head, (key) => words.has(key) || mapped.has(key))
      : headerAt(head, said.headerRow)
  if (!found)
    return new UserError('bad-data', isBlank(head) ? 'import.empty' : 'import.no-table', { file, headers: '' })
  checkMapping(mapping, found.header, file)
  const match = detect(found.header, formats, mapping, normalise)
  return refusalOf({ match, header: found.header, head, file, lang }) ?? withHeadingColumn(match!)
}

/** The command line that would read orders from a plain sheet taken as a customer list; null where it shows none. */
export async function ordersCommandOf(sheet: Sheet, match: Match, file: string, lang: Lang): Promise<string | null> {
  if (match.format.kind !== 'customers' || match.format.weight > 0) return null
  const head = await firstRows(sheet, headerDepth + 1)
  return ordersCommand({ match, header: match.header, head, file, lang })
}

function isBlank({ rows }: RowBatch): boolean {
  return rows.every(isBlankRow)
}

async function firstRows(sheet: Sheet, depth: number): Promise<RowBatch> {
  const numbers: number[] = []
  const rows: RowBatch['rows'][number][] = []
  for await (const batch of sheet.rows()) {
    numbers.push(...batch.numbers)
    rows.push(...batch.rows)
    if (rows.length > depth) break
  }
  return { numbers, rows }
}

function headerAt(head: RowBatch, row: number): { header: Header; known: number } | null {
  const index = head.numbers.indexOf(row)
  return index < 0 ? null : { header: headerOf(row, head.rows[index]!), known: Number.POSITIVE_INFINITY }
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
