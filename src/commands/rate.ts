import type { Context } from '../context.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { feedbackSentences } from '../messages/feedback.js'
import { addEvents } from '../store/events.js'
import { carryOut, recordAbout } from './decision.js'
import { orderTyped } from './order-named.js'

export interface RateArgs {
  readonly customer: string
  readonly score: string
  readonly order?: string | undefined
  readonly note?: string | undefined
}

/** `crm rate`: a score of 1 to 5 a customer gave (R27); UserError `score.bad` and those of `orderTyped`. */
export async function rateCommand(args: RateArgs, context: Context): Promise<number> {
  const score = scoreTyped(args.score)
  const basis = await recordAbout(args.customer, context)
  const { ledger, customer, who, on, madeAt } = basis
  const [order, note] = [orderTyped(args.order, basis), args.note?.trim() ?? '']
  const change = {
    command: 'rate',
    sentences: [context.words(feedbackSentences).rated(who, score, dateOf(on), order)],
    facts: { customer: customer.id, on: dateOf(on), score, order: order || null, note },
  }
  const event = {
    ...({ kind: 'rating', subject: '', key: customer.key, what: 'score', on, dueOn: null, value: score } as const),
    ...{ text: note, details: order === '' ? {} : { order } },
  }
  const detail = [String(score), order, note].filter(Boolean).join(' ')
  return carryOut(context, change, () => addEvents(ledger, madeAt, 'rate', { customer: customer.id, detail }, [event]))
}

/** `4`, `4分`, `４星`. */
function scoreTyped(typed: string): number {
  const [, digit] = /^([1-5]) ?(?:分|星|stars?|points?)?$/i.exec(typed.normalize('NFKC').trim()) ?? []
  if (digit === undefined) throw new UserError('usage', 'score.bad', { value: typed })
  return Number(digit)
}
