import { describe, expect, test } from 'vitest'
import { duesOn } from '../../../src/core/follow-up/dues.js'
import type { ContactFacts, Snapshot } from '../../../src/core/snapshot.js'
import type { GradeFacts } from '../../../src/core/value/grades/facts.js'
import type { ValueOptions } from '../../../src/core/value/standing.js'
import { agreed } from '../../../src/rules/agreed.js'
import { refill } from '../../../src/rules/refill.js'
import { restock } from '../../../src/rules/restock.js'
import { rhythm } from '../../../src/rules/rhythm.js'
import { thankYou } from '../../../src/rules/thank-you.js'
import { decided, gradesBasisOf } from '../../support/grades.js'
import { type MadeLine, purchasesOf } from '../../support/purchases.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

/** Those whose reasons are looked at here. */
const rules = [agreed, restock, refill, rhythm]

/** Buys every 30 days, so that the own window is 30 … 30 days; last order `since` days ago. */
const regular = (id: string, since: number, net: number): MadeCustomer => ({
  id,
  bought: [90, 60, 30, 0].map((back) => ({ on: asOf - since - back, net })),
})

/** What is known on a day where nothing is decided but what is said. */
function duesIn(snapshot: Snapshot, day = asOf, facts: Partial<GradeFacts> = {}, usual: Partial<ValueOptions> = {}) {
  return duesOn({ snapshot, asOf: day, graded: gradesBasisOf(snapshot, day, facts, {}, usual), rules })
}

type Entry = Pick<ContactFacts, 'on' | 'kind'> & Partial<ContactFacts>

function lines(customers: readonly MadeCustomer[], entries: readonly Entry[] = [], ahead = 0, day = asOf) {
  const contacts = entries.map((entry) => ({ customer: 0, rule: null, nextOn: null, ...entry }))
  const snapshot = snapshotOf(customers, contacts)
  return duesIn(snapshot, day)
    .queue(ahead)
    .lines.map(({ customer, items }) => ({
      id: customers[customer]!.id,
      rules: items.map(({ rule }) => rule.name),
      dueOn: items[0].dueOn - asOf,
      stake: items[0].stakeMinor,
    }))
}

describe('the due list', () => {
  test('one line a customer, the strongest reason first', () => {
    // Trailing-year net 4 × 100: restock 400 / 4 × 25 %, rhythm (level A, 35 days without contact) 15 %.
    expect(lines([regular('a', 35, 100)])).toEqual([{ id: 'a', rules: ['restock', 'rhythm'], dueOn: -5, stake: 25 }])
  })

  test('by stake, then id', () => {
    const made = [regular('d', 31, 100), regular('b', 31, 300), regular('c', 31, 100), regular('a', 31, 200)]
    expect(lines(made).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd'])
  })

  test('a promised date stands before any stake, the oldest first', () => {
    const made = [regular('small', 5, 1), regular('large', 31, 10_000), regular('other', 5, 1)]
    const promised = [
      { customer: 0, on: asOf - 9, kind: 'contact', nextOn: asOf - 1 },
      { customer: 2, on: asOf - 9, kind: 'contact', nextOn: asOf - 2 },
    ] as const
    expect(lines(made, promised).map(({ id }) => id)).toEqual(['other', 'small', 'large'])
  })

  test('blocked customers are never in it', () => {
    expect(
      lines([{ ...regular('a', 35, 100), blocked: true }], [{ on: asOf - 9, kind: 'contact', nextOn: asOf }], 30),
    ).toEqual([])
  })

  test('nothing is due before its day; looking ahead shows what will be', () => {
    expect(lines([regular('a', 25, 100)])).toEqual([])
    expect(lines([regular('a', 25, 100)], [], 4)).toEqual([])
    expect(lines([regular('a', 25, 100)], [], 5)).toMatchObject([{ rules: ['restock', 'rhythm'], dueOn: 5 }])
  })

  test.each([
    [-1, ['restock']],
    [0, []],
    [29, []],
  ])('whoever is held out of a campaign gets no marketing reason until its last day is over: %i', (last, expected) => {
    const made = [regular('held', 35, 100), regular('free', 35, 100)]
    const kept = new Map([[0, { heldOutUntil: asOf + last }]])
    const snapshot = snapshotOf(made, [{ customer: 0, on: asOf - 20, kind: 'contact', rule: null, nextOn: asOf }])
    const dues = duesOn({ snapshot, asOf, graded: gradesBasisOf(snapshot, asOf), rules, kept })
    const due = (customer: number) => dues.items(customer).filter(({ dueOn }) => dueOn <= asOf)
    expect(due(0).map(({ rule }) => rule.name)).toEqual(['agreed', ...expected])
    expect(due(1).map(({ rule }) => rule.name)).toContain('restock')
  })

  test('a contact pauses marketing for three days and restarts the rhythm', () => {
    const contact = (back: number) => [{ on: asOf - back, kind: 'contact' }] as const
    for (const back of [0, 1, 2]) expect(lines([regular('a', 35, 100)], contact(back))).toEqual([])
    expect(lines([regular('a', 35, 100)], contact(3))).toMatchObject([{ rules: ['restock'], dueOn: -5 }])
    expect(lines([regular('a', 35, 100)], contact(1), 2)).toMatchObject([{ rules: ['restock'], dueOn: 2 }])
  })

  test('a promise is kept though the customer was contacted yesterday', () => {
    const made = [{ on: asOf - 1, kind: 'contact', nextOn: asOf }] as const
    expect(lines([regular('a', 35, 100)], made)).toMatchObject([{ rules: ['agreed'], dueOn: 0 }])
  })

  test('done: the rule is due next counted from that day', () => {
    // Last order 35 days ago. Done 29 days after it: again on day 59, within twice the window (60), 24 days from now.
    expect(lines([regular('a', 35, 100)], [{ on: asOf - 6, kind: 'done', rule: 'restock' }])).toEqual([])
    expect(lines([regular('a', 35, 100)], [{ on: asOf - 6, kind: 'done', rule: 'restock' }], 24)).toMatchObject([
      { rules: ['restock', 'rhythm'], dueOn: 24 },
    ])
    // Done 31 days after it: day 61 would be past twice the window.
    expect(lines([regular('a', 35, 100)], [{ on: asOf - 4, kind: 'done', rule: 'restock' }], 26)).toMatchObject([
      { rules: ['rhythm'], dueOn: 26 },
    ])
  })

  test('snoozed: silent until its day, then due on that day', () => {
    const snooze = [{ on: asOf - 2, kind: 'snooze', nextOn: asOf + 3 }] as const
    expect(lines([regular('a', 35, 100)], snooze)).toEqual([])
    expect(lines([regular('a', 35, 100)], snooze, 0, asOf + 3)).toMatchObject([{ dueOn: 3 }])
    expect(lines([regular('a', 35, 100)], [{ ...snooze[0], rule: 'restock' }])).toMatchObject([{ rules: ['rhythm'] }])
  })

  test('skipped: this occurrence only, and no contact', () => {
    expect(lines([regular('a', 35, 100)], [{ on: asOf, kind: 'skip', rule: 'restock' }])).toMatchObject([
      { rules: ['rhythm'] },
    ])
    const both = ['restock', 'rhythm'].map((rule) => ({ on: asOf, kind: 'skip', rule }) as const)
    expect(lines([regular('a', 35, 100)], both)).toEqual([])
    // A record that names no item closes none.
    expect(lines([regular('a', 35, 100)], [{ on: asOf, kind: 'skip' }])).toMatchObject([
      { rules: ['restock', 'rhythm'] },
    ])
  })

  test('nobody is thanked for what came back the same day', () => {
    const customers = [0, -150_000, -150_001].map((returned, i) => ({
      ...{ id: `c${i}` },
      bought: [
        { on: asOf - 2, net: 300_000 },
        { on: asOf - 2, net: returned, counted: false },
        // Of an earlier day, so of an earlier purchase.
        { on: asOf - 9, net: -300_000 },
      ],
    }))
    const snapshot = snapshotOf(customers)
    const dues = duesOn({ snapshot, asOf, graded: gradesBasisOf(snapshot, asOf), rules: [thankYou] })
    expect(dues.queue(0).lines.map(({ customer }) => customer)).toEqual([0, 1])
  })

  test('a loss over the year puts nothing at stake', () => {
    const made = { ...regular('a', 35, 1), bought: [...regular('a', 35, 1).bought!, { on: asOf - 3, net: -500 }] }
    expect(lines([made])).toMatchObject([{ stake: 0 }])
  })

  test('does not hang on the order of the customers', () => {
    const made = Array.from({ length: 9 }, (_, i) => regular(`c${i}`, 31 + (i % 3), 100 + (i % 2)))
    expect(lines(made.toReversed())).toEqual(lines(made))
  })
})

describe('tiers and service levels', () => {
  const made = (id: string, ago: number, net: number): MadeCustomer => ({ id, bought: [{ on: asOf - ago, net }] })
  const contacted = (customer: number): ContactFacts => ({
    ...{ customer, on: asOf - 150, kind: 'contact', rule: null, nextOn: null },
  })

  test('equal stakes go by service level: a granted VIP of tier C stands before tier B, whoever has the smaller id', () => {
    // Of 9,599: before z nothing, before a 93.8 % (B), before b 96.9 % (C). Both 15 % of a quarter of about 300.
    const customers = [made('a', 140, 300), made('b', 140, 299), made('z', 140, 9000)]
    const snapshot = snapshotOf(customers, [0, 1, 2].map(contacted))
    const order = (grades: Partial<GradeFacts>) =>
      duesIn(snapshot, asOf, grades)
        .queue(0)
        .lines.map(({ customer, items }) => [customers[customer]!.id, items.at(-1)!.stakeMinor])
    expect(order({})).toEqual([
      ['z', 338],
      ['a', 11],
      ['b', 11],
    ])
    const vip = new Map([[1, [decided('vip', 'yes', asOf - 9)]]])
    expect(order({ decisions: vip })).toEqual([
      ['z', 338],
      ['b', 11],
      ['a', 11],
    ])
  })

  test('are those of the settings, which move no stake and no cycle', () => {
    const customers = [...Array.from({ length: 3 }, (_, i) => regular(`r${i}`, 20, 100)), made('old', 140, 4000)]
    const snapshot = snapshotOf(customers, [contacted(3)])
    const seen = (usual: Partial<ValueOptions>) => {
      const dues = duesIn(snapshot, asOf, {}, usual)
      const lines = dues.queue(20).lines.map(({ customer, items }) => [customer, items[0].stakeMinor])
      const { cause, dueOn } = dues
        .queue(999)
        .lines.find(({ customer }) => customer === 3)!
        .items.at(-1)!
      return { tiers: customers.map((_, i) => dues.tier(i)), lines, rhythm: [cause, asOf - dueOn] }
    }
    // Over the year `old` is the best of all; in 90 days nothing of hers counts, and 0.15 × 4,000 / 4 stays at stake.
    expect(seen({})).toMatchObject({ tiers: ['A', 'A', 'A', 'A'], rhythm: [{ level: 'A', everyDays: 30 }, 120] })
    expect(seen({ days: 90 })).toEqual({
      tiers: ['A', 'A', 'A', 'U'],
      lines: [[3, 150], ...[0, 1, 2].map((customer) => [customer, 25])],
      rhythm: [{ topic: '', level: 'C', everyDays: 120, sinceDays: 150, since: 'contact', isRepeat: false }, 30],
    })
    expect(seen({ days: 90 }).lines).toEqual(seen({}).lines)
    expect(seen({ measure: 'orders' }).tiers).toEqual(['A', 'A', 'A', 'B'])
    expect(seen({ measure: 'orders' }).lines).toEqual(seen({}).lines)
  })

  test('who sold nothing within the window of the settings, but something in the year, is still kept in touch with', () => {
    const snapshot = snapshotOf([made('a', 140, 100)])
    const due = (usual: Partial<ValueOptions>) =>
      duesIn(snapshot, asOf, {}, usual)
        .queue(0)
        .lines.map(({ items }) => items[0].cause)
    expect(due({ days: 90 })).toEqual([
      { topic: '', level: 'C', everyDays: 120, sinceDays: 140, since: 'order', isRepeat: false },
    ])
    expect(due({})).toEqual([{ topic: '', level: 'A', everyDays: 30, sinceDays: 140, since: 'order', isRepeat: false }])
  })
})

describe('with lines', () => {
  const tea = (back: readonly number[]): MadeLine[] => back.map((days) => [asOf - days, 'TEA'])
  const snapshot = {
    ...snapshotOf([
      { id: 'a', bought: [25, 15, 5].map((back) => ({ on: asOf - back, net: 100 })) },
      { id: 'b', bought: [{ on: asOf - 5, net: 100 }] },
    ]),
    purchases: () => purchasesOf([tea([25, 15, 5]), tea([5])]),
  }

  test('a product that runs out is a reason, with its weight, method and n', () => {
    // Every 10 days a piece: the one of 5 days ago is used up in 5 days; 300 / 4 × 25 % is 18.75.
    expect(duesIn(snapshot).queue(4).lines).toEqual([])
    const [line, ...others] = duesIn(snapshot).queue(5).lines
    expect(others).toEqual([])
    expect(
      line!.items.map(({ rule, dueOn, stakeMinor, cause }) => [rule.name, dueOn - asOf, stakeMinor, cause.n]),
    ).toEqual([['refill', 5, 19, 2]])
  })

  test('without lines nobody is asked to refill', () => {
    const { purchases: _purchases, ...bare } = snapshot
    expect(duesIn(bare).queue(5).lines).toEqual([])
  })
})
