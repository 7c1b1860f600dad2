import type { Context } from '../context.js'
import { dateOf } from '../core/values/business-date.js'
import { decisionWords } from '../messages/decisions.js'
import { addContacts } from '../store/decisions.js'
import { carryOut, dayJson, decisionAbout, laterDay } from './decision.js'

export interface LogArgs {
  readonly customer: string
  readonly text: string
  readonly channel?: string | undefined
  readonly result?: string | undefined
  /** The day agreed for the next contact, as typed. */
  readonly next?: string | undefined
}

/** `crm log`: records a contact; a day agreed for the next one becomes due on that day. */
export async function logCommand(args: LogArgs, context: Context): Promise<number> {
  const { ledger, customer, who, on, madeAt } = await decisionAbout(args.customer, context)
  const { text, channel = '', result = '' } = args
  const nextOn = args.next === undefined ? null : laterDay(args.next, on)
  const words = context.words(decisionWords)
  const contact = { key: customer.key, on, kind: 'contact', rule: null, channel, result, text, nextOn } as const
  const change = {
    command: 'log',
    sentences: [words.logged(who, dateOf(on)), ...(nextOn === null ? [] : [words.next(dateOf(nextOn))])],
    facts: { customer: customer.id, on: dateOf(on), text, channel, result, nextOn: dayJson(nextOn) },
  }
  return carryOut(context, change, () =>
    addContacts(ledger, madeAt, 'log', { customer: customer.id, detail: text }, [contact]),
  )
}
