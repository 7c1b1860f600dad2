import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld } from '../support/world.js'

async function refused(...rows: readonly string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'sheet.csv'), rows.join('\n'))
  return world.crm('import', 'sheet.csv')
}

describe('the command line a refusal suggests never names what is left after each row as the amount', () => {
  test.each(['Balance', '余额', 'Saldo', 'Solde', '残高', 'Running balance'])('%s beside another', async (balance) => {
    const { code, stderr } = await refused(
      `Date,Customer,Wert,${balance}`,
      '2026-03-01,Ann Lee,20,120',
      '2026-03-02,Bob Ray,30,150',
    )
    expect(code).toBe(65)
    expect(stderr).toContain('--map orderTotal="Wert"')
  })

  test.each(['Balance', '余额', 'Saldo', 'Solde', '残高'])('%s alone: there is no amount', async (balance) => {
    for (const day of ['Date', 'Gekauft']) {
      const { code, stderr, stdout } = await refused(
        `${day},Customer,${balance}`,
        '2026-03-01,Ann Lee,120.00',
        '2026-03-02,Bob Ray,150.00',
      )
      expect(stderr + stdout).not.toContain(`orderTotal="${balance}"`)
      if (day === 'Date') expect([code, stderr]).toEqual([65, expect.stringContaining('--map orderTotal="…"')])
    }
  })
})

describe('what a refusal suggests does no harm when it is typed', () => {
  test.each([
    ['what goes out', '日期,摘要,支出,余额', '2026-03-01,房租,500,600', '支出'],
    [
      'its unit besides',
      '日期,摘要,支出金额（-元）,账户余额（元）',
      '2026-03-01,房租,500.00,600.00',
      '支出金额（-元）',
    ],
    ['what goes out in English', 'Date,Memo,Account,Debit', '2026-03-01,Rent,Bank,500.00', 'Debit'],
    [
      'a sum of a life',
      'Customer,Phone number,Total Spent,First Visit',
      'Ann,+14155550101,5.00,2026-01-02',
      'Total Spent',
    ],
  ])('%s is no amount of a sale', async (_, header, row, column) => {
    const { stderr, stdout } = await refused(header, row, row.replace('5', '7'))
    expect(stdout + stderr).not.toContain(`="${column}"`)
    expect(stdout + stderr).not.toContain('="First Visit"')
  })

  test.each(['摘要', '结算账户', '售后状态', '供应商', 'Type', 'Account'])(
    '%s names nobody who buys',
    async (column) => {
      const { code, stderr } = await refused(
        `下单日期,Wert,${column}`,
        '2026-03-01,20,王芳货款',
        '2026-03-02,30,李雷货款',
      )
      expect([code, stderr]).toEqual([65, expect.stringContaining('--map orderTotal="Wert"')])
      expect(stderr).not.toContain('buyerName')
    },
  )

  test('what no column looks like is named, in both languages; without a column to name there is no command', async () => {
    const purchases = [
      '日期,品名,数量,单价,金额,供应商',
      '2026-03-01,茶叶,100,10,1000,茶厂',
      '2026-03-05,纸箱,50,2,100,纸厂',
    ]
    const { code, stderr } = await refused(...purchases)
    expect([code, stderr]).toEqual([65, expect.stringContaining('No column is seen for: customer name')])
    expect(stderr).not.toContain('crm import')
    const world = makeWorld()
    writeFileSync(join(world.folder, 'sheet.csv'), purchases.join('\n'))
    expect((await world.crm('import', 'sheet.csv', '--lang', 'zh')).stderr).toContain('没有看到合适的列：')
  })
})
