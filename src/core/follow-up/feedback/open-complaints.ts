/** What of a customer's feedback the seller has to see to on a day (R20, R23). */
import type { Day } from '../../values/business-date.js'
import { type Feedback, isOpen } from './feedback.js'

/** An open complaint or question whose answer is promised. */
export interface OpenComplaint {
  readonly feedback: Feedback
  readonly openSince: Day
  readonly openDays: number
  readonly promisedOn: Day
  readonly isOverdue: boolean
  /** How many of the escalation days it has been open for: 0 for none yet. */
  readonly escalation: number
  /** The day of the last escalation reached; null before the first. */
  readonly escalatedOn: Day | null
  /** The day of the next one; null after the last. */
  readonly nextEscalationOn: Day | null
}

/** What is open of this feedback with an answer promised, the earliest promise first; escalated after so many days open (R23), given in any order. */
export function openComplaints(
  feedback: readonly Feedback[],
  asOf: Day,
  escalationDays: readonly number[],
): OpenComplaint[] {
  const rising = [...escalationDays].sort((a, b) => a - b)
  return feedback
    .flatMap((one): OpenComplaint[] => {
      const { openSince, promisedOn } = one
      if (!isOpen(one) || openSince === null || promisedOn === null || openSince > asOf) return []
      const escalation = rising.filter((days) => openSince + days <= asOf).length
      const dayOf = (days: number | undefined) => (days === undefined ? null : openSince + days)
      return [
        {
          ...{ feedback: one, openSince, promisedOn, escalation },
          openDays: asOf - openSince,
          isOverdue: promisedOn < asOf,
          escalatedOn: dayOf(rising[escalation - 1]),
          nextEscalationOn: dayOf(rising[escalation]),
        },
      ]
    })
    .sort((a, b) => a.promisedOn - b.promisedOn || a.openSince - b.openSince)
}

/** A resolved complaint the customer is to be asked about, and the day for it. */
export interface Aftercare {
  readonly feedback: Feedback
  readonly resolvedOn: Day
  readonly dueOn: Day
}

/** Complaints resolved on a known day of which the customer has not said yet whether he is satisfied, due so many days after it (R20). */
export function complaintAftercare(feedback: readonly Feedback[], asOf: Day, afterDays: number): Aftercare[] {
  return feedback.flatMap((one): Aftercare[] => {
    const { kind, state, closed, isSatisfied } = one
    if (kind !== 'complaint' || state !== 'resolved' || closed === null || closed.on > asOf || isSatisfied) return []
    return [{ feedback: one, resolvedOn: closed.on, dueOn: closed.on + afterDays }]
  })
}

/** How the open complaints stand on a day. */
export interface OpenComplaintsSum {
  readonly open: number
  /** When the oldest was opened, or opened again; null where none is open or nobody knows. */
  readonly oldestOn: Day | null
  /** Those whose promised day is over. */
  readonly pastPromise: number
}

/** The open complaints of a day summed up; questions are not among them. */
export function openComplaintsSum(feedback: readonly Feedback[], asOf: Day): OpenComplaintsSum {
  const open = feedback.filter((one) => one.kind === 'complaint' && isOpen(one) && (one.openSince ?? asOf) <= asOf)
  const days = open.flatMap(({ openSince }) => (openSince === null ? [] : [openSince]))
  const late = open.filter(({ promisedOn }) => promisedOn !== null && promisedOn < asOf)
  return { open: open.length, oldestOn: days.length === 0 ? null : Math.min(...days), pastPromise: late.length }
}
