import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withLedger } from '../support/ledger-world.js'
import { madeFiles } from '../support/made-shop.js'
import { emptyShop, type Shop } from './shop.js'

const plain = ['Order Date,Customer Name,Total', '2026-08-01,Ann,100.50', '2026-08-02,Bob,80', '2026-08-02,Bob,80']

async function amounts(shop: Shop): Promise<Record<string, unknown>> {
  const ran = await shop.json('tier', '--all')
  return { currency: ran.currency, ...Object.fromEntries(ran.rows.map(({ name, valueMinor }) => [name, valueMinor])) }
}

async function counts(shop: Shop, file: string): Promise<unknown> {
  const { files } = (await shop.json('import', file)) as unknown as { files: { orders: object }[] }
  return files[0]!.orders
}

test('an assumed currency is changed by config set shop.currency, and back by undo (R4)', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', plain)
  await shop.json('import', 'orders.csv')
  const before = await amounts(shop)
  expect(before).toMatchObject({ Ann: 10050, Bob: 16000 })
  const { err } = await shop.crm('config', 'set', 'shop.currency', 'gbp')
  expect(err).toContain('3 orders from files that name no currency are in GBP now.')
  expect(await amounts(shop)).toEqual({ currency: 'GBP', Ann: 10050, Bob: 16000 })
  await shop.crm('undo')
  expect(await amounts(shop)).toEqual(before)
})

test('after the change the same file adds nothing, and a later one is taken in the new currency', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', plain)
  await shop.json('import', 'orders.csv')
  await shop.json('config', 'set', 'shop.currency', 'GBP')
  expect(await counts(shop, 'orders.csv')).toEqual({ inserted: 0, updated: 0, unchanged: 3, rejected: 0 })
  shop.write('later.csv', [...plain, '2026-08-03,Cid,7'])
  expect(await counts(shop, 'later.csv')).toEqual({ inserted: 1, updated: 0, unchanged: 3, rejected: 0 })
  expect(await amounts(shop)).toEqual({ currency: 'GBP', Ann: 10050, Bob: 16000, Cid: 700 })
})

test('another base currency does not make orders without a number new either', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', plain)
  await shop.json('import', 'orders.csv')
  await shop.crm('config', 'set', 'currency.base', 'EUR')
  expect(await counts(shop, 'orders.csv')).toEqual({ inserted: 0, updated: 0, unchanged: 3, rejected: 0 })
})

test('a currency with other minor units keeps the numbers the file has', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', plain)
  await shop.json('import', 'orders.csv')
  await shop.json('config', 'set', 'shop.currency', 'JPY')
  // 100.50 is 101 yen, half away from zero.
  expect(await amounts(shop)).toEqual({ currency: 'JPY', Ann: 101, Bob: 160 })
})

test('what a file states stays: a column, a sign, --currency; another file may state what one left out', async () => {
  const shop = emptyShop()
  shop.write('stated.csv', ['Order No,Order Date,Customer Name,Total,Currency', '1,2026-08-01,Ann,10,EUR'])
  shop.write('sign.csv', ['Order No,Order Date,Customer Name,Total', '2,2026-08-01,Bob,€20'])
  shop.write('said.csv', ['Order No,Order Date,Customer Name,Total', '3,2026-08-01,Cid,30'])
  shop.write('silent.csv', ['Order No,Order Date,Customer Name,Total', '4,2026-08-01,Dee,40', '5,2026-08-01,Eve,50'])
  shop.write('other.csv', ['Order No,Order Date,Customer Name,Total,Currency', '5,2026-08-01,Eve,50,EUR'])
  for (const file of ['stated.csv', 'sign.csv', 'silent.csv', 'other.csv']) await shop.json('import', file)
  await shop.json('import', 'said.csv', '--currency', 'EUR')
  await shop.json('config', 'set', 'shop.currency', 'GBP')
  await shop.crm('rates', 'set', 'GBP=2')
  expect(await amounts(shop)).toEqual({ currency: 'EUR', Ann: 1000, Bob: 2000, Cid: 3000, Dee: 8000, Eve: 5000 })
})

test('whatever was imported: the change derives as everything derived anew, and undo gives the ledger before', () =>
  fc.assert(
    fc.asyncProperty(madeFiles, fc.constantFrom('GBP', 'JPY', 'CNY'), (files, code) =>
      withLedger(async (world) => {
        for (const file of files) await world.take(file)
        const before = world.dump()
        await world.crm('config', 'set', 'shop.currency', code)
        expect(world.dumpDerived()).toEqual(world.dump())
        await world.crm('undo')
        expect(world.dump()).toEqual(before)
      }),
    ),
    { numRuns: Number(process.env.CRM_RUNS ?? 10) },
  ))
