import { scaleLinear } from 'd3-scale'
import type { SpansChart } from '../../core/report/chart.js'
import { formatCompact } from '../compact.js'
import { formatValue } from '../value.js'
import { type Drawing, isRoomy } from './page.js'
import { element, LINE, label, labelWithin, line, widest } from './svg.js'

const BAR = 14
/** Rooms of the figures before and behind a span. */
const APART = 6

/** A bar a row on one scale, from its first figure to its last. */
export const spans: Drawing<SpansChart> = {
  draw({ spans: all, xLabel, measure }, page) {
    const known = all.filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
    if (known.length === 0) return null
    const figure = (value: number) => formatValue(value, measure, page.lang)
    const names = isRoomy(page) ? Math.min(widest(known.map(nameOf)) + 24, page.width * 0.4) : 0
    const figures = widest(known.flatMap(({ from, to }) => [figure(from), figure(to)])) + APART + 2
    const [left, right] = [names + figures, page.width - figures]
    const ends = known.flatMap(({ from, to }) => [from, to])
    const scale = scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [left, right]).nice(4)
    const pitch = isRoomy(page) ? BAR + 12 : BAR + LINE + 12
    const top = 6 + (isRoomy(page) ? 0 : LINE)
    const foot = top + (known.length - 1) * pitch + BAR + 8
    const body = [
      ...scale
        .ticks(isRoomy(page) ? 8 : 4)
        .flatMap((value) => [
          line('grid', [scale(value), 4], [scale(value), foot]),
          labelWithin(formatCompact(value, measure, page.lang), { x: scale(value), y: foot + LINE, kind: 'soft' }, [
            0,
            page.width,
          ]),
        ]),
      ...known.map((span, at) => {
        const y = top + at * pitch
        const [from, to] = [scale(Math.min(span.from, span.to)), scale(Math.max(span.from, span.to))]
        const name = isRoomy(page)
          ? named(span, { x: 0, y: y + 11, room: names - 14, isColumn: true })
          : named(span, { x: 0, y: y - 5, room: page.width, isColumn: false })
        return [
          ...name,
          element('rect', { class: 'bar', x: from, y, width: Math.max(3, to - from), height: BAR, rx: 3 }),
          label(figure(span.from), { x: from - APART, y: y + 11, anchor: 'end', kind: 'halo' }),
          label(figure(span.to), { x: Math.max(to, from + 3) + APART, y: y + 11, kind: 'halo' }),
        ].join('')
      }),
      labelWithin(xLabel, { x: (left + right) / 2, y: foot + 2 * LINE, kind: 'soft' }, [0, page.width]),
    ]
    return { body: body.join(''), height: foot + 2 * LINE + 6 }
  },
}

function nameOf({ label: name, told }: SpansChart['spans'][number]): string {
  return told === undefined ? name : `${name}  ${told}`
}

/** The name, and behind it what is told of it: at the end of its room where rows are to be read down, else right behind. */
function named(
  { label: name, told = '' }: SpansChart['spans'][number],
  { x, y, room, isColumn }: { x: number; y: number; room: number; isColumn: boolean },
): string[] {
  const behind = told === '' ? 0 : Math.min(widest([told]) + 10, room / 2)
  const taken = isColumn ? room - behind : Math.min(widest([name]), room - behind)
  const place = isColumn ? ({ x: x + room, anchor: 'end' } as const) : { x: x + taken + 10 }
  return [
    label(name, { x, y, room: room - behind }),
    label(told, { ...place, y, room: room - taken - (isColumn ? 0 : 10), kind: 'soft' }),
  ]
}
