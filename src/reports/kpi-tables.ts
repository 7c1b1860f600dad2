import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { currencyOf, wideUnless } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import {
  changeKind,
  changeOf,
  INDICATOR_KEYS,
  INDICATORS,
  type IndicatorKey,
  type Indicators,
} from '../core/value/indicators.js'
import type { Period } from '../core/value/period.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { monthText } from '../core/values/month.js'
import { figureWords, indicatorWords, periodLabel } from './kpi-words.js'

/** A period and its figures. */
export interface Told {
  readonly period: Period
  readonly figures: Indicators
  /** Told in part only, so that no change since then is told. */
  readonly isInPart?: boolean
}

/** What is set side by side. */
export interface Compared {
  readonly now: Told
  readonly previous: Told
  readonly yearBefore: Told
}

const words = bilingual(
  {
    indicators: 'Indicators',
    trend: (months: number) => (months === 1 ? 'One month' : `${months} months`),
    months: 'By month',
    indicator: 'Indicator',
    kind: 'Kind',
    change: 'Change',
    yearChange: 'Change in a year',
    month: 'Month',
    from: 'From',
    to: 'To',
  },
  {
    indicators: '经营指标',
    trend: (months) => `近${months}个月`,
    months: '逐月指标',
    indicator: '指标',
    kind: '类型',
    change: '增减',
    yearChange: '同比增减',
    month: '月份',
    from: '起',
    to: '止',
  },
)

/** Indicators a month's row shows on a terminal; files hold all. */
const narrow: ReadonlySet<IndicatorKey> = new Set([
  ...(['netMinor', 'orders', 'averageOrderMinor', 'buyers', 'newCustomers'] as const),
  ...(['repurchaseRate', 'churned', 'churnRate', 'satisfaction', 'conversion'] as const),
])

/** Fewer months have no shape. */
const FEWEST_MONTHS = 3

/** One row an indicator: the period, the one before and the same a year before, each with the change. */
export function indicatorsTable(
  input: ReportInput,
  compared: Compared,
  months: readonly Told[],
  missing: readonly IndicatorKey[],
): TableDraft {
  const { now, previous, yearBefore } = compared
  const say = words[input.lang]
  // A year before is the period before of a year: it is shown once.
  const isTold = (told: Told) =>
    INDICATOR_KEYS.some((key) => told.figures[key] !== null) && !(told === yearBefore && now.period.kind === 'year')
  const figure = (key: string, told: Told): Column => ({
    ...{ key, kind: 'number', kindIn: 'kind', label: periodLabel(told.period, input.lang) },
    ...currencyOf(input.snapshot.currency),
    ...wideUnless(isTold(told) || told === now),
  })
  const change = (key: string, label: string, told: Told): Column => ({
    ...{ key, kind: 'percent', kindIn: 'changeKind', label },
    ...wideUnless(isTold(told)),
  })
  const columns: Column[] = [
    { key: 'indicator', kind: 'text', label: say.indicator, words: indicatorWords[input.lang] },
    { key: 'kind', kind: 'text', label: say.kind, words: figureWords[input.lang], wide: true },
    figure('value', now),
    figure('previous', previous),
    change('change', say.change, previous),
    figure('yearBefore', yearBefore),
    change('yearChange', say.yearChange, yearBefore),
    { key: 'trend', kind: 'trend', label: say.trend(months.length), ...wideUnless(months.length >= FEWEST_MONTHS) },
  ]
  const shown = INDICATOR_KEYS.filter((key) => !missing.includes(key))
  const changed = (key: IndicatorKey, { figures, isInPart }: Told) =>
    isInPart === true ? null : changeOf(key, now.figures[key], figures[key])
  return draft('indicators', say.indicators, columns, shown, (key) => ({
    indicator: key,
    kind: INDICATORS[key],
    changeKind: changeKind(key),
    value: now.figures[key],
    previous: previous.figures[key],
    change: changed(key, previous),
    yearBefore: yearBefore.figures[key],
    yearChange: changed(key, yearBefore),
    trend: months.map(({ figures }) => figures[key]).reverse(),
  }))
}

/** One row a month, newest first, with every indicator the ledger can tell. */
export function monthsTable(input: ReportInput, months: readonly Told[], missing: readonly IndicatorKey[]): TableDraft {
  const say = words[input.lang]
  const columns: Column[] = [
    { key: 'month', kind: 'text', label: say.month },
    { key: 'from', kind: 'date', label: say.from, wide: true },
    { key: 'to', kind: 'date', label: say.to, wide: true },
    ...INDICATOR_KEYS.filter((key) => !missing.includes(key)).map((key): Column => {
      const kind = INDICATORS[key]
      const currency = kind === 'money' ? currencyOf(input.snapshot.currency) : {}
      return {
        key,
        kind,
        label: indicatorWords[input.lang][key],
        ...currency,
        ...wideUnless(narrow.has(key)),
      }
    }),
  ]
  return draft('months', say.months, columns, months, ({ period, figures }) => ({
    month: monthText(period.month),
    from: dateOf(period.from + 1),
    to: dateOf(period.to),
    ...figures,
  }))
}
