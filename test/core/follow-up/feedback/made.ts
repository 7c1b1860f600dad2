import type { EntryFacts } from '../../../../src/core/entry-facts.js'
import type { EventFacts } from '../../../../src/core/events.js'
import type { FiledFeedback } from '../../../../src/core/follow-up/feedback/filed.js'
import { type FeedbackBasis, feedbackOn } from '../../../../src/core/follow-up/feedback/fold.js'
import { dayOf } from '../../../../src/core/values/business-date.js'

let last = 0

/** An event recorded at 10:00 UTC of a day, unless said. */
export function event(subject: string, what: string, on: string, more: Partial<EventFacts> = {}): EventFacts {
  const id = ++last
  const at = Date.parse(`${on}T10:00:00Z`)
  const rest = { batch: id, kind: 'feedback', customer: 0, dueOn: null, value: null, text: '', details: {} } as const
  return { id, subject, what, on: dayOf(on), at, ...rest, ...more }
}

/** A complaint opened on a day, an answer promised two days later. */
export function opened(subject: string, on: string, details: Readonly<Record<string, string>> = {}, customer = 0) {
  const { kind = 'complaint' } = details
  return event(subject, 'open', on, { dueOn: dayOf(on) + 2, text: `${kind} ${subject}`, details, customer })
}

export function filedComplaint(
  on: string | null,
  importedOn: string,
  details: EntryFacts['details'] = {},
  subject = 'F-made00001',
): FiledFeedback {
  const day = on === null ? null : dayOf(on)
  return { subject, customer: 0, on: day, importedOn: dayOf(importedOn), text: 'broken', order: null, details }
}

export function feedback(events: readonly EventFacts[], asOf: string, more: Partial<FeedbackBasis> = {}) {
  return feedbackOn({ events, filed: [], asOf: dayOf(asOf), zone: 'UTC', promisedHours: 48, ...more })
}

export function rated(customer: number, on: string, score: number, details: Readonly<Record<string, string>> = {}) {
  return event('', 'score', on, { kind: 'rating', customer, value: score, details })
}
