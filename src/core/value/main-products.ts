import { linesUpTo, type Purchases } from '../purchases.js'
import type { Day } from '../values/business-date.js'

/** Stands for no product in a column of products. */
export const NO_PRODUCT = -1

/** The product each customer bought on most order days up to a day, ties by SKU (ALGORITHMS §3); NO_PRODUCT without lines. */
export function mainProducts(purchases: Purchases, asOf: Day): Int32Array {
  const { products, start, day, product } = purchases
  const main = new Int32Array(start.length - 1).fill(NO_PRODUCT)
  const days = new Int32Array(products.length)
  // Which customer counted the product last, and on which day: nothing is cleared between customers.
  const customerOf = new Int32Array(products.length).fill(-1)
  const dayOf = new Int32Array(products.length)
  for (let customer = 0; customer < main.length; customer++) {
    const end = linesUpTo(purchases, customer, asOf)
    let best = NO_PRODUCT
    for (let i = start[customer]!; i < end; i++) {
      const bought = product[i]!
      if (customerOf[bought] !== customer) days[bought] = 1
      else if (dayOf[bought] !== day[i]) days[bought]!++
      customerOf[bought] = customer
      dayOf[bought] = day[i]!
      if (best === NO_PRODUCT || days[bought]! > days[best]! || (days[bought] === days[best] && bought < best))
        best = bought
    }
    main[customer] = best
  }
  return main
}
