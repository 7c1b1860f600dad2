/**
 * Problem customers (R31): repeated or late complaints, a falling score, fulfilment below the yellow bound, refunds over a fifth of the gross, or a
 * key customer at risk. Each sign carries its evidence.
 */
import type { Aggregate } from '../../value/aggregate.js'
import type { Fulfilment } from '../../value/credit.js'
import type { Stage } from '../../value/stages.js'
import type { Day } from '../../values/business-date.js'
import { type SatisfactionFall, type Score, satisfactionFall } from '../feedback/scores.js'
import type { ComplaintFacts } from './complaint-facts.js'

/** Days in which complaints are looked at. */
export const COMPLAINT_DAYS = 90
const FEWEST_COMPLAINTS = 2

/** One sign that something is wrong, with its evidence; amounts in minor units. */
export type ProblemSign =
  | { readonly kind: 'repeated-complaints'; readonly complaints: number; readonly lastOn: Day }
  | { readonly kind: 'late-complaint'; readonly on: Day }
  | ({ readonly kind: 'score-fall' } & SatisfactionFall)
  | { readonly kind: 'fulfilment'; readonly kept: number; readonly placed: number; readonly share: number }
  | {
      readonly kind: 'refunds'
      readonly refundedMinor: number
      readonly grossMinor: number
      readonly share: number
    }
  | { readonly kind: 'key-at-risk'; readonly stage: Stage }

/** What the signs of one customer are told from, on the as-of day. */
export interface ProblemFacts {
  readonly complaints: readonly ComplaintFacts[]
  /** Oldest first. */
  readonly scores: readonly Score[]
  readonly fulfilment: Fulfilment
  /** Kept orders under the yellow bound of credit. */
  readonly isFulfilmentLow: boolean
  readonly stage: Stage
  readonly isKey: boolean
}

/** What is over this share of the gross is too much given back, in percent. */
export interface ProblemBounds {
  readonly refundsPercent: number
}

/** The signs of one customer; `year` are the sums of 365 days. */
export function problemSigns(
  customer: number,
  facts: ProblemFacts,
  year: Aggregate,
  asOf: Day,
  { refundsPercent }: ProblemBounds,
): readonly ProblemSign[] {
  return [
    ...complaintSigns(facts.complaints, asOf),
    ...scoreSigns(facts.scores),
    ...fulfilmentSigns(facts),
    ...refundSigns(year.grossMinor[customer]!, year.netMinor[customer]!, refundsPercent),
    ...(facts.isKey && isLeaving(facts.stage) ? [{ kind: 'key-at-risk', stage: facts.stage } as const] : []),
  ]
}

/** Whether a customer is past his usual time of ordering again. */
export function isLeaving(stage: Stage): boolean {
  return stage === 'at-risk' || stage === 'lapsed'
}

function complaintSigns(complaints: readonly ComplaintFacts[], asOf: Day): ProblemSign[] {
  const recent = complaints.filter(({ on }) => on <= asOf && asOf - on < COMPLAINT_DAYS).sort((a, b) => a.on - b.on)
  const late = recent.findLast(({ isLate }) => isLate)
  return [
    ...(recent.length >= FEWEST_COMPLAINTS
      ? [{ kind: 'repeated-complaints', complaints: recent.length, lastOn: recent.at(-1)!.on } as const]
      : []),
    ...(late === undefined ? [] : [{ kind: 'late-complaint', on: late.on } as const]),
  ]
}

function scoreSigns(scores: readonly Score[]): ProblemSign[] {
  const fall = satisfactionFall(scores)
  return fall === null ? [] : [{ kind: 'score-fall', ...fall }]
}

function fulfilmentSigns({ fulfilment, isFulfilmentLow }: ProblemFacts): ProblemSign[] {
  const { kept, placed, share } = fulfilment
  return share !== null && isFulfilmentLow ? [{ kind: 'fulfilment', kept, placed, share }] : []
}

function refundSigns(grossMinor: number, netMinor: number, refundsPercent: number): ProblemSign[] {
  const refundedMinor = grossMinor - netMinor
  const isOver = grossMinor > 0 && refundedMinor * 100 > grossMinor * refundsPercent
  return isOver ? [{ kind: 'refunds', refundedMinor, grossMinor, share: refundedMinor / grossMinor }] : []
}
