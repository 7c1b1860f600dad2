import { duesOn } from '../../../src/core/follow-up/dues.js'
import { cyclesOn, cycleWindow, orderDays, type Pool, usualCycles, windowIn } from '../../../src/core/value/cycle.js'
import { everyone } from '../../../src/core/value/cycle-pools.js'
import { lifecycleOf } from '../../../src/core/value/lifecycle.js'
import { refillLapsesAfter, refillsOf } from '../../../src/core/value/refill.js'
import { isEarlierChosen, regularity, rhythmWords } from '../../../src/core/value/regularity.js'
import { standingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { addGap, type Curve, survivalCurve, type Tally } from '../../../src/core/value/survival.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { cycleMethods } from '../../../src/reports/cycle-methods.js'
import { stageWords } from '../../../src/reports/kpi-words.js'
import { rules } from '../../../src/rules/index.js'
import { gradesBasisOf } from '../../support/grades.js'
import { type MadeLine, purchasesOf } from '../../support/purchases.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'
import { aligned, date, type Examples, labelled, money, percent } from './text.js'

const asOf = dayOf('2026-08-31')

/** Cycles, pools, regularity, refills, stages and the due list. */
export const cycleExamples: Examples = {
  survival: () => {
    const curve = curveOf([10, 20, 20, 30], [15, 40])
    return [`F(30) = ${percent(curve.returningShare)}`, `P50 = ${curve.quantile(0.5)}`, `P80 = ${curve.quantile(0.8)}`]
  },
  'own-window': () => {
    const pool = curveOf(
      [...Array<number>(10).fill(10), ...Array<number>(6).fill(20), ...Array<number>(4).fill(40)],
      [],
    )
    const pools: readonly Pool[] = [{ name: 'shop', curve: () => pool }]
    const windowBy = (known: readonly Pool[]) => cycleWindow(orderDays(snapshotOf([ann]), asOf), known, 0)!
    const [own, shop, both] = [windowBy([]), windowIn(pool), windowBy(pools)]
    const line = (key: 'openDays' | 'closeDays', name: string) =>
      `${name} = 3/(3 + 3) × ${own[key]} + 3/(3 + 3) × ${shop[key]} = ${both[key]}`
    return [line('openDays', 'P50'), line('closeDays', 'P80')]
  },
  pools: (lang) => {
    const buyers = [
      ...Array.from({ length: 25 }, (_, i) => buyer(`t${i}`, 'TEA', 10, 0)),
      ...Array.from({ length: 25 }, (_, i) => buyer(`p${i}`, 'POT', 40, 0)),
      ...['TEA', 'POT', 'CUP'].map((sku) => ({ ...buyer(`new ${sku}`, sku, 0), bought: [{ on: asOf, net: 10 }] })),
    ]
    const lines = buyers.map(({ bought, sku }) => bought.map(({ on }): MadeLine => [on, sku]))
    const snapshot = { ...snapshotOf(buyers), purchases: () => purchasesOf(lines) }
    const { window } = cyclesOn(snapshot, standingOn(snapshot, asOf, VALUE_DEFAULTS))
    return aligned(
      ['TEA', 'POT', 'CUP'].map((sku, i) => {
        const { openDays, closeDays, n, returningShare, method } = window(50 + i)!
        const said = [`P50 ${openDays}`, `P80 ${closeDays}`, `n ${n}`, percent(returningShare!, 1)]
        return [sku, ...said, cycleMethods[lang].methods[method]]
      }),
    )
  },
  regularity: (lang) => {
    const gaps = (id: string, i: number) => (isEarlierChosen(id) === (i % 2 === 0) ? [10, 30] : [30, 10])
    const customers = Array.from({ length: 20 }, (_, i): MadeCustomer => {
      const [first, second] = gaps(`c${i}`, i) as [number, number]
      return { id: `c${i}`, bought: [first + second, second, 0].map((ago) => ({ on: asOf - ago, net: 1 })) }
    })
    const snapshot = snapshotOf(customers)
    const days = orderDays(snapshot, asOf)
    const { k, n, rhythm } = regularity(snapshot, days, everyone(days))!
    return [labelled(`n = ${n}, k = (1 − 4 × 5/76) / (8 × 5/76) = ${k!.toFixed(2)}`, rhythmWords[lang][rhythm], lang)]
  },
  refill: () => {
    const first = asOf - 60
    const lines: MadeLine[] = [
      [first, 'TEA', 2],
      [first + 20, 'TEA', 1],
      [first + 32, 'TEA', 3],
    ]
    const [refill] = refillsOf(purchasesOf([lines]), 0, asOf)
    const { perUnitDays, lastOn, lastQuantity, expectedOn } = refill!
    return [
      ...lines.map(([on, sku, quantity]) => `${date(on)}  ${quantity} × ${sku}`),
      `median(20/2, 12/1) = ${perUnitDays}`,
      `${date(lastOn)} + ${lastQuantity} × ${perUnitDays} = ${date(expectedOn)} (… ${date(refillLapsesAfter(refill!))})`,
    ]
  },
  stages: (lang) =>
    (
      [
        ['20, 40, 30', ann],
        ['20, 280', { id: 'Bob', bought: [400, 380, 100].map((ago) => ({ on: asOf - ago, net: 10 })) }],
      ] as const
    ).flatMap(([gaps, customer]) => {
      const life = lifecycleOf(usualCycles(snapshotOf([customer]), asOf, VALUE_DEFAULTS), new Map())
      const moves = life.movesOf(0, asOf - 1000, asOf)
      return [gaps, ...moves.map(({ on, to }) => `  ${date(on)}  ${stageWords[lang][to]}`)]
    }),
  due: (lang) => {
    const snapshot = { ...snapshotOf(dueShop, contacts), purchases: () => purchasesOf(dueLines, { TEA: 'TEA' }) }
    const dues = duesOn({ snapshot, asOf, graded: gradesBasisOf(snapshot, asOf), rules })
    return dues.queue(0).lines.map(({ customer, items }) => {
      const reasons = items.map(({ rule, dueOn, cause }) => {
        const { label, reason } = rule.words[lang]
        return `${date(dueOn)} ${labelled(label, reason(cause), lang)}`
      })
      return `${dueShop[customer]!.id}  ${money(items[0].stakeMinor)}  ${reasons.join(lang === 'zh' ? '；' : '; ')}`
    })
  },
}

function curveOf(ended: readonly number[], waiting: readonly number[]): Curve {
  const [observed, open]: [Tally, Tally] = [[], []]
  for (const gap of ended) addGap(observed, gap)
  for (const gap of waiting) addGap(open, gap)
  return survivalCurve(observed, open)!
}

/** Gaps of 20, 40 and 30 days, the last order 80 days ago. */
const ann = { id: 'Ann', bought: [170, 150, 110, 80].map((ago) => ({ on: asOf - ago, net: 300_00 })) }

function buyer(id: string, sku: string, gap: number, ago = 0) {
  return { id, sku, bought: [asOf - ago - gap, asOf - ago].map((on) => ({ on, net: 10 })) }
}

const days = (net: number, ...ago: readonly number[]) => ago.map((back) => ({ on: asOf - back, net: net * 100 }))

const dueShop: readonly MadeCustomer[] = [
  { id: 'Ann', bought: days(300, 140, 110, 80, 50) },
  { id: 'Bob', bought: days(50, 200) },
  { id: 'Eve', bought: days(40, 60, 40, 20) },
  { id: 'Max', bought: days(100, 5) },
]
const dueLines: readonly (readonly MadeLine[])[] = [
  [],
  [],
  [60, 40, 20].map((back): MadeLine => [asOf - back, 'TEA']),
  [],
]
const contacts = [
  { customer: 0, on: asOf - 35, kind: 'contact', rule: null, nextOn: null },
  { customer: 3, on: asOf - 4, kind: 'contact', rule: null, nextOn: asOf - 1 },
] as const
