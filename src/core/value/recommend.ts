import { linesUpTo, type Purchases } from '../purchases.js'
import type { OrderColumns } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { firstCountedOn, NEVER } from './aggregate.js'
import { type AlsoBought, type AlsoBoughtFinder, alsoBoughtFinder } from './also-bought.js'
import { type Refill, refillLapsesAfter, refillsOf } from './refill.js'

/** A refill is proposed this many days before it should be used up. */
export const SOON_DAYS = 14

/**
 * Why there is nothing to propose to a customer: no line that names a product, no counted order by the day, orders of which none
 * names a product, what was bought goes with nothing (too few buyers share a pair), or all that goes with it was bought already.
 */
export type NothingReason = 'no-lines' | 'no-orders' | 'bought-nothing' | 'too-few-buyers' | 'has-all'

/** What to offer one customer. */
export interface Offer {
  /** What should be used up by now or soon, the one known best first. */
  readonly refills: readonly Refill[]
  readonly alsoBought: readonly AlsoBought[]
  /** Null where there is something. */
  readonly nothing: NothingReason | null
}

export interface Recommender {
  readonly finder: AlsoBoughtFinder
  /** At most so many of each kind. */
  offer(customer: number, most: number): Offer
}

/** Works out what to offer customers on a day (ALGORITHMS §7): refills first, then what buyers of the same products also bought. */
export function recommender(purchases: Purchases, orders: OrderColumns, asOf: Day): Recommender {
  const finder = alsoBoughtFinder(purchases, asOf)
  const offer = (customer: number, most: number): Offer => {
    const refills = dueRefills(purchases, customer, asOf).slice(0, most)
    const alsoBought = finder.of(customer, most)
    const isEmpty = refills.length === 0 && alsoBought.length === 0
    if (!isEmpty) return { refills, alsoBought, nothing: null }
    const firstOn = firstCountedOn(orders, customer)
    const hasOrdered = firstOn !== NEVER && firstOn <= asOf
    const nothing = nothingReason(purchases, finder, customer, asOf)
    return { refills, alsoBought, nothing: nothing === 'bought-nothing' && !hasOrdered ? 'no-orders' : nothing }
  }
  return { finder, offer }
}

function dueRefills(purchases: Purchases, customer: number, asOf: Day): Refill[] {
  return refillsOf(purchases, customer, asOf)
    .filter((refill) => refill.expectedOn <= asOf + SOON_DAYS && asOf <= refillLapsesAfter(refill))
    .sort((a, b) => b.n - a.n || a.expectedOn - b.expectedOn)
}

function nothingReason(purchases: Purchases, finder: AlsoBoughtFinder, customer: number, asOf: Day): NothingReason {
  const { start, product, day } = purchases
  if (day.length === 0) return 'no-lines'
  const bought = product.subarray(start[customer], linesUpTo(purchases, customer, asOf))
  if (bought.length === 0) return 'bought-nothing'
  return bought.some((own) => finder.associations(own).length > 0) ? 'has-all' : 'too-few-buyers'
}
