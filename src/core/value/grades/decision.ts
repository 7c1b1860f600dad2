import type { Day } from '../../values/business-date.js'

/** What the seller can decide of a customer's standing (R11, R12, R13, R28). */
export const GRADE_KINDS = ['tier', 'class', 'vip', 'credit', 'buyer-type', 'referrer'] as const

export type GradeKind = (typeof GRADE_KINDS)[number]

/** One such decision with who, when and why. */
export interface GradeDecision {
  readonly what: GradeKind
  /** A code of the kind (`vip`: yes or no; `referrer`: the public id, '' where nobody is known by it now); null lifts what was decided. */
  readonly value: string | null
  /** The last day it counts; null for always. */
  readonly until: Day | null
  readonly reason: string
  readonly author: string
  /** The day it counts from. */
  readonly on: Day
  readonly batch: number
}

/** What was decided last of a kind up to a day; null where nothing was, where it was lifted, or is over. `decisions` are oldest first. */
export function decisionOn(decisions: readonly GradeDecision[], what: GradeKind, day: Day): GradeDecision | null {
  const last = decisions.findLast((decision) => decision.what === what && decision.on <= day)
  if (last === undefined || last.value === null) return null
  return last.until === null || last.until >= day ? last : null
}

/** What is in force of a kind for a customer; null where nothing is. */
export type DecisionReader = (customer: number, what: GradeKind) => GradeDecision | null

/** What is in force on a day, out of all decisions by customer index, oldest first. */
export function decisionReader(decisions: ReadonlyMap<number, readonly GradeDecision[]>, day: Day): DecisionReader {
  return (customer, what) => {
    const own = decisions.get(customer)
    return own === undefined ? null : decisionOn(own, what, day)
  }
}
