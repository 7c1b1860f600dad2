import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

const shopify =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Refunded Amount'
const sold = (number: string, day: string, total: number) =>
  `${number},ann@example.com,paid,${day} 10:00:00 +0000,USD,${total},0,0,${total},0,${day} 10:00:00 +0000,1,Mug,${total},Ann,0`

/** What the last of some files, imported one after another, says in warnings and rejections, and what all come to. */
async function imported(...files: readonly (readonly string[])[]) {
  const shop = emptyShop()
  let err = ''
  for (const [at, lines] of files.entries()) {
    shop.write(`${at}.csv`, lines)
    err = (await shop.crm('import', `${at}.csv`)).err
  }
  const net = (await shop.json('list')).rows.reduce((sum, { netMinor }) => sum + Number(netMinor), 0)
  return { shop, net, said: err.split('\n').filter((line) => /^(warning|rejected|提醒)|^ {2}→/.test(line)) }
}

describe('sales that another file told already', () => {
  const kept = ['日期,客户,金额', '2026-03-01,王芳,100', '2026-03-02,李雷,107', '2026-03-03,张伟,114']

  test('under numbers of their own: the seller is asked whether they are the same', async () => {
    const orders = [shopify, sold('#1001', '2026-03-01', 30), sold('#1002', '2026-03-02', 25)]
    const own = [
      'Order,Date,Customer,Email,Amount',
      'A,2026-03-01,Ann,ann@example.com,30',
      'B,2026-03-02,Ann,ann@example.com,25',
    ]
    for (const files of [
      [orders, own],
      [own, orders],
    ]) {
      const { said, net } = await imported(...files)
      expect(net).toBe(11_000)
      expect(said[0]).toMatch(/row 2: the same day, amount and customer as an order of 0\.csv \(batch 1\)/)
      expect(said.at(-1)).toMatch(/count twice now.*crm undo 1/)
    }
  })

  test('with a column more, without numbers', async () => {
    const phones = kept.map((line, at) => (at === 0 ? `${line},电话` : `${line},1380013800${at}`))
    const { said, net, shop } = await imported(kept, [...phones, '2026-03-04,新客,50,13800138009'])
    expect(net).toBe(69_200)
    expect(said).toHaveLength(4)
    await shop.crm('undo', '1')
    expect((await shop.json('list')).rows).toHaveLength(4)
  })

  test('are few among others: nothing is said', async () => {
    const others = ['2026-03-01,王芳,100,A1', '2026-04-02,李雷,9,A2', '2026-04-03,张伟,8,A3']
    expect((await imported(kept, ['日期,客户,金额,订单号', ...others])).said).toEqual([])
  })

  test('that were cancelled, or are in another currency, or of one customer of a till, are none', async () => {
    const header = 'Order,Date,Customer,Amount,Status'
    const cancelled = [
      header,
      '1,2026-03-01,Ann,30,cancelled',
      '2,2026-03-01,Bob,30,cancelled',
      '3,2026-03-01,Cid,5,paid',
    ]
    const again = [header, '3,2026-03-01,Cid,5,paid', '4,2026-03-01,Ann,30,paid', '5,2026-03-01,Bob,30,paid']
    expect((await imported(cancelled, again)).said).toEqual([])
    const shop = emptyShop()
    shop.write('dollars.csv', ['Order,Date,Customer,Amount USD', '1,2026-03-01,Ann,30', '2,2026-03-02,Bob,20'])
    shop.write('euros.csv', ['Ref,Order,Date,Customer,Amount EUR', 'x,8,2026-03-01,Ann,30', 'x,9,2026-03-02,Bob,20'])
    await shop.crm('import', 'dollars.csv')
    expect((await shop.crm('import', 'euros.csv')).err).not.toContain('the same day, amount and customer')
    const till = (from: number) => [...Array(30).keys()].map((at) => `${from + at},2026-03-01,Counter sale,30,paid`)
    expect((await imported([header, ...till(100)], [header, ...till(200)])).said).toEqual([])
  })

  test('and told again as they are, with more rows, are no news', async () => {
    expect((await imported(kept, [...kept, '2026-03-04,新客,50'])).said).toEqual([])
  })

  test('with an amount that was corrected: the older one is named, and how to take it back', async () => {
    const { said, net, shop } = await imported(
      kept,
      kept.map((line) => line.replace('王芳,100', '王芳,110')),
    )
    expect(net).toBe(43_100)
    expect(said[0]).toMatch(/row 2: new here, while 0\.csv \(batch 1\) has 100\.00 CNY for this customer and day/)
    await shop.crm('undo', '1')
    expect((await shop.json('list')).rows.reduce((sum, { netMinor }) => sum + Number(netMinor), 0)).toBe(33_100)
  })
})

describe('numbers that begin anew', () => {
  const january = ['单号,日期,客户,金额', '001,2026-01-05,王芳,100', '002,2026-01-06,李雷,50']
  const february = ['单号,日期,客户,金额', '001,2026-02-05,王芳,30', '002,2026-02-06,赵敏,20']

  test('with the same buyer are taken for one order, and the seller is told, with a way on', async () => {
    const { said, shop } = await imported(january, february)
    expect(said.join('\n')).toMatch(/rejected: 1\.csv › row 3.*order 002[\s\S]*--map note="单号"/)
    expect(said.join('\n')).toMatch(
      /warning: 1\.csv › row 2.*order 001 is known with another day and another amount \(2026-01-05 100\.00 CNY; here 2026-02-05 30\.00 CNY\)/,
    )
    for (const file of ['0.csv', '1.csv']) {
      await shop.crm('undo')
      shop.write(`named-${file}`, file === '0.csv' ? january : february)
    }
    for (const file of ['named-0.csv', 'named-1.csv'])
      expect((await shop.crm('import', file, '--map', 'note=单号')).code).toBe(0)
    expect((await shop.json('list')).rows.reduce((sum, { netMinor }) => sum + Number(netMinor), 0)).toBe(20_000)
  })

  test('within a sheet are told by their rows of several days', async () => {
    const daily = ['1,2026-01-05,王芳,茶,100', '2,2026-01-05,李雷,茶,50', '1,2026-01-06,王芳,杯,30']
    const { said } = await imported(['单号,日期,客户,品名,金额', ...daily])
    expect(said.join('\n')).toMatch(/row 4.*order 1 has rows of several days[\s\S]*--map note="单号"/)
  })

  test('are told of a platform without that way: its numbers are numbers', async () => {
    const { said } = await imported(
      [shopify, sold('#1001', '2026-03-01', 30)],
      [shopify, sold('#1001', '2026-03-09', 40)],
    )
    expect(said.join('\n')).toMatch(/order #1001 is known with another day and another amount/)
    expect(said.join('\n')).not.toContain('--map')
  })

  test('are not seen in rows that give money back, or tell a later state', async () => {
    const header = 'Order,Date,Customer,Amount,Status'
    expect((await imported([header, '1,2026-01-05,Ann,100,paid', '1,2026-01-09,Ann,-20,paid'])).said).toEqual([])
    expect(
      (await imported([header, '1,2026-01-05,Ann,100,paid'], [header, '1,2026-01-05,Ann,100,refunded'])).said,
    ).toEqual([])
  })
})
