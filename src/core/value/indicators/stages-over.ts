import { stageMatrix } from '../lifecycle.js'
import type { Period } from '../period.js'
import { STAGES, type Stage } from '../stages.js'
import type { IndicatorBasis } from './basis.js'

/** The stages over a period: `counts[from][to]`, and how many moves entered and left each on its days. */
export interface StagesOver {
  readonly period: Period
  readonly counts: readonly (readonly number[])[]
  readonly entered: readonly number[]
  readonly left: readonly number[]
}

/** Counts the stages of the customers of the filter before and after a period, and the dated moves between. */
export function stagesOver({ lifecycle, includes, snapshot }: IndicatorBasis, period: Period): StagesOver {
  const [before, after] = [lifecycle.stagesOn(period.from), lifecycle.stagesOn(period.to)]
  const [entered, left] = [STAGES.map(() => 0), STAGES.map(() => 0)]
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    if (!includes(customer)) continue
    for (const move of lifecycle.movesOf(customer, period.from, period.to)) {
      left[STAGES.indexOf(move.from)]!++
      entered[STAGES.indexOf(move.to)]!++
    }
  }
  return { period, counts: stageMatrix(before, after, includes), entered, left }
}

/** Customers of each stage at the end of the period. */
export function stageTotals({ counts }: StagesOver): Readonly<Record<Stage, number>> {
  const total = (to: number) => counts.reduce((sum, row) => sum + row[to]!, 0)
  return Object.fromEntries(STAGES.map((stage, at) => [stage, total(at)])) as Record<Stage, number>
}
