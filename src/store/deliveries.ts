import type { Day } from '../core/values/business-date.js'
import { takeNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'
import type { CountedPlaces } from './snapshot-orders.js'

/** By place in a snapshot's `size` orders, the day on which a counted order was delivered, since a day; 0 where no file tells. */
export function loadDeliveries({ db }: Ledger, since: Day, size: number, places: CountedPlaces): Int32Array {
  const deliveredOn = new Int32Array(size)
  // By the index, a day at a time: where nothing was delivered lately nothing is read.
  const days = db
    .prepare(`SELECT delivered_on AS day, group_concat(order_id, ' ') AS orders FROM sales_order
      WHERE delivered_on >= ? GROUP BY delivered_on`)
    .iterate(since) as IterableIterator<{ day: Day; orders: string }>
  for (const { day, orders } of days)
    takeNumbers(orders, new Float64Array(1), ([order]) => {
      const at = places[order!] ?? -1
      if (at >= 0) deliveredOn[at] = day
    })
  return deliveredOn
}
