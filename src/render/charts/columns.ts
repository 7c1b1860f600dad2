import { scaleBand, scaleLinear } from 'd3-scale'
import { stack, stackOffsetDiverging } from 'd3-shape'
import type { ColumnsChart } from '../../core/report/chart.js'
import { formatBare, formatCompact } from '../compact.js'
import { fillDefinitions, fillOf } from './fills.js'
import { type ChartPage, type Drawing, isRoomy } from './page.js'
import { element, LINE, label, labelWithin, line, textWidth, widest } from './svg.js'

const WIDEST_COLUMN = 52
const WIDEST_NAME = 160
/** Room a name takes beside its sample of the fill. */
const SAMPLE = 18

/** A part of one column, from one value to another. */
interface Piece {
  readonly part: number
  readonly column: number
  readonly from: number
  readonly to: number
}

/** Where columns and values stand. */
interface Frame {
  readonly page: ChartPage
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
  readonly step: number
  x(column: number): number
  y(value: number): number
}

/** Columns stacked of parts, their totals over them; the parts are named beside the last column, or above where there is no room. */
export const columns: Drawing<ColumnsChart> = {
  draw(chart, page) {
    if (!chart.parts.some(({ values }) => values.some((value) => value !== 0))) return null
    const pieces = piecesOf(chart)
    const scale = scaleLinear(extent(pieces), [0, 1]).nice(4)
    const ticks = scale.ticks(4).map((value) => ({ value, text: formatCompact(value, chart.measure, page.lang) }))
    const names =
      page.width -
      (isRoomy(page) ? Math.min(widest(chart.parts.map((part) => part.label)), WIDEST_NAME) + SAMPLE + 12 : 0)
    const above = isRoomy(page) ? { body: '', height: 0 } : namesAbove(chart, page)
    const top = LINE + 4 + above.height + LINE
    const foot = top + (isRoomy(page) ? 240 : 200)
    const left = widest(ticks.map(({ text }) => text)) + 8
    const band = scaleBand<number>().domain(chart.columns.keys()).range([left, names])
    const heights = scaleLinear(scale.domain(), [foot, top])
    const frame: Frame = {
      ...{ page, left, right: names, top, foot, step: band.step() },
      x: (column) => band(column)! + band.bandwidth() / 2,
      y: (value) => heights(value),
    }
    const body = [
      fillDefinitions(page.id, chart.parts.length),
      label(chart.yLabel, { x: 0, y: LINE - 4, room: page.width, kind: 'soft' }),
      above.body,
      ...ticks.flatMap(({ value, text }) => [
        line('grid', [left, frame.y(value)], [names, frame.y(value)]),
        label(text, { x: left - 6, y: frame.y(value) + 4, anchor: 'end', kind: 'soft' }),
      ]),
      ...pieces.map((piece) => column(piece, frame)),
      line('axis', [left, frame.y(0)], [names, frame.y(0)]),
      ...totals(chart, pieces, frame),
      ...heads(chart.columns, frame),
      ...(isRoomy(page) ? namesBeside(chart, pieces, frame) : []),
    ]
    return { body: body.join(''), height: foot + LINE + 8 }
  },
}

function piecesOf({ columns: heads, parts }: ColumnsChart): Piece[] {
  const layers = stack<number, number>()
    .keys(parts.keys())
    .value((at, part) => parts[part]!.values[at] ?? 0)
    .offset(stackOffsetDiverging)([...heads.keys()])
  return layers.flatMap((layer, part) => layer.map(([from, to], at) => ({ part, column: at, from, to })))
}

function extent(pieces: readonly Piece[]): [number, number] {
  const ends = pieces.flatMap(({ from, to }) => [from, to])
  return [Math.min(0, ...ends), Math.max(0, ...ends)]
}

function column({ part, column: at, from, to }: Piece, { x, y, step, page }: Frame): string {
  const width = Math.max(2, Math.min(step * 0.76, WIDEST_COLUMN))
  const [high, low] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))]
  if (low - high < 0.05) return ''
  return element('rect', {
    class: 'part',
    fill: fillOf(part, page.id),
    x: x(at) - width / 2,
    y: high,
    width,
    height: low - high,
  })
}

/** What each column comes to, over it: with the sign of its currency, or without; where not even that has room only the last and the largest are told. */
function totals(chart: ColumnsChart, pieces: readonly Piece[], { page, x, y, step, left, right }: Frame): string[] {
  const sums = chart.columns.map((_, at) => chart.parts.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const written = [formatCompact, formatBare].map((write) => sums.map((sum) => write(sum, chart.measure, page.lang)))
  const fit = written.find((texts) => widest(texts) <= step - 2)
  const texts = fit ?? written[0]!
  const top = (at: number) => Math.max(0, ...pieces.filter((piece) => piece.column === at).map(({ to }) => to))
  const largest = sums.indexOf(Math.max(...sums))
  const last = sums.length - 1
  const isClear = (last - largest) * step > textWidth(texts[last]!) + textWidth(texts[largest]!)
  return sums.flatMap((_, at) => {
    if (fit === undefined && at !== largest && !(at === last && isClear)) return []
    // A text wider than its column stands over its neighbours too.
    const covered = Math.ceil(textWidth(texts[at]!) / step)
    const highest = Math.max(...sums.map((_, other) => (Math.abs(other - at) < covered ? top(other) : 0)))
    return labelWithin(texts[at]!, { x: x(at), y: y(highest) - 5 }, [
      left,
      Math.max(right, left + textWidth(texts[at]!)),
    ])
  })
}

/** As many heads as have room, from the last to the left. */
function heads(all: readonly string[], { x, foot, page }: Frame): string[] {
  const room = Math.min(widest(all), page.width / 2)
  let free = page.width
  return all.flatMap((_, back) => {
    const at = all.length - 1 - back
    const middle = back === 0 ? Math.min(x(at), page.width - room / 2) : x(at)
    if (middle - room / 2 < 0 || middle + room / 2 > free) return []
    free = middle - room / 2 - 8
    return label(all[at]!, { x: middle, y: foot + LINE + 2, anchor: 'middle', room, kind: 'soft' })
  })
}

/** The parts' names at the height of the last column's parts, kept apart. */
function namesBeside(
  { parts, columns: heads }: ColumnsChart,
  pieces: readonly Piece[],
  { right, top, foot, y, page }: Frame,
): string[] {
  const last = pieces.filter((piece) => piece.column === heads.length - 1)
  const wanted = last.map(({ part, from, to }) => ({ part, at: (y(from) + y(to)) / 2 + 4 })).sort((a, b) => b.at - a.at)
  let below = foot + LINE
  return wanted.flatMap(({ part, at }, place) => {
    const least = top + (wanted.length - 1 - place) * LINE
    below = Math.max(least, Math.min(at, below - LINE))
    return sample(parts[part]!.label, part, { x: right + 10, y: below }, page.width - right - 10 - SAMPLE, page.id)
  })
}

function namesAbove({ parts }: ColumnsChart, page: ChartPage) {
  let [x, y] = [0, 2 * LINE]
  const body = parts.flatMap((part, at) => {
    const width = Math.min(widest([part.label]), page.width - SAMPLE) + SAMPLE
    if (x > 0 && x + width > page.width) [x, y] = [0, y + LINE]
    const place = { x, y }
    x += width + 14
    return sample(part.label, at, place, width - SAMPLE, page.id)
  })
  return { body: body.join(''), height: y - LINE + 2 }
}

/** A sample of a fill with its name. */
function sample(text: string, part: number, { x, y }: { x: number; y: number }, room: number, id: string): string[] {
  const box = element('rect', { class: 'part', fill: fillOf(part, id), x, y: y - 10, width: 12, height: 12 })
  return [box, label(text, { x: x + SAMPLE, y, room })]
}
