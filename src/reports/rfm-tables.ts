import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { type Rfm, wholeCut } from '../core/value/rfm.js'
import { segmentTotals } from '../core/value/segments/totals.js'
import { segmentNames } from '../core/value/segments/vocabulary.js'
import type { Standing } from '../core/value/standing.js'
import { bilingual } from '../core/values/lang.js'
import { share } from './tier-tables.js'

const words = bilingual(
  {
    segments: 'Segments',
    cuts: {
      rank: 'Cut values: least for each score',
      quantile: 'Cut values: quantiles',
      bands: 'Cut values: bounds of each score',
    },
    score: 'Score',
    percent: 'Quantile',
    recency: {
      rank: 'Days since last order, at most',
      quantile: 'Days since last order',
      bands: 'Days since last order, at most',
    },
    frequency: { rank: 'Orders, at least', quantile: 'Orders', bands: 'Orders, more than' },
    monetary: { rank: 'Net revenue, at least', quantile: 'Net revenue', bands: 'Net revenue, more than' },
  },
  {
    segments: '客户分群',
    cuts: { rank: '各分数的起点', quantile: '分位数', bands: '各分数的分界' },
    score: '分数',
    percent: '分位',
    recency: {
      rank: '距上次下单天数（不超过）',
      quantile: '距上次下单天数',
      bands: '距上次下单天数（不超过）',
    },
    frequency: { rank: '订单数（至少）', quantile: '订单数', bands: '订单数（多于）' },
    monetary: { rank: '净销售额（至少）', quantile: '净销售额', bands: '净销售额（多于）' },
  },
)

/** One row a segment that has customers; shares are of the scored customers and of the segments' net above zero. */
export function segmentsTable(input: ReportInput, standing: Standing): TableDraft {
  const column = columnsIn(input.lang, input.snapshot.currency)
  const totals = [...segmentTotals(standing)].filter(([, { customers }]) => customers > 0)
  const net = totals.reduce((sum, [, { netMinor }]) => sum + Math.max(0, netMinor), 0)
  const columns = [
    column('segment', { words: segmentNames(standing.vocabulary, input.lang) }),
    column('customers'),
    column('customersShare', { kind: 'bar' }),
    column('netMinor'),
    column('valueShare'),
  ]
  return draft('segments', words[input.lang].segments, columns, totals, ([segment, { customers, netMinor }]) => ({
    segment,
    customers,
    customersShare: share(customers, standing.rfm.scored.length),
    netMinor,
    valueShare: netMinor < 0 ? null : share(netMinor, net),
  }))
}

/** The values at which scores begin: one row for each score from 2 to 5, or one for each quantile. */
export function cutsTable(input: ReportInput, { scoring, recency, frequency, monetary }: Rfm): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const first: Column =
    scoring === 'quantile'
      ? { key: 'quantile', kind: 'percent', label: say.percent }
      : { key: 'score', kind: 'score', label: say.score }
  const columns = [
    first,
    column('recencyDays', { kind: 'number', label: say.recency[scoring] }),
    column('orders', { kind: 'number', label: say.frequency[scoring] }),
    column('netMinor', { label: say.monetary[scoring] }),
  ]
  return draft('cuts', say.cuts[scoring], columns, [0, 1, 2, 3], (i) => ({
    [first.key]: scoring === 'quantile' ? (i + 1) / 5 : i + 2,
    recencyDays: recency.cuts[i] ?? null,
    orders: frequency.cuts[i] ?? null,
    netMinor: wholeMinor(monetary.cuts[i] ?? null),
  }))
}

/** A cut of amounts in minor units, as it is shown. */
export function wholeMinor(cut: number | null): number | null {
  return cut === null ? null : wholeCut(cut)
}
