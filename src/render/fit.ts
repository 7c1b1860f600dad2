/** Cells a column takes as it likes, with its heading wrapped, with its texts on a few lines, and at the least. */
export interface ColumnWidths {
  readonly natural: number
  readonly wrapped: number
  readonly fair: number
  readonly least: number
}

/**
 * Widths that fit `available` cells with `gap` cells between columns: headings wrap first, then the widest texts
 * wrap, and columns that still do not fit are left out from the right (the result is then shorter than `columns`).
 */
export function fitWidths(columns: readonly ColumnWidths[], available: number, gap: number): number[] {
  for (let kept = columns.length; kept > 1; kept--) {
    const shown = columns.slice(0, kept)
    const room = available - gap * (kept - 1)
    if (sum(shown.map(({ least }) => least)) <= room) return squeezed(shown, room)
  }
  return columns.slice(0, 1).map(({ natural }) => Math.max(1, Math.min(natural, available)))
}

function squeezed(columns: readonly ColumnWidths[], room: number): number[] {
  const widths = columns.map(({ natural }) => natural)
  for (const floor of ['wrapped', 'fair', 'least'] as const) {
    while (sum(widths) > room) {
      const widest = indexOfWidest(widths, (index) => widths[index]! > columns[index]![floor])
      if (widest < 0) break
      widths[widest]! -= 1
    }
  }
  return widths
}

function indexOfWidest(widths: readonly number[], mayShrink: (index: number) => boolean): number {
  return widths.reduce((best, width, index) => {
    return mayShrink(index) && (best < 0 || width > widths[best]!) ? index : best
  }, -1)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
