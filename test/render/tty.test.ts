import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/core/report/table.js'
import { fitWidths } from '../../src/render/fit.js'
import { displayWidth, flow, shorten, widthWithin, wrap, wrapWithin } from '../../src/render/text-width.js'
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

  it('leaves out first what gives way to a column that matters more, and breaks a long name', () => {
    const table: Table = {
      key: 'due',
      title: '',
      columns: [
        { key: 'id', kind: 'id', label: 'Customer', givesWayTo: 'why' },
        { key: 'name', kind: 'text', label: 'Name', person: 'name' },
        { key: 'call', kind: 'text', label: 'Call', isWhole: true, givesWayTo: 'why' },
        { key: 'why', kind: 'text', label: 'Why' },
        { key: 'stake', kind: 'count', label: 'At stake' },
      ],
      rows: [{ id: 'c123456789', name: 'A'.repeat(80), call: 'from 09:00', why: 'buys every ten days', stake: 12 }],
      omitted: 0,
    }
    const shown = (width: number) => {
      const text = renderTty(sampleWith([table], { facts: [], notes: [] }), { ...base, lang: 'en', width })
      const heading = text.split('\n').find((line) => line.includes('Name'))!
      const [, left] = /lack of width: (.*)/.exec(text.replaceAll('\n', ' ')) ?? []
      return [heading.trim().split(/ {2,}/), left?.trim()]
    }
    expect(shown(100)).toEqual([['Customer', 'Name', 'Call', 'Why', 'At stake'], undefined])
    expect(shown(55)).toEqual([['Customer', 'Name', 'Call', 'Why'], 'At stake'])
    expect(shown(45)).toEqual([['Customer', 'Name', 'Why'], 'Call, At stake'])
    expect(shown(34)).toEqual([['Name', 'Why'], 'Customer, Call, At stake'])
    const lines = renderTty(sampleWith([table], { facts: [], notes: [] }), { ...base, lang: 'en', width: 34 })
    expect(lines.match(/A+/g)!.slice(-6)).toEqual(Array(5).fill('A'.repeat(16)).concat('A'))
  })

  it('shows a table that only a terminal needs', () => {
    const table = { ...currencies, title: 'Once more', isForTerminal: true }
    expect(renderTty(sampleWith([customers, table]), { ...base, width: 100 })).toContain('Once more')
  })

  it('paints amounts below zero, not a fall', () => {
    const columns = [
      { key: 'a', kind: 'money', label: 'A', currency: 'CNY' },
      { key: 'b', kind: 'percent', label: 'B' },
    ] as const
    const table = { key: 't', title: '', columns, rows: [{ a: -1, b: -0.2 }], omitted: 0 }
    const text = renderTty(sampleWith([table], { facts: [], notes: [] }), { ...base, color: true })
    expect(text.match(/\u001b\[31m[^\u001b]*/g)).toEqual(['\u001b[31m-¥0.01'])
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

const due = {
  zh: {
    reason: '常买碧螺春，约49天用完1件；2026-09-18买的1件预计2026-11-06用完（另有1种商品也该续购）',
    labels: ['客户编号', '客户名称', '客户类别', '跟进原因', '逾期天数', '影响金额', '联系方式'],
  },
  en: {
    reason:
      'buys 碧螺春 every 49 days a piece; 1 bought on 2026-09-18 should be used up by 2026-11-06 (and 1 more product)',
    labels: ['Customer', 'Name', 'Tier', 'Reason', 'Days overdue', 'At stake', 'Contact'],
  },
} as const
const dueKeys = ['customer', 'name', 'tier', 'reason', 'overdueDays', 'stakeMinor', 'contact'] as const
const dueKinds = ['id', 'text', 'tier', 'text', 'days', 'money', 'text'] as const

function dueIn(lang: 'zh' | 'en', width: number, reason: string = due[lang].reason): string[] {
  const columns = dueKeys.map((key, at) => {
    return { key, kind: dueKinds[at]!, label: due[lang].labels[at]!, currency: 'CNY', isWhole: key === 'contact' }
  })
  const row = { customer: 'cbwbr8ma03', name: '钱多多', tier: 'A', overdueDays: 17, stakeMinor: 12259 }
  const rows = [
    { ...row, reason, contact: '+8613800000004' },
    { ...row, customer: 'cbwbr8ma04', reason: '-', contact: '+8613800000005' },
  ]
  const table: Table = { key: 'due', title: 'Due', columns, rows, omitted: 0 }
  return renderTty(sampleWith([table], { facts: [], notes: [] }), { ...base, lang, width }).split('\n')
}

/** The lines below the rule, and what stands in a column of them, as one text without blanks. */
function bodyOf(lines: readonly string[]): string[] {
  const body = lines.slice(lines.findIndex((line) => line.startsWith('──')) + 1, -1)
  return body.slice(0, body.findIndex((line) => line.startsWith('cbwbr8ma04')) + 1)
}

function columnOf(lines: readonly string[], at: number): string {
  const rule = lines.find((line) => line.startsWith('──'))!
  const [from, to] = [...rule.matchAll(/─+/g)].map(({ index, 0: dashes }) => [index, index + dashes.length])[at]!
  const parts = bodyOf(lines).map((line) => {
    let cell = 0
    return graphemesOf(line)
      .filter((grapheme) => {
        const before = cell
        cell += displayWidth(grapheme)
        return before >= from! && cell <= to!
      })
      .join('')
  })
  return parts.join('').replace(/\s/g, '')
}

describe('a text that does not fit its column', () => {
  const places = (['zh', 'en'] as const).flatMap((lang) => [60, 80, 100].map((width) => [lang, width] as const))

  it.each(places)('goes on below, whole (%s, %i cells)', (lang, width) => {
    const lines = dueIn(lang, width)
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
    expect(columnOf(lines, 3)).toBe(`${due[lang].reason.replace(/\s/g, '')}-`)
    expect(lines.join('\n')).not.toContain('…')
  })

  it.each(places)('leaves phones, ids and amounts whole or out (%s, %i cells)', (lang, width) => {
    const lines = dueIn(lang, width)
    const body = bodyOf(lines)
    const isShown = lines.some((line) => line.startsWith(lang === 'zh' ? '宽度不够' : 'Not shown')) === false
    expect(isShown).toBe(width > 60)
    expect(body[0]).toMatch(/^cbwbr8ma03 {2}钱多多 /)
    expect(body[0]!.endsWith('+8613800000004')).toBe(isShown)
    expect(body.at(-1)!.endsWith('+8613800000005')).toBe(isShown)
    if (isShown) expect(body[0]).toContain('¥122.59')
    for (const day of ['2026-09-18', '2026-11-06']) expect(body.filter((line) => line.includes(day))).toHaveLength(1)
  })

  it('stands on one line where all fits', () => {
    expect(bodyOf(dueIn('zh', 200))).toHaveLength(2)
    expect(bodyOf(dueIn('en', 200))).toHaveLength(2)
  })

  it('is cut after eight lines', () => {
    const body = bodyOf(dueIn('en', 100, 'word '.repeat(500)))
    expect(body).toHaveLength(9)
    expect(body[7]).toMatch(/word…$/)
    expect(body[7]!.trimStart()).not.toBe(body[7])
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

/** Cells of a line's only grapheme; 0 where it has several. */
function widestIn(line: string): number {
  return graphemesOf(line).length === 1 ? displayWidth(line) : 0
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('张', '三', 'a', 'B', ' ', '，', '（', '👩‍👩‍👧', 'é', 'น้ำ', '-', '¥') }),
)

describe('a stacked list', () => {
  const table: Table = {
    ...{ key: 'due', title: '', omitted: 0 },
    columns: [
      { key: 'name', kind: 'text', label: 'Name' },
      { key: 'reasons', kind: 'text', label: 'All reasons', isStacked: true },
    ],
    rows: [
      { name: 'Ann', reasons: ['birthday today', 'scored 2, which is low'] },
      { name: 'Bob', reasons: ['agreed for today'] },
      { name: 'Cy', reasons: [] },
    ],
  }
  const rowsIn = (width: number) =>
    renderTty(sampleWith([table], { facts: [], notes: [] }), { ...base, lang: 'en', width })
      .split('\n')
      .filter((line) => /^(Ann|Bob|Cy| )/.test(line))
      .map((line) => line.trimEnd())

  it('stands one under the other, all but the first after a plus', () => {
    expect(rowsIn(60)).toEqual([
      'Ann   birthday today',
      '      + scored 2, which is low',
      'Bob   agreed for today',
      'Cy',
    ])
  })

  it('goes on below where it does not fit, each entry from a line of its own', () => {
    expect(rowsIn(20)).toEqual([
      ...['Ann   birthday today', '      + scored 2,', '      which is low', 'Bob   agreed for', '      today', 'Cy'],
    ])
  })
})

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

  it('takes at most so many lines, none too wide, and is cut only at the last', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 5 }), (text, width, most) => {
        const lines = wrapWithin(text, width, most, '…')
        expect(lines.length).toBeLessThanOrEqual(most)
        // One grapheme that is wider than the line (a note of music takes three cells) stands alone, for none is broken.
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, widestIn(line)))
        const whole = wrapWithin(text, width, Number.POSITIVE_INFINITY, '…')
        expect(whole.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        if (whole.length <= most) expect(lines).toEqual(whole)
        else expect(lines.at(-1)).toMatch(/…$/)
      }),
    )
    expect(wrapWithin('one two three four', 5, 2, '…')).toEqual(['one', 'two…'])
    expect(wrapWithin('SKU-1234567890 红', 6, 4, '…')).toEqual(['SKU-', '123456', '7890', '红'])
  })

  it('has its fewest cells told: on so many lines with no word broken', () => {
    expect(widthWithin('one two three four', 2, 3, 18)).toBe(10)
    expect(widthWithin('one two three four', 8, 3, 18)).toBe(5)
    expect(widthWithin('one two three four', 1, 3, 12)).toBe(12)
    expect(widthWithin('one', 1, 10, 3)).toBe(10)
  })

  it('is wrapped between words, closing punctuation behind them', () => {
    expect(wrap('客户少于30位，等级仅供参考。', 14)).toEqual(['客户少于30位，', '等级仅供参考。'])
    expect(wrap('Net revenue (GBP)', 8)).toEqual(['Net', 'revenue', '(GBP)'])
    expect(wrap('birthday=gift,festivals=greeting', 20)).toEqual(['birthday=gift,', 'festivals=greeting'])
    expect(wrap('¥1,234,567.00', 6)).toEqual(['¥1,234,567.00'])
    expect(wrap('约定2026-11-30再联系', 12)).toEqual(['约定', '2026-11-30再', '联系'])
    expect(wrap('shopify-customers.csv by e-mail, -5 or +5', 14)).toEqual([
      'shopify-',
      'customers.csv',
      'by e-mail, -5',
      'or +5',
    ])
    expect(flow(['one two', 'three', 'four'], ' · ', 15)).toEqual(['one two · three', 'four'])
  })
})

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function graphemesOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
}

function startOf(graphemes: readonly string[]): RegExp {
  const escaped = graphemes.join('\0').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped}`, 's')
}

describe('column widths', () => {
  const columns = fc.array(
    fc.tuple(...([60, 30, 20, 20] as const).map((max, at) => fc.integer({ min: at === 0 ? 1 : 0, max }))),
    { minLength: 1, maxLength: 12 },
  )

  it('fit where they can, and never go below what is readable', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 10, max: 200 }), (shapes, available) => {
        const widths = shapes.map(([natural, ...less]) => {
          const [wrapped, fair, least] = less.map((_, at) => Math.max(1, natural! - sumOf(less.slice(0, at + 1))))
          return { natural: natural!, wrapped: wrapped!, fair: fair!, least: least! }
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
        const fair = sumOf(widths.map((width) => width.fair)) + 2 * (widths.length - 1)
        for (const [at, width] of fitted.entries())
          if (fair <= available) expect(width).toBeGreaterThanOrEqual(widths[at]!.fair)
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
