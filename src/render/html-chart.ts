import type { Chart } from '../core/report/chart.js'
import type { Lang } from '../core/values/lang.js'
import { chartSvg } from './charts/index.js'
import { escapeHtml } from './escape.js'
import { tableHtml } from './html-table.js'

/** Widths of the two drawings of a chart: a page of paper or a screen shows the one, a phone the other. */
const WIDE = 720
const NARROW = 330

/** A chart as a figure: what it shows, the drawing twice, and its table to open where the report has it nowhere else; '' where there is nothing to see. */
export function figureHtml(chart: Chart, id: string, lang: Lang, hasTable: boolean): string {
  const wide = chartSvg(chart, { lang, width: WIDE, id: `${id}w` })
  if (wide === '') return ''
  const narrow = chartSvg(chart, { lang, width: NARROW, id: `${id}n` })
  const { table } = chart
  const details = `<details><summary id="${id}-title">${escapeHtml(table.title)}</summary>${[...tableHtml(table, `${id}-title`, lang)].join('')}</details>`
  return `<figure class="chart"><figcaption>${escapeHtml(chart.title)}</figcaption><div class="wide">${wide}</div><div class="narrow">${narrow}</div>${hasTable ? '' : details}</figure>`
}
