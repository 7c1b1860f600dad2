import { DATE, type FormatKind, MARKED, NUMBER, TIME } from './xlsx-dates.js'
import { formatMark } from './xlsx-format-mark.js'
import type { Place } from './xlsx-place.js'
import { plainText } from './xlsx-text.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const NUMBER_FORMATS = nameCode('numFmts')
const NUMBER_FORMAT = nameCode('numFmt')
const CELL_FORMATS = nameCode('cellXfs')
const FORMAT = nameCode('xf')

/**
 * Built-in formats that are dates in some language version of Excel (ECMA-376 part 1, 18.8.30). 34, 35, 55 and 56 show a
 * time in Chinese and a date in Japanese: as dates they keep whatever time the cell has. 46 is a duration.
 */
const BUILT_IN = new Map<number, FormatKind>([
  ...range(9, 10, MARKED),
  ...range(14, 17, DATE),
  ...range(18, 22, TIME),
  ...range(27, 31, DATE),
  ...range(32, 33, TIME),
  ...range(34, 36, DATE),
  [45, TIME],
  [47, TIME],
  ...range(50, 58, DATE),
])

function range(from: number, to: number, kind: FormatKind): [number, FormatKind][] {
  return Array.from({ length: to - from + 1 }, (_, i) => [from + i, kind])
}

/** Quoted text, an escaped, padding or filling character, a bracket (colour, locale, condition, elapsed time), or one character. */
const TOKEN = /"[^"]*"?|[\\_*][\s\S]?|\[[^\]]*\]?|[\s\S]/g
const ELAPSED = /^\[(?:h+|m+|s+)\]$/i
/** The names of the format that shows a number as it is; `G/通用格式` is what Chinese Excel and WPS write. */
const GENERAL = /general|standard|g\/通用格式/gi
const HALF_DAY = /am\/pm|a\/p|上午\/下午/i

/** What a number format shows, judged by its first section. */
export function formatKind(format: string): FormatKind {
  let shown = ''
  for (const [token] of format.matchAll(TOKEN)) {
    if (token === ';') break
    if (ELAPSED.test(token)) return NUMBER
    if (token.length === 1) shown += token
  }
  shown = shown.replace(GENERAL, '')
  if (HALF_DAY.test(shown) || /[hs]/i.test(shown)) return TIME
  return /[ymdb]|e(?![+-])/i.test(shown) ? DATE : NUMBER
}

/** What the cell formats of a workbook make of numbers. */
export interface FormatKinds {
  /** For each cell format (`s="…"`) of the styles part. */
  readonly kinds: Uint16Array
  /** What kinds from MARKED on write beside the number. */
  readonly marks: readonly string[]
}

/** The cell formats of the styles part. */
export function readFormatKinds(styles: Buffer, place: Place): FormatKinds {
  const tags = new XmlTags(place)
  const custom = new Map<number, FormatKind>()
  const kinds: FormatKind[] = []
  const marks: string[] = ['%']
  const kindOf = (format: string): FormatKind => {
    const kind = formatKind(format)
    const mark = kind === NUMBER ? formatMark(format) : ''
    if (mark === '') return kind
    if (!marks.includes(mark)) marks.push(mark)
    return MARKED + marks.indexOf(mark)
  }
  let section = 0
  tags.feed(styles)
  while (tags.next()) {
    if (tags.code === NUMBER_FORMATS || tags.code === CELL_FORMATS)
      section = tags.closes || tags.isEmpty ? 0 : tags.code
    else if (tags.closes) continue
    else if (tags.code === NUMBER_FORMAT && section === NUMBER_FORMATS) {
      const attributes = tags.attributes()
      custom.set(Number(attributes.get('numFmtId')), kindOf(plainText(attributes.get('formatCode') ?? '')))
    } else if (tags.code === FORMAT && section === CELL_FORMATS) {
      const id = Number(tags.attributes().get('numFmtId') ?? 0)
      kinds.push(custom.get(id) ?? BUILT_IN.get(id) ?? NUMBER)
    }
  }
  return { kinds: Uint16Array.from(kinds), marks }
}
