import { describe, expect, test } from 'vitest'
import { column, emptyShop, shopOf } from './shop.js'

/** Six customers with one order each, on the first of February to July 2026, of 10, 20 … 60 dollars; the first bought again in August, for 500. */
async function sixBuyers() {
  const shop = emptyShop()
  const rows = [1, 2, 3, 4, 5, 6].map((n) => `${n},2026-0${n + 1}-01,N${n},n${n}@example.com,${n * 10}.00,USD`)
  shop.write('orders.csv', [
    'Order No,Order Date,Customer Name,Email,Total,Currency',
    ...rows,
    '7,2026-08-25,N1,n1@example.com,500.00,USD',
  ])
  await shop.crm('import', 'orders.csv')
  return shop
}

const scores = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  Object.fromEntries(rows.map(({ name, r, f, m, segment }) => [name, `${r}${f}${m} ${segment}`]))

describe('scores by bands', () => {
  // On 2026-09-01: days 7, 184, 153, 123, 92, 62; orders 2, 1, 1, 1, 1, 1; dollars 510, 20, 30, 40, 50, 60.
  test('are those of the settings, over which goes what is typed', async () => {
    const shop = await sixBuyers()
    await shop.crm('config', 'set', 'rfm.scoring', 'bands')
    await shop.crm('config', 'set', 'rfm.bands.monetary', '20,40,60,100')
    const answer = await shop.json('rfm')
    expect(scores(answer.rows)).toEqual({
      N1: '525 promising',
      N2: '111 lost',
      N3: '212 hibernating',
      N4: '212 hibernating',
      N5: '213 about-to-sleep',
      N6: '313 promising',
    })
    expect(answer.summary.cuts).toEqual({
      recencyDays: [180, 90, 60, 30],
      orders: [1, 2, 3, 5],
      netMinor: [2000, 4000, 6000, 10_000],
    })
    expect(answer.params.bands).toEqual({
      recencyDays: [30, 60, 90, 180],
      orders: [1, 2, 3, 5],
      netMinor: [2000, 4000, 6000, 10_000],
    })
    expect((await shop.json('rfm', '--scoring', 'rank')).summary.scoring).toBe('rank')
  })

  test('without amounts, M is cut at quantiles, and the line to type stands beside it', async () => {
    const shop = await sixBuyers()
    const { out } = await shop.crm('rfm', '--scoring', 'bands')
    // The type-7 quantiles of 20 30 40 50 60 510 at 20, 40, 60, 80 % are 30, 40, 50, 60.
    expect(out).toContain('crm config set rfm.bands.monetary 30,40,50,60')
    expect((await shop.json('rfm', '--scoring', 'bands')).params.bands).toMatchObject({ netMinor: null })
    await shop.crm('config', 'set', 'rfm.bands.monetary', '30,40,50,60')
    expect((await shop.crm('rfm', '--scoring', 'bands')).out).not.toContain('crm config set rfm.bands.monetary')
  })
})

describe('the vocabulary', () => {
  test('decided is that of every report and of the filter', async () => {
    const shop = await sixBuyers()
    await shop.crm('config', 'set', 'rfm.vocabulary', 'value')
    // By rank N1 is 555; the means of R are (5+1+1+2+3+4)/6 = 2.67, of F (5+1·5)/6 = 1.67.
    expect(scores((await shop.json('rfm')).rows).N1).toBe('555 important-value')
    expect(column(await shop.json('list', 'segment:important-value'), 'name')).toEqual(['N1'])
    expect(column(await shop.json('list', 'segment:重要价值客户'), 'name')).toEqual(['N1'])
    expect((await shop.crm('show', 'N1')).out).toContain('重要价值客户 (important: valued)')
    expect((await shop.crm('why', 'N1')).out).toMatch(/重要价值客户.*R high, F high, M high/)
    expect((await shop.crm('report')).out).toContain('重要价值客户')
    expect((await shop.crm('list', 'segment:champions')).err).toContain('important-value')
  })

  test('typed goes over the one decided', async () => {
    const shop = await sixBuyers()
    await shop.crm('config', 'set', 'rfm.vocabulary', 'value')
    const answer = await shop.json('rfm', '--vocabulary', 'volc')
    expect(answer.params.vocabulary).toBe('volc')
    expect(scores(answer.rows).N2).toBe('111 lost')
    expect((await shop.json('rfm', 'segment:champions', '--vocabulary', 'ten')).rows).toHaveLength(1)
  })

  test('that is none is told with near names', async () => {
    const { code, err } = await (await sixBuyers()).crm('rfm', '--vocabulary', 'elven')
    expect(code).toBe(2)
    expect(err).toContain('Did you mean eleven?')
  })

  test('of one’s own has its names everywhere', async () => {
    const shop = await sixBuyers()
    const own = '{"Best of all": "5[4-5]*", "Rest": "5[1-3]* [1-4]**"}'
    await shop.crm('config', 'set', 'rfm.vocabulary.mine', own)
    const answer = await shop.json('rfm', '--vocabulary', 'MINE')
    expect(answer.summary.segments).toEqual({
      'Best of all': { customers: 1, netMinor: 51_000 },
      Rest: { customers: 5, netMinor: 20_000 },
    })
    const found = await shop.json('rfm', 'segment:"best of all"', '--vocabulary', 'mine')
    expect(column(found, 'name')).toEqual(['N1'])
  })
})

describe('segments of two days', () => {
  type Tables = readonly { key: string; rows: readonly Record<string, unknown>[] }[]

  test('who moved is counted and named', async () => {
    const shop = await sixBuyers()
    const answer = await shop.json('rfm', '--against', '2026-08-24')
    const table = (key: string) => (answer.tables as Tables).find((found) => found.key === key)!.rows
    const movers = table('segmentMovers')
    // Before: days by rank 1 1 2 3 4 5 for N1 to N6, equal orders, net 1 1 2 3 4 5: 111 111 212 313 414 515. With N1 on top
    // each other has one worse less: N2 111, N3 111, N4 212, N5 313, N6 414. N5 and N6 stay among the promising.
    expect(movers.map(({ name, scoresBefore, scoresNow }) => [name, scoresBefore, scoresNow])).toEqual([
      ['N1', '111', '555'],
      ['N4', '313', '212'],
      ['N3', '212', '111'],
    ])
    expect(movers[0]).toMatchObject({ name: 'N1', before: 'lost', now: 'champions' })
    const flows = table('migration')
    expect(flows.reduce((sum, { customers }) => sum + Number(customers), 0)).toBe(6)
    expect(answer.summary.migration).toMatchObject({ against: '2026-08-24', customers: 6, moved: 3, stayed: 3 })
  })

  test('a day on which nobody was scored is told', async () => {
    const { out } = await (await sixBuyers()).crm('rfm', '--against', '2026-02-15')
    expect(out).toContain('On 2026-02-15 nobody had scores: 1 customer ordered in the window that ends then')
  })

  test.each([
    ['2026-09-01', /--against 2026-09-01 is not before 2026-09-01/],
    ['2027-01-01', /--on 2027-01-01 --against 2026-09-01/],
    ['someday', /not a date/],
  ])('%s is no earlier day', async (day, sentence) => {
    const { code, err } = await (await sixBuyers()).crm('rfm', '--against', day)
    expect(code).toBe(2)
    expect(err).toMatch(sentence)
  })

  test('`7d` counts back from the day of the report', async () => {
    const shop = await shopOf(2019)
    expect((await shop.json('rfm', '--against', '7d')).params.against).toBe('2019-08-13')
  })
})
