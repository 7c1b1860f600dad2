import { afterStep, type Feedback, type Misfit, misfitOf } from '../follow-up/feedback/feedback.js'
import type { FeedbackVerb } from '../follow-up/feedback/kinds.js'
import { type Day, dateOf } from '../values/business-date.js'
import { bilingual } from '../values/lang.js'
import { plural } from '../values/plural.js'
import { contactsOf, dayOfRow } from './contact-columns.js'
import { feedbackColumns, feedbackTelltales } from './feedback-columns.js'
import { type Filled, word } from './filled.js'
import type { RowKey } from './key.js'
import type { Worklist } from './list.js'
import type { EventDraft, RowFinding, RowRecords, RowRefusal } from './records.js'
import type { Standing } from './standing.js'

/** Feedback as a sheet: what `crm feedback assign|respond|resolve|adopt|decline|satisfied|reopen` would record, under the same conditions (R26). */
export const feedbackList: Worklist = {
  name: 'feedback',
  command: 'crm feedback list -o complaints.xlsx',
  columns: feedbackColumns,
  telltales: feedbackTelltales,
  counted: bilingual(
    (events: number) => plural(events, 'step of feedback', 'steps of feedback'),
    (events) => `客户反馈处理 ${events} 项`,
  ),
  records(row, standing) {
    const [subject = ''] = row.key.items
    const { filled } = row
    const on = dayOfRow(row)
    const steps = stepsOf(filled)
    // Beside what the customer says of the resolution the note belongs to that.
    const contacts = word(filled, 'satisfied') === '' ? contactsOf(row, []) : []
    if (steps.length === 0) return { contacts, events: [] }
    const feedback = standing.feedback(subject)
    if (feedback === null) return { refused: { code: 'list.no-feedback', params: { value: subject } } }
    const refused = refusalOf(feedback, filled, on)
    if (refused !== null) return { refused }
    const done = recordsOf(feedback, steps, on, standing)
    return 'refused' in done ? done : { ...done, contacts }
  },
}

/** The key of a row of the list of feedback. */
export function feedbackKey({
  subject,
  ...key
}: Omit<RowKey, 'list' | 'items'> & { readonly subject: string }): RowKey {
  return { ...key, list: feedbackList.name, items: [subject] }
}

/** One thing that was done, and the column that says so. */
interface Step {
  readonly what: FeedbackVerb
  readonly text: string
  readonly column: string
}

/** What was done, in the order in which it is done. The note goes with what the customer says of the resolution. */
function stepsOf(filled: Filled): Step[] {
  const [adopted, satisfied] = [word(filled, 'adopted'), word(filled, 'satisfied')]
  const closing = adopted === '' ? 'resolve' : adopted === 'yes' ? 'adopt' : 'decline'
  const told = (what: FeedbackVerb, column: string, text = word(filled, column)): Step[] =>
    word(filled, column) === '' ? [] : [{ what, text, column }]
  return [
    ...told('assign', 'owner'),
    ...told('respond', 'response'),
    ...(adopted === '' ? told('resolve', 'resolution') : told(closing, 'adopted', word(filled, 'resolution'))),
    ...told(satisfied === 'no' ? 'reopen' : 'satisfied', 'satisfied', word(filled, 'note')),
  ]
}

/** What a row lacks, or says of the wrong kind of feedback. */
function refusalOf({ subject, kind, opened, steps }: Feedback, filled: Filled, on: Day): RowFinding | null {
  const [adopted, resolution] = [word(filled, 'adopted'), word(filled, 'resolution')]
  const lastOn = Math.max(opened?.on ?? on, ...steps.map((step) => step.on))
  if (on < lastOn) return { code: 'list.feedback-later', params: { value: subject, day: dateOf(lastOn) }, column: 'on' }
  if (adopted !== '' && kind !== 'suggestion') return ofKind(subject, kind, 'adopted')
  if (kind === 'suggestion' && resolution !== '' && adopted === '')
    return { code: 'list.not-adopted', params: { value: subject }, column: 'adopted' }
  if (adopted !== '' && resolution === '')
    return { code: 'list.no-answer', params: { value: subject }, column: 'resolution' }
  return null
}

function ofKind(value: string, kind: string, column: string): RowFinding {
  return { code: 'list.feedback-kind', params: { value, near: kind }, column }
}

/** The steps one after the other, each on what the one before left; the first that does not fit refuses the row. */
function recordsOf(feedback: Feedback, steps: readonly Step[], on: Day, standing: Standing): RowRecords | RowRefusal {
  const events: EventDraft[] = []
  let now = feedback
  for (const { what, text, column } of steps) {
    if (isKnown(feedback, what, text)) continue
    const misfit = misfitOf(now, what)
    if (misfit !== null) return { refused: misfitFinding(now, misfit, column) }
    const promised = what === 'reopen' ? standing.promise(now.kind, on) : { promisedOn: null, promisedTime: null }
    const { promisedOn: dueOn, promisedTime } = promised
    const details: Readonly<Record<string, string>> = promisedTime === null ? {} : { promisedTime }
    events.push({ kind: 'feedback', subject: feedback.subject, what, on, dueOn, value: null, text, details })
    now = afterStep(now, { what, text, on, at: null }, promised)
  }
  return { contacts: [], events }
}

/** Whether it stands so already: a sheet is filled in further and imported again. */
function isKnown(feedback: Feedback, what: FeedbackVerb, text: string): boolean {
  if (what === 'assign') return feedback.owner === text
  if (what === 'satisfied') return feedback.isSatisfied
  if (what === 'respond') return feedback.steps.some((step) => step.what === what && step.text === text)
  const last = feedback.steps.findLast((step) => !BESIDES.includes(step.what))
  return last?.what === what && last.text === text
}

/** What changes nothing of how a feedback stands. */
const BESIDES: readonly FeedbackVerb[] = ['assign', 'respond', 'satisfied']

function misfitFinding({ subject, kind, closed }: Feedback, misfit: Misfit, column: string): RowFinding {
  if (misfit === 'kind') return ofKind(subject, kind, column)
  if (misfit === 'open' || misfit === 'satisfied')
    return { code: 'list.feedback-open', params: { value: subject }, column }
  const day = closed === null ? '' : dateOf(closed.on)
  return { code: 'list.feedback-closed', params: { value: subject, day }, column }
}
