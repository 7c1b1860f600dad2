import {
  commonParams,
  draft,
  filtered,
  finishOther,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import { ranking } from '../core/value/abc.js'
import { recencyDays } from '../core/value/rfm.js'
import { segmentTotals } from '../core/value/segments/totals.js'
import { meanScores, segmentNames } from '../core/value/segments/vocabulary.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { orReason } from './empty-window.js'
import { gridCharts } from './grid-chart.js'
import { identityColumns } from './identity.js'
import { migrationCharts } from './migration-chart.js'
import { dataNotes } from './notes.js'
import { gridTables } from './rfm-grid.js'
import { type Comparison, compareWith, flowsTable, migrationNotes, segmentMoversTable } from './rfm-migration.js'
import { scoreNotes, scoringNote } from './rfm-notes.js'
import { cutsTable, segmentsTable, wholeMinor } from './rfm-tables.js'

export interface RfmInput extends ReportInput {
  readonly value: ValueOptions
  /** An earlier day whose segments stand beside those of now. */
  readonly against?: Day | undefined
}

const words = bilingual(
  {
    title: 'RFM scores and segments',
    purpose: 'How recently, how often and for how much customers buy: scores from 1 to 5, segments and cut values.',
    customers: 'Customers',
    scored: 'Customers scored',
    means: 'Mean scores R, F, M',
    moved: (day: string) => `Changed segment since ${day}`,
    noOrder: 'None of these customers has a counted order in this window.',
  },
  {
    title: 'RFM评分与客户分群',
    purpose: '客户最近何时下单、下单多少次、买了多少钱：1至5分、分群和分界值。',
    customers: '客户',
    scored: '参与评分的客户数',
    means: 'R、F、M平均分',
    moved: (day) => `${day} 以来换群的客户数`,
    noOrder: '这些客户在这段时间都没有有效订单。',
  },
)

/** RFM scores and segments of the customers with a counted order in the window (ALGORITHMS §2), largest net first. */
export const rfm: ReportDefinition<RfmInput> = {
  name: 'rfm',
  words,
  build(input) {
    const standing = standingOn(input.snapshot, input.asOf, input.value)
    const order = ranking(standing.sums.netMinor, input.snapshot.customers).filter((i) => standing.sums.orders[i]! > 0)
    const comparison = input.against === undefined ? null : compareWith(input, standing, input.against)
    const listed = { ...customersTable(input, standing, filtered(order, input)), reason: words[input.lang].noOrder }
    const scores = scoreTables(input, standing)
    const moves = comparison?.earlier.rfm.hasScores ? migrationTables(input, standing, comparison) : []
    const report: Report = {
      ...reportHead(rfm, input, standing.sums.window),
      params: rfmParams(input),
      summary: { ...rfmSummary(standing), ...(comparison ? { migration: migrationJson(comparison) } : {}) },
      facts: rfmFacts(input, standing, comparison),
      charts: [
        ...scores.slice(0, 1).flatMap((grid) => gridCharts(input, standing, grid)),
        ...moves.slice(0, 1).flatMap((flows) => migrationCharts(input, standing, comparison!, flows)),
      ],
      tables: [
        { ...finishTable(listed, input.shape), isDetail: true },
        {
          ...finishTable({ ...segmentsTable(input, standing), reason: scoringNote(standing.rfm, input.lang) }),
          isForMachines: !standing.rfm.hasScores,
        },
        ...scores,
        ...moves,
      ],
      notes: [
        scoringNote(standing.rfm, input.lang),
        ...scoreNotes(input, standing),
        ...(comparison ? migrationNotes(input, comparison) : []),
        ...dataNotes(input, standing.sums),
      ],
    }
    return orReason(report, input, standing.sums.window)
  },
}

function rfmParams(input: RfmInput): Record<string, Json> {
  const { days, scoring, vocabulary, bands } = input.value
  const bounds = { recencyDays: [...bands.recencyDays], orders: [...bands.orders], netMinor: bands.netMinor }
  return {
    ...{ days, scoring, vocabulary: vocabulary.name },
    ...(scoring === 'bands' ? { bands: bounds } : {}),
    ...(input.against === undefined ? {} : { against: dateOf(input.against) }),
    ...commonParams(input),
  }
}

function rfmSummary(standing: Standing): Record<string, Json> {
  const { scoring, scored, hasScores, recency, frequency, monetary } = standing.rfm
  const cuts = {
    recencyDays: [...recency.cuts],
    orders: [...frequency.cuts],
    netMinor: monetary.cuts.map(wholeMinor),
  }
  const segments = Object.fromEntries(segmentTotals(standing))
  const meanOf = standing.vocabulary.digits === 'above-mean' ? { meanScores: meanScores(standing.rfm) } : {}
  return { scoring, customers: scored.length, segments, cuts: hasScores ? cuts : null, ...meanOf }
}

function migrationJson({ day, earlier, migration }: Comparison): Json {
  return {
    against: dateOf(day),
    customers: earlier.rfm.scored.length,
    moved: migration.moved,
    stayed: migration.stayed,
  }
}

function rfmFacts({ lang }: RfmInput, standing: Standing, comparison: Comparison | null): Fact[] {
  const say = words[lang]
  const means = standing.vocabulary.digits === 'above-mean' ? meanScores(standing.rfm) : null
  const meanText = means && [means.r, means.f, means.m].map((mean) => mean.toFixed(2)).join(' · ')
  return [
    { label: say.scored, kind: 'count', value: standing.rfm.hasScores ? standing.rfm.scored.length : 0 },
    ...(meanText === null ? [] : [{ label: say.means, kind: 'text', value: meanText } as const]),
    ...(comparison?.earlier.rfm.hasScores
      ? [{ label: say.moved(dateOf(comparison.day)), kind: 'count', value: comparison.migration.moved } as const]
      : []),
  ]
}

/** The grid and the cut values; none where nobody is scored. */
function scoreTables(input: RfmInput, standing: Standing): Table[] {
  if (!standing.rfm.hasScores) return []
  return [...gridTables(input, standing), cutsTable(input, standing.rfm)].map((table) => finishTable(table))
}

function migrationTables(input: RfmInput, standing: Standing, comparison: Comparison): Table[] {
  return [
    finishOther(flowsTable(input, standing, comparison), input.shape),
    finishOther(segmentMoversTable(input, standing, comparison), input.shape),
  ]
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
    column('segment', { words: segmentNames(standing.vocabulary, input.lang) }),
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
