import type { Chart } from '../../src/core/report/chart.js'
import type { Table } from '../../src/core/report/table.js'

const table = (key: string, title: string): Table => ({
  ...{ key, title, omitted: 0 },
  columns: [
    { key: 'what', kind: 'text', label: '项目' },
    { key: 'share', kind: 'percent', label: '占比' },
  ],
  rows: [
    { what: 'x', share: 0.25 },
    { what: 'y', share: 0.5 },
  ],
})

const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06']

/** A table that is the grid of a heat chart, with a column more. */
export const grid: Table = {
  ...{ key: 'grid', title: 'Customers by R and F', omitted: 0 },
  columns: [
    { key: 'r', kind: 'score', label: 'R' },
    ...[1, 2, 3].map((f) => ({ key: `f${f}`, kind: 'count', label: `F ${f}` }) as const),
  ],
  rows: [
    { r: 3, f1: 4, f2: 9, f3: 41 },
    { r: 2, f1: 0, f2: 7, f3: 5 },
    { r: 1, f1: 30, f2: 2, f3: null },
  ],
}

/** One chart of every kind, in both languages, with amounts below nothing, blanks and names that try to be markup. */
export const everyChart: readonly Chart[] = [
  {
    ...{
      kind: 'curve',
      key: 'pareto',
      title: '24.0%的客户（335位中的80位A类客户）贡献了75.2%的净销售额',
      alt: '上升曲线。',
    },
    ...{ xLabel: '客户（从好到差）', yLabel: '净销售额占比', table: table('pareto', '最好的客户贡献了多少') },
    points: Array.from({ length: 101 }, (_, at) => ({ x: at / 100, y: 1 - (1 - at / 100) ** 5 })),
    stretches: [
      { tier: 'A', until: 0.243 },
      { tier: 'B', until: 0.5 },
      { tier: 'C', until: 1 },
    ],
  },
  {
    ...{ kind: 'heat', key: 'grid', title: 'Most customers, 41 of 98, stand at R 3, F 3', alt: 'A grid.' },
    ...{ xLabel: 'F', yLabel: 'R', columns: ['F 1', 'F 2', 'F 3'], rows: ['3', '2', '1'], table: grid },
    cells: [
      [{ value: 4 }, { value: 9 }, { value: 41 }],
      [{ value: 0 }, { value: 7 }, { value: 5 }],
      [{ value: 30 }, { value: 2 }, { value: null }],
    ],
    measure: { kind: 'count' },
  },
  {
    ...{ kind: 'heat', key: 'alone', title: 'After a month 40.0% came back', alt: 'A grid.' },
    ...{ xLabel: 'month after', yLabel: 'first order', columns: ['0', '1'], rows: ['2024-01', '2024-02'] },
    cells: [
      [{ value: 1 }, { value: 0.4 }],
      [{ value: 1 }, { value: null }],
    ],
    ...{ measure: { kind: 'percent' }, most: 0.5, table: table('cohorts', 'Who came back') },
  },
  {
    ...{
      kind: 'columns',
      key: 'months',
      title: 'Net revenue <by month> & kind, in "new" and returning',
      alt: 'Columns.',
    },
    ...{ yLabel: 'Net revenue', columns: months, measure: { kind: 'money', currency: 'CNY' } },
    parts: [
      { label: 'New <b>', values: [1200000, 900000, 1500000, -200000, 700000, 1000050] },
      { label: 'Returning', values: [3200000, 2900000, 3500000, 3100000, -700000, 3000000] },
      { label: '未知', values: [100000, 0, 50000, 0, 0, 20000] },
    ],
    table: table('months', 'By month'),
  },
  {
    ...{ kind: 'flow', key: 'migration', title: '比90天前，冠军客户多了12位', alt: '分群变化。' },
    ...{
      fromLabel: '90天前',
      toLabel: '现在',
      from: ['冠军客户', '忠实客户', '流失'],
      to: ['冠军客户', '流失', '初次购买'],
    },
    flows: [
      { from: 0, to: 0, value: 30 },
      { from: 1, to: 0, value: 22 },
      { from: 1, to: 1, value: 10 },
      { from: 2, to: 1, value: 41 },
      { from: 2, to: 2, value: 3 },
    ],
    ...{ measure: { kind: 'count' }, table: table('migration', '分群变化') },
  },
  {
    ...{ kind: 'steps', key: 'funnel', title: '每100位意向客户有8位成交', alt: '漏斗。', measure: { kind: 'count' } },
    steps: [
      { label: '联系筛选', value: 100 },
      { label: '长期跟踪', value: 62, told: '62.0%' },
      { label: '近三个月能成交', value: 20, told: '32.3%' },
      { label: '当月成交', value: 8, told: '40.0%' },
    ],
    table: table('funnel', '销售漏斗'),
  },
  {
    ...{ kind: 'spans', key: 'cycles', title: 'Customers of <tea> come back after 30 to 45 days', alt: 'Spans.' },
    ...{ xLabel: 'days after the last order', measure: { kind: 'days' } },
    spans: [
      { label: 'all', told: '335', from: 28, to: 61 },
      { label: 'tea', told: '120', from: 30, to: 45 },
      { label: 'cups', from: 80, to: 160 },
    ],
    table: table('cycles', 'Purchase cycles'),
  },
]
