import { draft, type TableDraft } from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Json } from '../core/report/model.js'
import type { Column, ColumnKind, Value } from '../core/report/table.js'
import type { Cycles } from '../core/value/cycle.js'
import { FORECAST_DEFAULTS, type Forecast } from '../core/value/forecast/forecast.js'
import { historyOf } from '../core/value/forecast/histories.js'
import { bilingual } from '../core/values/lang.js'
import { modelSummary, seesLeaving, shortened } from './forecast-model.js'
import { modelSentences } from './forecast-notes.js'
import { nextOrderCells } from './next-order.js'
import type { CustomerInput } from './show-tables.js'

const kinds = {
  x: 'count',
  tx: 'number',
  T: 'number',
  meanMinor: 'money',
  pAlive: 'percent',
  expectedOrders: 'number',
  spendMinor: 'money',
  expectedValueMinor: 'money',
  nextFrom: 'date',
  nextTo: 'date',
  lateDays: 'days',
} as const satisfies Record<string, ColumnKind>

type FigureKey = keyof typeof kinds
type Figures = Readonly<Record<FigureKey, Value>>

const words = bilingual(
  {
    title: (days: number) => `Forecast of the next ${days} days`,
    columns: { figure: 'Figure', value: 'Value', meaning: 'What it is', kind: 'Kind' },
    figures: {
      x: 'x',
      tx: 't_x',
      T: 'T',
      meanMinor: 'm',
      pAlive: 'P(alive)',
      expectedOrders: 'Orders expected',
      spendMinor: 'Net of an order day expected',
      expectedValueMinor: 'Net expected',
      nextFrom: 'Next order from',
      nextTo: 'Next order to',
      lateDays: 'Days late',
    } satisfies Record<FigureKey, string>,
    meanings: {
      x: 'order days after the first',
      tx: 'weeks from the first to the last order day',
      T: 'weeks from the first order day to the as-of day',
      meanMinor: 'mean net of the order days after the first',
      pAlive: 'chance of being a customer still',
      expectedOrders: 'by x, t_x and T',
      spendMinor: 'by x and m, less returns that name no order',
      expectedValueMinor: 'orders × net of an order day',
      nextFrom: 'the last order and the days after which half are back',
      nextTo: 'the last order and the days after which four in five are',
      lateDays: 'since the next order was expected at the latest',
    } satisfies Record<FigureKey, string>,
    nothing: 'No forecast: no order of this customer counts by this day.',
  },
  {
    title: (days) => `未来${days}天销售预估`,
    columns: { figure: '数值名称', value: '数值', meaning: '含义', kind: '类型' },
    figures: {
      x: '复购次数 x',
      tx: '末单时间 t_x',
      T: '观察时长 T',
      meanMinor: '复购均额 m',
      pAlive: '仍活跃概率',
      expectedOrders: '预计订单数',
      spendMinor: '每个下单日的预计净额',
      expectedValueMinor: '预计净销售额',
      nextFrom: '下次最早',
      nextTo: '下次最晚',
      lateDays: '超期天数',
    },
    meanings: {
      x: '首单以后的下单日数',
      tx: '首个下单日到最近下单日的周数',
      T: '首个下单日到统计日的周数',
      meanMinor: '首单以后每个下单日的平均净额',
      pAlive: '仍是客户的概率',
      expectedOrders: '由 x、t_x、T 推算',
      spendMinor: '由 x 和 m 推算，已扣除没有对应订单的退货',
      expectedValueMinor: '预计订单数×每个下单日的预计净额',
      nextFrom: '上次下单加上半数回购天数',
      nextTo: '上次下单加上八成回购天数',
      lateDays: '已过预计最晚日期的天数',
    },
    nothing: '无法预估：到这一天为止该客户没有有效订单。',
  },
)

/** What the model is given of one customer and what it says; null figures where it says none, null without an order. */
function figuresOf({ customer }: CustomerInput, found: Forecast, cycles: Cycles): Figures | null {
  const { histories, expected, fit } = found
  const place = histories.customer.indexOf(customer)
  if (place < 0) return null
  const { x, tx, T } = historyOf(histories, place)
  return {
    x,
    tx: shortened(tx),
    T: shortened(T),
    meanMinor: x > 0 ? Math.round(histories.repeatMinor[place]! / x) : null,
    pAlive: expected && seesLeaving(fit) ? shortened(expected.pAlive[place]!) : null,
    expectedOrders: expected && shortened(expected.orders[place]!),
    spendMinor: expected && Math.round(expected.perDayMinor[place]!),
    expectedValueMinor: expected && expected.valueMinor[place]!,
    ...nextOrderCells(cycles, customer),
  }
}

/** One line a figure: what the forecast of the customer is made from, and what it says; figures there are none of are left out. */
export function forecastTable(input: CustomerInput, found: Forecast, cycles: Cycles): TableDraft {
  const { title, columns: label, figures: names, meanings, nothing } = words[input.lang]
  const columns: Column[] = [
    { key: 'figure', kind: 'text', label: label.figure, words: names },
    { key: 'kind', kind: 'text', label: label.kind, wide: true },
    {
      ...{ key: 'value', kind: 'number', kindIn: 'kind', label: label.value },
      ...currencyOf(input.snapshot.currency),
    },
    { key: 'meaning', kind: 'text', label: label.meaning },
  ]
  const figures = figuresOf(input, found, cycles)
  const known = (Object.keys(kinds) as FigureKey[]).filter((key) => (figures?.[key] ?? null) !== null)
  const table = draft('forecast', title(FORECAST_DEFAULTS.days), columns, known, (key) => ({
    ...{ figure: key, kind: kinds[key], value: figures![key], meaning: meanings[key] },
  }))
  return { ...table, reason: nothing }
}

/** The model with its parameters, or why there is none; nothing of a customer without an order. */
export function forecastSentences({ customer, lang }: CustomerInput, found: Forecast): string[] {
  return found.histories.customer.includes(customer) ? modelSentences(found, lang) : []
}

/** The same for machines. */
export function forecastJson(input: CustomerInput, found: Forecast, cycles: Cycles): Json {
  const { days, model } = FORECAST_DEFAULTS
  const figures = figuresOf(input, found, cycles)
  return figures && { days, ...figures, ...modelSummary(model, found) }
}
