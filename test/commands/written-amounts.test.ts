import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { partsOf, zip } from '../read/xlsx-fixture.js'
import { emptyShop, type Shop } from './shop.js'

/** What the ledger has of each currency after the import, and what the import said. */
async function taken(shop: Shop, file: string, ...more: readonly string[]) {
  const dry = await shop.crm('import', file, '--dry-run', ...more)
  const { code, out } = await shop.crm('import', file, '--json', ...more)
  return { code, said: dry.out + dry.err, totals: out === '' ? null : totalsIn(out), issues: issuesIn(out) }
}

function totalsIn(out: string): readonly { currency: string; netMinor: number }[] {
  return JSON.parse(out).totals
}

function issuesIn(out: string): string[] {
  const { files } = JSON.parse(out || '{"files":[]}') as { files: { issues: { code: string }[] }[] }
  return files.flatMap(({ issues }) => issues.map(({ code }) => code))
}

async function sums(lines: readonly string[], ...more: readonly string[]) {
  const shop = emptyShop()
  shop.write('a.csv', lines)
  return taken(shop, 'a.csv', ...more)
}

const amounts = (currency: string, netMinor: number, refundMinor = 0) => [
  expect.objectContaining({ currency, netMinor, refundMinor }),
]

describe('whole amounts that end in a dash are no refunds', () => {
  test.each([
    ['Swiss', ['Datum;Kunde;Betrag', '05.03.2024;Anna;CHF 1’234.50', '17.03.2024;Urs;CHF 99.–'], 'CHF', 133350],
    ['a point', ['Datum;Kunde;Betrag', '05.03.2024;Anna;99.-', '17.03.2024;Urs;49.50'], 'USD', 14850],
    ['a comma', ['Datum;Kunde;Betrag', '05.03.2024;Anna;99,-', '17.03.2024;Urs;49,50'], 'USD', 14850],
    ['thousands', ['Datum;Kunde;Betrag', '05.03.2024;Anna;1.200,-', '17.03.2024;Urs;49,--'], 'USD', 124900],
    ['two dashes', ['Datum;Kunde;Betrag', '05.03.2024;Anna;99.--', '17.03.2024;Urs;99.– CHF'], 'CHF', 19800],
    ['India', ['Date,Customer,Amount', '2024-03-05,Ravi,"Rs. 2,500/-"', '2024-03-06,Sita,2500/-'], 'INR', 500000],
  ])('%s', async (_name, lines, currency, minor) => {
    const { totals } = await sums(lines, ...(currency === 'USD' ? ['--currency', 'USD'] : []))
    expect(totals).toEqual(amounts(currency, minor))
  })

  test('a minus at the end stays one', async () => {
    const lines = [
      'Date,Customer,Amount,Currency',
      '2024-03-05,Ann,200,USD',
      '2024-03-05,Ann,99.00-,USD',
      '2024-03-06,Bo,9-,USD',
    ]
    const { totals } = await sums(lines)
    expect(totals).toEqual(amounts('USD', 9200, 10800))
  })
})

describe('units of headers', () => {
  test.each([
    ['金额(万元)', '1.2', '0.8', 'CNY', 2000000],
    ['金额（万元）', '1.2', '0.8', 'CNY', 2000000],
    ['成交额/万元', '1.2', '0.8', 'CNY', 2000000],
    ['金额 单位:万元', '1.2', '0.8', 'CNY', 2000000],
    ['金额(千元)', '1.2345', '0.8', 'CNY', 203450],
    ['金额(分)', '12050', '80', 'CNY', 12130],
    ['金额（万美元）', '1.2', '0.8', 'USD', 2000000],
  ])('%s', async (header, first, second, currency, minor) => {
    const { totals, said } = await sums([
      `日期,客户,${header}`,
      `2024-03-05,王芳,${first}`,
      `2024-03-06,李雷,${second}`,
    ])
    expect(totals).toEqual(amounts(currency, minor))
    expect(said).toContain(
      `the header "${header}" names a unit: amounts ${header.includes('分') ? 'divided' : 'multiplied'} by`,
    )
  })

  test.each([
    ["Amount (USD '000)", 'USD', 200000],
    ['Revenue (k$)', 'USD', 200000],
    ['Amount in thousands', 'USD', 200000],
    ['Umsatz (TEUR)', 'EUR', 200000],
    ['Amount (INR lakhs)', 'INR', 20000000],
  ])('%s', async (header, currency, minor) => {
    const { totals } = await sums([`Date,Customer,${header}`, '2024-03-05,Ann,1.2', '2024-03-06,Bob,0.8'])
    expect(totals).toEqual(amounts(currency, minor))
  })

  test('cents, beside a currency of its own', async () => {
    const lines = [
      'Order ID,Date,Customer,Amount (cents),Currency',
      'A1,2024-03-05,Ann,12000,usd',
      'A2,2024-03-06,Bob,9950,usd',
    ]
    expect((await sums(lines)).totals).toEqual(amounts('USD', 21950))
  })

  test('a quantity has no unit of money', async () => {
    const lines = ['日期,客户,商品,数量(千),单价,金额', '2024-03-05,王芳,茶,2,10,20', '2024-03-06,李雷,茶,3,10,30']
    expect((await sums(lines)).totals).toEqual(amounts('CNY', 5000))
  })

  test('above the table, of the only column of amounts; rejected rows keep it', async () => {
    const lines = [
      '销售台账,,单位：万元',
      '日期,客户,金额',
      '2024-03-05,王芳,1.2',
      '2024-03-06,李雷,0.8',
      '2024-13-06,李四,0.5',
    ]
    const shop = emptyShop()
    shop.write('a.csv', lines)
    const { totals, said } = await taken(shop, 'a.csv')
    expect(totals).toEqual(amounts('CNY', 2000000))
    expect(said).toContain('amounts multiplied by 10,000')
    const { out } = await shop.crm('formats', 'a.rejected.xlsx')
    expect(out).toContain('金额 (万元)')
  })

  test('above the table, where several columns may be meant: what to type', async () => {
    const lines = ['销售台账,,单位：万元,', '日期,客户,单价,金额', '2024-03-05,王芳,120,1.2', '2024-03-06,李雷,80,0.8']
    const { code, said } = await sums(lines)
    expect(code).toBe(65)
    expect(said).toContain('"金额 (万元)"')
  })

  test('another kind of 单位 above the table is none', async () => {
    const lines = ['单位：某某商贸有限公司,,', '日期,客户,金额', '2024-03-05,王芳,1.2', '2024-03-06,李雷,0.8']
    expect((await sums(lines)).totals).toEqual(amounts('CNY', 200))
  })
})

describe('currencies of headers without brackets', () => {
  test.each([
    ['Amount EUR', 'EUR'],
    ['Total CHF', 'CHF'],
    ['Total in CHF', 'CHF'],
    ['Umsatz EUR', 'EUR'],
    ['Montant en €', 'EUR'],
    ['Total_EUR', 'EUR'],
    ['金额USD', 'USD'],
    ['金额 美元', 'USD'],
  ])('%s', async (header, currency) => {
    const { totals, said } = await sums([`Date,Customer,${header}`, '2024-03-05,Ann,99.50', '2024-03-17,Bo,100'])
    expect(totals).toEqual(amounts(currency, 19950))
    expect(said).not.toContain('name no currency')
  })

  test.each([
    ['Montant €', 'EUR'],
    ['Amount USD', 'USD'],
  ])('%s over decimal commas', async (header, currency) => {
    const { totals } = await sums([`Date;Customer;${header}`, '2024-03-05;Ann;1234,50', '2024-03-06;Bo;12,00'])
    expect(totals).toEqual(amounts(currency, 124650))
  })

  test('two columns that only their currencies tell apart: the command to type', async () => {
    const shop = emptyShop()
    shop.write('a.csv', [
      '日期,客户,金额（美元）,汇率,金额（人民币）',
      '2024-03-05,Ann,10.50,7.1,74.55',
      '2024-03-06,Bob,7.00,7.2,50.40',
    ])
    const { code, said } = await taken(shop, 'a.csv')
    expect(code).toBe(65)
    expect(said).toContain('"金额（美元）" and "金额（人民币）"')
    expect(said).toContain('crm import a.csv --map orderTotal="金额（美元）"')
    expect((await taken(shop, 'a.csv', '--map', 'orderTotal=金额（美元）')).totals).toEqual(amounts('USD', 1750))
  })
})

test.each([
  [
    'in a cell',
    ['Order No,Date,Customer,Amount', 'A1,05-03-2024,Ravi,"₹1,23,456.00"', 'A2,25-03-2024,Sita,"₹2,500.50"'],
    12595650,
  ],
  [
    'in the header',
    ['Order No,Date,Customer,Amount (Rs.)', 'A1,05-03-2024,Ravi,"1,23,456"', 'A2,25-03-2024,Sita,"2,500"'],
    12595600,
  ],
])('Indian groups, rupees %s', async (_where, lines, minor) => {
  const { totals, issues } = await sums(lines)
  expect({ totals, issues }).toEqual({ totals: amounts('INR', minor), issues: [] })
})

describe('¥ is the yen where the file says so', () => {
  const japanese = [
    '注文番号,注文日,お客様名,合計金額',
    'A1,2024/03/05,山田太郎,"￥1,200"',
    'A2,2024年3月6日,佐藤花子,"￥3,000"',
  ]

  test('by its headers, and that is told', async () => {
    const { totals, said } = await sums(japanese)
    expect(totals).toEqual(amounts('JPY', 4200))
    expect(said).toContain('amounts with ¥ taken as JPY')
    expect((await sums(japanese, '--currency', 'CNY')).totals).toEqual(amounts('CNY', 420000))
  })

  test('by its encoding', async () => {
    const shop = emptyShop()
    writeFileSync(join(shop.dir, 'a.csv'), iconv.encode(`${japanese.join('\r\n')}\r\n`, 'shift_jis'))
    expect((await taken(shop, 'a.csv')).totals).toEqual(amounts('JPY', 4200))
  })

  test('beside 円', async () => {
    const lines = [...japanese.slice(0, 2), 'A2,2024年3月6日,佐藤花子,"3,000円"']
    expect((await sums(lines)).totals).toEqual(amounts('JPY', 4200))
  })

  test('by the only country', async () => {
    const rows = ['A1,2024-03-05,Taro,Japan,"¥1,200"', 'A2,2024-03-06,Hanako,Japan,"¥3,000"']
    expect((await sums(['Order No,Date,Customer,Country,Amount', ...rows])).totals).toEqual(amounts('JPY', 4200))
    expect(
      (await sums(['Order No,Date,Customer,Country,Amount', ...rows.map((row) => row.replace('Japan', 'China'))]))
        .totals,
    ).toEqual(amounts('CNY', 420000))
  })
})

test.each(['币别', '币种类型', '货币', '通貨'])('%s is a column of currencies, in words', async (header) => {
  const words = ['美金', '美元', 'US Dollar', '欧元', '人民币', 'RMB', '日元', '港币', 'USD美元']
  const { totals } = await sums([
    `日期,客户,金额,${header}`,
    ...words.map((word, at) => `2024-03-0${at + 1},Ann,10,${word}`),
  ])
  const found = new Map(totals?.map(({ currency, netMinor }) => [currency, netMinor]))
  expect(found).toEqual(
    new Map([
      ['USD', 4000],
      ['EUR', 1000],
      ['CNY', 2000],
      ['JPY', 10],
      ['HKD', 1000],
    ]),
  )
})

describe('kr is no dollar', () => {
  const rows = ['2024-03-05;Ann;100 kr', '2024-03-06;Bo;40 kr']

  test('nothing tells whose: asks', async () => {
    const { code, said } = await sums(['Date;Customer;Amount', ...rows])
    expect(code).toBe(65)
    expect(said).toContain('crm import a.csv --currency SEK')
    expect((await sums(['Date;Customer;Amount', ...rows], '--currency', 'NOK')).totals).toEqual(amounts('NOK', 14000))
  })

  test.each(['Amount (kr)', 'Beløb kr'])('also where the header says so: %s', async (name) => {
    const plain = rows.map((row) => row.replace(' kr', ''))
    const { code, said } = await sums([`Date;Customer;${name}`, ...plain])
    expect([code, said]).toEqual([65, expect.stringContaining('crm import a.csv --currency SEK')])
    const danish = [`Date;Customer;${name};Country`, ...plain.map((row) => `${row};Denmark`)]
    expect((await sums(danish)).totals).toEqual(amounts('DKK', 14000))
  })

  test('the only country tells', async () => {
    const lines = ['Date;Customer;Amount;Country', ...rows.map((row) => `${row};Denmark`)]
    expect((await sums(lines)).totals).toEqual(amounts('DKK', 14000))
  })
})

test('where every amount has a sign, none is said to lack one', async () => {
  const lines = [
    'Date,Customer,Amount',
    '2024-03-05,Ann,$10',
    '2024-03-06,Bo,€7',
    '2024-03-07,Cy,£9',
    '2024-03-08,Di,￥12',
  ]
  const { totals, said } = await sums(lines)
  expect(totals).toHaveLength(4)
  expect(said).not.toContain('name no currency')
  expect((await sums([...lines, '2024-03-09,Ed,5'])).said).toContain('name no currency')
})

describe('amounts in rupiah, dong and won come in thousands', () => {
  const header =
    'No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Harga Setelah Diskon,Jumlah,Total Pembayaran,Username (Pembeli)'

  test('a Shopee file saved again with its thousands lost is told of', async () => {
    const { issues } = await sums([
      header,
      '24030501,Selesai,05/03/2024 10:00,Teh,T1,92.5,2,195,budi88',
      '24030502,Selesai,17/03/2024 10:00,Teh,T1,92.5,1,102.5,siti',
    ])
    expect(issues).toContain('amount.small')
  })

  test('whole ones of a thousand and more are not', async () => {
    const { issues } = await sums([
      header,
      '24030501,Selesai,05/03/2024 10:00,Teh,T1,92.500,2,195.000,budi88',
      '24030502,Selesai,17/03/2024 10:00,Teh,T1,92.500,1,102.500,siti',
    ])
    expect(issues).not.toContain('amount.small')
  })
})

describe('number formats of a workbook', () => {
  const heads = (names: readonly string[]) =>
    `<row>${names.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>`
  const row = (name: string, ...cells: readonly (readonly [value: number, style: number])[]) =>
    `<row><c t="inlineStr"><is><t>2024-03-05</t></is></c><c t="inlineStr"><is><t>${name}</t></is></c>${cells.map(([value, style]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`

  async function shown(
    formats: readonly (string | number)[],
    rows: readonly string[],
    names = ['Date', 'Customer', 'Total'],
  ) {
    const shop = emptyShop()
    writeFileSync(join(shop.dir, 'a.xlsx'), zip(partsOf({ sheet: heads(names) + rows.join(''), formats })))
    return { shop, ...(await taken(shop, 'a.xlsx')) }
  }

  test.each([
    ['#,##0.00 [$€-407]', 'EUR'],
    ['"£"#,##0.00', 'GBP'],
    ['[$$-409]#,##0.00', 'USD'],
    ['[$¥-804]#,##0.00', 'CNY'],
    ['[$¥-411]#,##0', 'JPY'],
    ['[$$-1009]#,##0.00', 'CAD'],
    ['#,##0.00\\ [$kr-41D]', 'SEK'],
    ['[$USD] #,##0.00;[Red]-[$USD] #,##0.00', 'USD'],
    ['_-[$€-2]\\ * #,##0.00_-;\\-[$€-2]\\ * #,##0.00_-;_-@_-', 'EUR'],
    ['_ * #,##0.00_ "元"_ ', 'CNY'],
  ])('%s', async (format, currency) => {
    const { totals, said } = await shown([0, format], [row('Ann', [100, 1]), row('Bo', [50.5, 1])])
    expect(totals).toEqual(amounts(currency, currency === 'JPY' ? 151 : 15050))
    expect(said).not.toContain('name no currency')
  })

  test('each row in its own', async () => {
    const { totals } = await shown(
      [0, '"£"#,##0.00', '[$$-409]#,##0.00'],
      [row('Ann', [100, 1]), row('Bo', [1.234, 2])],
    )
    expect(totals?.map(({ currency, netMinor }) => [currency, netMinor])).toEqual([
      ['GBP', 10000],
      ['USD', 123],
    ])
  })

  test('a row shown as no money has the currency of all others', async () => {
    const rows = [row('Ann', [1, 0]), row('Bo', [2, 1]), row('Cy', [3, 0]), row('Di', [4, 2])]
    const { totals, said } = await shown([0, '"£"#,##0.00', '[$$-409]#,##0.00'], rows)
    expect(totals?.map(({ currency, netMinor }) => [currency, netMinor])).toEqual([
      ['GBP', 200],
      ['USD', 800],
    ])
    expect(said).toContain('name no currency')
    const one = await shown([0, '"£"#,##0.00'], rows.slice(0, 3))
    expect(one.totals).toEqual(amounts('GBP', 600))
  })

  test('a plain number format names none; a header that names one is believed', async () => {
    const plain = await shown([0, '#,##0.00', '_ * #,##0_ ;'], [row('Ann', [100, 1]), row('Bo', [50, 2])])
    expect(plain.said).toContain('name no currency')
    const named = await shown([0, '[$$-409]#,##0.00'], [row('Ann', [100, 1])], ['Date', 'Customer', 'Total (EUR)'])
    expect(named.totals).toEqual(amounts('EUR', 10000))
  })

  test('a phone or an order number in a money format stays what it is', async () => {
    const names = ['Date', 'Customer', 'Order No', 'Phone', 'Total']
    const format = '[$¥-804]#,##0.00'
    const { shop, totals } = await shown([0, format], [row('Ann', [1001, 1], [13800138000, 1], [100, 1])], names)
    expect(totals).toEqual(amounts('CNY', 10000))
    const { rows } = await shop.json('show', 'Ann')
    expect(rows).toMatchObject([{ order: '1001' }])
  })

  test('a discount shown in percent is a rate, not money', async () => {
    const names = ['Date', 'Customer', 'Product', 'Qty', 'Price', 'Discount']
    const item = row('Ann', [1, 0], [2, 0], [10, 0], [0.1, 1])
    const { totals } = await shown([0, 9], [item], names)
    expect(totals).toEqual(amounts('USD', 1800))
  })
})
