import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CurveChart } from '../../src/core/report/chart.js'
import { displayWidth } from '../../src/render/text-width.js'
import { renderTty } from '../../src/render/tty.js'
import { currencies, sampleWith } from './sample.js'

const chart: CurveChart = {
  alt: '',
  ...{
    key: 'pareto',
    kind: 'curve',
    title: '最好的客户贡献了多少',
    xLabel: '客户（从好到差）',
    yLabel: '净销售额占比',
  },
  points: [
    { x: 0, y: 0 },
    { x: 0.2, y: 0.8 },
    { x: 1, y: 1 },
  ],
  stretches: [
    { tier: 'A', until: 0.2 },
    { tier: 'B', until: 0.5 },
    { tier: 'C', until: 1 },
  ],
  table: { ...currencies, key: 'pareto', title: 'the figures' },
}

const base = { lang: 'zh', width: 80, color: false, ascii: false, lines: true } as const
const drawn = (options: Partial<Parameters<typeof renderTty>[1]> = {}, of = chart) =>
  renderTty(sampleWith([], { facts: [], notes: [], charts: [of] }), { ...base, ...options })
    .split('\n')
    .slice(3)
    .filter((line) => line !== '')

describe('the curve on a terminal', () => {
  it('is an area with tiers along its foot', () => {
    expect(drawn({ width: 50 })).toEqual([
      '最好的客户贡献了多少',
      '净销售额占比',
      '100% │                           ▁▁▂▂▃▃▄▄▅▅▅▆▆▇▇█',
      '     │          ▁▁▂▂▃▃▄▄▅▅▆▆▆▇▇██████████████████',
      // The ninth of 43 columns stands at 19.8 % of the customers, who hold 79.1 %: seven of eight parts of this line.
      ' 80% │        ▇██████████████████████████████████',
      '     │       ████████████████████████████████████',
      ' 60% │     ▁█████████████████████████████████████',
      '     │    ▁██████████████████████████████████████',
      ' 40% │   ▂███████████████████████████████████████',
      '     │  ▃████████████████████████████████████████',
      ' 20% │ ▃█████████████████████████████████████████',
      '     │▄██████████████████████████████████████████',
      '  0% └───A────┴─────B──────┴─────────C──────────┘',
      '     0%                   50%                 100%',
      '     客户（从好到差）',
    ])
  })

  it('is plain ASCII where asked for, and coloured by tier', () => {
    expect(drawn({ ascii: true, width: 40 }).slice(-12).join('')).toMatch(/^[\x20-\x7e]*客户（从好到差）$/)
    expect(drawn({ color: true }).join('')).toContain('\u001b[32m')
  })

  it('keeps to the width, whatever the curve', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(shares, shares, fc.integer({ min: 27, max: 200 }), fc.boolean(), (xs, ys, width, ascii) => {
        const rising = (values: number[]) => [0, ...values.toSorted((a, b) => a - b), 1]
        const size = Math.min(xs.length, ys.length)
        const [x, y] = [rising(xs.slice(0, size)), rising(ys.slice(0, size))]
        const points = x.map((at, i) => ({ x: at, y: y[i]! }))
        const stretches = [xs[0]!, ys[0]!].sort().map((until, i) => ({ tier: 'AB'[i]!, until }))
        const lines = drawn({ width, ascii }, { ...chart, points, stretches: [...stretches, { tier: 'C', until: 1 }] })
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(lines.filter((line) => /^ *\d+% [│|]/.test(line))).toHaveLength(5)
        expect(lines.join('')).not.toMatch(/NaN|undefined/)
      }),
    )
  })

  it('a pipe gets the figures, a screen too narrow for a drawing nothing', () => {
    const piped = drawn({ lines: false })
    expect(piped[0]).toBe('the figures')
    expect(piped.join('')).not.toContain('█')
    expect(drawn({ width: 24 }).join('')).not.toContain('│')
  })
})
