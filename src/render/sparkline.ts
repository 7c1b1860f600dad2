import type { Trend } from '../core/report/table.js'

const BLOCKS = '▁▂▃▄▅▆▇█'
const ASCII = '_.:-=+*#'

/** Figures as a line of small columns from zero to `most`, by default the largest of them, one sign each; a blank where there is none. */
export function sparkline(trend: Trend, most = largest(trend), isAscii = false): string {
  const signs = isAscii ? ASCII : BLOCKS
  return trend.map((figure) => (figure === null ? ' ' : signs[stepOf(figure, most)]!)).join('')
}

function largest(trend: Trend): number {
  return Math.max(0, ...trend.map((figure) => figure ?? 0))
}

function stepOf(figure: number, most: number): number {
  return most === 0 ? 0 : Math.round(Math.min(1, Math.max(0, figure) / most) * (BLOCKS.length - 1))
}
