import { describe, expect, test } from 'vitest'
import { credit } from '../../src/reports/credit.js'
import { list } from '../../src/reports/list.js'
import { show } from '../../src/reports/show.js'
import { tier } from '../../src/reports/tier.js'
import { why } from '../../src/reports/why.js'
import { decided, gradesBasisOf } from '../support/grades.js'
import { purchasesOf } from '../support/purchases.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input } from './sample.js'

/** Ann buys much and evenly, Bo once and much, Cid a little, Dee never. */
const evenly = Array.from({ length: 6 }, (_, i) => ({ on: asOf - 150 + 25 * i, net: 90_000 + 1000 * i }))
const snapshot = snapshotOf([
  { id: 'ann', name: 'Ann', bought: evenly },
  { id: 'bo', name: 'Bo', bought: [{ on: asOf - 20, net: 160_000 }] },
  { id: 'cid', name: 'Cid', bought: [{ on: asOf - 5, net: 100 }] },
  { id: 'dee', name: 'Dee' },
])
const reason = { reason: 'opens a shop', author: 'Li' }
const decisions = new Map([
  [
    2,
    [
      decided('tier', 'A', asOf - 3, reason),
      decided('credit', 'red', asOf - 2, { reason: 'late', author: 'Li', batch: 7 }),
    ],
  ],
])
const unpaid = new Map([[0, [{ on: asOf - 60, state: 'cancelled' as const, isCounted: false }]]])
const graded = { ...input, snapshot, grades: () => gradesBasisOf(snapshot, asOf, { decisions, unpaid }) }
const bare = { ...input, snapshot, grades: () => gradesBasisOf(snapshot, asOf) }

const table = (report: ReturnType<typeof tier.build>, key: string) => report.tables.find((one) => one.key === key)!

describe('tier', () => {
  const report = tier.build(graded)

  test('says who is of which class, and lists VIP candidates with the order that met the bound', () => {
    expect(report.summary).toMatchObject({
      classes: { strategic: 0, key: 3, general: 0, potential: 1 },
      vip: { granted: 0, candidates: 1 },
    })
    expect(table(report, 'vipCandidates').rows).toEqual([
      expect.objectContaining({ customer: 'bo', orderMinor: 160_000, month: null, monthMinor: null }),
    ])
  })

  test('a tier by hand stands beside the computed one with who, when and why', () => {
    expect(table(report, 'byHand').rows).toEqual([
      expect.objectContaining({ customer: 'cid', tier: 'C', what: 'tier', value: 'A', on: '2026-08-28', ...reason }),
    ])
    expect(report.tables[0]!.rows[2]).toMatchObject({
      customer: 'cid',
      tier: 'C',
      handTier: 'A',
      level: 'C',
      levelBy: 'credit',
    })
    const shown = (one: typeof report) => one.tables[0]!.columns.filter(({ wide }) => !wide).map(({ key }) => key)
    expect(shown(report)).toEqual(expect.arrayContaining(['handTier', 'level']))
    expect(shown(tier.build(bare))).not.toContain('handTier')
  })

  test('what nobody has is not shown to people, and U stands apart', () => {
    expect(table(tier.build(bare), 'byHand').isForMachines).toBe(true)
    expect(table(report, 'ungraded').rows.map(({ customer }) => customer)).toEqual(['dee'])
    expect(report.tables[0]!.rows.map(({ customer }) => customer)).toEqual(['ann', 'bo', 'cid', 'dee'])
  })

  test('signs of more come with their evidence', () => {
    const rows = table(report, 'potential').rows
    expect(rows).toEqual([
      expect.objectContaining({ customer: 'ann', potential: 'steady', gaps: 5, meanDays: 25, variation: 0 }),
    ])
    expect(rows[0]!.evidence).toMatch(/^5 gaps of 25.0 days on average, varying by 0.0%, last order 25 days ago/)
  })

  test('signs of more are whole but where a limit is asked for', () => {
    const many = snapshotOf(Array.from({ length: 25 }, (_, i) => ({ id: `c${i}`, bought: evenly })))
    const of = { ...input, snapshot: many, grades: () => gradesBasisOf(many, asOf) }
    const told = (report: ReturnType<typeof tier.build>) => {
      const { rows, omitted } = table(report, 'potential')
      return [rows.length, omitted]
    }
    // Each shows both signs.
    expect(told(tier.build(of))).toEqual([50, 0])
    expect(told(tier.build({ ...of, shape: { limit: 20 } }))).toEqual([20, 30])
  })

  test('who gave back what met the bound is no candidate, and why says what is left', () => {
    const returned = snapshotOf([
      {
        id: 'bo',
        bought: [
          { on: asOf - 20, net: 160_000 },
          { on: asOf - 19, net: -20_000 },
        ],
      },
      {
        id: 'eve',
        bought: [
          { on: asOf - 20, net: 160_000 },
          { on: asOf - 20, net: 10_000 },
          { on: asOf - 19, net: -20_000 },
        ],
      },
    ])
    const of = { ...input, snapshot: returned, grades: () => gradesBasisOf(returned, asOf) }
    const report = tier.build(of)
    expect(report.summary.vip).toEqual({ granted: 0, candidates: 1, takenBack: 1, categories: null })
    expect(table(report, 'vipCandidates').rows).toEqual([
      expect.objectContaining({ customer: 'eve', orderMinor: 160_000, returnedMinor: 20_000, leftMinor: 150_000 }),
    ])
    expect(report.notes.join('\n')).toContain('1 customer met a VIP bound, but returns without an order number')
    const bo = why.build({ ...of, customer: 0 })
    expect(bo.notes).toContain(
      'No VIP candidate: the bounds were met by the order of 2026-08-11 over $1,600.00 (bound $1,500.00), but returns without an order number took back $200.00 from 2026-08-11 on, which leaves $1,400.00 of what was bought since.',
    )
    expect(bo.summary.grades).toMatchObject({
      vip: {
        ...{ candidate: false, takenBack: true, categories: null },
        returns: { since: '2026-08-11', returnedMinor: 20_000, leftMinor: 140_000 },
      },
    })
    expect(why.build({ ...of, customer: 1 }).notes).toContain(
      'Returns without an order number took back $200.00 from 2026-08-11 on, which leaves $1,500.00 of what was bought since.',
    )
  })

  test('a currency without usual bounds is told how to set them', () => {
    const crowns = { ...snapshot, currency: 'ISK' }
    const { notes } = tier.build({ ...bare, snapshot: crowns, grades: () => gradesBasisOf(crowns, asOf) })
    expect(notes.join()).toContain('crm config set vip.order AMOUNT')
  })
})

describe('list', () => {
  test('has the grades as columns, and leaves the list blank of who has none', () => {
    const rows = list.build(graded).tables[0]!.rows
    expect(rows.map(({ customer, class: which, credit: colour }) => [customer, which, colour])).toEqual([
      ['ann', 'key', 'yellow'],
      ['bo', 'key', null],
      ['cid', 'key', 'red'],
      ['dee', 'potential', null],
    ])
    expect(rows[0]).toMatchObject({ potential: ['steady'], loyal: null, type: null })
  })
})

describe('credit', () => {
  const report = credit.build(graded)

  test('key customers and those set by hand, the worst first, each with its reason', () => {
    expect(report.tables[0]!.rows).toEqual([
      expect.objectContaining({
        customer: 'cid',
        credit: 'red',
        why: 'hand',
        handReason: 'late',
        handBy: 'Li',
        computed: null,
        level: 'C',
      }),
      expect.objectContaining({ customer: 'ann', credit: 'yellow', kept: 6, placed: 7, why: 'fulfilment', level: 'A' }),
      expect.objectContaining({ customer: 'bo', credit: null, fulfilment: null, why: 'few' }),
    ])
    expect(report.summary).toEqual({
      customers: 3,
      lists: { green: 0, yellow: 1, red: 1, black: 0, unrated: 1 },
      loweredUnlisted: 0,
    })
    expect(report.tables[1]).toMatchObject({ key: 'lowered', rows: [], isForMachines: true })
  })

  test('no colour stands without what it means', () => {
    for (const lang of ['en', 'zh'] as const) {
      const { columns } = credit.build({ ...graded, lang }).tables[0]!
      const names = Object.values(columns.find(({ key }) => key === 'credit')!.words!)
      expect(names.join()).toMatch(lang === 'en' ? /green list \(good credit\)/ : /绿名单（信用好）.*黑名单（差）/)
    }
  })

  test('an amount setting lowers green to yellow, and says so', () => {
    const rich = { ...graded, grades: () => gradesBasisOf(snapshot, asOf, {}, { 'credit.bands': '10000' }) }
    expect(credit.build(rich).tables[0]!.rows[0]).toMatchObject({ customer: 'ann', credit: 'yellow', why: 'amount' })
    const poor = { ...graded, grades: () => gradesBasisOf(snapshot, asOf, {}, { 'credit.bands': '5000' }) }
    expect(credit.build(poor).tables[0]!.rows.find(({ customer }) => customer === 'ann')?.credit).toBe('green')
  })

  describe('whom low fulfilment lowers though on no list', () => {
    // Big keeps class A to himself; Late, of class B, kept 3 of 5.
    const shop = snapshotOf([
      { id: 'big', name: 'Big', bought: [{ on: asOf - 9, net: 7900 }] },
      { id: 'late', name: 'Late', bought: [10, 20, 30].map((ago) => ({ on: asOf - ago, net: 500 })) },
      { id: 'few', name: 'Few', bought: [{ on: asOf - 9, net: 200 }] },
    ])
    const calledOff = [5, 6].map((ago) => ({ on: asOf - ago, state: 'cancelled' as const, isCounted: false }))
    const grades = () => gradesBasisOf(shop, asOf, { unpaid: new Map([[1, calledOff]]) })
    const only = (customer: number, text: string) => ({
      filter: { text, includes: (one: number) => one === customer, unknownTags: [] },
    })

    test('has a table of its own and a figure', () => {
      const report = credit.build({ ...input, snapshot: shop, grades })
      expect(report.tables[0]!.rows.map(({ customer }) => customer)).toEqual(['big'])
      expect(report.tables[1]!.rows).toEqual([
        { customer: 'late', name: 'Late', key: null, tier: 'B', fulfilment: 0.6, kept: 3, placed: 5, level: 'C' },
      ])
      expect(report.summary.loweredUnlisted).toBe(1)
      expect(report.facts.at(-1)).toMatchObject({ label: 'Lowered for fulfilment, on no list', value: 1 })
      expect(report.notes.join()).toContain('1 customer is served as general (C)')
    })

    test('who is on no list is told his fulfilment when asked for alone', () => {
      const late = credit.build({ ...input, snapshot: shop, grades, ...only(1, 'Late') })
      expect(late.tables.map(({ isForMachines }) => isForMachines === true)).toEqual([true, false])
      expect(late.notes.slice(0, 3)).toEqual([
        'Nobody of "Late" is on a list. All of them: crm credit',
        expect.stringMatching(/fulfilment 60\.0%, 3 of 5 orders/),
        expect.stringMatching(/is below 75 %, which lowers it to C/),
      ])
      const few = credit.build({ ...input, snapshot: shop, grades, ...only(2, 'Few'), lang: 'zh' })
      expect(few.notes[1]).toBe('信用：365天内满4单才计算履约率（目前1单中履约1单）。')
    })
  })

  test('an empty list says why', () => {
    const nobody = snapshotOf([{ id: 'x', bought: [{ on: asOf, net: 0 }] }])
    const { notes } = credit.build({ ...input, snapshot: nobody, grades: () => gradesBasisOf(nobody, asOf) })
    expect(notes).toEqual([expect.stringMatching(/^No order counts as a purchase\./)])
    const bought = snapshotOf([{ id: 'x', bought: [{ on: asOf, net: 100 }] }, { id: 'y' }])
    const filter = { text: 'y', includes: (customer: number) => customer === 1, unknownTags: [] }
    const some = credit.build({ ...input, snapshot: bought, grades: () => gradesBasisOf(bought, asOf), filter })
    expect(some.notes[0]).toBe('Nobody of "y" is on a list. All of them: crm credit')
  })
})

describe('why and show', () => {
  test('tell the level with what decided it, VIP and credit with their evidence', () => {
    const { notes, summary } = why.build({ ...graded, customer: 1 })
    expect(notes).toEqual(
      expect.arrayContaining([
        'Service level A: key customer.',
        'VIP candidate by the order of 2026-08-11 over $1,600.00 (bound $1,500.00). To grant it: crm edit bo --vip',
        'Credit: no fulfilment yet, it takes 4 placed orders in 365 days (1 of 1 kept).',
      ]),
    )
    expect(summary.grades).toMatchObject({
      level: { level: 'A', by: 'key' },
      vip: { candidate: true, order: { on: '2026-08-11', netMinor: 160_000 } },
    })
    expect(why.build({ ...graded, customer: 2 }).notes).toEqual(
      expect.arrayContaining([
        'Tier by hand A, beside C by the orders: set on 2026-08-28 by Li: opens a shop.',
        'Service level C: the red list (ordinary) set by hand lowers it to C.',
        'Credit list by hand: red list (ordinary), set on 2026-08-29 by Li: late.',
      ]),
    )
    expect(why.build({ ...graded, customer: 0 }).notes).toContain(
      'Credit: yellow list (fair); fulfilment 85.7%, 6 of 7 orders of 365 days kept.',
    )
  })

  test('a proposed buyer type comes with its evidence', () => {
    const lines = [[], [[asOf - 20, 'CUP', 12] as const], [], []]
    const companies = () => new Map([[2, 'Example Trading']])
    const shop = { ...snapshot, purchases: () => purchasesOf(lines) }
    const told = { ...input, snapshot: shop, grades: () => gradesBasisOf(shop, asOf, { companies }) }
    const type = (customer: number) =>
      show.build({ ...told, customer }).facts.find(({ label }) => label === 'Buyer type')?.value
    expect(type(1)).toBe('reseller (proposed: a median of 12 a line over 1 line)')
    expect(type(2)).toBe('reseller (proposed: the name of the company, Example Trading)')
    expect(type(3)).toBeUndefined()
    const { notes, summary } = why.build({ ...told, customer: 1 })
    expect(notes).toContain(
      'Buyer type proposed: reseller, by a median of 12 a line over 1 line. To set it: crm edit bo --buyer-type reseller',
    )
    expect(summary.grades).toMatchObject({
      buyerTypeProposed: { type: 'reseller', from: 'quantity', lines: 1, unitsPerLine: 12, repeatedSkus: 0 },
    })
  })

  test('the file has the history, the newest first', () => {
    const report = show.build({ ...graded, customer: 2 })
    expect(report.tables.find(({ key }) => key === 'grades')!.rows).toEqual([
      {
        what: 'credit',
        value: 'red list (ordinary)',
        until: null,
        on: '2026-08-29',
        reason: 'late',
        author: 'Li',
        batch: '7',
      },
      { what: 'tier', value: 'A', until: null, on: '2026-08-28', ...reason, batch: '1' },
    ])
    expect(show.build({ ...graded, customer: 0 }).tables.map(({ key }) => key)).not.toContain('grades')
  })
})
