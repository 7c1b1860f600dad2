import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

interface Told {
  readonly files: readonly {
    readonly format: string
    readonly entries?: readonly unknown[]
    readonly issues: readonly { readonly code: string; readonly count: number }[]
  }[]
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** A ledger in dollars; its clock stands at 2026-09-01. */
async function dollarShop(): Promise<Shop> {
  const shop = emptyShop()
  await shop.crm('config', 'set', 'currency.base', 'USD')
  return shop
}

async function imported(
  shop: Shop,
  lines: readonly string[],
  ...more: readonly string[]
): Promise<Told['files'][number]> {
  shop.write('deals.csv', lines)
  return ((await shop.json('import', 'deals.csv', ...more)) as unknown as Told).files[0]!
}

const leads = async (shop: Shop, ...more: readonly string[]) => (await shop.json('lead', 'list', ...more)).rows as Rows
const leadOf = async (shop: Shop, who: string) => (await leads(shop)).find(({ name }) => name === who)
const tableOf = async (shop: Shop, key: string, ...more: readonly string[]) => {
  const { tables } = (await shop.json('lead', 'list', ...more)) as unknown as { tables: { key: string; rows: Rows }[] }
  return tables.find((table) => table.key === key)!.rows
}

const deals = [
  'Deal Name,Contact,Amount,Probability,Expected Close Date,Deal Stage,Create Date',
  'Mugs,Ann,"5,000.00",40,2026-10-05,Proposal,2026-08-03',
  'Tea,Bob,800,,2026-09-20,Negotiation,2026-08-04',
  'Cups,Cid,70.50,100,2026-10-09,Discovery,2026-08-05',
]

/** What counts for a lead at this stage (level A) that says none. */
const byLevel = 0.5

describe('what a sheet of deals says of the sale', () => {
  test('amount, probability and expected close are kept on the lead, and the funnel counts them', async () => {
    const shop = await dollarShop()
    expect(await imported(shop, deals)).toMatchObject({
      ...{ format: 'deal-sheet', entries: [{ kind: 'lead', inserted: 3, unchanged: 0 }], issues: [] },
    })
    expect(await leadOf(shop, 'Ann')).toMatchObject({
      ...{ amountMinor: 500_000, probability: 0.4, closeOn: '2026-10-05', expectedMinor: 200_000, stage: 'proposal' },
    })
    const months = (await tableOf(shop, 'months')).map(({ month, leads: count, amountMinor, expectedMinor }) => [
      ...[month, count, amountMinor, expectedMinor],
    ])
    // Bob's row gives no probability: a close expected this month makes him level A, which gives 50 %.
    expect(months).toEqual([
      ['2026-09', 1, 80_000, 40_000],
      ['2026-10', 2, 507_050, 207_050],
    ])
  })

  test('twice adds nothing; undo takes it back', async () => {
    const shop = await dollarShop()
    await imported(shop, deals)
    const before = await leads(shop)
    expect((await imported(shop, deals, '--force')).entries).toEqual([{ kind: 'lead', inserted: 0, unchanged: 3 }])
    expect(await leads(shop)).toEqual(before)
    expect((await shop.crm('undo')).code).toBe(0)
    expect(await leads(shop)).toEqual([])
  })

  test('it comes to what the seller would type, and what he types outranks later files', async () => {
    const [byFile, byHand] = [await dollarShop(), await dollarShop()]
    await imported(byFile, deals.slice(0, 2))
    const typed = ['--amount', '5000', '--probability', '40', '--close', '2026-10-05', '--stage', 'proposal']
    await byHand.crm('lead', 'add', 'Ann', ...typed, '--on', '2026-08-03')
    const said = ({ amountMinor, expectedMinor, closeOn, bucket, openedOn }: Readonly<Record<string, unknown>>) => [
      ...[amountMinor, expectedMinor, closeOn, bucket, openedOn],
    ]
    expect((await leads(byFile)).map(said)).toEqual((await leads(byHand)).map(said))
    await byFile.crm('lead', 'note', 'Ann', '--amount', '6000')
    await imported(byFile, [deals[0]!, 'Mugs,Ann,5500,60,2026-11-05,Proposal,2026-08-03'])
    expect(await leadOf(byFile, 'Ann')).toMatchObject({ amountMinor: 600_000, probability: 0.6, closeOn: '2026-11-05' })
  })

  test('in Chinese, in ten thousands of yuan', async () => {
    const shop = emptyShop()
    await shop.crm('config', 'set', 'currency.base', 'CNY')
    const told = await imported(shop, [
      '商机名称,客户名称,预计金额（万元）,成交概率,预计成交日期,销售阶段,创建日期',
      '马克杯,王芳,1.5,60%,2026-10-05,价格谈判,2026-08-03',
    ])
    expect(told).toMatchObject({ format: 'deal-sheet', issues: [] })
    expect(await leadOf(shop, '王芳')).toMatchObject({
      amountMinor: 1_500_000,
      probability: 0.6,
      closeOn: '2026-10-05',
    })
  })

  test.each([
    ['0 to 100', ['10', '60', '100'], [0.1, 0.6, 1]],
    ['0 to 1', ['0.1', '0.35', '1'], [0.1, 0.35, 1]],
    ['with its sign', ['10%', '1%', '37.5 %'], [0.1, 0.01, 0.375]],
    ['with a decimal comma', ['"0,2"', '"0,5"', '1'], [0.2, 0.5, 1]],
  ])('a probability as the column says it: %s', async (_, cells, expected) => {
    const shop = await dollarShop()
    const rows = cells.map((cell, at) => `Deal ${at},Buyer ${at},Proposal,${cell}`)
    expect((await imported(shop, ['Deal,Contact,Stage,Probability', ...rows])).issues).toEqual([])
    const found = await Promise.all(cells.map((_cell, at) => leadOf(shop, `Buyer ${at}`)))
    expect(found.map((lead) => lead?.probability)).toEqual(expected)
  })

  test.each([
    ['1 alone', ['1', '0'], 1],
    ['both mixed', ['0.7', '40'], 1],
    ['more than certain', ['140', '40'], 1],
    ['words', ['likely', '40'], 1],
    ['parts of one under a sign for hundred', ['0.7', '0.4'], 2],
  ])('what cannot be told is told by row and left out: %s', async (name, cells, count) => {
    const shop = await dollarShop()
    const header = name.includes('sign') ? 'Probability (%)' : 'Probability'
    const rows = cells.map((cell, at) => `Deal ${at},Buyer ${at},Proposal,${cell}`)
    const told = await imported(shop, [`Deal,Contact,Stage,${header}`, ...rows])
    expect(told.issues).toMatchObject([{ code: 'value.probability', count }])
    expect(told.entries).toEqual([{ kind: 'lead', inserted: 2, unchanged: 0 }])
    expect((await leadOf(shop, 'Buyer 0'))?.probability).toBe(byLevel)
  })

  test('an amount nobody can read is told with its row and the remedy; the lead is taken', async () => {
    const shop = await dollarShop()
    shop.write('deals.csv', [deals[0]!, 'Mugs,Ann,much,40,2026-10-05,Proposal,2026-08-03', ...deals.slice(2)])
    const { code, err } = await shop.crm('import', 'deals.csv')
    expect([code, err]).toEqual([0, expect.stringMatching(/row 2 › Amount: not an amount, left out: "much"/)])
    expect(err).toContain('crm lead note CUSTOMER --amount 5000')
    expect(await leadOf(shop, 'Ann')).toMatchObject({ amountMinor: null, closeOn: '2026-10-05' })
  })
})

describe('the currency of what is expected', () => {
  const inEuros = [
    'Deal - Title,Deal - Contact person,Deal - Value,Deal - Currency,Deal - Stage,Deal - Deal created',
    'Mugs,Ann,100,EUR,Proposal made,2026-08-03',
    'Tea,Bob,200,USD,Qualified,2026-08-03',
  ]

  test('each row in its own; without a rate the amount is in no sum, and the list says what to type', async () => {
    const shop = await dollarShop()
    expect((await imported(shop, inEuros)).issues).toEqual([])
    expect((await leads(shop)).map(({ name, amountMinor }) => [name, amountMinor]).sort()).toEqual([
      ['Ann', null],
      ['Bob', 20_000],
    ])
    expect((await shop.crm('lead')).err + (await shop.crm('lead')).out).toContain('crm rates set EUR=…')
    await shop.crm('rates', 'set', 'EUR=1.10')
    expect(await leadOf(shop, 'Ann')).toMatchObject({ amountMinor: 11_000 })
    expect((await shop.crm('lead')).out).not.toContain('EUR=…')
  })

  test('one that is assumed is said once and follows shop.currency', async () => {
    const shop = await dollarShop()
    shop.write('deals.csv', deals)
    const { out, err } = await shop.crm('import', 'deals.csv')
    expect(out + err).toContain('amounts name no currency: taken as USD')
    await shop.crm('config', 'set', 'shop.currency', 'EUR')
    await shop.crm('rates', 'set', 'EUR=2')
    expect(await leadOf(shop, 'Ann')).toMatchObject({ amountMinor: 1_000_000 })
  })

  test('a currency nobody knows is told', async () => {
    const shop = await dollarShop()
    const told = await imported(shop, [inEuros[0]!, 'Mugs,Ann,100,Taler,Proposal made,2026-08-03'])
    expect(told.issues).toMatchObject([{ code: 'value.currency', count: 1 }])
  })
})

test('two open deals of one customer are told: one lead stands for both', async () => {
  const shop = await dollarShop()
  shop.write('deals.csv', [
    ...deals,
    'Jugs,Ann,200,50,2026-11-05,Proposal,2026-08-06',
    'Pots,Bob,9,,2026-11-05,Lost,2026-08-06',
  ])
  const { err } = await shop.crm('import', 'deals.csv')
  expect(err).toMatch(/row 5.*: a second open deal of the customer of row 2/)
  expect(err).not.toContain('row 6')
  expect(await leadOf(shop, 'Ann')).toMatchObject({ amountMinor: 20_000 })
})

describe('how a deal ended', () => {
  const ended = [
    'Deal Name,Contact,Amount,Close Date,Deal Stage,Create Date,Lost Reason',
    'Mugs,Ann,5000,2026-08-05,Closed - Won,2026-06-01,',
    'Tea,Bob,800,2026-07-20,Closed Lost,2026-06-02,too dear',
    'Cups,Cid,70,2026-12-01,Negotiation/Review,2026-06-03,',
    'Pots,Dan,70,2026-12-01,Closed Lost,2026-06-04,no answer',
  ]

  test('won and lost end the lead on the day the deal was closed; a day to come is none', async () => {
    const shop = await dollarShop()
    await imported(shop, ended)
    const closed = (await tableOf(shop, 'closed')).map(({ name, outcome, closedOn, reason }) => [
      ...[name, outcome, closedOn, reason],
    ])
    expect(closed.sort()).toEqual([
      ['Ann', 'won', '2026-08-05', null],
      ['Bob', 'lost', '2026-07-20', 'too dear'],
      ['Dan', 'lost', '2026-06-04', 'no answer'],
    ])
    expect(await leads(shop)).toMatchObject([{ name: 'Cid', closeOn: '2026-12-01', stage: 'price' }])
    // The day before, nobody knew.
    expect((await tableOf(shop, 'closed', '--on', '2026-07-19')).map(({ name }) => name)).toEqual(['Dan'])
  })

  test('an expected close is never the day it was closed', async () => {
    const shop = await dollarShop()
    await imported(
      shop,
      ended.map((line) => line.replace('Close Date', 'Expected close date')),
    )
    const closed = (await tableOf(shop, 'closed')).map(({ name, closedOn }) => [name, closedOn])
    expect(closed).toContainEqual(['Bob', '2026-06-02'])
  })

  test('a deal that says nothing but its end was known by then', async () => {
    const shop = await dollarShop()
    await imported(shop, ['Deal Name,Contact,Amount,Close Date,Deal Stage', 'Tea,Bob,800,2025-07-20,Closed Lost'])
    expect(await tableOf(shop, 'closed')).toMatchObject([{ name: 'Bob', closedOn: '2025-07-20' }])
    expect((await shop.json('lead', 'show', 'Bob')).summary).toMatchObject({ openedOn: '2025-07-20' })
  })

  test('a stage nobody knows is told with its row, and the lead is open', async () => {
    const shop = await dollarShop()
    shop.write('deals.csv', [...ended, 'Jugs,Eve,5,2026-12-01,Waiting for Godot,2026-06-05,'])
    const { err } = await shop.crm('import', 'deals.csv')
    expect(err).toContain('row 6 › Deal Stage: no stage we know: "Waiting for Godot"; the lead is taken as open')
    expect((await leads(shop)).map(({ name }) => name).sort()).toEqual(['Cid', 'Eve'])
  })
})

describe('leads with a bare level', () => {
  test.each([
    ['Lead date,Name,E-mail,Level', ['2026-08-10,Cho,cho@example.com,H', '2026-08-11,Dee,dee@example.com,B']],
    ['First contact,Name,E-mail,Intent', ['2026-08-10,Cho,cho@example.com,H', '2026-08-11,Dee,dee@example.com,B']],
    ['线索日期,客户,邮箱,意向等级', ['2026-08-10,Cho,cho@example.com,H级', '2026-08-11,Dee,dee@example.com,意向B级']],
    ['登记日期,客户,邮箱,级别', ['2026-08-10,Cho,cho@example.com,H', '2026-08-11,Dee,dee@example.com,B']],
    ['线索日期,客户,邮箱,级别', ['2026-08-10,Cho,cho@example.com,H', '2026-08-11,Dee,dee@example.com,中']],
  ])('are understood: %s', async (header, rows) => {
    const shop = await dollarShop()
    const told = await imported(shop, [header, ...rows])
    expect(told).toMatchObject({ entries: [{ kind: 'lead', inserted: 2, unchanged: 0 }], issues: [] })
    const found = (await leads(shop)).map(({ name, level, openedOn }) => [name, level, openedOn])
    expect(found.sort()).toEqual([
      ['Cho', 'H', '2026-08-10'],
      ['Dee', 'B', '2026-08-11'],
    ])
  })

  test.each([
    ['of members', 'Registered,Name,E-mail,Level', ['2026-08-10,Cho,cho@example.com,Gold']],
    ['of tiers', '登记日期,客户,邮箱,级别', ['2026-08-10,Cho,cho@example.com,A', '2026-08-11,Dee,dee@example.com,B']],
    ['of members, with a first contact', 'First contact,Name,E-mail,Level', ['2026-08-10,Cho,cho@example.com,Gold']],
  ])('but not those %s', async (_, header, rows) => {
    const shop = await dollarShop()
    expect((await imported(shop, [header, ...rows])).entries ?? []).toEqual([])
  })

  test('a level nobody knows is told with its row', async () => {
    const shop = await dollarShop()
    const rows = ['2026-08-10,Cho,cho@example.com,A', '2026-08-11,Dee,dee@example.com,7']
    shop.write('deals.csv', ['Lead date,Name,E-mail,Intent level', ...rows])
    const { err } = await shop.crm('import', 'deals.csv')
    expect(err).toContain('row 3 › Intent level: no intent level we know: "7"; the lead is taken without one')
  })

  test('the first contact begins the sales cycle, whenever the lead was written down', async () => {
    const shop = await dollarShop()
    await imported(shop, [
      'Lead date,First contact,Name,E-mail,Level',
      '2026-08-10,2026-08-01,Cho,cho@example.com,B',
      '2026-08-10,2027-08-01,Dee,dee@example.com,B',
    ])
    await shop.crm('lead', 'won', 'Cho', '--on', '2026-08-21')
    expect((await shop.json('lead', 'show', 'Cho')).summary).toMatchObject({ openedOn: '2026-08-10', cycleDays: 20 })
    const { err } = await shop.crm('import', 'deals.csv', '--force')
    expect(err).toContain('row 3 › First contact: this has not happened yet, left out: "2027-08-01"')
  })
})

/** What is written down of a lead. */
async function factsOf(shop: Shop, who: string): Promise<Readonly<Record<string, unknown>>> {
  return (await shop.json('lead', 'show', who)).summary.record as Readonly<Record<string, unknown>>
}

describe('what a sheet of leads says of one in words', () => {
  const told = { need: '两百套定制', products: '保温杯', decisionMaker: '王总', obstacle: '嫌贵' }
  const sheet = [
    '客户名称,电话,意向等级,需求,意向产品,决策人,顾虑,备注',
    '晨光文具店,13800000011,B,两百套定制,保温杯,王总,嫌贵,周五回电',
  ]

  test('need, products, decision maker and obstacle are kept on the lead, as typed by hand; twice, undo', async () => {
    const [byFile, byHand] = [await dollarShop(), await dollarShop()]
    expect((await imported(byFile, sheet)).issues).toEqual([])
    await byHand.crm('lead', 'add', '晨光文具店', '--need', told.need, '--products', told.products)
    await byHand.crm('lead', 'note', '晨光文具店', '--decision-maker', told.decisionMaker, '--obstacle', told.obstacle)
    for (const shop of [byFile, byHand]) {
      const { out } = await shop.crm('lead', 'show', '晨光文具店', '--lang', 'zh')
      for (const text of Object.values(told)) expect(out).toContain(text)
    }
    expect(await factsOf(byFile, '晨光文具店')).toMatchObject(told)
    expect((await imported(byFile, sheet, '--force')).entries).toEqual([{ kind: 'lead', inserted: 0, unchanged: 1 }])
    await byFile.crm('undo')
    expect(await leads(byFile)).toEqual([])
  })

  test('what is typed outranks the sheet, a later sheet the one before, and a column it has not changes nothing', async () => {
    const shop = await dollarShop()
    await imported(shop, sheet)
    await imported(shop, ['客户名称,电话,意向等级,需求', '晨光文具店,13800000011,B,三百套'])
    expect(await factsOf(shop, '晨光文具店')).toMatchObject({ ...told, need: '三百套' })
    await shop.crm('lead', 'note', '晨光文具店', '--need', '一百套', '--on', '2026-09-01')
    await imported(shop, ['客户名称,电话,意向等级,需求', '晨光文具店,13800000011,A,四百套'])
    expect(await factsOf(shop, '晨光文具店')).toMatchObject({ ...told, need: '一百套' })
  })

  test('in English words too', async () => {
    const shop = await dollarShop()
    await imported(shop, [
      'Lead,E-mail,Stage,Requirement,Interested in,Decision maker,Concern',
      'Ann,a@example.com,need,200 mugs,mugs,Eve,price',
    ])
    const english = { need: '200 mugs', products: 'mugs', decisionMaker: 'Eve', obstacle: 'price' }
    expect(await factsOf(shop, 'Ann')).toMatchObject(english)
  })
})

test('an expected close that is over is told of leads on their way, by row, and kept', async () => {
  const shop = await dollarShop()
  shop.write('deals.csv', [
    'Deal Name,Contact,Amount,Expected Close Date,Deal Stage,Create Date',
    'Mugs,Ann,500,2026-08-05,Proposal,2026-08-03',
    'Tea,Bob,800,2026-08-20,Won,2026-08-04',
    'Cups,Cid,70,2026-10-09,Discovery,2026-08-05',
  ])
  const { code, err } = await shop.crm('import', 'deals.csv', '--lang', 'en')
  expect(code).toBe(0)
  expect(err).toMatch(/row 2 › Expected Close Date: the sale is expected on a day that is over: "2026-08-05"/)
  expect(err.match(/a day that is over/g)).toHaveLength(1)
  expect(await leadOf(shop, 'Ann')).toMatchObject({ closeOn: '2026-08-05' })
})

describe('a second registration in a later sheet (R17)', () => {
  const head = '姓名,手机,级别,需求,负责人,预计金额,首次联系'
  const first = [head, '王老板,13911110001,A,酒店用茶,李明,20000,2026-08-20']
  const second = [head, '王老板,13911110001,D,茶杯,王芳,500,2026-08-22']

  test('is told with the first owner, and changes nothing of the lead', async () => {
    const shop = emptyShop()
    await shop.crm('config', 'set', 'currency.base', 'CNY')
    await imported(shop, first)
    const before = await leads(shop)
    expect((await imported(shop, second, '--dry-run')).issues).toMatchObject([{ code: 'lead.second', count: 1 }])
    shop.write('second.csv', second)
    const { code, err } = await shop.crm('import', 'second.csv', '--lang', 'en')
    expect([code, err]).toEqual([0, expect.stringMatching(/row 2 › 负责人: 王老板 \(c\w+\) is registered by 李明/)])
    expect(await leads(shop)).toEqual(before)
    expect(before).toMatchObject([{ level: 'A', amountMinor: 2_000_000, owner: '李明' }])
    expect(await tableOf(shop, 'conflicts')).toMatchObject([{ first: '李明', second: '王芳', secondOn: '2026-08-22' }])
    await shop.crm('undo')
    expect(await tableOf(shop, 'conflicts')).toEqual([])
    expect(await leads(shop)).toEqual(before)
  })

  test.each(['李明', ''])('a newer row of %j brings the lead up to date, and is none', async (owner) => {
    const shop = emptyShop()
    await shop.crm('config', 'set', 'currency.base', 'CNY')
    await imported(shop, first)
    const newer = await imported(shop, [head, `王老板,13911110001,B,茶杯,${owner},500,2026-08-22`])
    expect(newer.issues).toEqual([])
    expect(await leads(shop)).toMatchObject([{ level: 'B', amountMinor: 50_000, owner: '李明' }])
  })
})
