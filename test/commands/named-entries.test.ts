import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

type Rows = readonly Readonly<Record<string, unknown>>[]

const orders = [
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name',
  '#1001,ann@example.com,paid,2026-08-01 10:00:00 +0000,USD,100,0,0,100,2026-08-01 10:00:00 +0000,2,Green Tea,50,GT1,Ann Alder',
  '#A1002,eve@example.com,paid,2026-08-02 10:00:00 +0000,USD,40,0,0,40,2026-08-02 10:00:00 +0000,1,Green Tea,40,GT1,Eve Elder',
]
const complaints = [
  'Date,Customer,Complaint,Order number',
  '2026-08-20,Ann Alder,cup broken,77777',
  '2026-08-21,Bob Birch,late,',
]

async function take(shop: Shop, file: string, lines: readonly string[], ...more: readonly string[]): Promise<string> {
  shop.write(file, lines)
  const { code, out, err } = await shop.crm('import', file, '--lang', 'en', ...more)
  if (code !== 0) throw new Error(err)
  return out
}

const told = async (shop: Shop) =>
  ((await shop.json('feedback', 'list')).rows as Rows).map(({ name, text, customer }) => [name, text, customer]).sort()
const toldOf = async (shop: Shop) => (await told(shop)).map(([name, text]) => [name, text])
const customers = async (shop: Shop) => ((await shop.json('list')).rows as Rows).map(({ name }) => name).sort()

describe('a row that names a customer and an order that is not here', () => {
  test('is of the customer it names at once', async () => {
    const shop = emptyShop()
    await take(shop, 'q.csv', complaints)
    expect(await toldOf(shop)).toEqual([
      ['Ann Alder', 'cup broken'],
      ['Bob Birch', 'late'],
    ])
  })

  test('stays his when the order comes and is of somebody else, whichever file is first', async () => {
    const of = complaints.map((line) => line.replace('77777', 'A1002'))
    const outcomes = []
    for (const first of ['orders', 'complaints']) {
      const shop = emptyShop()
      if (first === 'orders') await take(shop, 'o.csv', orders)
      await take(shop, 'q.csv', of)
      if (first !== 'orders') await take(shop, 'o.csv', orders)
      outcomes.push([await told(shop), await customers(shop)])
    }
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(outcomes[0]![0]!.map((one) => (one as unknown[]).slice(0, 2))).toEqual([
      ['Ann Alder', 'cup broken'],
      ['Bob Birch', 'late'],
    ])
    expect(outcomes[0]![1]).toEqual(['Ann Alder', 'Ann Alder', 'Bob Birch', 'Eve Elder'])
  })

  test('is of the buyer where the buyer bears that name: # and letter case are forgiven, and nobody is made twice', async () => {
    for (const [first, number, who] of [
      ['orders', '1001', 'Ann Alder'],
      ['complaints', '1001', 'ann alder'],
      ['orders', '#a1002', 'Eve'],
      ['complaints', 'a1002', 'Eve Elder'],
    ] as const) {
      const shop = emptyShop()
      const row = ['Date,Customer,Complaint,Order number', `2026-08-20,${who},cup broken,${number}`]
      if (first === 'orders') await take(shop, 'o.csv', orders)
      await take(shop, 'q.csv', row)
      if (first !== 'orders') await take(shop, 'o.csv', orders)
      expect(await toldOf(shop), number).toEqual([[number.endsWith('1001') ? 'Ann Alder' : 'Eve Elder', 'cup broken']])
      expect(await customers(shop)).toEqual(['Ann Alder', 'Eve Elder'])
    }
  })

  test('is again of whom it names when the order is taken back; undone and imported twice it is as before', async () => {
    const shop = emptyShop()
    await take(shop, 'q.csv', ['Date,Customer,Complaint,Order number', '2026-08-20,Ann,cup broken,1001'])
    const before = await told(shop)
    await take(shop, 'o.csv', orders)
    expect(await toldOf(shop)).toEqual([['Ann Alder', 'cup broken']])
    await shop.crm('undo')
    expect(await told(shop)).toEqual(before)
    const { files } = (await shop.json('import', 'q.csv', '--force')) as unknown as { files: { entries: unknown }[] }
    expect(files[0]!.entries).toEqual([{ kind: 'complaint', inserted: 0, unchanged: 1 }])
    expect(await told(shop)).toEqual(before)
    await shop.crm('undo')
    expect(await told(shop)).toEqual([])
  })

  test('a rating so told counts', async () => {
    const shop = emptyShop()
    await take(shop, 'o.csv', orders)
    await take(shop, 'r.csv', ['Date,Customer,Rating,Order number', '2026-08-20,Cy,1,9', '2026-08-21,Ann Alder,5,1001'])
    const { tables } = (await shop.json('feedback', 'summary')) as unknown as { tables: { key: string; rows: Rows }[] }
    expect(tables.find(({ key }) => key === 'quarters')?.rows).toMatchObject([{ answers: 2, customers: 2, low: 1 }])
  })
})

describe('a row that names nobody but an order that is not here', () => {
  const lines = ['Date,Complaint,Order number', '2026-08-20,cup broken,1001', '2026-08-21,late,5']
  test('waits and is told with its number, and is the buyer’s when the order comes', async () => {
    const shop = emptyShop()
    const out = await take(shop, 'q.csv', lines)
    expect(out).toContain('complaints: 2 name nobody but an order that is not here yet')
    expect(await told(shop)).toEqual([])
    expect((await shop.json('status')).summary.waitingEntries).toBe(2)
    await take(shop, 'o.csv', orders)
    expect(await toldOf(shop)).toEqual([['Ann Alder', 'cup broken']])
    expect((await shop.json('status')).summary.waitingEntries).toBe(1)
    expect(await take(shop, 'q.csv', lines, '--force')).toContain('complaints: 1 names nobody but an order')
  })
})

describe('names of a sheet that one known customer bears', () => {
  test('are told with what to do, which does it; customers of two names and known ones are not', async () => {
    const shop = emptyShop()
    await take(shop, 'o.csv', orders)
    const out = await take(shop, 'log.csv', [
      'Customer,Contact date,Contact notes',
      'Ann Alder,2026-08-20,asked',
      'Cy Moor,2026-08-21,asked',
    ])
    const [, known, made] = /Ann Alder \(known (\w+), new (\w+)\)/.exec(out) ?? []
    expect(out).toContain('1 new customer bears the name of somebody known')
    expect(out).toContain(`crm merge ${known} ${made}`)
    expect(out).not.toContain('Cy Moor')
    expect((await shop.crm('merge', known!, made!)).code).toBe(0)
    expect(await customers(shop)).toEqual(['Ann Alder', 'Cy Moor', 'Eve Elder'])
    expect(
      await take(shop, 'log2.csv', ['Customer,Contact date,Contact notes', 'Ann Alder,2026-08-22,again']),
    ).not.toContain('bears the name')
  })
})

describe('what sheets say besides', () => {
  test('the next contact of a lead is the day agreed; of one that has ended there is none', async () => {
    const shop = emptyShop()
    await take(shop, 'l.csv', [
      '姓名,手机,级别,跟进阶段,负责人,现有供应商,下次联系,首次联系',
      '王老板,13911110001,A,,李明,XX茶厂,2026-09-05,2026-08-30',
      '赵老板,13911110002,A,战败,李明,,2026-09-05,2026-08-30',
      '钱老板,13911110003,A,,李明,,2026-09-06,',
    ])
    const due = ((await shop.json('due', '--days', '7', '--reason', 'agreed')).rows as Rows).map(({ name, dueOn }) => [
      ...[name, dueOn],
    ])
    expect(due.sort()).toEqual([
      ['王老板', '2026-09-05'],
      ['钱老板', '2026-09-06'],
    ])
    const shown = (await shop.crm('lead', 'show', '王老板', '--lang', 'zh')).out
    expect(shown).toMatch(/下次联系 +2026-09-05/)
    expect(shown).toMatch(/现有供应商 +XX茶厂/)
    expect(shown).toMatch(/联系次数 +0/)
    // Told again with another day, that day stands; undo brings the first back.
    await take(shop, 'l.csv', ['姓名,手机,级别,下次联系,首次联系', '王老板,13911110001,A,2026-09-07,2026-08-30'])
    const next = async () => (await shop.crm('lead', 'show', '王老板', '--lang', 'zh')).out
    expect(await next()).toMatch(/下次联系 +2026-09-07/)
    await shop.crm('undo')
    expect(await next()).toMatch(/下次联系 +2026-09-05/)
    // Who registers the same contact second agrees nothing for the first one's lead (R17), in whatever order the sheets are told again.
    const other = ['姓名,手机,级别,负责人,下次联系,首次联系', '王老板,13911110001,D,王芳,2026-09-09,2026-08-31']
    await take(shop, 'other.csv', other)
    expect(await next()).toMatch(/下次联系 +2026-09-05/)
  })

  test('a complaint: its severity, the day it was registered, and whether the customer was satisfied', async () => {
    const shop = emptyShop()
    shop.write('c.csv', [
      '登记日期,客户,投诉内容,严重程度,处理结果,处理日期,客户是否满意',
      '2026-08-20,刘星河,晚到,严重,补发,2026-08-22,满意',
      '2026-08-21,何田田,裂纹,轻微,已退款,2026-08-25,不满意',
      '2026-08-22,王小二,少发,很怪,补发,2026-08-25,不好说',
      '2024-08-22,孙小四,旧事,,补发,2024-08-25,不满意',
    ])
    const { err } = await shop.crm('import', 'c.csv', '--lang', 'zh')
    expect(err).toContain('不认识的严重程度：“很怪”')
    expect(err).toContain('看不出客户是否满意，已略过：“不好说”')
    const rows = ((await shop.json('feedback', 'list')).rows as Rows).map(({ name, openedOn, severity, state }) => [
      ...[name, openedOn, severity, state],
    ])
    expect(rows.sort()).toEqual(
      [
        ['刘星河', '2026-08-20', 'high', 'resolved'],
        ['何田田', '2026-08-21', 'low', 'open'],
        ['王小二', '2026-08-22', 'normal', 'resolved'],
        ['孙小四', '2024-08-22', 'normal', 'resolved'],
      ].sort(),
    )
  })

  test('a rating: its text, and a plain score from 1 to 5 alone', async () => {
    const shop = emptyShop()
    await take(shop, 'r.csv', ['Date,Customer,Email,Score,Review', '2026-08-20,Ann,ann@example.com,2,slow'])
    const { tables } = (await shop.json('show', 'ann@example.com')) as unknown as {
      tables: { key: string; rows: Rows }[]
    }
    expect(tables.find(({ key }) => key === 'entries')?.rows).toMatchObject([
      { kind: 'rating', value: 2, text: 'slow' },
    ])
    shop.write('t.csv', ['Date,Customer,Score', '2026-08-20,Bob,4', '2026-08-20,Cy,9'])
    expect((await shop.crm('import', 't.csv')).code).toBe(65)
  })

  test('a consent that is neither yes nor no is told by its row', async () => {
    const shop = emptyShop()
    shop.write('h.csv', [
      '姓名,手机,是否同意营销',
      '王老板,13911110001,也许',
      '李老板,13911110002,是',
      '孙老板,13911110003,',
    ])
    const { err } = await shop.crm('import', 'h.csv', '--lang', 'zh')
    expect(err).toContain('第 2 行 › 是否同意营销：看不出同意还是不同意，按未知处理：“也许”')
    expect(err).not.toContain('第 3 行')
    expect(err).not.toContain('第 4 行')
  })
})
