import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DueFacts } from '../../src/core/follow-up/facts.js'
import type { Refill } from '../../src/core/value/refill.js'
import { bilingual } from '../../src/core/values/lang.js'
import { agreed } from '../../src/rules/agreed.js'
import { rules } from '../../src/rules/index.js'
import { measure } from '../../src/rules/measure.js'
import { refill } from '../../src/rules/refill.js'
import { restock } from '../../src/rules/restock.js'
import { rhythm } from '../../src/rules/rhythm.js'
import { thankYou } from '../../src/rules/thank-you.js'
import { winBack } from '../../src/rules/win-back.js'
import { closing, nothingKnown as none, ordersOf, proposalOf, proposalsOf } from '../support/due-facts.js'

const window = { openDays: 31, closeDays: 40, method: 'own', group: null, n: 5, returningShare: 0.9 } as const

describe('rhythm', () => {
  test.each([
    ['A', 1030],
    ['B', 1060],
    ['C', 1120],
  ] as const)('service level %s is due on day %i after a contact on day 1000', (level, dueOn) => {
    expect(proposalOf(rhythm, { ...none, level, lastContactOn: 1000 }, 1010)).toMatchObject({
      dueOn,
      lastSensibleOn: dueOn + 14,
    })
  })

  test('without a service level (blocked) there is no rhythm', () => {
    expect(proposalOf(rhythm, { ...none, level: null, lastContactOn: 1000 }, 1010)).toBeNull()
  })

  test('before any contact the last order counts; once there is one, only contacts do', () => {
    expect(proposalOf(rhythm, { ...none, level: 'A', lastOrderOn: 900 }, 1000)?.dueOn).toBe(930)
    expect(proposalOf(rhythm, { ...none, level: 'A', lastOrderOn: 990, lastContactOn: 900 }, 1000)?.dueOn).toBe(930)
  })

  test('never contacted and without revenue in the last year: nobody is due by level C', () => {
    expect(proposalOf(rhythm, none, 1000)).toBeNull()
    const lapsed = { ...none, lastOrderOn: 10 }
    expect(proposalOf(rhythm, lapsed, 1000)).toBeNull()
    expect(proposalOf(rhythm, { ...lapsed, yearNetMinor: -1 }, 1000)).toBeNull()
    expect(proposalOf(rhythm, { ...lapsed, yearNetMinor: 1 }, 1000)?.dueOn).toBe(130)
    expect(proposalOf(rhythm, { ...lapsed, lastContactOn: 900 }, 1000)?.dueOn).toBe(1020)
    // A VIP without orders in the last year.
    expect(proposalOf(rhythm, { ...lapsed, level: 'A' }, 1000)?.dueOn).toBe(40)
  })

  test('an agreed date takes its place', () => {
    expect(proposalOf(rhythm, { ...none, level: 'A', lastContactOn: 900, agreedOn: 1100 }, 1000)).toBeNull()
  })

  test('a skipped item falls due next counted from the day it was skipped', () => {
    expect(
      proposalOf(rhythm, { ...none, level: 'A', lastContactOn: 900, ...closing('rhythm', 935) }, 1000)?.dueOn,
    ).toBe(965)
  })

  test('says why, in both languages', () => {
    const { cause } = proposalOf(rhythm, { ...none, level: 'A', lastContactOn: 955 }, 1000)!
    expect(rhythm.words.en.reason(cause)).toBe('last contact 45 days ago; service level A: every 30 days')
    const today = { ...cause, sinceDays: 0 }
    expect(rhythm.words.en.reason(today)).toBe('last contact today; service level A: every 30 days')
    expect(rhythm.words.zh.reason(today)).toBe('今天联系过；服务级别A每30天联系一次')
    expect(rhythm.words.zh.reason({ ...today, since: 'order' })).toContain('还没有跟进记录，今天下单；')
    expect(rhythm.words.zh.reason(cause)).toBe('上次联系在45天前；服务级别A每30天联系一次')
  })

  test('introduces the seller to who bought once and was never contacted, and to nobody else', () => {
    const buyer = { ...none, level: 'A', lastOrderOn: 900, orderDays: 1 } as const
    const said = (facts: Partial<typeof buyer> & { lastContactOn?: number }) =>
      rhythm.words.en.advice(proposalOf(rhythm, { ...buyer, ...facts }, 1000)!.cause)
    expect(said({})).toBe('introduce yourself and ask how the order was')
    expect(said({ orderDays: 2 } as object)).toMatch(/^thank them for their orders/)
    expect(said({ lastContactOn: 901 })).toBe('ask how things are and what they need next')
  })
})

describe('restock', () => {
  const bought = { ...none, lastOrderOn: 1000, window }

  test('is due when the window opens and sensible until it closes, for two weeks at least', () => {
    const of = (closeDays: number) => proposalOf(restock, { ...bought, window: { ...window, closeDays } }, 1020)
    expect(of(50)).toMatchObject({ dueOn: 1031, lastSensibleOn: 1050, expected: [1031, 1050] })
    // Who buys like clockwork is no less worth a call: 1031 and 14 days.
    expect(of(40)).toMatchObject({ dueOn: 1031, lastSensibleOn: 1045, expected: [1031, 1040] })
    expect(of(31)).toMatchObject({ dueOn: 1031, lastSensibleOn: 1045, expected: [1031, 1031] })
  })

  test.each([
    [1040, false],
    [1041, true],
  ])('on day %i at risk: %s', (asOf, isAtRisk) => {
    expect(proposalOf(restock, bought, asOf)?.cause.isAtRisk).toBe(isAtRisk)
  })

  test('is given up past twice the window', () => {
    expect(proposalOf(restock, bought, 1080)).not.toBeNull()
    expect(proposalOf(restock, bought, 1081)).toBeNull()
  })

  test('done without an order comes back a cycle later, unless the customer has lapsed by then', () => {
    expect(proposalOf(restock, { ...bought, ...closing('restock', 1032) }, 1035)?.dueOn).toBe(1063)
    expect(proposalOf(restock, { ...bought, ...closing('restock', 1060) }, 1062)).toBeNull()
  })

  test('an order after closing starts a new cycle', () => {
    expect(proposalOf(restock, { ...bought, ...closing('restock', 990) }, 1020)?.dueOn).toBe(1031)
  })

  test('without a window or an order there is nothing to say', () => {
    expect(proposalOf(restock, { ...bought, window: null }, 1040)).toBeNull()
    expect(proposalOf(restock, { ...bought, lastOrderOn: null }, 1040)).toBeNull()
  })

  test('says why, in both languages', () => {
    const own = proposalOf(restock, { ...bought, lastOrderOn: 1000 }, 1044)!.cause
    expect(restock.words.en.reason(own)).toBe('buys every 31 days, last 44 days ago (at risk)')
    expect(restock.words.zh.reason(own)).toBe('每31天左右下单，上次在44天前（有流失风险）')
    const pooled = { ...own, method: 'shop', sinceDays: 35, isAtRisk: false }
    expect(restock.words.en.reason(pooled)).toBe('buyers like this reorder after about 31 days, last 35 days ago')
    expect(restock.words.zh.reason(pooled)).toBe('同类客户一般31天左右再次下单，上次在35天前')
  })
})

describe('restock by a pool', () => {
  test.each([
    ['product', bilingual('Green tea', 'Green tea'), 'buyers of Green tea reorder', '买Green tea的客户一般'],
    ['segment', bilingual('At risk', '流失风险'), 'customers in At risk reorder', '“流失风险”这类客户一般'],
    ['order-number', null, 'buyers like this reorder', '同类客户一般'],
  ] as const)('of %s names whose cycle it is', (method, words, en, zh) => {
    const pooled = { ...window, method, group: words && { key: 'group', words } }
    const { cause } = proposalOf(restock, { ...none, lastOrderOn: 1000, window: pooled }, 1035)!
    expect(restock.words.en.reason(cause)).toContain(en)
    expect(restock.words.zh.reason(cause)).toContain(zh)
    expect(cause).toMatchObject({ method, n: 5 })
  })
})

describe('refill', () => {
  /** A product bought on day 1000 that should be used up `cover` days later. */
  const bought = (sku: string, cover: number, more: Partial<Refill> = {}): Refill => ({
    product: { sku, name: `Product ${sku}` },
    perUnitDays: cover / 2,
    lastOn: 1000,
    lastQuantity: 2,
    expectedOn: 1000 + cover,
    n: 3,
    ...more,
  })
  const proposed = (refills: readonly Refill[], asOf: number, closed: number | null = null) =>
    proposalOf(refill, { ...none, refills, ...(closed === null ? {} : closing('refill', closed)) }, asOf)

  test('is due when the last pieces should be used up', () => {
    expect(proposed([bought('TEA', 30)], 1010)).toMatchObject({ dueOn: 1030, lastSensibleOn: 1044 })
    expect(proposed([], 1010)).toBeNull()
  })

  test('is given up when as much time again has passed, at least 14 days', () => {
    expect(proposed([bought('TEA', 30)], 1060)).not.toBeNull()
    expect(proposed([bought('TEA', 30)], 1061)).toBeNull()
    expect(proposed([bought('TEA', 4)], 1018)).not.toBeNull()
    expect(proposed([bought('TEA', 4)], 1019)).toBeNull()
  })

  test('closed without a purchase it comes back as much later, unless it is given up by then', () => {
    expect(proposed([bought('TEA', 30)], 1031, 1030)?.dueOn).toBe(1060)
    expect(proposed([bought('TEA', 30)], 1033, 1031)).toBeNull()
    expect(proposed([bought('TEA', 30)], 1010, 990)?.dueOn).toBe(1030)
  })

  test('of several the one known best among those due, and how many others; else the next to come', () => {
    const several = [bought('TEA', 10), bought('POT', 12, { n: 9 }), bought('CUP', 40, { n: 20 })]
    expect(proposed(several, 1015)).toMatchObject({ dueOn: 1012, cause: { sku: 'POT', others: 1 } })
    expect(proposed(several, 1005)).toMatchObject({ dueOn: 1010, cause: { sku: 'TEA', others: 0 } })
  })

  test('says why, in both languages', () => {
    const reasons = (of: Refill, asOf = 1031, others: readonly Refill[] = []) => {
      const { cause } = proposed([of, ...others], asOf)!
      return [refill.words.en.reason(cause), refill.words.zh.reason(cause)]
    }
    // Day 1000 is 1972-09-27.
    expect(reasons(bought('TEA', 30))).toEqual([
      'buys Product TEA, one lasts about 15 days; 2 bought on 1972-09-27 should be used up by 1972-10-27',
      '常买Product TEA，约15天用完1件；1972-09-27买的2件预计1972-10-27用完',
    ])
    const [en, zh] = reasons(bought('TEA', 30, { perUnitDays: 0.25, lastQuantity: 120, n: 9 }), 1031, [
      bought('POT', 29),
    ])
    expect(en).toBe(
      'buys Product TEA, about 4 pieces a day; 120 bought on 1972-09-27 should be used up by 1972-10-27 (and 1 other product)',
    )
    expect(zh).toBe('常买Product TEA，约每天用4件；1972-09-27买的120件预计1972-10-27用完（另有1种商品也该续购）')
    expect(reasons(bought('TEA', 30, { product: { sku: 'X', name: '长'.repeat(60) } }))[0]).toContain(
      `${'长'.repeat(39)}…`,
    )
  })

  test('carries what it is taken from', () => {
    expect(proposed([bought('TEA', 30)], 1031)?.cause).toMatchObject({ method: 'refill', n: 3, sku: 'TEA' })
  })
})

test('an agreed date is due on its day', () => {
  expect(proposalOf(agreed, { ...none, agreedOn: 1005 }, 1000)).toMatchObject({ dueOn: 1005, lastSensibleOn: 1019 })
  expect(proposalOf(agreed, none, 1000)).toBeNull()
  const { cause } = proposalOf(agreed, { ...none, agreedOn: 1005, agreedText: 'wants a  sample first' }, 1000)!
  expect(agreed.words.en.advice(cause)).toBe('take up what was noted: “wants a sample first”')
  expect(agreed.words.zh.advice(cause)).toBe('接着上次的事谈：“wants a sample first”')
  expect(agreed.words.zh.advice({ ...cause, text: '先寄样品再说吧'.repeat(20) })).toHaveLength(
    '接着上次的事谈：“”'.length + 60,
  )
  expect(agreed.words.en.advice({ ...cause, text: '' })).toBe('take up what was agreed at the last contact')
})

/** A piece lasts ten days; the last should be used up on day 910. */
const known: Refill = {
  ...{ product: { sku: 'TEA', name: 'tea' }, perUnitDays: 10, lastOn: 900, lastQuantity: 1, expectedOn: 910, n: 3 },
}

describe('every rule', () => {
  test('has a name of its own, words in both languages and a weight', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    for (const { name, words, weightPercent, setting } of rules) {
      expect(words.en.label).toMatch(/^[A-Z]/)
      expect(words.zh.label).toMatch(/\p{Script=Han}/u)
      expect(weightPercent).toBeGreaterThan(0)
      expect(setting.name).toBe(`due.${name}`)
      expect(setting.words.zh.meaning).toMatch(/\p{Script=Han}/u)
      expect(setting.value(setting.usual)).not.toBeNull()
      expect(setting.value(setting.read('off')!)).toBeNull()
    }
  })

  // The facts below keep nothing of the customer: who says so of a rule that does propose something would lose it.
  test('of records proposes nothing where none are kept, however much was ordered and agreed', () => {
    const bought = ordersOf([10, 20, 30, 700, 900].map((on) => [on, 99] as const))
    const facts = { ...bought, level: 'A', tier: 'A', window, lastContactOn: 800, agreedOn: 1001 } as const
    const silent = rules.filter((rule) => proposalsOf(rule, { ...facts, refills: [known] }, 1000).length === 0)
    const ofRecords = rules.filter(({ isOfRecords }) => isOfRecords === true)
    expect(silent.map(({ name }) => name)).toEqual(expect.arrayContaining(ofRecords.map(({ name }) => name)))
    expect(ofRecords.length).toBeGreaterThan(0)
  })

  test('is pure and never due before its cause', () => {
    const past = fc.option(fc.integer({ min: 0, max: 1000 }))
    const facts = fc.record({
      level: fc.constantFrom('A', 'B', 'C', null),
      tier: fc.constantFrom('A', 'B', 'C', 'U'),
      yearNetMinor: fc.integer({ min: -10, max: 10 }),
      orders: fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 99 })), { maxLength: 8 }),
      lastContactOn: past,
      agreedOn: fc.option(fc.integer({ min: 0, max: 1100 })),
      closed: past,
      open: fc.integer({ min: 1, max: 60 }),
      more: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(facts, ({ closed, open, more, orders, ...given }) => {
        const bought = ordersOf(orders.sort((a, b) => a[0] - b[0]))
        const all = {
          ...{ ...given, ...bought, vipOrderMinor: 50, closedOn: () => closed },
          window: { ...window, openDays: open, closeDays: open + more },
        }
        for (const rule of rules) {
          const proposals = proposalsOf(rule, all, 1000)
          expect(proposalsOf(rule, all, 1000)).toEqual(proposals)
          expect(new Set(proposals.map(({ subject }) => subject)).size).toBe(proposals.length)
          for (const { dueOn, lastSensibleOn } of proposals) {
            const causes = rule.name === 'agreed' ? [given.agreedOn] : [orders[0]?.[0] ?? null, given.lastContactOn]
            expect(dueOn).toBeGreaterThanOrEqual(Math.min(...causes.filter((day) => day !== null)))
            if (closed !== null && rule.name !== 'agreed') expect(dueOn).toBeGreaterThan(closed)
            expect(lastSensibleOn).toBeGreaterThanOrEqual(dueOn)
          }
        }
      }),
    )
  })
})

describe('thank-you', () => {
  test('for an order of VIP size, on its day, for seven days', () => {
    const facts = { ...ordersOf([[1000, 500]]), vipOrderMinor: 500 }
    expect(proposalOf(thankYou, facts, 1000)).toMatchObject({ dueOn: 1000, lastSensibleOn: 1007 })
    expect(proposalOf(thankYou, facts, 1007)?.cause.because).toBe('vip-size')
    expect(proposalOf(thankYou, facts, 1008)).toBeNull()
    expect(proposalOf(thankYou, { ...facts, vipOrderMinor: 501 }, 1000)).toBeNull()
    expect(proposalOf(thankYou, { ...facts, vipOrderMinor: null }, 1000)).toBeNull()
  })

  test('once for all large orders of a day, by the largest', () => {
    const facts = {
      ...ordersOf([
        [1000, 500],
        [1000, 900],
        [1000, 20],
        [1001, 600],
      ]),
      vipOrderMinor: 500,
    }
    expect(proposalsOf(thankYou, facts, 1002).map(({ subject, cause }) => [subject, cause.netMinor])).toEqual([
      ['1972-09-27', 900],
      ['1972-09-28', 600],
    ])
    expect(proposalsOf(thankYou, { ...facts, ...closing('thank-you:1972-09-27', 1001) }, 1002)).toHaveLength(1)
  })

  test("for one above the customer's own P90, from five orders on", () => {
    const orders = (last: number, count = 4) =>
      ordersOf([...Array.from({ length: count }, (_, i) => [900 + i, 100] as const), [1000, last]])
    // 100 100 100 100 200: P90 of type 7 is 160.
    expect(proposalOf(thankYou, orders(200), 1001)?.cause.because).toBe('largest')
    expect(proposalOf(thankYou, orders(200, 3), 1001)).toBeNull()
    expect(proposalOf(thankYou, orders(100), 1001)).toBeNull()
  })

  test('for nothing that came back: by what returns left since, as VIP candidates are sought', () => {
    const large = { ...ordersOf([[1000, 500]]), vipOrderMinor: 500 }
    const left = (leftMinor: number, facts: Partial<DueFacts> = large) =>
      proposalOf(thankYou, { ...facts, leftSince: () => leftMinor }, 1001)?.cause.because ?? null
    expect([left(500), left(499), left(0)]).toEqual(['vip-size', null, null])
    // 100 100 100 100 200: P90 of type 7 is 160.
    const own = ordersOf([...Array.from({ length: 4 }, (_, i) => [900 + i, 100] as const), [1000, 200]])
    expect([left(200, own), left(180, own), left(160, own)]).toEqual(['largest', 'among-largest', null])
  })

  test('says no more than that it is the largest so far, be it by a cent', () => {
    const slight = ordersOf([...Array.from({ length: 4 }, (_, i) => [900 + i, 10_000] as const), [1000, 10_001]])
    const { cause } = proposalOf(thankYou, slight, 1000)!
    expect(thankYou.words.en.reason(cause)).toBe('largest order so far, on 1972-09-27')
    expect(thankYou.words.zh.reason(cause)).toBe('1972-09-27下了目前最大的一单')
    // Of 20 orders the second largest is above the P90 too.
    const many = ordersOf([...Array.from({ length: 18 }, (_, i) => [900 + i, 100] as const), [950, 900], [1000, 800]])
    const second = proposalOf(thankYou, many, 1000)!.cause
    expect(thankYou.words.en.reason(second)).toBe('one of the largest orders so far, on 1972-09-27')
    expect(thankYou.words.zh.reason(second)).toBe('1972-09-27这一单是目前最大的几单之一')
  })
})

describe('win-back', () => {
  const lapsed = { ...ordersOf([[1000, 100]]), tier: 'A', window } as const

  test('once past twice the P80 of the cycle, for tiers A and B', () => {
    // Closes after 40 days: lapsed from day 1081 on.
    expect(proposalOf(winBack, lapsed, 1050)).toMatchObject({ dueOn: 1081, lastSensibleOn: 1095 })
    expect(proposalOf(winBack, { ...lapsed, tier: 'C' }, 1090)).toBeNull()
    expect(proposalOf(winBack, { ...lapsed, window: null }, 1050)?.dueOn).toBe(1181)
  })

  test('is once: closed, it comes back only after another order', () => {
    expect(proposalOf(winBack, { ...lapsed, closedOn: () => 1082 }, 1090)).toBeNull()
    expect(proposalOf(winBack, { ...lapsed, closedOn: () => 990 }, 1090)).not.toBeNull()
  })
})

describe('countermeasure', () => {
  const planned = {
    ...{ subject: 'M3', customer: 0, on: 1000, aim: 'keep him', text: 'call weekly', owner: 'Li' },
    ground: 'problem',
    dueOn: 1020,
  } as const

  test('is due by its day, with everything else of the customer at stake', () => {
    expect(proposalsOf(measure, { kept: { measures: [planned] } }, 1005)).toEqual([
      expect.objectContaining({ subject: 'M3', dueOn: 1020, lastSensibleOn: 1034 }),
    ])
    expect(measure).toMatchObject({ stakes: 'all', isMarketing: false })
    expect(proposalOf(measure, { kept: { measures: [planned] } }, 1005)!.isUrgent).toBeUndefined()
  })

  test('without a day, two weeks after it was planned, or as set', () => {
    const kept = { measures: [{ ...planned, dueOn: null }] }
    expect(proposalOf(measure, { kept }, 1005)!.dueOn).toBe(1014)
    expect(proposalOf(measure, { kept }, 1005, '30')!.dueOn).toBe(1030)
  })

  test('each is closed by itself', () => {
    const kept = { measures: [planned, { ...planned, subject: 'M4' }] }
    const closedOn = (_: string, subject?: string) => (subject === 'M3' ? 1010 : null)
    expect(proposalsOf(measure, { kept, closedOn }, 1011).map(({ subject }) => subject)).toEqual(['M4'])
  })

  test('says what was planned, by whom and for what, as far as it was filled in', () => {
    const { cause } = proposalOf(measure, { kept: { measures: [planned] } }, 1005)!
    expect(measure.words.en.reason(cause)).toBe('M3, planned on 1972-09-27: call weekly (Li)')
    expect(measure.words.zh.reason(cause)).toBe('M3，1972-09-27制定：call weekly（Li）')
    expect(measure.words.en.advice(cause)).toBe('do what was planned; the aim: keep him')
    const bare = { ...planned, text: '', owner: '', aim: '' }
    const said = proposalOf(measure, { kept: { measures: [bare] } }, 1005)!.cause
    expect(measure.words.en.reason(said)).toBe('M3, planned on 1972-09-27')
    expect(measure.words.zh.advice(said)).toBe('按对策去做')
  })
})
