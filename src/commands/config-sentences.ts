import type { Context } from '../context.js'
import { productOf, reminderName } from '../core/settings/reminders.js'
import { fold } from '../core/values/filter.js'
import { nearest } from '../core/values/nearest.js'
import { decisionWords } from '../messages/decisions.js'
import type { Ledger } from '../store/ledger.js'
import { knownGoods } from '../store/products.js'
import { assumedOrders, pendingOrders } from '../store/settings.js'

/** A setting as its seller writes it: of a reminder the product as files call it, else as typed; names are kept without regard to case. */
export function shownName(name: string, ledger: Ledger, typed = name): string {
  const product = productOf(name)
  if (product === null) return name
  const known = knownGoods(ledger).find((one) => fold(one) === product)
  return known === undefined ? typed.trim() : reminderName(known)
}

/** What a setting is now, or in a dry run would be, and which orders that changes. */
export function setSentences(name: string, value: string, ledger: Ledger, context: Context, typed = name): string[] {
  const words = context.words(decisionWords)
  const isDryRun = context.options.dryRun === true
  const [set, restated] = isDryRun ? [words.wouldSet, words.wouldRestate] : [words.set, words.restated]
  if (name !== 'shop.currency')
    return [
      set(shownName(name, ledger, typed), shownValue(value, words.listed)),
      ...pendingSentences(name, value, ledger, context),
      ...productSentences(typed, ledger, context),
    ]
  const assumed = assumedOrders(ledger)
  return [set(name, value), assumed > 0 ? restated(assumed, value) : words.noneRestated]
}

/** That a setting is lifted, or in a dry run would be, and which orders that concerns. */
export function liftedSentences(name: string, ledger: Ledger, context: Context, typed = name): string[] {
  const words = context.words(decisionWords)
  const lifted = context.options.dryRun === true ? words.wouldUnset : words.unset
  return [lifted(shownName(name, ledger, typed)), ...pendingSentences(name, 'no', ledger, context)]
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

/** That nothing the shop sold is called as the setting of a reminder has it; files that name it may still come. */
function productSentences(name: string, ledger: Ledger, context: Context): string[] {
  const product = productOf(name)
  if (product === null) return []
  const known = knownGoods(ledger)
  if (known.some((one) => fold(one) === product)) return []
  const words = context.words(decisionWords)
  return [words.unknownProduct(name.trim().slice(reminderName('').length), nearest(product, known).join(words.listed))]
}
