import type { Context } from '../context.js'
import { isContactMade, type Result, results } from '../core/follow-up/results.js'
import { codeOf, nearWords, wordsOf } from '../core/follow-up/vocabulary.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { decisionWords } from '../messages/decisions.js'
import { addContacts } from '../store/decisions.js'
import { blockedWarning } from './blocked-warning.js'
import { channelTyped } from './channel-typed.js'
import { closable, closedSentences, closingOf, itemNames, itemsDue, itemsKnown } from './close.js'
import { carryOut, dayJson, laterDay, recordAbout } from './decision.js'
import { readStocks } from './stock-options.js'

export interface LogArgs {
  readonly customer: string
  readonly text: string
  readonly channel?: string | undefined
  readonly result?: string | undefined
  /** The day agreed for the next contact, as typed. */
  readonly next?: string | undefined
  /** Also closes what was due. */
  readonly done: boolean
  /** What the buyer has left, `SKU=N`. */
  readonly stock: readonly string[]
  /** Who was in touch; without it the customer's owner is taken to be. */
  readonly by?: string | undefined
}

/**
 * `crm log`: records a contact; a day agreed for the next one becomes due on that day. UserError `channel.unknown`, `result.unknown`,
 * `due.not-later`, `log.done-unmet`, those of `readStocks`.
 */
export async function logCommand(args: LogArgs, context: Context): Promise<number> {
  const basis = await recordAbout(args.customer, context)
  const { ledger, customer, who, on, madeAt } = basis
  const { text } = args
  const channel = args.channel === undefined ? '' : channelTyped(args.channel, context)
  const result = args.result === undefined ? '' : resultTyped(args.result, context)
  const nextOn = args.next === undefined ? null : laterDay(args.next, on)
  if (args.done && !isContactMade(result)) throw new UserError('usage', 'log.done-unmet', { id: customer.id })
  const items = args.done ? closable(itemsDue(await itemsKnown(basis, context))) : []
  const stocks = readStocks(args.stock, customer.key, on, ledger)
  const words = context.words(decisionWords)
  const author = args.by?.trim() ?? ''
  const blank = { key: customer.key, on, channel: '', result: '', text: '', nextOn: null, author } as const
  // What was agreed before is closed first: what is agreed now would be closed with it.
  const closed = items.map((item) => ({ ...blank, kind: 'done' as const, ...closingOf(item) }))
  const contact = { ...blank, kind: 'contact', rule: null, channel, result, text, nextOn } as const
  const after = await itemsKnown(basis, context, {
    more: [...closed, { ...contact, isAttempt: !isContactMade(result) }],
  })
  const stillDue = isContactMade(result) && after.isListed ? itemsDue(after) : []
  const change = {
    command: 'log',
    sentences: [
      isContactMade(result) ? words.logged(who, dateOf(on)) : words.tried(who, dateOf(on)),
      ...blockedWarning(ledger, customer.id, who, on, context),
      ...(args.done ? closedSentences({ kind: 'done', until: null, on }, who, items, context) : []),
      ...(nextOn === null ? [] : [words.next(dateOf(nextOn))]),
      ...(nextOn === null || after.isListed ? [] : [words.notListed(who, customer.id)]),
      ...(stillDue.length === 0 ? [] : [words.stillDue(itemNames(stillDue, context), customer.id)]),
      ...(stocks.length === 0
        ? []
        : [words.stock(stocks.map(({ details }) => `${details.sku} = ${details.quantity}`).join(words.listed))]),
    ],
    facts: {
      ...{ customer: customer.id, on: dateOf(on), text, channel, result, nextOn: dayJson(nextOn) },
      by: author || null,
      items: items.map(({ key }) => key),
      stillDue: stillDue.map(({ key }) => key),
      stock: stocks.map(({ details }) => ({ sku: details.sku!, quantity: Number(details.quantity) })),
    },
  }
  return carryOut(context, change, () =>
    addContacts(ledger, madeAt, 'log', { customer: customer.id, detail: text }, [...closed, contact], stocks),
  )
}

/** The code of a result in either language; UserError `result.unknown`. */
function resultTyped(typed: string, { lang }: Context): Result {
  const known = codeOf(results, typed)
  if (known !== null) return known
  throw new UserError('usage', 'result.unknown', {
    value: typed,
    near: nearWords(results, typed, lang),
    allowed: wordsOf(results, lang),
  })
}
