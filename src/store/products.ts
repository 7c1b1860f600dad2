import type { Ledger } from './ledger.js'

/** Every SKU the ledger has seen, in order. */
export function knownSkus({ db }: Ledger): string[] {
  return db.prepare("SELECT DISTINCT sku FROM product WHERE sku <> '' ORDER BY sku").pluck().all() as string[]
}

/** What a setting may call goods by: every SKU, name without one, and category the ledger has seen. */
export function knownGoods({ db }: Ledger): string[] {
  return db
    .prepare(`SELECT sku FROM product WHERE sku <> '' UNION SELECT name FROM product WHERE sku = '' AND name <> ''
      UNION SELECT category FROM product WHERE category <> '' ORDER BY 1`)
    .pluck()
    .all() as string[]
}
