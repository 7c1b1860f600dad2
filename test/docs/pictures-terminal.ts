import { element } from '../../src/render/charts/svg.js'
import { escapeHtml } from '../../src/render/escape.js'
import { displayWidth } from '../../src/render/text-width.js'

/*
 * What a terminal shows, as SVG. Whoever looks has another monospaced face than we: every piece of text is put into the cells
 * it takes, Chinese characters into two each.
 */

/** Size of a cell. */
const CELL = { width: 8.4, height: 20 }

/** The height of some lines. */
export function linesHeight(lines: number): number {
  return lines * CELL.height
}

/** Pieces of a line that look alike: one style, all letters of one width, no wide gap in them. */
interface Piece {
  readonly text: string
  readonly style: string
  /** Cells before it on the line, and cells it takes. */
  readonly from: number
  readonly cells: number
}

/** The lines of a terminal at (x, y), with the colours and weights their escape sequences ask for. */
export function terminalLines(text: string, x: number, y: number): string {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line, at) => piecesOf(line).map((piece) => drawn(piece, x, y + at * CELL.height)))
    .join('')
}

function drawn({ text, style, from, cells }: Piece, x: number, y: number): string {
  const place = { x: x + from * CELL.width }
  const width = cells * CELL.width
  if (/^─+$/.test(text)) return element('rect', { class: 't-rule', ...place, y: y + CELL.height / 2, width, height: 1 })
  const wide = cells > [...text].length ? ' t-wide' : ''
  const fitted = cells > 1 ? { textLength: width, lengthAdjust: wide === '' ? 'spacingAndGlyphs' : 'spacing' } : {}
  return element('text', { class: `t${style}${wide}`, ...place, y: y + 14, ...fitted }, escapeHtml(text))
}

/** What switches a weight or a colour on, by its number, and the class it is drawn with. */
const styles: Readonly<Record<string, string>> = { 1: 't-bold', 2: 't-dim', 31: 't-red', 32: 't-green', 36: 't-cyan' }

/** What a number switches off. */
const ends: Readonly<Record<string, RegExp>> = { 22: /^t-(bold|dim)$/, 39: /^t-(red|green|cyan)$/ }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let on: readonly string[] = []
  let at = 0
  for (const [part, number] of line.matchAll(/\u001b\[(\d+)m|[^\u001b]+/g)) {
    if (number !== undefined) on = switched(on, number)
    else
      for (const run of runsOf(part)) {
        const cells = displayWidth(run)
        if (run.trim() !== '') pieces.push({ text: run, style: on.map((name) => ` ${name}`).join(''), from: at, cells })
        at += cells
      }
  }
  return pieces
}

function switched(on: readonly string[], number: string): readonly string[] {
  const style = styles[number]
  const end = ends[number]
  if (style !== undefined) return [...on, style]
  if (end === undefined) throw new Error(`no style is known for ${number}`)
  return on.filter((name) => !end.test(name))
}

/** The text parted where the width of its letters changes and at gaps of two blanks or more. */
function runsOf(text: string): readonly string[] {
  const runs: string[] = []
  let kind = ''
  for (const gap of text.split(/( {2,}|─+)/))
    for (const { segment } of graphemes.segment(gap)) {
      const own = / {2,}|─/.test(gap) ? gap : String(displayWidth(segment))
      if (own === kind && runs.length > 0) runs[runs.length - 1] += segment
      else runs.push(segment)
      kind = own
    }
  return runs
}

/** How the pieces look in a dark window. */
export const terminalStyle = `
.t { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; fill: #d5dbe5; white-space: pre; }
.t-wide { font-size: 15.5px; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
.t-bold { font-weight: 700; fill: #fff; } .t-dim { fill: #8b97a8; } .t-rule { fill: #4a5565; }
.t-red { fill: #ff8f86; } .t-green { fill: #6fdc9b; } .t-cyan { fill: #6fc3f7; }`
