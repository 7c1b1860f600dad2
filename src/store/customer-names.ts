import type { Ledger } from './ledger.js'

/** Name (else the platform's id) of the customer a public id belongs to now; null when nobody carries it. */
export function customerNames(ledger: Ledger): (publicId: string) => string | null {
  const find = ledger.db
    .prepare(`SELECT coalesce(nullif(c.name, ''), c.platform_key) FROM key k JOIN party_key pk ON pk.key_id = k.id JOIN party p ON p.id = pk.party_id
      JOIN customer c ON c.id = p.customer_id WHERE k.public_id = ? AND c.name || c.platform_key <> '' LIMIT 1`)
    .pluck()
  return (publicId) => (find.get(publicId) as string | undefined) ?? null
}
