import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

async function listed(...rows: readonly string[]) {
  const shop = emptyShop()
  shop.write('a.csv', rows)
  const { code, err } = await shop.crm('import', 'a.csv')
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return (await shop.json('list')).rows.map(({ name }) => name).sort()
}

test('who is known by the nickname alone is called by it', async () => {
  expect(await listed('日期,微信昵称,金额', '2026-08-01,小满,20.00', '2026-08-02,小满,5.00')).toEqual(['小满'])
  expect(await listed('微信昵称,手机', '小满,13800008001')).toEqual(['小满'])
  expect(await listed('日期,微信名,手机,金额', '2026-08-01,小满,13800008001,20.00')).toEqual(['小满'])
})

test('a name outranks the nickname, row by row; who keeps the nickname stays one customer', async () => {
  const rows = ['2026-08-01,林一,小满,20.00', '2026-08-02,,小满,5.00', '2026-08-02,匿名,阿青,5.00']
  expect(await listed('日期,客户姓名,微信昵称,金额', ...rows)).toEqual(['林一', '阿青'])
})

test('beside another id the nickname is a name only', async () => {
  const rows = ['2026-08-01,wx_1,小满,20.00', '2026-08-02,wx_2,小满,5.00']
  expect(await listed('日期,微信号,微信昵称,金额', ...rows)).toEqual(['小满', '小满'])
})
