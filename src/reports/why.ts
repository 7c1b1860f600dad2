import type { CustomerFile } from '../core/customer-file.js'
import {
  draft,
  finishOther,
  finishTable,
  type ReportDefinition,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import type { Fact, Json } from '../core/report/model.js'
import type { Column, Table } from '../core/report/table.js'
import { countBelow, TIERS } from '../core/value/abc.js'
import { FORECAST_DEFAULTS, forecastOn } from '../core/value/forecast/forecast.js'
import { type GradesBasis, gradesOn } from '../core/value/grades/grades.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import type { Measure } from '../core/value/measure.js'
import { valueForTier } from '../core/value/next-tier.js'
import { type Dimension, rankOf, recencyDays, wholeCut, worseThan } from '../core/value/rfm.js'
import { meanScores } from '../core/value/segments/vocabulary.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { emptyWindowNotes } from './empty-window.js'
import { usualNotes } from './grades-tables.js'
import { gradeJson, gradeSentences } from './grades-why.js'
import { costNotes, dataNotes, moneyText, percentText } from './notes.js'
import { refillNotes, refillsTables } from './refills-table.js'
import { equalNotes, scoringNote } from './rfm-notes.js'
import type { CustomerInput } from './show-tables.js'
import { measureLabel, share, valueColumn, valueParams } from './tier-tables.js'
import { cycleNotes, cycleSources } from './why-cycle.js'
import { firedTable } from './why-due.js'
import { forecastJson, forecastSentences, forecastTable } from './why-forecast.js'
import { whyOrdersTable } from './why-orders.js'
import { stageJson, stageMovesTable, stageSentence } from './why-stage.js'
import { whyWords as words } from './why-words.js'

export interface WhyInput extends CustomerInput {
  readonly value: ValueOptions
  /** How this ledger grades when nothing else is asked for. */
  readonly usual: ValueOptions
  /** What the ledger holds of the customer, where every order is to be named. */
  readonly behind?: CustomerFile | undefined
  readonly grades: () => GradesBasis
}

/** The arithmetic of one customer's tier and standing: place, shares, the way to the next class; scores with what they compare; rules that fired. */
export const why: ReportDefinition<WhyInput> = {
  name: 'why',
  words,
  build(input) {
    const found = findOut(input)
    const { standing, arithmetic } = found
    const head = reportHead(why, input, standing.sums.window)
    const { id, key, name } = input.snapshot.customers[input.customer]!
    return {
      ...head,
      title: `${head.title} · ${name ?? key ?? id}`,
      params: { customer: id, scoring: input.value.scoring, ...valueParams(input.value), asOfMoved: input.isAsOfMoved },
      summary: {
        customer: id,
        tier: arithmeticJson(arithmetic, input.value.measure),
        segment: standing.segment(input.customer),
        grades: gradeJson(input, found.grades),
        stage: stageJson(input, found.life),
        forecast: forecastJson(input, found.forecast, found.life.cycles),
      },
      facts: tierFacts(input, standing, arithmetic),
      tables: whyTables(input, found),
      notes: whyNotes(input, found),
    }
  },
}

/** What is known of the customer, in the order it is told. */
function findOut(input: WhyInput) {
  const { snapshot, asOf, value } = input
  const standing = standingOn(snapshot, asOf, value)
  return {
    standing,
    arithmetic: tierArithmetic(input, standing),
    grades: gradesOn(input.grades(), { grading: standing, value }),
    life: input.lifecycle(),
    refills: input.dues().refills(input.customer),
    forecast: forecastOn(snapshot, asOf, FORECAST_DEFAULTS),
  }
}

type Found = ReturnType<typeof findOut>

function whyTables(input: WhyInput, { standing, life, refills, forecast }: Found): Table[] {
  return [
    { ...finishTable(scoresTable(input, standing), input.shape), isForMachines: !isScored(input, standing) },
    finishTable(firedTable(input)),
    cycleSources(input, life.cycles),
    ...stageTables(input, life),
    finishTable(forecastTable(input, forecast, life.cycles)),
    ...refillsTables(input, refills),
    ...(input.behind ? [finishTable(whyOrdersTable(input, input.behind, standing.sums))] : []),
  ]
}

function whyNotes(input: WhyInput, { standing, arithmetic, grades, life, refills, forecast }: Found): string[] {
  return [
    tierSentence(input, arithmetic),
    ...segmentSentences(input, standing),
    ...gradeSentences(input, grades),
    ...usualNotes(input),
    ...cycleNotes(input, life.cycles),
    stageSentence(input, life),
    ...refillNotes(input, refills, 'why'),
    ...forecastSentences(input, forecast),
    scoringNote(standing.rfm, input.lang),
    ...equalNotes(input, standing),
    ...costNotes(input, standing.sums),
    ...emptyWindowNotes(input, standing.sums.window),
    ...dataNotes(input, standing.sums),
  ]
}

interface TierArithmetic {
  readonly tier: string
  readonly value: number
  /** 1 for the largest value; equal values share a rank. Null for U, like all that follows. */
  readonly rank: number | null
  readonly graded: number
  readonly shareBefore: number | null
  readonly shareAfter: number | null
  readonly nextTier: string | null
  /** The least value that is in the next class, and how far away it is. */
  readonly nextValue: number | null
  readonly distance: number | null
}

/** Amounts stand in keys that end in `Minor`; counts of orders do not. */
function arithmeticJson(
  { value, nextValue, distance, ...found }: TierArithmetic,
  measure: Measure,
): Record<string, Json> {
  if (measure === 'orders') return { ...found, value, nextValue, distance }
  return { ...found, valueMinor: value, nextValueMinor: nextValue, distanceMinor: distance }
}

function tierArithmetic({ customer, value: options }: WhyInput, { abc }: Standing): TierArithmetic {
  const value = abc.value[customer]!
  const tier = abc.tier[customer]!
  const around = value > 0 ? abc.around(value) : null
  const nextValue = tier === 0 ? null : valueForTier(abc, options, value, tier - 1)
  return {
    tier: TIERS[tier]!,
    value,
    rank: around && abc.ascending.length - countBelow(abc.ascending, value + 1) + 1,
    graded: abc.ascending.length,
    shareBefore: around && share(around.before, abc.total),
    shareAfter: around && share(around.after, abc.total),
    nextTier: tier === 0 ? null : TIERS[tier - 1]!,
    nextValue,
    distance: nextValue === null ? null : nextValue - value,
  }
}

function tierFacts(input: WhyInput, standing: Standing, found: TierArithmetic): Fact[] {
  const say = words[input.lang]
  const { key: _key, label, ...typed } = valueColumn(input.value.measure, input)
  const facts: Fact[] = [
    { label: say.tier, kind: 'tier', value: found.tier },
    ...profitFacts(input, standing),
    { label, ...typed, value: found.value },
    { label: say.rank(found.graded), kind: 'count', value: found.rank },
    { label: say.before, kind: 'percent', value: found.shareBefore },
    { label: say.after, kind: 'percent', value: found.shareAfter },
    { label: say.missing(found.nextTier ?? ''), ...typed, value: found.distance },
    { label: say.from(found.nextTier ?? ''), ...typed, value: found.nextValue },
  ]
  return facts.filter(({ value }) => value !== null)
}

/** What profit is made of. */
function profitFacts(input: WhyInput, { sums }: Standing): Fact[] {
  if (input.value.measure !== 'profit') return []
  const { key: _key, label, ...typed } = valueColumn('net', input)
  const net = sums.netMinor[input.customer]!
  return [
    { label, ...typed, value: net },
    { label: words[input.lang].costs, ...typed, value: net - sums.profitMinor[input.customer]! },
  ]
}

/** The rule that put the customer into the class, in a sentence. */
function tierSentence(input: WhyInput, { tier, shareBefore, shareAfter }: TierArithmetic): string {
  const say = words[input.lang]
  const { measure, boundary, cuts } = input.value
  if (shareBefore === null || shareAfter === null)
    return measure === 'profit' ? say.unprofitable : say.ungraded(measureLabel(measure, input))
  const [a, b] = cuts
  const limit = tier === 'A' ? say.upTo(a) : tier === 'B' ? say.between(a, b) : say.past(b)
  return boundary === 'cross'
    ? say.cross(tier, percentText(shareBefore), limit)
    : say.within(tier, percentText(shareAfter), limit)
}

function segmentSentences({ customer, lang }: WhyInput, standing: Standing): string[] {
  const hit = standing.segmentHit(customer)
  const say = words[lang]
  if (!hit) return standing.rfm.hasScores ? [say.unscored] : []
  const { code, segment } = hit
  if (standing.vocabulary.digits === 'scores') return [say.segment(code, segment.words[lang], segment.codes)]
  const { r, f, m } = meanScores(standing.rfm)!
  return [
    say.segmentByMean(
      segment.words[lang],
      [...code].map((digit) => say.levels[digit as '0' | '1']),
      [r, f, m],
    ),
  ]
}

/** Nobody is scored where too few customers ordered, and no customer without an order. */
function isScored({ customer }: WhyInput, { rfm, sums }: Standing): boolean {
  return rfm.hasScores && sums.orders[customer]! > 0
}

/** One row a score: the value, how many of the n customers are strictly worse, and where the scores 2 to 5 begin. */
function scoresTable(input: WhyInput, standing: Standing): TableDraft {
  const say = words[input.lang]
  const { rfm } = standing
  const columns: Column[] = [
    { key: 'dimension', kind: 'text', label: say.columns.dimension, words: say.dimensions },
    { key: 'value', kind: 'text', label: say.columns.value },
    { key: 'rank', kind: 'count', label: say.columns.rank },
    { key: 'worse', kind: 'count', label: say.columns.worse },
    { key: 'customers', kind: 'count', label: say.columns.customers },
    { key: 'score', kind: 'score', label: say.columns.score },
    { key: 'cuts', kind: 'text', label: say.columns.cuts[rfm.scoring] },
  ]
  const rows = isScored(input, standing) ? scoresOf(input, standing) : []
  return draft('scores', say.scores, columns, rows, ({ dimension, of, turned, value, score, text }) => ({
    dimension,
    value,
    rank: rankOf(of, turned),
    worse: worseThan(of, turned),
    customers: rfm.scored.length,
    score: score[input.customer]! || null,
    cuts: cutTexts(of, text),
  }))
}

/** What each score of the customer goes by; `turned` is the value as it is compared, more being better. */
function scoresOf(input: WhyInput, { rfm, sums }: Standing) {
  const say = words[input.lang]
  const { customer } = input
  const days = recencyDays(sums, customer)
  const orders = sums.orders[customer]!
  const net = sums.netMinor[customer]!
  const money = (cut: number) => moneyText(wholeCut(cut), input)
  return [
    { dimension: 'r', of: rfm.recency, turned: -days, value: say.days(days), score: rfm.r, text: say.days },
    { dimension: 'f', of: rfm.frequency, turned: orders, value: say.orders(orders), score: rfm.f, text: say.orders },
    { dimension: 'm', of: rfm.monetary, turned: net, value: moneyText(net, input), score: rfm.m, text: money },
  ]
}

function cutTexts({ cuts }: Dimension, text: (cut: number) => string): string[] {
  return cuts.map((cut) => (cut === null ? '-' : text(cut)))
}

/** The stages entered so far; none of a customer who was always in one. */
function stageTables(input: WhyInput, life: Lifecycle): Table[] {
  const table = finishOther(stageMovesTable(input, life), input.shape)
  return table.rows.length > 0 ? [table] : []
}
