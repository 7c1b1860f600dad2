import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Snapshot } from '../../src/core/snapshot.js'
import { type MadeOrder, snapshotOf } from './snapshot.js'

const shared = process.env.CRM_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data')

/** A file of a public data set: whether it is here, and the words a test is skipped with where it is not. */
export function publishedFile(path: string): { readonly isHere: boolean; readonly skipped: string } {
  const isHere = existsSync(join(shared, path))
  return { isHere, skipped: isHere ? '' : ` (skipped: ${path} is not here)` }
}

function rows(path: string): Record<string, string>[] {
  return parse(readFileSync(join(shared, path)), { columns: true, bom: true })
}

function byCustomer(orders: Iterable<readonly [string, MadeOrder]>): Snapshot {
  const customers = new Map<string, MadeOrder[]>()
  for (const [id, order] of orders) {
    if (!customers.has(id)) customers.set(id, [])
    customers.get(id)!.push(order)
  }
  return snapshotOf(Array.from(customers, ([id, bought]) => ({ id, bought })))
}

/** The CDNOW sample, orders of zero counted; customers in the order of their ids. */
export function cdnowOrders(): Snapshot {
  return byCustomer(
    rows('cdnow/orders.csv').map((row) => {
      const net = Math.round(Number(row.amount) * 100)
      return [row.customer_id!, { on: row.order_date!, net, counted: true }]
    }),
  )
}

/** Online Retail, cleaned as data/README.md says: a customer, no credit note, quantity and price above zero. */
export function retailOrders(): Snapshot {
  const invoices = new Map<string, readonly [string, { on: string; net: number }]>()
  for (const row of rows('online_retail/online_retail.csv')) {
    const [quantity, price] = [Number(row.Quantity), Number(row.UnitPrice)]
    if (row.CustomerID === '' || row.InvoiceNo!.startsWith('C') || quantity <= 0 || price <= 0) continue
    const invoice = row.InvoiceNo!
    if (!invoices.has(invoice)) invoices.set(invoice, [row.CustomerID!, { on: dayText(row.InvoiceDate!), net: 0 }])
    invoices.get(invoice)![1].net += quantity * price * 100
  }
  return byCustomer(
    Array.from(invoices.values(), ([id, { on, net }]) => [id, { on, net: Math.round(net), counted: true }]),
  )
}

/** `12/1/2010 8:26` or `2010-12-01 08:26:00` as a day. */
function dayText(text: string): string {
  const parts = /^(\d+)\/(\d+)\/(\d{4})/.exec(text)
  return parts === null ? text.slice(0, 10) : `${parts[3]}-${parts[1]!.padStart(2, '0')}-${parts[2]!.padStart(2, '0')}`
}
