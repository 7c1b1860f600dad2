/** A shop of the seller on a platform; '' for the name of the platform's only one. */
export interface Shop {
  readonly platform: string
  readonly name: string
}

/** What one order or return adds to its customer's sums; amounts in minor units of the base currency. */
export interface SaleSums {
  /** Index of the customer in the snapshot. */
  readonly customer: number
  readonly grossMinor: number
  readonly netMinor: number
  readonly profitMinor: number
  /** Counted orders. */
  readonly orders: number
}

/** The same, or a part of it, with where it belongs. */
export interface Sale extends SaleSums {
  /** Index of the shop or the category. */
  readonly place: number
}

/** What each customer bought in each shop, or of each category, within a window. */
export interface Sales<Place> {
  readonly places: readonly Place[]
  /** One sum a place, by customer index; only places in which something was bought or given back. */
  readonly of: ReadonlyMap<number, readonly Sale[]>
}

/** Adds up sales by customer and place. */
export function sumSales<Place>(places: readonly Place[], sales: Iterable<Sale>): Sales<Place> {
  const of = new Map<number, Sale[]>()
  for (const sale of sales) {
    if ([sale.orders, sale.grossMinor, sale.netMinor, sale.profitMinor].every((sum) => sum === 0)) continue
    const known = of.get(sale.customer)
    const at = known?.findIndex(({ place }) => place === sale.place) ?? -1
    if (known === undefined) of.set(sale.customer, [sale])
    else if (at < 0) known.push(sale)
    else known[at] = plus(known[at]!, sale)
  }
  return { places, of }
}

function plus(a: Sale, b: Sale): Sale {
  return {
    ...{ customer: a.customer, place: a.place },
    grossMinor: a.grossMinor + b.grossMinor,
    netMinor: a.netMinor + b.netMinor,
    profitMinor: a.profitMinor + b.profitMinor,
    orders: a.orders + b.orders,
  }
}
