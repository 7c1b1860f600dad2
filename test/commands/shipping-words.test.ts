import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

async function imported(...lines: readonly string[]) {
  const shop = emptyShop()
  shop.write('orders.csv', lines)
  const { code, err } = await shop.crm('import', 'orders.csv')
  const rows = code === 0 || code === 3 ? (await shop.json('list')).rows : []
  return { code, err, net: rows.reduce((sum, { netMinor }) => sum + Number(netMinor), 0) }
}

test.each(['包邮', '免运费', '自提', 'free', 'Free shipping', 'Pickup', 'gratis'])(
  'a column of shipping that says %s says nothing was charged',
  async (word) => {
    const beside = await imported(
      '日期,客户,商品,金额,运费',
      `2026-03-05,王芳,茶,100,${word}`,
      '2026-03-06,李雷,茶,80,10',
    )
    expect(beside).toMatchObject({ code: 0, net: 18_000 })
    expect(beside.err).not.toMatch(/warning|rejected/)
    const summed = await imported(
      '日期,客户,商品,数量,单价,运费',
      `2026-03-05,王芳,茶,2,50,${word}`,
      '2026-03-06,李雷,茶,1,80,10',
    )
    expect(summed).toMatchObject({ code: 0, net: 19_000 })
  },
)

test('the name of a carrier there is told, and rejects an order only where its amount depends on it', async () => {
  const beside = await imported(
    'Date,Customer,Item,Amount,Shipping',
    '2026-03-05,Ann,Tea,100,DHL',
    '2026-03-06,Bob,Tea,80,10',
  )
  expect(beside).toMatchObject({ code: 0, net: 18_000 })
  expect(beside.err).toMatch(/warning.*row 2 › Shipping.*"DHL"/)
  const summed = await imported(
    'Date,Customer,Item,Qty,Price,Shipping',
    '2026-03-05,Ann,Tea,2,50,到付',
    '2026-03-06,Bob,Tea,1,80,10',
  )
  expect(summed).toMatchObject({ code: 3, net: 9_000 })
})
