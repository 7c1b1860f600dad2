import { scaleLinear } from 'd3-scale'
import { area, curveBumpX } from 'd3-shape'
import type { FlowChart } from '../../core/report/chart.js'
import { formatValue } from '../value.js'
import { renderWords } from '../words.js'
import { type ChartPage, type Drawing, isRoomy } from './page.js'
import { element, LINE, label, textWidth, widest } from './svg.js'

const BAR = 10
/** What all parts of a side are high together, and between two of them. */
const STACK = 300
const GAP = 6
/** Room above the stacks: for the two days, and for what the colours say. */
const TOP = 2 * LINE + 12
/** Ribbons at least this high have room for their figure. */
const FIGURE = 13

type Side = 'from' | 'to'

/** A part of a side: `y` is where its bar begins. */
interface Part {
  readonly at: number
  readonly name: string
  readonly total: number
  readonly y: number
  readonly height: number
  /** The room it takes, its name included. */
  readonly slot: number
}

/** Two stacks with ribbons between, as high as what went that way; who stayed is drawn pale. */
export const flow: Drawing<FlowChart> = {
  draw(chart, page) {
    const total = chart.flows.reduce((sum, { value }) => sum + value, 0)
    if (!(total > 0)) return null
    const scale = scaleLinear([0, total], [0, STACK])
    const [from, to] = [partsOf(chart, 'from', scale, page), partsOf(chart, 'to', scale, page)]
    const names = Math.min(
      widest([...chart.from, ...chart.to].map((name) => named(name, total, chart, page))) + 8,
      page.width * 0.32,
    )
    const edges = { from: names, to: page.width - names - BAR }
    const height = Math.max(...[from, to].map((parts) => parts.reduce((sum, { slot }) => sum + slot + GAP, TOP)))
    const body = [
      label(chart.fromLabel, { x: 0, y: LINE - 4, room: page.width / 2 - 8, kind: 'soft' }),
      label(chart.toLabel, { x: page.width, y: LINE - 4, anchor: 'end', room: page.width / 2 - 8, kind: 'soft' }),
      ...legend(page),
      ...ribbons(chart, { from, to }, edges, page),
      ...[...from.map((part) => bar(part, edges.from)), ...to.map((part) => bar(part, edges.to))],
      ...from.flatMap((part) => nameOf(part, { x: edges.from - 6, anchor: 'end', room: names - 6 }, chart, page)),
      ...to.flatMap((part) => nameOf(part, { x: edges.to + BAR + 6, anchor: 'start', room: names - 6 }, chart, page)),
    ]
    return { body: body.join(''), height }
  },
}

/** What pale and full ribbons say, in the middle. */
function legend({ width, lang }: ChartPage): string[] {
  const { stayed, moved } = renderWords(lang)
  const sample = 18
  const gap = 16
  const [one, two] = [textWidth(stayed), textWidth(moved)]
  const x = (width - one - two - 2 * sample - gap) / 2
  return [
    ...[
      { kind: 'stay', x },
      { kind: 'move', x: x + sample + one + gap },
    ].map((box) => element('rect', { class: box.kind, x: box.x, y: 2 * LINE - 13, width: 13, height: 11 })),
    label(stayed, { x: x + sample, y: 2 * LINE - 3, kind: 'soft' }),
    label(moved, { x: x + 2 * sample + one + gap, y: 2 * LINE - 3, kind: 'soft' }),
  ]
}

function named(name: string, total: number, { measure }: FlowChart, page: ChartPage): string {
  return isRoomy(page) ? `${name}  ${formatValue(total, measure, page.lang)}` : name
}

/** The parts of a side that have anything, from the top. */
function partsOf(chart: FlowChart, side: Side, height: (value: number) => number, page: ChartPage): Part[] {
  const least = isRoomy(page) ? LINE : 2 * LINE - 2
  let y = TOP
  return chart[side].flatMap((name, at): Part[] => {
    const total = chart.flows.filter((one) => one[side] === at).reduce((sum, { value }) => sum + value, 0)
    if (total <= 0) return []
    const slot = Math.max(height(total), least)
    const part = { at, name, total, y: y + (slot - height(total)) / 2, height: height(total), slot }
    y += slot + GAP
    return [part]
  })
}

function bar({ y, height }: Part, x: number): string {
  return element('rect', { class: 'node', x, y, width: BAR, height: Math.max(1, height) })
}

function nameOf(
  { name, total, y, height }: Part,
  place: { x: number; anchor: 'start' | 'end'; room: number },
  { measure }: FlowChart,
  page: ChartPage,
): string[] {
  const figure = formatValue(total, measure, page.lang)
  const middle = y + height / 2 + 4
  if (!isRoomy(page)) {
    return [label(name, { ...place, y: middle - 7 }), label(figure, { ...place, y: middle + 8, kind: 'strong' })]
  }
  // The figure stands next to its bar, the name outside.
  const taken = textWidth(figure) + 8
  const outside = place.anchor === 'end' ? place.x - taken : place.x + taken
  return [
    label(figure, { ...place, y: middle, kind: 'strong' }),
    label(name, { ...place, x: outside, y: middle, room: place.room - taken }),
  ]
}

/** One ribbon a flow: on each side they stand in the order of the other, so that they cross no more than they must. */
function ribbons(
  chart: FlowChart,
  parts: Readonly<Record<Side, readonly Part[]>>,
  edges: Readonly<Record<Side, number>>,
  page: ChartPage,
): string[] {
  const flows = chart.flows.filter(({ value }) => value > 0)
  const begins = endsOf(flows, 'from', 'to', parts.from)
  const ends = endsOf(flows, 'to', 'from', parts.to)
  const shape = area<readonly [x: number, high: number, low: number]>(
    ([x]) => x,
    ([, high]) => high,
    ([, , low]) => low,
  )
    .curve(curveBumpX)
    .digits(1)
  const isStay = (one: (typeof flows)[number]) => chart.from[one.from] === chart.to[one.to]
  const drawn = flows.map((one, at) => {
    const [[a, height], [b]] = [begins[at]!, ends[at]!]
    const d =
      shape([
        [edges.from + BAR, a, a + height],
        [edges.to, b, b + height],
      ]) ?? ''
    const figure = formatValue(one.value, chart.measure, page.lang)
    const place = { x: edges.from + BAR + 5, y: a + height / 2 + 4, kind: 'halo' }
    return {
      isStay: isStay(one),
      ribbon: element('path', { class: isStay(one) ? 'stay' : 'move', d }),
      figure: height >= FIGURE ? label(figure, place) : '',
    }
  })
  // Moves over stays, and all figures over both.
  return [...drawn.filter((one) => one.isStay), ...drawn.filter((one) => !one.isStay)]
    .map(({ ribbon }) => ribbon)
    .concat(drawn.map(({ figure }) => figure))
}

/** Where each flow begins on a side and how high it is, in the order of the flows. */
function endsOf(
  flows: FlowChart['flows'],
  side: Side,
  other: Side,
  parts: readonly Part[],
): readonly (readonly [y: number, height: number])[] {
  const found: (readonly [number, number])[] = []
  for (const part of parts) {
    let y = part.y
    const own = [...flows.keys()].filter((at) => flows[at]![side] === part.at)
    for (const at of own.sort((a, b) => flows[a]![other] - flows[b]![other])) {
      const height = (flows[at]!.value / part.total) * part.height
      found[at] = [y, height]
      y += height
    }
  }
  return found
}
