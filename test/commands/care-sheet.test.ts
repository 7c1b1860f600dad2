import { describe, expect, test } from 'vitest'
import { contactsOf, listFile } from '../support/list-shop.js'
import { readGrid, workOn } from '../support/worked-list.js'
import { type Answer, emptyShop, HEADER, type Shop } from './shop.js'

/** Ann is remembered on 2026-09-20 alone; the list of 2026-09-01 was written, and put down as csv. */
async function listed(lang = 'en'): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', [
    HEADER,
    '1,2026-05-01,Ann,ann@example.com,1500.00,CNY,US',
    '2,2026-05-31,Bob,bob@example.com,100.00,CNY,US',
  ])
  await shop.crm('import', 'orders.csv')
  await shop.crm('edit', 'Ann', '--birthday', '1990-09-20')
  const { code, err } = await shop.crm('care', '-o', 'care.xlsx', '--lang', lang)
  if (code !== 0) throw new Error(err)
  await workOn(`${shop.dir}/care.xlsx`, lang === 'zh' ? '该问候的客户' : 'Customers to remember', (sheet) => {
    const rows: string[][] = []
    sheet.eachRow((row) => {
      const cells = (row.values as unknown[]).slice(1)
      rows.push(
        Array.from(cells, (cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))),
      )
    })
    list(shop).save(rows)
  })
  return shop
}

const list = (shop: Shop) => listFile(shop, 'care.csv')
const gifts = async (shop: Shop) => {
  const { tables, summary } = (await shop.json('care')) as Answer & { tables: readonly (Answer & { key: string })[] }
  const [line] = tables.find(({ key }) => key === 'lines')!.rows
  return { state: line!.state, gifts: summary.gifts, spent: summary.spentMinor, replies: summary.replies }
}
const NONE = { state: 'open', gifts: 0, spent: 0, replies: 0 }

describe('care as a sheet', () => {
  test('a line a customer and occasion, with columns to fill in and a key; left empty it changes nothing', async () => {
    const shop = await listed()
    const [heading, line] = readGrid(`${shop.dir}/care.csv`)
    expect(heading!.slice(-4)).toEqual(['Gift given', 'Value', 'Reply', 'Key'])
    expect(line!.at(-1)).toMatch(/^crm1:\w{6}:care-20260901:c\w+:birthday:2026-09-20$/)
    expect(await list(shop).taken()).toMatchObject({ code: 0, batch: null, blank: 1 })
    expect((await shop.crm('care')).out).not.toContain('crm1:')
  })

  test('a row comes to what the commands come to; twice adds nothing; undo takes it back', async () => {
    const [bySheet, byHand] = [await listed(), await listed()]
    list(bySheet).write({ Ann: { 'Gift given': 'oak board', Value: '80', Reply: 'lovely' } })
    expect(await list(bySheet).taken('--dry-run')).toMatchObject({ code: 0, batch: null, events: 2 })
    expect(await gifts(bySheet)).toEqual(NONE)
    expect(await list(bySheet).taken()).toMatchObject({ code: 0, list: 'care', events: 2, rejected: 0 })
    await byHand.crm('care', 'gift', 'Ann', 'oak board', '--value', '80', '--occasion', 'birthday')
    await byHand.crm('care', 'reply', 'Ann', 'lovely')
    for (const argv of [['care'], ['show', 'Ann'], ['due', '--days', '30']])
      expect(await bySheet.json(...argv)).toEqual(await byHand.json(...argv))
    expect(await gifts(bySheet)).toEqual({ state: 'done', gifts: 1, spent: 8000, replies: 1 })
    expect(await list(bySheet).taken()).toMatchObject({ code: 0, batch: null, known: 1, events: 0 })
    expect((await bySheet.crm('undo')).code).toBe(0)
    expect(await gifts(bySheet)).toEqual(NONE)
  })

  test('the reply filled in later goes to the gift of the row, which is not given again', async () => {
    const shop = await listed()
    list(shop).write({ Ann: { 'Gift given': 'oak board', Value: '80' } })
    await shop.crm('import', 'care.csv')
    list(shop).write({ Ann: { Reply: 'lovely' } })
    expect(await list(shop).taken()).toMatchObject({ code: 0, events: 1 })
    expect(await gifts(shop)).toEqual({ state: 'done', gifts: 1, spent: 8000, replies: 1 })
    expect(await contactsOf(shop, 'Ann')).toEqual([['done', null, null, 'oak board', null]])
  })

  test.each([
    [{ Value: '80' }, /› Value: there is a value for Ann \(c\w+\), and no gift/],
    [{ Reply: 'lovely' }, /› Reply: Ann \(c\w+\) is said to have replied, and no gift for this occasion/],
    [{ 'Gift given': 'x', Value: 'some' }, /› Value: Ann \(c\w+\): not an amount: "some"/],
  ])('%j is told with its row, and nothing of it is recorded', async (writing, sentence) => {
    const shop = await listed()
    list(shop).write({ Ann: writing })
    expect(await shop.crm('import', 'care.csv')).toMatchObject({ code: 3, err: expect.stringMatching(sentence) })
    expect(await gifts(shop)).toEqual(NONE)
  })

  test('what is over the limit or the budget is warned of and recorded', async () => {
    const shop = await listed('zh')
    await shop.crm('config', 'set', 'care.budget', '300')
    list(shop).write({ Ann: { 已送礼品: '橡木板', 礼品价值: '￥800' } })
    const { code, err } = await shop.crm('import', 'care.csv', '--lang', 'zh')
    expect([code, err]).toEqual([0, expect.stringMatching(/礼品价值：送给 Ann \(c\w+\) 的礼品超过计划的限额 ¥500\.00/)])
    expect(err).toMatch(/超过全年预算 ¥300\.00/)
    expect(err).toContain('礼品和回应 1 项')
    expect(await gifts(shop)).toMatchObject({ gifts: 1, spent: 80_000 })
  })
})
