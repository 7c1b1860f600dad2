import { type Feedback, hoursBetween, isOpen } from '../core/follow-up/feedback/feedback.js'
import { feedbackWords } from '../core/follow-up/feedback/kinds.js'
import { closeDaysOf } from '../core/follow-up/feedback/months.js'
import type { Score } from '../core/follow-up/feedback/scores.js'
import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Column, TableRow } from '../core/report/table.js'
import { dateOrNull } from './dates.js'
import { feedbackReportWords } from './feedback-words.js'
import { identityOf } from './grades-columns.js'
import { identityColumns, reachCells, reachColumns } from './identity.js'

/** Feedback, a row each, in the order given; with whom it is of, unless all is of one customer. */
export function feedbackTable(
  input: ReportInput,
  title: string,
  rows: readonly Feedback[],
  isOfOne = false,
): TableDraft {
  const identity = isOfOne ? [] : identityColumns(input, columnsIn(input.lang, input.snapshot.currency))
  return draft('feedback', title, [...columnsOf(input, rows, identity)], rows, (one) => ({
    ...(isOfOne ? {} : { ...identityOf(input, one.customer), ...reachCells(input, one.customer) }),
    ...feedbackCells(one, input),
  }))
}

/** What one customer said, the newest first. */
export function customerFeedbackTable(input: ReportInput, feedback: readonly Feedback[]): TableDraft {
  const rows = feedback.toSorted((a, b) => (b.opened?.on ?? 0) - (a.opened?.on ?? 0))
  return feedbackTable(input, feedbackReportWords[input.lang].title, rows, true)
}

/** The scores of one customer, the newest first. */
export function scoresTable({ lang }: ReportInput, scores: readonly Score[]): TableDraft {
  const say = feedbackReportWords[lang]
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: say.columns.openedOn },
    { key: 'score', kind: 'count', label: say.score },
    { key: 'order', kind: 'id', label: say.columns.order },
    { key: 'note', kind: 'text', label: say.note },
    { key: 'from', kind: 'text', label: say.columns.isFiled, words: say.from },
  ]
  return draft('scores', say.scores, columns, scores.toReversed(), ({ on, score, order, text, isFiled }) => {
    return { on: dateOrNull(on), score, order, note: text || null, from: isFiled ? 'file' : 'hand' }
  })
}

function columnsOf(input: ReportInput, rows: readonly Feedback[], identity: readonly Column[]): Column[] {
  const { lang } = input
  const { columns: label, from } = feedbackReportWords[lang]
  const { kinds, states, severities } = feedbackWords[lang]
  const has = (holds: (one: Feedback) => unknown) => wideUnless(rows.some((one) => Boolean(holds(one))))
  return [
    { key: 'feedback', kind: 'id', label: label.feedback },
    { key: 'openedOn', kind: 'date', label: label.openedOn },
    { key: 'kind', kind: 'text', label: label.kind, words: kinds },
    ...identity,
    { key: 'text', kind: 'text', label: label.text },
    {
      key: 'severity',
      kind: 'text',
      label: label.severity,
      words: severities,
      ...has((one) => one.severity !== 'normal'),
    },
    { key: 'state', kind: 'text', label: label.state, words: states },
    { key: 'promisedOn', kind: 'date', label: label.promisedOn, ...has((one) => isOpen(one) && one.promisedOn) },
    { key: 'openDays', kind: 'days', label: label.openDays, ...has(isOpen) },
    { key: 'owner', kind: 'text', label: label.owner, ...has((one) => one.owner) },
    { key: 'outcome', kind: 'text', label: label.outcome, ...has((one) => one.outcome) },
    ...(identity.length === 0 ? [] : reachColumns(input)),
    { key: 'category', kind: 'text', label: label.category, wide: true },
    { key: 'order', kind: 'id', label: label.order, wide: true },
    { key: 'promisedTime', kind: 'text', label: label.promisedTime, wide: true },
    { key: 'responseHours', kind: 'number', label: label.responseHours, wide: true },
    { key: 'closedOn', kind: 'date', label: label.closedOn, wide: true },
    { key: 'closeDays', kind: 'days', label: label.closeDays, wide: true },
    { key: 'reopened', kind: 'count', label: label.reopened, wide: true },
    { key: 'from', kind: 'text', label: label.isFiled, words: from, wide: true },
  ]
}

function feedbackCells(one: Feedback, { asOf }: ReportInput): TableRow {
  const { subject, kind, text, severity, state, owner, outcome, category, order, promisedTime } = one
  return {
    ...{ feedback: subject, kind, text: text || null, severity, state, owner, outcome, category, order, promisedTime },
    openedOn: dateOrNull(one.opened?.on ?? null),
    promisedOn: dateOrNull(one.promisedOn),
    openDays: isOpen(one) && one.openSince !== null ? asOf - one.openSince : null,
    responseHours: responseHours(one),
    closedOn: dateOrNull(one.closed?.on ?? null),
    closeDays: closeDaysOf(one)[0] ?? null,
    reopened: one.timesReopened,
    from: one.isFiled ? 'file' : 'hand',
  }
}

/** Hours to the first answer, to a tenth; null where either is not known. */
function responseHours({ opened, responded }: Feedback): number | null {
  return opened === null || responded === null ? null : tenths(hoursBetween(opened, responded))
}

/** Rounded to a tenth. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
