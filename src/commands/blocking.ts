import type { Context } from '../context.js'
import { dateOf } from '../core/values/business-date.js'
import { decisionWords } from '../messages/decisions.js'
import { addMarks } from '../store/decisions.js'
import { carryOut, decisionAbout } from './decision.js'

export interface BlockArgs {
  readonly customer: string
  readonly reason?: string | undefined
}

/** Records that a customer is blocked, or no longer, with reason and day. */
export async function markBlocked(kind: 'block' | 'unblock', args: BlockArgs, context: Context): Promise<number> {
  const { ledger, customer, who, on, madeAt } = await decisionAbout(args.customer, context)
  const { reason = '' } = args
  const words = context.words(decisionWords)
  const change = {
    command: kind,
    sentences: [kind === 'block' ? words.blocked(who, customer.id) : words.unblocked(who)],
    facts: { customer: customer.id, on: dateOf(on), reason },
  }
  const note = { customer: customer.id, detail: reason }
  return carryOut(context, change, () =>
    addMarks(ledger, madeAt, kind, note, customer.key, on, [{ kind, value: reason }]),
  )
}
