import { describe, expect, test } from 'vitest'
import { type Answer, emptyShop, HEADER, shopOf } from './shop.js'

type Row = Readonly<Record<string, unknown>>

function rowsOf(answer: Answer, key: string): readonly Row[] {
  return (answer.tables as { key: string; rows: Row[] }[]).find((table) => table.key === key)!.rows
}

const moves = (answer: Answer) =>
  rowsOf(answer, 'movers').map(({ name, before, now, cause }) => `${name} ${before}${now} ${cause}`)

describe('tier --against', () => {
  test('compares any two days, and a week by default', async () => {
    const shop = await shopOf(2026)
    // To 06-15: Ann 300 of 370 A, Bob 40 (81 % before) B, 王芳 30 (92 %) B. To 08-31: Ann 400 of 520 A, 王芳 60 (77 %) A,
    // Bob 40 (88 %) B, Eve 20 (96 %) C.
    const wide = await shop.json('tier', '--on', '2026-08-31', '--against', '2026-06-15')
    expect(moves(wide)).toEqual(['王芳 BA ordered', '=1+1\u001b[31m\u202e Eve UC first-order'])
    expect(wide.summary.movers).toEqual({ since: '2026-06-15', customers: 2, up: 2, down: 0 })
    expect(rowsOf(wide, 'moves')).toEqual([
      { before: 'A', nowA: 1, nowB: 0, nowC: 0, nowU: 0, moved: 0 },
      { before: 'B', nowA: 1, nowB: 1, nowC: 0, nowU: 0, moved: 1 },
      { before: 'C', nowA: 0, nowB: 0, nowC: 0, nowU: 0, moved: 0 },
      { before: 'U', nowA: 0, nowB: 0, nowC: 1, nowU: 1, moved: 1 },
    ])
    const week = await shop.json('tier', '--on', '2026-08-24')
    expect(week.params.since).toBe('2026-08-17')
    // 王芳 had 80 % before her then and 77 % now, by what Eve bought.
    expect(moves(week)).toEqual(['王芳 BA others', expect.stringMatching(/Eve UC first-order$/)])
    const { out } = await shop.crm('tier', '--on', '2026-08-31', '--against', '30天', '--lang', 'zh')
    expect(out).toContain('2026-08-01 至 2026-08-31 升降级名单')
    expect(out).toContain('2026-08-01 以来升降级客户数')
  })

  test('a filter narrows the movers and their counts', async () => {
    const shop = await shopOf(2026)
    const answer = await shop.json('tier', 'country:CN', '--on', '2026-08-31', '--against', '2026-06-15')
    expect(moves(answer)).toEqual(['王芳 BA ordered'])
    expect(rowsOf(answer, 'moves').map(({ moved }) => moved)).toEqual([0, 1, 0, 0])
  })

  test('the same day and a later one are refused, with the other way round', async () => {
    const shop = await shopOf(2026)
    const later = await shop.crm('tier', '--on', '2026-08-01', '--against', '2026-08-31')
    expect(later.code).toBe(2)
    expect(later.err).toContain('--against 2026-08-31 is not before 2026-08-01')
    expect(later.err).toContain('--on 2026-08-31 --against 2026-08-01')
    const same = await shop.crm('tier', '--on', '2026-08-01', '--against', '0d', '--lang', 'zh')
    expect(same.code).toBe(2)
    expect(same.err).toContain('--against 2026-08-01 不早于')
    expect(same.err).not.toContain('反过来')
    expect((await shop.crm('tier', '--against', 'soon')).err).toContain('"soon" is not a date')
  })

  test('before the first order everybody is new, and that is said', async () => {
    const shop = await shopOf(2026)
    const answer = await shop.json('tier', '--on', '2026-08-31', '--against', '2020-01-01')
    expect(moves(answer).map((move) => move.slice(-14))).toEqual(
      Array(4).fill(expect.stringMatching(/U[ABC] first-order$/)),
    )
    expect(answer.notes).toContain(
      'On 2020-01-01 no order counted yet (the first is of 2023-01-05): everybody in a tier is new since.',
    )
    const empty = await shop.json('tier', '--on', '2026-08-31', '--against', '2025-06-01')
    expect(empty.notes).toContain(
      'No order counted in the window of 2025-06-01: everybody in a tier moved into it since.',
    )
  })

  test('an import between the two days is named over any span; one after both is not', async () => {
    const shop = emptyShop()
    const rows = ['1,2026-05-01,Ann,a@example.com,1000,USD,US', '2,2026-05-02,Bob,b@example.com,900,USD,US']
    shop.write('orders.csv', [HEADER, ...rows])
    await shop.crmIn({ now: '2026-06-01T01:00:00Z' }, 'import', 'orders.csv')
    shop.write('late.csv', [HEADER, '3,2026-05-03,Cid,c@example.com,50,USD,US'])
    await shop.crmIn({ now: '2026-07-15T01:00:00Z' }, 'import', 'late.csv')
    const causes = async (on: string, against: string) =>
      rowsOf(await shop.json('tier', '--on', on, '--against', against), 'movers').map(
        ({ name, before, now, cause, correctedBy }) => [name, before, now, cause, correctedBy].join(' '),
      )
    expect(await causes('2026-08-30', '2026-06-10')).toEqual(['Cid U C corrected 2'])
    expect(await causes('2026-08-30', '2026-07-20')).toEqual([])
    expect(await causes('2026-07-10', '2026-06-10')).toEqual([])
  })
})

describe('tier --per', () => {
  async function twoShops() {
    const shop = emptyShop()
    shop.write('tea.csv', [
      HEADER,
      '1,2026-08-01,Ann,ann@example.com,100.00,USD,US',
      '2,2026-08-02,Bo,bo@example.com,40.00,USD,CN',
    ])
    shop.write('cups.csv', [HEADER, '1,2026-08-03,Ann,ann@example.com,60.00,USD,US'])
    for (const name of ['tea', 'cups']) expect((await shop.crm('import', `${name}.csv`, '--shop', name)).code).toBe(0)
    return shop
  }

  test('by shop the value stands where it was earned', async () => {
    const shop = await twoShops()
    const answer = await shop.json('tier', '--on', '2026-08-31', '--per', 'shop')
    // Ann 160 of 200 is A, Bo (80 % before) B.
    expect(rowsOf(answer, 'per')).toMatchObject([
      {
        group: 'sheet/tea',
        customers: 2,
        tierA: 1,
        tierB: 1,
        valueMinor: 14_000,
        valueShare: 0.7,
        averageOrderMinor: 7000,
      },
      {
        group: 'sheet/cups',
        customers: 1,
        tierA: 1,
        tierB: 0,
        valueMinor: 6000,
        valueShare: 0.3,
        aShare: 1,
        bestName: 'Ann',
      },
    ])
    expect(answer.params.per).toBe('shop')
    expect(answer.notes).toContain('Who bought in several shops counts in each; amounts stand where they were paid.')
    const earlier = await shop.json('tier', '--on', '2026-08-02', '--per', 'shop')
    expect(rowsOf(earlier, 'per').map(({ group }) => group)).toEqual(['sheet/tea'])
  })

  test('by shop amounts in other currencies are turned as everywhere', async () => {
    const shop = await twoShops()
    shop.write('eu.csv', [HEADER, '1,2026-08-04,Eva,eva@example.com,10.00,EUR,DE'])
    await shop.crm('import', 'eu.csv', '--shop', 'eu')
    await shop.crm('rates', 'set', 'EUR=2')
    const groups = rowsOf(await shop.json('tier', '--on', '2026-08-31', '--per', 'shop'), 'per')
    expect(groups.find(({ group }) => group === 'sheet/eu')).toMatchObject({ valueMinor: 2000 })
  })

  test('owners count from the day they were named, and may be taken away', async () => {
    const shop = await twoShops()
    const owners = async (on: string) =>
      rowsOf(await shop.json('tier', '--on', on, '--per', 'owner'), 'per').map(({ group, customers }) => [
        group,
        customers,
      ])
    const none = await shop.crm('tier', '--on', '2026-08-31', '--per', 'owner')
    expect(none.out).toContain('crm edit CUSTOMER --owner NAME')
    await shop.crmIn({ now: '2026-08-20T01:00:00Z' }, 'edit', 'Ann', '--owner', '李雷')
    expect(await owners('2026-08-31')).toEqual([
      ['李雷', 1],
      ['', 1],
    ])
    expect(await owners('2026-08-10')).toEqual([['', 2]])
    await shop.crmIn({ now: '2026-08-21T01:00:00Z' }, 'edit', 'Ann', '--owner', '-')
    expect(await owners('2026-08-31')).toEqual([['', 2]])
  })

  test('countries have their names, price bands those the seller sets', async () => {
    const shop = await twoShops()
    const { out } = await shop.crm('tier', '--on', '2026-08-31', '--per', 'country', '--lang', 'zh')
    expect(out).toMatch(/美国 +1/)
    expect((await shop.crm('config', 'set', 'price.bands', '50，80')).code).toBe(0)
    const bands = await shop.json('tier', '--on', '2026-08-31', '--per', 'price-band')
    expect(rowsOf(bands, 'per').map(({ group }) => group)).toEqual(['..5000', '8000..'])
    for (const bad of ['80,50', '0', 'many', '1,2,3,4,5,6,7,8,9,10'])
      expect((await shop.crm('config', 'set', 'price.bands', bad)).code, bad).toBe(2)
    expect((await shop.crm('config', 'set', 'price.bands', 'AUTO')).code).toBe(0)
  })

  test('a filter narrows the groups, shares stay those of all', async () => {
    const shop = await twoShops()
    const answer = await shop.json('tier', 'country:CN', '--on', '2026-08-31', '--per', 'country')
    expect(rowsOf(answer, 'per')).toMatchObject([{ group: 'CN', customers: 1, valueShare: 0.2 }])
  })

  test('what cannot be grouped by is refused with what can', async () => {
    const shop = await twoShops()
    const { code, err } = await shop.crm('tier', '--per', 'city')
    expect(code).toBe(2)
    expect(err).toContain('it takes one of country, owner, platform, shop')
  })
})

test.each(['tier', 'rfm', 'kpi', 'why Ann', 'backtest'])(
  '%s: a window longer than the calendar is refused',
  async (line) => {
    const shop = await shopOf(2026)
    const { code, err } = await shop.crm(...line.split(' '), '--days', '999999999')
    expect([code, err]).toEqual([2, expect.stringContaining('--days takes at most 36500')])
  },
)

test('where tiers are set otherwise, the due list and the list show the tier of the tier report', async () => {
  const shop = await shopOf(2026)
  const tiersIn = async (...command: string[]) => {
    const { rows } = await shop.json(...command)
    return new Map(rows.map(({ customer, tier }) => [customer, tier]))
  }
  for (const days of ['365', '10', '90']) {
    await shop.crm('config', 'set', 'window.days', days)
    const [due, listed, graded] = [
      await tiersIn('due', '--days', '90'),
      await tiersIn('list'),
      await tiersIn('tier'),
    ] as const
    expect(due.size).toBeGreaterThan(1)
    for (const [customer, tier] of due) expect([tier, tier]).toEqual([graded.get(customer), listed.get(customer)])
  }
})
