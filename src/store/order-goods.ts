import type { Ledger } from './ledger.js'

/** The products of orders by their numbers, as the orders stand: names, or what else a product is known by. Numbers nobody has are left out. */
export function goodsOfOrders({ db }: Ledger, numbers: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = db
    .prepare(`SELECT DISTINCT k.number, coalesce(nullif(p.name, ''), p.sku) AS product FROM order_key k
      JOIN sales_order o ON o.order_id = k.id JOIN line l ON l.id >= o.first_line AND l.id < o.first_line + o.line_count
      JOIN product p ON p.id = l.product_id
      WHERE k.number IN (SELECT value FROM json_each(?)) ORDER BY 1, 2`)
    .all(JSON.stringify(numbers)) as { number: string; product: string }[]
  const goods = new Map<string, string[]>()
  for (const { number, product } of rows) goods.set(number, [...(goods.get(number) ?? []), product])
  return goods
}
