import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, partsByCategory } from '../../../../src/core/value/groups/category-parts.js'

const sale = (netMinor: number, grossMinor = netMinor) => ({
  ...{ customer: 3, grossMinor, netMinor, profitMinor: netMinor - 1, orders: 1 },
})
const line = (category: number, amountMinor: number | null, quantity: number | null = 1) => ({
  ...{ category, amountMinor, quantity },
})
const nets = (parts: ReturnType<typeof partsByCategory>) => parts.map(({ place, netMinor }) => [place, netMinor])

describe('an order in parts', () => {
  test('by the amounts of its lines, largest remainder first', () => {
    // 1000 in 1 : 1 : 1 is 333, 333, 333 and one left for the first; in 2 : 1, 667 and 333.
    expect(nets(partsByCategory(sale(1000), [line(2, 5), line(1, 5), line(0, 5)]))).toEqual([
      [0, 334],
      [1, 333],
      [2, 333],
    ])
    expect(nets(partsByCategory(sale(1000), [line(1, 20), line(2, 10)]))).toEqual([
      [1, 667],
      [2, 333],
    ])
  })

  test('by pieces where a line names no amount', () => {
    expect(nets(partsByCategory(sale(100), [line(1, null, 3), line(2, 90, 1)]))).toEqual([
      [1, 75],
      [2, 25],
    ])
    expect(nets(partsByCategory(sale(100), [line(1, null, null), line(2, null, null)]))).toEqual([
      [1, 50],
      [2, 50],
    ])
  })

  test('a discount line weighs nothing; a return is split by what came back', () => {
    expect(nets(partsByCategory(sale(80), [line(1, 100), line(2, -20)]))).toEqual([
      [1, 80],
      [2, 0],
    ])
    expect(nets(partsByCategory(sale(-80), [line(1, -60), line(2, -20)]))).toEqual([
      [1, -60],
      [2, -20],
    ])
  })

  test('without lines it is of no category, and it counts in each it has', () => {
    expect(partsByCategory(sale(80), [])).toEqual([{ ...sale(80), place: 0 }])
    expect(partsByCategory(sale(80), [line(1, 1), line(2, 1)]).map(({ orders }) => orders)).toEqual([1, 1])
  })
})

const anyLine = fc.record({
  category: fc.integer({ min: 0, max: 4 }),
  quantity: fc.option(fc.double({ min: -3, max: 50, noNaN: true })),
  amountMinor: fc.option(fc.integer({ min: -9_000_000, max: 9_000_000 })),
})

test('parts are whole and add up to the order in every measure', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.array(anyLine, { maxLength: 8 }), (net, gross, lines) => {
      const whole = sale(net % 1e15, gross % 1e15)
      const parts = partsByCategory(whole, lines)
      for (const key of ['netMinor', 'grossMinor', 'profitMinor'] as const) {
        expect(parts.every((part) => Number.isSafeInteger(part[key]) && !Object.is(part[key], -0))).toBe(true)
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key])
      }
      expect(new Set(parts.map(({ place }) => place)).size).toBe(parts.length)
    }),
  )
})

test('no part is a unit or more away from its due', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (total, given) => {
      const sum = given.reduce((a, b) => a + b)
      for (const [at, part] of apportion(total, given).entries())
        expect(Math.abs(part - (total * given[at]!) / sum)).toBeLessThan(1)
    }),
  )
})
