import type { Ledger } from './ledger.js'

/** Every SKU the ledger has seen, in order. */
export function knownSkus({ db }: Ledger): string[] {
  return db.prepare("SELECT DISTINCT sku FROM product WHERE sku <> '' ORDER BY sku").pluck().all() as string[]
}
