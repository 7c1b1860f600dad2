import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const HEADER = 'Order No,Order Date,Customer Name,Email,Phone,Refund,Total,Currency'

/** A shop into which each list of rows is imported as a file of its own: 1.csv is batch 1, and so on. */
async function shopWith(...files: readonly (readonly string[])[]): Promise<Shop> {
  const shop = emptyShop()
  for (const [index, rows] of files.entries()) {
    shop.write(`${index + 1}.csv`, [HEADER, ...rows])
    const { code, err } = await shop.crm('import', `${index + 1}.csv`)
    expect([code, err]).toEqual([0, expect.any(String)])
  }
  return shop
}

/** Number, status, total and refund of every order of a customer. */
async function ordersOf(shop: Shop, customer: string): Promise<unknown[]> {
  const { rows } = await shop.json('show', customer)
  return rows.map(({ order, status, grossMinor, refundMinor }) => [order, status, grossMinor, refundMinor])
}

const names = async (shop: Shop) => (await shop.json('list', '--sort', 'name')).rows.map(({ name }) => name)

/** What `crm undo … --json` tells of orders and customers. */
async function told(shop: Shop, ...argv: readonly string[]) {
  const { orders, customers, decisions, leftWithDecisions } = (await shop.json('undo', ...argv)) as unknown as Record<
    string,
    Record<string, unknown>
  >
  return { orders, customers, decisions, leftWithDecisions }
}

const nothing = { removed: [], inserted: [], updated: 0, separated: [], joined: [] }

describe('two exports that disagree about an order', () => {
  const first = ['1,2026-08-01,Ann,ann@example.com,,0,100.00,USD', '2,2026-08-02,Bob,bob@example.com,,0,50.00,USD']
  const second = ['1,2026-08-01,Ann,ann@example.com,,0,90.00,USD', '3,2026-08-03,Ann,ann@example.com,,0,10.00,USD']

  test('the later one taken back: the order says what the earlier one says', async () => {
    const shop = await shopWith(first, second)
    const { err } = await shop.crm('undo')
    expect(err.split('\n')).toEqual([
      expect.stringContaining('Batch 2 taken back'),
      'Orders: 1 removed, 1 changed back.',
      '  Order 1: total: 90.00 → 100.00',
      '',
    ])
    expect(await ordersOf(shop, 'Ann')).toEqual([['1', 'paid', 10000, 0]])
  })

  test('the earlier one taken back: the later one holds, and it is said which', async () => {
    const shop = await shopWith(first, second)
    const { err } = await shop.crm('undo', '1')
    expect(err).toContain('Orders: 1 removed, 1 stays because batch 2 has it too.')
    expect(err).toMatch(/Customers: 1 removed \(Bob \(c\w+\)\)\./)
    expect(await ordersOf(shop, 'Ann')).toEqual([
      ['3', 'paid', 1000, 0],
      ['1', 'paid', 9000, 0],
    ])
  })

  test('put back in any order, it is as it was', async () => {
    const shop = await shopWith(first, second)
    const before = await shop.json('show', 'Ann')
    await shop.crm('undo')
    await shop.crm('undo')
    expect(await names(shop)).toEqual([])
    expect(await told(shop, '--redo', '2')).toMatchObject({
      orders: { removed: 0, inserted: 2, updated: [], unchanged: 0, alsoIn: [] },
      customers: { ...nothing, inserted: [{ name: 'Ann' }] },
    })
    const { err } = await shop.crm('undo', '--redo', '1')
    expect(err).toContain('Orders: 1 added, 1 stays because batch 2 has it too.')
    expect(await shop.json('show', 'Ann')).toEqual(before)
  })

  test('a dry run says the same and changes nothing', async () => {
    const shop = await shopWith(first, second)
    const before = [await shop.json('list'), await shop.json('imports')]
    const tried = await told(shop, '1', '-n')
    expect((await shop.crm('undo', '1', '-n')).err).toContain('Orders: 1 removed, 1 stays because batch 2 has it too.')
    expect([await shop.json('list'), await shop.json('imports')]).toEqual(before)
    expect(await told(shop, '1')).toEqual(tried)
  })
})

describe('a refund that comes in a later file', () => {
  const order = ['1,2026-08-01,Ann,ann@example.com,,0,100.00,USD']
  const refund = ['1,2026-08-05,,,,30.00,,USD']

  test('taken back the order counts in full, put back it does not', async () => {
    const shop = await shopWith(order, refund)
    expect(await ordersOf(shop, 'Ann')).toEqual([['1', 'partially_refunded', 10000, 3000]])
    const { err } = await shop.crm('undo')
    expect(err).toContain('Orders: 1 changed back.\n  Order 1: status: partly refunded → paid; refund: 30.00 → 0.00')
    expect(await ordersOf(shop, 'Ann')).toEqual([['1', 'paid', 10000, 0]])
    expect((await shop.crm('undo', '--redo')).err).toContain('Orders: 1 changed.')
    expect(await ordersOf(shop, 'Ann')).toEqual([['1', 'partially_refunded', 10000, 3000]])
  })

  test('imported before its order it waits, and waits again when the order is taken back', async () => {
    const shop = await shopWith(refund, order)
    expect(await ordersOf(shop, 'Ann')).toEqual([['1', 'partially_refunded', 10000, 3000]])
    await shop.crm('undo')
    expect(await names(shop)).toEqual([])
    await shop.crm('undo', '--redo')
    expect(await ordersOf(shop, 'Ann')).toEqual([['1', 'partially_refunded', 10000, 3000]])
    await shop.crm('undo', '1')
    expect(await ordersOf(shop, 'Ann')).toEqual([['1', 'paid', 10000, 0]])
  })
})

describe('an import that joins customers of two others', () => {
  const ann = ['1,2026-08-01,Ann,ann@example.com,,0,100.00,USD']
  const ben = ['2,2026-08-02,Ben,,13800000001,0,50.00,USD']
  const bridge = ['3,2026-08-03,Ann Ben,ann@example.com,13800000001,0,10.00,USD']

  test('taken back they are two again; what was decided in between stays with whom it was decided about, and is told', async () => {
    const shop = await shopWith(ann, ben)
    await shop.crm('tag', 'Ben', 'cup')
    shop.write('3.csv', [HEADER, ...bridge])
    await shop.crm('import', '3.csv')
    expect(await names(shop)).toEqual(['Ann Ben'])
    await shop.crm('tag', 'Ann Ben', 'tea')
    await shop.crm('log', 'Ann Ben', 'spoke')
    const { err } = await shop.crm('undo', '4')
    expect(err).toMatch(
      /Ann Ben \(c\w+\) was joined only by this batch: 2 customers again, Ann \(c\w+\), Ben \(c\w+\)\./,
    )
    expect(err).toMatch(
      /Batch 3 \(tags\) is with Ben \(c\w+\) now\.\nBatch 5 \(tags\) is with Ann \(c\w+\) now\.\nBatch 6 \(contact\) is with Ann/,
    )
    expect(await names(shop)).toEqual(['Ann', 'Ben'])
    expect((await shop.json('list', 'tag:tea')).rows).toMatchObject([{ name: 'Ann', tags: ['tea'] }])
    expect((await shop.json('list', 'tag:cup')).rows).toMatchObject([{ name: 'Ben', tags: ['cup'] }])
    const redone = await shop.crm('undo', '--redo', '4')
    expect(redone.err).toMatch(/One customer again as Ann Ben \(c\w+\): Ann \(c\w+\), Ben \(c\w+\)\./)
    expect(await names(shop)).toEqual(['Ann Ben'])
  })

  test('a decision by a key that only the import had keeps the two apart and stays on its own', async () => {
    const shop = emptyShop()
    const head = 'Order No,Order Date,Customer ID,Customer Name,Email,Phone,Total,Currency'
    shop.write('1.csv', [head, '1,2026-08-01,,Ann,ann@example.com,,100.00,USD'])
    shop.write('2.csv', [head, '2,2026-08-02,,Ben,,13800000001,50.00,USD'])
    shop.write('3.csv', [head, '3,2026-08-03,77,Ann Ben,ann@example.com,13800000001,10.00,USD'])
    for (const file of ['1.csv', '2.csv', '3.csv']) await shop.crm('import', file)
    await shop.crm('tag', 'Ann Ben', 'tea')
    const { err } = await shop.crm('undo', '3')
    expect(await names(shop)).toEqual(['Ann', 'Ann Ben', 'Ben'])
    expect(err).toMatch(/3 customers again, Ann \(c\w+\), Ann Ben \(c\w+\), Ben \(c\w+\)\./)
    expect(err).toMatch(/1 customer without orders now stay.*: Ann Ben/)
    await shop.crm('undo', '4')
    expect(await names(shop)).toEqual(['Ann', 'Ben'])
    await shop.crm('undo', '--redo', '3')
    expect(await names(shop)).toEqual(['Ann Ben'])
  })
})

describe('a batch in the middle', () => {
  const march = ['1,2026-03-01,Ann,ann@example.com,,0,100.00,USD', '2,2026-03-02,Bob,bob@example.com,,0,50.00,USD']
  const spring = [
    ...march,
    '3,2026-04-01,Cid,cid@example.com,13800000003,0,20.00,USD',
    '4,2026-04-02,Dan,dan@example.com,,0,5.00,USD',
  ]
  const april = [
    '3,2026-04-01,Cid,cid@example.com,13800000003,0,20.00,USD',
    '5,2026-04-03,Bob,bob@example.com,,0,7.00,USD',
  ]

  test('what other batches also gave stays, and they are named', async () => {
    const shop = await shopWith(march, spring, april)
    const before = await shop.json('list')
    const { err } = await shop.crm('undo', '2')
    expect(err).toContain('Orders: 1 removed, 3 stay because batch 1 has 2 of them too and batch 3 has 1 of them too.')
    expect(err).toMatch(/Customers: 1 removed \(Dan \(c\w+\)\)\./)
    expect(await names(shop)).toEqual(['Ann', 'Bob', 'Cid'])
    expect((await shop.json('show', 'Cid')).rows).toMatchObject([{ order: '3', file: '3.csv' }])
    await shop.crm('undo', '--redo', '2')
    expect(await shop.json('list')).toEqual(before)
  })

  test('what is decided about those it removes keeps them, by name', async () => {
    const shop = await shopWith(march, spring, april)
    await shop.crm('edit', 'Dan', '--phone', '13800000004')
    const { leftWithDecisions, customers } = await told(shop, '2')
    expect(leftWithDecisions).toMatchObject([{ name: 'Dan' }])
    expect(customers).toEqual(nothing)
    expect((await shop.json('contacts', 'name:Dan')).rows).toMatchObject([{ phone: '+8613800000004' }])
  })

  test('the same in Chinese', async () => {
    const shop = await shopWith(march, spring, april)
    const { err } = await shop.crm('undo', '2', '--lang', 'zh')
    expect(err).toContain('订单：删除 1，保留 3（批次 1 里也有 2 笔，批次 3 里也有 1 笔）。')
    expect(err).toMatch(/客户：删除 1（Dan \(c\w+\)）。/)
  })
})
