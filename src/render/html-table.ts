import { type Column, columnFor, type Table, type TableRow } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { escapeHtml } from './escape.js'
import { displayWidth } from './text-width.js'
import { finiteNumber, formatPercent, formatValue, groupDigits, holdsShares, isNumeric } from './value.js'
import { renderWords } from './words.js'

/** A table as HTML in a region that scrolls on its own, named by the element `titleId`; or why it has no rows; and what was left out. */
export function tableHtml(table: Table, titleId: string, lang: Lang): string {
  const words = renderWords(lang)
  const more = table.omitted > 0 ? `<p class="more">${words.leftOut(groupDigits(table.omitted))}</p>` : ''
  const body =
    table.rows.length === 0
      ? `<p class="more">${escapeHtml(table.reason ?? words.none)}</p>`
      : scroller(table, titleId, lang)
  return body + more
}

function scroller(table: Table, titleId: string, lang: Lang): string {
  const barred = new Set(table.columns.filter((column) => hasBars(column, table.rows)))
  const extra = new Set(extraColumns(table))
  const mark = (column: Column) => (extra.has(column) ? ' extra' : '')
  const head = table.columns.map(
    (column) => `<th scope="col" class="${column.kind}${mark(column)}">${escapeHtml(column.label)}</th>`,
  )
  const rows = table.rows.map((row) => {
    return `<tr>${table.columns.map((column) => cell(row, column, { isBarred: barred.has(column), mark: mark(column) }, lang)).join('')}</tr>`
  })
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${titleId}"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>${onPaper([...extra], lang)}`
}

/** A sheet of paper is no wider for more columns than this: the lesser ones stay on the screen. */
const MOST_ON_PAPER = 14

function extraColumns({ columns }: Table): readonly Column[] {
  return columns.length > MOST_ON_PAPER ? columns.filter(({ wide }) => wide === true) : []
}

/** What the paper leaves out, said on paper only. */
function onPaper(extra: readonly Column[], lang: Lang): string {
  if (extra.length === 0) return ''
  const { hidden, list } = renderWords(lang)
  return `<p class="more on-paper">${escapeHtml(hidden(extra.map(({ label }) => label).join(list)))}</p>`
}

function hasBars({ key, kind }: Column, rows: readonly TableRow[]): boolean {
  return (kind === 'bar' || kind === 'percent') && holdsShares(rows.map((row) => row[key]))
}

/** How a column's cells are drawn: with bars, and marked where paper has no room for them. */
interface Manner {
  readonly isBarred: boolean
  readonly mark: string
}

function cell(row: TableRow, column: Column, { isBarred, mark }: Manner, lang: Lang): string {
  const value = row[column.key]
  const text = escapeHtml(formatValue(value, columnFor(column, row), lang))
  const share = isBarred ? finiteNumber(value) : null
  if (share !== null) return `<td class="${column.kind}${mark}">${bar(share)}<span class="share">${text}</span></td>`
  if (column.kind === 'tier') return `<td class="tier${mark}">${tierBadge(text)}</td>`
  return `<td class="${column.kind}${manner(column, value, text)}${mark}">${text}</td>`
}

/** Texts from here on get a wide cell: a sentence in a narrow one makes its whole row tall. */
const sentenceLength = 28

function manner({ kind }: Column, value: TableRow[string] | undefined, text: string): string {
  if (isNumeric(kind) && isNegative(value)) return ' negative'
  return kind === 'text' && displayWidth(text) >= sentenceLength ? ' sentence' : ''
}

function bar(share: number): string {
  return `<span class="track" aria-hidden="true"><i style="width:${formatPercent(share)}"></i></span>`
}

function tierBadge(text: string): string {
  return text === '' ? '' : `<b class="badge${/^[ABCU]$/.test(text) ? ` tier-${text}` : ''}">${text}</b>`
}

/** Whether a cell or fact holds a number below zero. */
export function isNegative(value: TableRow[string] | undefined): boolean {
  return typeof value === 'number' && value < 0
}
