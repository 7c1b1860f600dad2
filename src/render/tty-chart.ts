import type { ChartPoint, CurveChart } from '../core/report/chart.js'
import { forTerminal } from '../core/values/text.js'
import type { Page } from './page.js'
import { displayWidth, shorten, wrap } from './text-width.js'
import { tierPaint } from './tty-cell.js'

/** Columns of the widest drawing; more would only stretch it. */
const WIDEST = 72
/** Columns without which nothing can be told from the drawing. */
const NARROWEST = 20
/** Lines of the drawing, one for ten percent each. */
const LINES = 10
/** Cells before the drawing: `100% `. */
const MARGIN = 5

/** A curve drawn as the area under it, with the tiers along the foot; nothing where there is no room. */
export function curveLines(chart: CurveChart, page: Page): string[] {
  const columns = Math.min(WIDEST, page.width - MARGIN - 2)
  if (columns < NARROWEST) return []
  const side = page.ascii ? '|' : '│'
  const area = Array.from({ length: LINES }, (_, at) => LINES - at).map((level) => {
    const label = level % 2 === 0 ? `${level * LINES}%` : ''
    return `${label.padStart(MARGIN - 1)} ${side}${areaLine(chart, level, columns, page)}`
  })
  return [
    ...wrap(forTerminal(chart.title), page.width).map((line) => page.chalk.bold(line)),
    page.chalk.dim(shorten(forTerminal(chart.yLabel), page.width, page.ascii ? '...' : '…')),
    ...area,
    `${'0%'.padStart(MARGIN - 1)} ${footLine(chart, columns, page)}`,
    ...scaleLines(chart, columns, page),
  ]
}

/** One line of the area, of which `level` is the upper edge, in the colours of the tiers. */
function areaLine(chart: CurveChart, level: number, columns: number, page: Page): string {
  let from = 0
  return chart.stretches
    .map(({ tier, until }) => {
      const to = columnAt(until, columns)
      let cells = ''
      for (; from < to; from++) {
        const height = heightAt(chart.points, (from + 0.5) / columns)
        cells += areaCell(height * LINES - (level - 1), page.ascii)
      }
      return tierPaint(tier, page)(cells)
    })
    .join('')
}

/** The column at which a stretch ends. */
function columnAt(share: number, columns: number): number {
  return Math.round(share * columns)
}

/** The curve's height at a place of the horizontal axis, straight between two points. */
function heightAt(points: readonly ChartPoint[], x: number): number {
  const next = points.findIndex((point) => point.x >= x)
  if (next <= 0) return points[Math.max(next, 0)]?.y ?? 0
  const [before, after] = [points[next - 1]!, points[next]!]
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x)
}

/** One cell of the area; `filled` is the part of it under the curve, below 0 and above 1 too. */
function areaCell(filled: number, isAscii: boolean): string {
  const eighths = Math.round(Math.min(1, Math.max(0, filled)) * 8)
  if (isAscii) return eighths >= 4 ? '#' : eighths >= 1 ? '.' : ' '
  return ' ▁▂▃▄▅▆▇█'[eighths]!
}

/** The foot of the drawing, cut where a tier ends: `└──A──┴───B───┴──C──┘`. */
function footLine({ stretches }: CurveChart, columns: number, page: Page): string {
  const [rule, cut, corner, end] = page.ascii ? ['-', '+', '+', '+'] : ['─', '┴', '└', '┘']
  const cells: string[] = Array(columns).fill(rule)
  let from = 0
  for (const { tier, until } of stretches) {
    const to = columnAt(until, columns)
    if (to > from) cells[to - 1] = cut!
    if (to - from > 1) cells[from + Math.floor((to - from - 2) / 2)] = tierPaint(tier, page)(tier)
    from = to
  }
  return `${corner}${cells.slice(0, -1).join('')}${end}`
}

/** Percentages under the foot, with what they are of where there is room. */
function scaleLines({ xLabel }: CurveChart, columns: number, page: Page): string[] {
  const step = columns < 50 ? 50 : 20
  let line = ' '.repeat(MARGIN)
  for (let percent = 0; percent <= 100; percent += step) {
    const text = `${percent}%`
    const at = MARGIN + Math.round((percent / 100) * columns) - (percent === 0 ? 0 : Math.floor(text.length / 2))
    line = line.padEnd(percent === 100 ? MARGIN + columns - text.length + 2 : at) + text
  }
  const label = forTerminal(xLabel)
  if (displayWidth(line) + 1 + displayWidth(label) <= page.width) return [`${line} ${page.chalk.dim(label)}`]
  const below = shorten(label, page.width - MARGIN, page.ascii ? '...' : '…')
  return [line, ' '.repeat(MARGIN) + page.chalk.dim(below)]
}
