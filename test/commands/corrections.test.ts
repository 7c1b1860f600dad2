import { expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const header = 'Order No,Order Date,Customer Name,Email,Total,Refund,Currency'
const order = (number: string, on: string, name: string, total: string, refund = '') =>
  `${number},${on},${name},${name.toLowerCase()}@example.com,${total},${refund},USD`

const ann = order('1', '2026-06-01', 'Ann', '1000.00')
const bob = order('2', '2026-06-02', 'Bob', '900.00')
const cid = order('3', '2026-06-03', 'Cid', '50.00')

async function importOn(shop: Shop, day: string, ...rows: string[]): Promise<void> {
  shop.write('orders.csv', [header, ...rows])
  const { code, err } = await shop.crmIn({ now: `${day}T01:00:00Z` }, 'import', 'orders.csv')
  expect(code, err).toBe(0)
}

/** Who moved in the week up to a day, how, why and by which import. */
async function moversOn(shop: Shop, day: string): Promise<string[]> {
  const { tables } = await shop.json('tier', '--on', day)
  const movers = (tables as { key: string; rows: Record<string, string | null>[] }[]).find(
    ({ key }) => key === 'movers',
  )
  return movers!.rows.map(({ name, before, now, cause, correctedBy }) =>
    [name, `${before}${now}`, cause, correctedBy].join(' ').trim(),
  )
}

test('a refund of an old order, imported after the earlier day, is the cause of a move (R14)', async () => {
  const shop = emptyShop()
  await importOn(shop, '2026-08-01', ann, bob, cid)
  await importOn(shop, '2026-08-20', ann, order('2', '2026-06-02', 'Bob', '900.00', '850.00'), cid)
  // 1000, 900, 50 were A, A, C. 1000, 50, 50 are A, B, B, on both days by today's ledger; Cid's own figures are as they were.
  expect(await moversOn(shop, '2026-08-21')).toEqual(['Bob AB corrected 2'])
  // The import lies before the earlier day.
  expect(await moversOn(shop, '2026-08-28')).toEqual([])
  const { out } = await shop.crm('tier', '--on', '2026-08-21')
  expect(out).toMatch(/Bob .*corrected by import .* 2\n/)
})

test('an old order that comes late corrects the earlier day; the first import of a ledger corrects nothing', async () => {
  const shop = emptyShop()
  await importOn(shop, '2026-08-01', ann, cid)
  await importOn(shop, '2026-08-20', bob)
  expect(await moversOn(shop, '2026-08-21')).toEqual(['Bob UA corrected 2'])
  expect(await moversOn(shop, '2026-08-05')).toEqual([])
})

test('who ordered and was corrected too has both told', async () => {
  const shop = emptyShop()
  await importOn(shop, '2026-08-20', ann, bob, cid)
  await importOn(
    shop,
    '2026-08-20',
    order('3', '2026-06-03', 'Cid', '60.00'),
    order('4', '2026-08-19', 'Cid', '2000.00'),
  )
  // 2060, 1000 and 900 of 3960: Bob begins at 77 %.
  expect(await moversOn(shop, '2026-08-21')).toEqual(['Cid CA ordered 2'])
})

test('the same again, and what was taken back, correct nothing', async () => {
  const shop = emptyShop()
  await importOn(shop, '2026-08-01', ann, bob, cid)
  await importOn(shop, '2026-08-20', ann, bob, cid)
  await importOn(shop, '2026-08-20', order('2', '2026-06-02', 'Bob', '90.00'))
  await shop.crm('undo')
  expect(await moversOn(shop, '2026-08-21')).toEqual([])
})

test('what a later import changes neither hides nor invents a move of the week before', async () => {
  const shop = emptyShop()
  await importOn(shop, '2026-08-01', ann, bob, cid)
  await importOn(shop, '2026-08-20', ann, order('2', '2026-06-02', 'Bob', '900.00', '850.00'), cid)
  await importOn(shop, '2026-08-30', order('2', '2026-06-02', 'Bob', '900.00', '850.01'))
  // 49.99 begins at 95.5 % today; without the import of the week it would be 899.99.
  expect(await moversOn(shop, '2026-08-21')).toEqual(['Bob AC corrected 2'])
  const other = emptyShop()
  await importOn(other, '2026-08-01', ann, bob, cid)
  await importOn(other, '2026-08-20', order('3', '2026-06-03', 'Cid', '50.01'))
  await importOn(other, '2026-08-30', order('2', '2026-06-02', 'Bob', '900.00', '850.00'))
  expect(await moversOn(other, '2026-08-21')).toEqual([])
})
