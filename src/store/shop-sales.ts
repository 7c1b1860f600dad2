import type { Snapshot } from '../core/snapshot.js'
import type { Window } from '../core/value/aggregate.js'
import { type Sales, type Shop, sumSales } from '../core/value/groups/sales.js'
import { type Ledger, read } from './ledger.js'
import { readPlacedSales } from './placed-sales.js'

/** What each customer of a snapshot bought in each shop within a window, in the snapshot's currency (R4); UserError `rate.missing`. */
export function loadShopSales(ledger: Ledger, snapshot: Snapshot, window: Window): Sales<Shop> {
  return read(ledger, () => {
    const shops = ledger.db.prepare('SELECT id, platform, name FROM shop ORDER BY platform, name').all() as (Shop & {
      id: number
    })[]
    const positions = new Map(shops.map(({ id }, index) => [id, index]))
    const names = shops.map(({ platform, name }) => ({ platform, name }))
    return sumSales(names, (add) =>
      readPlacedSales(ledger, snapshot, window, (sale) => add(positions.get(sale.shop)!, sale)),
    )
  })
}
