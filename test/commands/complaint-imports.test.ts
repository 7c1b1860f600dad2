import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const sheet = [
  'Complaint date,Customer,E-mail,Complaint type,Complaint,First response,Resolved on,Resolution',
  '2026-08-20,Ann,ann@example.com,delivery,came late,2026-08-21,2026-08-24,sent a coupon',
  '2026-08-28,Bob,bob@example.com,delivery,box was open,,2026-08-30,',
  '2026-08-29,Cid,cid@example.com,quality,a crack,,,',
]

type Rows = readonly Readonly<Record<string, unknown>>[]

async function shopOf(lines: readonly string[] = sheet): Promise<Shop> {
  const shop = emptyShop()
  shop.write('complaints.csv', lines)
  const { code, err } = await shop.crm('import', 'complaints.csv')
  if (code !== 0) throw new Error(err)
  return shop
}

const complaints = async (shop: Shop, ...more: readonly string[]) =>
  ((await shop.json('feedback', 'list', ...more)).rows as Rows)
    .map(({ name, state, closedOn }) => [name, state, closedOn])
    .sort()

const rulesDue = async (shop: Shop) =>
  ((await shop.json('due')).rows as Rows).map(({ name, rule }) => [name, rule]).sort()

describe('complaints of a file that says when they were resolved', () => {
  test('are resolved on that day, and only the others are due', async () => {
    const shop = await shopOf()
    expect(await complaints(shop)).toEqual([
      ['Ann', 'resolved', '2026-08-24'],
      ['Bob', 'resolved', '2026-08-30'],
      ['Cid', 'open', null],
    ])
    expect((await rulesDue(shop)).filter(([, rule]) => rule === 'complaint')).toEqual([['Cid', 'complaint']])
  })

  test('their times count: hours to the first answer, days to the end', async () => {
    const { rows } = await (await shopOf()).json('feedback', 'summary')
    const delivery = (rows as Rows).find(({ category }) => category === 'delivery')
    // 1 and 2 days to the first answer, which for Bob is the resolution; 4 and 2 days to the end.
    expect(delivery).toMatchObject({ opened: 2, closed: 2, responseHours: 36, closeDays: 3 })
  })

  test('the day before, they were open', async () => {
    const shop = await shopOf()
    expect((await complaints(shop, '--on', '2026-08-23'))[0]).toEqual(['Ann', 'open', null])
    expect((await complaints(shop, '--on', '2026-08-29'))[1]).toEqual(['Bob', 'open', null])
  })

  test('told again with the day, an open one is resolved; undo opens it again, and twice adds nothing', async () => {
    const shop = await shopOf(sheet.map((line) => line.replace('2026-08-30', '')))
    expect((await complaints(shop))[1]).toEqual(['Bob', 'open', null])
    shop.write('complaints.csv', sheet)
    await shop.crm('import', 'complaints.csv')
    expect((await complaints(shop))[1]).toEqual(['Bob', 'resolved', '2026-08-30'])
    const { files } = (await shop.json('import', 'complaints.csv', '--force')) as unknown as {
      files: { entries: unknown }[]
    }
    expect(files[0]!.entries).toEqual([{ kind: 'complaint', inserted: 0, unchanged: 3 }])
    await shop.crm('undo')
    expect((await complaints(shop))[1]).toEqual(['Bob', 'open', null])
  })

  test('in Chinese; a state that says it is open outranks the day', async () => {
    const shop = await shopOf([
      '投诉日期,客户姓名,手机,投诉类型,投诉内容,处理日期,处理结果',
      '2026-08-20,刘星河,13800000021,物流,包裹晚到,2026-08-22,补发优惠券',
      '2026-08-25,何田田,13800000022,质量,杯子有裂纹,2026-08-26,处理中',
    ])
    expect(await complaints(shop)).toEqual([
      ['何田田', 'open', null],
      ['刘星河', 'resolved', '2026-08-22'],
    ])
  })

  test.each([
    ['2026-08-19', 'before the day of the complaint, left out: "2026-08-19"'],
    ['2026-10-19', 'this has not happened yet, left out: "2026-10-19"'],
    ['soon', 'not a date, left out: "soon"'],
  ])('a day that cannot be is told with its row: %s', async (day, sentence) => {
    const shop = emptyShop()
    shop.write(
      'complaints.csv',
      sheet.map((line) => line.replace('2026-08-24,sent a coupon', `${day},`)),
    )
    const { code, err } = await shop.crm('import', 'complaints.csv')
    expect([code, err]).toEqual([0, expect.stringContaining(`row 2 › Resolved on: ${sentence}`)])
    expect((await complaints(shop))[0]).toEqual(['Ann', 'open', null])
  })
})
