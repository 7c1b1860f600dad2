import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type {
  Chart,
  ColumnsChart,
  CurveChart,
  FlowChart,
  HeatChart,
  SpansChart,
  StepsChart,
} from '../../src/core/report/chart.js'
import { chartSvg } from '../../src/render/charts/index.js'
import { fitted, textWidth } from '../../src/render/charts/svg.js'
import { formatBare, formatCompact } from '../../src/render/compact.js'
import { DARK, LIGHT, PAPER } from '../../src/render/html-style.js'
import { madeCharts } from './made-charts.js'
import { currencies, hostileNames } from './sample.js'
import { everyChart } from './sample-charts.js'

const WIDTHS = [720, 330] as const
const draw = (chart: Chart, width = 720) => chartSvg(chart, { lang: 'en', width, id: 'x' })

function made<C extends Chart>(kind: C['kind'], changes: Partial<C> = {}): C {
  return { ...madeCharts('n').find((chart) => chart.kind === kind)!, ...changes } as C
}

/** Attributes of the elements of a name and class, as written. */
function elements(svg: string, name: string, kind?: string): Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<${name}((?: [\\w-]+="[^"]*")*)/?>`, 'g'))]
    .map(([, written]) =>
      Object.fromEntries([...written!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
    )
    .filter((attributes) => kind === undefined || attributes.class?.split(' ').includes(kind))
}

const numbers = (all: readonly Record<string, string>[], key: string) =>
  all.map((attributes) => Number(attributes[key]))
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!)

test('samples hold every kind of chart', () => {
  expect(new Set(everyChart.map(({ kind }) => kind))).toEqual(new Set(madeCharts('n').map(({ kind }) => kind)))
})

describe('every drawing', () => {
  const figure = fc.oneof(fc.constantFrom(0, 1, -1, 7, 1e15), fc.integer({ min: -1e9, max: 1e9 }))
  const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 31 })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const sized = fc.record({
    columns: fc.nat(31),
    rows: fc.nat(31),
    figures: fc.array(fc.oneof(figure, fc.constant(null)), { minLength: 1, maxLength: 9 }),
  })
  const any = fc.oneof(
    list(share).map((xs) => {
      const sorted = xs.toSorted((a, b) => a - b)
      return made<CurveChart>('curve', {
        points: sorted.map((x) => ({ x, y: x })),
        stretches: sorted.slice(0, 3).map((until, at) => ({ tier: 'ABC'[at]!, until })),
      })
    }),
    sized.map(({ columns, rows, figures }) =>
      made<HeatChart>('heat', {
        columns: Array.from({ length: columns }, (_, at) => `+${at}`),
        rows: Array.from({ length: rows }, (_, at) => `row ${at}`),
        cells: Array.from({ length: rows }, (_, row) =>
          Array.from({ length: columns }, (_, at) => ({ value: figures[(row * 3 + at) % figures.length]! })),
        ),
      }),
    ),
    sized.map(({ columns, rows, figures }) =>
      made<ColumnsChart>('columns', {
        columns: Array.from({ length: columns }, (_, at) => `2026-${at}`),
        parts: Array.from({ length: rows }, (_, part) => ({
          label: `part ${part}`,
          values: Array.from({ length: columns }, (_, at) => figures[(part * 3 + at) % figures.length] ?? 0),
        })),
      }),
    ),
    list(fc.record({ from: fc.nat(5), to: fc.nat(5), value: fc.nat(1e6) })).map((flows) =>
      made<FlowChart>('flow', { flows }),
    ),
    list(figure).map((values) =>
      made<StepsChart>('steps', { steps: values.map((value) => ({ label: 'step', value: Math.abs(value) })) }),
    ),
    list(fc.tuple(figure, figure)).map((pairs) =>
      made<SpansChart>('spans', { spans: pairs.map(([from, to]) => ({ label: 'span', from, to })) }),
    ),
  )

  it('holds numbers only, and nothing that is none', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...WIDTHS), (chart, width) => {
        const svg = draw(chart, width)
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
        for (const { width: across = '0', height = '0' } of elements(svg, 'rect')) {
          expect(Number(across)).toBeGreaterThanOrEqual(0)
          expect(Number(height)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(hostileNames)('writes %j as text', (name) => {
    for (const chart of madeCharts(name)) {
      for (const width of WIDTHS) {
        const svg = draw(chart, width)
        expect(
          svg.replace(
            /<\/?(svg|title|desc|defs|pattern|g|path|rect|line|circle|polygon|text)( [\w-]+="[^"<>]*")*\/?>/g,
            '',
          ),
        ).not.toMatch(/[<>]/)
        expect(svg).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
      }
    }
  })

  it('draws nothing where there is nothing', () => {
    const empty: Readonly<Record<Chart['kind'], Chart>> = {
      curve: made<CurveChart>('curve', { points: [{ x: 0, y: 0 }] }),
      heat: made<HeatChart>('heat', { cells: [[{ value: 0 }, { value: null }]], columns: ['a', 'b'], rows: ['c'] }),
      columns: made<ColumnsChart>('columns', { parts: [{ label: 'a', values: Array(12).fill(0) }] }),
      flow: made<FlowChart>('flow', { flows: [] }),
      steps: made<StepsChart>('steps', { steps: [{ label: 'a', value: 0 }] }),
      spans: made<SpansChart>('spans', { spans: [] }),
    }
    for (const chart of Object.values(empty)) expect([chart.kind, draw(chart)]).toEqual([chart.kind, ''])
  })
})

test('the curve is cut where a tier ends, and says so', () => {
  const svg = draw(
    made<CurveChart>('curve', {
      points: [
        { x: 0, y: 0 },
        { x: 0.25, y: 0.8 },
        { x: 1, y: 1 },
      ],
      stretches: [
        { tier: 'A', until: 0.25 },
        { tier: 'C', until: 1 },
      ],
    }),
  )
  const [foot] = elements(svg, 'line', 'axis')
  const [left, right] = [Number(foot!.x1), Number(foot!.x2)]
  expect(numbers(elements(svg, 'line', 'cut'), 'x1')).toEqual([left + (right - left) / 4])
  const [dot] = elements(svg, 'circle', 'dot')
  const top = Number(elements(svg, 'line', 'cut')[0]!.y1)
  expect(Number(dot!.cy)).toBeCloseTo(Number(foot!.y1) - 0.8 * (Number(foot!.y1) - top), 1)
  expect(texts(svg)).toContain('25% → 80%')
})

describe('the heat', () => {
  const cells = [[{ value: 0 }, { value: 1 }, { value: 50 }, { value: 100 }, { value: null }]]
  const columns = ['a', 'b', 'c', 'd', 'e']

  it('is darker for more, pale for nothing, and has no field where there is no figure', () => {
    const svg = draw(made<HeatChart>('heat', { cells, columns, rows: ['r'] }))
    expect([...svg.matchAll(/<g class="h(\d)"/g)].map(([, shade]) => shade)).toEqual(['0', '1', '4', '6'])
    expect(texts(svg).slice(-4)).toEqual(['0', '1', '50', '100'])
  })

  it('puts what has no room beside each other into grids below, every figure once', () => {
    const wide = Array.from({ length: 30 }, (_, at) => ({ value: 1000 + at }))
    for (const width of WIDTHS) {
      const svg = draw(
        made<HeatChart>('heat', {
          cells: [wide, wide],
          columns: wide.map((_, at) => `+${at}`),
          rows: ['r', 's'],
          measure: { kind: 'count' },
        }),
        width,
      )
      expect(elements(svg, 'rect')).toHaveLength(60)
      const rights = elements(svg, 'rect').map((box) => Number(box.x) + Number(box.width))
      expect(Math.max(...rights)).toBeLessThanOrEqual(width)
    }
  })

  const luminance = (colour: string) => {
    const digits =
      colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g)!
    const [r, g, b] = digits.map((pair) => {
      const part = Number.parseInt(pair, 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  // WCAG 2: 4.5 to 1 for text of this size.
  it.each([...LIGHT, ...DARK, ...PAPER])('shade %s bears figures in %s', (ground, ink) => {
    const [pale, dark] = [luminance(ground), luminance(ink)].sort((a, b) => b - a) as [number, number]
    expect((pale + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([LIGHT, PAPER])('shades grow darker, also in black and white', (...shades) => {
    const grounds = shades.map(([ground]) => luminance(ground))
    expect(grounds).toEqual(grounds.toSorted((a, b) => b - a))
  })
})

describe('columns', () => {
  it('are as high as their parts, losses below the line', () => {
    const svg = draw(
      made<ColumnsChart>('columns', {
        columns: ['a', 'b'],
        parts: [
          { label: 'p', values: [200, -100] },
          { label: 'q', values: [100, 50] },
        ],
        measure: { kind: 'count' },
      }),
    )
    const bars = elements(svg, 'rect', 'part').slice(0, 4)
    const unit = Number(bars[0]!.height) / 200
    for (const [at, height] of [200, 100, 100, 50].entries())
      expect(Number(bars[at]!.height)).toBeCloseTo(height * unit, 0)
    const line = Number(elements(svg, 'line', 'axis')[0]!.y1)
    const [up, down, on, beside] = bars.map((bar) => [Number(bar.y), Number(bar.y) + Number(bar.height)] as const)
    expect([up![1], down![0], on![1], beside![1]]).toEqual([line, line, up![0], line].map((y) => expect.closeTo(y, 0)))
  })

  it('name their parts with the fill beside the name, in both widths', () => {
    for (const width of WIDTHS) {
      const svg = draw(
        made<ColumnsChart>('columns', {
          parts: [
            { label: 'old', values: [1, 2] },
            { label: 'new', values: [3, 4] },
          ],
          columns: ['a', 'b'],
        }),
        width,
      )
      expect(
        texts(svg)
          .filter((text) => text === 'old' || text === 'new')
          .sort(),
      ).toEqual(['new', 'old'])
      expect(new Set(elements(svg, 'rect', 'part').map(({ fill }) => fill))).toEqual(
        new Set(['var(--s0)', 'url(#x-f1)']),
      )
    }
  })
})

test('ribbons are as high as what flowed, and fill both sides', () => {
  const svg = draw(
    made<FlowChart>('flow', {
      from: ['a', 'b'],
      to: ['a', 'b'],
      flows: [
        { from: 0, to: 0, value: 30 },
        { from: 0, to: 1, value: 10 },
        { from: 1, to: 1, value: 20 },
      ],
    }),
  )
  const heights = numbers(elements(svg, 'rect', 'node'), 'height')
  expect(heights).toEqual([200, 100, 150, 150])
  const ends = [...elements(svg, 'path', 'stay'), ...elements(svg, 'path', 'move')].map(({ d }) =>
    [...d!.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, , y]) => Number(y)),
  )
  // A path goes along the upper edge and back along the lower one: it ends under where it began.
  expect(ends.map((ys) => Math.abs(ys.at(-1)! - ys[0]!))).toEqual(
    [150, 100, 50].map((height) => expect.closeTo(height, 0)),
  )
})

test('steps are as long as their figures', () => {
  const svg = draw(
    made<StepsChart>('steps', {
      steps: [
        { label: 'a', value: 40 },
        { label: 'b', value: 10, told: '25%' },
      ],
    }),
  )
  const [all, rest] = numbers(elements(svg, 'rect', 'bar'), 'width')
  expect(rest! / all!).toBeCloseTo(1 / 4, 2)
  expect(texts(svg)).toEqual(['a', '40', 'b', '10', '25%'])
})

test('spans stand on one scale from nought', () => {
  const svg = draw(
    made<SpansChart>('spans', {
      spans: [
        { label: 'a', from: 10, to: 20 },
        { label: 'b', from: 20, to: 40 },
      ],
    }),
  )
  const bars = elements(svg, 'rect', 'bar').map(({ x, width }) => [Number(x), Number(width)] as const)
  expect(bars[1]![1] / bars[0]![1]).toBeCloseTo(2, 2)
  expect(bars[1]![0]).toBeCloseTo(bars[0]![0] + bars[0]![1], 0)
})

describe('short figures', () => {
  it.each([
    [0, 'money', '¥0', '¥0'],
    [123_456, 'money', '¥1.23k', '¥1,230'],
    [-12_345_678, 'money', '-¥123k', '-¥12.3万'],
    [99_999_999_900, 'money', '¥1B', '¥10亿'],
    [50, 'money', '¥0.5', '¥0.5'],
    [999_999, 'count', '1M', '100万'],
    [0.2345, 'percent', '23%', '23%'],
    [0.0049, 'percent', '0.5%', '0.5%'],
    [-0.0001, 'percent', '0%', '0%'],
    [31, 'days', '31', '31'],
  ] as const)('%d of kind %s is %s, in Chinese %s', (value, kind, en, zh) => {
    const measure = { kind, ...(kind === 'money' ? { currency: 'CNY' } : {}) }
    expect([formatCompact(value, measure, 'en'), formatCompact(value, measure, 'zh')]).toEqual([en, zh])
  })

  it('go by the minor units of their currency, with or without its sign', () => {
    expect(formatCompact(1234, { kind: 'money', currency: 'JPY' }, 'en')).toBe('JPY 1.23k')
    expect(formatBare(1234, { kind: 'money', currency: 'JPY' }, 'en')).toBe('1.23k')
    expect([null, Number.NaN].map((none) => formatCompact(none, { kind: 'count' }, 'en'))).toEqual(['', ''])
  })
})

describe('texts', () => {
  it('are cut between letters, with a sign that something was cut', () => {
    expect(fitted('short', 100)).toBe('short')
    expect(fitted('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 100)).toMatch(/^(👩‍👩‍👧)+…$/u)
    expect(fitted('long', 3)).toBe('')
  })

  it('never take more than their room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 300 }), (text, room) => {
        expect(textWidth(fitted(text, room))).toBeLessThanOrEqual(room + 0.01)
      }),
    )
  })
})

test('the table of a chart is no part of its drawing', () => {
  expect(draw(made<StepsChart>('steps'))).not.toContain(currencies.columns[1]!.label)
})
