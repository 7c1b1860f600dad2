import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportJson, makeWorld, type World } from '../support/world.js'

const orders = [
  '订单编号,日期,客户,电话,金额',
  'B1,2026-03-01,王芳,13800010001,100',
  'B2,2026-03-02,李雷,13800010002,50',
]

function write(world: World, name: string, rows: readonly string[]): string {
  writeFileSync(join(world.folder, name), rows.join('\n'))
  return name
}

async function net(world: World): Promise<number> {
  const { rows } = (await world.crm('list', '--json')).json<{ rows: readonly { netMinor: number }[] }>()
  return rows.reduce((sum, { netMinor }) => sum + netMinor, 0)
}

describe('a list of refunds', () => {
  const head = '售后单号,订单编号,申请时间,退款金额,售后状态'
  test.each([
    ['退款成功', 12000, {}],
    ['已退款', 12000, {}],
    ['退款完成，交易关闭', 15000 - 3000, {}],
    ['退款关闭', 15000, { 'refund-closed': 1 }],
    ['已取消', 15000, { 'refund-closed': 1 }],
    ['买家撤销', 15000, { 'refund-closed': 1 }],
    ['等待买家退货', 15000, { 'refund-open': 1 }],
    ['退款中', 15000, { 'refund-open': 1 }],
    ['待处理', 15000, { 'refund-open': 1 }],
    ['已退货待退款', 15000, { 'refund-open': 1 }],
  ] as const)('%s', async (state, expected, skipped) => {
    const world = makeWorld()
    write(world, 'refunds.csv', [head, `SH1,B1,2026-03-10,30,${state}`])
    await world.crm('import', write(world, 'orders.csv', orders))
    const { files } = (await world.crm('import', 'refunds.csv', '--json')).json<ImportJson>()
    expect(files[0]).toMatchObject({ format: 'refund-sheet', skipped })
    expect(await net(world)).toBe(expected)
  })

  test('says what became of those it does not take off; one that is open is taken off once it is given', async () => {
    const world = makeWorld()
    await world.crm('import', write(world, 'orders.csv', orders))
    const rows = (state: string) => [head, 'SH1,B1,2026-03-10,30,退款关闭', `SH2,B2,2026-03-10,50,${state}`]
    const { stdout } = await world.crm('import', write(world, 'refunds.csv', rows('退款中')))
    expect(stdout).toContain('refund refused or withdrawn, nothing given back 1')
    expect(stdout).toContain('refund not given back yet, not taken off (import the sheet again when it is) 1')
    expect(stdout).not.toContain('columns not used')
    expect(await net(world)).toBe(15000)
    await world.crm('import', write(world, 'later.csv', rows('退款成功')))
    expect(await net(world)).toBe(10000)
  })

  test('two refunds of one order are both taken off', async () => {
    const world = makeWorld()
    await world.crm('import', write(world, 'orders.csv', orders))
    await world.crm(
      'import',
      write(world, 'refunds.csv', [head, 'S1,B1,2026-03-10,20,退款成功', 'S2,B1,2026-03-11,20,退款成功']),
    )
    expect(await net(world)).toBe(11000)
  })
})

test('a sheet of orders with the state of its refunds takes off what was given back, and names the rest', async () => {
  const world = makeWorld()
  const rows = [
    'B1,2026-03-01,王芳,100,20,退款成功',
    'B2,2026-03-02,李雷,50,50,退款关闭',
    'B3,2026-03-02,赵敏,60,0,退款中',
  ]
  const file = write(world, 'orders.csv', ['订单编号,日期,客户,金额,退款金额,退款状态', ...rows])
  const { stderr } = await world.crm('import', file)
  expect(stderr).toContain('row 3 › 退款状态: the refund beside it is "退款关闭": not taken off')
  expect(stderr).not.toContain('row 4')
  expect(await net(world)).toBe(8000 + 5000 + 6000)
})

describe('a till’s list with what was paid, given back and left', () => {
  const head = '收款时间,收款方式,订单号,顾客,收款金额,退款金额,实收金额,状态'
  const totals = async (...rows: readonly string[]) => {
    const world = makeWorld()
    const { files } = (await world.crm('import', write(world, 'till.csv', rows), '--json')).json<ImportJson>()
    return files[0]!.totals[0]
  }

  test('counts what was paid, and takes the refund off once', async () => {
    const rows = [
      '2026-03-01 10:00:00,微信,P1,王芳,100.00,0.00,99.40,收款成功',
      '2026-03-02 10:00:00,支付宝,P2,李雷,50.00,50.00,0.00,已退款',
      '2026-03-03 10:00:00,微信,P3,,30.00,5.00,24.82,部分退款',
    ]
    expect(await totals(head, ...rows)).toMatchObject({ grossMinor: 18000, refundMinor: 5500, netMinor: 12500 })
  })

  test('counts what came in where that has no refund taken off', async () => {
    const rows = [
      '2026-03-01,微信,P1,王芳,100.00,0.00,90.00,完成',
      '2026-03-02,微信,P2,李雷,50.00,10.00,45.00,部分退款',
    ]
    expect(await totals(head, ...rows)).toMatchObject({ grossMinor: 13500, refundMinor: 1000 })
  })
})
