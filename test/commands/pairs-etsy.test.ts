import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Snapshot } from '../../src/core/snapshot.js'
import { dumpLedger } from '../support/dump.js'
import { makeWorld } from '../support/world.js'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'formats')
const orders = join(fixtures, 'etsy-orders', 'sold-orders.csv')
const items = join(fixtures, 'etsy-order-items', 'sold-order-items.csv')
const payments = join(fixtures, 'etsy-payments', 'payments.csv')

/** The ledger after the files were imported one after the other. */
async function ledgerOf(...files: readonly string[]) {
  const world = makeWorld()
  for (const file of files) {
    const ran = await world.crm('import', world.take(file, file.split('/').at(-1)!))
    expect(ran).toMatchObject({ code: 0 })
  }
  return dumpLedger(join(world.folder, 'crm.db'))
}

type Row = Readonly<Record<string, unknown>>

const told = ({ orders }: { readonly orders: readonly unknown[] }) =>
  (orders as readonly Row[]).map((order) => ({
    number: order.number,
    status: order.status,
    total: order.total_minor,
    refund: order.refund_minor,
    fee: order.fee_minor,
    lines: (JSON.parse(order.lines as string) as unknown[]).length,
  }))

test('orders and items of Etsy give one ledger, in either order: totals of the one, lines of the other', async () => {
  const both = await ledgerOf(orders, items)
  expect(await ledgerOf(items, orders)).toEqual(both)
  // The cancelled order has no items; what was given back stands in the orders alone.
  expect(told(both)).toEqual([
    { number: '3100000001', status: 'paid', total: 4970, refund: null, fee: 174, lines: 2 },
    { number: '3100000002', status: 'partially_refunded', total: 2000, refund: 500, fee: 85, lines: 1 },
    { number: '3100000003', status: 'paid', total: 3500, refund: null, fee: 130, lines: 2 },
    { number: '3100000004', status: 'cancelled', total: 1600, refund: null, fee: 73, lines: 0 },
    { number: '3100000005', status: 'refunded', total: 3000, refund: 3000, fee: 145, lines: 1 },
    { number: '3100000006', status: 'paid', total: 1600, refund: null, fee: 73, lines: 2 },
  ])
  expect(both.customers).toHaveLength(5)
})

/** What the orders of each customer come to; one known by the name alone may have another id by one more file. */
const figures = (snapshot: unknown) => {
  const { customers, orders } = snapshot as Snapshot
  return customers.map(({ name }, at) => {
    const own = (column: ArrayLike<number>) => Array.from(column).slice(orders.start[at], orders.start[at + 1])
    return [name, own(orders.day), own(orders.grossMinor), own(orders.netMinor), own(orders.profitMinor)]
  })
}

test('payments of Etsy add nothing to orders that are here, whenever they come', async () => {
  const both = await ledgerOf(orders, items)
  for (const files of [
    [orders, items, payments],
    [orders, payments, items],
    [payments, items, orders],
    [payments, orders, items],
    [items, payments, orders],
  ]) {
    const all = await ledgerOf(...files)
    expect(told(all)).toEqual(told(both))
    expect(figures(all.snapshot).sort()).toEqual(figures(both.snapshot).sort())
  }
})

test('each customer is new once, whatever he comes to be known by', async () => {
  for (const files of [
    [items, orders, payments],
    [payments, items, orders],
  ]) {
    const world = makeWorld()
    let inserted = 0
    for (const file of files) {
      const ran = await world.crm('import', world.take(file, file.split('/').at(-1)!), '--json')
      inserted += ran.json<{ files: { customers: { inserted: number } }[] }>().files[0]!.customers.inserted
    }
    expect(inserted).toBe(dumpLedger(join(world.folder, 'crm.db')).customers.length)
  }
})
