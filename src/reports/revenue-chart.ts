import type { ReportInput } from '../core/report/build.js'
import type { Chart, ColumnsChart } from '../core/report/chart.js'
import { currencyOf } from '../core/report/columns.js'
import type { Table } from '../core/report/table.js'
import { bilingual } from '../core/values/lang.js'
import { languages } from '../core/values/languages.js'
import { monthText } from '../core/values/month.js'
import type { Told } from './kpi-tables.js'
import { moneyText, percentText } from './notes.js'

const words = bilingual(
  {
    title: (month: string, net: string, share: string | null) =>
      `${month} brought ${net}${share === null ? '' : `, ${share} of it from returning customers`}`,
    partial: (month: string, net: string, share: string | null) =>
      `${month} has brought ${net} so far${share === null ? '' : `, ${share} of it from returning customers`}`,
    alt: (told: string) => `Columns of net revenue by month, stacked of new and returning customers. ${told}`,
    best: (month: string, net: string) => `The best month is ${month} with ${net}.`,
    range: (first: string, last: string) => `From ${first} to ${last}.`,
    yLabel: (currency: string) => `net revenue${currency}`,
    in: (currency: string) => ` in ${currency}`,
    returning: 'Returning customers',
    fresh: 'New customers',
    nobody: 'Orders that name no customer',
  },
  {
    title: (month, net, share) => `${month} 净销售额${net}${share === null ? '' : `，其中${share}来自老客户`}`,
    partial: (month, net, share) => `${month} 到目前净销售额${net}${share === null ? '' : `，其中${share}来自老客户`}`,
    alt: (told) => `逐月净销售额柱形图，分新客户和老客户。${told}`,
    best: (month, net) => `最好的月份是 ${month}：${net}。`,
    range: (first, last) => `${first} 至 ${last}。`,
    yLabel: (currency) => `净销售额${currency}`,
    in: (currency) => `（${currency}）`,
    returning: '老客户',
    fresh: '新客户',
    nobody: '没有客户信息的订单',
  },
)

/** Net revenue of months by who bought; `newestFirst` as in the table by month, `table` holds the figures; none for a single month or none sold in. */
export function revenueCharts(input: ReportInput, newestFirst: readonly Told[], table: Table): readonly Chart[] {
  const months = newestFirst.toReversed()
  if (months.length < 2 || !months.some(({ figures }) => figures.netMinor !== 0)) return []
  const say = words[input.lang]
  const { currency } = input.snapshot
  const chart: ColumnsChart = {
    key: 'revenue',
    kind: 'columns',
    title: titleOf(input, months.at(-1)!),
    alt: say.alt(altOf(input, months)),
    yLabel: say.yLabel(currency === null ? '' : say.in(currency)),
    columns: months.map(({ period }) => monthText(period.month)),
    parts: partsOf(input, months),
    measure: { kind: 'money', ...currencyOf(currency) },
    table,
  }
  return [chart]
}

/** Net revenue of orders that name no customer is a part of its own, where there is any. */
function partsOf({ lang }: ReportInput, months: readonly Told[]): ColumnsChart['parts'] {
  const say = words[lang]
  const nobody = months.map(
    ({ figures }) => (figures.netMinor ?? 0) - (figures.newNetMinor ?? 0) - (figures.returningNetMinor ?? 0),
  )
  return [
    { label: say.returning, values: months.map(({ figures }) => figures.returningNetMinor ?? 0) },
    { label: say.fresh, values: months.map(({ figures }) => figures.newNetMinor ?? 0) },
    ...(nobody.some((value) => value !== 0) ? [{ label: say.nobody, values: nobody }] : []),
  ]
}

function titleOf(input: ReportInput, { period, figures }: Told): string {
  const say = words[input.lang]
  const [net, returning] = [figures.netMinor ?? 0, figures.returningNetMinor ?? 0]
  // A share of a loss, or one larger than the whole, tells nobody anything.
  const share = net > 0 && returning >= 0 && returning <= net ? percentText(returning / net) : null
  return (period.isWhole ? say.title : say.partial)(monthText(period.month), moneyText(net, input), share)
}

function altOf(input: ReportInput, months: readonly Told[]): string {
  const say = words[input.lang]
  const best = months.reduce((a, b) => ((b.figures.netMinor ?? 0) > (a.figures.netMinor ?? 0) ? b : a))
  const [first, last] = [months[0]!, months.at(-1)!].map(({ period }) => monthText(period.month)) as [string, string]
  return (
    say.range(first, last) +
    languages[input.lang].signs.gap +
    say.best(monthText(best.period.month), moneyText(best.figures.netMinor ?? 0, input))
  )
}
