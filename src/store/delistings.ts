import { type Delisting, delistingsOf, standingDelistings } from '../core/follow-up/delisting.js'
import type { Day } from '../core/values/business-date.js'
import type { DecisionNote } from './batches.js'
import { decide } from './batches.js'
import { customerIds } from './customer-file.js'
import { insertMarks, type Mark } from './decisions.js'
import { eventsOfKey, insertEvents, type NewEvent } from './events.js'
import type { Ledger } from './ledger.js'
import { loadBlocked } from './snapshot-marks.js'
import { keyOfSubject } from './subject-key.js'

/**
 * Records steps of delistings, and what they block or lift for each customer they were proposed for, as one batch; returns it. `madeAt` is an
 * ISO instant.
 */
export function addDelistingSteps(
  ledger: Ledger,
  madeAt: string,
  command: string,
  note: DecisionNote,
  steps: readonly NewEvent[],
  marks: readonly Mark[],
): number {
  return decide(ledger, madeAt, command, note, (batch) => {
    insertEvents(ledger, batch, steps)
    const keys = new Set(steps.map((step) => keyOfSubject(ledger, step)))
    for (const key of keys) insertMarks(ledger, batch, key, steps[0]!.on, marks)
  })
}

/** Who is blocked on a day (null: by all that was decided), asked by public id; the ledger is read once. */
export function blockedOn(ledger: Ledger, on: Day | null): (publicId: string) => boolean {
  const blocked = loadBlocked(ledger, on)
  return (publicId) => blocked.size > 0 && customerIds(ledger, publicId).some((id) => blocked.has(id))
}

/** Whether a customer is blocked on a day; a decision about a phone that many carry speaks of all of them. */
export function isBlocked(ledger: Ledger, publicId: string, on: Day): boolean {
  return blockedOn(ledger, on)(publicId)
}

/** The latest delisting of the customer of a key, by what was recorded for a day up to `on`; null without any. */
export function delistingOf(ledger: Ledger, key: string, on: Day): Delisting | null {
  return [...delistingsOf(eventsOfKey(ledger, key, ['delisting'], on)).values()][0] ?? null
}

/** What blocks the customer of a key on a day: each decided delisting nobody lifted, for two who are one may have brought two. */
export function standingDelistingsOf(ledger: Ledger, key: string, on: Day): readonly Delisting[] {
  return standingDelistings(eventsOfKey(ledger, key, ['delisting'], on))
}
