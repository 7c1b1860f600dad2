import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestToHoldOut, heldOutOf } from '../../../../src/core/follow-up/campaign/held-out.js'
import { publicId } from '../../../../src/core/values/hash.js'

const ids = Array.from({ length: 1000 }, (_, at) => publicId(`b:${at}`))

describe('who is held out', () => {
  test('is the same in any order of the list', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids.slice(0, 50), { minLength: 50 }), (shuffled) => {
        expect(heldOutOf('C1', shuffled, 20)).toEqual(heldOutOf('C1', ids.slice(0, 50), 20))
      }),
    )
  })

  test('is the share of the chosen, to the nearest customer', () => {
    const count = (of: number, percent: number) => heldOutOf('C1', ids.slice(0, of), percent).size
    expect([count(1000, 10), count(14, 10), count(15, 10), count(4, 10), count(10, 0), count(10, 90)]).toEqual([
      ...[100, 1, 2, 0, 0, 9],
    ])
  })

  test('differs from campaign to campaign as if drawn anew', () => {
    const [first, second] = [heldOutOf('C1', ids, 30), heldOutOf('C2', ids, 30)]
    const both = [...first].filter((id) => second.has(id)).length
    // 90 expected, give or take 7.9.
    expect(Math.abs(both - 90)).toBeLessThan(32)
  })

  test('holds out no part of the list more than another', () => {
    const held = heldOutOf('C7', ids, 50)
    const firstHalf = ids.slice(0, 500).filter((id) => held.has(id)).length
    expect(Math.abs(firstHalf - 250)).toBeLessThan(32)
  })
})

test.each([1, 3, 7, 10, 25, 50, 90])(
  '%i %% comes to one from so many customers on, and to none of fewer',
  (percent) => {
    const fewest = fewestToHoldOut(percent)
    const heldOut = (customers: number) =>
      heldOutOf(
        'C1',
        Array.from({ length: customers }, (_, at) => `c${at}`),
        percent,
      ).size
    expect([heldOut(fewest - 1), heldOut(fewest)]).toEqual([0, 1])
  },
)
