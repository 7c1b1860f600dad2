/** What putting off does to the days of an item. */
import type { Day } from '../values/business-date.js'
import type { Sleep } from './history.js'

/**
 * When something is given up undone: `on-its-day` with a day that comes for everybody, such as a birthday, which nothing moves;
 * `when-late` after its last sensible day, counted anew from the day until which it was put off.
 */
export type Lapse = 'on-its-day' | 'when-late'

/** When something is due, and until when it makes sense. */
export interface Days {
  readonly dueOn: Day
  readonly lastSensibleOn: Day
}

/**
 * The days of an item once it was put off: it is due when its sleep ends, and makes sense for as long from then on. Of two sleeps by the
 * same words the later one holds, of an item and of its customer the longer. What had been given up by then is not woken by it.
 */
export function daysAfter(sleeps: readonly Sleep[], { dueOn, lastSensibleOn }: Days, lapses: Lapse | undefined): Days {
  const lifeDays = lastSensibleOn - dueOn
  let [ownUntil, allUntil] = [dueOn, dueOn]
  let from = dueOn
  for (const { since, until, isOfAll } of sleeps) {
    if (lapses === 'when-late' && from + lifeDays < since) break
    if (isOfAll) allUntil = until
    else ownUntil = until
    from = Math.max(dueOn, ownUntil, allUntil)
  }
  return { dueOn: from, lastSensibleOn: lapses === 'on-its-day' ? lastSensibleOn : from + lifeDays }
}
