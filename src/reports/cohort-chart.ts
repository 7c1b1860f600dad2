import type { ReportInput } from '../core/report/build.js'
import type { Chart } from '../core/report/chart.js'
import type { Table } from '../core/report/table.js'
import type { CohortMeasure } from '../core/value/choices.js'
import { type Cohort, type Cohorts, type PooledRetention, pooledRetention, retention } from '../core/value/cohorts.js'
import { joined } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import { monthText } from '../core/values/month.js'
import { grouped } from '../core/values/plural.js'
import { percentText } from './notes.js'

const words = bilingual(
  {
    title: {
      customers: (first: string, later: string) =>
        `${first} of the customers order again in the month after their first order${later}`,
      revenue: (first: string, later: string) =>
        `The month after the first order brings ${first} of that month’s net revenue${later}`,
    },
    later: (share: string, k: number) => `, ${share} in month ${k}`,
    one: (share: string, k: number) => `${share} in month ${k}`,
    alt: (told: string) => `Grid of cohorts by month after the first order. All cohorts together: ${told}.`,
    row: (month: string, customers: number) => `${month} (${grouped(customers)})`,
    column: (k: number) => `+${k}`,
    xLabel: 'months after',
    yLabel: 'first order (customers)',
  },
  {
    title: {
      customers: (first, later) => `首单后的下个月，${first}的客户再次下单${later}`,
      revenue: (first, later) => `首单后的下个月，净销售额是首月的${first}${later}`,
    },
    later: (share, k) => `，第${k}个月${share}`,
    one: (share, k) => `第${k}个月${share}`,
    alt: (told) => `按首单月份和之后月数排列的格子图。各组合计：${told}。`,
    row: (month, customers) => `${month}（${grouped(customers)}）`,
    column: (k) => `+${k}月`,
    xLabel: '首单后第几个月',
    yLabel: '首单月份（客户数）',
  },
)

/** Months told to who does not see the picture; the title tells the first, and the last that has come. */
const TOLD = [1, 2, 3, 6, 12, 18, 23] as const

/** What is left of the `shown` cohorts each month after the first, up to `months` of them; `table` holds the figures; none before a month after is over. */
export function cohortCharts(
  input: ReportInput & { readonly cohortsBy: CohortMeasure },
  all: Cohorts,
  shown: readonly Cohort[],
  { months, table }: { readonly months: number; readonly table: Table },
): readonly Chart[] {
  const say = words[input.lang]
  const by = input.cohortsBy
  const known = shown.filter(({ customers }) => customers > 0)
  const pooled = pooledRetention(all, known, by).filter(({ k, share }) => k > 0 && k <= months && share !== null)
  if (pooled.length === 0) return []
  const followed = Array.from({ length: Math.max(...pooled.map(({ k }) => k)) }, (_, at) => at + 1)
  const reached = known.filter((cohort) => retention(cohort, 1, all, by) !== null)
  const cells = reached.map((cohort) => followed.map((k) => ({ value: retention(cohort, k, all, by) })))
  return [
    {
      key: 'cohorts',
      kind: 'heat',
      ...toldOf(input, pooled),
      xLabel: say.xLabel,
      yLabel: say.yLabel,
      columns: followed.map(say.column),
      rows: reached.map(({ month, customers }) => say.row(monthText(month), customers)),
      cells,
      measure: { kind: 'percent' },
      table,
    },
  ]
}

function toldOf(
  { lang, cohortsBy }: ReportInput & { readonly cohortsBy: CohortMeasure },
  pooled: readonly PooledRetention[],
) {
  const say = words[lang]
  const share = (one: PooledRetention) => percentText(one.share!)
  const told = pooled.filter(({ k }) => (TOLD as readonly number[]).includes(k))
  const first = pooled[0]!
  const later = told.findLast(({ k }) => k > first.k && k <= 6)
  const tail = later === undefined ? '' : say.later(share(later), later.k)
  const alt = say.alt(
    joined(
      told.map((one) => say.one(share(one), one.k)),
      lang,
    ),
  )
  return { title: say.title[cohortsBy](share(first), tail), alt }
}
