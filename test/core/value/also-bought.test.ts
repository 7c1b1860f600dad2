import { describe, expect, test } from 'vitest'
import { alsoBoughtFinder } from '../../../src/core/value/also-bought.js'
import { logLikelihoodRatio } from '../../../src/core/value/association.js'
import { MOST_IN_BASKET } from '../../../src/core/value/baskets.js'
import { chanceOf } from '../../support/chance.js'
import { type MadeLine, purchasesOf } from '../../support/purchases.js'

const asOf = 100

/** One order a customer, with these products. */
const baskets = (count: number, ...skus: string[]): MadeLine[][] =>
  Array.from({ length: count }, () => skus.map((sku): MadeLine => [50, sku]))

function finderOf(customers: readonly (readonly MadeLine[])[], day = asOf) {
  const purchases = purchasesOf(customers)
  const finder = alsoBoughtFinder(purchases, day)
  const skuOf = (product: number) => purchases.products[product]!.sku
  const indexOf = (sku: string) => purchases.products.findIndex((product) => product.sku === sku)
  const found = (customer: number) =>
    finder.of(customer, 10).map(({ product, because, becauseOn }) => [skuOf(product), skuOf(because), becauseOn])
  return { finder, found, indexOf }
}

describe('what goes together', () => {
  // 12 with pot and tea, 3 with the pot alone, 2 with tea alone, 23 with neither.
  const shop = [...baskets(12, 'POT', 'TEA'), ...baskets(3, 'POT'), ...baskets(2, 'TEA'), ...baskets(23, 'CUP')]

  test('support, lift and ratio of the 2×2 table, by hand', () => {
    const { finder, indexOf } = finderOf(shop)
    const [tea, ...others] = finder.associations(indexOf('POT'))
    expect(others).toEqual([])
    // 12 · 40 / (15 · 14).
    const ratio = logLikelihoodRatio({ both: 12, onlyFirst: 3, onlySecond: 2, neither: 23 })
    expect(tea).toMatchObject({
      product: indexOf('TEA'),
      customers: { both: 12 },
      orders: { both: 12 },
      basis: 'orders',
    })
    expect(tea!.customers.lift).toBeCloseTo(480 / 210, 12)
    expect(tea!.customers.ratio).toBeCloseTo(ratio, 9)
  })

  test('is told to whoever bought the one and not the other, with the day', () => {
    const { found } = finderOf(shop)
    expect(found(12)).toEqual([['TEA', 'POT', 50]])
    expect(found(15)).toEqual([['POT', 'TEA', 50]])
  })

  test('never what is bought already, and nothing where nothing goes together', () => {
    const { found } = finderOf(shop)
    expect(found(0)).toEqual([])
    expect(found(20)).toEqual([])
  })

  test('4 buyers of both are too few, 5 are enough', () => {
    const sharedBy = (n: number) => finderOf([...baskets(n, 'POT', 'TEA'), ...baskets(1, 'POT'), ...baskets(60, 'CUP')])
    expect(sharedBy(4).found(4)).toEqual([])
    expect(sharedBy(5).found(5)).toEqual([['TEA', 'POT', 50]])
  })

  test('one buyer with many orders of both is one buyer', () => {
    const often = Array.from({ length: 40 }, (_, i): MadeLine[] => [
      [i, 'POT'],
      [i, 'TEA'],
    ]).flat()
    expect(finderOf([often, [[1, 'POT']], ...baskets(60, 'CUP')]).found(1)).toEqual([])
  })

  test('what comes together less often than by chance is no advice, however sure', () => {
    const { finder, indexOf } = finderOf([...baskets(6, 'POT', 'TEA'), ...baskets(60, 'POT'), ...baskets(60, 'TEA')])
    expect(finder.associations(indexOf('POT'))).toEqual([])
  })

  test('a ratio of 10.83 or less is chance', () => {
    // 6, 2, 4, 8 has a lift of 1.5 and a ratio of 3.45.
    const weak = [...baskets(6, 'POT', 'TEA'), ...baskets(2, 'POT'), ...baskets(4, 'TEA'), ...baskets(8, 'CUP')]
    expect(finderOf(weak).found(6)).toEqual([])
  })

  test('where every order holds one thing, customers tell what orders cannot', () => {
    const apart = Array.from({ length: 12 }, (): MadeLine[] => [
      [10, 'POT'],
      [20, 'TEA'],
    ])
    const { finder, found, indexOf } = finderOf([...apart, [[30, 'POT']], ...baskets(30, 'CUP')])
    expect(found(12)).toEqual([['TEA', 'POT', 30]])
    const [tea] = finder.associations(indexOf('POT'))
    expect(tea).toMatchObject({ basis: 'customers', customers: { both: 12 }, orders: { both: 0, lift: 0 } })
  })

  test('of several products that speak for it the surest is named', () => {
    const more = [...shop, ...baskets(20, 'JAR', 'TEA'), ...baskets(40, 'CUP'), ...baskets(1, 'POT', 'JAR')]
    const { finder, indexOf } = finderOf(more)
    const [tea] = finder.of(more.length - 1, 10)
    const of = (sku: string) => {
      const found = finder.associations(indexOf(sku)).find(({ product }) => product === indexOf('TEA'))!
      return found[found.basis].ratio
    }
    expect(tea![tea!.basis].ratio).toBe(Math.max(of('POT'), of('JAR')))
  })

  test('what nobody bought in the last year is out of the range; what comes later is not known', () => {
    expect(finderOf(shop, 50 + 364).found(12)).toEqual([['TEA', 'POT', 50]])
    expect(finderOf(shop, 50 + 365).found(12)).toEqual([])
    expect(finderOf(shop, 49).found(12)).toEqual([])
  })
})

test('the surest few are the first of all, however many are asked for', () => {
  const draw = chanceOf(11, 0)
  const shop = Array.from({ length: 400 }, () => {
    const kind = draw.int(0, 4)
    return Array.from({ length: 6 }, (): MadeLine => [50, `S${kind}${draw.int(0, 11)}`])
  })
  const { finder } = finderOf(shop)
  let told = 0
  for (let customer = 0; customer < 40; customer++) {
    const all = finder.of(customer, 1000)
    told += all.length
    for (const most of [1, 3, 7]) expect(finder.of(customer, most)).toEqual(all.slice(0, most))
  }
  expect(told).toBeGreaterThan(100)
})

describe('baskets of more than 200 products', () => {
  const wholeRange = Array.from({ length: MOST_IN_BASKET + 1 }, (_, i): MadeLine => [50, `S${i}`])

  test('are in no table, and counted', () => {
    const { finder } = finderOf([...baskets(3, 'POT', 'TEA'), wholeRange, wholeRange.slice(1)])
    expect([finder.orders.count, finder.orders.skipped]).toEqual([4, 1])
    expect([finder.customers.count, finder.customers.skipped]).toEqual([4, 1])
  })

  test('a buyer of the whole range may still be told of something', () => {
    const reseller: MadeLine[] = [...wholeRange, [50, 'POT']]
    const shop = [...baskets(12, 'POT', 'TEA'), ...baskets(30, 'CUP'), reseller]
    expect(finderOf(shop).found(42)).toEqual([['TEA', 'POT', 50]])
  })
})
