import type { Column } from '../../core/report/table.js'
import type { Lang } from '../../core/values/lang.js'
import { languages } from '../../core/values/languages.js'
import { cleanText, numberFormat, sheetValue } from '../xlsx-cell.js'
import type { PlacedFigures } from './form.js'

/** Lines, words and grounds of a chart; the parts differ in lightness too, so that black and white tells them apart. */
export const colors = {
  ink: '1C2430',
  soft: '5B6675',
  line: 'D9DEE6',
  tiers: { A: '0B6B3A', B: '1A5A9E', C: 'B08A1E' } as Readonly<Record<string, string>>,
  parts: ['1F4E8C', '8FB6EE', 'E0A63A', '5FA37A', 'B9C3CF', '8C4B7A'],
} as const

/** Excel's longest text in a chart's title or label. */
const LONGEST = 255

/** Text as XML text or attribute value, without what XML cannot hold. */
export function xmlText(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** A child of a series that refers to figures of a column; `from` and `until` are rows of the table. */
export function numbers(
  tag: 'val' | 'xVal' | 'yVal',
  figures: PlacedFigures,
  at: number,
  from = 0,
  until = figures.table.rows.length,
): string {
  const column = figures.table.columns[at]!
  const rows = figures.table.rows.slice(from, until)
  const points = rows.map((row, index) => {
    const value = sheetValue(row[column.key], column, figures.lang)
    return typeof value === 'number' ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : ''
  })
  const format = `<c:formatCode>${xmlText(numberFormat(column, figures.lang))}</c:formatCode>`
  const cache = `${format}<c:ptCount val="${rows.length}"/>${points.join('')}`
  const place = placeOf(figures, at, figures.headingRow + 1 + from, figures.headingRow + until)
  return `<c:${tag}><c:numRef><c:f>${place}</c:f><c:numCache>${cache}</c:numCache></c:numRef></c:${tag}>`
}

/** The names along an axis: the first column. */
export function names(figures: PlacedFigures): string {
  const { table, headingRow, lang } = figures
  const column = table.columns[0]!
  const texts = table.rows.map((row) => String(sheetValue(row[column.key], column, lang) ?? ''))
  return `<c:cat>${strings(placeOf(figures, 0, headingRow + 1, headingRow + table.rows.length), texts)}</c:cat>`
}

/** A series' name: the heading of its column. */
export function seriesName(figures: PlacedFigures, at: number): string {
  const place = placeOf(figures, at, figures.headingRow, figures.headingRow)
  return `<c:tx>${strings(place, [figures.table.columns[at]!.label])}</c:tx>`
}

function strings(place: string, texts: readonly string[]): string {
  const points = texts.map((text, index) => `<c:pt idx="${index}"><c:v>${xmlText(text)}</c:v></c:pt>`)
  return `<c:strRef><c:f>${place}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points.join('')}</c:strCache></c:strRef>`
}

/** `'Sheet'!$B$3:$B$9`; names of sheets have no apostrophe. */
function placeOf({ sheet }: PlacedFigures, at: number, from: number, to: number): string {
  const letter = columnLetter(at)
  const cells = from === to ? `$${letter}$${from}` : `$${letter}$${from}:$${letter}$${to}`
  return xmlText(`'${sheet}'!${cells}`)
}

/** The letters of a column, from 0: A, B … Z, AA. */
export function columnLetter(at: number): string {
  const rest = String.fromCharCode(65 + (at % 26))
  return at < 26 ? rest : columnLetter(Math.floor(at / 26) - 1) + rest
}

/** One run of text in a chart; `size` in hundredths of a point, `manner` more attributes of its run. */
export function richText(text: string, lang: Lang, size: number, manner = ''): string {
  const short = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`
  const run = `<a:r><a:rPr lang="${languages[lang].spellingTag}" sz="${size}"${manner}>${fillOf(colors.ink)}</a:rPr><a:t>${xmlText(short)}</a:t></a:r>`
  return `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"${manner}/></a:pPr>${run}</a:p></c:rich></c:tx>`
}

/** The title of a chart or an axis, beside what it names and not over it. */
export function titled(text: string, lang: Lang, size: number, manner = ''): string {
  return `<c:title>${richText(text, lang, size, manner)}<c:overlay val="0"/></c:title>`
}

/** Size and colour of an element's words. */
export function wordsOf(size: number, color: string): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${fillOf(color)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`
}

/** A ground of one colour, RRGGBB. */
export function fillOf(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`
}

/** A line of a chart, its width in points. */
export function lineOf(color: string, width: number, dash = ''): string {
  return `<a:ln w="${Math.round(width * 12_700)}" cap="rnd">${fillOf(color)}${dash === '' ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`
}

/** The format of the figures along an axis: amounts without their decimals where they are large. */
export function axisFormat(column: Pick<Column, 'kind' | 'currency'>, largest: number, lang: Lang): string {
  const format = numberFormat(column, lang)
  return largest >= 10 || column.kind === 'percent' || column.kind === 'bar' ? format.replace(/\.0+/g, '') : format
}
