import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

test('headings with blanks set into Chinese words are those words, and 微信 is the WeChat id', async () => {
  const shop = emptyShop()
  shop.write('customers.csv', ['姓　名,手 机,生 日,微 信,备 注', '王芳,13800000007,1990-05-03,wx_wf,喜欢普洱'])
  const { code, err } = await shop.crm('import', 'customers.csv')
  expect(code, err).toBe(0)
  const { out } = await shop.crmIn({ env: { CRM_LANG: 'zh' } }, 'show', '王芳')
  for (const said of [/电话 +\S*138/, /生日 +1990年5月3日/, /微信\S* +wx_wf/, /备注 +喜欢普洱/])
    expect(out).toMatch(said)
  expect(out).not.toContain('平台客户号')
})

test('an order sheet so written is read without a guess', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', ['订单 编号,下单　日期,客 户 姓 名,金 额', 'A1,2026-08-01,王芳,100'])
  expect((await shop.crm('formats', 'orders.csv')).out).toMatch(/下单　日期 +placedAt +order date +year first/)
  await shop.crm('import', 'orders.csv')
  expect((await shop.json('list')).rows).toMatchObject([{ name: '王芳', orders: 1 }])
})
