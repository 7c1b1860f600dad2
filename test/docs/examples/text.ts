import { dateOf } from '../../../src/core/values/business-date.js'
import type { Lang } from '../../../src/core/values/lang.js'
import { formatMinor } from '../../../src/core/values/money.js'
import { displayWidth } from '../../../src/render/text-width.js'

/** Worked examples by name: the lines the program's own functions work out, in a reader's language. */
export type Examples = Readonly<Record<string, (lang: Lang) => readonly string[]>>

export const percent = (share: number, decimals = 2) => `${(share * 100).toFixed(decimals)} %`

/** Minor units of US dollars. */
export const money = (minor: number) => formatMinor(minor, 'USD')

/** What a figure is called, and the figure. */
export const labelled = (label: string, text: string, lang: Lang) => `${label}${lang === 'zh' ? '：' : ': '}${text}`

/** A day, or a blank where there is none. */
export const date = (day: number | null) => (day === null ? '-' : dateOf(day))

/** Cells under each other, as wide as they look; a column whose last cell is a figure, or none, stands to the right. */
export function aligned(rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = rows.map((row) => row.map(String))
  const last = cells.at(-1) ?? []
  const widths = last.map((_, at) => Math.max(...cells.map((row) => displayWidth(row[at]!))))
  const isFigure = last.map((cell) => /^[-+·]?([$£]?\d[\d,.]*( %| pp)?( \(.*\))?)?$/.test(cell))
  const padded = (cell: string, at: number) => {
    const blanks = ' '.repeat(widths[at]! - displayWidth(cell))
    return isFigure[at] ? blanks + cell : cell + blanks
  }
  return cells.map((row) => row.map(padded).join('  ').trimEnd())
}
