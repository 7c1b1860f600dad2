import {
  commonParams,
  draft,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, currencyOf } from '../core/report/columns.js'
import type { Column, Fact, Json, Report } from '../core/report/model.js'
import { ranking } from '../core/value/abc.js'
import { usualCycles } from '../core/value/cycle.js'
import { isFit } from '../core/value/forecast/fit-orders.js'
import {
  type Forecast,
  type ForecastOptions,
  type ForecastTotals,
  forecastOn,
  forecastTotals,
  type Total,
} from '../core/value/forecast/forecast.js'
import { historyOf } from '../core/value/forecast/histories.js'
import { PARAMETERS } from '../core/value/forecast/order-models.js'
import type { ValueOptions } from '../core/value/standing.js'
import { dateOrNull } from './dates.js'
import { forecastNotes } from './forecast-notes.js'
import { forecastWords as words } from './forecast-words.js'
import { identityColumns } from './identity.js'
import { orNextStep } from './no-orders.js'
import { moneyText } from './notes.js'

export interface ForecastInput extends ReportInput {
  /** How this ledger grades when nothing else is asked for. */
  readonly usual?: ValueOptions
  readonly forecast: ForecastOptions
}

/** What every customer who has ordered is expected to order and bring (ALGORITHMS §4), the largest value first. */
export const forecast: ReportDefinition<ForecastInput> = {
  name: 'forecast',
  words,
  build(input) {
    const found = forecastOn(input.snapshot, input.asOf, input.forecast)
    const places = chosenPlaces(input, found)
    const totals = found.expected && forecastTotals(found.expected, places)
    const report: Report = {
      ...reportHead(forecast, input, null),
      params: { ...input.forecast, ...commonParams(input) },
      summary: { customers: places.length, ...modelSummary(input, found), ...totalsSummary(found, totals) },
      facts: factsOf(input, found, places.length, totals),
      tables: [finishTable(customersTable(input, found, places), input.shape)],
      notes: forecastNotes(input, found, places.length),
    }
    return orNextStep(report, input.snapshot, input.lang)
  },
}

/** Places in the histories of the customers the filter keeps, the largest expected value first; without a forecast the most orders first. */
function chosenPlaces({ snapshot, filter }: ForecastInput, { histories, expected }: Forecast): Uint32Array {
  const ids = Array.from(histories.customer, (customer) => snapshot.customers[customer]!)
  const order = ranking(expected?.valueMinor ?? Float64Array.from(histories.x), ids)
  return filter ? order.filter((place) => filter.includes(histories.customer[place]!)) : order
}

function modelSummary({ forecast: asked }: ForecastInput, { fit, spend, histories }: Forecast): Record<string, Json> {
  const named = (names: readonly string[], values: readonly number[]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]!]))
  if (!isFit(fit)) {
    const none = { name: asked.model, params: null, logLikelihood: null, n: histories.x.length, converged: false }
    return { noForecast: fit.reason, model: { ...none, replaces: null }, spend: null }
  }
  const { model, parameters, logLikelihood, n, replaces } = fit
  const params = named(PARAMETERS[model], parameters)
  return {
    noForecast: null,
    model: { name: model, params, logLikelihood, n, converged: true, replaces },
    spend: spend && {
      name: 'gamma-gamma',
      params: { p: spend.p, q: spend.q, v: spend.v },
      logLikelihood: spend.logLikelihood,
      n: spend.n,
      converged: true,
    },
  }
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

/** Whether the model says of a customer how likely he is still one. */
function seesLeaving(fit: Forecast['fit']): boolean {
  return isFit(fit) && fit.model !== 'nbd'
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
    { key: 'pAlive', kind: 'percent', label: say.pAlive, ...(isDropout ? {} : { wide: true }) },
    { key: 'expectedOrders', kind: 'number', label: say.expectedOrders },
    { key: 'expectedValueMinor', kind: 'money', label: say.expectedValue, ...currencyOf(input.snapshot.currency) },
    { key: 'nextFrom', kind: 'date', label: say.nextFrom },
    { key: 'nextTo', kind: 'date', label: say.nextTo },
    { key: 'lateDays', kind: 'days', label: say.lateDays },
  ]
}

function customersTable(input: ForecastInput, found: Forecast, places: Uint32Array): TableDraft {
  const { histories, expected, fit } = found
  const nextOf = nextOrders(input)
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
      ...nextOf(customer),
    }
  })
}

/** When the next order is expected by the customer's cycle; a time that is over leaves only by how many days. */
function nextOrders({ snapshot, asOf, usual }: ForecastInput) {
  const cycles = usualCycles(snapshot, asOf, usual)
  const { days } = cycles
  return (customer: number) => {
    const window = cycles.window(customer)
    const last = days.day[days.start[customer + 1]! - 1]!
    const closesOn = window && last + window.closeDays
    if (window === null || closesOn === null) return { nextFrom: null, nextTo: null, lateDays: null }
    if (closesOn < days.asOf) return { nextFrom: null, nextTo: null, lateDays: days.asOf - closesOn }
    return { nextFrom: dateOrNull(last + window.openDays), nextTo: dateOrNull(closesOn), lateDays: null }
  }
}

/** Six decimals: what a machine may need of a model's figure, the same on every computer. */
function shortened(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
