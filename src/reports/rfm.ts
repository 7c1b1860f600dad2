import {
  commonParams,
  draft,
  filtered,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Json, Report } from '../core/report/model.js'
import { ranking } from '../core/value/abc.js'
import { FEWEST_SCORED, type Rfm, recencyDays } from '../core/value/rfm.js'
import { segmentWords } from '../core/value/segments.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { dateOrNull } from './dates.js'
import { identityColumns } from './identity.js'
import { orNextStep } from './no-orders.js'
import { dataNotes } from './notes.js'
import { cutsTable, segmentsTable, segmentTotals, wholeMinor } from './rfm-tables.js'

export interface RfmInput extends ReportInput {
  readonly value: ValueOptions
}

const words = bilingual(
  {
    title: 'RFM scores and segments',
    purpose: 'How recently, how often and for how much customers buy: scores from 1 to 5, segments and cut values.',
    customers: 'Customers',
    scored: 'Customers scored',
    few: (n: number) => `${plural(n, 'customer')} ordered in this window; scores need at least ${FEWEST_SCORED}.`,
    scoring: {
      rank: 'Scores 1 to 5, 5 best, by rank: 5 means better than at least 80 % of the customers; equal values score the same.',
      quantile: 'Scores 1 to 5, 5 best, by the quantiles at 20, 40, 60 and 80 %: a value above the last scores 5.',
    },
  },
  {
    title: 'RFM评分与客户分群',
    purpose: '客户最近何时下单、下单多少次、买了多少钱：1至5分、分群和分界值。',
    customers: '客户',
    scored: '参与评分的客户数',
    few: (n) => `这段时间只有${n}位客户下单；至少${FEWEST_SCORED}位才能评分。`,
    scoring: {
      rank: '评分1至5分，5分最好，按名次：5分表示好过至少80%的客户；数值相同，分数相同。',
      quantile: '评分1至5分，5分最好，按20%、40%、60%、80%分位数：超过最高一档得5分。',
    },
  },
)

/** RFM scores and segments of the customers with a counted order in the window (ALGORITHMS §2), largest net first. */
export const rfm: ReportDefinition<RfmInput> = {
  name: 'rfm',
  words,
  build(input) {
    const standing = standingOn(input.snapshot, input.asOf, input.value)
    const order = ranking(standing.sums.netMinor, input.snapshot.customers).filter((i) => standing.sums.orders[i]! > 0)
    const { days, scoring } = input.value
    const report: Report = {
      ...reportHead(rfm, input, standing.sums.window),
      params: { days, scoring, ...commonParams(input) },
      summary: rfmSummary(standing),
      facts: [{ label: words[input.lang].scored, kind: 'count', value: standing.rfm.scored.length }],
      tables: [
        { ...finishTable(customersTable(input, standing, filtered(order, input)), input.shape), isDetail: true },
        finishTable(segmentsTable(input, standing)),
        ...(standing.rfm.hasScores ? [finishTable(cutsTable(input, standing.rfm))] : []),
      ],
      notes: [scoringNote(standing.rfm, input.lang), ...dataNotes(input, standing.sums)],
    }
    return orNextStep(report, input.snapshot, input.lang)
  },
}

/** What the scores mean, or why there are none. */
export function scoringNote({ hasScores, scoring, scored }: Rfm, lang: Lang): string {
  return hasScores ? words[lang].scoring[scoring] : words[lang].few(scored.length)
}

function rfmSummary(standing: Standing): Record<string, Json> {
  const { scoring, scored, hasScores, recency, frequency, monetary } = standing.rfm
  const cuts = {
    recencyDays: [...recency.cuts],
    orders: [...frequency.cuts],
    netMinor: monetary.cuts.map(wholeMinor),
  }
  const segments = Object.fromEntries(segmentTotals(standing))
  return { scoring, customers: scored.length, segments, cuts: hasScores ? cuts : null }
}

function customersTable(input: RfmInput, standing: Standing, order: Uint32Array): TableDraft {
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns = [
    ...identityColumns(input, column),
    column('recencyDays'),
    column('orders'),
    column('netMinor'),
    column('lastOrderOn', { wide: true }),
    column('r'),
    column('f'),
    column('m'),
    column('segment', { words: segmentWords[input.lang] }),
  ]
  const { r, f, m } = standing.rfm
  const score = (scores: Uint8Array, customer: number) => scores[customer]! || null
  return draft('customers', words[input.lang].customers, columns, order, (customer) => {
    const { id, name, key } = input.snapshot.customers[customer]!
    return {
      customer: id,
      name,
      key,
      recencyDays: recencyDays(standing.sums, customer),
      orders: standing.sums.orders[customer]!,
      netMinor: standing.sums.netMinor[customer]!,
      lastOrderOn: dateOrNull(standing.sums.lastOn[customer]!),
      r: score(r, customer),
      f: score(f, customer),
      m: score(m, customer),
      segment: standing.segment(customer),
    }
  })
}
