import { expect, test } from 'vitest'
import { emptyShop, type Shop } from '../commands/shop.js'

const NUMBERED = ['Order No,Date,Customer,Email,Total,Shop', '1,2026-03-01,Cy Moor,cy@mail-example.net,100.00,Main']

async function importAll(shop: Shop, ...files: readonly string[]): Promise<void> {
  for (const file of files) expect(await shop.crm('import', file), file).toMatchObject({ code: 0 })
}

function writeFiles(shop: Shop): void {
  shop.write('rows.csv', [
    'Date,Customer,Email,Total',
    '2026-03-01,Ada Winter,,10.00',
    '2026-03-02,Ben Frost,ben@mail-example.net,20.00',
  ])
  shop.write('rows-main.csv', [
    'Date,Customer,Email,Total,Shop',
    '2026-03-02,Ben Frost,ben@mail-example.net,20.00,Main',
  ])
  shop.write('points.csv', ['Email,Points,As of', 'ben@mail-example.net,120,2026-08-01'])
  shop.write(
    'numbered.csv',
    NUMBERED.map((line) => line.replace(/,[^,]*$/, '')),
  )
  shop.write('named.csv', NUMBERED)
}

const netOf = async (shop: Shop) =>
  Object.fromEntries((await shop.json('list')).rows.map(({ name, orders }) => [name, orders]))

test('files from before the shop had a name bring nothing new when they come again', async () => {
  const shop = emptyShop()
  writeFiles(shop)
  await importAll(shop, 'rows.csv', 'points.csv', 'numbered.csv', 'named.csv')
  const before = await netOf(shop)
  for (const file of ['rows.csv', 'points.csv', 'numbered.csv'])
    expect(await shop.json('import', file), file).toMatchObject({ batch: null })
  expect(await netOf(shop)).toEqual(before)
  expect(before).toEqual({ 'Ada Winter': 1, 'Ben Frost': 1, 'Cy Moor': 1 })
})

test('an order without a number that both shops have is one once they are', async () => {
  for (const files of [
    ['rows.csv', 'rows-main.csv', 'numbered.csv', 'named.csv'],
    ['named.csv', 'numbered.csv', 'rows-main.csv', 'rows.csv'],
  ]) {
    const shop = emptyShop()
    writeFiles(shop)
    for (const file of files) {
      const isNameless = file === 'rows.csv' || file === 'numbered.csv'
      const asNameless = isNameless && files[0] === 'rows.csv' ? ['--shop', ''] : []
      expect(await shop.crm('import', file, ...asNameless), file).toMatchObject({ code: 0 })
    }
    expect(await netOf(shop), files.join(' ')).toEqual({ 'Ada Winter': 1, 'Ben Frost': 1, 'Cy Moor': 1 })
  }
})

test('what was decided of customers of a shop without a name goes on when it has one, also who referred whom', async () => {
  const shop = emptyShop()
  writeFiles(shop)
  await importAll(shop, 'rows.csv', 'numbered.csv')
  await shop.crm('edit', 'Ada Winter', '--tier', 'A', '--reason', 'knows everybody')
  await shop.crm('edit', 'Cy Moor', '--referrer', 'Ada Winter')
  await importAll(shop, 'named.csv')
  const { handTier } = (await shop.json('show', 'Ada Winter')).summary.grades as Record<string, unknown>
  const { referrer } = (await shop.json('show', 'Cy Moor')).summary.grades as Record<string, unknown>
  expect([handTier, referrer]).toEqual(['A', (await shop.json('show', 'Ada Winter')).summary.customer])
})
