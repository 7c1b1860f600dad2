import type { EventFacts } from '../../events.js'
import { type Day, todayIn } from '../../values/business-date.js'
import { afterStep, type Feedback, type FeedbackStep, misfitOf } from './feedback.js'
import { type FiledFeedback, isOfFile, openedByFile } from './filed.js'
import {
  FEEDBACK_KINDS,
  FEEDBACK_VERBS,
  type FeedbackKind,
  type FeedbackVerb,
  SEVERITIES,
  type Severity,
} from './kinds.js'

/** What the feedback of a day is told from. */
export interface FeedbackBasis {
  /** Events of any kinds, in the order of their ids. */
  readonly events: readonly EventFacts[]
  readonly filed: readonly FiledFeedback[]
  readonly asOf: Day
  /** Where the ledger's days begin: an event of another day than that on which it was recorded has no instant. */
  readonly zone: string
  /** Hours until which an answer to a complaint is promised, where nobody said otherwise (R23). */
  readonly promisedHours: number
}

/** Every feedback as it stands on the as-of day, in the order in which it came: those of files by their day, then those typed (R26). */
export function feedbackOn(basis: FeedbackBasis): readonly Feedback[] {
  return foldFeedback(basis).feedback
}

/** Feedback, and the steps that make no sense of it; one of what a file told waits for the file. */
export interface FoldedFeedback {
  readonly feedback: readonly Feedback[]
  readonly unfit: readonly EventFacts[]
}

/** The same with what does not fit. */
export function foldFeedback(basis: FeedbackBasis): FoldedFeedback {
  const { events, filed, asOf } = basis
  const found = new Map<string, Feedback>()
  const unfit: EventFacts[] = []
  const promisedDays = Math.ceil(basis.promisedHours / 24)
  for (const entry of filed)
    if ((entry.on ?? entry.importedOn) <= asOf) found.set(entry.subject, openedByFile(entry, promisedDays, asOf))
  for (const event of events) {
    if (event.kind !== 'feedback' || event.on > asOf) continue
    const known = found.get(event.subject)
    if (event.what === 'open') found.set(event.subject, openedBy(event, basis))
    else if (known !== undefined && isVerb(event.what) && misfitOf(known, event.what) === null)
      found.set(event.subject, afterStep(known, stepOf(event, event.what, basis), promiseOf(event)))
    else if (known !== undefined || !isOfFile(event.subject)) unfit.push(event)
  }
  return { feedback: [...found.values()], unfit }
}

/** The feedback of each customer that has any, by customer index. */
export function feedbackByCustomer(all: readonly Feedback[]): ReadonlyMap<number, readonly Feedback[]> {
  const found = new Map<number, Feedback[]>()
  for (const one of all) {
    const own = found.get(one.customer)
    if (own) own.push(one)
    else found.set(one.customer, [one])
  }
  return found
}

function openedBy(event: EventFacts, { zone }: FeedbackBasis): Feedback {
  const { subject, customer, on, text, details } = event
  const kind = FEEDBACK_KINDS.find((known): known is FeedbackKind => known === details.kind) ?? 'complaint'
  const severity = SEVERITIES.find((known): known is Severity => known === details.severity) ?? 'normal'
  return {
    ...{ subject, customer, kind, text, severity, openSince: on, ...promiseOf(event) },
    ...{ category: details.category || null, order: details.order || null, owner: details.owner || null },
    opened: momentOf(event, zone),
    state: kind === 'praise' ? 'noted' : 'open',
    ...{ responded: null, closed: null, outcome: null, isSatisfied: false },
    ...{ timesReopened: 0, isFiled: false, steps: [] },
  }
}

function isVerb(what: string): what is FeedbackVerb {
  return FEEDBACK_VERBS.some((verb) => verb === what)
}

function stepOf(event: EventFacts, what: FeedbackVerb, { zone }: FeedbackBasis): FeedbackStep {
  return { ...momentOf(event, zone), what, text: event.text }
}

function promiseOf({ dueOn, details }: EventFacts): Pick<Feedback, 'promisedOn' | 'promisedTime'> {
  return { promisedOn: dueOn, promisedTime: details.promisedTime || null }
}

/** What was written down on a later day (`--on`) is of that day, and of no hour of it. */
function momentOf({ on, at }: EventFacts, zone: string) {
  return { on, at: todayIn(zone, at) === on ? at : null }
}
