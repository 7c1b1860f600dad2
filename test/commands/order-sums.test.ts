import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

test('numbers of 折扣 that may be rates or money are asked after, and each answer is read', async () => {
  const shop = emptyShop()
  shop.write('o.csv', ['日期,客户,商品,单价,数量,折扣', '2026-05-01,王芳,茶,100,1,9', '2026-05-02,李雷,茶,200,1,8.5'])
  const asked = await shop.crm('import', 'o.csv', '--currency', 'CNY')
  expect(asked.code).toBe(65)
  for (const [field, net] of [
    ['discount', '282.50'],
    ['discountRate', '260.00'],
    ['discountPercent', '274.00'],
  ]) {
    const line = `--map ${field}="折扣"`
    expect(asked.err).toContain(line)
    const { out } = await shop.crm('import', 'o.csv', '--currency', 'CNY', '--dry-run', '--map', `${field}=折扣`)
    expect(out).toContain(`net ${net}`)
  }
  expect((await shop.crm('formats', 'o.csv')).out).toContain('--map discountRate="折扣"')
})

test('a column of refunds and minus rows of one order are one refund, and that is told', async () => {
  const shop = emptyShop()
  shop.write('o.csv', [
    '订单号,日期,客户,金额,退款金额,状态',
    'A1,2026-05-01,王芳,100,20,已付款',
    'A1,2026-05-05,王芳,-20,,',
    'A2,2026-05-01,李雷,200,20,已付款',
    'A2,2026-05-06,李雷,-30,,已退款',
    'A3,2026-05-02,赵六,50,,已付款',
    'A3,2026-05-06,赵六,-10,,',
  ])
  const { out, err } = await shop.crm('import', 'o.csv', '--currency', 'CNY')
  expect(out).toContain('paid 350.00, refunded 60.00')
  expect(err).toContain('gives 20.00 of order A1 back')
  expect(err).toContain('rows with a minus 30.00: taken for the same money, 30.00 is taken off')
  expect(err).not.toContain('A3')
})

test('a currency above several columns of amounts is that of all', async () => {
  const shop = emptyShop()
  const rows = ['日期,客户,单价,数量,金额', '2026-05-01,王芳,100,1,100', '2026-05-02,李雷,100,2,200']
  shop.write('o.csv', ['单位：美元,,,,', ...rows])
  const { out, err } = await shop.crm('import', 'o.csv')
  expect(out).toContain('USD: paid 300.00')
  expect(out + err).not.toContain('name no currency')
})

test('a currency above the table makes no money of rates', async () => {
  for (const [name, first, second, paid] of [
    ['折扣', '9,180', '8.5,42.5', '222.50'],
    ['折扣', '9,191', '8,42', '233.00'],
    ['折扣率(%)', '90,180', '85,42.5', '222.50'],
    ['优惠', '20,180', '7.5,42.5', '222.50'],
  ]) {
    const shop = emptyShop()
    const rows = [`2026-05-01,王芳,100,2,${first}`, `2026-05-02,李雷,50,1,${second}`]
    shop.write('o.csv', ['单位：元', `日期,客户,单价,数量,${name},合计`, ...rows])
    const { out } = await shop.crm('import', 'o.csv')
    expect([name, first, out]).toEqual([name, first, expect.stringContaining(`CNY: paid ${paid}`)])
  }
})

test('rates of a sheet are taken off, also in percent', async () => {
  const shop = emptyShop()
  shop.write('o.csv', [
    'Date,Customer,Item,Price,Qty,Disc.%',
    '2026-05-01,Ann,Tea,100,1,10',
    '2026-05-02,Bo,Tea,20,2,5%',
  ])
  expect((await shop.crm('import', 'o.csv', '--currency', 'USD')).out).toContain('paid 128.00')
  const zh = emptyShop()
  zh.write('o.csv', ['日期,客户,商品,单价,数量,折扣', '2026-05-01,王芳,茶,100,1,0.9', '2026-05-02,李雷,茶,200,1,1'])
  const { out, err } = await zh.crm('import', 'o.csv', '--currency', 'CNY')
  expect(out).toContain('paid 290.00')
  expect(out + err).toContain('"0.9" is read as a rate: 90 %')
})

test('an amount that is price times quantity is told to have no discount taken off, with the line that takes it off', async () => {
  const shop = emptyShop()
  const header = '日期,客户,商品,单价,数量,优惠金额,总金额'
  shop.write('o.csv', [header, '2026-05-01,王芳,茶,100,2,13,200', '2026-05-02,李雷,茶,150,1,10,150'])
  const { out, err } = await shop.crm('import', 'o.csv', '--currency', 'CNY', '--dry-run')
  expect(out).toContain('paid 350.00')
  expect(err).toContain('--map goodsTotal="总金额"')
  expect((await shop.crm('import', 'o.csv', '--currency', 'CNY', '--map', 'goodsTotal=总金额')).out).toContain(
    'paid 327.00',
  )
})

test('a total beside a deposit counts whole, and what is not paid of it is told', async () => {
  const shop = emptyShop()
  shop.write('o.csv', ['日期,客户,定金,尾款,合计', '2026-05-01,王芳,100,200,300', '2026-05-02,李雷,100,,300'])
  const { out, err } = await shop.crm('import', 'o.csv', '--currency', 'CNY')
  expect(out).toContain('paid 600.00')
  expect(err).toContain('only 100.00 of 300.00 was paid')
})
