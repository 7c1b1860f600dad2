import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withLedger } from '../support/ledger-world.js'
import { type MadeFile, madeFiles } from '../support/made-shop.js'
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

describe('an order without a number, once with its currency and once without, is one order', () => {
  const stated = (code: string) => [`${plain[0]},Currency`, ...plain.slice(1).map((row) => `${row},${code}`)]
  const one = { inserted: 0, updated: 3, unchanged: 0, rejected: 0 }

  test('a column, a sign or --currency that comes later', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', plain)
    shop.write('stated.csv', stated('EUR'))
    await shop.json('import', 'orders.csv')
    expect(await counts(shop, 'stated.csv')).toEqual(one)
    expect(await amounts(shop)).toEqual({ currency: 'EUR', Ann: 10050, Bob: 16000 })
    expect(await counts(shop, 'orders.csv')).toMatchObject({ inserted: 0, updated: 0 })
    const other = emptyShop()
    other.write('orders.csv', plain)
    other.write('sign.csv', [...plain, '2026-08-03,Cid,€7'])
    await other.json('import', 'orders.csv')
    expect(await counts(other, 'sign.csv')).toMatchObject({ inserted: 1, updated: 3 })
    const { files } = (await other.json('import', 'orders.csv', '--currency', 'EUR')) as never as {
      files: { orders: object }[]
    }
    expect(files[0]!.orders).toMatchObject({ inserted: 0 })
    expect(await amounts(other)).toEqual({ currency: 'EUR', Ann: 10050, Bob: 16000, Cid: 700 })
  })

  test('in either order, in one command, and with the setting between', async () => {
    const told = { currency: 'EUR', Ann: 10050, Bob: 16000 }
    for (const files of [
      ['stated.csv', 'orders.csv'],
      ['orders.csv', 'stated.csv'],
    ] as const) {
      const shop = emptyShop()
      shop.write('orders.csv', plain)
      shop.write('stated.csv', stated('EUR'))
      await shop.json('import', ...files)
      expect(await amounts(shop)).toEqual(told)
      const between = emptyShop()
      between.write('orders.csv', plain)
      between.write('stated.csv', stated('EUR'))
      await between.json('import', files[0])
      await between.crm('config', 'set', 'shop.currency', 'GBP')
      await between.json('import', files[1])
      expect(await amounts(between)).toEqual(told)
    }
  })

  test('two currencies stated make two orders (R3)', async () => {
    const shop = emptyShop()
    shop.write('euro.csv', stated('EUR'))
    shop.write('pound.csv', stated('GBP'))
    await shop.json('import', 'euro.csv')
    expect(await counts(shop, 'pound.csv')).toMatchObject({ inserted: 3, updated: 0 })
  })
})

test('the same amount written otherwise is the same order', async () => {
  for (const [a, b] of [
    ['80', '80.00'],
    ['100.5', '100.50'],
    ['0', '0.00'],
    ['20', '"$20.00"'],
  ] as const) {
    const shop = emptyShop()
    shop.write('a.csv', [plain[0]!, `2026-08-01,Ann,${a}`])
    shop.write('b.csv', [plain[0]!, `2026-08-01,Ann,${b}`])
    await shop.json('import', 'a.csv')
    expect(await counts(shop, 'b.csv')).toMatchObject({ inserted: 0 })
  }
})

test('a third currency is another order, and a sheet that holds a blank one beside a stated one keeps both', async () => {
  const head = `${plain[0]},Currency`
  const row = '2026-08-01,Ann,100.50'
  const shop = emptyShop()
  shop.write('p.csv', [plain[0]!, row])
  shop.write('e.csv', [head, `${row},EUR`])
  shop.write('u.csv', [head, `${row},USD`])
  for (const file of ['p.csv', 'e.csv']) await shop.json('import', file)
  expect(await counts(shop, 'u.csv')).toMatchObject({ inserted: 1, updated: 0 })
  const both = emptyShop()
  both.write('m.csv', [head, `${row},`, `${row},EUR`])
  both.write('e.csv', [head, `${row},EUR`])
  await both.json('import', 'm.csv', 'e.csv')
  expect(await counts(both, 'm.csv')).toEqual({ inserted: 0, updated: 0, unchanged: 2, rejected: 0 })
})

test('an import taken back leaves no trace in what a file is matched with', async () => {
  const shop = emptyShop()
  shop.write('p.csv', plain)
  await shop.json('import', 'p.csv', '--currency', 'EUR')
  await shop.crm('undo')
  await shop.json('import', 'p.csv')
  const { files } = (await shop.json('import', 'p.csv', '--currency', 'USD')) as never as {
    files: { orders: object }[]
  }
  expect(files[0]!.orders).toMatchObject({ inserted: 0 })
})

test('an option tried, taken back and tried again makes no second order', async () => {
  const shop = emptyShop()
  shop.write('p.csv', plain)
  await shop.json('import', 'p.csv', '--currency', 'EUR')
  await shop.crm('undo')
  await shop.json('import', 'p.csv')
  const { files } = (await shop.json('import', 'p.csv', '--currency', 'EUR')) as never as {
    files: { orders: object }[]
  }
  expect(files[0]!.orders).toMatchObject({ inserted: 0 })
  expect(await amounts(shop)).toEqual({ currency: 'EUR', Ann: 10050, Bob: 16000 })
})

test('an import adds up what the ledger adds up, and amounts too large end in a sentence', async () => {
  const shop = emptyShop()
  shop.write('p.csv', [plain[0]!, '2026-08-01,Ann,100.50', '2026-08-02,Ann,80.50'])
  await shop.crm('config', 'set', 'shop.currency', 'JPY')
  const { files } = (await shop.json('import', 'p.csv')) as never as { files: { totals: { grossMinor: number }[] }[] }
  expect(files[0]!.totals[0]!.grossMinor).toBe(182)
  const huge = emptyShop()
  huge.write('p.csv', [
    'Order No,Order Date,Customer Name,Total',
    ...Array.from({ length: 10 }, (_, i) => `${i},2026-08-01,An,999999999999`),
  ])
  await huge.crm('config', 'set', 'currency.base', 'JPY')
  await huge.crm('config', 'set', 'shop.currency', 'KWD')
  expect((await huge.crm('import', 'p.csv')).code).toBe(1)
})

test('yen and back: the same file adds nothing, and no cent is lost', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', plain)
  await shop.json('config', 'set', 'shop.currency', 'JPY')
  await shop.json('import', 'orders.csv')
  expect(await amounts(shop)).toEqual({ currency: 'JPY', Ann: 101, Bob: 160 })
  expect(await counts(shop, 'orders.csv')).toEqual({ inserted: 0, updated: 0, unchanged: 3, rejected: 0 })
  await shop.json('config', 'set', 'shop.currency', 'USD')
  expect(await amounts(shop)).toEqual({ currency: 'USD', Ann: 10050, Bob: 16000 })
  expect(await counts(shop, 'orders.csv')).toEqual({ inserted: 0, updated: 0, unchanged: 3, rejected: 0 })
})

test('taking the setting back takes it from later imports too', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', plain)
  shop.write('later.csv', ['Order Date,Customer Name,Total', '2026-08-03,Cid,7'])
  const { batch } = (await shop.json('import', 'orders.csv')) as never as { batch: number }
  const { currency } = await amounts(shop)
  await shop.crm('config', 'set', 'shop.currency', 'GBP')
  await shop.json('import', 'later.csv')
  expect((await amounts(shop)).currency).toBe('GBP')
  await shop.crm('undo', String(batch + 1))
  expect(await amounts(shop)).toEqual({ currency, Ann: 10050, Bob: 16000, Cid: 700 })
})

test('an import says its sums in the currency that was set', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', plain)
  await shop.crm('config', 'set', 'shop.currency', 'GBP')
  const { files } = (await shop.json('import', 'orders.csv')) as never as { files: { totals: object[] }[] }
  expect(files[0]!.totals).toEqual([{ currency: 'GBP', grossMinor: 26050, refundMinor: 0, netMinor: 26050 }])
})

test('an order whose currency was corrected does not ask for a rate of the one it is in no more', async () => {
  const shop = emptyShop()
  shop.write('a.csv', ['Order No,Order Date,Customer Name,Total', '1,2026-08-20,Ann,70'])
  shop.write('b.csv', ['Order No,Order Date,Customer Name,Total,Currency', '1,2026-08-20,Ann,70,EUR'])
  await shop.json('import', 'a.csv')
  await shop.json('import', 'b.csv')
  expect(await amounts(shop)).toEqual({ currency: 'EUR', Ann: 7000 })
  expect((await shop.crm('report', 'weekly')).code).toBe(0)
})

/** The same file without the column that names the currency. */
function silent(file: MadeFile): MadeFile {
  const at = file.header.findIndex((title) => title === 'Currency' || title === '币种')
  const cut = (row: readonly string[]) => row.filter((_, index) => index !== at)
  return at < 0 ? file : { ...file, header: cut(file.header), rows: file.rows.map(cut) }
}

const someSilent = madeFiles.chain((files) =>
  fc
    .array(fc.boolean(), { minLength: files.length, maxLength: files.length })
    .map((which) => files.map((file, index) => (which[index] ? silent(file) : file))),
)

test('whatever was imported: the change derives as everything derived anew, and undo gives the ledger before', () =>
  fc.assert(
    fc.asyncProperty(someSilent, fc.constantFrom('GBP', 'JPY', 'CNY'), (files, code) =>
      withLedger(async (world) => {
        await world.crm('config', 'set', 'currency.base', 'USD')
        await world.crm('rates', 'set', 'GBP=1.3', 'CNY=0.14', 'JPY=0.01')
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

test('a setting that changes no imported order says so, and a dry run only what would be', async () => {
  const shop = emptyShop()
  shop.write('named.csv', ['Order Date,Customer Name,Total', '2026-08-01,Ann,$100.50'])
  await shop.json('import', 'named.csv')
  const none = await shop.crm('config', 'set', 'shop.currency', 'gbp', '-n')
  expect(none.err).toContain('shop.currency would be GBP.\nNo imported order changes by it')
  shop.write('plain.csv', plain)
  await shop.json('import', 'plain.csv')
  const dry = await shop.crm('config', 'set', 'shop.currency', 'gbp', '-n')
  expect(dry.err).toContain('2 orders from files that name no currency would be in GBP.')
  expect(dry.err).not.toContain('now')
})
