import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsByCategory } from '../../../../src/core/value/groups/category-parts.js'
import type { GroupFacts } from '../../../../src/core/value/groups/dimension.js'
import { dimensions } from '../../../../src/core/value/groups/index.js'
import { DIMENSIONS, type DimensionName } from '../../../../src/core/value/groups/names.js'
import { type Sale, sumSales } from '../../../../src/core/value/groups/sales.js'
import { sumGroups } from '../../../../src/core/value/groups/sum-groups.js'
import { MEASURES, type Measure } from '../../../../src/core/value/measure.js'
import { gradingOn, VALUE_DEFAULTS } from '../../../../src/core/value/standing.js'
import { type MadeCustomer, snapshotOf } from '../../../support/snapshot.js'

const asOf = 20_000
const shops = [
  { platform: 'shopify', name: '' },
  { platform: 'taobao', name: 'Tea' },
  { platform: 'taobao', name: 'Cups/2' },
]

/** Facts of made-up customers whose orders were placed in one shop after the other. */
function factsOf(
  customers: readonly MadeCustomer[],
  measure: Measure = 'net',
  more: Partial<GroupFacts> = {},
): GroupFacts {
  const snapshot = snapshotOf(customers)
  const grading = gradingOn(snapshot, asOf, { ...VALUE_DEFAULTS, measure })
  const sales = customers.flatMap(({ bought = [] }, customer) =>
    bought.map(({ net, gross, cost = 0 }, at): Sale => {
      const grossMinor = gross ?? Math.max(0, net)
      const sums = { grossMinor, netMinor: net, profitMinor: net - cost, orders: net > 0 ? 1 : 0 }
      return { customer, place: at % shops.length, ...sums }
    }),
  )
  const parts = sales.flatMap((sale, at) =>
    partsByCategory(
      sale,
      Array.from({ length: at % 4 }, (_, i) => ({ category: i, quantity: 1, amountMinor: 100 * i + 7 })),
    ),
  )
  const sums = <Place>(places: readonly Place[], of: readonly Sale[]) =>
    sumSales(places, (add) => of.forEach((sale) => void add(sale.place, sale)))
  const sold = { shops: sums(shops, sales), categories: sums(['', 'cups', 'tea'], parts) }
  return { snapshot, grading, measure, said: new Map(), ...sold, priceBounds: [], ...more }
}

const rows = (name: DimensionName, facts: GroupFacts) =>
  sumGroups(dimensions[name], facts).groups.map(({ group, tiers, value, orders }) => [group, ...tiers, value, orders])

const net = (...amounts: number[]) => amounts.map((amount, i) => ({ on: asOf - 10 - i, net: amount }))
const shop: readonly MadeCustomer[] = [
  { id: 'a', country: 'US', tags: ['gold', 'new'], bought: net(500, 200, 100) },
  { id: 'b', country: 'CN', tags: ['new'], bought: net(150) },
  { id: 'c', bought: net(50) },
  { id: 'd', country: 'US' },
]

describe('groups by hand', () => {
  // 800, 150, 50 of 1000: A, B, C (80 and 95 % before); d never bought.
  test('by country, unknown last', () => {
    expect(rows('country', factsOf(shop))).toEqual([
      ['US', 1, 0, 0, 1, 800, 3],
      ['CN', 0, 1, 0, 0, 150, 1],
      ['', 0, 0, 1, 0, 50, 1],
    ])
  })

  test('by tag a customer stands under each of them', () => {
    expect(sumGroups(dimensions.tag, factsOf(shop)).isSeveral).toBe(true)
    expect(rows('tag', factsOf(shop))).toEqual([
      ['new', 1, 1, 0, 0, 950, 4],
      ['gold', 1, 0, 0, 0, 800, 3],
      ['', 0, 0, 1, 1, 50, 1],
    ])
  })

  test('by shop and platform amounts stand where they were paid, once a platform', () => {
    expect(rows('shop', factsOf(shop))).toEqual([
      ['shopify', 1, 1, 1, 0, 700, 3],
      ['taobao/Tea', 1, 0, 0, 0, 200, 1],
      ['taobao/Cups/2', 1, 0, 0, 0, 100, 1],
      ['', 0, 0, 0, 1, 0, 0],
    ])
    expect(rows('platform', factsOf(shop)).slice(0, 2)).toEqual([
      ['shopify', 1, 1, 1, 0, 700, 3],
      ['taobao', 1, 0, 0, 0, 300, 2],
    ])
    const { shop: dimension } = dimensions
    expect(dimension.nameOf('taobao/Cups/2', 'zh', factsOf(shop))).toBe('淘宝 · Cups/2')
  })

  test('by owner as typed by hand', () => {
    const said = new Map([
      [0, 'li'],
      [3, 'li'],
    ])
    expect(rows('owner', factsOf(shop, 'net', { said })).map(([group]) => group)).toEqual(['li', ''])
  })

  test('by price band: quartiles of what customers spend an order, or the amounts of the seller, in their order', () => {
    // 800/3 = 267, 150, 50: type-7 quartiles 100, 150, 208.5 (rounded 209).
    expect(rows('price-band', factsOf(shop))).toEqual([
      ['..100', 0, 0, 1, 0, 50, 1],
      ['150..209', 0, 1, 0, 0, 150, 1],
      ['209..', 1, 0, 0, 0, 800, 3],
      ['', 0, 0, 0, 1, 0, 0],
    ])
    const facts = factsOf(shop, 'net', { priceBounds: [267] })
    expect(rows('price-band', facts).map(([group]) => group)).toEqual(['..267', '267..', ''])
    const name = (group: string, lang: 'en' | 'zh') => dimensions['price-band'].nameOf(group, lang, facts)
    expect(['..267', '267..', '150..267'].map((group) => name(group, 'en'))).toEqual([
      'under $2.67',
      '$2.67 and more',
      '$1.50 to under $2.67',
    ])
    expect(name('150..267', 'zh')).toBe('$1.50 至不到 $2.67')
  })

  test('all equal, everybody is in one band', () => {
    const equal = ['a', 'b', 'c'].map((id) => ({ id, bought: net(100) }))
    expect(rows('price-band', factsOf(equal)).map(([group]) => group)).toEqual(['100..'])
  })

  test('the best customer of a group is the one who adds most to it, never one without value', () => {
    const { groups } = sumGroups(dimensions.country, factsOf(shop))
    expect(groups.map(({ best }) => best)).toEqual([0, 1, 2])
    const returned = [{ id: 'r', country: 'DE', bought: [{ on: asOf, net: -5, gross: 0 }] }]
    expect(sumGroups(dimensions.country, factsOf(returned)).groups[0]).toMatchObject({ best: null, value: 0 })
  })
})

const anyShop = fc.array(
  fc.record({
    country: fc.constantFrom('US', 'CN', null),
    tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
    bought: fc.array(
      fc.record({
        on: fc.integer({ min: asOf - 364, max: asOf }),
        net: fc.integer({ min: -500, max: 5000 }),
        cost: fc.constant(3),
      }),
      { maxLength: 5 },
    ),
  }),
  { maxLength: 15 },
)

describe.each(DIMENSIONS)('%s', (name) => {
  test('every customer is in a group, amounts are told once, and a filter only leaves customers out', () => {
    fc.assert(
      fc.property(anyShop, fc.constantFrom(...MEASURES), (made, measure) => {
        const priced = [{ id: 'z', bought: [{ on: asOf, net: 10, cost: 1 }] }]
        const facts = factsOf([...made.map((one, i) => ({ id: `c${i}`, ...one })), ...priced], measure)
        const { groups, isSeveral } = sumGroups(dimensions[name], facts)
        const customers = groups.reduce((sum, { tiers }) => sum + tiers.reduce((a, b) => a + b), 0)
        if (isSeveral) expect(customers).toBeGreaterThan(facts.snapshot.customers.length)
        else expect(customers).toBe(facts.snapshot.customers.length)
        const total = groups.reduce((sum, { value }) => sum + value, 0)
        // An order of several categories counts in each.
        const isTwice = name === 'tag' || (name === 'category' && measure === 'orders')
        if (isTwice) expect(total).toBeGreaterThanOrEqual(facts.grading.abc.total)
        else expect(total).toBe(facts.grading.abc.total)
        const one = sumGroups(dimensions[name], facts, (customer) => customer === 0)
        for (const { group } of one.groups) expect(groups.map((known) => known.group)).toContain(group)
        expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length)
      }),
    )
  })
})
