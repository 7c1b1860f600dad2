import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TIERS, type Tier } from '../../../src/core/value/abc.js'
import { MEASURES, type Measure } from '../../../src/core/value/measure.js'
import { type MoverCause, moversBetween, tierMoves } from '../../../src/core/value/movers.js'
import { gradingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { type MadeCustomer, type MadeOrder, snapshotOf } from '../../support/snapshot.js'

const noCorrections = { since: [], between: [] }

function compare(
  customers: readonly MadeCustomer[],
  [since, asOf]: readonly [number, number],
  options = VALUE_DEFAULTS,
) {
  const snapshot = snapshotOf(customers)
  const days = { earlier: gradingOn(snapshot, since, options), later: gradingOn(snapshot, asOf, options) }
  return { ...days, movers: moversBetween(snapshot, { ...days, corrections: noCorrections }, options) }
}

const purchase = fc.record({ on: fc.integer({ min: 19_000, max: 20_000 }), net: fc.integer({ min: 1, max: 5000 }) })
const giveBack = fc.record({ on: fc.integer({ min: 19_000, max: 20_000 }), net: fc.integer({ min: -5000, max: -1 }) })
const anyOrder = fc.oneof(
  { weight: 3, arbitrary: purchase.map((order) => ({ ...order, cost: Math.round(order.net / 3) })) },
  { weight: 1, arbitrary: giveBack.map((order) => ({ ...order, gross: 0, cost: 0 })) },
)
const shop = fc.array(fc.array(anyOrder, { maxLength: 6 }), { minLength: 1, maxLength: 12 }).map((all) => [
  // Profit is only graded where some order names a cost.
  { id: 'c-cost', bought: [{ on: 19_500, net: 100, cost: 10 }] },
  ...all.map((bought, i) => ({ id: `c${i}`, bought })),
])

/** The figure of a measure over the days (from, to], added up anew. */
function figure(bought: readonly MadeOrder[], [from, to]: readonly [number, number], measure: Measure): number {
  const within = bought.filter(({ on }) => Number(on) > from && Number(on) <= to)
  const worth = ({ net, gross, cost = 0 }: MadeOrder) => {
    if (measure === 'orders') return net > 0 ? 1 : 0
    return { net, gross: gross ?? net, profit: net - cost }[measure]
  }
  return within.reduce((sum, order) => sum + worth(order), 0)
}

test('movers are exactly those whose tiers differ, and each cause bears its own test', () => {
  fc.assert(
    fc.property(
      shop,
      fc.constantFrom(...MEASURES),
      fc.integer({ min: 19_300, max: 19_999 }),
      fc.integer({ min: 1, max: 700 }),
      fc.constantFrom(30, 365, null),
      (customers, measure, since, span, days) => {
        const asOf = since + span
        const { earlier, later, movers } = compare(customers, [since, asOf], { ...VALUE_DEFAULTS, measure, days })
        const differing = customers.map((_, i) => i).filter((i) => earlier.abc.tier[i] !== later.abc.tier[i])
        expect(movers.map(({ customer }) => customer).sort((a, b) => a - b)).toEqual(differing)
        for (const { customer, before, now, cause } of movers) {
          const bought: readonly MadeOrder[] = customers[customer]!.bought
          const windows = [since, asOf].map((to) => [days === null ? -1 : to - days, to] as const)
          const [was, is] = windows.map((window) => figure(bought, window, measure)) as [number, number]
          expect([before, now]).toEqual([earlier, later].map(({ abc }) => TIERS[abc.tier[customer]!] as Tier))
          expect(bears(cause, bought, { was, is, since, windows, measure, before, now }), `${cause} ${was} ${is}`).toBe(
            true,
          )
        }
      },
    ),
  )
})

interface Story {
  readonly before: Tier
  readonly now: Tier
  readonly was: number
  readonly is: number
  readonly since: number
  readonly windows: readonly (readonly [number, number])[]
  readonly measure: Measure
}

/** Whether what happened to a customer bears the cause that is told: something of that kind moved the value the way it went. */
function bears(cause: MoverCause, bought: readonly MadeOrder[], story: Story): boolean {
  const { was, is, since, windows, measure, now } = story
  const isUp = TIERS.indexOf(now) < TIERS.indexOf(story.before)
  if (cause === 'others') return was === is || is > was !== isUp
  if (was === is || is > was !== isUp) return false
  const [before, after] = windows as [readonly [number, number], readonly [number, number]]
  const entered = bought.filter(({ on }) => isIn(on, after) && !isIn(on, before))
  const left = bought.filter(({ on }) => isIn(on, before) && !isIn(on, after))
  const sum = (orders: readonly MadeOrder[]) => figure(orders, [-1, Number.POSITIVE_INFINITY], measure)
  const part = {
    ordered: sum(entered.filter(({ net }) => net > 0)),
    returned: sum(entered.filter(({ net }) => net < 0)),
    'left-window': -sum(left),
  }
  if (cause === 'returns-left-window' || cause === 'left-window') expect(isUp).toBe(cause === 'returns-left-window')
  const told = cause === 'first-order' ? 'ordered' : cause === 'returns-left-window' ? 'left-window' : cause
  if (told === 'corrected') return false
  const most = Math.max(...Object.values(part).map((value) => value * Math.sign(is - was)))
  const isFirst = bought.every(({ on, net }) => net < 0 || Number(on) > since)
  return part[told] * Math.sign(is - was) === most && (told !== 'ordered' || isFirst === (cause === 'first-order'))
}

function isIn(on: MadeOrder['on'], [from, to]: readonly [number, number]): boolean {
  return Number(on) > from && Number(on) <= to
}

test('a return beside older orders that left the window is not the cause of fewer orders', () => {
  const options = { ...VALUE_DEFAULTS, measure: 'orders' as const }
  const steady = { id: 'steady', bought: [1, 2, 3].map((ago) => ({ on: 20_000 - 30 * ago, net: 10 })) }
  const gone = {
    id: 'gone',
    bought: [
      { on: 20_000 - 367, net: 900 },
      { on: 20_000 - 1, net: -900, gross: 0 },
    ],
  }
  const { movers } = compare([steady, gone], [19_993, 20_000], options)
  expect(movers).toMatchObject([{ customer: 1, before: 'A', now: 'U', cause: 'left-window' }])
})

test('over more than a window, what lies in neither window is no cause', () => {
  const steady = { id: 'steady', bought: [19_000, 19_990].map((on) => ({ on, net: 10_000 })) }
  // In the year of the earlier day 900; in no window 5000; in the year of the later day nothing.
  const silent = { id: 'silent', bought: [18_990, 19_300].map((on, i) => ({ on, net: i ? 5000 : 10_000 })) }
  const { movers } = compare([steady, silent], [19_000, 20_000])
  expect(movers).toMatchObject([{ customer: 1, before: 'A', now: 'U', cause: 'left-window' }])
})

test('an old return that leaves the window lifts its customer', () => {
  const steady = { id: 'steady', bought: [{ on: 19_900, net: 1000 }] }
  const lifted = {
    id: 'lifted',
    bought: [
      { on: 20_000 - 368, net: -500, gross: 0 },
      { on: 19_900, net: 500 },
    ],
  }
  expect(compare([steady, lifted], [19_993, 20_000]).movers).toMatchObject([
    { before: 'U', now: 'A', cause: 'returns-left-window' },
  ])
})

test('who falls although he bought more, or rises although less, was moved by the others', () => {
  const grown = {
    id: 'grown',
    bought: [
      { on: 19_900, net: 100 },
      { on: 19_998, net: 1 },
    ],
  }
  const rival = {
    id: 'rival',
    bought: [
      { on: 19_900, net: 60 },
      { on: 19_999, net: 900 },
    ],
  }
  // 100 and 60 are A, A (62.5 % before the second); of 1,061 they are B (90.5 % before) and A.
  expect(compare([grown, rival], [19_993, 20_000]).movers).toMatchObject([
    { customer: 0, before: 'A', now: 'B', cause: 'others' },
  ])
})

test('moves are counted in both ways, those who stay too, and corrected ones where they were known to stand', () => {
  const customers = ['a', 'b', 'c'].map((id, i) => ({ id, bought: [{ on: 19_900, net: [1000, 300, 30][i]! }] }))
  const fresh = { id: 'd', bought: [{ on: 19_999, net: 900 }] }
  const { earlier, later, movers } = compare([...customers, fresh], [19_993, 20_000])
  // 1000 300 30 were A, A (75 % before), C; of 2230 they are A, B (85 % before), C.
  expect(movers.map(({ before, now, cause }) => `${before}${now} ${cause}`)).toEqual(['UA first-order', 'AB others'])
  expect(tierMoves({ earlier, later }, movers, () => true)).toEqual([
    [1, 1, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 1, 0],
    [1, 0, 0, 0],
  ])
  const corrected = { customer: 2, before: 'B', now: 'C', cause: 'corrected', correctedBy: 3 } as const
  const nowC = tierMoves({ earlier, later }, [...movers, corrected], () => true).map((row) => row[2])
  expect(nowC).toEqual([0, 1, 0, 0])
  const one = tierMoves({ earlier, later }, movers, (customer) => customer === 3)
  expect(one.flat().reduce((a, b) => a + b)).toBe(1)
})
