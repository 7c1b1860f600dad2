import { describe, expect, test } from 'vitest'
import { orderDays } from '../../../src/core/value/cycle.js'
import { everyone } from '../../../src/core/value/cycle-pools.js'
import { isEarlierChosen, regularity } from '../../../src/core/value/regularity.js'
import { chanceOf } from '../../support/chance.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

/** The regularity of customers with these last two gaps, in days. */
function regularityOf(pairs: readonly (readonly [number, number])[]) {
  const snapshot = snapshotOf(
    pairs.map(([first, second], i) => ({
      id: `c${i}`,
      bought: [asOf - second - first, asOf - second, asOf].map((on) => ({ on, net: 10 })),
    })),
  )
  const days = orderDays(snapshot, asOf)
  return regularity(snapshot, days, everyone(days))
}

describe('Wheat–Morrison k', () => {
  test('by hand: 20 shares of 1/4 and 3/4', () => {
    // Var M = 20 · (1/4)² / 19 = 5/76, so k = (1 − 5/19) / (10/19) = 1.4.
    const pairs = Array.from({ length: 20 }, (_, i): [number, number] => {
      const isShort = i % 2 === 0
      return isEarlierChosen(`c${i}`) === isShort ? [10, 30] : [30, 10]
    })
    const found = regularityOf(pairs)!
    expect(found.k).toBeCloseTo(1.4, 12)
    expect(found).toMatchObject({ n: 20, rhythm: 'random' })
  })

  test('fewer than 20 customers with two gaps tell nothing', () => {
    expect(regularityOf(Array.from({ length: 19 }, () => [10, 30] as const))).toBeNull()
  })

  test('gaps that are all alike have no bound, and are no Infinity', () => {
    expect(regularityOf(Array.from({ length: 30 }, () => [7, 7] as const))).toEqual({
      k: null,
      rhythm: 'regular',
      n: 30,
    })
  })

  test('gaps that could not differ more come in bursts and never give a negative k', () => {
    const found = regularityOf(Array.from({ length: 40 }, (_, i): [number, number] => (i % 2 ? [1, 5000] : [5000, 1])))!
    expect(found.k).toBeGreaterThanOrEqual(0)
    expect(found.rhythm).toBe('bursts')
  })

  test.each([
    [1, 'random'],
    [4, 'regular'],
  ])('finds the shape %i of gamma gaps again', (shape, rhythm) => {
    const random = chanceOf(7, shape)
    const gamma = () => {
      let sum = 0
      for (let i = 0; i < shape; i++) sum -= Math.log(random.int(1, 1_000_000) / 1_000_000)
      return Math.max(1, Math.round((200 * sum) / shape))
    }
    const found = regularityOf(Array.from({ length: 4000 }, (): [number, number] => [gamma(), gamma()]))!
    expect(found.k! / shape).toBeGreaterThan(0.9)
    expect(found.k! / shape).toBeLessThan(1.1)
    expect(found.rhythm).toBe(rhythm)
  })

  test('the choice hangs on the id alone and takes either gap about as often', () => {
    const earlier = Array.from({ length: 1000 }, (_, i) => isEarlierChosen(`c${i}`)).filter(Boolean).length
    expect(earlier).toBeGreaterThan(430)
    expect(earlier).toBeLessThan(570)
  })
})
