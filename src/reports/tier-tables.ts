import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Json } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { TIERS, type Tier } from '../core/value/abc.js'
import type { Measure } from '../core/value/measure.js'
import type { Grading, ValueOptions } from '../core/value/standing.js'
import { bilingual } from '../core/values/lang.js'

const words = bilingual(
  {
    measure: { net: 'Net revenue', gross: 'Gross revenue', orders: 'Orders', profit: 'Profit' } satisfies Record<
      Measure,
      string
    >,
    tiers: {
      A: 'A key customers',
      B: 'B main customers',
      C: 'C ordinary customers',
      U: 'no counted revenue',
    } satisfies Record<Tier, string>,
    noOrders: 'no counted order',
    noProfit: 'no profit',
    classes: 'Classes',
    meaning: 'Meaning',
    from: { net: 'From', gross: 'From', orders: 'From orders', profit: 'From' } satisfies Record<Measure, string>,
    share: {
      net: 'Share of value',
      gross: 'Share of value',
      orders: 'Share of orders',
      profit: 'Share of profit',
    } satisfies Record<Measure, string>,
  },
  {
    measure: { net: '净销售额', gross: '成交额（退款前）', orders: '订单数', profit: '利润' },
    tiers: { A: 'A类客户（关键客户）', B: 'B类客户（主要客户）', C: 'C类客户（普通客户）', U: '无有效成交' },
    noOrders: '无有效订单',
    noProfit: '没有利润',
    classes: '客户类别',
    meaning: '含义',
    from: { net: '最低值', gross: '最低值', orders: '最少订单数', profit: '最低值' },
    share: { net: '金额占比', gross: '金额占比', orders: '订单占比', profit: '利润占比' },
  },
)

/** What customers are graded by, in words. */
export function measureLabel(measure: Measure, { lang }: Pick<ReportInput, 'lang'>): string {
  return words[lang].measure[measure]
}

/** The options of tiers, for `params`. */
export function valueParams({ days, measure, cuts, boundary }: ValueOptions): Record<string, Json> {
  return { days, measure, cuts: [...cuts], boundary }
}

/** The key of the graded value in rows: counts of orders are no money. */
export function valueKey(measure: Measure): 'value' | 'valueMinor' {
  return measure === 'orders' ? 'value' : 'valueMinor'
}

/** The column of the graded value. */
export function valueColumn(measure: Measure, input: ReportInput): Column {
  return columnsIn(input.lang, input.snapshot.currency)(valueKey(measure), { label: measureLabel(measure, input) })
}

/** The column of shares of the graded value. */
export function shareColumn(measure: Measure, input: ReportInput): Column {
  const { share } = words[input.lang]
  return columnsIn(input.lang, input.snapshot.currency)('valueShare', { label: share[measure] })
}

/** One row a class: what it means, its customers, its value and where it begins; U is outside the shares of value. */
export function classesTable(input: ReportInput, { abc }: Grading, measure: Measure): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const value = valueColumn(measure, input)
  const columns: Column[] = [
    column('tier'),
    { key: 'meaning', kind: 'text', label: say.meaning },
    column('customers'),
    column('customersShare'),
    value,
    shareColumn(measure, input),
    { ...value, key: measure === 'orders' ? 'from' : 'fromMinor', label: say.from[measure] },
  ]
  const all = TIERS.reduce((sum, tier) => sum + abc.totals[tier].customers, 0)
  return draft('classes', say.classes, columns, TIERS, (tier) => {
    const { customers, value } = abc.totals[tier]
    return {
      tier,
      meaning: tier === 'U' ? ungradedMeaning(measure, input) : say.tiers[tier],
      customers,
      customersShare: share(customers, all),
      [valueKey(measure)]: value,
      valueShare: tier === 'U' ? null : share(value, abc.total),
      [columns[6]!.key]: tier === 'U' ? null : abc.lowest[tier],
    }
  })
}

/** What tier U means, by what customers are graded by. */
export function ungradedMeaning(measure: Measure, { lang }: Pick<ReportInput, 'lang'>): string {
  const say = words[lang]
  if (measure === 'profit') return say.noProfit
  return measure === 'orders' ? say.noOrders : say.tiers.U
}

/** `part / whole`; null where there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
