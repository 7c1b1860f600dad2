import { describe, expect, test } from 'vitest'
import { windowOf } from '../../../../src/core/value/aggregate.js'
import { vipBounds, vipEvidence } from '../../../../src/core/value/grades/vip.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { decided, gradesOf } from '../../../support/grades.js'
import { snapshotOf } from '../../../support/snapshot.js'

const asOf = dayOf('2026-08-31')
const bounds = { orderMinor: 1_500_00, monthMinor: 3_000_00 }

function evidence(bought: Parameters<typeof snapshotOf>[0][number]['bought']) {
  const { orders } = snapshotOf([{ id: 'c', bought: bought! }])
  return vipEvidence(orders, 0, windowOf(asOf, 365), bounds)
}

describe('bounds of R12', () => {
  test.each([
    ['CNY', 10_000_00, 20_000_00],
    ['USD', 1_500_00, 3_000_00],
    ['EUR', 1_500_00, 3_000_00],
    ['GBP', 1_500_00, 3_000_00],
    ['JPY', 200_000, 400_000],
    ['ISK', null, null],
    [null, null, null],
  ])('%s', (currency, orderMinor, monthMinor) => {
    expect(vipBounds(new Map(), currency)).toEqual({ orderMinor, monthMinor })
  })

  test('settings win; none takes one away', () => {
    const decided = new Map([
      ['vip.order', '99.5'],
      ['vip.month', 'none'],
    ])
    expect(vipBounds(decided, 'CNY')).toEqual({ orderMinor: 99_50, monthMinor: null })
  })
})

describe('evidence of a candidate', () => {
  test('an order of exactly the bound is one, a cent less is none', () => {
    expect(evidence([{ on: '2026-05-01', net: 1_500_00 }])).toEqual({
      order: { on: dayOf('2026-05-01'), netMinor: 1_500_00 },
      month: null,
      returns: null,
      isTakenBack: false,
    })
    expect(evidence([{ on: '2026-05-01', net: 1_499_99 }])).toBeNull()
  })

  test('a calendar month counts, thirty days over two months do not', () => {
    const orders = (...days: string[]) => days.map((on) => ({ on, net: 1_000_00 }))
    expect(evidence(orders('2026-05-01', '2026-05-15', '2026-05-31'))).toEqual({
      order: null,
      month: { month: '2026-05', netMinor: 3_000_00, orders: 3 },
      returns: null,
      isTakenBack: false,
    })
    expect(evidence(orders('2026-05-30', '2026-05-31', '2026-06-01'))).toBeNull()
  })

  test('only counted orders of the last 365 days: no return, none older, none to come', () => {
    expect(evidence([{ on: '2026-05-01', net: 2_000_00, counted: false }])).toBeNull()
    expect(evidence([{ on: '2025-08-31', net: 2_000_00 }])).toBeNull()
    expect(evidence([{ on: '2025-09-01', net: 2_000_00 }])?.order?.on).toBe(dayOf('2025-09-01'))
    expect(evidence([{ on: '2026-09-01', net: 2_000_00 }])).toBeNull()
  })
})

describe('returns without an order number', () => {
  const back = (on: string, minor: number) => ({ on, net: -minor })

  test('of the day itself or later are taken off what was bought from that day on', () => {
    const bought = { on: '2026-05-01', net: 2_000_00 }
    expect(evidence([bought, back('2026-05-01', 2_000_00)])).toMatchObject({
      order: { on: dayOf('2026-05-01'), netMinor: 2_000_00 },
      returns: { since: dayOf('2026-05-01'), returnedMinor: 2_000_00, leftMinor: 0 },
      isTakenBack: true,
    })
    expect(evidence([bought, back('2026-08-31', 500_00)])).toMatchObject({
      returns: { returnedMinor: 500_00, leftMinor: 1_500_00 },
      isTakenBack: false,
    })
    expect(evidence([bought, back('2026-08-31', 500_01)])?.isTakenBack).toBe(true)
  })

  test('of an earlier day took nothing of it, nor does one still to come', () => {
    const bought = { on: '2026-05-01', net: 2_000_00 }
    expect(evidence([back('2026-04-30', 2_000_00), bought])).toMatchObject({ returns: null, isTakenBack: false })
    expect(evidence([bought, back('2026-09-01', 2_000_00)])).toMatchObject({ returns: null, isTakenBack: false })
  })

  test('what was bought since makes up for them', () => {
    const often = [1, 2, 3, 4].map((month) => ({ on: `2026-0${month}-01`, net: 1_000_00 }))
    expect(evidence([{ on: '2025-12-01', net: 2_000_00 }, ...often, back('2026-06-01', 4_000_00)])).toMatchObject({
      order: { netMinor: 2_000_00 },
      returns: { since: dayOf('2025-12-01'), returnedMinor: 4_000_00, leftMinor: 2_000_00 },
      isTakenBack: false,
    })
  })

  test('where the largest order was taken back, an earlier one may stand', () => {
    const two = [
      { on: '2026-01-10', net: 1_600_00 },
      { on: '2026-07-10', net: 9_000_00 },
    ]
    expect(evidence([...two, back('2026-07-11', 9_000_00)])).toEqual({
      order: { on: dayOf('2026-01-10'), netMinor: 1_600_00 },
      month: null,
      returns: { since: dayOf('2026-01-10'), returnedMinor: 9_000_00, leftMinor: 1_600_00 },
      isTakenBack: false,
    })
  })

  test('a month is looked at from its first order on', () => {
    const month = ['2026-05-03', '2026-05-20'].map((on) => ({ on, net: 1_499_99 + 2 }))
    const first = { since: dayOf('2026-05-03'), returnedMinor: 1_00, leftMinor: 2_999_02 }
    expect(evidence([back('2026-05-02', 1_00), ...month])).toMatchObject({
      month: { month: '2026-05', netMinor: 3_000_02 },
      returns: null,
    })
    expect(evidence([...month, back('2026-06-02', 1_00)])).toMatchObject({
      month: null,
      order: { on: dayOf('2026-05-03') },
      isTakenBack: false,
      returns: first,
    })
  })

  test('who has nothing left is no candidate, and the evidence stays to be told', () => {
    const snapshot = snapshotOf([
      { id: 'c', bought: [{ on: '2026-05-01', net: 2_000_00 }, back('2026-05-02', 2_000_00)] },
    ])
    const vip = gradesOf(snapshot, asOf).vip(0)
    expect(vip).toMatchObject({ isCandidate: false, evidence: { isTakenBack: true } })
  })
})

describe('what the seller says of it', () => {
  const snapshot = snapshotOf([{ id: 'c', bought: [{ on: '2026-05-01', net: 2_000_00 }] }])
  const vip = (...decisions: ReturnType<typeof decided>[]) =>
    gradesOf(snapshot, asOf, { decisions: new Map([[0, decisions]]) }).vip(0)

  test('a grant ends after its last day', () => {
    expect(vip(decided('vip', 'yes', asOf - 9, { until: asOf })).granted).not.toBeNull()
    expect(vip(decided('vip', 'yes', asOf - 9, { until: asOf - 1 }))).toMatchObject({
      granted: null,
      isCandidate: true,
    })
  })

  test('a grant of tomorrow is none yet', () => {
    expect(vip(decided('vip', 'yes', asOf + 1)).granted).toBeNull()
  })

  test('who was declined is a candidate again by a later order only', () => {
    expect(vip(decided('vip', 'no', dayOf('2026-05-01'))).isCandidate).toBe(false)
    expect(vip(decided('vip', 'no', dayOf('2026-04-30'))).isCandidate).toBe(true)
  })
})
