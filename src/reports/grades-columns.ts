import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { wideUnless } from '../core/report/columns.js'
import type { Column, TableRow } from '../core/report/table.js'
import type { GradeDecision } from '../core/value/grades/decision.js'
import type { Grades } from '../core/value/grades/grades.js'
import { gradeText, gradeWords } from '../core/value/grades/words.js'
import { dateOf } from '../core/values/business-date.js'
import { dateOrNull } from './dates.js'
import { gradesWords as words } from './grades-words.js'

/** The columns of a customer's grades; what the seller set is shown on a terminal where there is any. */
export function gradeColumns({ lang }: Pick<ReportInput, 'lang'>, grades: Grades): Column[] {
  const say = words[lang]
  const has = (kind: GradeDecision['what']) =>
    grades.decidedCustomers.some((one) => grades.decision(one, kind) !== null)
  const { columns } = say
  const isDecided = has('tier') || has('class') || has('vip') || has('credit')
  return [
    { key: 'class', kind: 'text', label: columns.class, words: gradeWords[lang].classes, ...wideUnless(has('class')) },
    { key: 'handTier', kind: 'tier', label: columns.handTier, ...wideUnless(has('tier')) },
    { key: 'vip', kind: 'text', label: columns.vip, words: say.vip, ...wideUnless(has('vip')) },
    { key: 'level', kind: 'text', label: columns.level, words: gradeWords[lang].levels, ...wideUnless(isDecided) },
    { key: 'levelBy', kind: 'text', label: columns.levelBy, words: say.levelBy, wide: true },
  ]
}

/** The cells of `gradeColumns`. */
export function gradeCells(grades: Grades, customer: number) {
  const { granted, isCandidate } = grades.vip(customer)
  const { level, by } = grades.level(customer)
  return {
    class: grades.classOf(customer),
    handTier: grades.handTier(customer),
    vip: granted !== null ? 'yes' : isCandidate ? 'candidate' : null,
    level,
    levelBy: by,
  }
}

/** What is told of one decision. */
export function decisionColumns({ lang }: Pick<ReportInput, 'lang'>): Column[] {
  const { columns } = words[lang]
  return [
    { key: 'what', kind: 'text', label: columns.what, words: gradeWords[lang].kinds },
    { key: 'value', kind: 'text', label: columns.value },
    { key: 'until', kind: 'date', label: columns.until },
    { key: 'on', kind: 'date', label: columns.on },
    { key: 'reason', kind: 'text', label: columns.reason },
    { key: 'author', kind: 'text', label: columns.author },
    { key: 'batch', kind: 'id', label: columns.batch },
  ]
}

export function decisionCells(decision: GradeDecision, { lang }: Pick<ReportInput, 'lang'>): TableRow {
  const { what, value, until, on, reason, author, batch } = decision
  return {
    what,
    value: gradeText(what, value, lang),
    until: dateOrNull(until),
    on: dateOf(on),
    reason: reason || null,
    author: author || null,
    batch: String(batch),
  }
}

/** Everything decided of one customer, the newest first. */
export function gradeHistoryTable(input: Pick<ReportInput, 'lang'>, decisions: readonly GradeDecision[]): TableDraft {
  const { tables } = words[input.lang]
  return draft('grades', tables.history, decisionColumns(input), decisions.toReversed(), (decision) =>
    decisionCells(decision, input),
  )
}

export function identityOf({ snapshot }: Pick<ReportInput, 'snapshot'>, customer: number): TableRow {
  const { id, name, key } = snapshot.customers[customer]!
  return { customer: id, name, key }
}
