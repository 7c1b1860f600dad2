import type { Context } from '../context.js'
import { noteParts } from '../core/batch-note.js'
import { type Feedback, misfitOf } from '../core/follow-up/feedback/feedback.js'
import type { FeedbackKind, FeedbackVerb } from '../core/follow-up/feedback/kinds.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { feedbackSentences } from '../messages/feedback.js'
import { addEvents } from '../store/events.js'
import { loadSnapshot } from '../store/snapshot.js'
import { carryOut, decisionAboutSeveral, recordAbout } from './decision.js'
import { subjectNamed } from './feedback-named.js'
import { missing, promisedJson, promisedSentences, promiseOf, timeDetail } from './feedback-open.js'
import { feedbackView } from './feedback-view.js'

/** What has to be said beside the number. */
const needs: Readonly<Record<FeedbackVerb, string | null>> = {
  ...{
    assign: 'OWNER',
    respond: 'WHAT',
    resolve: 'WHAT',
    satisfied: null,
    reopen: null,
    adopt: 'WHAT',
    decline: 'WHAT',
  },
}

/** `crm feedback assign|respond|resolve|satisfied|reopen|adopt|decline`: what was done about a feedback. */
export async function stepFeedback(
  verb: FeedbackVerb,
  [typed, ...rest]: readonly string[],
  { promised: typedPromise }: { readonly promised?: string | undefined },
  context: Context,
): Promise<number> {
  const text = rest.join(' ').trim()
  if (typed === undefined) throw missing(verb, 'F12')
  if (text === '' && needs[verb] !== null) throw missing(verb, needs[verb])
  const { feedback, id } = await feedbackAsItStands(typed, context)
  const { ledger, customer, who, on, madeAt } = await recordAbout(id, context)
  refuseMisfit(feedback, verb)
  const { subject, kind } = feedback
  const lastOn = Math.max(feedback.opened?.on ?? on, ...feedback.steps.map((step) => step.on))
  if (on < lastOn) throw new UserError('usage', 'feedback.too-early', { subject, day: dateOf(lastOn) })
  const promised =
    verb === 'reopen' ? promiseOf(typedPromise, kind, ledger, on, context) : { promisedOn: null, promisedTime: null }
  const words = context.words(feedbackSentences)
  const change = {
    command: 'feedback',
    sentences: [words.steps[verb](subject, words.kinds[kind], who, text), ...promisedSentences(promised, context)],
    facts: {
      ...{ action: verb, feedback: subject, customer: customer.id, on: dateOf(on), kind, text },
      ...(verb === 'reopen' ? promisedJson(promised) : {}),
    },
  }
  const event = {
    ...({ kind: 'feedback', subject, key: customer.key, what: verb, on, value: null, text } as const),
    ...{ dueOn: promised.promisedOn, details: timeDetail(promised) },
  }
  const note = { customer: customer.id, detail: noteParts(subject, { of: 'feedback', code: verb }, text) }
  return carryOut(context, change, () => addEvents(ledger, madeAt, 'feedback', note, [event]))
}

/** The feedback of a number with everything recorded of it, and the id of its customer; UserError `feedback.unknown`. */
async function feedbackAsItStands(typed: string, context: Context): Promise<{ feedback: Feedback; id: string }> {
  const { ledger } = await decisionAboutSeveral([], context)
  const snapshot = loadSnapshot(ledger)
  const feedback = subjectNamed(typed, feedbackView(ledger, snapshot, context).feedback)
  return { feedback, id: snapshot.customers[feedback.customer]!.id }
}

/** UserError `feedback.closed`, `feedback.not-closed`, `feedback.satisfied`, and those of `refuseKind`. */
function refuseMisfit(feedback: Feedback, verb: FeedbackVerb): void {
  const { subject, kind, closed } = feedback
  const misfit = misfitOf(feedback, verb)
  if (misfit === 'closed') {
    throw new UserError('failed', 'feedback.closed', { subject, day: closed === null ? '' : dateOf(closed.on) })
  }
  if (misfit === 'open') throw new UserError('failed', 'feedback.not-closed', { subject })
  if (misfit === 'satisfied') throw new UserError('failed', 'feedback.satisfied', { subject })
  if (misfit === 'kind') refuseKind(subject, kind)
}

/** Which verbs fit its kind: UserError `feedback.praise`, `feedback.ends-adopted`, `feedback.ends-resolved`. */
function refuseKind(subject: string, kind: FeedbackKind): never {
  if (kind === 'praise') throw new UserError('failed', 'feedback.praise', { subject })
  if (kind === 'suggestion') throw new UserError('failed', 'feedback.ends-adopted', { subject })
  throw new UserError('failed', 'feedback.ends-resolved', { subject })
}
