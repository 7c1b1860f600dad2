/** What buyers have left of a product (R19): run-out is the stock divided by the buyer's own units a day, and replaces the window. */
import type { EventFacts } from '../events.js'
import type { Refill } from '../value/refill.js'
import type { Day } from '../values/business-date.js'

/** What a buyer said to have left of a SKU on a day. */
export interface Stock {
  readonly sku: string
  readonly on: Day
  /** Pieces, or whatever the product is measured in. */
  readonly quantity: number
}

/** When a stock should be used up. */
export interface RunOut extends Stock {
  readonly refill: Refill
  readonly runsOutOn: Day
}

/** The newest stock of each SKU by customer index; events come in the order of their ids. */
export function stocksOf(events: readonly EventFacts[]): ReadonlyMap<number, readonly Stock[]> {
  const found = new Map<number, Map<string, Stock>>()
  for (const { kind, customer, on, details } of events) {
    if (kind !== 'stock' || customer < 0) continue
    const own = found.get(customer) ?? new Map<string, Stock>()
    found.set(customer, own)
    const before = own.get(details.sku!)
    if (before === undefined || before.on <= on)
      own.set(details.sku!, { sku: details.sku!, on, quantity: Number(details.quantity) })
  }
  return new Map([...found].map(([customer, own]) => [customer, [...own.values()]]))
}

/** Stocks told since the last purchase of a product the customer keeps buying: others say nothing of when they run out. */
export function runOutsOf(refills: readonly Refill[], stocks: readonly Stock[]): readonly RunOut[] {
  return stocks.flatMap((stock) => {
    const refill = refills.find(({ product, lastOn }) => product.sku === stock.sku && lastOn <= stock.on)
    if (refill === undefined) return []
    return [{ ...stock, refill, runsOutOn: stock.on + Math.round(stock.quantity * refill.perUnitDays) }]
  })
}
