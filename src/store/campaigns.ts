import { placesById } from '../core/customer-places.js'
import type { RecipientTexts } from '../core/follow-up/campaign/recipients.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { type Ledger, read } from './ledger.js'

/** The own keys of customers, by public id: what events about them attach to. */
export function ownKeys({ db }: Ledger, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = db
    .prepare(`SELECT k.public_id, min(k.text) FROM customer c JOIN key k ON k.id = c.key_id
      WHERE k.public_id IN (SELECT value FROM json_each(?)) GROUP BY k.public_id`)
    .raw()
    .all(JSON.stringify(ids)) as [string, string][]
  return new Map(rows)
}

/** What messages say of customers besides the snapshot's facts and details, as known on a day. */
export function loadRecipientTexts(
  ledger: Ledger,
  { customers }: Snapshot,
  on: Day,
): Omit<RecipientTexts, 'languages'> {
  const positions = placesById(customers)
  const byIndex = (rows: readonly (readonly [id: string, text: string | null])[]) => {
    const texts = new Map<number, string>()
    for (const [id, text] of rows) {
      const index = positions.get(id)
      if (index !== undefined) texts.set(index, text ?? '')
    }
    return new Map([...texts].filter(([, text]) => text !== ''))
  }
  return read(ledger, () => ({
    companies: byIndex(companies(ledger)),
    shops: byIndex(lastShops(ledger, on)),
  }))
}

function companies({ db }: Ledger): [string, string][] {
  return db
    .prepare("SELECT k.public_id, c.company FROM customer c JOIN key k ON k.id = c.key_id WHERE c.company <> ''")
    .raw()
    .all() as [string, string][]
}

/** The shop of each customer's orders, the newest last, where shops have names. */
function lastShops({ db }: Ledger, on: Day): [string, string][] {
  return db
    .prepare(`SELECT name.public_id, s.name FROM sales_order o JOIN order_key ok ON ok.id = o.order_id JOIN shop s ON s.id = ok.shop_id
      JOIN party p ON p.id = o.party_id JOIN customer c ON c.id = p.customer_id JOIN key name ON name.id = c.key_id
      WHERE s.name <> '' AND o.placed_on <= ? ORDER BY o.placed_on, o.order_id`)
    .raw()
    .all(on) as [string, string][]
}
