import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { area, line as path } from 'd3-shape'
import type { ChartPoint, CurveChart } from '../../core/report/chart.js'
import { forTerminal } from '../../core/values/text.js'
import { formatCompact } from '../compact.js'
import { type Drawing, isRoomy } from './page.js'
import { element, LINE, label, labelWithin, line, textWidth } from './svg.js'

const MARGIN = { top: LINE + 10, right: 10, bottom: 2 * LINE + 8, left: 42 }

/** Scales and edges of the drawing. */
interface Frame {
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
  readonly left: number
  readonly right: number
  readonly foot: number
}

/** The area under the curve in stretches, cut where a tier ends, with what the cut tells beside it. */
export const curve: Drawing<CurveChart> = {
  draw(chart, page) {
    if (chart.points.length < 2) return null
    const [left, right] = [MARGIN.left, page.width - MARGIN.right]
    const height = isRoomy(page) ? 300 : 240
    const foot = MARGIN.top + height
    const x = scaleLinear([0, 1], [left, right])
    const y = scaleLinear([0, 1], [foot, MARGIN.top])
    const frame: Frame = { x, y, left, right, foot }
    const every = isRoomy(page) ? 0.2 : 0.5
    const body = [
      ...grid(frame),
      ...stretches(chart, frame),
      element('path', {
        class: 'curve',
        d:
          path<ChartPoint>(
            ({ x: at }) => x(at),
            ({ y: at }) => y(at),
          ).digits(1)(chart.points) ?? '',
      }),
      ...cuts(chart, frame),
      ...scale(every, frame),
      label(chart.yLabel, { x: 0, y: LINE - 3, room: page.width, kind: 'soft' }),
      labelWithin(chart.xLabel, { x: (left + right) / 2, y: foot + 2 * LINE + 4, kind: 'soft' }, [0, page.width]),
    ]
    return { body: body.join(''), height: foot + MARGIN.bottom }
  },
}

function shares(step: number): number[] {
  return Array.from({ length: Math.round(1 / step) + 1 }, (_, at) => at * step)
}

function percent(share: number): string {
  return formatCompact(share, { kind: 'percent' }, 'en')
}

function grid({ y, left, right }: Frame): string[] {
  return shares(0.2).flatMap((share) => [
    line(share === 0 ? 'axis' : 'grid', [left, y(share)], [right, y(share)]),
    label(percent(share), { x: left - 6, y: y(share) + 4, anchor: 'end', kind: 'soft' }),
  ])
}

function scale(step: number, { x, foot, left, right }: Frame): string[] {
  return shares(step).map((share) =>
    labelWithin(percent(share), { x: x(share), y: foot + LINE + 2, kind: 'soft' }, [left - 14, right + MARGIN.right]),
  )
}

/** The area of each tier, with its letter at the foot. */
function stretches({ points, stretches: all }: CurveChart, { x, y, foot }: Frame): string[] {
  const shape = area<ChartPoint>(
    ({ x: at }) => x(at),
    foot,
    ({ y: at }) => y(at),
  ).digits(1)
  let from = 0
  return all.flatMap(({ tier, until }) => {
    const start = from
    from = Math.max(start, until)
    if (from <= start) return []
    const inside = points.filter((point) => point.x > start && point.x < until)
    const d = shape([pointAt(points, start), ...inside, pointAt(points, until)]) ?? ''
    const isRoom = x(until) - x(start) > textWidth(tier) + 6
    const letter = { x: (x(start) + x(until)) / 2, y: foot - 8, anchor: 'middle', kind: 'strong' } as const
    return [element('path', { class: `tier-${tier}`, d }), isRoom ? label(tier, letter) : '']
  })
}

/** Where each stretch but the last ends: a line, a point, and what is told of it, under the curve, one over the other. */
function cuts({ points, stretches: all }: CurveChart, { x, y, right, foot }: Frame): string[] {
  const ends = all.filter(({ until }) => until > 0 && until < 1)
  let above = Number.NEGATIVE_INFINITY
  return ends.reverse().flatMap(({ until, told }) => {
    const { y: share } = pointAt(points, until)
    const behind = x(until) + 8
    const isRoom = told !== undefined && behind + textWidth(forTerminal(told)) <= right
    const text = isRoom ? told : `${percent(until)} → ${percent(share)}`
    const begin = Math.min(behind, right - textWidth(text))
    // A text moved to the left must still stand under the curve.
    const under = y(pointAt(points, Math.min(until, x.invert(begin))).y) + LINE + 2
    above = Math.min(Math.max(under, above + LINE + 1), foot - LINE - 10)
    return [
      line('cut', [x(until), y(1)], [x(until), foot]),
      element('circle', { class: 'dot', cx: x(until), cy: y(share), r: 4 }),
      label(text, { x: begin, y: above, kind: 'halo' }),
    ]
  })
}

/** The point of the curve at a place of the horizontal axis, straight between two points. */
function pointAt(points: readonly ChartPoint[], x: number): ChartPoint {
  const next = points.findIndex((point) => point.x >= x)
  if (next <= 0) return { x, y: points.at(next)?.y ?? 0 }
  const [before, after] = [points[next - 1]!, points[next]!]
  return { x, y: before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x) }
}
