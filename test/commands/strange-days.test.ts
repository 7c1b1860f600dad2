import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

/** The days of the orders of a file, by customer. */
async function daysIn(shop: Shop, file: string, ...options: readonly string[]): Promise<Record<string, string>> {
  await shop.crm('import', file, ...options)
  const { rows } = await shop.json('list')
  return Object.fromEntries(rows.map((row) => [row.name, row.lastOrderOn])) as Record<string, string>
}

async function workbook(shop: Shop, file: string, sheet: string, rows: readonly (readonly unknown[])[]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet(sheet).addRows(rows.map((row) => [...row]))
  await book.xlsx.writeFile(join(shop.dir, file))
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

describe('dates of which the spreadsheet program has understood only some', () => {
  const header = ['Order No', 'Date', 'Customer', 'Total (EUR)']

  test('are swapped back where the texts beside them show it, and each is told', async () => {
    const shop = emptyShop()
    await workbook(shop, 'orders.xlsx', 'S', [
      header,
      ['A1', utc('2024-05-03'), 'Ann', 100],
      ['A2', '17/03/2024', 'Bob', 50],
      ['A3', '23/03/2024', 'Cid', 20],
      ['A4', utc('2024-01-04'), 'Di', 10],
    ])
    const { code, err } = await shop.crm('import', 'orders.xlsx')
    expect(code).toBe(0)
    expect(err).toContain(
      'row 2 › Date: day and month were swapped by the spreadsheet program: 2024-05-03 taken as 2024-03-05',
    )
    expect(err).toContain('row 5 › Date')
    expect(await daysIn(shop, 'orders.xlsx')).toEqual({
      ...{ Ann: '2024-03-05', Bob: '2024-03-17', Cid: '2024-03-23', Di: '2024-04-01' },
    })
  })

  test.each([
    ['month first, read as day first', ['2024-05-03', '3/17/2024', '3/23/2024'], '2024-03-05'],
    ['in a file Excel saved, year first', ['2024/5/3', '17/03/2024', '23/03/2024'], '2024-03-05'],
    ['in a file Excel saved, with the name of the month', ['3-May-24', '17/03/2024', '23/03/2024'], '2024-03-05'],
    ['with times', ['2024/5/3 10:22', '17/03/2024 09:10', '23/03/2024 08:00'], '2024-03-05'],
    ['as the number of the day', ['45415', '17/03/2024', '23/03/2024'], '2024-03-05'],
  ])('%s', async (_, [first, ...others], day) => {
    const shop = emptyShop()
    const rows = others.map((text, at) => `A${at},${text},Bob ${at},50`)
    shop.write('orders.csv', [header.join(','), `A9,${first},Ann,100`, ...rows])
    expect(await daysIn(shop, 'orders.csv')).toEqual({ Ann: day, 'Bob 0': '2024-03-17', 'Bob 1': '2024-03-23' })
  })

  test.each([
    ['a true date after the 12th', ['2024-05-03', '2024-05-13', '17/03/2024']],
    ['a text that could have been understood', ['2024-05-03', '05/03/2024', '17/03/2024']],
    ['texts with points', ['2024-05-03', '17.03.2024', '23.03.2024']],
    ['a date written by hand', ['2024年5月3日', '17/03/2024', '23/03/2024']],
  ])('%s: they are right', async (_, [first, ...others]) => {
    const shop = emptyShop()
    const rows = others.map((text, at) => `A${at},${text},Bob ${at},50`)
    shop.write('orders.csv', [header.join(','), `A9,${first},Ann,100`, ...rows])
    expect(await daysIn(shop, 'orders.csv')).toMatchObject({ Ann: '2024-05-03' })
  })

  test('where both readings are as likely the seller is asked, and both answers are there', async () => {
    const shop = emptyShop()
    const rows = (text: string) => [
      header.join(','),
      'A1,2024-03-04,Ann,100',
      `A2,${text},Bob,50`,
      'A3,2024-02-03,Cid,20',
    ]
    shop.write('orders.csv', rows('14/03/2024'))
    const { code, err } = await shop.crm('import', 'orders.csv')
    expect(code).toBe(65)
    expect(err).toContain('(2024-03-04, 2024-02-03, 14/03/2024)')
    expect((await shop.crm('formats', 'orders.csv')).out).toContain('day and month swapped?')
    expect(await daysIn(shop, 'orders.csv', '--date-order', 'dmy')).toEqual({
      ...{ Ann: '2024-04-03', Bob: '2024-03-14', Cid: '2024-03-02' },
    })
    await shop.crm('undo')
    shop.write('orders.csv', rows('2024-03-14'))
    expect(await daysIn(shop, 'orders.csv')).toEqual({
      ...{ Ann: '2024-03-04', Bob: '2024-03-14', Cid: '2024-02-03' },
    })
  })

  test.each([
    ['in order as they stand', ['2024-01-05', '2024-02-08', '2024-03-09', '2024-04-02', '2024-05-07', '20/05/2024']],
    ['of one day of the month', ['2024-05-05', '2024-02-05', '2024-04-05', '2024-01-05', '2024-03-05', '15/06/2024']],
    ['nearer to each other as they stand', ['2024-03-08', '17/03/2024', '2024-03-05']],
  ])('true dates %s are right, and nothing is asked', async (_, days) => {
    const shop = emptyShop()
    shop.write('orders.csv', [header.join(','), ...days.map((day, at) => `A${at},${day},C${at},10`)])
    const iso = (day: string) => day.replace(/^(\d+)\/(\d+)\/(\d+)$/, '$3-$2-$1')
    expect(Object.values(await daysIn(shop, 'orders.csv')).sort()).toEqual(days.map(iso).sort())
  })
})

describe('a sheet of one month', () => {
  const header = ['日期', '客户', '金额']

  test.each([
    ['2024年1月', ['12月30日', '1月3日'], ['2023-12-30', '2024-01-03']],
    ['2024年1月', ['12/30', '1/3'], ['2023-12-30', '2024-01-03']],
    ['Jan 2024', ['30 Dec', '3 Jan'], ['2023-12-30', '2024-01-03']],
    ['2024年12月', ['12月30日', '1月3日'], ['2024-12-30', '2025-01-03']],
    // More than a month: a list of the year.
    ['2024年12月', ['1月3日', '6月3日', '12月3日'], ['2024-01-03', '2024-06-03', '2024-12-03']],
    ['2024年', ['12月30日', '1月3日'], ['2024-12-30', '2024-01-03']],
  ])('%s: %j', async (sheet, texts, days) => {
    const shop = emptyShop()
    await workbook(shop, '账.xlsx', sheet, [header, ...texts.map((text, at) => [text, `客${at}`, 100])])
    const expected = Object.fromEntries(days.map((day, at) => [`客${at}`, day]))
    expect(await daysIn(shop, '账.xlsx')).toEqual(expected)
  })

  test('says which days it has put into another year', async () => {
    const shop = emptyShop()
    await workbook(shop, '账.xlsx', '2024年1月', [header, ['12月30日', '王芳', 100], ['1月3日', '李雷', 20]])
    const { err } = await shop.crm('import', '账.xlsx', '--lang', 'zh')
    expect(err).toContain('“12月30日”与表的月份隔着年，按 2023-12-30 计入')
    expect(err).not.toContain('1月3日”')
  })
})

describe('years counted otherwise', () => {
  const read = async (header: string, texts: readonly string[], file = 'orders.csv') => {
    const shop = emptyShop()
    shop.write(file, [header, ...texts.map((text, at) => `"${text}",C${at},1${at}`)])
    return { shop, days: Object.values(await daysIn(shop, file)) }
  }

  test.each([
    ['日期,客戶,金額', ['113/03/05', '113/03/17']],
    ['日期,客戶,金額', ['民國113年3月5日', '113.3.17']],
    ['日期,客户,金额', ['民国113年3月5日', '民国113/3/17']],
    ['日期,客戶,金額', ['1130305', '113年3月17日']],
    ['注文日,お客様名,合計金額', ['令和6年3月5日', 'R6.3.17']],
    ['日期,客户,金额', ['２０２４年３月５日', '２０２４／３／１７']],
    ['Date,Customer,Total', ['０５/０３/２０２４', '１７/０３/２０２４']],
    ['วันที่,ชื่อลูกค้า,ยอดรวม', ['5/3/2567', '17/3/2567']],
    ['วันที่,ชื่อลูกค้า,ยอดรวม', ['2567-03-05', '2567-03-17']],
  ])('%s: %j', async (header, texts) => {
    expect((await read(header, texts)).days.sort()).toEqual(['2024-03-05', '2024-03-17'])
  })

  test('the leap day of a Buddhist year is one', async () => {
    expect((await read('Date,Customer,Total', ['29/2/2567'])).days).toEqual(['2024-02-29'])
  })

  test('a single year far ahead among others is a slip, not a Buddhist one', async () => {
    expect((await read('Date,Customer,Total', ['29/3/2567', '17/3/2024'])).days).toEqual(['2024-03-17'])
  })

  test('three digits that nothing shows to be a year are asked for, without an option that does not help', async () => {
    const { shop, days } = await read('Date,Customer,Total', ['113/03/05'])
    expect(days).toEqual([])
    const { err } = await shop.crm('import', 'orders.csv')
    expect(err).toContain('If 113 is a year of the Republic of China (Taiwan), write 2024')
    expect(err).not.toContain('--date-order')
  })

  test('a day and the name of its month take the year from the name of the file', async () => {
    const rows = ['5 Mar', 'Mar 17']
    expect((await read('Date,Customer,Total', rows, 'sales 2024.csv')).days.sort()).toEqual([
      '2024-03-05',
      '2024-03-17',
    ])
    const { shop } = await read('Date,Customer,Total', rows)
    expect((await shop.crm('import', 'orders.csv')).err).toContain('a day without a year: "5 Mar"')
  })
})
