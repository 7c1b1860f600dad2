import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { makeWorld } from '../support/world.js'

const transactions = [
  'Date,Time,Time Zone,Gross Sales,Net Sales,Tax,Tip,Total Collected,Fees,Transaction ID,Payment ID,Event Type,Customer ID,Customer Name,Transaction Status',
  '08/13/2026,09:15:00,UTC,$20.00,$20.00,$1.60,$3.00,$24.60,-$0.94,S1,P1,Payment,C1,Ann Example,Complete',
  '08/14/2026,09:15:00,UTC,$9.00,$9.00,$0.72,$0.00,$9.72,-$0.40,S2,P2,Payment,,,Complete',
  '08/15/2026,10:00:00,UTC,-$5.00,-$5.00,-$0.40,$0.00,-$5.40,$0.00,S1,P3,Refund,C1,Ann Example,Complete',
]

const items = [
  'Date,Time,Time Zone,Item,Qty,Price Point Name,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Event Type,Customer ID,Customer Name,Itemization Type',
  '08/13/2026,09:15:00,UTC,Beans,3.0,Regular,$15.00,$0.00,$15.00,$1.20,S1,P1,Payment,C1,Ann Example,Physical Good',
  '08/13/2026,09:15:00,UTC,Cup,1.0,Regular,$5.00,$0.00,$5.00,$0.40,S1,P1,Payment,C1,Ann Example,Physical Good',
  '08/14/2026,09:15:00,UTC,Mug,1.0,Regular,$9.00,$0.00,$9.00,$0.72,S2,P2,Payment,,,Physical Good',
  '08/15/2026,10:00:00,UTC,Cup,-1.0,Regular,-$5.00,$0.00,-$5.00,-$0.40,S1,P3,Refund,C1,Ann Example,Physical Good',
]

const files = { 'transactions.csv': transactions, 'items.csv': items }

async function shopOf(...names: readonly (keyof typeof files)[]) {
  const world = makeWorld()
  for (const name of names) {
    writeFileSync(join(world.folder, name), `${files[name].join('\n')}\n`)
    const { code, stderr } = await world.crm('import', name)
    if (code !== 0) throw new Error(stderr)
  }
  return { world, dump: dumpLedger(join(world.folder, 'crm.db')) }
}

test('transactions and items give the same ledger in either order', async () => {
  const one = await shopOf('transactions.csv', 'items.csv')
  const other = await shopOf('items.csv', 'transactions.csv')
  expect(other.dump).toEqual(one.dump)
})

test('what was collected is the total, tip and tax with it; the items are the lines; a refund is taken off once', async () => {
  const { world, dump } = await shopOf('items.csv', 'transactions.csv')
  const { rows } = (await world.crm('list', '--json')).json<{ rows: readonly Record<string, unknown>[] }>()
  // 24.60 − 5.40
  expect(rows.map(({ name, orders, netMinor }) => [name, orders, netMinor])).toEqual([['Ann Example', 1, 1920]])
  const orders = dump.orders as readonly { number: string; total_minor: number; fee_minor: number; lines: string }[]
  expect(
    orders.map(({ number, total_minor, fee_minor, lines }) => [
      ...[number, total_minor, fee_minor],
      (JSON.parse(lines) as string[]).length,
    ]),
  ).toEqual([
    ['S1', 2460, 94, 2],
    ['S2', 972, 40, 1],
  ])
})
