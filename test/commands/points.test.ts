import { describe, expect, test } from 'vitest'
import { column, emptyShop, HEADER, type Shop, shopOf } from './shop.js'

/** A shop of 2026 with a scheme: Ann earned 550 points (100 at level C, then at A), 王芳 66 (30 at C, then at B), Bob 40 and Eve 20 at C. */
async function withScheme(year = 2026): Promise<Shop> {
  const shop = await shopOf(year)
  expect((await shop.crm('config', 'set', 'points.scheme', 'on')).code).toBe(0)
  return shop
}

const balances = async (shop: Shop, ...more: string[]) =>
  Object.fromEntries((await shop.json('points', ...more)).rows.map(({ name, balance }) => [name, balance]))

const entries = async (shop: Shop, who: string, ...more: string[]) =>
  (await shop.json('points', 'show', who, ...more)).rows.map(({ on, what, points, balance }) => [
    ...[on, what, points, balance],
  ])

describe('without a scheme', () => {
  test('nobody has points, and the seller reads how to start one', async () => {
    const shop = await shopOf(2026)
    const answer = await shop.json('points')
    expect([answer.summary.isOn, answer.rows]).toEqual([false, []])
    expect((await shop.crm('points')).out).toContain('crm config set points.scheme on')
    expect((await shop.crm('points', 'show', 'Ann')).out).toContain('crm config set points.scheme on')
    const { code, err } = await shop.crm('points', 'earn', 'Ann', '100')
    expect(code).toBe(1)
    expect(err).toContain('crm config set points.scheme on')
  })
})

describe('the list', () => {
  test('has the balance of each statement', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', [
      `${HEADER},Refund`,
      '1,2026-04-01,Ann,ann@example.com,100.00,USD,US,0',
      '2,2026-05-01,Ann,ann@example.com,99.99,USD,US,33.34',
      '3,2026-05-01,Bob,bob@example.com,40.00,USD,US,40.00',
      '4,2026-05-02,Bob,bob@example.com,80.10,CNY,CN,0',
      '5,2026-06-02,王芳,wang@example.com,700.10,CNY,CN,0',
    ])
    await shop.crm('import', 'orders.csv')
    await shop.crm('rates', 'set', 'CNY=0.14')
    await shop.crm('config', 'set', 'points.scheme', 'on')
    await shop.crm('points', 'redeem', 'Ann', '70')
    const { rows } = await shop.json('points')
    expect(rows).toHaveLength(3)
    for (const { customer, balance, owed } of rows) {
      const { summary } = await shop.json('points', 'show', String(customer))
      expect([summary.balance, summary.owed]).toEqual([balance, owed])
    }
    // Ann bought alone in April, so her May earns by A: floor(66.65 × 1.5); April itself by C.
    expect(await balances(shop)).toMatchObject({ Ann: 100 + 99 - 70 })
  })

  test('takes a filter and a day, and counts what the filter keeps', async () => {
    const shop = await withScheme()
    expect(await balances(shop, 'country:CN')).toEqual({ 王芳: 66 })
    expect((await shop.json('points', 'country:CN')).summary).toMatchObject({ customers: 1, balance: 66, earned: 66 })
    expect(Object.keys(await balances(shop, '--on', '2026-03-15'))).toEqual(['Bob'])
    expect((await shop.crm('points', 'country:FR')).out).toContain('No customer matches')
  })

  test('counts what was recorded today where the newest order stands in for today', async () => {
    const shop = await withScheme(2019)
    await shop.crm('points', 'earn', 'Ann', '7')
    const { rows, asOf } = await shop.json('points', 'name:Ann')
    expect([asOf, column({ rows } as never, 'balance')]).toEqual(['2019-08-20', [557]])
  })
})

describe('points recorded by hand', () => {
  test('stand in the statement with their batch, and undo takes them back', async () => {
    const shop = await withScheme()
    const before = await entries(shop, 'Ann')
    await shop.crm('points', 'earn', 'Ann', '50', '--note', 'photo')
    const { err } = await shop.crm('points', 'redeem', 'ann@example.com', '1,00', '--for', 'money')
    expect(err).toContain('"1,00"')
    const said = await shop.crm('points', 'redeem', 'ann@example.com', '120', '--for', 'money')
    expect(said.err).toContain('redeemed on 2026-09-01 for money off ($1.20)')
    await shop.crm('points', 'adjust', 'Ann', '-30')
    expect((await entries(shop, 'Ann')).slice(0, 3)).toEqual([
      ['2026-09-01', 'adjust', -30, 450],
      ['2026-09-01', 'redeem', -120, 480],
      ['2026-09-01', 'earn', 50, 600],
    ])
    const { rows } = await shop.json('points', 'show', 'Ann')
    expect(rows.slice(0, 3).map(({ batch, for: what, note }) => [batch, what, note])).toEqual([
      ['5', null, null],
      ['4', 'money', null],
      ['3', null, 'photo'],
    ])
    for (let i = 0; i < 3; i++) expect((await shop.crm('undo')).code).toBe(0)
    expect(await entries(shop, 'Ann')).toEqual(before)
  })

  test('a dry run says the same and writes nothing', async () => {
    const shop = await withScheme()
    const answer = await shop.json('points', 'redeem', 'Ann', '100', '--for', 'gift', '--dry-run')
    expect(answer).toMatchObject({ batch: null, points: -100, balanceBefore: 550, balance: 450, for: 'gift' })
    expect(await balances(shop, 'name:Ann')).toEqual({ Ann: 550 })
  })

  test.each([
    [['redeem', 'Ann', '551'], 1, 'has 550 points on 2026-09-01'],
    [['redeem', 'Bob', '20', '--on', '2026-02-01'], 1, 'has 0 points on 2026-02-01'],
    [['adjust', 'Ann', '-551'], 1, 'has 550 points'],
    [['redeem', 'Ann', '5'], 1, 'fewer than can be redeemed at once: 10'],
    [['redeem', 'Ann', '0'], 2, 'no number of points'],
    [['redeem', 'Ann', '-5'], 2, 'no number of points'],
    [['earn', 'Ann', '1.5'], 2, 'no number of points'],
    [['adjust', 'Ann', '0'], 2, 'no change of points'],
    [['earn', 'Nobody', '5'], 1, 'No customer is called'],
    [['earn', 'Ann'], 2, 'the number of points'],
    [['redeem'], 2, 'customer'],
    [['earn', 'Ann', '5', '--for', 'gift'], 2, 'redeemed for'],
    [['--note', 'x'], 2, 'belong to points that are recorded'],
    [['redeem', 'Ann', '20', '--for', 'tea'], 2, 'gift, coupon, money'],
    [['show'], 2, 'customer'],
  ])('crm points %j is refused', async (argv, code, sentence) => {
    const shop = await withScheme()
    await shop.crm('config', 'set', 'points.minimum', '10')
    const said = await shop.crm('points', ...argv)
    expect([said.code, said.err]).toEqual([code, expect.stringContaining(sentence)])
    expect(await balances(shop, 'name:Ann')).toEqual({ Ann: 550 })
  })

  test('an earlier day is not left short of what was redeemed later', async () => {
    const shop = await withScheme()
    await shop.crm('points', 'redeem', 'Ann', '540')
    const { code, err } = await shop.crm('points', 'redeem', 'Ann', '20', '--on', '2026-08-01')
    expect([code, err]).toEqual([1, expect.stringContaining('batch 3 (2026-09-01)')])
    expect((await shop.crm('points', 'redeem', 'Ann', '10', '--on', '2026-08-01')).code).toBe(0)
  })

  test('earned points that something redeemed needs are not taken back alone (R36), nor is it put back without them', async () => {
    const shop = await withScheme()
    await shop.crm('points', 'earn', 'Bob', '100')
    await shop.crm('points', 'redeem', 'Bob', '120')
    const { code, err } = await shop.crm('undo', '3')
    expect([code, err]).toEqual([1, expect.stringContaining('4 (crm points)')])
    expect((await shop.crm('undo', '3', '--dry-run')).code).toBe(1)
    expect((await shop.crm('undo', '4')).code).toBe(0)
    expect((await shop.crm('undo', '3')).code).toBe(0)
    const redone = await shop.crm('undo', '--redo', '4')
    expect([redone.code, redone.err]).toEqual([1, expect.stringContaining('cannot be put back')])
    expect((await shop.crm('undo', '--redo', '3')).code).toBe(0)
    expect((await shop.crm('undo', '--redo', '4')).code).toBe(0)
    expect(await balances(shop, 'name:Bob')).toEqual({ Bob: 20 })
  })
})

test('customers who are made one have the points of both, until the merge is taken back', async () => {
  const shop = await withScheme()
  await shop.crm('points', 'earn', 'Bob', '10')
  await shop.crm('points', 'redeem', 'Ann', '50')
  const apart = await balances(shop)
  await shop.crm('merge', 'Ann', 'Bob')
  const together = await shop.json('points', 'show', 'ann@example.com')
  // As one they came into April with Bob's purchase of March: Ann's order of April earns 150 in place of 100.
  expect(together.summary.balance).toBe(Number(apart.Ann) + Number(apart.Bob) + 50)
  await shop.crm('undo')
  expect(await balances(shop)).toEqual(apart)
})

test('a past day does not know what was recorded later', async () => {
  const shop = await withScheme()
  await shop.crm('points', 'redeem', 'Ann', '50')
  expect(await balances(shop, 'name:Ann', '--on', '2026-08-31')).toEqual({ Ann: 550 })
  expect(await balances(shop, 'name:Ann')).toEqual({ Ann: 500 })
})

test('a refund after points were used leaves them owed', async () => {
  const shop = await withScheme()
  await shop.crm('points', 'redeem', 'Bob', '30')
  shop.write('refund.csv', [`${HEADER},Refund`, '5,2026-03-01,Bob,bob@example.com,40.00,USD,US,25.00'])
  await shop.crm('import', 'refund.csv')
  expect((await shop.json('points', 'name:Bob')).rows).toMatchObject([{ balance: -15, owed: 15 }])
  const { code, err } = await shop.crm('points', 'redeem', 'Bob', '1')
  expect([code, err]).toEqual([1, expect.stringContaining('15 points are owed')])
  expect((await shop.crm('points', 'name:Bob')).out).toContain('Owed')
  await shop.crm('undo')
  expect(await balances(shop, 'name:Bob')).toEqual({ Bob: 10 })
})

describe('sheets of balances', () => {
  const JUNE = [
    'Customer Name,Email,Points,As of',
    'Ann,ann@example.com,500,2026-06-30',
    'Bob,bob@example.com,5,2026-06-30',
  ]
  const JULY = ['Customer Name,Email,Points,As of', 'Ann,ann@example.com,80,2026-07-31']

  const imported = async (...files: readonly (readonly string[])[]) => {
    const shop = await withScheme()
    for (const [at, lines] of files.entries()) {
      shop.write(`points${at}.csv`, lines)
      const { code, err } = await shop.crm('import', `points${at}.csv`)
      if (code !== 0) throw new Error(err)
    }
    return shop
  }

  test('begin the account anew on their day, with file and row', async () => {
    const shop = await imported(JUNE)
    expect(await balances(shop)).toMatchObject({ Ann: 500, Bob: 5, 王芳: 66 })
    const { rows } = await shop.json('points', 'show', 'Bob')
    expect(rows).toEqual([
      expect.objectContaining({
        what: 'opening',
        points: 5,
        file: 'points0.csv',
        row: 3,
        batch: '3',
        expiresOn: '2027-06-30',
      }),
    ])
    const { code, err } = await shop.crm('points', 'earn', 'Bob', '5', '--on', '2026-06-01')
    expect([code, err]).toEqual([1, expect.stringContaining('2026-06-30')])
  })

  test('give the same in any order, twice as once, and undo gives what was before', async () => {
    const [one, other] = [await imported(JUNE, JULY), await imported(JULY, JUNE, JULY)]
    const all = await balances(one)
    expect(all).toMatchObject({ Ann: 80, Bob: 5 })
    expect(await balances(other)).toEqual(all)
    await one.crm('undo')
    await one.crm('undo')
    expect(await balances(one)).toMatchObject({ Ann: 550, Bob: 40 })
  })

  test('without a day are of the day they were imported', async () => {
    const shop = await imported(['Customer Name,Email,Points', 'Ann,ann@example.com,500'])
    await shop.crm('points', 'redeem', 'Ann', '100')
    expect(await entries(shop, 'Ann')).toEqual([
      ['2026-09-01', 'redeem', -100, 400],
      ['2026-09-01', 'opening', 500, 500],
    ])
  })
})

describe('a setting that reckons past orders anew', () => {
  test('says how many customers come to owe what they have used, and how much', async () => {
    const shop = await withScheme()
    await shop.crm('points', 'redeem', 'Ann', '500')
    await shop.crm('points', 'redeem', 'Bob', '10')
    const before = await balances(shop)
    const dry = await shop.crm('config', 'set', 'points.rate', '4', '-n')
    expect(dry.err).toMatch(/past orders would be reckoned anew. 1 customer would have used \d+ points more/)
    const { code, err } = await shop.crm('config', 'set', 'points.rate', '4')
    const owed = -Number((await balances(shop)).Ann)
    expect(owed).toBeGreaterThan(0)
    expect([code, err]).toEqual([0, expect.stringContaining(`1 customer now has used ${owed} points more than earned`)])
    expect((await shop.crm('config', 'unset', 'points.rate')).err).not.toContain('Careful')
    expect(await balances(shop)).toEqual(before)
    shop.write('settings.json', ['{ "points.rate": "4", "points.expiry": "365" }'])
    expect((await shop.crm('config', 'load', 'settings.json')).err).toContain(`used ${owed} points more`)
    expect((await shop.crm('config', 'set', 'points.warning', '20')).err).not.toContain('Careful')
  })
})
