import type { Product, Purchases } from '../../src/core/purchases.js'

/** One line: the day, the SKU, how many (1 unless said), and the order of that day it is of (the first unless said). */
export type MadeLine = readonly [day: number, sku: string, quantity?: number, order?: number]

/** Purchases of made-up customers, by index; products carry their SKU as their name unless `names` says another. */
export function purchasesOf(
  customers: readonly (readonly MadeLine[])[],
  names: Readonly<Record<string, string>> = {},
): Purchases {
  const skus = [...new Set(customers.flatMap((lines) => lines.map(([, sku]) => sku)))].sort()
  const products: Product[] = skus.map((sku) => ({ sku, name: names[sku] ?? `product ${sku}` }))
  const start = new Int32Array(customers.length + 1)
  const flat: { day: number; product: number; quantity: number; order: number }[] = []
  const ordinals = new Map<string, number>()
  for (const [customer, lines] of customers.entries()) {
    const sorted = lines.toSorted((a, b) => a[0] - b[0] || (a[3] ?? 0) - (b[3] ?? 0))
    for (const [day, sku, quantity = 1, nth = 0] of sorted) {
      const key = `${customer} ${day} ${nth}`
      if (!ordinals.has(key)) ordinals.set(key, ordinals.size)
      flat.push({ day, product: skus.indexOf(sku), quantity, order: ordinals.get(key)! })
    }
    start[customer + 1] = flat.length
  }
  return {
    products,
    start,
    day: Int32Array.from(flat, ({ day }) => day),
    product: Int32Array.from(flat, ({ product }) => product),
    quantity: Float64Array.from(flat, ({ quantity }) => quantity),
    order: Int32Array.from(flat, ({ order }) => order),
  }
}
