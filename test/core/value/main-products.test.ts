import { expect, test } from 'vitest'
import { mainProducts, NO_PRODUCT } from '../../../src/core/value/main-products.js'
import { purchasesOf } from '../../support/purchases.js'

const mainOf = (lines: Parameters<typeof purchasesOf>[0][number], asOf = 100) => {
  const purchases = purchasesOf([lines])
  const main = mainProducts(purchases, asOf)[0]!
  return main === NO_PRODUCT ? null : purchases.products[main]!.sku
}

test('the main product is the one bought on most order days, not in most lines or pieces', () => {
  // CUP stands on three lines of one day with 90 pieces; POT was bought on two days.
  expect(
    mainOf([
      [1, 'CUP', 30],
      [1, 'CUP', 30, 1],
      [1, 'CUP', 30, 2],
      [5, 'POT'],
      [9, 'POT'],
    ]),
  ).toBe('POT')
})

test('ties go to the smaller SKU, whichever was bought first', () => {
  expect(
    mainOf([
      [1, 'POT'],
      [5, 'CUP'],
      [9, 'POT'],
      [12, 'CUP'],
    ]),
  ).toBe('CUP')
})

test('what was bought after the day does not count; nobody without lines has one', () => {
  expect(
    mainOf(
      [
        [1, 'POT'],
        [50, 'CUP'],
        [60, 'CUP'],
      ],
      40,
    ),
  ).toBe('POT')
  expect(mainOf([])).toBeNull()
  expect(mainOf([[50, 'CUP']], 40)).toBeNull()
})

test('the days of one customer never count for another', () => {
  const purchases = purchasesOf([
    [
      [1, 'CUP'],
      [2, 'CUP'],
      [3, 'CUP'],
    ],
    [
      [4, 'CUP'],
      [5, 'POT'],
      [6, 'POT'],
    ],
  ])
  expect([...mainProducts(purchases, 10)].map((index) => purchases.products[index]!.sku)).toEqual(['CUP', 'POT'])
})
