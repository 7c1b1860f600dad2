import { describe, expect, test } from 'vitest'
import { type Answer, emptyShop, type Shop } from './shop.js'

const HEADER = 'Order ID,Order Date,Status,Customer,Email,SKU,Product,Category,Qty,Line total,Currency'

/** Groups as `name customers value`. */
function groupsOf(answer: Answer): string[] {
  const { rows } = (answer.tables as { key: string; rows: Record<string, unknown>[] }[]).find(
    ({ key }) => key === 'per',
  )!
  return rows.map(({ group, customers, valueMinor }) => `${group} ${customers} ${valueMinor}`)
}

const groups = async (shop: Shop, ...more: string[]) =>
  groupsOf(await shop.json('tier', '--on', '2026-08-31', '--per', 'category', ...more))

async function imported(...files: (readonly string[])[]): Promise<Shop> {
  const shop = emptyShop()
  for (const [at, lines] of files.entries()) {
    shop.write(`orders-${at}.csv`, lines)
    const { code, err } = await shop.crm('import', `orders-${at}.csv`, '--currency', 'USD')
    if (code !== 0) throw new Error(err)
  }
  return shop
}

const english = [
  HEADER,
  '1,2026-08-02,paid,Ann,ann@example.com,CUP,Cup,Tableware,1,30.00,USD',
  '1,2026-08-02,paid,Ann,ann@example.com,TEA,Green tea,Drinks,2,20.00,USD',
  '2,2026-08-03,paid,Bob,bob@example.com,TEA,Green tea,Drinks,1,10.00,USD',
  '3,2026-08-04,paid,Cid,cid@example.com,BOX,Box,,1,5.00,USD',
]
const plain = english.map((row) =>
  row
    .split(',')
    .filter((_, at) => at !== 7)
    .join(','),
)

describe('tier --per category', () => {
  test('amounts stand with the category they were paid for; customers count in each', async () => {
    const shop = await imported(english)
    expect(await groups(shop)).toEqual(['Drinks 2 3000', 'Tableware 1 3000', ' 1 500'])
    const { out } = await shop.crm('tier', '--on', '2026-08-31', '--per', 'category')
    expect(out).toContain('(no category)')
    expect(out).toContain('Who bought of several categories counts in each')
  })

  test('Chinese sheets call it 商品类目, and need not name the goods', async () => {
    const shop = await imported([
      '订单号,下单日期,客户,手机,商品类目,实付金额,币种',
      '1,2026-08-02,王芳,13800000001,茶叶,30.00,CNY',
      '2,2026-08-03,李雷,13800000002,茶具,20.00,CNY',
      '3,2026-08-04,李雷,13800000002,茶叶,10.00,CNY',
    ])
    expect(await groups(shop)).toEqual(['茶叶 2 4000', '茶具 1 2000'])
    const { out } = await shop.crm('tier', '--on', '2026-08-31', '--per', 'category', '--lang', 'zh')
    expect(out).toContain('各商品类目的客户')
  })

  test('an amount that stands on each row is that of its item, whatever the pieces', async () => {
    const rows = [
      'Order ID,Order Date,Customer,Email,SKU,Product,Category,Qty,Amount,Currency',
      '1,2026-08-02,Ann,ann@example.com,CUP,Cup,Tableware,1,30.00,USD',
      '1,2026-08-02,Ann,ann@example.com,TEA,Green tea,Drinks,9,20.00,USD',
      '2,2026-08-03,Bob,bob@example.com,TEA,Green tea,Drinks,3,10.00,USD',
      '2,2026-08-03,Bob,bob@example.com,CUP,Cup,Tableware,1,10.50,USD',
    ]
    expect(await groups(await imported(rows))).toEqual(['Tableware 2 4050', 'Drinks 2 3000'])
  })

  test('one that stands on each row for the whole order is parted by pieces', async () => {
    const rows = [
      'Order ID,Order Date,Customer,Email,SKU,Product,Category,Qty,Order total,Currency',
      '1,2026-08-02,Ann,ann@example.com,CUP,Cup,Tableware,1,50.00,USD',
      '1,2026-08-02,Ann,ann@example.com,TEA,Green tea,Drinks,4,50.00,USD',
    ]
    expect(await groups(await imported(rows))).toEqual(['Drinks 1 4000', 'Tableware 1 1000'])
  })

  test('the same file again changes nothing, nor does one without categories; what is taken back is gone', async () => {
    const shop = await imported(english)
    const known = await groups(shop)
    const again = await shop.json('import', 'orders-0.csv')
    expect(again).toMatchObject({ orders: { inserted: 0, updated: 0, unchanged: 3 } })
    shop.write('plain.csv', plain)
    expect((await shop.crm('import', 'plain.csv', '--currency', 'USD')).code).toBe(0)
    expect(await groups(shop)).toEqual(known)
    expect((await shop.crm('undo', '1')).code).toBe(0)
    expect(await groups(shop)).toEqual([' 3 6500'])
  })

  test('categories may come later, and are known of the SKU in every order', async () => {
    const shop = await imported(plain, [HEADER, '4,2026-08-09,paid,Eve,eve@example.com,CUP,Cup,Tableware,1,7.00,USD'])
    expect(await groups(shop)).toEqual(['Tableware 2 3700', ' 3 3500'])
  })

  test('the newest category of a product counts', async () => {
    const shop = await imported(english, [HEADER, '4,2026-08-09,paid,Eve,eve@example.com,CUP,Cup,Cups,1,7.00,USD'])
    expect(await groups(shop)).toEqual(['Cups 2 3700', 'Drinks 2 3000', ' 1 500'])
  })

  test('postage is of no category, and a ledger without any says what to import', async () => {
    const shop = await imported([...english.slice(0, 2), '1,2026-08-02,paid,Ann,ann@example.com,,Postage,,1,5.00,USD'])
    expect(await groups(shop)).toEqual(['Tableware 1 3500'])
    const bare = await imported(plain)
    const { out } = await bare.crm('tier', '--on', '2026-08-31', '--per', 'category')
    expect(out).toContain('No line of an order names a category')
  })
})

describe('big-order potential by the breadth of what is bought (R13)', () => {
  // Nine in ten bought of one category, Ann of three, with the largest order of all.
  const kinds = ['Cups', 'Teas', 'Pots']
  const rows = [
    ...kinds.map((kind) => `A,2026-08-02,paid,Ann,ann@example.com,${kind},${kind},${kind},1,100.00,USD`),
    ...Array.from(
      { length: 12 },
      (_, i) => `${i},2026-08-03,paid,Buyer ${i},b${i}@example.com,Cups,Cups,Cups,1,9.00,USD`,
    ),
  ]

  test('is a sign where categories are known, and says so', async () => {
    const shop = await imported([HEADER, ...rows])
    const { out } = await shop.crm('why', 'Ann', '--on', '2026-08-31')
    expect(out.replace(/\s+/g, ' ')).toContain('bought of 3 categories (nine in ten customers buy of 1 or fewer)')
    const { rows: found } = await shop.json('list', 'potential:big-order', '--on', '2026-08-31')
    expect(found.map(({ name }) => name)).toEqual(['Ann'])
  })

  test('a charge is of no category here either, whatever its line says', async () => {
    const charged = rows
      .slice(3)
      .concat([
        'A,2026-08-02,paid,Ann,ann@example.com,Cups,Cups,Cups,1,100.00,USD',
        'A,2026-08-02,paid,Ann,ann@example.com,SHIP,Postage,Fees,1,5.00,USD',
      ])
    const shop = await imported([HEADER, ...charged])
    expect(await groups(shop)).toEqual(['Cups 13 21300'])
    expect((await shop.json('list', 'potential:big-order', '--on', '2026-08-31')).rows).toEqual([])
  })

  test('where charges alone name one, none is known', async () => {
    const charged = [10, 20, 30, 40, 50].flatMap((amount, i) => [
      `A${i},2026-08-0${i + 1},paid,Ann,ann@example.com,CUP,Cup,,1,${amount}.00,USD`,
      `A${i},2026-08-0${i + 1},paid,Ann,ann@example.com,SHIP,Postage,Fees,1,5.00,USD`,
    ])
    const shop = await imported([HEADER, ...charged])
    expect((await shop.crm('tier', '--on', '2026-08-31', '--per', 'category')).out).toContain(
      'No line of an order names',
    )
    expect((await shop.crm('why', 'Ann', '--on', '2026-08-31')).out.replace(/\s+/g, ' ')).toContain(
      'Categories of goods are not in the ledger',
    )
  })

  test('is none without categories', async () => {
    const shop = await imported([HEADER, ...rows.map((row) => row.replace(/,(?:Cups|Teas|Pots),1,/, ',,1,'))])
    const { rows: found } = await shop.json('list', 'potential:big-order', '--on', '2026-08-31')
    expect(found).toEqual([])
  })
})
