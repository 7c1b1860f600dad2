import { scaleBand, scaleQuantize } from 'd3-scale'
import type { HeatCell, HeatChart } from '../../core/report/chart.js'
import { formatCompact } from '../compact.js'
import { wrap } from '../text-width.js'
import { formatValue } from '../value.js'
import type { ChartPage, Drawing } from './page.js'
import { element, LINE, label, widest } from './svg.js'

/** Shades of a field, from none to the darkest. */
export const SHADES = [0, 1, 2, 3, 4, 5, 6] as const

/** A column's head takes at least what its figures take, and no more than this for its own sake. */
const WIDEST_HEAD = 64
const WIDEST_FIELD = 132
const MOST_LABEL_LINES = 2

/** How the fields stand: as many columns beside each other as have room, the others below. */
interface Layout {
  readonly head: number
  readonly field: number
  readonly fieldHeight: number
  readonly columnsBeside: number
  figure(value: number): string
}

/** A grid of fields, each with its figure; more columns than have room stand in grids below. */
export const heat: Drawing<HeatChart> = {
  draw(chart, page) {
    if (chart.columns.length === 0 || !chart.cells.flat().some(({ value }) => value !== null && value !== 0))
      return null
    const layout = layoutOf(chart, page)
    const axes = axesOf(chart, page)
    let y = axes.height
    const parts = [axes.body]
    for (let from = 0; from < chart.columns.length; from += layout.columnsBeside) {
      const grid = gridOf(chart, from, layout, y)
      parts.push(grid.body)
      y += grid.height
    }
    return { body: parts.join(''), height: y }
  },
}

/** What runs down and what runs across, on one line or two. */
function axesOf({ xLabel, yLabel }: HeatChart, { width }: ChartPage) {
  const [down, across] = [`↓ ${yLabel}`, `→ ${xLabel}`]
  const behind = widest([down]) + 20
  const isOneLine = behind + widest([across]) <= width
  const place = isOneLine ? { x: behind, y: LINE - 4 } : { x: 0, y: 2 * LINE - 4 }
  const body = [
    label(down, { x: 0, y: LINE - 4, room: width, kind: 'soft' }),
    label(across, { ...place, room: width, kind: 'soft' }),
  ]
  return { body: body.join(''), height: isOneLine ? LINE + 2 : 2 * LINE + 2 }
}

function layoutOf({ columns, rows, cells, measure }: HeatChart, { width, lang }: ChartPage): Layout {
  const values = cells.flat().flatMap(({ value }) => value ?? [])
  const head = Math.min(widest(rows) + 10, width * 0.34)
  const whole = (value: number) => formatValue(value, measure, lang)
  const short = (value: number) => formatCompact(value, measure, lang)
  const least = (figure: (value: number) => string) =>
    Math.max(widest(values.map(figure)), Math.min(widest(columns), WIDEST_HEAD)) + 7
  const figure = head + least(whole) * columns.length <= width ? whole : short
  const most = Math.max(1, Math.floor((width - head) / least(figure)))
  const grids = Math.ceil(columns.length / most)
  const columnsBeside = Math.ceil(columns.length / grids)
  const field = Math.min(WIDEST_FIELD, (width - head) / columnsBeside)
  const lines = Math.max(0, ...cells.flat().map((cell) => labelLines(cell, field).length))
  return { head, field, columnsBeside, figure, fieldHeight: 12 + LINE + lines * (LINE - 2) }
}

/** The word of a field on the lines it takes; none where it would have to be cut. */
function labelLines({ label: word, value }: HeatCell, field: number): readonly string[] {
  if (word === undefined || value === null || value === 0) return []
  const room = field - 6
  // Lines are broken by cells, which are narrower than the widest letters.
  for (let cells = word.length * 2; cells > 2; cells--) {
    const lines = wrap(word, cells)
    if (lines.length > MOST_LABEL_LINES) return []
    if (widest(lines) <= room) return lines
  }
  return []
}

function gridOf(chart: HeatChart, from: number, layout: Layout, top: number) {
  const columns = chart.columns.slice(from, from + layout.columnsBeside)
  const hasValue = (row: number) =>
    chart.cells[row]!.slice(from, from + columns.length).some(({ value }) => value !== null)
  const rows = chart.rows.map((_, row) => row).filter(hasValue)
  const x = scaleBand<number>()
    .domain(columns.keys())
    .range([layout.head, layout.head + layout.field * columns.length])
  const y = scaleBand<number>()
    .domain(rows)
    .range([top + LINE + 4, top + LINE + 4 + layout.fieldHeight * rows.length])
  const middle = x.bandwidth() / 2
  const heads = columns.map((text, at) =>
    label(text, { x: x(at)! + middle, y: top + LINE - 2, anchor: 'middle', room: layout.field - 4, kind: 'soft' }),
  )
  const shade = shadeOf(chart)
  const lines = rows.flatMap((row) => [
    label(chart.rows[row]!, {
      x: layout.head - 8,
      y: y(row)! + y.bandwidth() / 2 + 4,
      anchor: 'end',
      room: layout.head - 8,
    }),
    ...columns.map((_, at) => field(chart.cells[row]![from + at]!, { x: x(at)!, y: y(row)! }, layout, shade)),
  ])
  return { body: [...heads, ...lines].join(''), height: LINE + 4 + layout.fieldHeight * rows.length + 10 }
}

function field(
  cell: HeatCell,
  { x, y }: { x: number; y: number },
  layout: Layout,
  shade: (value: number) => number,
): string {
  if (cell.value === null) return ''
  const words = labelLines(cell, layout.field)
  const middle = x + layout.field / 2
  const height = LINE + words.length * (LINE - 2)
  const base = y + (layout.fieldHeight - height) / 2 + LINE - 4
  const box = { x: x + 1, y: y + 1, width: layout.field - 2, height: layout.fieldHeight - 2, rx: 3 }
  const figure = layout.figure(cell.value)
  return element(
    'g',
    { class: `h${shade(cell.value)}` },
    [
      element('rect', box),
      label(figure, { x: middle, y: base, anchor: 'middle', ...(words.length > 0 ? { kind: 'strong' } : {}) }),
      ...words.map((word, at) => label(word, { x: middle, y: base + (at + 1) * (LINE - 2), anchor: 'middle' })),
    ].join(''),
  )
}

/** The shade of a value: none for nothing (and less), else by its part of the most. */
function shadeOf({ cells, most }: HeatChart): (value: number) => number {
  const largest = most ?? Math.max(...cells.flat().map(({ value }) => value ?? 0))
  const scale = scaleQuantize<number>([0, Math.max(largest, Number.MIN_VALUE)], SHADES.slice(1))
  return (value) => (value > 0 ? scale(value) : SHADES[0])
}
