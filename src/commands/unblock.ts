import type { Context } from '../context.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { delistingMessages } from '../messages/delistings.js'
import { addMarks } from '../store/decisions.js'
import { addDelistingSteps, isBlocked, standingDelistingsOf } from '../store/delistings.js'
import type { NewEvent } from '../store/events.js'
import { carryOut, recordAbout } from './decision.js'

export interface UnblockArgs {
  readonly customer: string
  readonly reason?: string | undefined
}

/** `crm unblock`: lifts what blocks a customer, with reason and day. UserError `unblock.not-blocked`. */
export async function unblockCommand(args: UnblockArgs, context: Context): Promise<number> {
  const { ledger, customer, who, on, madeAt } = await recordAbout(args.customer, context)
  const { reason = '' } = args
  const standing = standingDelistingsOf(ledger, customer.key, on)
  if (standing.length === 0 && !isBlocked(ledger, customer.id, on))
    throw new UserError('failed', 'unblock.not-blocked', { id: customer.id })
  const change = {
    command: 'unblock',
    sentences: [context.words(delistingMessages).lifted(who)],
    facts: { customer: customer.id, on: dateOf(on), reason },
  }
  const note = { customer: customer.id, detail: reason }
  const marks = [{ kind: 'unblock', value: reason }] as const
  // Blocked over a phone shared with somebody, there is no delisting of his own to lift.
  if (standing.length === 0)
    return carryOut(context, change, () => addMarks(ledger, madeAt, 'unblock', note, customer.key, on, marks))
  const lifts = standing.map(
    ({ subject }): NewEvent => ({
      ...{ kind: 'delisting', subject, key: customer.key, what: 'lift', on, dueOn: null, value: null },
      ...{ text: reason, details: {} },
    }),
  )
  return carryOut(context, change, () => addDelistingSteps(ledger, madeAt, 'unblock', note, lifts, marks))
}
