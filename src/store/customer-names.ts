import type { Ledger } from './ledger.js'
import { customersOfKey } from './parties.js'

/** Name (else the platform's id) of the customer a public id belongs to now; null when nobody carries it. */
export function customerNames(ledger: Ledger): (publicId: string) => string | null {
  const find = ledger.db
    .prepare(`SELECT coalesce(nullif(who.name, ''), who.platform_key) FROM key k ${customersOfKey}
      WHERE k.public_id = ? AND who.name || who.platform_key <> '' LIMIT 1`)
    .pluck()
  return (publicId) => (find.get(publicId) as string | undefined) ?? null
}
