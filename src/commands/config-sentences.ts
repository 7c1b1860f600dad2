import type { Context } from '../context.js'
import { decisionWords } from '../messages/decisions.js'
import type { Ledger } from '../store/ledger.js'
import { assumedOrders, pendingOrders } from '../store/settings.js'

/** What a setting is now, or in a dry run would be, and which orders that changes. */
export function setSentences(name: string, value: string, ledger: Ledger, context: Context): string[] {
  const words = context.words(decisionWords)
  const isDryRun = context.options.dryRun === true
  const [set, restated] = isDryRun ? [words.wouldSet, words.wouldRestate] : [words.set, words.restated]
  if (name !== 'shop.currency')
    return [set(name, shownValue(value, words.listed)), ...pendingSentences(name, value, ledger, context)]
  const assumed = assumedOrders(ledger)
  return [set(name, value), assumed > 0 ? restated(assumed, value) : words.noneRestated]
}

/** That a setting is lifted, or in a dry run would be, and which orders that concerns. */
export function liftedSentences(name: string, ledger: Ledger, context: Context): string[] {
  const words = context.words(decisionWords)
  const lifted = context.options.dryRun === true ? words.wouldUnset : words.unset
  return [lifted(name), ...pendingSentences(name, 'no', ledger, context)]
}

/** Own segments are told by their names; their codes fill a page. */
function shownValue(value: string, comma: string): string {
  return value.startsWith('{') ? Object.keys(JSON.parse(value)).join(comma) : value
}

/** How many orders it concerns whether those not yet paid count. */
function pendingSentences(name: string, value: string, ledger: Ledger, context: Context): string[] {
  if (name !== 'count.pending') return []
  const words = context.words(decisionWords)
  const orders = pendingOrders(ledger)
  return [value === 'yes' ? words.pendingCounted(orders) : words.pendingLeft(orders)]
}
