import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const HEAD = '姓名,手机,积分,截止日期'

async function imported(lines: readonly string[], head = HEAD): Promise<{ readonly shop: Shop; readonly err: string }> {
  const shop = emptyShop()
  await shop.crm('config', 'set', 'points.scheme', 'on')
  shop.write('points.csv', [head, ...lines])
  const { code, err } = await shop.crm('import', 'points.csv')
  expect(code, err).toBe(0)
  return { shop, err }
}

const balances = async (shop: Shop) =>
  Object.fromEntries((await shop.json('points')).rows.map(({ name, balance }) => [name, balance]))

describe('a person who stands twice in one sheet of balances (R29)', () => {
  test.each([
    [['张三,13800000001,1200,2026-08-31', '张三,13800000001,1200,2026-08-31'], 1200],
    [['张三,13800000001,50,2026-08-31', '张三,13800000001,70,2026-08-31'], 70],
    [['张三,13800000001,70,2026-08-31', '张三,13800000001,50,2026-08-30'], 70],
    [['张三,13800000001,50,', '张三,13800000001,70,'], 70],
    [['张三,13800000001,50,2026-08-31', '张老三,13800000001,70,2026-08-31'], 70],
  ])('%j has %i points, and is told', async (lines, points) => {
    const { shop, err } = await imported(lines)
    expect(err).toContain('a second balance of points of the person of row 2')
    expect(Object.values(await balances(shop))).toEqual([points])
    // Told again, alone or with its file, the first row does not come back.
    await shop.crm('import', 'points.csv')
    expect(Object.values(await balances(shop))).toEqual([points])
  })

  test('the first row told again by a later file is no newer for it', async () => {
    const { shop } = await imported(['张三,13800000001,50,2026-08-31', '张三,13800000001,70,2026-08-31'])
    shop.write('again.csv', [HEAD, '张三,13800000001,50,2026-08-31'])
    await shop.crm('import', 'again.csv')
    expect(await balances(shop)).toEqual({ 张三: 70 })
  })

  test('two of one name have each their own, and merged by the seller they add up', async () => {
    const { shop, err } = await imported(['张三,13800000001,50,2026-08-31', '张三,13800000002,70,2026-08-31'])
    expect(err).not.toContain('second balance')
    const ids = (await shop.json('points')).rows.map(({ customer }) => String(customer))
    expect(ids).toHaveLength(2)
    await shop.crm('merge', ...ids)
    expect(await balances(shop)).toEqual({ 张三: 120 })
  })
})
