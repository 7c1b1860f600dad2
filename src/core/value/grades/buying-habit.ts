import { linesUpTo, type Purchases } from '../../purchases.js'
import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { quantile7 } from '../rfm.js'

/** A product bought on so many days is bought again and again. */
const REPEATED_DAYS = 3

/** How a customer buys, from all lines of his counted orders. */
export interface BuyingHabit {
  readonly lines: number
  /** Median pieces per line. */
  readonly unitsPerLine: number
  /** Products bought on at least three days. */
  readonly repeatedSkus: number
}

/** The habit of a customer up to a day (R13); null without a line. */
export function buyingHabit(snapshot: Snapshot, customer: number, asOf: Day): BuyingHabit | null {
  const purchases = snapshot.purchases?.()
  if (!purchases) return null
  const start = purchases.start[customer]!
  const end = linesUpTo(purchases, customer, asOf)
  if (end === start) return null
  const quantities = purchases.quantity.slice(start, end).sort()
  return {
    lines: end - start,
    unitsPerLine: quantile7(quantities, 50),
    repeatedSkus: repeatedProducts(purchases, start, end),
  }
}

/** Products on at least three days among lines in order of days. */
function repeatedProducts({ product, day }: Purchases, start: number, end: number): number {
  if (end - start < REPEATED_DAYS) return 0
  const seen = new Map<number, { days: number; last: Day }>()
  let repeated = 0
  for (let line = start; line < end; line++) {
    const known = seen.get(product[line]!)
    if (known === undefined) seen.set(product[line]!, { days: 1, last: day[line]! })
    else if (known.last !== day[line]) {
      known.last = day[line]!
      if (++known.days === REPEATED_DAYS) repeated++
    }
  }
  return repeated
}
