import type { EntryFacts } from '../core/entry-facts.js'
import type { Voice } from '../core/follow-up/feedback/voice.js'
import { commonParams, finishOther, finishTable, type ReportDefinition, reportHead } from '../core/report/build.js'
import type { Json, Report } from '../core/report/model.js'
import { TIERS, type Tier } from '../core/value/abc.js'
import type { PeriodKind } from '../core/value/choices.js'
import { type GradesBasis, gradesOn } from '../core/value/grades/grades.js'
import { type IndicatorBasis, indicatorBasis } from '../core/value/indicators/basis.js'
import { stagesOver, stageTotals } from '../core/value/indicators/stages-over.js'
import {
  indicatorsReader,
  isOfRecordsAlone,
  missingRecords,
  RECORDS,
  untoldIndicators,
} from '../core/value/indicators.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import { comparedWith, monthsUpTo, type Period, periodOf } from '../core/value/period.js'
import type { ValueOptions } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { type Month, monthOfDay, monthText } from '../core/values/month.js'
import { completenessTable, type FilesInput } from './completeness-table.js'
import { cyclesCharts } from './cycles-chart.js'
import { cyclesTable, knownCycles } from './cycles-table.js'
import { kpiNotes } from './kpi-notes.js'
import { type Compared, indicatorsTable, monthsTable, type Told } from './kpi-tables.js'
import { orNextStep } from './no-orders.js'
import { revenueCharts } from './revenue-chart.js'
import { conversionTable, stageJson, stagesTable } from './stage-tables.js'
import { valueParams } from './tier-tables.js'

export interface KpiInput extends FilesInput {
  readonly value: ValueOptions
  readonly entries: readonly EntryFacts[]
  readonly voice: () => Voice
  readonly lifecycle: () => Lifecycle
  readonly grades: () => GradesBasis
  readonly period: PeriodKind
  /** A month of the period asked for; null for the period of the as-of day. */
  readonly month: Month | null
  /** Months in the table by month, as far back as the ledger goes. */
  readonly months: number
}

const words = bilingual(
  {
    title: 'Indicators',
    purpose:
      'Sales, new and returning customers, repurchase, churn, concentration, service and leads of a period, beside the period before and the same a year before; by month; and how customers moved from stage to stage, and how often they buy.',
  },
  {
    title: '经营指标',
    purpose:
      '一个时期的销售、新老客户、复购、流失、集中度、服务和意向客户，与上期和去年同期对比；逐月列出；客户生命周期各阶段之间的转化，以及购买周期。',
  },
)

/** The indicators of ALGORITHMS §8 and §10: a month so far beside the same days of the month before, a whole one beside whole ones. */
export const kpi: ReportDefinition<KpiInput> = {
  name: 'kpi',
  words,
  build(input) {
    const { snapshot, asOf } = input
    const basis = indicatorBasis(input, referredOf(input))
    const figuresOf = indicatorsReader(basis)
    const tell = (period: Period): Told => ({ period, figures: figuresOf(period) })
    const period = periodOf(input.period, input.month ?? monthOfDay(asOf), asOf)
    const others = comparedWith(period)
    const compared = { now: tell(period), previous: tell(others.previous), yearBefore: tell(others.yearBefore) }
    const months = monthsUpTo(period, monthsTold(input, basis, period), asOf).map(tell)
    const missing = missingRecords(basis).flatMap((kind) => [...RECORDS[kind]])
    const over = stagesOver(basis, period)
    const cycles = knownCycles(snapshot, basis.lifecycle.cycles.standing)
    const monthsShown = finishOther(monthsTable(input, months, missing), input.shape)
    const cyclesShown = finishTable(cyclesTable(input, basis.lifecycle.cycles.standing, cycles))
    const isTold = basis.openedOn !== null && basis.openedOn <= period.to
    const report: Report = {
      ...reportHead(kpi, input, period),
      params: kpiParams(input),
      summary: {
        ...comparedJson(compared),
        missing,
        stages: stageTotals(over),
        stageMatrix: stageJson(over),
      },
      facts: [],
      charts: isTold ? [...revenueCharts(input, months, monthsShown), ...cyclesCharts(input, cycles, cyclesShown)] : [],
      tables: [
        {
          ...finishTable(indicatorsTable(input, compared, months, untoldIndicators(basis)), input.shape),
          ...(isTold || isOfRecordsAlone(basis) ? {} : { isForMachines: true }),
        },
        {
          ...monthsShown,
          ...(isTold ? {} : { isForMachines: true }),
        },
        finishTable(stagesTable(input, over)),
        finishTable(conversionTable(input, over)),
        {
          ...finishTable(completenessTable(input, tierToday(input, basis))),
          ...(isTold ? {} : { isForMachines: true }),
        },
        {
          ...cyclesShown,
          ...(isTold ? {} : { isForMachines: true }),
        },
      ],
      notes: kpiNotes(input, basis, compared, { months, over }),
    }
    return isOfRecordsAlone(basis) ? report : orNextStep(report, snapshot, input.lang)
  },
}

/** The tiers of the as-of day, whatever period is looked at: what a file holds is known of that day. */
function tierToday({ asOf }: KpiInput, { classesOn }: IndicatorBasis): (customer: number) => Tier {
  const { tier } = classesOn(asOf)
  return (customer) => TIERS[tier[customer]!]!
}

function kpiParams(input: KpiInput): Record<string, Json> {
  const { period, month, months, value } = input
  const asked = { period, month: month === null ? null : monthText(month), months }
  return { ...asked, ...valueParams(value), ...commonParams(input) }
}

/** No more months than lie between the first counted order and the period's end, and at least one. */
function monthsTold({ months }: KpiInput, { openedOn }: IndicatorBasis, { to }: Period): number {
  if (openedOn === null || openedOn > to) return 1
  return Math.min(months, monthOfDay(to) - monthOfDay(openedOn) + 1)
}

function comparedJson(compared: Compared): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(compared).map(([name, { period, figures }]: [string, Told]) => {
      const { kind, from, to, isWhole } = period
      return [name, { period: kind, from: dateOf(from + 1), to: dateOf(to), isWhole, ...figures }]
    }),
  )
}

/** Customers of whom the seller said who referred them. */
function referredOf({ grades }: KpiInput): ReadonlySet<number> {
  const { decidedCustomers, decision } = gradesOn(grades())
  return new Set(decidedCustomers.filter((customer) => decision(customer, 'referrer') !== null))
}
