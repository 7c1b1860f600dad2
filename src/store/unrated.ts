import type { Ledger } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { missingRates } from './settings.js'

/** Public ids of the customers with an order that no rate of its day turns into the base currency (R4); of a currency whose rates begin later, of the days before. */
export function unratedCustomers(ledger: Ledger): ReadonlySet<string> {
  const missing = missingRates(ledger)
  if (missing === null) return new Set()
  const lacking = missing.currencies.map((currency) => ({ currency, until: missing.late.get(currency) ?? null }))
  const ids = ledger.db
    .prepare(`SELECT DISTINCT k.public_id FROM json_each(?) lacking JOIN sales_order o ON o.currency = lacking.value ->> 'currency'
      AND ${isInFigures} AND o.placed_on < coalesce(lacking.value ->> 'until', o.placed_on + 1)
      JOIN party p ON p.id = o.party_id JOIN customer c ON c.id = p.customer_id JOIN key k ON k.id = c.key_id`)
    .pluck()
    .all(JSON.stringify(lacking)) as string[]
  return new Set(ids)
}
