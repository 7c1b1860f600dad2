import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

describe('ratings that do not go up to five', () => {
  test.each([
    ['Date,Order ID,Customer,Email,Rating (out of 10),Comment', '10', '=MAX(1,ROUND(E2/2,0))'],
    ['日期,订单号,客户,电话,评分（满分10分）,备注', '10', '=MAX(1,ROUND(E2/2,0))'],
    ['日期,客户,电话,商品,评分(百分制),备注', '100', '=MAX(1,ROUND(E2/20,0))'],
    ['Date,Order ID,Customer,Email,Satisfaction %,Comment', '100', '=MAX(1,ROUND(E2/20,0))'],
  ])('are refused with what to do: %s', async (header, scale, formula) => {
    const shop = emptyShop()
    shop.write('ratings.csv', [header, '2024-03-05,A1,Ann,a@example.com,9,good', '2024-03-05,A2,Bob,b@example.com,4,'])
    for (const [lang, said] of [
      ['en', `ratings of up to ${scale}`],
      ['zh', `满分是 ${scale} 分`],
    ] as const) {
      const { code, err } = await shop.crm('import', 'ratings.csv', '--lang', lang)
      expect([code, err]).toEqual([65, expect.stringContaining(said)])
      expect(err).toContain(formula)
      expect(err).not.toContain('orderTotal')
    }
  })

  test('the column added is read, the old one is told as unused', async () => {
    const shop = emptyShop()
    const header = 'Date,Order ID,Customer,Email,Rating (out of 10),Rating'
    shop.write('ratings.csv', [header, '2024-03-05,A1,Ann,a@example.com,9,5'])
    const { out } = await shop.crm('import', 'ratings.csv', '--lang', 'en')
    expect(out).toContain('ratings: 1 new')
    expect(out).toContain('columns not used: Rating (out of 10)')
  })

  test('beside amounts of orders the orders are read', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', ['Date,Order ID,Customer,Rating (out of 10),Total', '2024-03-05,A1,Ann,9,50'])
    expect((await shop.crm('import', 'orders.csv', '--currency', 'USD', '--lang', 'en')).out).toContain('net 50.00')
  })

  test('ratings are suggested to nobody as amounts', async () => {
    const shop = emptyShop()
    shop.write('ratings.csv', ['Date,Customer,Review stars', '2024-03-05,Ann,5', '2024-03-06,Bob,4'])
    const { code, err } = await shop.crm('import', 'ratings.csv', '--lang', 'en')
    expect([code, err.includes('Review stars"')]).toEqual([65, false])
  })
})

describe('a day without a year among contacts', () => {
  const rows = ['日期,客户,电话,沟通方式,内容,下次联系', '2024-03-05,王芳,13800138000,微信,问了新茶,2024-03-12']
  test('is told with what to do', async () => {
    const shop = emptyShop()
    shop.write('log.csv', [...rows, '3月6日,李雷,13800138001,电话,没接,'])
    expect((await shop.crm('import', 'log.csv', '--lang', 'en')).err).toContain(
      'Put the year into the name of the file',
    )
    const { err } = await shop.crm('import', 'log.csv', '--lang', 'zh')
    expect(err).toContain('日期没有写年份，已略过：“3月6日”')
  })

  test('has the year of the name of the file', async () => {
    const shop = emptyShop()
    shop.write('跟进2024.csv', [...rows, '3月6日,李雷,13800138001,电话,没接,'])
    const { err } = await shop.crm('import', '跟进2024.csv', '--lang', 'zh')
    expect(err).not.toContain('3月6日')
  })
})
