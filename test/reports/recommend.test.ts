import { describe, expect, test } from 'vitest'
import { customerFilter } from '../../src/core/value/customer-filter.js'
import { gradesOn } from '../../src/core/value/grades/grades.js'
import { standingOn, VALUE_DEFAULTS, type ValueOptions } from '../../src/core/value/standing.js'
import { dayOf } from '../../src/core/values/business-date.js'
import { type RecommendInput, recommend } from '../../src/reports/recommend.js'
import { type MadeLine, purchasesOf } from '../support/purchases.js'
import { snapshotOf } from '../support/snapshot.js'
import { input } from './sample.js'

const asOf = dayOf('2026-08-31')

/** 12 buyers of pot and tea, 30 of cups; Ann has a pot and takes coffee every 20 days; Bob has a cup; Cy bought nothing; Dan is blocked. */
const lines: MadeLine[][] = [
  [
    [asOf - 50, 'POT'],
    [asOf - 62, 'COF', 2],
    [asOf - 42, 'COF', 2],
    [asOf - 22, 'COF', 2],
  ],
  [[asOf - 5, 'CUP']],
  [],
  [[asOf - 5, 'POT']],
  ...Array.from({ length: 12 }, (): MadeLine[] => [
    [asOf - 9, 'POT'],
    [asOf - 9, 'TEA'],
  ]),
  ...Array.from({ length: 30 }, (): MadeLine[] => [[asOf - 9, 'CUP']]),
]
const named = ['Ann', 'Bob', 'Cy', 'Dan']
const snapshot = {
  ...snapshotOf(
    lines.map((bought, i) => ({
      id: `c${String(i).padStart(2, '0')}`,
      name: named[i] ?? `Buyer ${i}`,
      blocked: i === 3,
      bought: [...new Set(bought.map(([on]) => on))].map((on) => ({ on, net: 100 })),
    })),
  ),
  purchases: () => purchasesOf(lines, { POT: 'Tea pot', TEA: 'Green tea', COF: 'Coffee', CUP: 'Cup' }),
}
const asked: RecommendInput = { ...input, snapshot, asOf, customer: undefined }
const build = (more: Partial<RecommendInput> = {}) => recommend.build({ ...asked, ...more })
const filterOf = (text: string) =>
  customerFilter(text, snapshot, standingOn(snapshot, asOf, VALUE_DEFAULTS), {
    ...input,
    grades: () => gradesOn(input.grades()),
  })

describe('for one customer', () => {
  const { rows } = build({ customer: 0 }).tables[0]!

  test('refills come first, with their pace and day', () => {
    expect(rows[0]).toMatchObject({
      kind: 'refill',
      sku: 'COF',
      product: 'Coffee',
      evidence: 'bought on 3 days; 2 pieces of 2026-08-09 last until 2026-08-29',
      becauseOn: '2026-08-09',
      expectedOn: '2026-08-29',
      perUnitDays: 10,
      n: 2,
    })
  })

  test('then what buyers of the same also bought, with support, lift, ratio and what speaks for it', () => {
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({
      kind: 'also-bought',
      sku: 'TEA',
      product: 'Green tea',
      evidence: 'bought Tea pot on 2026-07-12',
      becauseSku: 'POT',
      becauseOn: '2026-07-12',
      buyersBoth: 12,
      ordersBoth: 12,
    })
    // Counted on 48 orders, 14 with a pot, 12 with tea, 12 with both: 12 · 48 / (14 · 12).
    const { lift, logLikelihoodRatio } = build({ customer: 0 }).tables[0]!.rows[1]!
    expect(lift).toBe(3.43)
    expect(logLikelihoodRatio).toBeGreaterThan(10.83)
  })

  test('says what lifts and ratios are counted on', () => {
    const { tables, notes } = build({ customer: 0 })
    const { basis } = tables[0]!.rows.find(({ kind }) => kind === 'also-bought')!
    expect(notes).toContainEqual(expect.stringContaining(`Lift and log-likelihood ratio are of ${basis}:`))
    const zh = build({ customer: 0, lang: 'zh' }).notes.join('')
    expect(zh).toContain(`提升度和对数似然比按${basis === 'orders' ? '订单' : '客户'}计算`)
  })

  test('says what the figures mean, in both languages', () => {
    expect(build({ customer: 0 }).notes.join(' ')).toContain('three times as often')
    expect(build({ customer: 0, lang: 'zh' }).notes.join('')).toContain('对数似然比')
  })
})

describe('nothing to offer has a reason', () => {
  const reason = (more: Partial<RecommendInput>) => {
    const { tables, notes, summary } = build(more)
    expect(tables[0]!.rows).toEqual([])
    return [Object.keys(summary.nothing as object), notes.join(' ')] as const
  }

  test('no line names a product', () => {
    const { purchases: _purchases, ...bare } = snapshot
    expect(reason({ snapshot: bare, customer: 0 })[1]).toContain('No counted order names a product')
    expect(
      reason({ snapshot: { ...bare, purchases: () => purchasesOf(lines.map(() => [])) }, customer: 0 })[0],
    ).toEqual(['no-lines'])
  })

  test('nothing bought; too few buyers; has all; blocked', () => {
    expect(reason({ customer: 2 })).toEqual([['no-orders'], expect.stringContaining('no order that counts')])
    const unnamed = { ...snapshot, purchases: () => purchasesOf(lines.map((own, i) => (i === 1 ? [] : own))) }
    expect(reason({ snapshot: unnamed, customer: 1 })[0]).toEqual(['bought-nothing'])
    expect(reason({ customer: 1 })[0]).toEqual(['too-few-buyers'])
    expect(reason({ customer: 4 })[0]).toEqual(['has-all'])
    const [none, said] = reason({ customer: 3 })
    expect([none, said]).toEqual([[], 'The customer is blocked: nothing is offered.'])
  })

  test('nobody chosen', () => {
    expect(reason({ filter: filterOf('name:zzz') })[1]).toContain('The filter chooses nobody.')
  })
})

describe('for a filter', () => {
  test('each customer chosen, the blocked left out and counted, those without told by reason', () => {
    const { summary, tables, notes } = build({ filter: filterOf('name:Ann') })
    expect(summary).toMatchObject({ customers: 1, served: 1, refills: 1, alsoBought: 1 })
    expect(tables[0]!.rows.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ann', 'refill'],
      ['Ann', 'also-bought'],
    ])
    expect(notes.join(' ')).not.toContain('blocked')
    const all = build()
    expect(all.summary).toMatchObject({ customers: 45, served: 1, blocked: 1 })
    expect(all.summary.nothing).toEqual({ 'no-orders': 1, 'too-few-buyers': 31, 'has-all': 12 })
    expect(all.notes).toContain('1 blocked customer left out.')
    expect(all.notes).toContain('1 customer: no order that counts yet.')
  })

  test('in the order of the tiers of the settings', () => {
    // Coffee every 20 days, last bought 22 days ago; Bea ordered once more, for less.
    const coffee = (days: readonly number[]): MadeLine[] => days.map((ago) => [asOf - ago, 'COF'])
    const bought = [coffee([62, 42, 22]), coffee([82, 62, 42, 22])]
    const two = {
      ...snapshotOf(
        bought.map((made, i) => ({ id: `c${i}`, bought: made.map(([on]) => ({ on, net: i === 0 ? 90 : 10 })) })),
      ),
      purchases: () => purchasesOf(bought),
    }
    const served = (usual: Partial<ValueOptions>) =>
      build({ snapshot: two, usual: { ...VALUE_DEFAULTS, ...usual } }).tables[0]!.rows.map(({ customer }) => customer)
    expect(served({})).toEqual(['c0', 'c1'])
    expect(served({ measure: 'orders' })).toEqual(['c1', 'c0'])
  })
})
