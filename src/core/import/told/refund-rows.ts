import type { Day } from '../../values/business-date.js'

/** One row by which a sheet gives money of an order back; `minor` above zero, `day` null where none is told. */
export interface RefundRow {
  readonly day: Day | null
  readonly minor: number
}

const write = ({ day, minor }: RefundRow): string => `${day ?? ''}:${minor}`

function read(text: string): RefundRow {
  const [day, minor] = text.split(':') as [string, string]
  return { day: day === '' ? null : Number(day), minor: Number(minor) }
}

/** Rows as the ledger keeps them: `day:minor`, parted by blanks. */
export const writeRefundRows = (rows: readonly RefundRow[]): string => rows.map(write).join(' ')

export const readRefundRows = (text: string): RefundRow[] => (text === '' ? [] : text.split(' ').map(read))

export const sumOfRows = (rows: readonly RefundRow[]): number => rows.reduce((sum, { minor }) => sum + minor, 0)

/** The rows of several tellers, each once: one tells a refund again by the same day and amount, as often as it holds it. */
export function togetherOnce(tellers: readonly (readonly RefundRow[])[]): RefundRow[] {
  const all: RefundRow[] = []
  for (const rows of tellers) all.push(...beyond(rows, all))
  return all
}

/** Which rows do not stand among those known; two alike are two. */
export function beyond(rows: readonly RefundRow[], known: readonly RefundRow[]): RefundRow[] {
  const left = new Map<string, number>()
  for (const row of known) left.set(write(row), (left.get(write(row)) ?? 0) + 1)
  return rows.filter((row) => {
    const times = left.get(write(row)) ?? 0
    left.set(write(row), times - 1)
    return times <= 0
  })
}
