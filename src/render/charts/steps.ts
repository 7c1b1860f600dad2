import { scaleLinear } from 'd3-scale'
import type { StepsChart } from '../../core/report/chart.js'
import { formatValue } from '../value.js'
import { type ChartPage, type Drawing, isRoomy } from './page.js'
import { element, LINE, label, textWidth, widest } from './svg.js'

const BAR = 24
const BETWEEN = 20

/** Bars one under the other, each with its figure, joined so that the eye sees what is lost between them. */
export const steps: Drawing<StepsChart> = {
  draw({ steps: all, measure }, page) {
    const most = Math.max(0, ...all.map(({ value }) => value))
    if (most <= 0) return null
    const names = isRoomy(page) ? Math.min(widest(all.map((step) => step.label)) + 12, page.width * 0.3) : 0
    const told = all.map((step) => toldOf(step, measure, page))
    const room = Math.min(widest(told.map(({ figure, rest }) => figure + rest)) + 16, page.width * 0.5)
    const width = scaleLinear([0, most], [0, page.width - names - room])
    const head = isRoomy(page) ? 0 : LINE + 2
    const top = (at: number) => 2 + at * (head + BAR + BETWEEN) + head
    const body = all.map(({ label: name, value }, at) => {
      const [y, end] = [top(at), names + width(Math.max(0, value))]
      const next = all[at + 1]
      const { figure, rest } = told[at]!
      return [
        next === undefined || head > 0
          ? ''
          : falling([names, end, names + width(Math.max(0, next.value))], y + BAR, top(at + 1)),
        element('rect', { class: 'bar', x: names, y, width: value > 0 ? Math.max(1, end - names) : 0, height: BAR }),
        isRoomy(page)
          ? label(name, { x: names - 12, y: y + 16, anchor: 'end', room: names - 12 })
          : label(name, { x: 0, y: y - 6, room: page.width }),
        label(figure, { x: end + 7, y: y + 16, kind: 'strong' }),
        label(rest, {
          x: end + 7 + textWidth(figure) + 5,
          y: y + 16,
          room: page.width - end - 12 - textWidth(figure),
          kind: 'soft',
        }),
      ].join('')
    })
    return { body: body.join(''), height: top(all.length - 1) + BAR + 4 }
  },
}

function toldOf({ value, told }: StepsChart['steps'][number], measure: StepsChart['measure'], { lang }: ChartPage) {
  return { figure: formatValue(value, measure, lang), rest: told ?? '' }
}

/** The pale shape between a bar and the next. */
function falling([left, from, to]: readonly [number, number, number], high: number, low: number): string {
  return element('polygon', {
    class: 'fall',
    points: [
      [left, high],
      [from, high],
      [to, low],
      [left, low],
    ]
      .map((point) => point.map((at) => Math.round(at * 10) / 10).join(','))
      .join(' '),
  })
}
