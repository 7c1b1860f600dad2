import { describe, expect, test } from 'vitest'
import { refillLapsesAfter, refillsOf } from '../../../src/core/value/refill.js'
import { type MadeLine, purchasesOf } from '../../support/purchases.js'

const refills = (lines: readonly MadeLine[], asOf = 1000) => refillsOf(purchasesOf([lines]), 0, asOf)

describe('refills', () => {
  test('days between purchases of one SKU per piece bought, their median, times the last pieces', () => {
    // 2 pieces lasted 20 days (10 a piece), 1 lasted 12: median 11; 3 pieces of day 32 last 33 days.
    expect(
      refills([
        [0, 'TEA', 2],
        [20, 'TEA'],
        [32, 'TEA', 3],
      ]),
    ).toEqual([
      {
        product: { sku: 'TEA', name: 'product TEA' },
        perUnitDays: 11,
        lastOn: 32,
        lastQuantity: 3,
        expectedOn: 65,
        n: 2,
      },
    ])
  })

  test('one gap is too little; several lines of a day are one purchase', () => {
    expect(
      refills([
        [0, 'TEA'],
        [20, 'TEA'],
      ]),
    ).toEqual([])
    expect(
      refills([
        [0, 'TEA'],
        [20, 'TEA'],
        [20, 'TEA', 2, 1],
      ]),
    ).toEqual([])
    // 1 piece lasted 20 days, then 1 + 2 = 3 pieces lasted 30: median of 20 and 10.
    expect(
      refills([
        [0, 'TEA'],
        [20, 'TEA'],
        [20, 'TEA', 2, 1],
        [50, 'TEA'],
      ]),
    ).toMatchObject([{ perUnitDays: 15, n: 2 }])
  })

  test('other products between them change nothing; each product has its own pace, the first to run out first', () => {
    const lines: MadeLine[] = [
      [0, 'TEA'],
      [0, 'POT'],
      [5, 'POT'],
      [10, 'TEA'],
      [10, 'POT'],
      [20, 'TEA'],
    ]
    expect(refills(lines).map(({ product, expectedOn }) => [product.sku, expectedOn])).toEqual([
      ['POT', 15],
      ['TEA', 30],
    ])
  })

  test('quantities need not be whole, and the expected day is after the last', () => {
    expect(
      refills([
        [0, 'TEA', 0.5],
        [5, 'TEA', 0.5],
        [10, 'TEA', 0.5],
      ]),
    ).toMatchObject([{ perUnitDays: 10, expectedOn: 15 }])
    expect(
      refills([
        [0, 'TEA', 9000],
        [1, 'TEA', 9000],
        [2, 'TEA', 1],
      ])[0]!.expectedOn,
    ).toBe(3)
  })

  test('what would last longer than ten years is no refill', () => {
    expect(
      refills([
        [0, 'TEA'],
        [200, 'TEA'],
        [400, 'TEA', 1_000_000],
      ]),
    ).toEqual([])
  })

  test('what was bought after the day is not known yet', () => {
    expect(
      refills(
        [
          [0, 'TEA'],
          [10, 'TEA'],
          [20, 'TEA'],
        ],
        19,
      ),
    ).toEqual([])
  })

  test('it is waited for as long again as the last pieces last, at least 14 days', () => {
    const [long] = refills([
      [0, 'TEA'],
      [30, 'TEA'],
      [60, 'TEA'],
    ])
    expect(refillLapsesAfter(long!)).toBe(120)
    const [short] = refills([
      [0, 'TEA'],
      [3, 'TEA'],
      [6, 'TEA'],
    ])
    expect(refillLapsesAfter(short!)).toBe(9 + 14)
  })
})
