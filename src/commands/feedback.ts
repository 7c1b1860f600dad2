import type { Context } from '../context.js'
import type { FeedbackVerb } from '../core/follow-up/feedback/kinds.js'
import { UserError } from '../core/values/failure.js'
import { feedback as list } from '../reports/feedback.js'
import { feedbackOne } from '../reports/feedback-one.js'
import { feedbackSummary } from '../reports/feedback-summary.js'
import { findCustomer } from '../store/find-customer.js'
import { ledgerId } from '../store/ledger-id.js'
import { goodsOfOrders } from '../store/order-goods.js'
import { buildReport } from './build-report.js'
import { looksLikeSubject, subjectNamed } from './feedback-named.js'
import { type FeedbackOptions, kindTyped, openFeedback } from './feedback-open.js'
import { stepFeedback } from './feedback-step.js'
import { reportInput } from './report-input.js'

export interface FeedbackArgs extends FeedbackOptions {
  readonly action: 'list' | 'show' | 'summary' | 'open' | FeedbackVerb
  readonly words: readonly string[]
  /** Only what is open. */
  readonly open: boolean
}

/** Which options say something to an action; the others are refused, so that nothing typed is dropped in silence. */
const takes: Readonly<Record<string, readonly (keyof FeedbackOptions | 'open')[]>> = {
  list: ['kind', 'open', 'owner'],
  open: ['kind', 'category', 'severity', 'order', 'owner', 'promised'],
  reopen: ['promised'],
}

/** `crm feedback`: complaints, suggestions, praise and questions (R26), from opening to what came of them. */
export async function feedbackCommand(args: FeedbackArgs, context: Context): Promise<number> {
  refuseUnused(args)
  const { action, words } = args
  if (action === 'list') return listFeedback(args, words.join(' '), context)
  if (action === 'show') return showFeedback(words, context)
  if (action === 'summary') return sumFeedback(words.join(' '), context)
  return action === 'open' ? openFeedback(words, args, context) : stepFeedback(action, words, args, context)
}

function refuseUnused(args: FeedbackArgs): void {
  const { action, words: _words, ...options } = args
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === false || takes[action]?.some((known) => known === name)) continue
    throw new UserError('usage', 'feedback.unused-option', { option: `--${name}`, action })
  }
}

async function listFeedback({ kind, open, owner }: FeedbackArgs, filter: string, context: Context): Promise<number> {
  const input = await reportInput(context, filter)
  const chosen = kind === undefined ? null : kindTyped(kind)
  const which = { kind: chosen, isOpen: open, owner: owner ?? null }
  const ledger = ledgerId(await context.readLedger())
  await context.output(buildReport(list, { ...input, ...input.calendar, which, ledger }))
  return 0
}

/** One feedback by its number, or all of a customer. */
async function showFeedback(words: readonly string[], context: Context): Promise<number> {
  const typed = words.join(' ')
  if (typed.trim() === '')
    throw new UserError('usage', 'cli.missing-argument', { command: 'feedback show', name: 'F12' })
  const input = await reportInput(context)
  if (looksLikeSubject(typed)) {
    const found = subjectNamed(typed, input.calendar.voice().feedback)
    await context.output(buildReport(feedbackOne, { ...input, ...input.calendar, feedback: found }))
    return 0
  }
  const { id } = findCustomer(await context.readLedger(), typed)
  const filter = {
    text: typed,
    unknownTags: [],
    includes: (customer: number) => input.snapshot.customers[customer]!.id === id,
  }
  const which = { kind: null, isOpen: false, owner: null }
  await context.output(buildReport(list, { ...input, ...input.calendar, filter, which }))
  return 0
}

async function sumFeedback(filter: string, context: Context): Promise<number> {
  const input = await reportInput(context, filter)
  const ledger = await context.readLedger()
  const { calendar } = input
  const { feedback, scores } = calendar.voice()
  const orders = [...feedback, ...scores].flatMap(({ order }) => (order === null ? [] : [order]))
  const goods = goodsOfOrders(ledger, orders)
  const goodsOf = (order: string) => goods.get(order) ?? []
  await context.output(buildReport(feedbackSummary, { ...input, ...calendar, goodsOf }))
  return 0
}
