/**
 * Complaints as files tell them. A sheet seldom says how a complaint ended, and hardly ever when. Its state or result says so where it
 * can be read; without one, a complaint that was old when it was imported counts as one whose end nobody knows, and asks for nothing:
 * else three years of a seller's old complaints would all be due on the day of the import.
 */
import type { EntryFacts } from '../../entry-facts.js'
import { type Day, dayOfText } from '../../values/business-date.js'
import type { Feedback } from './feedback.js'
import { type FeedbackState, feedbackKindNamed, severityNamed } from './kinds.js'

/** A complaint of an imported file. */
export interface FiledFeedback extends Pick<EntryFacts, 'customer' | 'on' | 'details'> {
  /** Its number, the same however often the file is imported. */
  readonly subject: string
  readonly importedOn: Day
  readonly text: string
  readonly order: string | null
}

/** Whether a number is that of a complaint which a file tells. */
export function isOfFile(subject: string): boolean {
  return subject.startsWith('F-')
}

/** The complaints among entries, each once: told again with another state it is as the newest import says, and as old as the first. */
export function filedFeedback(entries: readonly EntryFacts[]): FiledFeedback[] {
  const found = new Map<string, FiledFeedback>()
  for (const {
    kind,
    customer,
    on,
    knownOn,
    details,
    text = '',
    order = null,
    subject,
    importedOn = knownOn,
  } of entries) {
    if (kind !== 'complaint' || subject === undefined) continue
    const before = found.get(subject)?.importedOn ?? importedOn
    found.set(subject, { subject, customer, on, details, text, order, importedOn: Math.min(before, importedOn) })
  }
  return [...found.values()]
}

/** A complaint without a word on its state that was older than this when it was imported is nobody's work any more. */
export const OLD_DAYS = 30

const CLOSED = new Set([
  ...'resolved|closed|done|solved|settled|completed|complete|fixed|finished|handled|answered|replied|refunded|yes|ok'.split(
    '|',
  ),
  ...'已解决|解决|已处理|处理完毕|处理完成|已完成|完成|完毕|已关闭|关闭|已结案|结案|办结|已办结|已回复|已退款|已赔付|已补发|是'.split(
    '|',
  ),
])
const OPEN = new Set([
  ...'open|new|pending|in progress|processing|waiting|unresolved|not resolved|reopened|escalated|todo|no|on hold'.split(
    '|',
  ),
  ...'未解决|未处理|处理中|待处理|进行中|跟进中|待跟进|待解决|待回复|未完成|未关闭|新建|受理中|已受理|否'.split('|'),
])

function wordOf(cell: string | undefined): string {
  return cell?.trim().toLowerCase().replace(/[-_]/g, ' ') ?? ''
}

/** What the cells say of the end of a complaint: the state first, then the result, where any other words are what was done; null for nothing. */
export function filedState({ status, result }: EntryFacts['details']): 'open' | 'resolved' | null {
  const [state, done] = [wordOf(status), wordOf(result)]
  for (const word of [state, done]) {
    if (CLOSED.has(word)) return 'resolved'
    if (OPEN.has(word)) return 'open'
  }
  return done === '' ? null : 'resolved'
}

/**
 * The feedback a file opened, as it stands on a day before anything was recorded of it; `promisedDays` after its own day an answer is
 * promised. One that says when it was resolved was open until then, unless its state says that it still is; one whose customer was not
 * satisfied with that is open again (R26), unless that was old when it was imported.
 */
export function openedByFile(filed: FiledFeedback, promisedDays: number, asOf: Day): Feedback {
  const { subject, customer, on, importedOn, text, order, details } = filed
  const category = details.category?.trim() ?? ''
  const kind = feedbackKindNamed(category) ?? 'complaint'
  const resolvedOn = filedState(details) === 'open' ? null : dayOfText(details.resolvedAt ?? '')
  const told = kind === 'praise' ? 'noted' : stateOn(filed, resolvedOn, asOf)
  const endedOn = resolvedOn ?? on
  const isAgain =
    told === 'resolved' && kind !== 'suggestion' && details.satisfied === 'no' && !isOld(endedOn, importedOn)
  const state = isAgain ? 'open' : told
  const closed = state === 'resolved' && resolvedOn !== null ? { on: resolvedOn, at: null } : null
  const respondedOn = dayOfText(details.respondedAt ?? '')
  const responded = respondedOn === null || respondedOn > asOf ? null : { on: respondedOn, at: null }
  const openSince = (isAgain ? endedOn : on) ?? importedOn
  const hasPromise = state === 'open' && (kind === 'complaint' || kind === 'question')
  return {
    ...{ subject, customer, kind, text, order, openSince, state: state satisfies FeedbackState },
    category: category === '' || feedbackKindNamed(category) !== null ? null : category,
    ...{ severity: severityNamed(details.severity ?? '') ?? 'normal', owner: details.owner?.trim() || null },
    opened: on === null ? null : { on, at: null },
    promisedOn: hasPromise ? openSince + promisedDays : null,
    ...{ promisedTime: null, responded: responded ?? closed, closed, outcome: details.result?.trim() || null },
    isSatisfied: state === 'resolved' && details.satisfied === 'yes',
    ...{ timesReopened: isAgain ? 1 : 0, isFiled: true, steps: [] },
  }
}

function stateOn({ details, on, importedOn }: FiledFeedback, resolvedOn: Day | null, asOf: Day): FeedbackState {
  if (resolvedOn !== null) return resolvedOn <= asOf ? 'resolved' : 'open'
  return filedState(details) ?? (isOld(on, importedOn) ? 'unknown' : 'open')
}

function isOld(on: Day | null, importedOn: Day): boolean {
  return on === null || importedOn - on > OLD_DAYS
}
