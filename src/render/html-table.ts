import { type Column, type ColumnKind, columnFor, type Table, type TableRow } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { escapeHtml } from './escape.js'
import { displayWidth } from './text-width.js'
import { finiteNumber, formatPercent, formatValue, groupDigits, holdsShares } from './value.js'
import { renderWords } from './words.js'

/** A table as HTML, row by row, in a region that scrolls on its own, named by the element `titleId`; or why it has no rows; and what was left out. */
export function* tableHtml(table: Table, titleId: string, lang: Lang): Generator<string> {
  const words = renderWords(lang)
  if (table.rows.length === 0) yield `<p class="more">${escapeHtml(table.reason ?? words.none)}</p>`
  else yield* scroller(table, titleId, lang)
  if (table.omitted > 0) yield `<p class="more">${words.leftOut(groupDigits(table.omitted))}</p>`
}

function* scroller(table: Table, titleId: string, lang: Lang): Generator<string> {
  const { columns, left } = columnsOnPage(table)
  const barred = new Set(columns.filter((column) => hasBars(column, table.rows)))
  const head = columns.map(({ kind, label }) => `<th scope="col" class="${kind}">${escapeHtml(label)}</th>`)
  yield `<div class="scroll" role="region" tabindex="0" aria-labelledby="${titleId}"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
`
  for (const row of table.rows)
    yield `<tr>${columns.map((column) => cell(row, column, barred.has(column), lang)).join('')}</tr>\n`
  yield `</tbody></table></div>${leftOff(left, lang)}`
}

/** A screen or a sheet of paper is no wider for more columns than this: the lesser ones are left to the workbook. */
const MOST_ON_PAGE = 14

/**
 * The columns a page shows, and those left off a table of very many. One that says the kind of another's cells only says what
 * these show, and a lesser one without a single value says nothing.
 */
function columnsOnPage({ columns: all, rows }: Table): Readonly<Record<'columns' | 'left', readonly Column[]>> {
  const isTold = ({ key }: Column) => all.some(({ kindIn }) => kindIn === key)
  const isEmpty = ({ key }: Column) => rows.every((row) => (row[key] ?? '') === '')
  const telling = all.filter((column) => column.wide !== true || !(isTold(column) || isEmpty(column)))
  if (telling.length === 0) return { columns: all, left: [] }
  if (all.length <= MOST_ON_PAGE) return { columns: telling, left: [] }
  const columns = telling.filter(({ wide }) => wide !== true)
  return columns.length === 0 ? { columns: telling, left: [] } : { columns, left: telling.filter(({ wide }) => wide) }
}

function leftOff(left: readonly Column[], lang: Lang): string {
  if (left.length === 0) return ''
  const { offPage, list } = renderWords(lang)
  return `<p class="more">${escapeHtml(offPage(left.map(({ label }) => label).join(list)))}</p>`
}

function hasBars({ key, kind }: Column, rows: readonly TableRow[]): boolean {
  return (kind === 'bar' || kind === 'percent') && holdsShares(rows.map((row) => row[key]))
}

function cell(row: TableRow, column: Column, isBarred: boolean, lang: Lang): string {
  const value = row[column.key]
  const own = columnFor(column, row)
  const text = escapeHtml(formatValue(value, own, lang))
  const share = isBarred ? finiteNumber(value) : null
  if (share !== null) return `<td class="${column.kind}">${bar(share)}<span class="share">${text}</span></td>`
  if (column.kind === 'tier') return `<td class="tier">${tierBadge(text)}</td>`
  return `<td class="${column.kind}${manner(own, value, text)}">${text}</td>`
}

/** Texts from here on get a wide cell: a sentence in a narrow one makes its whole row tall. */
const sentenceLength = 28

function manner({ kind, person, isWhole }: Column, value: TableRow[string] | undefined, text: string): string {
  if (isOwed(kind, value)) return ' negative'
  if (isWhole === true) return ' whole'
  // A name may be long too, but must not make its column wide.
  return kind === 'text' && person !== 'name' && displayWidth(text) >= sentenceLength ? ' sentence' : ''
}

function bar(share: number): string {
  return `<span class="track" aria-hidden="true"><i style="width:${formatPercent(share)}"></i></span>`
}

function tierBadge(text: string): string {
  return text === '' ? '' : `<b class="badge${/^[ABCU]$/.test(text) ? ` tier-${text}` : ''}">${text}</b>`
}

/** Whether a cell or fact holds an amount below zero. A change is in no colour: whether a fall is bad depends on what fell. */
export function isOwed(kind: ColumnKind, value: TableRow[string] | undefined): boolean {
  return kind === 'money' && typeof value === 'number' && value < 0
}
