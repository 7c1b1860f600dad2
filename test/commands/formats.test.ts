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
    'A-1,2026-08-01,Ann,5.00,',
    'A-2,2026-08-02,Bo,6.00,x',
  ])
  const { rows } = await shop.json('formats', 'o.csv')
  expect(rows).toEqual([
    { column: 'A', header: 'Order No', field: 'orderId', example: 'A-1' },
    { column: 'B', header: 'Order Date', field: 'placedAt', example: '2026-08-01' },
    { column: 'C', header: 'Customer Name', field: 'buyerName', example: 'Ann' },
    { column: 'D', header: 'Total', field: 'orderTotal', example: '5.00' },
    { column: 'E', header: 'Whatever', field: null, example: 'x' },
  ])
  expect((await shop.crm('tier')).code).toBe(66)
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
