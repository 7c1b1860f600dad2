import CliTable3 from 'cli-table3'
import type { Page } from './page.js'

/** Cells between two columns. */
export const GAP = 2

/** What stands before, between and after the cells of a line. */
export type LineFrame = readonly string[]

/** A table without its contents: cells of the right width go between the pieces of `line`; `rule` closes the heading. */
export interface Frame {
  readonly line: LineFrame
  readonly rule: string | null
}

const STAND_IN = '\uE000'

/**
 * Has cli-table3 draw one row of stand-ins. It measures text by an older table of widths than ours and compares each row
 * with all rows before it, so the rows themselves are put into the frame by `fillLine`.
 */
export function drawFrame(widths: readonly number[], page: Pick<Page, 'ascii' | 'lines'>): Frame {
  const cells = widths.map((width) => STAND_IN.repeat(width))
  const table = new CliTable3({
    head: cells,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    chars: { ...open, mid: page.ascii ? '-' : '─', 'mid-mid': ' '.repeat(GAP) },
  })
  table.push(cells)
  const [, rule = '', row = ''] = table.toString().split('\n')
  return { line: row.split(/\uE000+/), rule: page.lines ? rule : null }
}

const open = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', right: '', middle: ' '.repeat(GAP), 'left-mid': '', 'right-mid': '' },
}

/** One line of the table: the cells, already as wide as their columns, in the frame. */
export function fillLine(frame: LineFrame, cells: readonly string[]): string {
  return frame.reduce((line, piece, index) => line + piece + (cells[index] ?? ''), '').trimEnd()
}
