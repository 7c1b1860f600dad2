import type { Context } from '../context.js'
import type { EventFacts } from '../core/events.js'
import type { Feedback } from '../core/follow-up/feedback/feedback.js'
import { voiceOn } from '../core/follow-up/feedback/voice.js'
import { feedbackHours } from '../core/settings/service.js'
import { settingOf } from '../core/settings/setting.js'
import type { Snapshot } from '../core/snapshot.js'
import { loadEntryFacts } from '../store/entry-facts.js'
import { loadEvents } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerSettings } from '../store/settings.js'
import { zoneOf } from './zone.js'

/** Every feedback of a ledger with all that is recorded of it, whatever is asked as the as-of day: what a decision must fit. */
export interface FeedbackView {
  readonly feedback: readonly Feedback[]
  /** One of them as it would be with more events about it. */
  feedbackWith(subject: string, more: readonly EventFacts[]): Feedback | undefined
}

/** What customers said, as a decision finds it. */
export function feedbackView(ledger: Ledger, snapshot: Snapshot, context: Context): FeedbackView {
  const zone = zoneOf(context, ledger)
  const promisedHours = settingOf(ledgerSettings(ledger), feedbackHours)
  const events = loadEvents(ledger, snapshot, ['feedback'], null)
  const entries = loadEntryFacts(ledger, snapshot, zone)
  const basis = { asOf: Number.MAX_SAFE_INTEGER, zone, promisedHours }
  return {
    feedback: voiceOn({ ...basis, events, entries }).feedback,
    feedbackWith(subject, more) {
      const own = <T extends { readonly subject?: string }>(all: readonly T[]) =>
        all.filter((one) => one.subject === subject)
      return voiceOn({ ...basis, events: [...own(events), ...own(more)], entries: own(entries) }).feedback[0]
    },
  }
}
