/** One complaint, suggestion, praise or question as it stands: what opened it and every event about it since (R26). */
import type { Day } from '../../values/business-date.js'
import type { FeedbackKind, FeedbackState, FeedbackVerb, Severity } from './kinds.js'

/** When something happened: the day, and the instant (milliseconds since 1970) where it was recorded as it happened. */
export interface Moment {
  readonly on: Day
  readonly at: number | null
}

/** Something done about a feedback. */
export interface FeedbackStep extends Moment {
  readonly what: FeedbackVerb
  readonly text: string
}

export interface Feedback {
  /** `F12`; of one that a file tells, `F-` and nine characters. */
  readonly subject: string
  /** Customer index in the snapshot. */
  readonly customer: number
  readonly kind: FeedbackKind
  /** As typed or as the file calls it; null where nobody said. */
  readonly category: string | null
  readonly text: string
  readonly severity: Severity
  /** The platform's order number; null where it names none. */
  readonly order: string | null
  readonly owner: string | null
  /** Null where a file gives no day. */
  readonly opened: Moment | null
  /** Since when it has been open without a break: the last reopening, else the opening; null where nobody knows. */
  readonly openSince: Day | null
  /** By when an answer is promised; null where none is. */
  readonly promisedOn: Day | null
  /** Time of that day, `HH:MM`; null for the whole day. */
  readonly promisedTime: string | null
  readonly state: FeedbackState
  /** The first answer to the customer: a response, or what closed it. */
  readonly responded: Moment | null
  /** The last closing; null while open, and where nobody knows its day. */
  readonly closed: Moment | null
  /** What was done, or answered to a suggestion; null where nothing is recorded. */
  readonly outcome: string | null
  /** Whether the customer said so since it was resolved. */
  readonly isSatisfied: boolean
  readonly timesReopened: number
  /** Told by an imported file. */
  readonly isFiled: boolean
  readonly steps: readonly FeedbackStep[]
}

/** Why a verb does not fit a feedback: its kind never takes it, it is closed already, it is not closed, the customer said so already. */
export type Misfit = 'kind' | 'closed' | 'open' | 'satisfied'

const CLOSES_BY_KIND: Readonly<Record<FeedbackKind, readonly FeedbackVerb[]>> = {
  complaint: ['resolve'],
  question: ['resolve'],
  suggestion: ['adopt', 'decline'],
  praise: [],
}

/** Whether a feedback still asks for something to be done. */
export function isOpen({ state }: Pick<Feedback, 'state'>): boolean {
  return state === 'open'
}

/** Why a verb does not fit a feedback as it stands; null where it does. One whose end nobody knows takes what an open one takes. */
export function misfitOf({ kind, state, isSatisfied }: Feedback, verb: FeedbackVerb): Misfit | null {
  const closes = CLOSES_BY_KIND[kind]
  const isClosed = state !== 'open' && state !== 'unknown'
  if (verb === 'respond' && kind === 'praise') return null
  if (verb === 'satisfied') {
    if (!closes.includes('resolve')) return 'kind'
    return isClosed ? (isSatisfied ? 'satisfied' : null) : 'open'
  }
  if (verb === 'reopen') return closes.length === 0 ? 'kind' : state === 'open' ? 'open' : null
  const isOfKind = verb === 'assign' || verb === 'respond' ? closes.length > 0 : closes.includes(verb)
  return !isOfKind ? 'kind' : isClosed ? 'closed' : null
}

/** A feedback after one more step that fits it. */
export function afterStep(feedback: Feedback, step: FeedbackStep, more: StepDetails): Feedback {
  const { on, at, what, text } = step
  const now: Feedback = { ...feedback, steps: [...feedback.steps, step] }
  if (what === 'assign') return { ...now, owner: text }
  const answered = { responded: feedback.responded ?? { on, at } }
  if (what === 'respond') return { ...now, ...answered }
  if (what === 'satisfied') return { ...now, isSatisfied: true }
  if (what === 'reopen') {
    const { promisedOn, promisedTime } = more
    const opened = { state: 'open', openSince: on, closed: null, isSatisfied: false } as const
    return { ...now, ...opened, promisedOn, promisedTime, timesReopened: feedback.timesReopened + 1 }
  }
  return { ...now, ...answered, state: CLOSED_AS[what], closed: { on, at }, outcome: text, isSatisfied: false }
}

/** What a reopening promises anew. */
export type StepDetails = Pick<Feedback, 'promisedOn' | 'promisedTime'>

const CLOSED_AS = { resolve: 'resolved', adopt: 'adopted', decline: 'declined' } as const

/** Hours between two moments: by instants where both are known, else by days. */
export function hoursBetween(from: Moment, to: Moment): number {
  return from.at !== null && to.at !== null ? (to.at - from.at) / 3_600_000 : (to.on - from.on) * 24
}
