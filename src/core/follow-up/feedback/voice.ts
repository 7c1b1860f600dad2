import type { EntryFacts } from '../../entry-facts.js'
import type { Feedback } from './feedback.js'
import { filedFeedback } from './filed.js'
import { type FeedbackBasis, feedbackOn } from './fold.js'
import { type Score, scoresOn } from './scores.js'

/** What customers said of us by a day, in files and as typed. */
export interface Voice {
  readonly feedback: readonly Feedback[]
  /** Oldest first, those without a day before all others. */
  readonly scores: readonly Score[]
}

/** The voice of the customers on the as-of day, from events and entries of any kinds. */
export function voiceOn(basis: Omit<FeedbackBasis, 'filed'> & { readonly entries: readonly EntryFacts[] }): Voice {
  const { events, entries, asOf } = basis
  return {
    feedback: feedbackOn({ ...basis, filed: filedFeedback(entries) }),
    scores: scoresOn(events, entries, asOf),
  }
}
