import { describe, expect, test } from 'vitest'
import { contactsOf } from '../support/list-shop.js'
import { type Answer, emptyShop, HEADER, type Shop } from './shop.js'

/** Ann and two of one name have ordered; the clock stands at 2026-09-01. */
async function shopWithCustomers(): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', [
    HEADER,
    '1,2026-05-01,Ann,ann@example.com,1500.00,CNY,CN',
    '2,2026-05-31,Bob,bob@example.com,100.00,CNY,CN',
    '3,2026-06-01,Kim,kim@example.com,100.00,CNY,CN',
    '4,2026-06-02,Kim,kim@example.net,100.00,CNY,CN',
  ])
  await shop.crm('import', 'orders.csv')
  return shop
}

const spent = async (shop: Shop) => {
  const { gifts, spentMinor, replies } = (await shop.json('care')).summary
  return { gifts, spentMinor, replies }
}
const turnover = async (shop: Shop) => (await shop.json('tier')).summary.valueMinor
const NOTHING = { gifts: 0, spentMinor: 0, replies: 0 }

/** What an import of a register came to, whatever its exit code. */
async function taken(shop: Shop, lines: readonly string[], ...more: readonly string[]) {
  shop.write('gifts.csv', lines)
  const { code, out, err } = await shop.crm('import', 'gifts.csv', '--json', ...more)
  if (out === '') throw new Error(err)
  const { gifts, orders } = JSON.parse(out) as {
    gifts: { batch: number | null; sheets: readonly (object & { issues: readonly { code: string }[] })[] }
    orders: { inserted: number }
  }
  const [sheet] = gifts.sheets
  return { code, batch: gifts.batch, orders: orders.inserted, ...sheet!, codes: sheet!.issues.map((one) => one.code) }
}

const register = [
  '序号,日期,姓名,礼品,金额,事由,客户回应,备注',
  '1,2026-06-19,Ann,粽子礼盒,168,端午,很喜欢,寄到公司',
  '2,2026-08-12,Bob,茶叶,¥98.50,,,',
  '合计,,,,266.50,,,',
]

describe('a register of gifts kept by hand', () => {
  test('comes to what crm care gift and reply come to, and to no order', async () => {
    const [bySheet, byHand] = [await shopWithCustomers(), await shopWithCustomers()]
    const before = await turnover(bySheet)
    expect(await taken(bySheet, register)).toMatchObject({ code: 0, orders: 0, recorded: 2, rejected: 0, codes: [] })
    expect(await spent(bySheet)).toEqual({ gifts: 2, spentMinor: 26_650, replies: 1 })
    expect(await turnover(bySheet)).toEqual(before)
    const day = ['--on', '2026-06-19']
    await byHand.crm('care', 'gift', 'Ann', '粽子礼盒', '--value', '168', '--occasion', '端午', ...day)
    await byHand.crm('care', 'reply', 'Ann', '很喜欢', ...day)
    await byHand.crm('care', 'gift', 'Bob', '茶叶', '--value', '98.50', '--on', '2026-08-12')
    expect(await bySheet.json('care')).toEqual(await byHand.json('care'))
    expect(await bySheet.json('due')).toEqual(await byHand.json('due'))
    // The note stands with the contact.
    expect(await contactsOf(bySheet, 'Ann')).toEqual([['done', null, null, '粽子礼盒 · 寄到公司', null]])
    expect(await contactsOf(byHand, 'Bob')).toEqual(await contactsOf(bySheet, 'Bob'))
  })

  test('twice adds nothing; undo takes it back, and it can be imported again', async () => {
    const shop = await shopWithCustomers()
    await taken(shop, register)
    expect(await taken(shop, register)).toMatchObject({ code: 0, batch: null, recorded: 0, known: 2 })
    expect((await shop.crm('undo')).code).toBe(0)
    expect(await spent(shop)).toEqual(NOTHING)
    expect(await taken(shop, register, '--dry-run')).toMatchObject({ batch: null, recorded: 2 })
    expect(await spent(shop)).toEqual(NOTHING)
    expect(await taken(shop, register)).toMatchObject({ recorded: 2, known: 0 })
    expect(await spent(shop)).toMatchObject({ gifts: 2 })
  })

  test('a gift recorded by hand before is not given again; equal rows are as many gifts', async () => {
    const shop = await shopWithCustomers()
    await shop.crm('care', 'gift', 'Ann', 'tea', '--value', '80', '--on', '2026-08-12')
    const rows = ['Date,Customer,Gift,Value', '2026-08-12,Ann,tea,80', '2026-08-13,Ann,tea,80', '2026-08-14,Bob,tea,80']
    expect(await taken(shop, [...rows, '2026-08-14,Bob,tea,80'])).toMatchObject({ recorded: 3, known: 1 })
    expect(await spent(shop)).toMatchObject({ gifts: 4, spentMinor: 32_000 })
  })

  test('gifts of one day that are alike but for value and reply are known again in whatever order they stand', async () => {
    const shop = await shopWithCustomers()
    const head = 'Date,Customer,Gift,Value,Reply'
    const rows = ['2026-08-12,Ann,tea,50,lovely', '2026-08-12,Ann,tea,80,', '2026-08-12,Ann,tea,50,']
    await taken(shop, [head, ...rows])
    const before = await spent(shop)
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ])
      expect(await taken(shop, [head, ...order.map((at) => rows[at]!)])).toMatchObject({ batch: null, known: 3 })
    expect(await spent(shop)).toEqual(before)
    // One value corrected changes that gift alone, also where the rows were sorted.
    expect(await taken(shop, [head, '2026-08-12,Ann,tea,85,', rows[2]!, rows[0]!])).toMatchObject({
      changed: 1,
      known: 2,
    })
    expect(await spent(shop)).toEqual({ gifts: 3, spentMinor: 18_500, replies: 1 })
  })

  test('a value corrected and a reply added later change the gift, and give none', async () => {
    const shop = await shopWithCustomers()
    const head = 'Date,Customer,Gift,Value,Occasion,Reply'
    await taken(shop, [head, '2026-08-12,Ann,tea,80,thanks,'])
    const corrected = [head, '2026-08-12,Ann,tea,90,thanks,lovely']
    expect(await taken(shop, corrected)).toMatchObject({ recorded: 0, changed: 1 })
    expect(await spent(shop)).toEqual({ gifts: 1, spentMinor: 9000, replies: 1 })
    expect(await contactsOf(shop, 'Ann')).toHaveLength(1)
    expect(await taken(shop, corrected)).toMatchObject({ batch: null, known: 1 })
    // The import that gave it taken back, what it says now is said anew.
    await shop.crm('undo')
    await shop.crm('undo')
    expect(await taken(shop, corrected)).toMatchObject({ recorded: 1 })
    expect(await spent(shop)).toEqual({ gifts: 1, spentMinor: 9000, replies: 1 })
  })

  test.each([
    ['2026-08-12,Cid,tea,80,', 'gift.customer', /row 2 › Customer: nobody in the ledger is called "Cid"/],
    ['2026-08-12,Kim,tea,80,', 'gift.customer', /perhaps: c\w+ Kim kim@example.com; c\w+ Kim kim@example.net/],
    ['2026-08-12,An,tea,80,', 'gift.customer', /nobody knows who "An" is; perhaps: c\w+ Ann ann@example.com/],
    ['2026-10-12,Ann,tea,80,', 'gift.ahead', /a gift of 2026-10-12 has not been given yet \(today is 2026-09-01\)/],
    [',Ann,tea,80,', 'gift.no-day', /no day on which Ann was given the gift/],
    ['2026-08-12,Ann,,80,', 'gift.nothing', /does not say what Ann was given/],
    ['2026-08-12,Ann,tea,$80,', 'gift.currency', /not in the base currency: 80 USD \(that is CNY\)/],
  ])('%s is told with its row and candidates, and nothing of it is recorded', async (row, code, sentence) => {
    const shop = await shopWithCustomers()
    shop.write('gifts.csv', ['Date,Customer,Gift,Value,Occasion', row])
    const { code: exit, err } = await shop.crm('import', 'gifts.csv', '--lang', 'en')
    expect([exit, err]).toEqual([3, expect.stringMatching(sentence)])
    expect((await taken(shop, ['Date,Customer,Gift,Value,Occasion', row])).codes).toEqual([code])
    expect(await spent(shop)).toEqual(NOTHING)
  })

  test('a phone, an e-mail or our own id says which of one name is meant', async () => {
    const shop = await shopWithCustomers()
    const rows = ['Date,Customer,E-mail,Gift,Value', '2026-08-12,Kim,kim@example.net,tea,80']
    expect(await taken(shop, rows)).toMatchObject({ code: 0, recorded: 1 })
    expect(await contactsOf(shop, 'kim@example.net')).toHaveLength(1)
    // Known by the name alone, and not by the address beside it: it may be another Bob.
    const other = ['Date,Customer,E-mail,Gift,Value', '2026-08-12,Bob,robert@example.org,tea,80']
    expect(await taken(shop, other)).toMatchObject({ code: 3, recorded: 0, codes: ['gift.customer'] })
    const [one] = (await shop.json('list', 'name:Bob')).rows
    const byId = ['Date,Customer id,Gift,Value', `2026-08-12,${String(one!.customer)},tea,80`]
    expect(await taken(shop, byId)).toMatchObject({ code: 0, recorded: 1 })
  })

  test('an occasion of the seller’s own is told and kept in the words of the contact; a birthday nobody knows is a birthday', async () => {
    const shop = await shopWithCustomers()
    const rows = ['日期,客户,礼物,价值,事由', '2026-08-12,Ann,花篮,80,乔迁', '2026-08-13,Bob,茶叶,80,生日']
    expect(await taken(shop, rows)).toMatchObject({ recorded: 2, codes: ['gift.occasion'] })
    expect(await contactsOf(shop, 'Ann')).toEqual([['contact', null, null, '花篮 · 乔迁', null]])
    expect(await contactsOf(shop, 'Bob')).toEqual([['contact', null, null, '茶叶', null]])
  })

  test('a day nobody can read is told as it is written, and as nothing else', async () => {
    const shop = await shopWithCustomers()
    const rows = ['Date,Customer,Gift,Value', '2026-13-14,Ann,tea,80']
    expect(await taken(shop, rows)).toMatchObject({ code: 3, recorded: 0, rejected: 1, codes: ['gift.day'] })
    const { err } = await shop.crm('import', 'gifts.csv', '--lang', 'en')
    expect(err).toContain('not a date: "2026-13-14"; the gift to Ann was not taken')
    expect(err).not.toMatch(/no day on which|was taken without/)
  })

  test('every row is counted: total rows by name, gifts without a value with what to do', async () => {
    const shop = await shopWithCustomers()
    const head = 'Date,Customer,Gift,Value'
    const rows = [head, '2026-08-12,Ann,tea,', '2026-08-13,Bob,tea,80', 'Total,,,80']
    expect(await taken(shop, rows, '--dry-run')).toMatchObject({ recorded: 2, unvalued: 1, skipped: { total: 1 } })
    const { err } = await shop.crm('import', 'gifts.csv', '--lang', 'en')
    expect(err).toContain('rows passed over: total 1')
    expect(err).toContain('1 gift has no value')
    expect(await taken(shop, [head, '2026-08-12,Ann,tea,70'])).toMatchObject({ changed: 1, recorded: 0, unvalued: 0 })
    expect(await spent(shop)).toMatchObject({ gifts: 2, spentMinor: 15_000 })
    expect((await shop.crm('imports', '--lang', 'en')).out).toMatch(/gift register {2}gifts\.csv · 1 gift changed\n/)
    await shop.crm('undo')
    const { err: undone } = await shop.crm('undo', '--lang', 'zh')
    expect(undone).toContain('礼品登记：gifts.csv · 2份礼品')
    expect(await spent(shop)).toEqual(NOTHING)
  })

  test('a nickname of a platform names its customer; a number, which may be another’s elsewhere, names nobody', async () => {
    const shop = emptyShop()
    const orders = [
      'Order No,Order Date,Buyer ID,Customer Name,Total,Currency',
      '1,2026-05-01,1001,Ann,10,CNY',
      '2,2026-05-02,teafan,Bob,10,CNY',
    ]
    shop.write('orders.csv', orders)
    await shop.crm('import', 'orders.csv')
    const rows = ['日期,会员号,礼品,金额', '2026-08-12,1001,茶叶,80', '2026-08-12,teafan,茶叶,80']
    expect(await taken(shop, rows)).toMatchObject({ recorded: 1, rejected: 1 })
    expect(await contactsOf(shop, 'Bob')).toHaveLength(1)
  })

  test('all or nothing with --strict', async () => {
    const shop = await shopWithCustomers()
    shop.write('gifts.csv', [...register.slice(0, 3), '3,2026-08-12,Cid,茶叶,80,,,'])
    expect((await shop.crm('import', 'gifts.csv', '--strict')).code).toBe(65)
    expect(await spent(shop)).toEqual(NOTHING)
    // What stood beside it is imported by then, and named with its undo.
    shop.write('new.csv', [
      'Order No,Order Date,Customer Name,Email,Total,Currency',
      '77,2026-08-12,Zed,zed@example.com,9.00,CNY',
    ])
    const { code, err } = await shop.crm('import', 'new.csv', 'gifts.csv', '--strict', '--lang', 'en')
    expect([code, err]).toEqual([65, expect.stringMatching(/is imported as batch (\d+)\.\n.*crm undo \1/)])
    shop.write('far.csv', [
      'Order No,Order Date,Customer Name,Email,Total,Currency',
      '78,2026-08-12,Yan,yan@example.com,9.00,USD',
    ])
    shop.write('gifts.csv', register)
    const far = await shop.crm('import', 'far.csv', 'gifts.csv', '--lang', 'en')
    expect(far.err).toMatch(/Imported as batch \d+\. To take it back: crm undo\n.*no rate to CNY/s)
  })
})

describe('a sheet with a column of gifts is no sheet of orders', () => {
  test.each([
    [['日期,礼品,金额', '2026-08-12,茶叶,80'], /送礼|gifts/],
    [['客户,礼品,金额', 'Ann,茶叶,80'], /--map placedAt=/],
    [['日期,客户,礼品名称,数量,金额', '2026-08-12,Ann,茶叶,1,80'], /--map gift="礼品名称"\n.*--map orderTotal="金额"/],
  ])('%j asks', async (lines, remedy) => {
    const shop = await shopWithCustomers()
    shop.write('sheet.csv', lines)
    const { code, err } = await shop.crm('import', 'sheet.csv', '--lang', 'en')
    expect([code, err]).toEqual([65, expect.stringMatching(remedy)])
  })

  test('what it names to type does what it says', async () => {
    const shop = await shopWithCustomers()
    const lines = ['日期,客户,礼品名称,数量,金额', '2026-08-12,Ann,茶叶,1,80']
    expect(await taken(shop, lines, '--map', 'gift=礼品名称')).toMatchObject({ code: 0, orders: 0, recorded: 1 })
    const { orders } = (await shop.json('import', 'gifts.csv', '--map', 'orderTotal=金额')) as Answer & {
      orders: { inserted: number }
    }
    expect(orders.inserted).toBe(1)
  })

  test.each([
    ['an occasion', 'sheet.csv', ['日期,客户,礼品,数量,金额,事由', '2026-08-12,Ann,茶样,2盒,60,生日']],
    ['the title', 'sheet.csv', ['2026年礼品登记表,,,,', '日期,客户,礼品,数量,金额', '2026-08-12,Ann,茶样,2,60']],
    ['the name of the file', '礼品登记.csv', ['日期,客户,礼品,数量,金额', '2026-08-12,Ann,茶样,2,60']],
    ['what one costs', '送礼记录.csv', ['日期,客户,礼品,数量,单价', '2026-08-12,Ann,茶样,２,30']],
    ['all of them', 'gift-list.csv', ['Date,Customer,Gift,Qty,Price,Total', '2026-08-12,Ann,茶样,2.0,30,60']],
  ])('numbers of gifts are read where %s says what they are', async (_, file, lines) => {
    const shop = await shopWithCustomers()
    shop.write(file, lines)
    expect((await shop.crm('import', file)).code).toBe(0)
    expect(await spent(shop)).toMatchObject({ gifts: 1, spentMinor: 6000 })
    expect((await contactsOf(shop, 'Ann'))[0]![3]).toBe('茶样 ×2')
    expect((await shop.crm('import', file, '--lang', 'en')).err).toContain(
      '0 new, 0 with another value or a reply, 1 recorded before',
    )
    expect(await spent(shop)).toMatchObject({ gifts: 1 })
  })

  test.each([
    ['礼品店订单.csv', '日期,客户,礼品,数量,金额'],
    ['gift shop sales.csv', 'Date,Customer,Gift,Qty,Amount'],
  ])('a gift shop’s %s asks', async (file, head) => {
    const shop = await shopWithCustomers()
    shop.write(file, [head, '2026-08-12,Ann,茶样,2,60'])
    expect((await shop.crm('import', file)).code).toBe(65)
  })

  test('what was said of it is kept for later files until it is taken back, and `formats` shows its columns before', async () => {
    const shop = await shopWithCustomers()
    const lines = ['日期,客户,礼品名称,数量,金额', '2026-08-12,Ann,茶叶,1,80']
    shop.write('gifts.csv', lines)
    const asked = await shop.crm('formats', 'gifts.csv', '--lang', 'en')
    expect([asked.code, asked.out]).toEqual([0, expect.stringMatching(/礼品名称[\s\S]*--map gift="礼品名称"/)])
    await taken(shop, lines, '--map', 'gift=礼品名称')
    const later = [...lines, '2026-08-13,Bob,茶叶,1,80']
    expect(await taken(shop, later)).toMatchObject({ code: 0, recorded: 1, known: 1 })
    expect((await shop.crm('formats', '--saved')).out).toContain('礼品名称')
    expect((await shop.crm('import', 'gifts.csv', '--lang', 'en')).err).toMatch(/columns.*礼品名称/)
    await shop.crm('undo')
    await shop.crm('undo')
    expect((await shop.crm('import', 'gifts.csv')).code).toBe(65)
  })

  test('a gift beside a product or an order number is sold', async () => {
    const shop = await shopWithCustomers()
    shop.write('sheet.csv', ['日期,客户,产品,礼品,金额', '2026-08-12,Ann,杯子,茶叶,80'])
    const { orders } = (await shop.json('import', 'sheet.csv')) as Answer & { orders: { inserted: number } }
    expect(orders.inserted).toBe(1)
  })
})

describe('a contact log kept by hand', () => {
  test.each([
    ['日期,客户,联系方式,内容,结果,下次联系', '2026-08-12,Ann,微信,问了新款,有意向,2026-12-01'],
    ['日期,客户,渠道,沟通内容,结果,下次联系', '2026-08-12,Ann,微信,问了新款,有意向,2026-12-01'],
    ['日期,客户,内容,结果', '2026-08-12,Ann,问了新款,有意向'],
    ['日期,客户,方式,内容,结果,金额', '2026-08-12,Ann,微信,问了新款,有意向,300'],
    ['Date,Name,Method,Content,Outcome,Follow up', '2026-08-12,Ann,phone,asked,interested,2026-12-01'],
  ])('%s is read as contacts and as no order', async (...lines) => {
    const shop = await shopWithCustomers()
    shop.write('log.csv', lines)
    const { files, orders } = (await shop.json('import', 'log.csv')) as Answer & {
      files: readonly { entries: readonly object[] }[]
      orders: { inserted: number }
    }
    expect(files[0]!.entries).toEqual([{ kind: 'contact', inserted: 1, unchanged: 0 }])
    expect(orders.inserted).toBe(0)
  })

  test('with an amount it says how it is read as orders, and that works', async () => {
    const shop = await shopWithCustomers()
    shop.write('log.csv', ['日期,客户,沟通方式,内容,金额', '2026-08-12,Bea,微信,问了新款,300'])
    expect((await shop.crm('import', 'log.csv')).out).toContain('crm import log.csv --map orderTotal="金额"')
    await shop.crm('undo')
    const { orders } = (await shop.json('import', 'log.csv', '--map', 'orderTotal=金额')) as Answer & {
      orders: { inserted: number }
    }
    expect(orders.inserted).toBe(1)
  })

  test('a way of paying or a note beside goods is an order', async () => {
    const shop = await shopWithCustomers()
    shop.write('book.csv', ['日期,客户,内容,金额,方式,备注,渠道', '2026-08-12,Bea,洗车,300,微信,熟客,门店'])
    const { orders } = (await shop.json('import', 'book.csv')) as Answer & { orders: { inserted: number } }
    expect(orders.inserted).toBe(1)
  })

  test('a result is kept in the words of the sheet', async () => {
    const shop = await shopWithCustomers()
    shop.write('log.csv', ['日期,客户,邮箱,方式,内容,结果', '2026-08-12,Ann,ann@example.com,电话,问了新款,没接'])
    await shop.crm('import', 'log.csv')
    expect(await contactsOf(shop, 'ann@example.com')).toEqual([['contact', '电话', '没接', '问了新款', null]])
  })
})
