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

/** A sum while sales come in. */
type Tally = { -readonly [Key in keyof Sale]: Sale[Key] }

/** Takes in what a sale adds in a place. */
export type AddSale = (place: number, sale: SaleSums) => void

/** Adds up sales by customer and place: `each` is given what takes them in, one by one. */
export function sumSales<Place>(places: readonly Place[], each: (add: AddSale) => void): Sales<Place> {
  const of = new Map<number, Tally[]>()
  // There are as many sales as orders and parts of orders: nothing is made anew where a sum only grows.
  each((place, { customer, grossMinor, netMinor, profitMinor, orders }) => {
    if (orders === 0 && grossMinor === 0 && netMinor === 0 && profitMinor === 0) return
    const known = of.get(customer)
    const sum = known?.find((one) => one.place === place)
    if (sum !== undefined) {
      sum.grossMinor += grossMinor
      sum.netMinor += netMinor
      sum.profitMinor += profitMinor
      sum.orders += orders
      return
    }
    const first = { customer, place, grossMinor, netMinor, profitMinor, orders }
    if (known === undefined) of.set(customer, [first])
    else known.push(first)
  })
  return { places, of }
}
