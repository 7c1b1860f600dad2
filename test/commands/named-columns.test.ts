import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { column, emptyShop, type Shop } from './shop.js'

const HEAD = 'Wann,Wer,Kosten,Bem'
const rows = ['2026-08-01,Ann Lee,19.90,x', '2026-08-02,Bo Berg,9.95,y']
const named = ['--map', 'placedAt=Wann', '--map', 'buyerName=Wer', '--map', 'orderTotal=Kosten']

async function shopWithNames(): Promise<Shop> {
  const shop = emptyShop()
  shop.write('august.csv', [HEAD, ...rows])
  expect((await shop.crm('import', 'august.csv', ...named)).code).toBe(0)
  shop.write('september.csv', ['Kosten,Wer,Bem,Wann', '5.00,Ann Lee,z,2026-08-30'])
  return shop
}

test('columns named once are taken so in later files with the same headers in any order, and it is said', async () => {
  const shop = await shopWithNames()
  const { code, out } = await shop.crm('import', 'september.csv')
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('columns as you named them on 2026-09-01: order date ← Wann'),
  ])
  expect(out).toContain('orders: 1 new')
  const { summary } = await shop.json('formats', 'september.csv')
  expect(summary).toMatchObject({ sheets: [{ remembered: 1 }] })
})

test.each([
  ['en', named],
  ['zh', named],
  ['en', ['--map', 'placedAt=#1', '--map', 'buyerName=#2', '--map', 'orderTotal=#3']],
])(
  'rows rejected by such an import are corrected and imported without naming the columns again (%s)',
  async (lang, map) => {
    const shop = emptyShop()
    shop.write('august.csv', [HEAD, ...rows, '2026-08-03,Cy Lang,soon,z'])
    expect((await shop.crm('import', 'august.csv', ...map, '--lang', lang)).code).toBe(3)
    const file = join(shop.dir, 'august.rejected.xlsx')
    const book = read(readFileSync(file))
    utils.sheet_add_aoa(book.Sheets[book.SheetNames[0]!]!, [['7.50']], { origin: 'C2' })
    writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }))
    const { code, out } = await shop.crm('import', 'august.rejected.xlsx')
    expect(code).toBe(0)
    expect(out).toContain('columns not used: Bem\n')
    expect(out).toContain('orders: 1 new')
    expect(out).toContain('net 7.50')
  },
)

test('a file with other headers is not touched by them', async () => {
  const shop = await shopWithNames()
  shop.write('other.csv', ['Kosten,Wer,Bem,Wann,Ort7', '5.00,Ann Lee,z,2026-08-30,q'])
  expect((await shop.crm('import', 'other.csv')).code).toBe(65)
})

test('another --map counts instead, and from then on', async () => {
  const shop = await shopWithNames()
  const again = ['--map', 'placedAt=Wann', '--map', 'buyerName=Bem', '--map', 'orderTotal=Kosten']
  expect((await shop.crm('import', 'september.csv', ...again)).out).not.toContain('as you named them on')
  expect(column(await shop.json('formats', '--saved'), 'columns')).toEqual([
    'order date ← Wann, customer name ← Bem, order amount ← Kosten',
  ])
})

test('undo of the import takes the names back, redo brings them again', async () => {
  const shop = await shopWithNames()
  await shop.crm('undo')
  expect((await shop.json('formats', '--saved')).rows).toEqual([])
  expect((await shop.crm('import', 'september.csv')).code).toBe(65)
  await shop.crm('undo', '--redo', '1')
  expect((await shop.crm('import', 'september.csv')).code).toBe(0)
})

test('names can be forgotten, which can be taken back as well', async () => {
  const shop = await shopWithNames()
  expect((await shop.crm('formats', '--forget', '9')).code).toBe(1)
  expect((await shop.crm('formats', '--forget', '1', '--dry-run')).code).toBe(0)
  expect((await shop.json('formats', '--saved')).rows).toHaveLength(1)
  expect((await shop.crm('formats', '--forget', '1')).code).toBe(0)
  expect((await shop.json('formats', '--saved')).rows).toEqual([])
  expect((await shop.crm('import', 'september.csv')).code).toBe(65)
  await shop.crm('undo')
  expect((await shop.crm('import', 'september.csv')).code).toBe(0)
})

test('a column named by its place is where it was, or the name is not used', async () => {
  const shop = emptyShop()
  const byPlace = ['--map', 'placedAt=#1', '--map', 'buyerName=#2', '--map', 'orderTotal=#3']
  shop.write('a.csv', ['X,X,Kosten', '2026-08-01,Ann Lee,19.90'])
  expect((await shop.crm('import', 'a.csv', ...byPlace)).code).toBe(0)
  shop.write('same.csv', ['X,X,Kosten', '2026-08-03,Ann Lee,2.90'])
  shop.write('moved.csv', ['Kosten,X,X', '2.90,2026-08-04,Ann Lee'])
  expect((await shop.crm('import', 'same.csv')).code).toBe(0)
  expect((await shop.crm('import', 'moved.csv')).code).toBe(65)
})

test('a dry run keeps nothing', async () => {
  const shop = emptyShop()
  shop.write('august.csv', [HEAD, ...rows])
  await shop.crm('import', 'august.csv', ...named, '--dry-run')
  expect((await shop.json('formats', '--saved')).rows).toEqual([])
})
