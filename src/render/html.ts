import { type Fact, type Report, readingOrder } from '../core/report/model.js'
import { type Column, columnFor, type Table, type TableRow } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { headingOf } from './heading.js'
import { stylesheet } from './html-style.js'
import { displayWidth } from './text-width.js'
import { finiteNumber, formatFact, formatPercent, formatValue, groupDigits, holdsShares, isNumeric } from './value.js'
import { renderWords } from './words.js'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The report as one HTML page that needs nothing from outside: no scripts, light and dark, fit for a phone and for paper. */
export function renderHtml(report: Report, lang: Lang): string {
  return `<!doctype html>
<html lang="${renderWords(lang).htmlLang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(report.title)} · ${escapeHtml(report.asOf)}</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
${[header(report, lang), facts(report.facts, lang), contents(readingOrder(report.tables), lang), ...sections(report, lang)].filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`
}

/** Text as HTML text or attribute value: markup escaped, characters that hide or turn text around made visible. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']|[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g,
    (char) => {
      return entities[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
    },
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function header(report: Report, lang: Lang): string {
  const parts = headingOf(report, lang).map((part) => `<span>${escapeHtml(part)}</span>`)
  return `<header><h1>${escapeHtml(report.title)}</h1><p class="covers">${parts.join('')}</p></header>`
}

function facts(all: readonly Fact[], lang: Lang): string {
  if (all.length === 0) return ''
  const cards = all.map((fact) => {
    const negative = isNegative(fact.value) ? ' class="negative"' : ''
    return `<div><dt>${escapeHtml(fact.label)}</dt><dd${negative}>${escapeHtml(formatFact(fact, lang))}</dd></div>`
  })
  return `<dl class="facts">${cards.join('')}</dl>`
}

function contents(tables: readonly Table[], lang: Lang): string {
  if (tables.length < 3) return ''
  const links = tables.map(({ title }, index) => `<a href="#t${index + 1}">${escapeHtml(title)}</a>`)
  return `<nav aria-label="${renderWords(lang).contents}">${links.join('')}</nav>`
}

function sections(report: Report, lang: Lang): string[] {
  const notes = report.notes.map((note) => `<li>${escapeHtml(note)}</li>`)
  const heading = `<h2>${renderWords(lang).notes}</h2>`
  return [
    ...readingOrder(report.tables).map((table, index) => section(table, `t${index + 1}`, lang)),
    notes.length === 0 ? '' : `<section class="notes">${heading}<ul>${notes.join('')}</ul></section>`,
  ]
}

function section(table: Table, id: string, lang: Lang): string {
  const words = renderWords(lang)
  const more = table.omitted > 0 ? `<p class="more">${words.leftOut(groupDigits(table.omitted))}</p>` : ''
  const body =
    table.rows.length === 0
      ? `<p class="more">${escapeHtml(table.reason ?? words.none)}</p>`
      : scroller(table, id, lang)
  return `<section id="${id}"><h2 id="${id}-title">${escapeHtml(table.title)}</h2>${body}${more}</section>`
}

function scroller(table: Table, id: string, lang: Lang): string {
  const barred = new Set(table.columns.filter((column) => hasBars(column, table.rows)))
  const head = table.columns.map(({ kind, label }) => `<th scope="col" class="${kind}">${escapeHtml(label)}</th>`)
  const rows = table.rows.map((row) => {
    return `<tr>${table.columns.map((column) => cell(row, column, barred.has(column), lang)).join('')}</tr>`
  })
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`
}

function hasBars({ key, kind }: Column, rows: readonly TableRow[]): boolean {
  return (kind === 'bar' || kind === 'percent') && holdsShares(rows.map((row) => row[key]))
}

function cell(row: TableRow, column: Column, barred: boolean, lang: Lang): string {
  const value = row[column.key]
  const text = escapeHtml(formatValue(value, columnFor(column, row), lang))
  const share = barred ? finiteNumber(value) : null
  if (share !== null) return `<td class="${column.kind}">${bar(share)}${text}</td>`
  if (column.kind === 'tier') return `<td class="tier">${tierBadge(text)}</td>`
  return `<td class="${column.kind}${manner(column, value, text)}">${text}</td>`
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

function isNegative(value: TableRow[string] | undefined): boolean {
  return typeof value === 'number' && value < 0
}
