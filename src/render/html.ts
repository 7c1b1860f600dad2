import type { Chart } from '../core/report/chart.js'
import { type Fact, type Report, readingOrder } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { languages } from '../core/values/languages.js'
import { escapeHtml } from './escape.js'
import { headingOf } from './heading.js'
import { figureHtml } from './html-chart.js'
import { stylesheet } from './html-style.js'
import { isOwed, tableHtml } from './html-table.js'
import { formatFact } from './value.js'
import { renderWords } from './words.js'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The report as one HTML page that needs nothing from outside: no scripts, light and dark, fit for a phone and for paper. */
export function renderHtml(report: Report, lang: Lang): string {
  return [...htmlPieces(report, lang)].join('')
}

/** The same in pieces, row by row. */
export function* htmlPieces(report: Report, lang: Lang): Generator<string> {
  const tables = readingOrder(report.tables)
  const before = [
    header(report, lang),
    actions(report.actions ?? [], lang),
    facts(report.facts, lang),
    contents(tables, lang),
    ...freeCharts(report, tables, lang),
  ]
  const after = notes(report.notes, lang)
  yield `<!doctype html>
<html lang="${languages[lang].pageTag}">
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
${before.filter((part) => part !== '').join('\n')}
`
  for (const section of sections(report, tables, lang)) {
    yield* section
    yield '\n'
  }
  yield `${after === '' ? '' : `${after}\n`}</main>
</body>
</html>
`
}

function header(report: Report, lang: Lang): string {
  const parts = headingOf(report, lang).map((part) => `<span>${escapeHtml(part)}</span>`)
  return `<header><h1>${escapeHtml(report.title)}</h1><p class="covers">${parts.join('')}</p></header>`
}

function actions(all: readonly string[], lang: Lang): string {
  if (all.length === 0) return ''
  const items = all.map((action) => `<li>${escapeHtml(action)}</li>`)
  return `<section class="actions"><h2>${renderWords(lang).actions}</h2><ol>${items.join('')}</ol></section>`
}

function facts(all: readonly Fact[], lang: Lang): string {
  if (all.length === 0) return ''
  const cards = all.map((fact) => {
    const negative = isOwed(fact.kind, fact.value) ? ' class="negative"' : ''
    return `<div><dt>${escapeHtml(fact.label)}</dt><dd${negative}>${escapeHtml(formatFact(fact, lang))}</dd></div>`
  })
  return `<dl class="facts">${cards.join('')}</dl>`
}

function contents(tables: readonly Table[], lang: Lang): string {
  if (tables.length < 3) return ''
  const links = tables.map(({ title }, index) => `<a href="#t${index + 1}">${escapeHtml(title)}</a>`)
  return `<nav aria-label="${renderWords(lang).contents}">${links.join('')}</nav>`
}

/** The charts whose figures no table of the report has: they stand before the tables, with the figures to open. */
function freeCharts({ charts = [] }: Report, tables: readonly Table[], lang: Lang): string[] {
  return charts.map((chart, at) =>
    placeOf(chart, tables) === null ? figureHtml(chart, `c${at + 1}`, lang, false) : '',
  )
}

/** Key of the table a chart stands with: that of its figures, else the one it belongs to; null where the report has neither. */
function placeOf({ table, beside }: Chart, tables: readonly Table[]): string | null {
  const keys = [table.key, beside].filter((key) => key !== undefined)
  return keys.find((key) => tables.some((each) => each.key === key)) ?? null
}

/** One section a table, with the charts that stand with it before it. */
function sections({ charts = [] }: Report, tables: readonly Table[], lang: Lang): Iterable<string>[] {
  return tables.map(function* (table, index) {
    const id = `t${index + 1}`
    const figures = charts.map((chart, at) =>
      placeOf(chart, tables) === table.key ? figureHtml(chart, `c${at + 1}`, lang, chart.table.key === table.key) : '',
    )
    const heading = `<h2 id="${id}-title">${escapeHtml(table.title)}</h2>`
    yield `<section id="${id}">${heading}${figures.join('')}`
    yield* tableHtml(table, `${id}-title`, lang)
    yield '</section>'
  })
}

function notes(all: readonly string[], lang: Lang): string {
  if (all.length === 0) return ''
  const items = all.map((note) => `<li>${escapeHtml(note)}</li>`)
  return `<section class="notes"><h2>${renderWords(lang).notes}</h2><ul>${items.join('')}</ul></section>`
}
