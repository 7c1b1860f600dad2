import type { Chart } from '../../core/report/chart.js'
import { escapeHtml } from '../escape.js'
import { columns } from './columns.js'
import { curve } from './curve.js'
import { flow } from './flow.js'
import { heat } from './heat.js'
import type { ChartPage, Drawing } from './page.js'
import { spans } from './spans.js'
import { steps } from './steps.js'
import { element } from './svg.js'

/** How each kind of chart is drawn; a kind without a drawing does not compile. */
const drawings: { readonly [K in Chart['kind']]: Drawing<Extract<Chart, { kind: K }>> } = {
  curve,
  heat,
  columns,
  flow,
  steps,
  spans,
}

/** Letters may begin a little before their place; what stands over the edge would be cut. */
const EDGE = 2

/** The chart as an SVG image with its title and its text alternative; '' where there is nothing to see. */
export function chartSvg(chart: Chart, page: ChartPage): string {
  const picture = (drawings[chart.kind] as Drawing<Chart>).draw(chart, page)
  if (picture === null) return ''
  const [title, alt] = [`${page.id}-t`, `${page.id}-d`]
  const height = Math.ceil(picture.height)
  const told =
    element('title', { id: title }, escapeHtml(chart.title)) + element('desc', { id: alt }, escapeHtml(chart.alt))
  const across = page.width + 2 * EDGE
  const size = { viewBox: `${-EDGE} 0 ${across} ${height}`, width: across, height }
  return element(
    'svg',
    { role: 'img', ...size, 'aria-labelledby': title, 'aria-describedby': alt },
    told + picture.body,
  )
}
