import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ImportJson, makeWorld, type World } from '../support/world.js'

async function take(world: World, name: string, ...lines: string[]): Promise<{ code: number; told: ImportJson }> {
  writeFileSync(join(world.folder, name), `${lines.join('\n')}\n`)
  const ran = await world.crm('import', name, '--json')
  return { code: ran.code, told: ran.json<ImportJson>() }
}

async function nets(world: World): Promise<Record<string, unknown>> {
  const { rows } = (await world.crm('tier', '--all', '--json')).json<{ rows: Record<string, unknown>[] }>()
  return Object.fromEntries(rows.map((row) => [row.name, row.valueMinor]))
}

const head = 'Order,Date,Customer,Email,Total,Status'
const sale = ['H9,2026-08-03,Kim,kim@example.com,60.00,paid']

test.each(['refund', 'money back', '退差价'])(
  'a row below zero with the status "%s" is taken off its order, in either order',
  async (word) => {
    const refund = [head, `H9,2026-08-13,Kim,kim@example.com,-9.00,${word}`]
    for (const files of [
      [[head, ...sale], refund],
      [refund, [head, ...sale]],
    ]) {
      const world = makeWorld()
      for (const [index, lines] of files.entries()) await take(world, `${index}.csv`, ...lines)
      expect(await nets(world)).toEqual({ Kim: 5100 })
    }
  },
)

test('a refund row without an order number lowers the net on its own day, also where other rows have numbers (R2)', async () => {
  const world = makeWorld()
  const { code, told } = await take(world, 'a.csv', head, ...sale, ',2026-08-14,Kim,kim@example.com,-5.00,refunded')
  expect([code, told.files[0]!.orders.rejected]).toEqual([0, 0])
  expect(await nets(world)).toEqual({ Kim: 5500 })
  const missing = await take(world, 'b.csv', head, ...sale, ',2026-08-15,Kim,kim@example.com,5.00,paid')
  expect([missing.code, missing.told.files[0]!.orders.rejected]).toEqual([3, 1])
})

test('a number and what was given back, without the amount, is a refund of that order', async () => {
  const columns = '订单号,日期,客户姓名,电话,金额,退款'
  const order = [columns, 'H9,2026-08-03,王芳,13800138001,60,']
  const refund = [columns, 'H9,2026-08-13,王芳,13800138001,,9']
  for (const files of [
    [order, refund],
    [refund, order],
  ]) {
    const world = makeWorld()
    for (const [index, lines] of files.entries()) expect((await take(world, `${index}.csv`, ...lines)).code).toBe(0)
    expect(await nets(world)).toEqual({ 王芳: 5100 })
  }
})

test('a sheet of refunds alone is read as refunds', async () => {
  const world = makeWorld()
  await take(world, 'a.csv', 'Order number,Date,Email,Total,Currency', '1006,2026-08-01,eve@example.com,80,USD')
  const refunds = ['1006,2026-08-20,eve@example.com,50.00,USD', ',2026-08-21,eve@example.com,5.00,USD']
  const { code } = await take(world, 'b.csv', 'Order number,Refund date,Email,Refund amount,Currency', ...refunds)
  expect(code).toBe(0)
  const { rows } = (await world.crm('tier', '--all', '--json')).json<{ rows: Record<string, unknown>[] }>()
  expect(rows.map(({ valueMinor }) => valueMinor)).toEqual([2500])
})

test('the base currency stays that of the rates given', async () => {
  const world = makeWorld()
  await take(world, 'a.csv', '日期,客户,金额(元)', '2026-08-01,甲,100', '2026-08-02,乙,50')
  await world.crm('rates', 'set', 'USD=7.1')
  await take(world, 'b.csv', '日期,客户,金额(USD)', '2026-08-03,丙,10', '2026-08-04,丙,10', '2026-08-05,丙,10')
  expect(await nets(world)).toEqual({ 甲: 10000, 乙: 5000, 丙: 21300 })
})
