import { alsoBoughtFinder } from '../../../src/core/value/also-bought.js'
import { liftOf, logLikelihoodRatio } from '../../../src/core/value/association.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { type MadeLine, purchasesOf } from '../../support/purchases.js'
import { aligned, type Examples } from './text.js'

const asOf = dayOf('2026-08-31')

/** What is bought together. */
export const productExamples: Examples = {
  association: () =>
    aligned([
      ['X+Y', 'X', 'Y', '-', 'lift', 'LLR'],
      ...tables.map((counts) => {
        const [both, onlyFirst, onlySecond, neither] = counts
        const table = { both, onlyFirst, onlySecond, neither }
        return [...counts, liftOf(table).toFixed(2), logLikelihoodRatio(table).toFixed(2)]
      }),
    ]),
  'also-bought': () => {
    const purchases = purchasesOf(baskets)
    const finder = alsoBoughtFinder(purchases, asOf)
    const name = (product: number) => purchases.products[product]!.sku
    const found = finder.of(baskets.length - 1, 5).map(({ product, because, basis, ...support }) => {
      const { both, lift, ratio } = support[basis]
      return [name(because), '→', name(product), basis, both, lift.toFixed(2), ratio.toFixed(2)]
    })
    return aligned([['X', '', 'Y', '', 'X+Y', 'lift', 'LLR'], ...found])
  },
}

const tables = [
  [110, 2442, 111, 29114],
  [29, 13, 123, 31612],
  [6, 2, 4, 8],
] as const

/** Twelve bought tea and a pot, four tea and a cup, twelve a lamp; the last one only tea. */
const baskets: readonly (readonly MadeLine[])[] = [
  ...Array.from({ length: 12 }, () => basket('TEA', 'POT')),
  ...Array.from({ length: 4 }, () => basket('TEA', 'CUP')),
  ...Array.from({ length: 12 }, () => basket('LAMP')),
  basket('TEA'),
]

function basket(...skus: readonly string[]): MadeLine[] {
  return skus.map((sku) => [asOf - 10, sku])
}
