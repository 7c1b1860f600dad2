import type { Chart, Measure } from '../../src/core/report/chart.js'
import { currencies } from './sample.js'

const money: Measure = { kind: 'money', currency: 'CNY' }
const count: Measure = { kind: 'count' }

type MadeCharts = { readonly [K in Chart['kind']]: Omit<Extract<Chart, { kind: K }>, 'kind'> }

/** One chart of each kind whose every text is, or begins with, a name; a kind without one does not compile. */
export function madeCharts(name: string): readonly Chart[] {
  return Object.entries(chartsNamed(name)).map(([kind, chart]) => ({ ...chart, kind }) as Chart)
}

function chartsNamed(name: string): MadeCharts {
  const said = (kind: string) => ({
    ...{ key: `made-${kind}`, title: `${name} ${kind}`, alt: name, table: { ...currencies, key: kind, title: name } },
    ...{ xLabel: name, yLabel: name },
  })
  const numbered = (n: number) => Array.from({ length: n }, (_, at) => `${name} ${at}`)
  return {
    curve: {
      ...said('curve'),
      points: [0, 0.2, 0.5, 1].map((x) => ({ x, y: Math.sqrt(x) })),
      stretches: [
        { tier: 'A', until: 0.2, told: name },
        { tier: 'B', until: 0.5 },
        { tier: 'C', until: 1 },
      ],
    },
    heat: {
      ...{ ...said('heat'), columns: numbered(5), rows: numbered(4), measure: count },
      cells: numbered(4).map((_, row) =>
        numbered(5).map((_, at) => ({ value: at > row ? null : row * at, label: name })),
      ),
    },
    columns: {
      ...{ ...said('columns'), columns: numbered(12), measure: money },
      parts: numbered(3).map((label, part) => ({
        label,
        values: numbered(12).map((_, at) => (at - part * 4) * 123_456),
      })),
    },
    flow: {
      ...{
        ...said('flow'),
        fromLabel: name,
        toLabel: name,
        from: numbered(6),
        to: numbered(6),
        measure: count,
      },
      flows: numbered(20).map((_, at) => ({ from: at % 6, to: (at * 5 + 1) % 6, value: 1 + ((at * 7) % 23) })),
    },
    steps: {
      ...{ ...said('steps'), measure: count },
      steps: [40, 31, 12, 12, 0].map((value, at) => ({ label: `${name} ${at}`, value, told: name })),
    },
    spans: {
      ...{ ...said('spans'), measure: { kind: 'days' } },
      spans: numbered(7).map((label, at) => ({ label, from: at * 9, to: at * 9 + (at % 3) * 20, told: name })),
    },
  }
}
