import { gradeAbc, TIERS } from '../../src/core/value/abc.js'
import { quantile7, scoreRfm, worseThan } from '../../src/core/value/rfm.js'
import { addGap, survivalCurve, type Tally } from '../../src/core/value/survival.js'

/** The worked examples of docs/analytics.md and docs/analytics.zh.md, each computed by the program's own functions. */
export const examples: Readonly<Record<string, () => readonly string[]>> = {
  'abc-crossing': () => abcLines('crossing'),
  'abc-within': () => abcLines('within'),
  concentration: () => {
    const { gini, top1Share, top20Share } = gradeAbc(Float64Array.from(nets)).concentration
    return [`Gini = ${gini!.toFixed(4)}`, `top 20 % = ${percent(top20Share!)}`, `top 1 % = ${percent(top1Share!)}`]
  },
  'rfm-rank': () => {
    const orders = Int32Array.of(1, 1, 2, 3, 5)
    const none = new Float64Array(orders.length)
    const days = new Int32Array(orders.length)
    const sums = { window: { from: null, to: 0 }, orders, grossMinor: none, netMinor: none, profitMinor: none }
    const { f, frequency } = scoreRfm({ ...sums, firstOn: days, lastOn: days }, 'rank')
    return Array.from(orders, (n, i) => `${n}: 1 + floor(5 × ${worseThan(frequency, n)} / ${orders.length}) = ${f[i]}`)
  },
  'rfm-quantile': () =>
    [20, 40, 60, 80].map((p) => `q${p} = ${quantile7(Float64Array.of(1, 1, 2, 3, 5), p).toFixed(1)}`),
  survival: () => {
    const [observed, open]: [Tally, Tally] = [[], []]
    for (const gap of [10, 20, 20, 30]) addGap(observed, gap)
    for (const gap of [15, 40]) addGap(open, gap)
    const curve = survivalCurve(observed, open)!
    return [`F(30) = ${percent(curve.returningShare)}`, `P50 = ${curve.quantile(0.5)}`, `P80 = ${curve.quantile(0.8)}`]
  },
}

const nets = [6000, 2500, 500, 500, 300, 200]

function abcLines(boundary: 'crossing' | 'within'): string[] {
  const abc = gradeAbc(Float64Array.from(nets), {
    cuts: [80, 95],
    boundary: boundary === 'crossing' ? 'cross' : 'within',
  })
  return nets.map((net, i) => {
    const { before, after } = abc.around(net)
    return `${(net / 100).toFixed(2).padStart(6)}  ${percent(before / abc.total)} → ${percent(after / abc.total)}  ${TIERS[abc.tier[i]!]}`
  })
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
