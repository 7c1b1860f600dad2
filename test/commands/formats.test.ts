import { expect, test } from 'vitest'
import { formats } from '../../src/formats/index.js'
import { column, emptyShop, shopOf } from './shop.js'

test('every format is listed once', async () => {
  const answer = await emptyShop().json('formats')
  expect(column(answer, 'format')).toEqual(formats.map(({ name }) => name))
})

test('a file is explained column by column, and nothing is imported', async () => {
  const shop = emptyShop()
  shop.write('o.csv', [
    'My shop',
    'Order No,Order Date,Customer Name,Total,Whatever',
    'A-1,01/08/2026,Ann,"5,00 €",',
    'A-2,31/08/2026,Bo,"6,00 €",x',
  ])
  const { rows, summary } = await shop.json('formats', 'o.csv')
  expect(rows.map(({ column: letter, header, field, how, example }) => [letter, header, field, how, example])).toEqual([
    ['A', 'Order No', 'orderId', null, 'A-1'],
    ['B', 'Order Date', 'placedAt', 'day first', '01/08/2026'],
    ['C', 'Customer Name', 'buyerName', null, 'Ann'],
    ['D', 'Total', 'orderTotal', 'once an order, comma for decimals', '5,00 €'],
    ['E', 'Whatever', null, null, 'x'],
  ])
  expect(summary).toMatchObject({
    encoding: 'utf-8',
    sheets: [{ format: 'plain-orders', headerRow: 2, delimiter: ',', currency: { code: 'EUR', origin: 'symbol' } }],
  })
  expect((await shop.crm('tier')).code).toBe(66)
})

test('amounts that differ between the rows of an order stand on every line', async () => {
  const shop = emptyShop()
  shop.write('o.csv', [
    'Order No,Order Date,Customer Name,Total,Item',
    'A-1,2026-08-01,Ann,5.00,tea',
    'A-1,2026-08-01,Ann,7.00,cup',
  ])
  const { summary } = await shop.json('formats', 'o.csv')
  expect(summary).toMatchObject({ sheets: [{ levels: { orderTotal: 'line' } }] })
})

test('a file that cannot be read is refused as the import refuses it', async () => {
  const shop = await shopOf(2026)
  shop.write('notes.csv', ['a,b', '1,2'])
  for (const file of ['notes.csv', 'missing.csv']) {
    const explained = await shop.crm('formats', file)
    const imported = await shop.crm('import', file)
    expect(explained).toEqual(imported)
    expect(explained.code).not.toBe(0)
  }
})

test('of more words of state than are shown the rest is counted, and a limit shows them', async () => {
  const shop = emptyShop()
  const rows = Array.from({ length: 53 }, (_, n) => `A-${n},2026-08-01,Ann,5.00,USD,state ${n}`)
  shop.write('o.csv', ['Order No,Order Date,Customer Name,Total,Currency,Order Status', ...rows])
  const { out } = await shop.crm('formats', 'o.csv')
  expect(out).toContain('… and 3 more rows (--limit shows more)')
  expect(out.match(/state \d+/g)).toHaveLength(51)
  expect((await shop.crm('formats', 'o.csv', '--limit', '60')).out).toContain('state 52')
})
