import type { Report } from '../../src/core/report/model.js'
import type { Lang } from '../../src/core/values/lang.js'
import { chartSvg } from '../../src/render/charts/index.js'
import { element } from '../../src/render/charts/svg.js'
import { escapeHtml } from '../../src/render/escape.js'
import { headingOf } from '../../src/render/heading.js'
import { stylesheet } from '../../src/render/html-style.js'
import { isOwed } from '../../src/render/html-table.js'
import { wrap } from '../../src/render/text-width.js'
import { formatFact } from '../../src/render/value.js'

/*
 * The head of the HTML report as SVG: its title, its key figures as cards, two of its charts as the page draws them, in the
 * light colours of its stylesheet.
 */

const GAP = 10
const CARD = { columns: 4, height: 58 }
const CHART = { inside: 14, title: 19, lettersAcross: 46 }

/** Something drawn from (0, 0), and how tall it is. */
interface Drawn {
  readonly body: string
  readonly height: number
}

/** The head of the page, `width` units across, with the charts of these keys side by side. */
export function reportPicture(report: Report, charts: readonly string[], lang: Lang, width: number): Drawn {
  const head = [
    text('p-title', 0, 24, report.title),
    text('p-soft', 0, 46, headingOf(report, lang).join(lang === 'zh' ? ' · ' : ' · ')),
  ].join('')
  const cards = cardsOf(report, lang, width)
  const figures = chartsOf(report, charts, lang, width)
  const below = 60 + cards.height + GAP + 4
  return { body: head + at(0, 60, cards.body) + at(0, below, figures.body), height: below + figures.height }
}

function cardsOf({ facts }: Report, lang: Lang, width: number): Drawn {
  const across = (width - GAP * (CARD.columns - 1)) / CARD.columns
  const bodies = facts.map((fact, index) => {
    const [column, row] = [index % CARD.columns, Math.floor(index / CARD.columns)]
    const parts = [
      card(across, CARD.height),
      text('p-soft', 14, 22, fact.label),
      text(isOwed(fact.kind, fact.value) ? 'p-figure p-bad' : 'p-figure', 14, 46, formatFact(fact, lang)),
    ]
    return at(column * (across + GAP), row * (CARD.height + GAP), parts.join(''))
  })
  const rows = Math.ceil(facts.length / CARD.columns)
  return { body: bodies.join(''), height: rows * (CARD.height + GAP) - GAP }
}

function chartsOf({ charts = [] }: Report, keys: readonly string[], lang: Lang, width: number): Drawn {
  const across = (width - GAP * (keys.length - 1)) / keys.length
  const drawn = keys.map((key, index) => {
    const chart = charts.find((one) => one.key === key)
    if (chart === undefined) throw new Error(`the report has no chart ${key}`)
    const titles = wrap(chart.title, CHART.lettersAcross)
    // Room for two edges: see EDGE of the charts.
    const svg = chartSvg(chart, { lang, width: across - 2 * CHART.inside - 4, id: `c${index}` })
    return { titles, svg, tall: Number(/ height="(\d+)"/.exec(svg)?.[1]) }
  })
  const titleLines = Math.max(...drawn.map(({ titles }) => titles.length))
  const top = CHART.inside + titleLines * CHART.title + 8
  const height = top + Math.max(...drawn.map(({ tall }) => tall)) + 8
  const body = drawn.map(({ titles, svg }, index) => {
    const lines = titles.map((line, row) => text('p-head', CHART.inside, CHART.inside + 14 + row * CHART.title, line))
    const placed = svg.replace('<svg ', `<svg x="${CHART.inside}" y="${top}" `)
    return at(index * (across + GAP), 0, card(across, height) + lines.join('') + placed)
  })
  return { body: withColours(body.join('')), height }
}

function card(width: number, height: number): string {
  return element('rect', { class: 'p-card', width, height, rx: 10 })
}

function text(kind: string, x: number, y: number, said: string): string {
  return element('text', { class: kind, x, y }, escapeHtml(said))
}

function at(x: number, y: number, body: string): string {
  return element('g', { transform: `translate(${Math.round(x * 10) / 10} ${y})` }, body)
}

/** The light colours of the page by their names. */
const colours = new Map(
  [...stylesheet.split('@media')[0]!.matchAll(/(--[\w-]+): ([^;]+);/g)].map((found) => [found[1], found[2]!]),
)

function withColours(markup: string): string {
  return markup.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const colour = colours.get(name)
    if (colour === undefined) throw new Error(`the page has no colour ${name}`)
    return colour
  })
}

/** The rules of the page that draw charts. */
const chartRules = [...stylesheet.split('@media screen')[0]!.matchAll(/^(?:svg|\.h\d) .*$/gm)].map(([rules]) => rules)

/** How the head of the page looks. */
export const reportStyle = withColours(`
.p-card { fill: var(--card); stroke: var(--line); }
.p-title { font-size: 24px; font-weight: 700; } .p-head { font-size: 14.5px; font-weight: 600; }
.p-figure { font-size: 19px; font-weight: 600; } .p-soft { font-size: 13px; fill: var(--soft); } .p-bad { fill: var(--bad); }
${chartRules.join('\n')}`)
