import { linesUpTo, type Purchases, productLabel } from '../../purchases.js'
import type { Snapshot } from '../../snapshot.js'
import type { Tier } from '../../value/abc.js'
import type { Day } from '../../values/business-date.js'
import { languageOfCountry } from '../../values/country-language.js'
import type { Recipient } from './placeholders.js'

/** What the snapshot does not hold of customers, by customer index; nothing where it is not known. */
export interface RecipientTexts {
  readonly companies: ReadonlyMap<number, string>
  /** Languages (ISO 639-1) customers are said to read. */
  readonly languages: ReadonlyMap<number, string>
  /** Shops the last orders were placed in. */
  readonly shops: ReadonlyMap<number, string>
}

/** What is asked of a customer only where a message speaks of it. */
export interface RecipientFigures {
  /** As the ledger grades. */
  tier(customer: number): Tier
  /** Balance of points; null where none are kept. */
  points(customer: number): number | null
}

/** What is known on a day of customers a message goes to. */
export function recipientsOf(
  { customers, orders, purchases }: Snapshot,
  { companies, languages, shops }: RecipientTexts,
  { tier, points }: RecipientFigures,
  asOf: Day,
): (customer: number) => Recipient {
  return (customer) => {
    const { name, country } = customers[customer]!
    const graded = tier(customer)
    return {
      name,
      country,
      company: companies.get(customer) ?? null,
      product: purchases ? lastProduct(purchases(), customer, asOf) : null,
      lastOrderOn: lastCountedOn(orders, customer, asOf),
      tier: graded === 'U' ? null : graded,
      shop: shops.get(customer) ?? null,
      get points() {
        const balance = points(customer)
        return balance === null || balance < 0 ? null : balance
      },
      language: languages.get(customer) ?? languageOfCountry(country) ?? languageOfName(name),
    }
  }
}

/** Buyers of Chinese shops often come without a country. */
function languageOfName(name: string | null): string | null {
  return name !== null && /\p{Script=Han}/u.test(name) ? 'zh' : null
}

function lastCountedOn({ start, day, counted }: Snapshot['orders'], customer: number, asOf: Day): Day | null {
  for (let i = start[customer + 1]! - 1; i >= start[customer]!; i--) if (counted[i] && day[i]! <= asOf) return day[i]!
  return null
}

/** What the last order up to a day was mostly of, by pieces; of equal ones the smaller SKU. */
function lastProduct(purchases: Purchases, customer: number, asOf: Day): string | null {
  const { start, order, product, quantity, products } = purchases
  const end = linesUpTo(purchases, customer, asOf)
  let best = -1
  for (let i = end - 1; i >= start[customer]! && order[i] === order[end - 1]; i--) {
    const isMore = best < 0 || quantity[i]! > quantity[best]!
    if (isMore || (quantity[i] === quantity[best] && product[i]! < product[best]!)) best = i
  }
  return best < 0 ? null : productLabel(products[product[best]!]!)
}
