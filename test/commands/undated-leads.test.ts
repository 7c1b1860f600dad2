import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const orders = ['Order No,Order Date,Customer Name,Email,Total,Currency', 'A1,2026-08-20,Ann,ann@example.com,10.00,CNY']
const leads = ['客户,邮箱,意向等级,跟进阶段', 'Bob,bob@example.com,A,方案提供', 'Cid,cid@example.com,B,初次接触']

/** The clock stands at 2026-09-01 09:00 in Shanghai, where it was still 31 August in New York. */
async function shopOf(zone?: string): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', orders)
  shop.write('leads.csv', leads)
  for (const file of ['orders.csv', 'leads.csv']) expect((await shop.crm('import', file)).code).toBe(0)
  if (zone !== undefined) expect((await shop.crm('config', 'set', 'zone', zone)).code).toBe(0)
  return shop
}

/** Before the period, entered, left, at its end. */
async function intents(shop: Shop, ...more: string[]) {
  const { tables, summary } = await shop.json('kpi', ...more)
  const { rows } = (tables as { key: string; rows: Record<string, unknown>[] }[]).find(({ key }) => key === 'stages')!
  const { before, entered, left, customers } = rows.find(({ stage }) => stage === 'intent')!
  const { leadsOpened } = (summary.now ?? {}) as { leadsOpened?: number }
  return [before, entered, left, customers, leadsOpened]
}

describe('leads imported without a date', () => {
  test('are new on the day of the import: entered, and counted as new leads', async () => {
    const shop = await shopOf()
    expect(await intents(shop)).toEqual([0, 2, 0, 2, 2])
    const { out } = await shop.crm('kpi')
    expect(out.replace(/\s+/g, ' ')).toContain('2 leads without a date count from the day of the import.')
    // The day before nobody knew of them.
    expect(await intents(shop, '--on', '2026-08-31')).toEqual([0, 0, 0, 0, null])
  })

  test('the day is that of the ledger’s clock', async () => {
    const shop = await shopOf('America/New_York')
    expect(await intents(shop, '--on', '2026-08-31')).toEqual([0, 2, 0, 2, 2])
  })

  test('told again in a longer sheet they keep their day; taking the first import back does not take the leads', async () => {
    const shop = await shopOf()
    const again = { now: '2026-10-05T01:00:00Z' }
    shop.write('more.csv', [...leads, 'Dan,dan@example.com,C,初次接触'])
    expect((await shop.crmIn(again, 'import', 'more.csv')).code).toBe(0)
    expect(await intents(shop, '--on', '2026-10-05', '--month', '2026-09')).toEqual([0, 2, 0, 2, 2])
    expect(await intents(shop, '--on', '2026-10-05')).toEqual([2, 1, 0, 3, 1])
    expect((await shop.crmIn(again, 'undo', '2')).code).toBe(0)
    expect(await intents(shop, '--on', '2026-10-05')).toEqual([0, 3, 0, 3, 3])
  })

  test('where the newest order’s day stands in for today they count as of it', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', [orders[0]!, 'A1,2024-08-20,Ann,ann@example.com,10.00,CNY'])
    shop.write('leads.csv', leads)
    for (const file of ['orders.csv', 'leads.csv']) await shop.crm('import', file)
    expect(await intents(shop)).toEqual([0, 2, 0, 2, 2])
  })
})
