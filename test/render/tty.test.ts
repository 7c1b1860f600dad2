import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/core/report/model.js'
import { fitWidths } from '../../src/render/fit.js'
import { displayWidth, flow, shorten, wrap } from '../../src/render/text-width.js'
import { renderTty } from '../../src/render/tty.js'
import { currencies, customers, hostile, hostileNames, sample, sampleWith } from './sample.js'

const base = { lang: 'zh', width: 100, color: false, ascii: false, lines: true } as const
const sgr = /\u001b\[\d+m/g

describe('the text table', () => {
  it('lines up Chinese, English and emoji, numbers to the right', () => {
    const text = renderTty(sampleWith([currencies], { facts: [], notes: [] }), { ...base, lang: 'en', width: 70 })
    expect(text.split('\n')).toEqual([
      '客户分层报告（ABC）',
      'As of 2024-06-30 · 2023-07-02 to 2024-06-30 (365 days)',
      'amounts in CNY',
      '',
      'Net revenue by currency',
      '           Net revenue in the        Discount and',
      'Segment                window              refund  Average order value',
      '─────────  ──────────────────  ──────────────────  ───────────────────',
      'champions       JPY 1,234,567           KWD 1.005        £8,911,407.90',
      'at risk              JPY -980          KWD -0.005          -£13,229.14',
      'lost                    JPY 0                                    £0.07',
      '',
    ])
  })

  it.each([200, 120, 100, 80, 60, 40])('fits %i cells, with every column at one place', (width) => {
    const text = renderTty(sampleWith([customers], { facts: [] }), { ...base, width })
    const lines = text.split('\n')
    for (const line of lines) expect(stringWidth(line.replaceAll('ำ', 'a'))).toBeLessThanOrEqual(width)
    const rule = lines.findIndex((line) => line.startsWith('──'))
    const starts = [...lines[rule]!.matchAll(/─+/g)].map(({ index }) => index)
    expect(starts.length).toBeGreaterThan(1)
    for (const line of lines.slice(rule + 1, rule + 6)) expect(columnsBefore(line, starts.slice(1))).toBe(true)
  })

  it('leaves out wide columns, names those that do not fit and counts the rows left out', () => {
    const text = renderTty(sampleWith([customers]), { ...base, lang: 'en', width: 60 })
    expect(text).not.toContain('邮箱')
    expect(text).toContain('Not shown for lack of width: ')
    expect(text).toContain('… and 4,318 more rows (--limit shows more)')
  })

  it('draws a share as a bar beside its figure', () => {
    const table: Table = {
      ...currencies,
      columns: [{ key: 'share', kind: 'bar', label: 'Share' }],
      rows: [{ share: 0.5 }, { share: 1 }, { share: 0 }, { share: 0.0625 }, { share: null }, { share: 0.9 }],
    }
    const lines = (ascii: boolean) =>
      renderTty(sampleWith([table], { facts: [], notes: [] }), { ...base, ascii })
        .split('\n')
        .slice(-7)
    expect(lines(false)).toEqual([
      '█████       50.0%',
      '██████████ 100.0%',
      '             0.0%',
      '▋            6.3%',
      '',
      '█████████   90.0%',
      '',
    ])
    expect(lines(true)[0]).toBe('#####.....  50.0%')
  })

  it('only adds colour: without the colour codes it is the same text', () => {
    const coloured = renderTty(sample, { ...base, color: true })
    expect(coloured.match(sgr)?.length).toBeGreaterThan(20)
    expect(coloured.replace(sgr, '')).toBe(renderTty(sample, base))
  })

  it('without lines it is the same text but for the rules', () => {
    const rules = renderTty(sample, base).split('\n')
    expect(renderTty(sample, { ...base, lines: false }).split('\n')).toEqual(
      rules.filter((line) => !/^[─ ]+$/.test(line)),
    )
  })

  it('lets no character of the data steer the terminal', () => {
    const text = renderTty(sampleWith([hostile]), { ...base, width: Number.POSITIVE_INFINITY })
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
    expect(text).toContain('\\u001b]0;owned\\u0007')
    expect(text.split('\n').filter((line) => line.includes('line⏎second line'))).toHaveLength(1)
  })

  it('has only ASCII signs of its own when asked', () => {
    const ascii = sampleWith([{ ...currencies, omitted: 3 }], { title: 'Tiers', facts: [], notes: ['short'] })
    const text = renderTty(ascii, { ...base, lang: 'en', width: 40, ascii: true })
    expect(text.replaceAll('£', '')).toMatch(/^[\x20-\x7e\n]+$/)
    expect(text).toContain('... and 3 more rows')
  })

  it('draws a long table whole, in order, with one heading', () => {
    const rows = Array.from({ length: 1234 }, (_, index) => ({ segment: `row ${index}`, gbpMinor: index }))
    const lines = renderTty(sampleWith([{ ...currencies, rows }], { notes: [] }), { ...base, lang: 'en' }).split('\n')
    expect(lines.filter((line) => line.startsWith('row '))).toHaveLength(1234)
    expect(lines.filter((line) => line.startsWith('Segment'))).toHaveLength(1)
    expect(lines.at(-2)).toMatch(/^row 1233 .*£12\.33$/)
  })

  it('shows a table that has only wide columns', () => {
    const columns = currencies.columns.slice(0, 1).map((column) => ({ ...column, wide: true }))
    expect(renderTty(sampleWith([{ ...currencies, columns }]), base)).toContain('\nchampions\n')
    expect(renderTty(sampleWith([{ ...currencies, columns: [] }]), base)).toContain('没有可列出的内容。')
  })

  it('says so when there is nothing to list', () => {
    expect(renderTty(sampleWith([{ ...currencies, rows: [] }]), base)).toContain('没有可列出的内容。')
    expect(renderTty(sampleWith([{ ...currencies, rows: [] }]), { ...base, lang: 'en' })).toContain('Nothing to list.')
  })
})

// True when a blank stands before each of the places where columns start, whatever the widths of the characters.
function columnsBefore(line: string, starts: readonly number[]): boolean {
  let at = 0
  const blanks = new Set<number>()
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (segment === ' ') blanks.add(at)
    at += displayWidth(segment.replace('น้ำ', 'นำ').replace(/^นำ$/, 'aa'))
  }
  return starts.every((start) => start > at || (blanks.has(start - 1) && blanks.has(start - 2)))
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('张', '三', 'a', 'B', ' ', '，', '（', '👩‍👩‍👧', 'é', 'น้ำ', '-', '¥') }),
)

describe('text in cells', () => {
  it('is shortened to the width without breaking a grapheme', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const short = shorten(text, width, '…')
        expect(displayWidth(short)).toBeLessThanOrEqual(width)
        if (displayWidth(text) <= width) expect(short).toBe(text)
        else expect(graphemesOf(text).join('\0')).toMatch(startOf(graphemesOf(short.slice(0, -1))))
      }),
    )
  })

  it('is wrapped without losing a character but blanks', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, width) => {
        expect(wrap(text, width).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('is wrapped between words, closing punctuation behind them', () => {
    expect(wrap('客户少于30位，等级仅供参考。', 14)).toEqual(['客户少于30位，', '等级仅供参考。'])
    expect(wrap('Net revenue (GBP)', 8)).toEqual(['Net', 'revenue', '(GBP)'])
    expect(flow(['one two', 'three', 'four'], ' · ', 15)).toEqual(['one two · three', 'four'])
  })
})

function graphemesOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
}

function startOf(graphemes: readonly string[]): RegExp {
  const escaped = graphemes.join('\0').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped}`, 's')
}

describe('column widths', () => {
  const columns = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
    { minLength: 1, maxLength: 12 },
  )

  it('fit where they can, and never go below what is readable', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 10, max: 200 }), (shapes, available) => {
        const widths = shapes.map(([natural, a, b]) => {
          const wrapped = Math.max(1, natural - a)
          return { natural, wrapped, least: Math.max(1, wrapped - b) }
        })
        const fitted = fitWidths(widths, available, 2)
        const total = fitted.reduce((sum, width) => sum + width, 2 * (fitted.length - 1))
        expect(fitted.length).toBeGreaterThan(0)
        expect(total).toBeLessThanOrEqual(available)
        for (const [index, width] of fitted.entries()) {
          if (fitted.length > 1) expect(width).toBeGreaterThanOrEqual(widths[index]!.least)
        }
        const natural = widths.reduce((sum, width) => sum + width.natural, 2 * (widths.length - 1))
        if (natural <= available) expect(fitted).toEqual(widths.map((width) => width.natural))
      }),
    )
  })

  it('count plain texts as string-width does', () => {
    const ranges = [
      [0x20, 0x7e],
      [0x3000, 0x3020],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
      [0xff01, 0xff60],
      [0x20, 0x2fff],
    ]
    const char = fc.oneof(
      ...ranges.map(([min, max]) => fc.integer({ min: min!, max: max! }).map((code) => String.fromCharCode(code))),
    )
    fc.assert(
      fc.property(fc.string({ unit: char }), (text) => {
        if (!/[\u0e33\u0eb3]/.test(text)) expect(displayWidth(text)).toBe(stringWidth(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('count what terminals show', () => {
    expect(['张三', 'abc', '👩‍👩‍👧', 'น้ำใจ', 'é', 'ｱﾞ'].map(displayWidth)).toEqual([4, 3, 2, 4, 1, 2])
  })
})

it('knows every hostile name of the sample', () => {
  expect(hostile.rows).toHaveLength(hostileNames.length)
})
