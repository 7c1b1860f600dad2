import type { Context } from '../context.js'
import type { Day } from '../core/values/business-date.js'
import { delistingMessages } from '../messages/delistings.js'
import { isBlocked } from '../store/delistings.js'
import type { Ledger } from '../store/ledger.js'

/** That what is recorded is about a customer who is blocked on the day (R30), and so comes up in no list; nothing for all others. */
export function blockedWarning(ledger: Ledger, id: string, who: string, on: Day, context: Context): string[] {
  return isBlocked(ledger, id, on) ? [context.words(delistingMessages).stillBlocked(who, id)] : []
}
