import { describe, expect, test } from 'vitest'
import { emptyShop, HEADER, type Shop, shopOf } from './shop.js'

async function shopWith(lines: readonly string[], ...options: string[]): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', lines)
  const { code, err } = await shop.crm('import', 'orders.csv', ...options)
  expect(code, err).toBe(0)
  return shop
}

describe('countries are called by their names, and coded for machines', () => {
  test('list, show and tier --per country', async () => {
    const shop = await shopOf(2026)
    for (const [lang, name] of [
      ['en', 'Germany'],
      ['zh', '德国'],
    ] as const) {
      const { out } = await shop.crm('list', 'country:DE', '--lang', lang)
      expect(out).toContain(name)
      expect((await shop.crm('show', 'eve@example.com', '--lang', lang)).out).toMatch(new RegExp(` ${name}\\n`))
      expect((await shop.crm('tier', '--per', 'country', '--lang', lang)).out).toContain(name)
      expect((await shop.crm('list', 'country:DE', '--format', 'csv', '--lang', lang)).out).toContain('"DE"')
    }
    expect((await shop.json('list', 'country:DE')).rows).toMatchObject([{ country: 'DE' }])
  })
})

describe('columns are named as they stand on the screen', () => {
  test('in the language of the report or the other one, and by their keys', async () => {
    const shop = await shopOf(2026)
    const answer = await shop.json('list', '--columns', 'name,net,Last order', '--sort', '-netMinor')
    const keys = (columns: unknown) => (columns as { key: string }[]).map(({ key }) => key)
    expect(keys(answer.columns)).toEqual(['name', 'netMinor', 'lastOrderOn'])
    const zh = await shop.json(
      'list',
      '--columns',
      '客户名称，净销售额,Last order',
      '--sort',
      '-净销售额',
      '--lang',
      'zh',
    )
    expect(keys(zh.columns)).toEqual(['name', 'netMinor', 'lastOrderOn'])
    expect(zh.rows).toEqual(answer.rows)
    const other = await shop.json('list', '--columns', '客户名称,净销售额,上次下单', '--sort', '-净销售额')
    expect(other.rows).toEqual(answer.rows)
    // What takes work of its own is worked out for a heading, too.
    expect((await shop.json('list', 'name:Bob', '--columns', '生命周期', '--lang', 'zh')).rows[0]!.stage).not.toBeNull()
  })

  test('an unknown one is answered with the headings, then with the keys', async () => {
    const shop = await shopOf(2026)
    const { code, err } = await shop.crm('list', '--sort', '净销量', '--lang', 'zh')
    expect(code).toBe(2)
    expect(err).toContain('可以选择：客户编号、客户名称、')
    expect(err).toContain('脚本里也可以写：customer, name, ')
    const english = (await shop.crm('list', '--sort', 'Net revenu')).err
    expect(english).toContain('Did you mean Net revenue?')
    expect(english).toContain('There are: Customer, Name, ')
  })
})

test('a month is asked for where a month is wanted', async () => {
  const shop = await shopOf(2026)
  for (const typed of ['2026-13', 'mai'])
    expect(await shop.crm('kpi', '--month', typed)).toEqual({
      ...{ code: 2, out: '' },
      err: `Error: "${typed}" is not a month.\n  Write year and month: --month 2026-05\n`,
    })
  expect((await shop.crm('kpi', '--month', '2026年5月')).code).toBe(0)
})

test('a buyer type that is only proposed is a group of its own', async () => {
  const header = `${HEADER},Product,Quantity`
  const shop = await shopWith([
    header,
    '1,2026-08-01,Ann,ann@example.com,100.00,USD,US,Tea,20',
    '2,2026-08-02,Bob,bob@example.com,200.00,USD,US,Tea,20',
  ])
  await shop.crm('edit', 'Bob', '--buyer-type', 'reseller')
  const answer = await shop.json('tier', '--per', 'type')
  const { rows } = (answer.tables as { key: string; rows: object[] }[]).find(({ key }) => key === 'per')!
  expect(rows).toMatchObject([
    { group: 'reseller', customers: 1, bestName: 'Bob' },
    { group: 'reseller-proposed', customers: 1, bestName: 'Ann' },
  ])
  expect((await shop.crm('tier', '--per', 'type')).out).toContain('reseller (proposed)')
  expect((await shop.crm('tier', '--per', 'type', '--lang', 'zh')).out).toContain('转销型买家（建议）')
})

describe('why there is nothing is told once, truly and alike in every report', () => {
  const reports = ['tier', 'rfm', 'report', 'due', 'list', 'forecast', 'recommend', 'credit', 'kpi', 'cohorts']
  const lines = [...reports.map((name) => [name]), ['backtest', '--at', '2026-08-15']]

  async function expectReason(shop: Shop, reason: string | RegExp, ...options: string[]) {
    for (const line of lines) {
      const asked =
        line[0] === 'backtest' && options.length > 0 ? ['backtest', '--at', options[1]!] : [...line, ...options]
      const { code, out } = await shop.crm(...asked)
      expect(code, asked.join(' ')).toBe(0)
      const told = out.match(new RegExp(reason, 'g')) ?? []
      expect([asked.join(' '), told.length]).toEqual([asked.join(' '), 1])
    }
  }

  test('paid orders of zero', async () => {
    const shop = await shopWith([
      `${HEADER},Status`,
      '1,2026-08-01,Ann,ann@example.com,0.00,USD,US,paid',
      '2,2026-08-02,Bob,bob@example.com,0.00,USD,US,paid',
    ])
    await expectReason(
      shop,
      /No order counts as a purchase \(paid and of zero: 2\)\. To count paid orders of zero: crm config set count\.zero yes/,
    )
    expect((await shop.crm('due')).out).not.toContain('count.pending')
  })

  test('orders of several states', async () => {
    const shop = await shopWith([
      `${HEADER},Status`,
      '1,2026-08-01,Ann,ann@example.com,10.00,USD,US,unpaid',
      '2,2026-08-02,Bob,bob@example.com,10.00,USD,US,cancelled',
      '3,2026-08-03,Cid,cid@example.com,10.00,USD,US,refunded',
    ])
    const { out } = await shop.crm('tier')
    expect(out).toContain('(not paid yet: 1, cancelled: 1, refunded in full: 1)')
    expect(out).toContain('crm config set count.pending yes')
    expect(out).not.toContain('count.zero')
  })

  test('only returns', async () => {
    const shop = await shopWith(['日期,客户,金额', '2026-08-06,纯退,-60'])
    await expectReason(shop, /There is only 1 return and no order/)
    expect((await shop.crm('tier', '--lang', 'zh')).out).toContain('只有1笔退货，没有订单')
  })

  test('returns that wait for their orders', async () => {
    const shop = await shopWith(['订单号,日期,客户,金额', 'A1,2026-08-06,纯退,-60', 'A2,2026-08-07,退二,-50'])
    await expectReason(shop, /2 refunds wait for orders that are not here/)
    expect((await shop.crm('due', '--lang', 'zh')).out).toContain('有2笔退款在等原订单')
  })

  test('a day before the first order names that day', async () => {
    const shop = await shopOf(2026)
    await expectReason(shop, /the first is of 2023-01-05\. A later day: --(on|at) 2023-01-05/, '--on', '2020-01-01')
  })
})

describe('a rate that begins too late', () => {
  const sheet = [HEADER, '1,2026-08-01,Ann,,10,USD,US', '2,2026-08-05,Bob,,20,EUR,DE', '3,2026-08-09,Cid,,90,CNY,CN']

  test('is told with its currency and day, and the command', async () => {
    const shop = await shopWith(sheet)
    await shop.crm('config', 'set', 'currency.base', 'CNY')
    const { err } = await shop.crm('rates', 'set', 'USD=7.1', '--from', '2026-08-02')
    expect(err).toContain('Amounts in EUR have no rate yet; USD has no rate before 2026-08-02, and figures wait')
    const both = (await shop.crm('tier', '--lang', 'zh')).err
    expect(both).toContain('EUR、USD 有金额')
    expect(both).toContain('还没有汇率：EUR。\n  USD 在 2026-08-02 之前没有汇率。\n')
    await shop.crm('rates', 'set', 'EUR=8')
    expect((await shop.crm('tier')).err).toBe(
      'Error: Some amounts in USD have no rate to CNY on their day (the first is of 2026-08-01).\n  USD has no rate before 2026-08-02.\n  Say how many CNY one of each is worth: crm rates set USD=…\n',
    )
    await shop.crm('rates', 'set', 'USD=7')
    expect((await shop.crm('tier')).code).toBe(0)
  })

  test('several of them stand with their days', async () => {
    const shop = await shopWith(sheet)
    await shop.crm('config', 'set', 'currency.base', 'CNY')
    await shop.crm('rates', 'set', 'USD=7.1', '--from', '2026-08-02')
    await shop.crm('rates', 'set', 'EUR=8', '--from', '2026-08-06')
    expect((await shop.crm('tier')).err).toContain('No rate before the day beside it: EUR 2026-08-06, USD 2026-08-02.')
  })
})

test('tiers by orders are told in shares of orders, and classes to go by the settings', async () => {
  const shop = await shopOf(2026)
  const { out } = await shop.crm('tier', '--by', 'orders', '--lang', 'zh')
  expect(out).toContain('订单占比')
  expect(out).not.toContain('金额占比')
  expect(out).toContain('客户等级、服务级别和信用名单始终按设置')
  expect((await shop.crm('tier', '--lang', 'zh')).out).toMatch(/金额占比[\s\S]*最低值/)
})

test('an order of a day to come is not said to count already', async () => {
  const shop = await shopWith([HEADER, '1,2026-08-01,Ann,,10,USD,US', '2,2027-03-01,Ann,,20,USD,US'])
  const answer = await shop.json('show', 'Ann')
  expect(answer.rows.map(({ counted }) => counted)).toEqual(['ahead', 'yes'])
  expect((await shop.crm('show', 'Ann', '--lang', 'zh')).out).toContain('未到日期')
})

test('with too few customers to score nothing is said of scores', async () => {
  const shop = await shopWith([HEADER, '1,2026-08-01,Ann,,10,USD,US', '2,2026-08-02,Bob,,20,USD,US'])
  for (const [lang, none, words] of [
    ['en', 'scores need at least 5', /recency is flattered|frequency scores|tiers and scores|Nothing to list/],
    ['zh', '至少5位才能评分', /评分会偏高|次数评分|类别和评分/],
  ] as const) {
    const { out } = await shop.crm('rfm', '--lang', lang)
    expect(out.split(none)).toHaveLength(2)
    expect(out).not.toMatch(words)
  }
  expect((await shop.crm('forecast')).out).toContain(
    'Next from and to are blank where no purchase cycle can be told yet',
  )
})
