import { cellText, filledColumn } from '../cells.js'
import type { Match } from '../columns/detect.js'
import type { Cell } from '../sheet.js'

/** How the bare numbers of a column of probabilities are meant: of a hundred, of one, of both, or nobody can tell. */
export type ProbabilityScale = 'percent' | 'fraction' | 'mixed' | 'open'

/** Gathers what the rows say of it. */
export interface ProbabilityEvidence {
  add(cells: readonly Cell[]): void
  decide(): ProbabilityScale
}

const number = /^(\d+(?:[.,]\d+)?) ?(%)?$/

function saidIn(text: string): { readonly value: number; readonly isPercent: boolean } | null {
  const [, digits, sign] = number.exec(text.normalize('NFKC').trim()) ?? []
  return digits === undefined ? null : { value: Number(digits.replace(',', '.')), isPercent: sign !== undefined }
}

/** The evidence of a match; null where it has no such column. */
export function probabilityEvidence({ columns, header }: Match): ProbabilityEvidence | null {
  const own = columns.get('probability') ?? []
  if (own.length === 0) return null
  const { keys, units } = header
  const isOfHundred = own.some((at) => units[at] === '%' || /%|百分|percent/.test(keys[at]!))
  let hasParts = false
  let hasMore = isOfHundred
  return {
    add(cells) {
      const said = saidIn(cellText(cells[filledColumn(cells, own)]))
      if (said === null || said.isPercent) return
      hasParts ||= said.value > 0 && said.value < 1
      hasMore ||= said.value > 1
    },
    decide() {
      if (hasParts) return hasMore ? 'mixed' : 'fraction'
      return hasMore ? 'percent' : 'open'
    },
  }
}

/**
 * A cell of such a column in percent: `40%` says so itself, `0.4` and `40` by what the column holds. Null where it is neither, is beyond
 * a hundred, or may be one or the other: 1 alone, and parts of one among numbers of a hundred.
 */
export function percentIn(text: string, scale: ProbabilityScale): number | null {
  const said = saidIn(text)
  if (said === null) return null
  const { value, isPercent } = said
  const isPart = value > 0 && value <= 1
  if (!isPercent && isPart && (scale === 'open' || scale === 'mixed')) return null
  const percent = !isPercent && scale === 'fraction' ? Number((value * 100).toFixed(10)) : value
  return percent <= 100 ? percent : null
}
