import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { withLedger } from '../support/ledger-world.js'
import { type Answer, emptyShop, type Shop, take } from './shop.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 120_000 })

const HEAD =
  'Name,Email,Financial Status,Paid at,Accepts Marketing,Currency,Total,Created at,Lineitem name,Billing Name'

/** An order as Shopify writes it, with what it says of marketing. */
const order = (number: number, day: string, name: string, accepts: string) =>
  `#${number},${name.toLowerCase()}@example.com,paid,${day} 10:00:00 +0800,${accepts},USD,40.00,${day} 10:00:00 +0800,Green Tea,${name}`

const ORDERS = [
  HEAD,
  order(1001, '2026-04-02', 'Ann', 'yes'),
  order(1002, '2026-05-03', 'Bob', 'yes'),
  order(1003, '2026-06-04', 'Bob', 'no'),
  order(1004, '2026-06-05', 'Cem', ''),
]

const LIST = 'Customer Name,Email,Consent'

async function shopWith(lines: readonly string[] = ORDERS): Promise<Shop> {
  const shop = emptyShop()
  await take(shop, 'orders.csv', lines)
  return shop
}

/** `name consent` of each customer, by name. */
async function known(shop: Shop, ...argv: string[]): Promise<string[]> {
  const { rows } = await shop.json('list', ...argv)
  return rows.map(({ name, consent }) => `${name} ${consent}`).sort()
}

/** What `show` lists of consent: each value with where it came from. */
async function places(shop: Shop, name: string, ...more: readonly string[]) {
  const { tables } = (await shop.json('show', name, ...more)) as unknown as {
    tables: { key: string; rows: Answer['rows'] }[]
  }
  return tables.find(({ key }) => key === 'values')!.rows.filter(({ field }) => field === 'consent')
}

const TOLD = ['Ann yes', 'Bob no', 'Cem null']

describe('whether a buyer accepts marketing, in an export of orders', () => {
  test('is his consent, with file, row and day', async () => {
    const shop = await shopWith()
    expect(await known(shop)).toEqual(TOLD)
    expect((await shop.json('show', 'Bob')).summary).toMatchObject({ consent: 'no' })
    expect(await places(shop, 'Bob')).toMatchObject([
      { value: 'no', file: 'orders.csv', row: 4, on: '2026-06-04' },
      { value: 'yes', file: 'orders.csv', row: 3, on: '2026-05-03' },
    ])
    const sources = await places(shop, 'Bob', '--sources')
    expect(sources.map(({ value, inUse, row }) => [value, inUse, row])).toEqual([
      ['no', 'yes', 4],
      ['yes', null, 3],
    ])
    for (const [lang, line] of [
      ['en', /^Consent +does not agree to be written to$/m],
      ['zh', /^是否同意联系 +不同意联系$/m],
    ] as const)
      expect((await shop.crm('show', 'Bob', '--lang', lang)).out).toMatch(line)
    expect((await shop.crm('import', 'orders.csv', '--dry-run')).out).not.toContain('Accepts Marketing')
  })

  test.each([
    ['consent:no', ['Bob no']],
    ['consent:yes', ['Ann yes']],
    ['consent:unknown', ['Cem null']],
  ])('chooses customers: %s', async (filter, chosen) => {
    expect(await known(await shopWith(), filter)).toEqual(chosen)
  })

  test('counts from the day of the order', async () => {
    const shop = await shopWith()
    expect(await known(shop, '--on', '2026-06-03')).toEqual(['Ann yes', 'Bob yes', 'Cem null'])
    expect(await known(shop, '--on', '2026-06-04')).toEqual(TOLD)
  })

  test('leaves who refuses out of the morning list, the contacts and the campaigns, as a customer list does', async () => {
    const refusing = async (shop: Shop) => {
      shop.write('m.txt', ['Dear {name}'])
      const due = await shop.crm('due', '--days', '400')
      const contacts = await shop.json('contacts')
      const about = ['--occasion', 'promotion', '--filter', 'orders>=1', '--message-file', 'm.txt', '--holdout', '0%']
      expect((await shop.crm('campaign', 'new', 'News', ...about)).code).toBe(0)
      const list = await shop.json('campaign', 'export', 'C1')
      return [due.out, contacts.rows.map(({ name }) => name).sort(), list.rows.map(({ name }) => name).sort()] as const
    }
    const [due, contacts, campaign] = await refusing(await shopWith())
    expect(due).toMatch(/Left out: 1 customer who does not want to be contacted \(Bob\)/)
    expect([contacts, campaign]).toEqual([
      ['Ann', 'Cem'],
      ['Ann', 'Cem'],
    ])
    const listed = await shopWith(ORDERS.map((line) => line.replace(/,(yes|no),USD/, ',,USD')))
    await take(listed, 'people.csv', [LIST, 'Ann,ann@example.com,yes', 'Bob,bob@example.com,no'])
    expect(await refusing(listed)).toEqual([due, contacts, campaign])
  })

  test('a blank cell of a later order says nothing new; of orders of one moment the refusal counts', async () => {
    const later = [order(1005, '2026-08-01', 'Bob', ''), order(1006, '2026-06-04', 'Bob', 'yes')]
    for (const lines of [
      [...ORDERS, ...later],
      [HEAD, ...later, ...ORDERS.slice(1)],
    ])
      expect(await known(await shopWith(lines), 'name:Bob')).toEqual(['Bob no'])
  })

  test('a word nobody can be sure of is no refusal', async () => {
    expect(await known(await shopWith([HEAD, order(1, '2026-04-02', 'Ann', 'maybe')]))).toEqual(['Ann null'])
  })

  test('such a word in a sheet kept by hand is told with its row', async () => {
    const shop = emptyShop()
    const { err } = await take(shop, 'book.csv', ['订单号,日期,客户,金额,是否同意营销', '1,2026-08-01,王小明,20,也许'])
    expect(err).toMatch(/row 2 › 是否同意营销: neither yes nor no, consent left as not known: "也许"/)
    expect(await known(shop)).toEqual(['王小明 null'])
  })

  test('a corrected export takes the place of what it said; undo brings that back', async () => {
    const shop = await shopWith()
    const { out } = await take(
      shop,
      'corrected.csv',
      ORDERS.map((line) => line.replace(',no,USD', ',yes,USD')),
    )
    expect(out).toContain('orders: 0 new, 1 updated')
    const after = ['Ann yes', 'Bob yes', 'Cem null']
    expect(await known(shop)).toEqual(after)
    for (const file of ['orders.csv', 'corrected.csv'])
      expect((await shop.crm('import', file)).err).toContain('Nothing new in it')
    expect(await known(shop)).toEqual(after)
    expect((await shop.crm('undo')).err).toContain('consent: agrees to be written to → does not agree to be written to')
    expect(await known(shop)).toEqual(TOLD)
    await shop.crm('undo', '--redo')
    expect((await shop.crm('undo', '--lang', 'zh')).err).toContain('是否同意联系：同意联系 → 不同意联系')
    await shop.crm('undo')
    expect((await shop.json('list')).rows).toEqual([])
  })

  test('a customer list stands before it, whichever comes first, and speaks when an import is taken back', async () => {
    const people = [LIST, 'Bob,bob@example.com,yes', 'Cem,cem@example.com,no', 'Ann,ann@example.com,']
    const both = ['Ann yes', 'Bob yes', 'Cem no']
    for (const [first, second] of [
      [ORDERS, people],
      [people, ORDERS],
    ] as const) {
      const shop = await shopWith(first)
      await take(shop, 'second.csv', second)
      expect(await known(shop)).toEqual(both)
      await shop.crm('undo', first === people ? '1' : '2')
      expect(await known(shop)).toEqual(TOLD)
    }
  })

  test('what is typed by hand stands before both, and is given back to the files', async () => {
    const shop = await shopWith()
    expect((await shop.crm('edit', 'Bob', '--consent', 'yes', '--on', '2026-07-01')).err).toContain(
      'consent does not agree to be written to → agrees to be written to',
    )
    await take(shop, 'later.csv', [HEAD, order(1009, '2026-08-01', 'Bob', 'no')])
    expect(await known(shop, 'name:Bob')).toEqual(['Bob yes'])
    expect(await known(shop, 'name:Bob', '--on', '2026-06-30')).toEqual(['Bob no'])
    expect((await places(shop, 'Bob', '--sources')).map(({ value, inUse, row }) => [value, inUse, row])).toEqual([
      ['yes', 'yes', null],
      ['yes', 'yes', 3],
      ['no', null, 4],
      ['no', null, 2],
    ])
    await shop.crm('edit', 'Bob', '--consent', 'unknown')
    expect(await known(shop, 'name:Bob')).toEqual(['Bob null'])
    await shop.crm('edit', 'Bob', '--imported', 'consent')
    expect(await known(shop, 'name:Bob')).toEqual(['Bob no'])
  })

  test('stays when another file tells the same order without such a column', async () => {
    const shop = await shopWith()
    await take(shop, 'again.csv', [
      HEAD.replace('Accepts Marketing,', ''),
      order(1003, '2026-06-04', 'Bob', 'no').replace(',no,USD', ',USD').replace('40.00', '41.00'),
    ])
    expect(await known(shop, 'name:Bob')).toEqual(['Bob no'])
  })
})

test.each([
  ['Order ID,Order Date,Customer,Total,Newsletter', ['A1,2026-06-03,Ann,12,no', 'A2,2026-06-03,Bob,12,yes']],
  ['订单号,日期,客户,金额,是否同意营销', ['A1,2026-06-03,Ann,12,否', 'A2,2026-06-03,Bob,12,是']],
  ['订单号,日期,客户,金额,是否接受营销', ['A1,2026-06-03,Ann,12,退订', 'A2,2026-06-03,Bob,12,同意']],
  ['Bestellnummer,Datum,Kunde,Betrag,Einwilligung', ['A1,2026-06-03,Ann,12,nein', 'A2,2026-06-03,Bob,12,ja']],
  [
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Customer Email,Card Name,Checkout Promotional Consent',
    [
      'ch_1,2026-06-03 10:00,12.00,0.00,usd,true,Paid,ann@example.com,Ann,opt_out',
      'ch_2,2026-06-03 10:00,12.00,0.00,usd,true,Paid,bob@example.com,Bob,opt_in',
    ],
  ],
])('is read wherever an export of orders says it: %s', async (header, rows) => {
  const shop = await shopWith([header, ...rows])
  expect(await known(shop)).toEqual(['Ann no', 'Bob yes'])
})

test('is kept of a row that only names somebody', async () => {
  const shop = await shopWith([
    'Order ID,Order Date,Customer,Email,Total,Newsletter',
    'A1,2026-06-03,Ann,ann@example.com,12,yes',
    ',,Dan,dan@example.com,,no',
  ])
  expect(await known(shop)).toEqual(['Ann yes', 'Dan no'])
})

test('the newest answer counts, in any order of files', async () => {
  const row = fc.record({
    day: fc.integer({ min: 1, max: 4 }),
    buyer: fc.constantFrom('Ann', 'Bob'),
    consent: fc.constantFrom('', 'yes', 'no'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(row, { minLength: 1, maxLength: 6 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }))),
      async ([rows, files]) => {
        const numbered = rows.map((one, at) => [`N${at}`, `2026-06-0${one.day}`, one.buyer, '10', one.consent])
        await withLedger(async (world) => {
          for (const part of files) {
            const own = numbered.filter((_, at) => at % 3 === part)
            const header = ['Order ID', 'Order Date', 'Customer', 'Total', 'Accepts marketing']
            if (own.length > 0) await world.take({ name: `${part}.csv`, header, rows: own })
          }
          const found = (await world.crm('list', '--json')).json<{ rows: { name: string; consent: string | null }[] }>()
          for (const { name, consent } of found.rows) {
            const own = rows.filter((one) => one.buyer === name && one.consent !== '')
            const newest = own.filter(({ day }) => day === Math.max(...own.map((one) => one.day)))
            const said = newest.some((one) => one.consent === 'no') ? 'no' : newest.length > 0 ? 'yes' : null
            expect(consent).toBe(said)
          }
        })
      },
    ),
    { numRuns: 15 },
  )
})
