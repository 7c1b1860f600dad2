import { describe, expect, test } from 'vitest'
import { cyclesOn } from '../../../src/core/value/cycle.js'
import { cycleTable } from '../../../src/core/value/cycle-table.js'
import { standingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { type MadeLine, purchasesOf } from '../../support/purchases.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

interface Buyer extends MadeCustomer {
  readonly sku: string
}

/** Buys one product on every order day: `gaps` apart, the last `open` days ago. */
function buyer(id: string, sku: string, gaps: readonly number[], open: number): Buyer {
  const days = [asOf - open]
  for (const gap of gaps.toReversed()) days.unshift(days[0]! - gap)
  return { id, sku, bought: days.map((on) => ({ on, net: 10 })) }
}

const many = (count: number, make: (i: number) => Buyer) => Array.from({ length: count }, (_, i) => make(i))

function snapshotWith(buyers: readonly Buyer[], hasLines = true) {
  const lines = buyers.map(({ bought = [], sku }) => bought.map(({ on }): MadeLine => [on as number, sku]))
  return { ...snapshotOf(buyers), ...(hasLines ? { purchases: () => purchasesOf(lines) } : {}) }
}

function windowOf(buyers: readonly Buyer[], customer: number, hasLines = true) {
  const snapshot = snapshotWith(buyers, hasLines)
  return cyclesOn(snapshot, standingOn(snapshot, asOf, VALUE_DEFAULTS)).window(customer)
}

describe('the pool of the main product', () => {
  // 25 drinkers of tea came back after 10 days, 25 owners of a pot after 40; one of each ordered once, today.
  const shop = [
    ...many(25, (i) => buyer(`t${i}`, 'TEA', [10], 0)),
    ...many(25, (i) => buyer(`p${i}`, 'POT', [40], 0)),
    buyer('new tea', 'TEA', [], 0),
    buyer('new pot', 'POT', [], 0),
  ]

  test('comes before all others, each product for itself', () => {
    expect(windowOf(shop, 50)).toMatchObject({ method: 'product', group: { key: 'product TEA' }, openDays: 10, n: 25 })
    expect(windowOf(shop, 51)).toMatchObject({ method: 'product', group: { key: 'product POT' }, openDays: 40, n: 25 })
  })

  test('is left out where no lines were read', () => {
    // All 52 share one segment; its gaps after a first order are those of the shop.
    expect(windowOf(shop, 50, false)).toMatchObject({ method: 'segment', n: 50 })
  })

  test('19 gaps are too few, 20 are enough', () => {
    const thin = (n: number) => [
      ...many(n, (i) => buyer(`t${i}`, 'TEA', [10], 0)),
      ...many(25, (i) => buyer(`p${i}`, 'POT', [40], 0)),
      buyer('x', 'TEA', [], 0),
    ]
    expect(windowOf(thin(19), 44)?.method).not.toBe('product')
    expect(windowOf(thin(20), 45)).toMatchObject({ method: 'product', n: 20 })
  })

  test('takes the matching order number: the second gap is not the first', () => {
    const twice = [
      ...many(20, (i) => buyer(`t${i}`, 'TEA', [10, 30], 0)),
      buyer('a', 'TEA', [], 1),
      buyer('b', 'TEA', [10], 1),
    ]
    expect(windowOf(twice, 20)).toMatchObject({ method: 'product', openDays: 10, n: 21 })
    expect(windowOf(twice, 21)).toMatchObject({ method: 'product', openDays: 30, n: 20 })
  })

  test('open gaps count as not returned yet', () => {
    const stayed = [...shop, ...many(25, (i) => buyer(`s${i}`, 'TEA', [], 300))]
    // 25 of 51 … the one open since today leaves the risk set before day 10: F(max) = 25 / 50.
    expect(windowOf(stayed, 50)?.returningShare).toBeCloseTo(0.5, 12)
  })
})

describe('the pool of the segment', () => {
  /** Everybody has a product of his own; those of one kind share a segment, for they score alike. */
  const shop = (quick: number) => [
    ...many(quick, (i) => buyer(`q${i}`, `Q${i}`, [10, 12, 14], 1)),
    ...many(30, (i) => buyer(`s${i}`, `S${i}`, [60, 90, 100], 30)),
    ...many(30, (i) => buyer(`o${i}`, `O${i}`, [], 300)),
    buyer('x', 'X', [11, 11], 1),
  ]

  test('answers where the product is too thin, with the gaps of that segment alone', () => {
    // 91 customers: x has 3 orders, 30 are worse, the quick have 4, 31 are worse: both F 2 and M 2; R 4, as for all of yesterday.
    expect(windowOf(shop(30), 90)).toMatchObject({
      method: 'segment',
      group: { key: 'new' },
      openDays: 14,
      closeDays: 14,
      n: 30,
    })
  })

  test('gives way to the shop where its cell is below 20 gaps', () => {
    expect(windowOf(shop(19), 79)).toMatchObject({ method: 'order-number', group: null, n: 49 })
  })
})

describe('the table of cycles', () => {
  const shop = [
    ...many(25, (i) => buyer(`t${i}`, 'TEA', [10, 10], 0)),
    ...many(25, (i) => buyer(`p${i}`, 'POT', [40], 0)),
    ...many(3, (i) => buyer(`c${i}`, 'CUP', [5], 0)),
  ]
  const snapshot = snapshotWith(shop)
  const rows = cycleTable(snapshot, standingOn(snapshot, asOf, VALUE_DEFAULTS))
  const row = (method: string, group: string | null = null, orderNumber: number | null = null) =>
    rows.find((one) => one.method === method && (one.group?.key ?? null) === group && one.orderNumber === orderNumber)

  test('names the shop, its order numbers and its products, each with n, P50, P80 and the share that returns', () => {
    // 25 × 2 + 25 + 3 = 78 gaps: 3 of 5, 50 of 10 and 25 of 40 days.
    expect(row('shop')).toMatchObject({ n: 78, openDays: 10, closeDays: 40 })
    expect(row('order-number', null, 1)).toMatchObject({ n: 53, openDays: 10, closeDays: 40 })
    expect(row('order-number', null, 2)).toMatchObject({ n: 25, openDays: 10, closeDays: 10 })
    expect(row('product', 'product TEA')).toMatchObject({ n: 50, openDays: 10 })
    expect(row('product', 'product POT')).toMatchObject({ n: 25, openDays: 40 })
    for (const { returningShare } of rows) expect(returningShare).toBeGreaterThan(0)
    for (const { returningShare } of rows) expect(returningShare).toBeLessThanOrEqual(1)
  })

  test('has the best known products alone where no more are asked for', () => {
    const best = cycleTable(snapshot, standingOn(snapshot, asOf, VALUE_DEFAULTS), 1)
    expect(best).toEqual(rows.filter(({ method, group }) => method !== 'product' || group?.key === 'product TEA'))
  })

  test('leaves out pools below 20 gaps', () => {
    expect(row('product', 'product CUP')).toBeUndefined()
    for (const { n } of rows) expect(n).toBeGreaterThanOrEqual(20)
  })

  test('says how regular a pool is, where 20 customers have two gaps', () => {
    expect(row('product', 'product TEA')?.regularity).toEqual({ k: null, rhythm: 'regular', n: 25 })
    expect(row('product', 'product POT')?.regularity).toBeNull()
  })

  test('of a shop without orders is empty', () => {
    const empty = snapshotWith([])
    expect(cycleTable(empty, standingOn(empty, asOf, VALUE_DEFAULTS))).toEqual([])
  })
})
