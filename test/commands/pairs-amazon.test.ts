import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { makeWorld } from '../support/world.js'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'formats')
const all = join(fixtures, 'amazon-all-orders', 'us.txt')
const report = join(fixtures, 'amazon-order-report', 'seller-fulfilled.txt')
const shipments = join(fixtures, 'amazon-fba-shipments', 'shipments.txt')
const unshipped = join(fixtures, 'amazon-unshipped', 'unshipped.txt')

async function ledgerOf(...files: readonly string[]) {
  const world = makeWorld()
  for (const file of files) {
    const ran = await world.crm('import', world.take(file, file.split('/').at(-1)!))
    expect(ran).toMatchObject({ code: 0 })
  }
  const contacts = await world.crm('contacts', '--json')
  return { ...dumpLedger(join(world.folder, 'crm.db')), contacts: contacts.stdout }
}

type Row = Readonly<Record<string, unknown>>

/** What each order came to, by the last digit of its number, and the name of its buyer. */
const told = ({ orders }: { readonly orders: readonly unknown[] }) =>
  Object.fromEntries(
    (orders as readonly Row[]).map((order) => {
      const buyer = order.buyer === null ? null : (JSON.parse(order.buyer as string) as string[])[5]
      const lines = (JSON.parse(order.lines as string) as unknown[]).length
      return [(order.number as string).at(-1)!, [order.status, order.total_minor, order.refund_minor, lines, buyer]]
    }),
  )

test.each([
  ['the order report', report, { 1: 'Hollis Verne', 7: 'Hollis Verne' }],
  ['FBA shipments', shipments, { 4: 'Imogen Thale', 5: 'Imogen Thale' }],
  ['unshipped orders', unshipped, { 7: 'Hollis Verne', 8: 'Ines Calloway' }],
] as const)('All Orders and %s give one ledger, in either order', async (_, file, buyers) => {
  const both = await ledgerOf(all, file)
  expect(await ledgerOf(file, all)).toEqual(both)
  const named: Readonly<Record<string, string>> = buyers
  const nobody = (order: string) => named[order] ?? null
  expect(told(both)).toEqual({
    1: ['paid', 4649, null, 2, nobody('1')],
    2: ['cancelled', 0, null, 1, null],
    3: ['pending', 0, null, 1, null],
    4: ['paid', 2000, null, 1, nobody('4')],
    5: ['refunded', 1800, 1800, 1, nobody('5')],
    7: ['paid', 1250, null, 1, nobody('7')],
    ...(file === unshipped ? { 8: ['paid', null, null, 1, 'Ines Calloway'] } : {}),
  })
})

test('an address of Amazon joins the orders of a buyer and is none to write to', async () => {
  const ledger = await ledgerOf(all, report, shipments)
  expect(ledger.customers).toHaveLength(2)
  expect((ledger.customers as readonly Row[]).map(({ email }) => email)).toEqual(['', ''])
  expect((ledger.customers as readonly Row[]).map(({ key }) => key)).toEqual([
    'e:k3v9example0q1@marketplace.amazon.com',
    'e:z7p2example4x8@marketplace.amazon.com',
  ])
  expect(ledger.contacts).not.toContain('@')
})
