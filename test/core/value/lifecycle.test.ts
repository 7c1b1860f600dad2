import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryFacts } from '../../../src/core/entry-facts.js'
import { leadsOf } from '../../../src/core/follow-up/leads/fold.js'
import { leadOutcome } from '../../../src/core/follow-up/leads/words.js'
import { stageMatrix } from '../../../src/core/value/lifecycle.js'
import { FALLBACK_CLOSE_DAYS, STAGES, StageReader } from '../../../src/core/value/stages.js'
import { lifecycleIn } from '../../support/lifecycle.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = 20_000

/** A customer who ordered on these days before the as-of day. */
const buyer = (id: string, ...ago: readonly number[]): MadeCustomer => ({
  id,
  bought: ago.map((days) => ({ on: asOf - days, net: 10 })),
})

const lead = (customer: number, ago: number, stage = ''): EntryFacts => ({
  ...{ customer, kind: 'lead', value: null, on: asOf - ago, knownOn: asOf - ago },
  details: stage === '' ? {} : { stage },
})

/** A lead of a row without a date, by the day it was imported. */
const undated = (customer: number, ago: number, stage = ''): EntryFacts => ({ ...lead(customer, ago, stage), on: null })

const lifeOf = (customers: readonly MadeCustomer[], entries: readonly EntryFacts[] = [], on = asOf) =>
  lifecycleIn(snapshotOf(customers), on, entries)

/** Days before the as-of day and the stage entered, for the moves of one customer. */
const moved = (life: ReturnType<typeof lifeOf>, customer: number, from = 1000, to = 0) =>
  life.movesOf(customer, asOf - from, asOf - to).map(({ on, from, to }) => `${asOf - on} ${from} ${to}`)

describe('stages', () => {
  test('on any day are those last entered', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(gaps, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 400 }), (shop, ago) => {
        const days = (own: readonly number[]) => own.map((_, at) => own.slice(0, at + 1).reduce((a, b) => a + b, 0))
        const snapshot = snapshotOf(shop.map((own, at) => buyer(`c${at}`, ...days(own))))
        const cycles = lifecycleIn(snapshot, asOf).cycles
        const reader = new StageReader(cycles, new Map())
        for (const customer of shop.keys()) {
          const entered = reader.enteredAfter(customer, reader.ordersBy(customer, asOf - ago))
          expect(reader.stageOn(customer, asOf - ago)).toBe(entered.findLast(([since]) => since <= asOf - ago)![1])
        }
      }),
    )
  })

  test('gaps of 20, 30 and 40 days: at risk after the P80 of 36, lapsed after 72', () => {
    // Type 7 on 20 30 40: 30 + 0.6 × 10 = 36. The last order is 80 days ago, in a shop too thin for any pool.
    const life = lifeOf([buyer('a', 170, 150, 110, 80)])
    const at = (ago: number) => life.stageOn(0, asOf - ago)
    expect([at(80), at(44), at(43), at(8), at(7), at(0)]).toEqual([
      ...['active', 'active', 'at-risk', 'at-risk', 'lapsed', 'lapsed'],
    ])
    expect(life.isFallback(0)).toBe(false)
  })

  test('a thin shop falls back on 90 days', () => {
    expect(FALLBACK_CLOSE_DAYS).toBe(90)
    const life = lifeOf([
      buyer('fresh', 90),
      buyer('risk', 91),
      buyer('still', 180),
      buyer('gone', 181),
      { id: 'never' },
    ])
    expect(Array.from(life.stagesOn(asOf), (stage) => STAGES[stage])).toEqual([
      ...['new', 'at-risk', 'at-risk', 'lapsed', 'potential'],
    ])
    expect([0, 1, 2, 3, 4].map((customer) => life.isFallback(customer))).toEqual([true, true, true, true, false])
  })

  test('a first order goes by the gaps after first orders', () => {
    // 20 customers came back after 1 … 20 days. x waits longer than all of them: F(16)/F(20) = (16/21)/(20/21), a P80 of 16.
    // Open for 17 or 18 days x leaves the risk set before the end, where F then is 1: F(16) = 16/21, F(17) over 0.8, P80 17.
    const came = Array.from({ length: 20 }, (_, i) => buyer(`c${i}`, 300, 300 - i - 1))
    const stages = (ago: number) => lifeOf([...came, buyer('x', ago)]).stageOn(20, asOf)
    expect([stages(17), stages(18), stages(32), stages(33)]).toEqual(['new', 'at-risk', 'at-risk', 'lapsed'])
  })

  test('two orders of one day make nobody active', () => {
    expect(lifeOf([buyer('a', 5, 5)]).stageOn(0, asOf)).toBe('new')
    expect(lifeOf([buyer('a', 6, 5)]).stageOn(0, asOf)).toBe('active')
  })
})

describe('moves', () => {
  test('each has its day; an order within the window is none', () => {
    const life = lifeOf([buyer('a', 400, 380, 100)])
    expect(moved(life, 0)).toEqual([
      '400 potential new',
      '380 new active',
      // 380 − 91 and 380 − 181 days ago.
      '289 active at-risk',
      '199 at-risk lapsed',
      '100 lapsed active',
      '9 active at-risk',
    ])
    expect(moved(life, 0, 289, 199)).toEqual(['199 at-risk lapsed'])
    expect(moved(life, 0, 290, 200)).toEqual(['289 active at-risk'])
  })

  test('the moves lead from the stage of one day to that of another, whatever was bought', () => {
    const ago = fc.integer({ min: 0, max: 500 })
    const ledgers = fc.array(fc.array(ago, { maxLength: 7 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(ledgers, ago, ago, fc.option(ago), (ledger, a, b, leadAgo) => {
        const life = lifeOf(
          ledger.map((days, i) => buyer(`c${i}`, ...days)),
          leadAgo === null ? [] : [lead(0, leadAgo)],
        )
        const [from, to] = [asOf - Math.max(a, b), asOf - Math.min(a, b)]
        for (let customer = 0; customer < ledger.length; customer++) {
          let stage = life.stageOn(customer, from)
          let last = from
          for (const move of life.movesOf(customer, from, to)) {
            expect(move.from).toBe(stage)
            expect(move.on).toBeGreaterThan(last)
            expect(life.stageOn(customer, move.on)).toBe(move.to)
            expect(life.stageOn(customer, move.on - 1)).toBe(move.from)
            ;[stage, last] = [move.to, move.on]
          }
          expect(life.stageOn(customer, to)).toBe(stage)
        }
      }),
    )
  })

  test('up to a day: all of them, the last one made the stage of then', () => {
    const life = lifeOf([buyer('a', 400, 380, 100)])
    const upTo = (ago: number) => life.movesUpTo(0, asOf - ago).map(({ on, to }) => `${asOf - on} ${to}`)
    expect(upTo(101)).toEqual(['400 new', '380 active', '289 at-risk', '199 lapsed'])
    expect(upTo(0)).toEqual([...upTo(101), '100 active', '9 at-risk'])
    expect(upTo(401)).toEqual([])
  })

  test('ahead: by waiting alone, after twice the days', () => {
    // Gaps of 20, 30 and 40 days close after 36.
    const life = lifeOf([buyer('a', 100, 80, 50, 10), buyer('b', 200), { id: 'c' }])
    const ahead = (customer: number, ago = 0) =>
      life.movesAhead(customer, asOf - ago).map(({ on, from, to }) => `${on - asOf} ${from} ${to}`)
    expect(life.closeDays(0)).toBe(36)
    expect(ahead(0)).toEqual(['27 active at-risk', '63 at-risk lapsed'])
    expect(ahead(1, 100)).toEqual([`${-200 + 181} at-risk lapsed`])
    expect([ahead(1), ahead(2), life.closeDays(1), life.closeDays(2)]).toEqual([[], [], 90, null])
  })

  test('an order after the as-of day is not known', () => {
    expect(lifeOf([buyer('a', -3)]).stageOn(0, asOf)).toBe('potential')
  })
})

describe('leads', () => {
  test('an open lead is an intent from its day on, until the first order', () => {
    const life = lifeOf([buyer('a', 10), { id: 'b' }], [lead(0, 40), lead(1, 20)])
    expect(moved(life, 0, 50)).toEqual(['40 potential intent', '10 intent new'])
    expect(moved(life, 1, 50)).toEqual(['20 potential intent'])
  })

  test('one without a date counts from the day it was imported', () => {
    const life = lifeOf([buyer('a', 10), { id: 'b' }], [undated(0, 40), undated(1, 20), undated(1, 5, '战败')])
    expect(moved(life, 0, 50)).toEqual(['40 potential intent', '10 intent new'])
    expect(moved(life, 1, 50)).toEqual(['20 potential intent', '5 intent potential'])
    expect(life.stageOn(1, asOf - 21)).toBe('potential')
  })

  test('rows with and without a date stand in the order of the days they count from', () => {
    const { days } = lifeOf([{ id: 'a' }, { id: 'b' }]).cycles
    const rows = [undated(0, 30), undated(1, 10, '战败'), lead(0, 20, '战败'), lead(1, 40)]
    const leads = leadsOf(rows, days)
    expect(leads.get(0)).toMatchObject({ openedOn: asOf - 30, outcome: 'lost', closedOn: asOf - 20, isDated: false })
    expect(leads.get(1)).toMatchObject({ openedOn: asOf - 40, outcome: 'lost', closedOn: asOf - 10, isDated: true })
  })

  test('one imported after the as-of day is not known yet', () => {
    expect(lifeOf([{ id: 'a' }], [undated(0, -1)]).stageOn(0, asOf)).toBe('potential')
  })

  test('one imported as won was won by the first order before, and nobody knows when it was opened', () => {
    const life = lifeOf(
      [buyer('a', 30, 10), buyer('b', 30), buyer('c', 2)],
      [...[undated(0, 5, 'won'), undated(1, 5), undated(2, 5, 'won')]],
    )
    const leads = leadsOf([undated(0, 5, 'won'), undated(1, 5), undated(2, 5, 'won')], life.cycles.days)
    expect(leads.get(0)).toMatchObject({ outcome: 'won', openedOn: null, orderedOn: asOf - 30, closedOn: asOf - 30 })
    expect(leads.get(1)).toMatchObject({ outcome: 'open', openedOn: asOf - 5, orderedOn: null })
    expect(leads.get(2)).toMatchObject({ outcome: 'won', openedOn: asOf - 5, orderedOn: asOf - 2 })
    expect(moved(life, 0, 50)).toEqual(['30 potential new', '10 new active'])
  })

  test('a lost lead is an intent no more, and its day is the row that says so', () => {
    const life = lifeOf([{ id: 'a' }], [lead(0, 40, '方案提供'), lead(0, 12, '战败')])
    expect(moved(life, 0, 50)).toEqual(['40 potential intent', '12 intent potential'])
    expect(lifeOf([{ id: 'a' }], [lead(0, 12, 'Closed-Lost')]).stageOn(0, asOf)).toBe('potential')
  })

  test('leads by the words of their stage, status or result', () => {
    expect(leadOutcome({ stage: 'proposal' })).toBe('open')
    expect(leadOutcome({ stage: 'closed_won' })).toBe('won')
    expect(leadOutcome({ stage: 'contact', result: '无效' })).toBe('invalid')
    expect(leadOutcome({ status: ' Lost ' })).toBe('lost')
  })

  test('an order since the lead was opened wins it; one from before does not', () => {
    const { days } = lifeOf([buyer('a', 30, 10), buyer('b', 60)]).cycles
    const leads = leadsOf([lead(0, 20), lead(1, 20)], days)
    expect(leads.get(0)).toMatchObject({ outcome: 'won', closedOn: asOf - 10, orderedOn: asOf - 10 })
    expect(leads.get(1)).toMatchObject({ outcome: 'open', closedOn: null })
  })
})

test('the matrix counts every customer of the filter once', () => {
  const life = lifeOf([buyer('a', 10), buyer('b', 200, 50), buyer('c', 190), { id: 'd' }])
  const counts = stageMatrix(life.stagesOn(asOf - 60), life.stagesOn(asOf), (customer) => customer !== 3)
  // a: potential → new. b: 200 − 60 = 140 days after its order: at risk → active. c: 130 days after, then 190.
  expect(counts[0]).toEqual([0, 0, 1, 0, 0, 0])
  expect(counts[4]).toEqual([0, 0, 0, 1, 0, 1])
  expect(counts.flat().reduce((sum, n) => sum + n)).toBe(3)
})
