import { customerIds, shownNumber } from './customer-file.js'
import type { Ledger } from './ledger.js'
import { isInFigures } from './order-figures.js'

/** Whose an order is; '' for the name of one who has none. */
export interface Buyer {
  readonly id: string
  readonly name: string
}

/** An order of a number, as its platform writes it; the buyer is null where nobody is named. */
export interface NumberedOrder {
  readonly number: string
  readonly buyer: Buyer | null
}

/** The orders of a number, of any shop: written as the platform does, else without regard to case and a # before it. */
export function ordersNamed({ db }: Ledger, number: string): readonly NumberedOrder[] {
  const find = db.prepare(`SELECT ${shownNumber} AS number, name.public_id AS id, c.name
    FROM order_key k JOIN sales_order o ON o.order_id = k.id AND ${isInFigures}
    LEFT JOIN party p ON p.id = o.party_id LEFT JOIN customer c ON c.id = p.customer_id LEFT JOIN key name ON name.id = c.key_id
    WHERE k.number IN (SELECT value FROM json_each(?)) ORDER BY k.id`)
  for (const written of spellings(number)) {
    const rows = find.all(JSON.stringify(written)) as { number: string; id: string | null; name: string }[]
    const found = rows.filter((row) => row.number !== '')
    if (found.length > 0)
      return found.map(({ number, id, name }) => ({ number, buyer: id === null ? null : { id, name } }))
  }
  return []
}

/** Ways a platform may have written what was typed, surest first; a number that begins with ~ is kept with another before it. */
function spellings(number: string): readonly (readonly string[])[] {
  const bare = number.replace(/^#/, '')
  const loose = [bare, bare.toUpperCase(), bare.toLowerCase()]
  const kept = (text: string) => (text.startsWith('~') ? `~${text}` : text)
  return [[kept(number)], loose.flatMap((text) => [kept(text), `#${text}`])]
}

/** The numbers of a customer's orders, the newest first. */
export function orderNumbersOf(ledger: Ledger, publicId: string): readonly string[] {
  const numbers = ledger.db
    .prepare(`SELECT DISTINCT number FROM (SELECT ${shownNumber} AS number, o.placed_on FROM party p JOIN sales_order o ON o.party_id = p.id
      JOIN order_key k ON k.id = o.order_id WHERE p.customer_id = ? AND ${isInFigures} ORDER BY o.placed_on DESC, k.number DESC) WHERE number <> ''`)
    .pluck()
  return customerIds(ledger, publicId).flatMap((id) => numbers.all(id) as string[])
}
