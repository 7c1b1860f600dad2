import {
  commonParams,
  draft,
  filtered,
  finishOther,
  finishTable,
  type ReportDefinition,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import { ranking, TIERS, type Tier } from '../core/value/abc.js'
import { type Grades, gradesOn } from '../core/value/grades/grades.js'
import { type Grading, gradingOn, lastOrderOn } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { orReason } from './empty-window.js'
import { gradeCells, gradeColumns } from './grades-columns.js'
import {
  classCounts,
  classCountsTable,
  type GradesInput,
  gradeNotes,
  gradesTables,
  vipCounts,
} from './grades-tables.js'
import { identityColumns } from './identity.js'
import { type MoversInput, movers, moversTable } from './movers-table.js'
import { moversNotes, moversSummary, movesTable } from './moves-table.js'
import { costNotes, dataNotes } from './notes.js'
import { paretoCharts, paretoSummary } from './pareto-chart.js'
import { type GroupedInput, groupedBy } from './per-table.js'
import { classesTable, share, valueColumn, valueKey, valueParams } from './tier-tables.js'

const words = bilingual(
  {
    title: 'Customer tiers (ABC)',
    purpose: 'Who brings the revenue: A, B and C customers, cut values, concentration and who moved.',
    customers: 'Customers',
    total: (measure: string) => `${measure}, A to C`,
    counted: 'Customers, A to C',
    cut: (tier: string, percent: number) => `${tier} (up to ${percent} %) ends with`,
    top: (percent: number) => `Held by the top ${percent} % of customers`,
    gini: 'Gini (0 all equal, 1 one has all)',
    moved: (since: string) => `Changed tier since ${since}`,
  },
  {
    title: '客户ABC分类',
    purpose: '看清销售额来自谁：A、B、C类客户、分界值、集中度和升降级名单。',
    customers: '客户',
    total: (measure) => `A至C类${measure}`,
    counted: 'A至C类客户数',
    cut: (tier, percent) => `${tier}类（累计${percent}%）止于`,
    top: (percent) => `前${percent}%客户的占比`,
    gini: '基尼系数（0均等，1集于一人）',
    moved: (since) => `${since} 以来升降级客户数`,
  },
)

export interface TierInput extends MoversInput, GradesInput, GroupedInput {}

/** ABC tiers of all customers by value, best first (rules R10, R14, R15). */
export const tier: ReportDefinition<TierInput> = {
  name: 'tier',
  words,
  build(input) {
    const { value: options, shape } = input
    const grading = gradingOn(input.snapshot, input.asOf, options)
    const order = ranking(grading.abc.value, input.snapshot.customers)
    const moved = { ...movers(input, grading), later: grading }
    const grouped = groupedBy(input, grading)
    const grades = gradesOn(input.grades(), { grading, value: options })
    const classes = classCounts(input, grades)
    const report: Report = {
      ...reportHead(tier, input, grading.sums.window),
      params: tierParams(input),
      summary: {
        ...tierSummary(input, grading, order),
        classes,
        vip: vipCounts(input, grades),
        movers: moversSummary(input, moved),
        pareto: paretoSummary(input, grading),
      },
      facts: tierFacts(input, grading, order, moved.all.length),
      charts: paretoCharts(input, grading),
      tables: [
        { ...finishTable(customersTable(input, grading, grades, filtered(order, input)), shape), isDetail: true },
        finishTable(classesTable(input, grading, options.measure)),
        finishTable(classCountsTable(input, classes)),
        ...grouped.tables,
        { ...finishTable(movesTable(input, moved)), isForMachines: moved.movers.length === 0 },
        finishOther(moversTable(input, grading, moved.movers), shape),
        ...gradesTables(input, grades, grading, order),
      ],
      notes: [
        ...moversNotes(input, moved),
        ...grouped.notes,
        ...costNotes(input, grading.sums),
        ...gradeNotes(input, grades),
        ...dataNotes(input, grading.sums),
      ],
    }
    return orReason(report, input, grading.sums.window)
  },
}

function tierParams(input: TierInput): Record<string, Json> {
  const asked = { since: dateOf(input.since), per: input.per?.name ?? null }
  return { ...valueParams(input.value), ...asked, ...commonParams(input) }
}

/** `summary` of `tier --json`. */
function tierSummary(input: MoversInput, { abc }: Grading, order: Uint32Array): Record<string, Json> {
  const { measure, cuts } = input.value
  const perTier = (of: (tier: Tier) => Json) => Object.fromEntries(TIERS.map((tier) => [tier, of(tier)]))
  const key = valueKey(measure)
  return {
    measure,
    customers: perTier((tier) => abc.totals[tier].customers),
    [key]: perTier((tier) => abc.totals[tier].value),
    cuts: cutCustomers(order, abc).map(({ tier, index }, i) => ({
      tier,
      percent: cuts[i]!,
      customer: index === null ? null : input.snapshot.customers[index]!.id,
      key: index === null ? null : input.snapshot.customers[index]!.key,
      [key]: index === null ? null : abc.value[index]!,
    })),
    gini: abc.concentration.gini,
    top1Share: abc.concentration.top1Share,
    top5Share: abc.concentration.top5Share,
    top20Share: abc.concentration.top20Share,
  }
}

/** The customers with whom A and B end: the last of each class; null for an empty one. */
function cutCustomers(order: Uint32Array, abc: Grading['abc']) {
  const { A, B } = abc.totals
  const last = (count: number, end: number) => (count === 0 ? null : order[end - 1]!)
  return [
    { tier: 'A', index: last(A.customers, A.customers) },
    { tier: 'B', index: last(B.customers, A.customers + B.customers) },
  ] as const
}

function tierFacts(input: MoversInput, { abc }: Grading, order: Uint32Array, moved: number): Fact[] {
  const say = words[input.lang]
  const { measure, cuts } = input.value
  const { key: _key, label, ...typed } = valueColumn(measure, input)
  const cutFacts = cutCustomers(order, abc).flatMap(({ tier, index }, i): Fact[] =>
    index === null ? [] : [{ label: say.cut(tier, cuts[i]!), ...typed, value: abc.value[index]! }],
  )
  const { A, B, C } = abc.totals
  return [
    { label: say.total(label), ...typed, value: abc.total },
    { label: say.counted, kind: 'count', value: A.customers + B.customers + C.customers },
    ...cutFacts,
    { label: say.top(20), kind: 'percent', value: abc.concentration.top20Share },
    { label: say.top(5), kind: 'percent', value: abc.concentration.top5Share },
    { label: say.top(1), kind: 'percent', value: abc.concentration.top1Share },
    { label: say.gini, kind: 'number', value: abc.concentration.gini },
    { label: say.moved(dateOf(input.since)), kind: 'count', value: moved },
  ]
}

/** All customers, best first; U at the end with blank shares. */
function customersTable(input: MoversInput, { abc, sums }: Grading, grades: Grades, order: Uint32Array): TableDraft {
  const column = columnsIn(input.lang, input.snapshot.currency)
  const { measure } = input.value
  const valueName = valueKey(measure)
  const columns = [
    ...identityColumns(input, column),
    column('tier'),
    valueColumn(measure, input),
    column('shareBefore', { wide: true }),
    column('shareAfter'),
    column('orders', wideUnless(measure !== 'orders')),
    column('lastOrderOn'),
    ...gradeColumns(input, grades),
  ]
  return draft('customers', words[input.lang].customers, columns, order, (customer) => {
    const { id, name, key } = input.snapshot.customers[customer]!
    const value = abc.value[customer]!
    const around = value > 0 ? abc.around(value) : null
    const grade = gradeCells(grades, customer)
    // Written out: a hundred thousand rows put together from parts take twice the time.
    return {
      customer: id,
      name,
      key,
      tier: TIERS[abc.tier[customer]!]!,
      [valueName]: value,
      shareBefore: around && share(around.before, abc.total),
      shareAfter: around && share(around.after, abc.total),
      orders: sums.orders[customer]!,
      lastOrderOn: dateOrNull(lastOrderOn(input.snapshot, sums, customer)),
      class: grade.class,
      handTier: grade.handTier,
      vip: grade.vip,
      level: grade.level,
      levelBy: grade.levelBy,
    }
  })
}
