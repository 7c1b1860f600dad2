import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

interface Told {
  readonly files: readonly {
    readonly format: string
    readonly entries?: readonly unknown[]
    readonly orders: { readonly inserted: number }
    readonly totals: readonly { readonly netMinor: number }[]
  }[]
}

const command = ['import', 'deals.csv', '--currency', 'USD']

const deals = [
  'Deal Name,Contact,Amount,Close Date,Deal Stage',
  'Mug order,Ann,5000,2024-03-05,Closed won',
  'Tea order,Bob,800,2024-06-05,Negotiation',
  'Cup order,Cid,70,2024-06-06,Closed lost',
]

describe('deals on their way are no sales', () => {
  test.each([
    ['of a pipeline', deals, 3],
    [
      'with an expected amount',
      [
        'Date,Name,Email,Stage,Expected amount,Next step,Owner',
        '2024-03-05,Ann,a@example.com,Proposal,5000.00,Call Monday,Sue',
        '2024-03-06,Bob,b@example.com,Won,800.00,,Sue',
      ],
      2,
    ],
    [
      'named by the opportunity alone',
      ['Opportunity Name,Stage,Amount,Close Date,Probability (%)', 'Mugs,Proposal,5000,2024-03-05,40'],
      1,
    ],
    [
      'of a company',
      ['Deal - Title,Deal - Value,Deal - Stage,Deal - Expected close date,Company', 'Mugs,50,Proposal,2024-03-05,Acme'],
      1,
    ],
    ['in Chinese', ['商机名称,客户名称,金额,预计成交日期,销售阶段', '马克杯,王芳,5000,2024-03-05,谈判'], 1],
  ])('but leads: %s', async (_, lines, count) => {
    const shop = emptyShop()
    shop.write('deals.csv', lines)
    const told = (await shop.json(...command)) as unknown as Told
    expect(told.files[0]!.orders.inserted).toBe(0)
    expect(told.files[0]!.entries).toEqual([{ kind: 'lead', inserted: count, unchanged: 0 }])
  })

  test('the import says so, and the won ones are sales where the seller names the columns', async () => {
    const shop = emptyShop()
    shop.write('deals.csv', deals)
    const { out } = await shop.crm(...command, '--dry-run', '--lang', 'en')
    expect(out).toContain('leads: 3 new')
    expect(out).toContain('columns not used: Deal Name\n')
    const [, typed = ''] = /crm import deals\.csv (--map .*)/.exec(out) ?? []
    const maps = [...typed.matchAll(/--map (\w+)="([^"]+)"/g)].map(([, field, name]) => `${field}=${name}`)
    expect(maps.sort()).toEqual(['orderTotal=Amount', 'placedAt=Close Date', 'status=Deal Stage'])
    const told = (await shop.json(...command, ...maps.flatMap((map) => ['--map', map]))) as unknown as Told
    expect(told.files[0]!.totals).toMatchObject([{ netMinor: 500_000 }])
    expect(told.files[0]!.orders.inserted).toBe(3)
  })

  test('the line to type takes the only day there is', async () => {
    const shop = emptyShop()
    shop.write('deals.csv', [
      'Deal Name,Customer,Deal Stage,Amount,Date',
      'Mugs,Ann,Delivered,50,2024-03-05',
      'Tea,Bob,Won,9,2024-03-06',
    ])
    const { out } = await shop.crm(...command, '--lang', 'en')
    expect(out).toContain('--map placedAt="Date" --map orderTotal="Amount" --map status="Deal Stage"')
  })

  test('sheets of sales with a stage of work are sales', async () => {
    for (const lines of [
      ['Order No,Date,Customer,Stage,Amount', '1,2024-03-05,Ann,Engraving,50'],
      ['Date,Customer,Stage,Amount', '2024-03-05,Ann,Engraving,50'],
    ]) {
      const shop = emptyShop()
      shop.write('deals.csv', lines)
      const told = (await shop.json(...command)) as unknown as Told
      expect(told.files[0]!.totals).toMatchObject([{ netMinor: 5000 }])
    }
  })
})

describe('amounts that a sheet of leads or complaints has', () => {
  test.each([
    ['leads', ['登记日期,客户,电话,意向等级,加权金额', '2024-03-05,王芳,13800138000,A,5000'], '加权金额'],
    ['complaints', ['日期,客户,电话,投诉内容,赔付金额', '2024-03-05,王芳,13800138000,杯子碎了,50'], '赔付金额'],
  ])('are said to be unused: %s', async (_, lines, name) => {
    const shop = emptyShop()
    shop.write('deals.csv', lines)
    const { out } = await shop.crm(...command, '--lang', 'zh')
    expect(out).toContain(`没有用到的列：${name}`)
    expect(out).not.toContain('订单金额')
  })

  test('expected amounts are suggested to nobody as amounts of orders', async () => {
    const shop = emptyShop()
    shop.write('deals.csv', ['Date,Customer,Expected revenue', '2024-03-05,Ann,5000.00', '2024-03-06,Bob,40.00'])
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([65, expect.stringContaining('has no column with the amounts of orders')])
    expect(err).not.toContain('Expected revenue"')
  })
})
