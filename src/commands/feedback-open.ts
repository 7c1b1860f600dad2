import type { Context } from '../context.js'
import type { Moment } from '../core/follow-up/feedback/feedback.js'
import {
  FEEDBACK_KINDS,
  type FeedbackKind,
  feedbackKindNamed,
  SEVERITIES,
  type Severity,
  severityNamed,
} from '../core/follow-up/feedback/kinds.js'
import { type Promised, promisedIn, promiseTyped } from '../core/follow-up/feedback/promise.js'
import { feedbackHours } from '../core/settings/service.js'
import { settingOf } from '../core/settings/setting.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/text.js'
import { feedbackSentences } from '../messages/feedback.js'
import { addEvents, nextSubject } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerSettings } from '../store/settings.js'
import { carryOut, dayJson, recordAbout } from './decision.js'
import { orderTyped } from './order-named.js'
import { zoneOf } from './zone.js'

/** What may be said of a feedback beside its words. */
export interface FeedbackOptions {
  readonly kind?: string | undefined
  readonly category?: string | undefined
  readonly severity?: string | undefined
  readonly order?: string | undefined
  readonly owner?: string | undefined
  readonly promised?: string | undefined
}

/** `crm feedback open`: writes down what a customer said, with the time by which an answer is promised; UserError those of `orderTyped` too. */
export async function openFeedback(
  [typedCustomer, ...rest]: readonly string[],
  options: FeedbackOptions,
  context: Context,
): Promise<number> {
  const text = rest.join(' ').trim()
  if (typedCustomer === undefined) throw missing('open', 'CUSTOMER')
  if (text === '') throw missing('open', 'WHAT')
  const kind = kindTyped(options.kind ?? 'complaint')
  const severity = severityTyped(options.severity ?? 'normal')
  const basis = await recordAbout(typedCustomer, context)
  const { ledger, customer, who, on, madeAt } = basis
  const promised = promiseOf(options.promised, kind, ledger, on, context)
  const subject = nextSubject(ledger, 'feedback', 'F')
  const further = { category: options.category, order: orderTyped(options.order, basis), owner: options.owner }
  const said = Object.fromEntries(
    Object.entries(further).flatMap(([name, value = '']) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  )
  const words = context.words(feedbackSentences)
  const change = {
    command: 'feedback',
    sentences: [words.opened(subject, words.kinds[kind], who, dateOf(on)), ...promisedSentences(promised, context)],
    facts: {
      ...{ action: 'open', feedback: subject, customer: customer.id, on: dateOf(on), kind, severity, text, ...said },
      ...promisedJson(promised),
    },
  }
  const event = {
    ...({ kind: 'feedback', subject, key: customer.key, what: 'open', on, value: null, text } as const),
    dueOn: promised.promisedOn,
    details: { kind, severity, ...said, ...timeDetail(promised) },
  }
  const note = { customer: customer.id, detail: `${subject} ${text}` }
  return carryOut(context, change, () => addEvents(ledger, madeAt, 'feedback', note, [event]))
}

/** A kind as typed, in either language; UserError `feedback.bad-kind`. */
export function kindTyped(value: string): FeedbackKind {
  const kind = feedbackKindNamed(value)
  if (kind !== null) return kind
  throw new UserError('usage', 'feedback.bad-kind', { value, ...choicesOf(value, FEEDBACK_KINDS) })
}

/** UserError `feedback.bad-severity`. */
function severityTyped(value: string): Severity {
  const severity = severityNamed(value)
  if (severity !== null) return severity
  throw new UserError('usage', 'feedback.bad-severity', { value, ...choicesOf(value, SEVERITIES) })
}

function choicesOf(typed: string, all: readonly string[]) {
  return { near: nearest(typed, all).join(', '), allowed: all.join(', ') }
}

/** When something recorded now, or for another day, happened. */
function momentNow(on: Day, ledger: Ledger, context: Context): Moment {
  return { on, at: on === context.today(zoneOf(context, ledger)) ? context.io.now() : null }
}

/** By when an answer is promised; UserError `feedback.bad-promise`, `feedback.promise-past`. */
export function promiseOf(
  typed: string | undefined,
  kind: FeedbackKind,
  ledger: Ledger,
  on: Day,
  context: Context,
): Promised {
  const from = momentNow(on, ledger, context)
  const zone = zoneOf(context, ledger)
  if (typed === undefined) {
    const isPromised = kind === 'complaint' || kind === 'question'
    const hours = settingOf(ledgerSettings(ledger), feedbackHours)
    return isPromised ? promisedIn(hours, from, zone) : { promisedOn: null, promisedTime: null }
  }
  const promised = promiseTyped(typed, from, zone)
  if (promised === 'bad') throw new UserError('usage', 'feedback.bad-promise', { value: typed })
  if (promised === 'past') throw new UserError('usage', 'feedback.promise-past', { value: typed, day: dateOf(on) })
  return promised
}

/** When an answer is promised, in a sentence; none where nothing is. */
export function promisedSentences({ promisedOn, promisedTime }: Promised, context: Context): string[] {
  if (promisedOn === null) return []
  return [context.words(feedbackSentences).promised(dateOf(promisedOn), promisedTime ?? '')]
}

/** The same for machines. */
export function promisedJson({ promisedOn, promisedTime }: Promised) {
  return { promisedOn: dayJson(promisedOn), promisedTime }
}

/** The hour of a promise, as its event keeps it. */
export function timeDetail({ promisedTime }: Promised): Readonly<Record<string, string>> {
  return promisedTime === null ? {} : { promisedTime }
}

/** What an action of `crm feedback` lacks. */
export function missing(action: string, name: string): UserError {
  return new UserError('usage', 'cli.missing-argument', { command: `feedback ${action}`, name })
}
