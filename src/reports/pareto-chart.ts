import { draft, finishTable } from '../core/report/build.js'
import type { Chart } from '../core/report/chart.js'
import { columnsIn } from '../core/report/columns.js'
import type { Json } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import { type Holding, heldByBest } from '../core/value/pareto.js'
import type { Grading } from '../core/value/standing.js'
import { joined } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import type { MoversInput } from './movers-table.js'
import { percentText } from './notes.js'
import { measureLabel, shareColumn, valueColumn, valueKey } from './tier-tables.js'

const words = bilingual(
  {
    title: (share: string, a: string, all: string, held: string, measure: string) =>
      `${share} of the customers (${a} of ${all}, tier A) bring ${held} of the ${measure.toLowerCase()}`,
    even: (all: string) => `All ${all} customers are in tier A: they bring so much alike that none stands out`,
    table: 'What the best customers bring',
    cut: (tier: string, share: string, held: string) => `${tier}: ${share} of customers → ${held}`,
    told: (best: string, share: string) => `the best ${best} bring ${share}`,
    alt: (told: string) => `Rising curve: ${told}.`,
    best: 'The best',
    xLabel: 'customers, the best first',
    yLabel: (measure: string) => `share of ${measure.toLowerCase()}`,
  },
  {
    title: (share, a, all, held, measure) => `${share}的客户（${all}位中的${a}位A类客户）贡献了${held}的${measure}`,
    even: (all) => `${all}位客户都是A类：大家买得差不多，没有谁特别突出`,
    table: '最好的客户贡献了多少',
    cut: (tier, share, held) => `${tier}：${share}的客户 → ${held}`,
    told: (best, share) => `最好的${best}客户贡献${share}`,
    alt: (told) => `上升曲线：${told}。`,
    best: '最好的',
    xLabel: '客户（从好到差）',
    yLabel: (measure) => `${measure}占比`,
  },
)

/** The points told in figures, in percent of the customers. */
const TOLD = [1, 5, 10, 20, 50] as const
/** Points of the drawn curve. */
const DRAWN = Array.from({ length: 101 }, (_, percent) => percent)
/** Fewer customers make no curve. */
const FEWEST = 5

/** The Pareto curve of a grading: the share of the value that the best customers bring; none for fewer than five customers. */
export function paretoCharts(input: MoversInput, { abc }: Grading): readonly Chart[] {
  const { A, B } = abc.totals
  const all = abc.ascending.length
  if (all < FEWEST) return []
  const say = words[input.lang]
  const measure = measureLabel(input.value.measure, input)
  const points = heldByBest(abc.ascending, DRAWN).map(({ customersShare: x, valueShare: y }) => ({ x, y }))
  const cut = (tier: string, customers: number, value: number) => ({
    ...{ tier, until: customers / all },
    told: say.cut(tier, percentText(customers / all), percentText(value / abc.total)),
  })
  const stretches = [
    cut('A', A.customers, A.value),
    { ...cut('A+B', A.customers + B.customers, A.value + B.value), tier: 'B' },
    { tier: 'C', until: 1 },
  ]
  const labels = { xLabel: say.xLabel, yLabel: say.yLabel(measure) }
  return [
    {
      key: 'pareto',
      beside: 'classes',
      kind: 'curve',
      title: titleOf(input, abc),
      alt: altOf(input, abc),
      ...labels,
      points,
      stretches,
      table: heldTable(input, abc),
    },
  ]
}

/** What tier A brings, as a sentence. */
function titleOf(input: MoversInput, { totals: { A }, ascending, total }: Grading['abc']): string {
  const say = words[input.lang]
  const measure = measureLabel(input.value.measure, input)
  const [customers, all] = [A.customers, ascending.length].map((count) => count.toLocaleString('en-US')) as [
    string,
    string,
  ]
  if (A.customers === ascending.length) return say.even(all)
  return say.title(percentText(A.customers / ascending.length), customers, all, percentText(A.value / total), measure)
}

/** The told points as a sentence. */
function altOf({ lang }: MoversInput, { ascending }: Grading['abc']): string {
  const say = words[lang]
  const told = heldByBest(ascending, TOLD).map(({ valueShare }, at) =>
    say.told(`${TOLD[at]}%`, percentText(valueShare)),
  )
  return say.alt(joined(told, lang))
}

/** The told points, for `summary`. */
export function paretoSummary({ value: { measure } }: MoversInput, { abc }: Grading): Json {
  return heldByBest(abc.ascending, TOLD).map(({ value, ...held }, at) => ({
    percent: TOLD[at]!,
    ...held,
    [valueKey(measure)]: value,
  }))
}

function heldTable(input: MoversInput, abc: Grading['abc']): Table {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const { measure } = input.value
  const columns = [
    { key: 'best', kind: 'percent', label: say.best } as const,
    column('customers'),
    valueColumn(measure, input),
    shareColumn(measure, input),
  ]
  const held = heldByBest(abc.ascending, TOLD)
  const row = ({ customers, value, valueShare }: Holding, at: number) => ({
    ...{ best: TOLD[at]! / 100, customers, valueShare },
    [valueKey(measure)]: value,
  })
  return finishTable(draft('pareto', say.table, columns, held, row))
}
