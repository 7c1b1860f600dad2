import type { Context } from '../context.js'
import type { Match } from '../core/import/columns/detect.js'
import { orderNumber } from '../core/import/told/order-key.js'
import { formatMinor } from '../core/values/money.js'
import { importWords } from '../messages/import.js'
import { waitingWords } from '../messages/waiting.js'
import type { FoundRefunds, WaitingRefund } from '../store/staged-summary.js'

/** A sheet of the import with the first of its refunds that wait, and how many there are. */
interface Waiting {
  readonly intake: { readonly match: Match }
  readonly beside: { readonly waitingRefunds: number }
  readonly waiting: readonly WaitingRefund[]
}

/** Which refunds wait, how much they are, and what would have them counted; false where none waits. */
export function waitingNote({ intake, beside, waiting }: Waiting, context: Context): string | false {
  if (waiting.length === 0) return false
  const words = context.words(waitingWords)
  const more = beside.waitingRefunds - waiting.length
  const shown = waiting.map((refund) => refundText(refund, context))
  const list = [...shown, ...(more > 0 ? [words.more(more)] : [])].join(context.words(importWords).listed)
  // In a platform's export the number of a refund is its order's.
  return intake.match.format.fields === 'aliases' ? words.ownNumbers(list) : words.waiting(list)
}

/** How many orders had refunds waiting for them, and how much comes off them now; one sentence a currency. */
export function foundNotes(found: readonly FoundRefunds[], context: Context): string[] {
  return found.map(({ orders, refundMinor, currency }) =>
    context.words(waitingWords).found(orders, `${formatMinor(refundMinor, currency)} ${currency}`),
  )
}

function refundText({ number, row, refundMinor, currency, orderCurrency }: WaitingRefund, context: Context): string {
  const words = context.words(waitingWords)
  const name = orderNumber(number) ?? context.words(importWords).unnumbered(row)
  const amount = `${formatMinor(refundMinor, currency)} ${currency}`
  return orderCurrency === null ? words.refund(name, amount) : words.otherCurrency(name, amount, orderCurrency)
}
