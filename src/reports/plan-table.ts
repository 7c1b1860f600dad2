import type { Voice } from '../core/follow-up/feedback/voice.js'
import { type Measure, type MeasureGround, measureText } from '../core/follow-up/measures/measure.js'
import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Column, TableRow } from '../core/report/table.js'
import type { Grades, GradesBasis } from '../core/value/grades/grades.js'
import { gradeWords } from '../core/value/grades/words.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import { stageNames } from '../core/value/lifecycle-words.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { keyText } from '../core/worklist/key.js'
import { entryColumns, keyColumn } from '../core/worklist/list.js'
import { measureKey, measureList } from '../core/worklist/measure-list.js'
import type { RulesInput } from './due-table.js'
import { identityColumns } from './identity.js'
import { peopleText } from './owner-column.js'

/** What the lists of key and problem customers are built from. */
export interface PlanInput extends RulesInput {
  readonly grades: () => GradesBasis
  readonly lifecycle: () => Lifecycle
  /** What customers said of us. */
  readonly voice: () => Voice
  /** By which the ledger knows its own lists again; without it nobody can work in the list. */
  readonly ledger?: string
}

const words = bilingual(
  {
    owner: 'Looked after by',
    class: 'Class',
    stage: 'Stage',
    rating: 'Mean score',
    cycle: 'Buys every (days)',
    net: 'Net revenue, 365 days',
    evidence: 'Evidence',
    plans: 'Planned',
    listed: '; ',
    plan: (subject: string, text: string) => (text === '' ? subject : `${subject}: ${text}`),
    by: (day: string) => ` (by ${day})`,
    work: 'To plan countermeasures, fill in Aim, Countermeasure, Owner and By when in a sheet (-o list.xlsx) and read it back: crm import list.xlsx. Each is due in crm due by its day.',
  },
  {
    owner: '现负责人',
    class: '客户等级',
    stage: '阶段',
    rating: '平均满意度',
    cycle: '购买周期（天）',
    net: '净销售额（365天）',
    evidence: '依据',
    plans: '已定对策',
    listed: '；',
    plan: (subject, text) => (text === '' ? subject : `${subject}：${text}`),
    by: (day) => `（${day}前）`,
    work: '要制定对策，请写成表格（-o 名单.xlsx），填好目标、对策、负责人和完成期限，再导入：crm import 名单.xlsx。到期会在 crm due 里提醒。',
  },
)

/** A customer of such a list, with why in words. */
export interface PlanRow {
  readonly customer: number
  readonly evidence: readonly string[]
}

/** A list to plan in. */
export interface PlanList {
  readonly ground: MeasureGround
  readonly title: string
  readonly rows: readonly PlanRow[]
}

/** How to work in the list; nothing where nobody stands in it. */
export function planNotes({ lang }: ReportInput, rows: readonly PlanRow[]): string[] {
  return rows.length === 0 ? [] : [words[lang].work]
}

/** The rows of a list of key or problem customers with columns to plan in (R31). No contact is in it: it is for planning. */
export function planTable(input: PlanInput, grades: Grades, { ground, title, rows }: PlanList): TableDraft {
  const { ledger, snapshot, asOf, lang } = input
  const table = draft(ground, title, columnsOf(input), rows, (row) => rowOf(row, input, grades))
  if (ledger === undefined) return table
  const keyOf = ({ customer }: PlanRow) =>
    keyText(measureKey({ ledger, on: asOf, customer: snapshot.customers[customer]!.id, ground }))
  return {
    ...table,
    columns: [...table.columns, ...entryColumns(measureList, lang)],
    row: (position) => ({ ...table.row(position), [keyColumn]: keyOf(rows[position]!) }),
  }
}

function columnsOf(input: PlanInput): Column[] {
  const { lang, snapshot } = input
  const say = words[lang]
  const column = columnsIn(lang, snapshot.currency)
  return [
    ...identityColumns(input, column),
    { key: 'owner', kind: 'text', label: say.owner, ...wideUnless(input.hands().people().length > 0) },
    column('country', { wide: true }),
    { key: 'class', kind: 'text', label: say.class, words: gradeWords[lang].classes },
    column('tier'),
    { ...column('netMinor'), label: say.net },
    column('orders', { wide: true }),
    column('lastOrderOn', { wide: true }),
    { key: 'cycleDays', kind: 'days', label: say.cycle },
    { key: 'rating', kind: 'number', label: say.rating },
    { key: 'stage', kind: 'text', label: say.stage, words: stageNames[lang] },
    { key: 'evidence', kind: 'text', label: say.evidence },
    { key: 'plans', kind: 'text', label: say.plans },
  ]
}

function rowOf({ customer, evidence }: PlanRow, input: PlanInput, grades: Grades): TableRow {
  const { snapshot, asOf } = input
  const { id, name, key, country } = snapshot.customers[customer]!
  const dues = input.dues()
  const life = input.lifecycle()
  const { yearNetMinor, lastOrderOn, orderDays } = dues.facts(customer)
  return {
    ...{ customer: id, name, key, country, orders: orderDays, netMinor: yearNetMinor },
    evidence: evidence.join(words[input.lang].listed),
    owner: peopleText(input.hands().peopleOf(customer)),
    class: grades.classOf(customer),
    tier: dues.tier(customer),
    lastOrderOn: lastOrderOn === null ? null : dateOf(lastOrderOn),
    cycleDays: life.cycles.window(customer)?.openDays ?? null,
    rating: meanScore(input, customer),
    stage: life.stageOn(customer, asOf),
    plans: openMeasures(input, customer).map((measure) => planText(measure, input)),
  }
}

function meanScore({ grades }: PlanInput, customer: number): number | null {
  const ratings = grades().facts.ratings().get(customer)
  return ratings === undefined || ratings.count === 0 ? null : ratings.sum / ratings.count
}

/** Countermeasures that nobody has done or skipped. */
export function openMeasures(input: RulesInput, customer: number): readonly Measure[] {
  const facts = input.dues().facts(customer)
  return (facts.kept.measures ?? []).filter(({ subject }) => facts.closedOn('measure', subject) === null)
}

function planText(measure: Measure, { lang }: PlanInput): string {
  const say = words[lang]
  const by = measure.dueOn === null ? '' : say.by(dateOf(measure.dueOn))
  return say.plan(measure.subject, measureText(measure)) + by
}

/** Customers a filter keeps who are not delisted. */
export function chosenCustomers({ snapshot, filter }: ReportInput): readonly number[] {
  return snapshot.customers.flatMap(({ blocked }, customer) =>
    !blocked && (filter?.includes(customer) ?? true) ? [customer] : [],
  )
}
