import {
  commonParams,
  draft,
  finishOther,
  finishTable,
  onlyOf,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import type { Chart } from '../core/report/chart.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import type { Report } from '../core/report/model.js'
import type { Column, Table } from '../core/report/table.js'
import type { CohortMeasure } from '../core/value/choices.js'
import { type Cohort, type Cohorts, cohortsOf, pooledRetention, retention } from '../core/value/cohorts.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { monthText } from '../core/values/month.js'
import { plural } from '../core/values/plural.js'
import { cohortCharts } from './cohort-chart.js'
import { emptyWindowNotes } from './empty-window.js'
import { orNextStep } from './no-orders.js'
import { countIncluded, tagNotes, unassignedIn, viewNotes } from './notes.js'

export interface CohortsInput extends ReportInput {
  /** Cohorts shown, the newest ones, and months followed. */
  readonly months: number
  readonly cohortsBy: CohortMeasure
}

/** Fewer cohorts have no shape to see. */
const FEWEST_WITH_SHAPE = 4

/** A heat table with more columns is read by nobody. */
const MOST_COLUMNS = 24
/** Below so many customers in all one of them is many percent of a cohort. */
const FEWEST = 30

const words = bilingual(
  {
    title: 'Cohorts',
    purpose:
      'Customers by the month of their first order, and the share of them (or of their first month’s net revenue) that came back each month after.',
    cohorts: { customers: 'Customers who ordered again', revenue: 'Net revenue, share of the first month' },
    together: 'All cohorts together',
    cohort: 'First order',
    total: 'Net revenue so far',
    first: 'First month',
    after: (months: number) => `+${months}`,
    trend: 'Months after',
    month: 'Months after',
    count: 'Cohorts',
    buyers: 'Ordered',
    firstNet: 'Net revenue, first month',
    net: 'Net revenue, this month',
    share: { customers: 'Retention', revenue: 'Share of the first month' },
    customers: 'Customers',
    none: (day: string) => `No order of a customer counts up to ${day}, so there is no cohort yet.`,
    nobody: (filter: string) => `Nobody who matches "${filter}" has ordered, so there is no cohort.`,
    filtered: (filter: string, n: number) => `Of the ${plural(n, 'customer')} of "${filter}" today.`,
    partial: (month: string, day: string) =>
      `${month} is told to ${day} and not over: its share stays blank until it is, its new customers and net revenue are those so far.`,
    older: (customers: number, months: number) =>
      `${plural(customers, 'customer')} of earlier months ${customers === 1 ? 'is' : 'are'} not in these cohorts: crm cohorts --months ${months}`,
    columns: `Months after the ${MOST_COLUMNS - 1}rd are not shown.`,
    few: (customers: number) =>
      `${plural(customers, 'customer')} in all: in so small cohorts one customer is many percent; read the last table rather than single cells.`,
    fewTold: (customers: number) =>
      `Customers by month of first order: ${plural(customers, 'customer')} in all, so that one customer is many percent.`,
    one: 'All orders lie in one month: whether customers come back shows from the next month on.',
    unassigned: (orders: number) =>
      `${plural(orders, 'order')} ${orders === 1 ? 'names' : 'name'} no customer: in no cohort.`,
  },
  {
    title: '客户留存（按首单月份）',
    purpose: '按首次下单的月份把客户分组，看之后每个月还有多少客户下单（或净销售额占首月的比例）。',
    cohorts: { customers: '再次下单的客户占比', revenue: '净销售额占首月的比例' },
    together: '各组合计',
    cohort: '首单月份',
    total: '累计净销售额',
    first: '首月',
    after: (months) => `+${months}月`,
    trend: '之后走势',
    month: '之后第几月',
    count: '组数',
    buyers: '下单客户',
    firstNet: '首月净销售额',
    net: '该月净销售额',
    share: { customers: '留存率', revenue: '占首月的比例' },
    customers: '客户数',
    none: (day) => `截至 ${day} 没有客户的有效订单，还分不出组。`,
    nobody: (filter) => `符合“${filter}”的客户都没有下过单，分不出组。`,
    filtered: (filter, n) => `只算目前符合“${filter}”的${n}位客户。`,
    partial: (month, day) => `${month} 只到 ${day}，还没结束：这个月的占比先留空，新客户数和净销售额是到目前为止的。`,
    older: (customers, months) => `更早月份的${customers}位客户没有列出：crm cohorts --months ${months}`,
    columns: `第${MOST_COLUMNS - 1}个月以后的没有列出。`,
    few: (customers) => `一共只有${customers}位客户：组太小，一位客户就占很大比例，请看合计，不要只看单个格子。`,
    fewTold: (customers) => `按首单月份：一共只有${customers}位客户，一位客户就占很大比例。`,
    one: '所有订单都在同一个月：客户会不会回头，下个月起才看得出来。',
    unassigned: (orders) => `有${orders}笔订单没有客户信息，不在任何一组。`,
  },
)

/** Retention by month of the first counted order (ALGORITHMS §8): a row a cohort, a column a month after. */
export const cohorts: ReportDefinition<CohortsInput> = {
  name: 'cohorts',
  words,
  build(input) {
    const all = cohortsOf(input.snapshot, input.asOf, (customer) => input.filter?.includes(customer) ?? true)
    const shown = lastCohorts(all, input.months)
    const customers = shown.reduce((sum, cohort) => sum + cohort.customers, 0)
    const table = finishTable(cohortsTable(input, all, shown), input.shape)
    const tables = [table, finishOther(togetherTable(input, all, shown), input.shape)]
    const report: Report = {
      ...reportHead(cohorts, input, { from: null, to: input.asOf }),
      ...onlyOf(input),
      params: { months: input.months, by: input.cohortsBy, ...commonParams(input) },
      summary: {
        customers,
        cohorts: shown.filter((cohort) => cohort.customers > 0).length,
        isLastMonthWhole: all.isLastWhole,
        retention: pooledRetention(all, shown, input.cohortsBy).map(({ share }) => share),
      },
      charts: cohortCharts(input, all, shown, { months: Math.min(input.months, MOST_COLUMNS) - 1, table }),
      facts: [{ label: words[input.lang].customers, kind: 'count', value: customers }],
      // Without a cohort the note says why, and nothing else is to be read.
      tables: tables.map((table) => (all.cohorts.length > 0 ? table : { ...table, isForMachines: true })),
      notes: cohortNotes(input, all, shown),
    }
    return orNextStep(report, input.snapshot, input.lang)
  },
}

/** The table of the cohorts up to the as-of day with its picture, for reports that tell more besides. */
export function cohortsTold(input: CohortsInput): {
  readonly table: Table
  readonly charts: readonly Chart[]
  /** Said where one customer is many percent. */
  readonly notes: readonly string[]
} {
  const all = cohortsOf(input.snapshot, input.asOf, (customer) => input.filter?.includes(customer) ?? true)
  const shown = lastCohorts(all, input.months)
  const table = finishOther(cohortsTable(input, all, shown), {})
  const charts = cohortCharts(input, all, shown, { months: Math.min(input.months, MOST_COLUMNS) - 1, table })
  const customers = all.cohorts.reduce((sum, cohort) => sum + cohort.customers, 0)
  return { table, charts, notes: customers > 0 && customers < FEWEST ? [words[input.lang].fewTold(customers)] : [] }
}

/** The last months, or those up to the newest that won a customer where the last won nobody. */
function lastCohorts({ cohorts }: Cohorts, months: number): readonly Cohort[] {
  const last = cohorts.slice(-months)
  if (last.some(({ customers }) => customers > 0)) return last
  const end = cohorts.findLastIndex(({ customers }) => customers > 0) + 1
  return cohorts.slice(Math.max(0, end - months), end)
}

function cohortsTable(input: CohortsInput, all: Cohorts, shown: readonly Cohort[]): TableDraft {
  const say = words[input.lang]
  const { cohortsBy: by } = input
  const column = columnsIn(input.lang, input.snapshot.currency)
  const width = Math.min(input.months, MOST_COLUMNS)
  const followed = Array.from(
    { length: width },
    (_, k): Column => ({
      ...{ key: `m${k}`, kind: 'percent', label: k === 0 ? say.first : say.after(k) },
      // On a terminal only as far as any cohort has come.
      ...wideUnless(k < Math.max(1, shown.length - (all.isLastWhole ? 0 : 1))),
    }),
  )
  const columns: Column[] = [
    { key: 'cohort', kind: 'text', label: say.cohort },
    column('customers'),
    column('netMinor', { label: say.total }),
    { key: 'trend', kind: 'trend', label: say.trend, most: 1, ...wideUnless(shown.length >= FEWEST_WITH_SHAPE) },
    ...followed,
  ]
  return draft('cohorts', say.cohorts[by], columns, shown, (cohort) => ({
    cohort: monthText(cohort.month),
    customers: cohort.customers,
    netMinor: cohort.totalNetMinor,
    trend: followed.slice(1, all.cohorts.length).map((_, k) => retention(cohort, k + 1, all, by)),
    ...Object.fromEntries(followed.map(({ key }, k) => [key, retention(cohort, k, all, by)])),
  }))
}

function togetherTable(input: CohortsInput, all: Cohorts, shown: readonly Cohort[]): TableDraft {
  const say = words[input.lang]
  const { cohortsBy: by } = input
  const column = columnsIn(input.lang, input.snapshot.currency)
  const money = { kind: 'money', ...currencyOf(input.snapshot.currency) } as const
  const columns: Column[] = [
    { key: 'month', kind: 'count', label: say.month },
    { key: 'cohorts', kind: 'count', label: say.count },
    column('customers'),
    { key: 'buyers', kind: 'count', label: say.buyers },
    { key: 'firstNetMinor', ...money, label: say.firstNet, ...wideUnless(by !== 'customers') },
    column('netMinor', { label: say.net, ...wideUnless(by !== 'customers') }),
    { key: 'share', kind: 'bar', label: say.share[by] },
  ]
  return draft('together', say.together, columns, pooledRetention(all, shown, by).slice(0, MOST_COLUMNS), (pooled) => {
    const { k, cohorts: count, customers, buyers, firstNetMinor, netMinor, share } = pooled
    return { month: k, cohorts: count, customers, buyers, firstNetMinor, netMinor, share }
  })
}

function cohortNotes(input: CohortsInput, all: Cohorts, shown: readonly Cohort[]): string[] {
  const say = words[input.lang]
  const notes = viewNotes(input)
  const customers = all.cohorts.reduce((sum, cohort) => sum + cohort.customers, 0)
  if (input.filter) {
    notes.push(customers > 0 ? say.filtered(input.filter.text, countIncluded(input)) : say.nobody(input.filter.text))
    notes.push(...tagNotes(input))
  }
  if (customers === 0) {
    const reasons = emptyWindowNotes(input, { from: null, to: input.asOf })
    return reasons.length > 0 || input.filter ? [...notes, ...reasons] : [...notes, say.none(dateOf(input.asOf))]
  }
  if (!all.isLastWhole) notes.push(say.partial(monthText(all.lastMonth), dateOf(input.asOf)))
  const older = customers - shown.reduce((sum, cohort) => sum + cohort.customers, 0)
  if (older > 0) notes.push(say.older(older, all.cohorts.length))
  if (shown.length > MOST_COLUMNS) notes.push(say.columns)
  if (customers < FEWEST) notes.push(say.few(customers))
  if (all.cohorts.length === 1) notes.push(say.one)
  const unassigned = unassignedIn(input, { window: { from: null, to: input.asOf } })
  if (unassigned.orders > 0 && !input.filter) notes.push(say.unassigned(unassigned.orders))
  return notes
}
