import {
  commonParams,
  draft,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { ranking } from '../core/value/abc.js'
import { type Cycles, usualCycles } from '../core/value/cycle.js'
import {
  type Forecast,
  type ForecastOptions,
  type ForecastTotals,
  forecastOn,
  forecastTotals,
  type Total,
} from '../core/value/forecast/forecast.js'
import { historyOf } from '../core/value/forecast/histories.js'
import type { ValueOptions } from '../core/value/standing.js'
import { orReason } from './empty-window.js'
import { modelSummary, seesLeaving, shortened } from './forecast-model.js'
import { forecastNotes } from './forecast-notes.js'
import { forecastWords as words } from './forecast-words.js'
import { identityColumns } from './identity.js'
import { nextOrderCells, nextOrderColumns } from './next-order.js'
import { moneyText } from './notes.js'

export interface ForecastInput extends ReportInput {
  /** How this ledger grades when nothing else is asked for. */
  readonly usual: ValueOptions
  readonly forecast: ForecastOptions
}

/** What every customer who has ordered is expected to order and bring (ALGORITHMS §4), the largest value first. */
export const forecast: ReportDefinition<ForecastInput> = {
  name: 'forecast',
  words,
  build(input) {
    const cycles = usualCycles(input.snapshot, input.asOf, input.usual)
    const found = forecastOn(input.snapshot, input.asOf, input.forecast)
    const places = chosenPlaces(input, found)
    const totals = found.expected && forecastTotals(found.expected, places)
    const table = finishTable(customersTable(input, found, cycles, places), input.shape)
    const isCycleMissing = table.rows.some(({ nextFrom, lateDays }) => nextFrom === null && lateDays === null)
    const report: Report = {
      ...reportHead(forecast, input, null),
      params: { ...input.forecast, ...commonParams(input) },
      summary: {
        customers: places.length,
        ...modelSummary(input.forecast.model, found),
        ...totalsSummary(found, totals),
      },
      facts: factsOf(input, found, places.length, totals),
      tables: [table],
      notes: forecastNotes(input, found, places.length, isCycleMissing),
    }
    return orReason(report, input, { from: null, to: input.asOf })
  },
}

/** Places in the histories of the customers the filter keeps, the largest expected value first; without a forecast the most orders first. */
export function chosenPlaces({ snapshot, filter }: ReportInput, { histories, expected }: Forecast): Uint32Array {
  const ids = Array.from(histories.customer, (customer) => snapshot.customers[customer]!)
  const order = ranking(expected?.valueMinor ?? Float64Array.from(histories.x), ids)
  return filter ? order.filter((place) => filter.includes(histories.customer[place]!)) : order
}

function totalsSummary({ fit }: Forecast, totals: ForecastTotals | null): Record<string, Json> {
  return {
    likelyActive: totals && seesLeaving(fit) ? totals.likelyActive : null,
    expectedOrders: totals && shortened(totals.orders.expected),
    expectedOrdersLow: totals?.orders.low ?? null,
    expectedOrdersHigh: totals?.orders.high ?? null,
    expectedValueMinor: totals?.valueMinor.expected ?? null,
    expectedValueLowMinor: totals?.valueMinor.low ?? null,
    expectedValueHighMinor: totals?.valueMinor.high ?? null,
  }
}

function factsOf(input: ForecastInput, { fit }: Forecast, customers: number, totals: ForecastTotals | null): Fact[] {
  const say = words[input.lang]
  const { days } = input.forecast
  const ordered: Fact = { label: say.ordered, kind: 'count', value: customers }
  if (totals === null || customers === 0) return [ordered]
  const between = ({ low, high }: Total, text: (value: number) => string): Fact => ({
    label: say.interval,
    kind: 'text',
    value: say.between(text(low), text(high)),
  })
  const active: Fact = { label: say.likelyActive, kind: 'count', value: totals.likelyActive }
  return [
    ordered,
    ...(seesLeaving(fit) ? [active] : []),
    { label: say.orders(days), kind: 'number', value: Math.round(totals.orders.expected * 10) / 10 },
    between(totals.orders, (value) => value.toLocaleString('en-US')),
    {
      label: say.value(days),
      kind: 'money',
      value: totals.valueMinor.expected,
      ...currencyOf(input.snapshot.currency),
    },
    between(totals.valueMinor, (value) => moneyText(value, input)),
  ]
}

function forecastColumns(input: ForecastInput, { fit }: Forecast): Column[] {
  const say = words[input.lang]
  const isDropout = seesLeaving(fit)
  return [
    ...identityColumns(input, columnsIn(input.lang, input.snapshot.currency)),
    { key: 'x', kind: 'count', label: say.x },
    { key: 'tx', kind: 'number', label: say.tx, wide: true },
    { key: 'T', kind: 'number', label: say.T, wide: true },
    { key: 'pAlive', kind: 'percent', label: say.pAlive, ...wideUnless(isDropout) },
    { key: 'expectedOrders', kind: 'number', label: say.expectedOrders },
    { key: 'expectedValueMinor', kind: 'money', label: say.expectedValue, ...currencyOf(input.snapshot.currency) },
    ...nextOrderColumns(input.lang),
  ]
}

function customersTable(input: ForecastInput, found: Forecast, cycles: Cycles, places: Uint32Array): TableDraft {
  const { histories, expected, fit } = found
  const isDropout = seesLeaving(fit)
  return draft('customers', words[input.lang].customers, forecastColumns(input, found), places, (place) => {
    const customer = histories.customer[place]!
    const { id, name, key } = input.snapshot.customers[customer]!
    const { x, tx, T } = historyOf(histories, place)
    return {
      customer: id,
      name,
      key,
      x,
      tx: shortened(tx),
      T: shortened(T),
      pAlive: expected && isDropout ? shortened(expected.pAlive[place]!) : null,
      expectedOrders: expected && shortened(expected.orders[place]!),
      expectedValueMinor: expected && expected.valueMinor[place]!,
      ...nextOrderCells(cycles, customer),
    }
  })
}
