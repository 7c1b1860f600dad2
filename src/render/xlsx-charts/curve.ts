import type { ChartPoint, CurveChart } from '../../core/report/chart.js'
import { formatPercent } from '../value.js'
import { AXES, valueAxis } from './axes.js'
import { figuresTable } from './figures-table.js'
import type { DrawnForm, PlacedFigures } from './form.js'
import { colors, lineOf, numbers, richText, seriesName } from './markup.js'

const HEIGHT_PX = 340
const SHOWN =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'

/** A curve in the colours of its tiers, each cut with a dashed line down and what it says beside it. */
export const curve: DrawnForm<CurveChart> = {
  as: 'drawing',
  figures: (chart) => {
    const { title, xLabel, yLabel, points } = chart
    const [tiers, cuts] = [stretchesOf(chart), cutsOf(chart)]
    const along = [...new Set([...points.map(({ x }) => x), ...tiers.map(({ until }) => until)])].sort((a, b) => a - b)
    const column = (label: string) => ({ kind: 'percent', label }) as const
    return figuresTable(
      title,
      [xLabel, ...tiers.map(({ tier }) => `${tier}: ${yLabel}`), ...cuts.map(({ said }) => said)].map(column),
      points.length < 2
        ? []
        : [
            ...along.map((x) => [
              x,
              ...tiers.map(({ from, until }) => (x >= from && x <= until ? heightAt(points, x) : null)),
              ...cuts.map(() => null),
            ]),
            ...cuts.flatMap(({ x, heights }, cut) =>
              heights.map((height) => [
                x,
                ...tiers.map(() => null),
                ...cuts.map((_, at) => (at === cut ? height : null)),
              ]),
            ),
          ],
    )
  },
  plot: (chart, figures) => {
    const [tiers, cuts] = [stretchesOf(chart), cutsOf(chart)]
    const drawn = [
      ...tiers.map(({ tier }, at) =>
        lineMarkup(figures, at, {
          look: lineOf(colors.tiers[tier] ?? colors.parts[at % colors.parts.length]!, 3),
          label: richText(tier, figures.lang, 1200, ' b="1"'),
          side: 't',
        }),
      ),
      ...cuts.map(({ said }, at) =>
        lineMarkup(figures, tiers.length + at, {
          look: lineOf(colors.soft, 1, 'dash'),
          label: richText(said, figures.lang, 900),
          side: 'r',
        }),
      ),
    ]
    const axis = { format: '0%', lang: figures.lang, most: 1, between: 'midCat' } as const
    const across = valueAxis({ ...axis, id: 1, at: 'b', title: chart.xLabel })
    const up = valueAxis({ ...axis, id: 2, at: 'l', title: chart.yLabel })
    return {
      markup: `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${drawn.join('')}${AXES}</c:scatterChart>${across}${up}`,
      hasLegend: false,
      heightPx: HEIGHT_PX,
    }
  },
}

/** A stretch with where it begins. */
interface Stretch {
  readonly tier: string
  readonly from: number
  readonly until: number
}

/** The stretches that have a length. */
function stretchesOf({ stretches }: Pick<CurveChart, 'stretches'>): readonly Stretch[] {
  return stretches
    .map(({ tier, until }, at) => ({ tier, from: stretches[at - 1]?.until ?? 0, until }))
    .filter(({ from, until }) => until > from)
}

/** The curve's height, straight between two points. */
function heightAt(points: readonly ChartPoint[], x: number): number {
  const next = points.findIndex((point) => point.x >= x)
  if (next <= 0) return points[next === 0 ? 0 : points.length - 1]!.y
  const [before, after] = [points[next - 1]!, points[next]!]
  return after.x === x ? after.y : before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x)
}

/** Where a stretch ends and the next begins. */
interface Cut {
  readonly x: number
  /** The foot of its line, where its words stand, and the curve. */
  readonly heights: readonly [number, number, number]
  readonly said: string
}

/** The cuts; the words of each stand lower than those before, so that near ones do not meet. */
function cutsOf(chart: CurveChart): readonly Cut[] {
  return stretchesOf(chart)
    .slice(0, -1)
    .map(({ until: x }, nth, cut) => {
      const height = heightAt(chart.points, x)
      // What is told at a cut is of all tiers up to there.
      const tiers = cut.slice(0, nth + 1).map(({ tier }) => tier)
      const said = `${tiers.join('+')}: ${formatPercent(x)} → ${formatPercent(height)}`
      return { x, heights: [0, height * Math.max(0.1, 0.5 - 0.2 * nth), height], said }
    })
}

interface Look {
  readonly look: string
  /** Stands at the middle of the line's points, above or right of it. */
  readonly label: string
  readonly side: 't' | 'r'
}

/** The rows in which a column has figures, as a line. */
function lineMarkup(figures: PlacedFigures, order: number, { look, label, side }: Look): string {
  const at = order + 1
  const { key } = figures.table.columns[at]!
  const from = figures.table.rows.findIndex((row) => row[key] !== null)
  const until = figures.table.rows.findLastIndex((row) => row[key] !== null) + 1
  const middle = `<c:dLbl><c:idx val="${Math.floor((until - from) / 2)}"/>${label}<c:dLblPos val="${side}"/>${SHOWN}</c:dLbl>`
  const labels = `<c:dLbls>${middle}${SHOWN.replace('showSerName val="1"', 'showSerName val="0"')}</c:dLbls>`
  return `<c:ser><c:idx val="${order}"/><c:order val="${order}"/>${seriesName(figures, at)}<c:spPr>${look}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${labels}${numbers('xVal', figures, 0, from, until)}${numbers('yVal', figures, at, from, until)}<c:smooth val="0"/></c:ser>`
}
