import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const fixtures = new URL('../../fixtures/formats/', import.meta.url).pathname

function take(shop: Shop, fixture: string): string {
  const name = basename(fixture)
  cpSync(join(fixtures, fixture), join(shop.dir, name))
  return name
}

async function imported(fixture: string): Promise<Shop & { readonly err: string }> {
  const shop = emptyShop()
  const { code, err } = await shop.crm('import', take(shop, fixture))
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return { ...shop, err }
}

function rows(shop: Shop, select: string): unknown[] {
  const db = new Database(join(shop.dir, 'shop.db'), { readonly: true })
  try {
    return db.prepare(select).raw().all()
  } finally {
    db.close()
  }
}

const orders = (columns: string) =>
  `SELECT substr(k.number, -2), ${columns} FROM sales_order o JOIN order_key k ON k.id = o.order_id ORDER BY k.number`

describe('amounts in several columns add up within a row', () => {
  test('Shopee’s three fees stand on each row and count once an order', async () => {
    const shop = await imported('shopee-orders/philippines.xlsx')
    expect(rows(shop, orders('o.fee_minor'))).toEqual(['A1', 'A2', 'A3', 'A4', 'A5'].map((number) => [number, 1500]))
  })

  test('AliExpress’ fee and commission, and what shop and platform took off', async () => {
    const shop = await imported('aliexpress-orders/y2020s.xlsx')
    expect(rows(shop, orders('o.fee_minor, o.discount_minor'))).toEqual([
      ['31', null, null],
      ['32', 350, 200],
      ['33', null, null],
    ])
  })

  test('Pinduoduo’s discounts of shop and platform', async () => {
    const shop = await imported('pdd-orders/tabs.csv')
    expect(rows(shop, orders('o.discount_minor')).slice(0, 2)).toEqual([
      ['01', 0],
      ['02', 970],
    ])
  })
})

describe('Etsy’s orders with columns cut out', () => {
  const head = 'Sale Date,Order ID,Buyer User ID,Full Name,Currency,Card Processing Fees'
  const first = '09/13/26,3100000011,tealover21,Maren Holloway,USD,1.74'
  const second = '09/14/26,3100000012,tealover21,Maren Holloway,USD,0.85'

  test.each([
    ['Order Value,Adjusted Order Total', '48.00,0.00', '20.00,15.00'],
    ['Order Value,Order Total,Adjusted Order Total', '48.00,53.61,0.00', '20.00,21.60,16.20'],
    ['Order Value,Adjusted Net Order Amount', '48.00,0.00', '20.00,14.15'],
  ])('%s: that something was given back is said, not guessed how much', async (columns, one, two) => {
    const shop = emptyShop()
    shop.write('sold.csv', [`${head},${columns}`, `${first},${one}`, `${second},${two}`])
    const { code, err } = await shop.crm('import', 'sold.csv')
    expect(code).toBe(0)
    expect(err).toContain('partly refunded, but the file does not say how much')
    expect(rows(shop, orders('o.status, o.total_minor, o.refund_minor'))).toEqual([
      ['11', 'paid', 4800, null],
      ['12', 'partially_refunded', 2000, null],
    ])
  })

  test('amounts after refunds, 0 where there was none, are not taken for those of the orders', async () => {
    const shop = emptyShop()
    shop.write('sold.csv', [`${head},Adjusted Order Total`, `${first},0.00`, `${second},15.00`])
    expect(await shop.crm('import', 'sold.csv')).toMatchObject({
      code: 65,
      err: expect.stringContaining('has no column with the amounts of orders'),
    })
  })
})

test('a surcharge on 1688 is no discount', async () => {
  const shop = await imported('1688-orders/merged.xlsx')
  expect(rows(shop, orders('o.total_minor, o.discount_minor')).slice(0, 3)).toEqual([
    ['01', 34_000, 1000],
    ['02', 5500, 0],
    ['03', 6800, 0],
  ])
})

test('JD: what was due less what is paid is the discount', async () => {
  const shop = await imported('jd-orders/repeated-totals.csv')
  expect(rows(shop, orders('o.discount_minor'))).toContainEqual(['05', 1200])
})

test('Pinduoduo’s order without a time is of the day in its number', async () => {
  const shop = await imported('pdd-orders/picked-columns.csv')
  const days = rows(shop, "SELECT DISTINCT date(o.placed_on * 86400, 'unixepoch') FROM sales_order o ORDER BY 1")
  expect(days.flat()).toEqual(['2026-06-07', '2026-06-10'])
})

test('goods packed into one cell are lines with their codes and pieces', async () => {
  const lines = `SELECT r.sku, r.name, CAST(l.quantity AS INTEGER) FROM line l JOIN product r ON r.id = l.product_id ORDER BY l.id`
  expect(rows(await imported('aliexpress-orders/y2019.xlsx'), lines).slice(0, 3)).toEqual([
    ['CUP-1', 'Ceramic cup (hand made) (Color:Red + Size:M)', 2],
    ['PL-1', 'Plate: 20 cm (Color:Blue)', 1],
    ['BO-1', 'Bowl (Color:Blue)', 3],
  ])
  expect(rows(await imported('douyin-orders/joined.csv'), lines)).toEqual([
    ['COAT-01', '短外套', 1],
    ['HAT-01', '渔夫帽', 1],
    ['COAT-01', '短外套', null],
    ['HAT-01', '渔夫帽', null],
    ['HAT-01', '渔夫帽', 3],
  ])
})

describe('what the buyer wrote or a platform lent', () => {
  test('a number lent for one parcel is nobody’s phone', async () => {
    const shop = await imported('taobao-order-list/y2021-virtual-numbers.csv')
    const phones = rows(shop, 'SELECT name, phone FROM customer ORDER BY name')
    expect(phones).toEqual([
      ['周子墨', ''],
      ['林思远', '+8613800000201'],
      ['苏雨晴', ''],
    ])
  })

  test('the recipient of a gift is not its buyer', async () => {
    const shop = await imported('youzan-orders/orders.csv')
    expect(rows(shop, 'SELECT name, phone FROM customer ORDER BY phone')).toEqual([
      ['小满', '+8613800000401'],
      ['阿布', '+8613800000402'],
      ['童遥', '+8613800000403'],
    ])
  })
})

describe('a 1688 list of one buyer and several sellers', () => {
  test('is said to look like purchases, in either language', async () => {
    const shop = await imported('1688-orders/purchases.csv')
    expect(shop.err).toContain('one buyer ("锦程贸易") and several sellers')
    const zh = await shop.crmIn({ env: { CRM_LANG: 'zh', CRM_DB: 'zh.db' } }, 'import', 'purchases.csv')
    expect(zh.err).toContain('采购单')
  })

  test('several buyers and one seller are sales', async () => {
    const shop = await imported('1688-orders/merged.xlsx')
    expect(shop.err).not.toContain('several sellers')
  })
})

const LIST =
  '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,收货人姓名,订单创建时间,订单付款时间,店铺名称'
const SUB =
  '子订单编号,主订单编号,商品标题,购买数量,商家编码,外部系统编号,买家实付金额,退款状态,退款金额,订单状态,订单创建时间,订单付款时间'
const PLACED = '2026-03-01 10:00:00'
const PAID = '2026-03-01 11:00:00'
const sub = (number: string, placed = PLACED) =>
  `${number}1,${number},茶碗,1,CW-1,CW-1,45.00,没有申请退款,无退款申请,交易成功,${placed},${PAID}`
const told = orders('o.status, o.total_minor, (SELECT name FROM shop WHERE id = k.shop_id)')

describe('an order that two exports of a platform tell', () => {
  test('an order list from before the payment does not hold its nothing against what was paid', async () => {
    const shop = emptyShop()
    shop.write('list.csv', [LIST, `880000000000000010,云边,45.00,0.00,0.00,等待买家付款,云远,${PLACED},,青屿茶舍`])
    shop.write('sub.csv', [SUB, sub('880000000000000010')])
    for (const file of ['list.csv', 'sub.csv']) expect(await shop.crm('import', file)).toMatchObject({ code: 0 })
    expect(rows(shop, told)).toEqual([['10', 'paid', 4500, '青屿茶舍']])
  })

  test('an order the leading export tells unpaid counts once another tells of the payment', async () => {
    const list = '订单号,订单状态,订单创建时间,买家付款时间,应收订单金额,订单实付金额,全部商品名称,买家昵称,买家手机号'
    const items =
      '订单号,商品名称,订单创建时间,订单实付金额,收货人/提货人,买家姓名,买家手机号,订单商品状态,商品单价,商品数量'
    for (const files of [
      ['list.csv', 'items.csv'],
      ['items.csv', 'list.csv'],
    ]) {
      const shop = emptyShop()
      shop.write('list.csv', [list, `E1,待付款,${PLACED},,98.00,98.00,茶(1件),小满,13800000401`])
      shop.write('items.csv', [items, `E1,茶,${PLACED},98.00,唐小满,小满,13800000401,交易完成,98.00,1`])
      for (const file of files) expect(await shop.crm('import', file)).toMatchObject({ code: 0 })
      expect((await shop.json('list')).rows, files.join(' ')).toMatchObject([{ orders: 1 }])
    }
  })

  test('a nameless shop gets its name from the first order it has in common with the only named one', async () => {
    const shop = emptyShop()
    shop.write('sub.csv', [SUB, sub('880000000000000010'), sub('880000000000000020')])
    shop.write('list.csv', [LIST, `880000000000000010,云边,45.00,5.00,50.00,交易成功,云远,${PLACED},${PAID},青屿茶舍`])
    for (const file of ['sub.csv', 'list.csv']) expect(await shop.crm('import', file)).toMatchObject({ code: 0 })
    expect(rows(shop, told)).toEqual([
      ['10', 'paid', 5000, '青屿茶舍'],
      ['20', 'paid', 4500, '青屿茶舍'],
    ])
    // Both again: nothing new.
    for (const file of ['sub.csv', 'list.csv'])
      expect(JSON.parse((await shop.crm('import', file, '--json')).out)).toMatchObject({ batch: null })
    // The name stays when the list is taken back; what it said goes.
    await shop.crm('undo')
    expect(rows(shop, told).map((row) => (row as unknown[])[2])).toEqual([4500, 4500])
  })

  test('another shop’s orders, or one number on another day, leave it nameless', async () => {
    const shop = emptyShop()
    shop.write('sub.csv', [SUB, sub('880000000000000010'), sub('880000000000000020')])
    shop.write('other.csv', [LIST, `880000000000000030,云边,45.00,5.00,50.00,交易成功,云远,${PLACED},${PAID},远山陶社`])
    shop.write('day.csv', [
      LIST,
      `880000000000000020,云边,45.00,5.00,50.00,交易成功,云远,2026-04-01 10:00:00,2026-04-01 11:00:00,远山陶社`,
    ])
    for (const file of ['sub.csv', 'other.csv', 'day.csv']) await shop.crm('import', file)
    expect(rows(shop, told)).toEqual([
      ['10', 'paid', 4500, ''],
      ['20', 'paid', 4500, ''],
      ['20', 'paid', 5000, '远山陶社'],
      ['30', 'paid', 5000, '远山陶社'],
    ])
  })
})
