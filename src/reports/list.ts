import type { CustomerDetails } from '../core/customer-details.js'
import type { Hands } from '../core/follow-up/team/hands.js'
import {
  asks,
  commonParams,
  draft,
  filtered,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Report } from '../core/report/model.js'
import type { Column, TableRow } from '../core/report/table.js'
import { ranking } from '../core/value/abc.js'
import { type Grades, type GradesBasis, gradesOn } from '../core/value/grades/grades.js'
import { gradeWords, POTENTIALS } from '../core/value/grades/words.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import { stageNames } from '../core/value/lifecycle-words.js'
import { segmentNames } from '../core/value/segments/vocabulary.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { missingColumn, missingOf } from './completeness-table.js'
import { dateOrNull } from './dates.js'
import { detailCells, detailColumns } from './detail-columns.js'
import { emptyWindowNotes } from './empty-window.js'
import { gradeCells, gradeColumns } from './grades-columns.js'
import { gradesWords } from './grades-words.js'
import { identityColumns } from './identity.js'
import { nextOrderCells, nextOrderColumns } from './next-order.js'
import { listOrNextStep } from './no-orders.js'
import { dataNotes, nobodyNotes, tagNotes } from './notes.js'
import { peopleText } from './owner-column.js'
import { equalNotes } from './rfm-notes.js'
import { valueParams } from './tier-tables.js'

export interface ListInput extends ReportInput {
  readonly value: ValueOptions
  readonly grades: () => GradesBasis
  readonly lifecycle: () => Lifecycle
  /** In whose hands customers are. */
  readonly hands: () => Hands
  /** What is known of customers besides, by customer index. */
  readonly details: () => ReadonlyMap<number, CustomerDetails>
}

const words = bilingual(
  {
    title: 'Customers',
    purpose: 'Find customers: everyone, or those a filter chooses, by net revenue of the window.',
    found: 'Customers found',
    blocked: 'blocked',
    status: 'State',
    stage: 'Stage',
    cycleDays: 'Buys every',
    owner: 'Owner',
  },
  {
    title: '客户名单',
    purpose: '查找客户：全部或按条件筛选，按统计期净销售额排列。',
    found: '找到的客户数',
    blocked: '停止往来',
    status: '状态',
    stage: '生命周期',
    cycleDays: '购买周期',
    owner: '负责人',
  },
)

/** The customers a filter chooses, blocked ones included and marked; orders and net are those of the window. */
export const list: ReportDefinition<ListInput> = {
  name: 'list',
  words,
  build(input) {
    const { snapshot, asOf, value, lang } = input
    const standing = standingOn(snapshot, asOf, value)
    const grades = gradesOn(input.grades(), { grading: standing, value })
    const order = filtered(ranking(standing.sums.netMinor, snapshot.customers), input)
    const report: Report = {
      ...reportHead(list, input, standing.sums.window),
      params: { ...valueParams(value), ...commonParams(input) },
      summary: { customers: order.length },
      facts: [{ label: words[lang].found, kind: 'count', value: order.length }],
      tables: [finishTable(customersTable(input, standing, grades, order), input.shape)],
      notes: [
        ...nobodyNotes(input),
        ...(order.length > 0 ? tagNotes(input) : []),
        ...emptyWindowNotes(input, standing.sums.window),
        ...dataNotes({ ...input, filter: undefined }, standing.sums),
        ...equalNotes(input, standing),
      ],
    }
    return listOrNextStep(report, input.snapshot, input.lang)
  },
}

function customersTable(input: ListInput, standing: Standing, grades: Grades, order: Uint32Array): TableDraft {
  const { lang, shape, snapshot } = input
  const hands = input.hands()
  const cycleCells = asks(shape, cycleColumns(lang)) ? cyclesOf(input) : () => ({})
  const known = detailColumns(input)
  const detailsOf = asks(shape, known) ? detailCells(input) : () => ({})
  const isMissingAsked = asks(shape, [missingColumn(lang)])
  const isTypeAsked = asks(
    shape,
    furtherColumns(input).filter(({ key }) => key === 'type'),
  )
  return draft(
    'customers',
    words[lang].title,
    [...columnsOf(input, standing, grades), ...known, missingColumn(lang)],
    order,
    (customer) => {
      const { id, name, key, country, platforms, tags, blocked } = snapshot.customers[customer]!
      return {
        customer: id,
        name,
        key,
        country,
        platforms,
        tags,
        owner: peopleText(hands.peopleOf(customer)),
        tier: standing.tier(customer),
        segment: standing.segment(customer),
        orders: standing.sums.orders[customer]!,
        netMinor: standing.sums.netMinor[customer]!,
        lastOrderOn: dateOrNull(standing.lastOrderOn(customer)),
        state: blocked ? 'blocked' : null,
        ...cycleCells(customer),
        ...gradeCells(grades, customer),
        ...furtherCells(grades, customer, isTypeAsked),
        ...detailsOf(customer),
        ...(isMissingAsked ? { missing: missingOf(input, customer, standing.tier(customer)) } : {}),
      }
    },
  )
}

function columnsOf(input: ListInput, { vocabulary }: Standing, grades: Grades): Column[] {
  const { lang } = input
  const say = words[lang]
  const column = columnsIn(lang, input.snapshot.currency)
  return [
    ...identityColumns(input, column),
    column('country'),
    column('tier'),
    column('segment', { words: segmentNames(vocabulary, lang) }),
    column('orders'),
    column('netMinor'),
    column('lastOrderOn'),
    ...cycleColumns(lang),
    column('platforms', { wide: true }),
    column('tags'),
    ...ownerColumn(input),
    { key: 'state', kind: 'text', label: say.status, words: { blocked: say.blocked } },
    ...gradeColumns(input, grades),
    ...furtherColumns(input),
  ]
}

/** A terminal shows who looks after customers where somebody does. */
function ownerColumn({ lang, hands }: ListInput): Column[] {
  return [{ key: 'owner', kind: 'text', label: words[lang].owner, ...wideUnless(hands().people().length > 0) }]
}

/** Grades a list has and the tiers have not. */
function furtherColumns({ lang }: ListInput): Column[] {
  const { columns, yes } = gradesWords[lang]
  const { colours, buyerTypes, potentials } = gradeWords[lang]
  return [
    { key: 'credit', kind: 'text', label: columns.credit, words: colours, wide: true },
    { key: 'type', kind: 'text', label: columns.type, words: buyerTypes, wide: true },
    { key: 'potential', kind: 'text', label: columns.potential, words: potentials, wide: true },
    { key: 'loyal', kind: 'text', label: columns.loyal, words: { yes }, wide: true },
  ]
}

function furtherCells(grades: Grades, customer: number, isTypeAsked: boolean): TableRow {
  const { isListed, colour } = grades.credit(customer)
  return {
    credit: isListed ? colour : null,
    ...(isTypeAsked ? { type: grades.buyerType(customer) } : {}),
    potential: POTENTIALS.filter((potential) => grades.hasPotential(customer, potential)),
    loyal: grades.loyalty(customer).isLoyal ? 'yes' : null,
  }
}

/** The stage (R9), and what it goes by: the purchase cycle and when the next order is expected. */
function cycleColumns(lang: Lang): Column[] {
  const { stage, cycleDays } = words[lang]
  return [
    { key: 'stage', kind: 'text', label: stage, words: stageNames[lang] },
    { key: 'cycleDays', kind: 'days', label: cycleDays, wide: true },
    ...nextOrderColumns(lang, { wide: true }),
  ]
}

function cyclesOf({ lifecycle, asOf }: ListInput): (customer: number) => TableRow {
  const { cycles, stageOn } = lifecycle()
  return (customer) => ({
    stage: stageOn(customer, asOf),
    cycleDays: cycles.window(customer)?.openDays ?? null,
    ...nextOrderCells(cycles, customer),
  })
}
