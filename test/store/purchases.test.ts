import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Purchases } from '../../src/core/purchases.js'
import type { Snapshot } from '../../src/core/snapshot.js'
import { dayOf } from '../../src/core/values/business-date.js'
import { openLedger } from '../../src/store/ledger.js'
import { loadSnapshot } from '../../src/store/snapshot.js'
import { makeWorld, type World } from '../support/world.js'

const header = 'Order ID,Order Date,Status,Customer,Email,SKU,Item name,Qty,Line total'

async function worldOf(...files: (readonly string[])[]): Promise<World> {
  const world = makeWorld()
  for (const [at, rows] of files.entries()) {
    writeFileSync(join(world.folder, `orders-${at}.csv`), `${[header, ...rows].join('\n')}\n`)
    const { code, stderr } = await world.crm('import', `orders-${at}.csv`, '--currency', 'USD')
    if (code !== 0) throw new Error(stderr)
  }
  return world
}

/** A snapshot with its lines read. */
type Read = Omit<Snapshot, 'purchases'> & { readonly purchases: Purchases }

function load(world: World): Read {
  const ledger = openLedger(join(world.folder, 'crm.db'), { isReadOnly: true })
  const { purchases, ...snapshot } = loadSnapshot(ledger)
  const lines = purchases!()
  expect(purchases!()).toBe(lines)
  ledger.close()
  return { ...snapshot, purchases: lines }
}

/** Everybody's lines as `day SKU name quantity #order`, by name; orders are counted anew for each. */
function linesOf({ customers, purchases }: Read): Record<string, string[]> {
  const { products, start, day, product, quantity, order } = purchases
  return Object.fromEntries(
    customers.map(({ name }, customer) => {
      const at = Array.from({ length: start[customer + 1]! - start[customer]! }, (_, i) => start[customer]! + i)
      const line = (i: number) => {
        const { sku, name: called } = products[product[i]!]!
        return `${day[i]! - dayOf('2026-01-01')} ${sku} ${called} ${quantity[i]} #${order[i]! - order[at[0]!]!}`
      }
      return [name, at.map(line)]
    }),
  )
}

describe('what was bought', () => {
  test('the lines of counted orders, by customer and in order of days', async () => {
    const world = await worldOf([
      '2,2026-01-09,paid,Ann,ann@example.com,POT,Pot,2,40',
      '1,2026-01-02,paid,Ann,ann@example.com,CUP,Cup,3,9',
      '1,2026-01-02,paid,Ann,ann@example.com,POT,Pot,1,20',
      '3,2026-01-05,cancelled,Ann,ann@example.com,CUP,Cup,5,15',
      '4,2026-01-03,pending,Bob,bob@example.com,CUP,Cup,5,15',
      '5,2026-01-04,paid,Cid,cid@example.com,CUP,Cup,0.5,2',
      '5,2026-01-04,paid,Cid,cid@example.com,POT,Pot,5000,9000',
      '5,2026-01-04,paid,Cid,cid@example.com,LID,Lid,,3',
    ])
    expect(linesOf(load(world))).toEqual({
      Ann: ['1 CUP Cup 3 #0', '1 POT Pot 1 #0', '8 POT Pot 2 #1'],
      Bob: [],
      Cid: ['3 CUP Cup 0.5 #0', '3 POT Pot 5000 #0', '3 LID Lid 1 #0'],
    })
  })

  test('one SKU is one product by its newest name; without SKU a product goes by its name', async () => {
    const world = await worldOf(
      [
        '1,2026-02-02,paid,Ann,ann@example.com,CUP,Cup with handle,1,9',
        '1,2026-02-02,paid,Ann,ann@example.com,,Saucer,1,2',
      ],
      ['2,2026-01-02,paid,Ann,ann@example.com,CUP,Old cup,1,9', '3,2026-03-02,paid,Ann,ann@example.com,CUP,,1,9'],
    )
    const { products } = load(world).purchases
    expect(products).toEqual([
      { sku: '', name: 'Saucer' },
      { sku: 'CUP', name: 'Cup with handle' },
    ])
  })

  test('postage and make-up payments are no products; a line without a quantity is one piece, one of zero none', async () => {
    const world = await worldOf([
      '1,2026-01-02,paid,Ann,ann@example.com,POST,POSTAGE,1,9',
      '1,2026-01-02,paid,Ann,ann@example.com,BCJ,补差价,5,5',
      '1,2026-01-02,paid,Ann,ann@example.com,CUP,Cup,,9',
      '1,2026-01-02,paid,Ann,ann@example.com,POT,Pot,0,0',
    ])
    expect(linesOf(load(world))).toEqual({ Ann: ['1 CUP Cup 1 #0'] })
  })

  test('an import that was taken back, and the older state of an order, are not in it', async () => {
    const world = await worldOf(
      ['1,2026-01-02,paid,Ann,ann@example.com,CUP,Cup,1,9'],
      ['1,2026-01-02,paid,Ann,ann@example.com,CUP,Cup,4,36'],
      ['2,2026-01-03,paid,Ann,ann@example.com,POT,Pot,1,20'],
    )
    expect(linesOf(load(world)).Ann).toEqual(['1 CUP Cup 4 #0', '2 POT Pot 1 #1'])
    expect((await world.crm('undo')).code).toBe(0)
    expect(linesOf(load(world)).Ann).toEqual(['1 CUP Cup 4 #0'])
  })

  test('stands at the positions of the snapshot: every line on a day with a counted order of that customer', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const buyer = `b${(i * 7) % 23}`
      return `${i},2026-01-${String(1 + ((i * 5) % 28)).padStart(2, '0')},paid,${buyer},${buyer}@example.com,S${i % 9},Item ${i % 9},1,9`
    })
    const snapshot = load(await worldOf(rows))
    const { orders, purchases } = snapshot
    const days = (column: { start: Int32Array; day: Int32Array }, customer: number) => [
      ...column.day.subarray(column.start[customer], column.start[customer + 1]),
    ]
    for (const customer of snapshot.customers.keys()) expect(days(purchases, customer)).toEqual(days(orders, customer))
    expect(purchases.day.length).toBe(60)
  })

  test('a ledger without lines has none', async () => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'plain.csv'), 'Order Date,Customer,Amount\n2026-01-02,Ann,9\n')
    expect((await world.crm('import', 'plain.csv', '--currency', 'USD')).code).toBe(0)
    const { products, day } = load(world).purchases
    expect([products.length, day.length]).toEqual([0, 0])
  })
})
