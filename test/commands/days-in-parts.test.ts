import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

interface Told {
  readonly files: readonly {
    readonly totals: readonly { readonly netMinor: number }[]
    readonly orders: { readonly inserted: number; readonly rejected: number }
  }[]
}

const command = ['import', 'sheet.csv', '--currency', 'CNY']

describe('a day that stands in three columns', () => {
  test.each([
    ['in Chinese', ['年,月,日,客户,金额', '2024,3,5,王芳,100', '2024,3,17,李雷,50']],
    ['with its signs', ['年份,月份,日,客户,金额', '2024年,3月,5日,王芳,100', '24年,3月,17日,李雷,50']],
    ['in English', ['Month,Day,Year,Customer,Amount', '3,5,2024,Ann,100', '3,17,2024,Bob,50']],
    [
      'beside an amount known by part of its name',
      ['Month,Day,Year,Customer,Amount USD', '3,5,2024,A,100', '3,17,24,B,50'],
    ],
    ['with months by name', ['Year,Month,Day,Customer,Amount', '2024,Mar,5,Ann,100', '2024,March,17,Bob,50']],
  ])('is the day of the sale: %s', async (_, lines) => {
    const shop = emptyShop()
    shop.write('sheet.csv', lines)
    const told = (await shop.json('import', 'sheet.csv')) as unknown as Told
    expect(told.files[0]!.totals).toMatchObject([{ netMinor: 15_000 }])
    const { rows } = await shop.json('list', '--sort', 'lastOrderOn')
    expect(rows.map((row) => row.lastOrderOn).sort()).toEqual(['2024-03-05', '2024-03-17'])
  })

  test('is told, its columns are not said to be unused, and its totals are passed over', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['年,月,日,客户,金额', '2024,3,5,王芳,100', '2024,3,17,李雷,50', '合计,,,,150'])
    const { out, err } = await shop.crm(...command, '--lang', 'zh')
    expect(out + err).toContain('下单日期由“年”“月”“日”三列合成')
    expect(out + err).not.toContain('没有用到的列')
    expect(out + err).toContain('略过的行：合计 1')
  })

  test('that the calendar does not have rejects its order, and the mended row is read', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['年,月,日,客户,金额', '2024,2,30,王芳,100', '2024,3,17,李雷,50', '2024,3,18,李雷,50'])
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([3, expect.stringContaining('"2024-2-30"')])
    shop.write('mended.csv', ['年,月,日,客户,金额', '2024,2,2024-02-29,王芳,100'])
    const told = (await shop.json('import', 'mended.csv', '--currency', 'CNY')) as unknown as Told
    expect(told.files[0]!.orders.inserted).toBe(1)
  })

  test('takes the year from the name of the file where no column has it', async () => {
    const shop = emptyShop()
    shop.write('销售2024.csv', ['月,日,客户,金额', '3,5,王芳,100'])
    const told = (await shop.json('import', '销售2024.csv', '--currency', 'CNY')) as unknown as Told
    expect(told.files[0]!.totals).toMatchObject([{ netMinor: 10_000 }])
    shop.write('销售.csv', ['月,日,客户,金额', '3,6,王芳,100', '3,7,王芳,100'])
    expect((await shop.crm('import', '销售.csv', '--lang', 'en')).err).toContain('the year')
  })

  test.each([
    ['2024 orders.csv', ['Month,Date,Customer,Amount', 'March,5,Ann,100', 'March,17,Bob,50']],
    ['2024年订单.csv', ['月份,日期,客户,金额', '3,5,王芳,100', '3月,17,李雷,50']],
    ['orders.csv', ['Month,Order Date,Customer,Amount', '2024-03,5,Ann,100', 'March 2024,17,Bob,50']],
    ['orders.csv', ['月份,日期,客户,金额', '2024-03-01,5,Ann,100', '2024-03-01,17,Bob,50']],
    ['2024.csv', ['Month,Date,Customer,Amount', 'April 2024,,,', '3,5,Ann,100', 'Page 1 of 1,,,', '3,17,Bob,50']],
  ])('may stand under a word for dates, beside its month: %s', async (name, lines) => {
    const shop = emptyShop()
    shop.write(name, lines)
    const told = (await shop.json('import', name, '--currency', 'CNY')) as unknown as Told
    expect(told.files[0]!.orders).toMatchObject({ inserted: 2, rejected: 0 })
    const { rows } = await shop.json('list', '--sort', 'lastOrderOn')
    expect(rows.map((row) => row.lastOrderOn).sort()).toEqual(['2024-03-05', '2024-03-17'])
  })

  test('under a word for dates asks for the year nothing names, and is none where each date is whole', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['Month,Date,Customer,Amount', 'March,5,Ann,100', 'March,17,Bob,50'])
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([3, expect.stringContaining('Put the year into the name of the file')])
    expect(err).toContain('a day without a year: "5 March"')
    shop.write('sheet.csv', ['Month,Date,Customer,Amount', 'March,2024-03-05,Ann,100', 'April,2024-04-01,Bob,50'])
    const told = (await shop.json(...command)) as unknown as Told
    expect(told.files[0]!.orders).toMatchObject({ inserted: 2, rejected: 0 })
  })

  test('is none beside a column that holds the day', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['日期,年,月,日,客户,金额', '2024-03-05,2023,1,1,王芳,100'])
    await shop.json(...command)
    const { rows } = await shop.json('list')
    expect(rows[0]!.lastOrderOn).toBe('2024-03-05')
  })

  test('is read again by the columns the seller names', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['年,月,日,客户,数', '2024,3,5,王芳,100'])
    const named = (await shop.json(...command, '--map', 'orderTotal=数', '--map', 'placedAt=日')) as unknown as Told
    expect(named.files[0]!.totals).toMatchObject([{ netMinor: 10_000 }])
    shop.write('sheet.csv', ['年,月,日,客户,数', '2024,3,6,王芳,200'])
    const again = (await shop.json(...command)) as unknown as Told
    expect(again.files[0]!.totals).toMatchObject([{ netMinor: 20_000 }])
  })
})

describe('a sheet with amounts and no day', () => {
  test.each([
    ['by part of the name', ['Customer,Amount USD', 'Ann,100', 'Bob,50']],
    ['with a month alone', ['年,月,客户,金额', '2024,3,王芳,100', '2024,3,李雷,50']],
  ])('is refused with a way on: %s', async (_, lines) => {
    const shop = emptyShop()
    shop.write('sheet.csv', lines)
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([65, expect.stringContaining('has no column that says when orders were placed')])
    expect(err).toContain('add a column named Date')
    expect((await shop.crm(...command, '--lang', 'zh')).err).toContain('加一列“日期”')
  })

  test('is a customer list where it tells sums of a life', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['Customer,Email,Total Spent', 'Ann,a@example.com,100', 'Bob,b@example.com,50'])
    expect((await shop.crm(...command)).code).toBe(0)
  })
})
