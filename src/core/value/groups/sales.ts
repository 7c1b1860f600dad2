/** A shop of the seller on a platform; '' for the name of the platform's only one. */
export interface Shop {
  readonly platform: string
  readonly name: string
}

/** What one order or return adds, and where it was placed; amounts in minor units of the base currency. */
export interface Sale {
  /** Index of the customer in the snapshot. */
  readonly customer: number
  /** Index of the shop. */
  readonly shop: number
  readonly grossMinor: number
  readonly netMinor: number
  readonly profitMinor: number
  /** Counted orders. */
  readonly orders: number
}

/** What each customer bought in each shop within a window. */
export interface ShopSales {
  readonly shops: readonly Shop[]
  /** One sum a shop, by customer index; only shops in which something was bought or given back. */
  readonly of: ReadonlyMap<number, readonly Sale[]>
}

/** Adds up sales by customer and shop. */
export function sumSales(shops: readonly Shop[], sales: Iterable<Sale>): ShopSales {
  const of = new Map<number, Sale[]>()
  for (const sale of sales) {
    if ([sale.orders, sale.grossMinor, sale.netMinor, sale.profitMinor].every((sum) => sum === 0)) continue
    const known = of.get(sale.customer)
    const at = known?.findIndex(({ shop }) => shop === sale.shop) ?? -1
    if (known === undefined) of.set(sale.customer, [sale])
    else if (at < 0) known.push(sale)
    else known[at] = plus(known[at]!, sale)
  }
  return { shops, of }
}

function plus(a: Sale, b: Sale): Sale {
  return {
    ...{ customer: a.customer, shop: a.shop },
    grossMinor: a.grossMinor + b.grossMinor,
    netMinor: a.netMinor + b.netMinor,
    profitMinor: a.profitMinor + b.profitMinor,
    orders: a.orders + b.orders,
  }
}
