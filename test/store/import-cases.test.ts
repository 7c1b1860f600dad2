import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { type ImportJson, makeWorld } from '../support/world.js'

/** A world with csv files written from lines of text. */
function worldOf(files: Readonly<Record<string, readonly string[]>>) {
  const world = makeWorld()
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(world.folder, name), `${lines.join('\n')}\n`)
  return {
    ...world,
    async take(...argv: string[]) {
      const ran = await world.crm('import', ...argv, '--json')
      expect([0, 3]).toContain(ran.code)
      return ran.json<ImportJson>()
    },
    orders: () =>
      dumpLedger(join(world.folder, 'crm.db')).orders as {
        number: string
        shop: string
        status: string
        total_minor: number
        refund_minor: number | null
        note: string
        placed_on: number
        customer: string
      }[],
    net: () =>
      (dumpLedger(join(world.folder, 'crm.db')).snapshot as { orders: { netMinor: number[] } }).orders.netMinor,
  }
}

const full = 'Order ID,Order Date,Updated at,Status,Customer,Email,Store,Currency,Total,Refund,Note'
const short = 'Order ID,Order Date,Updated at,Status,Customer,Email,Store,Currency,Total'

describe('one order told by several files', () => {
  test('a column a file does not have says nothing; a blank cell says blank', async () => {
    const world = worldOf({
      'full.csv': [full, 'A1,2026-01-01,2026-01-02,paid,Li,li@mail-a.com,Main,USD,10.00,4.00,gift'],
      'short.csv': [short, 'A1,2026-01-01,2026-01-09,shipped,Li,li@mail-a.com,Main,USD,12.00'],
      'blank.csv': [full, 'A1,2026-01-01,2026-01-10,shipped,Li,li@mail-a.com,Main,USD,12.00,4.00,'],
    })
    await world.take('full.csv')
    await world.take('short.csv')
    expect(world.orders()).toMatchObject([{ total_minor: 1200, refund_minor: 400, note: 'gift' }])
    await world.take('blank.csv')
    expect(world.orders()).toMatchObject([{ total_minor: 1200, refund_minor: 400, note: '' }])
  })

  test('a later status "refunded" gives everything back, also from a file without a refund column', async () => {
    const world = worldOf({
      'full.csv': [full, 'A1,2026-01-01,2026-01-02,paid,Li,li@mail-a.com,Main,USD,10.00,0.00,'],
      'short.csv': [short, 'A1,2026-01-01,2026-01-09,refunded,Li,li@mail-a.com,Main,USD,10.00'],
    })
    await world.take('full.csv')
    await world.take('short.csv')
    expect(world.orders()).toMatchObject([{ status: 'refunded', total_minor: 1000, refund_minor: 1000 }])
    expect(world.net()).toEqual([0])
  })

  test('an earlier state that arrives later changes nothing, and is what remains when the newer one is taken back', async () => {
    const world = worldOf({
      'old.csv': [full, 'A1,2026-01-01,2026-01-02,pending,Li,li@mail-a.com,Main,USD,10.00,0.00,'],
      'new.csv': [full, 'A1,2026-01-01,2026-01-09,paid,Li,li@mail-a.com,Main,USD,10.00,0.00,'],
    })
    const { batch } = await world.take('new.csv')
    const older = await world.take('old.csv')
    expect(older.files[0]!.orders).toMatchObject({ inserted: 0, updated: 0, unchanged: 1 })
    expect(world.orders()).toMatchObject([{ status: 'paid' }])
    await world.crm('undo', String(batch))
    expect(world.orders()).toMatchObject([{ status: 'pending' }])
  })

  test('without a moment: the surer status, then the larger refund, then the later file', async () => {
    const header = 'Order ID,Order Date,Status,Customer,Currency,Total,Refund,Note'
    const row = (status: string, refund: string, note: string) => [
      header,
      `A1,2026-01-01,${status},Li,USD,10.00,${refund},${note}`,
    ]
    const world = worldOf({
      'pending.csv': row('pending', '', 'one'),
      'paid.csv': row('paid', '', 'two'),
      'part.csv': row('paid', '3.00', 'three'),
      'more.csv': row('paid', '4.00', 'four'),
      'again.csv': row('paid', '4.00', 'five'),
    })
    for (const file of ['more', 'part', 'paid', 'pending']) {
      await world.take(`${file}.csv`)
      expect(world.orders()).toMatchObject([{ note: 'four', refund_minor: 400, status: 'partially_refunded' }])
    }
    await world.take('again.csv')
    expect(world.orders()).toMatchObject([{ note: 'five' }])
  })

  test.each([
    ['one after another', false],
    ['in one command', true],
  ])(
    'a known number with another day and another buyer is rejected, with the hint to name the shop: files %s (R3)',
    async (_, isTogether) => {
      const world = worldOf({
        'one.csv': [full, '1001,2026-01-01,2026-01-02,paid,Li,li@mail-a.com,,USD,10.00,0.00,'],
        'two.csv': [full, '1001,2026-02-05,2026-02-06,paid,Anna,anna@mail-b.de,,USD,99.00,0.00,'],
      })
      const argv = isTogether ? [['one.csv', 'two.csv']] : [['one.csv'], ['two.csv']]
      let stderr = ''
      let code = 0
      for (const files of argv) ({ code, stderr } = await world.crm('import', ...files))
      expect([code, world.orders().map(({ total_minor }) => total_minor)]).toEqual([3, [1000]])
      expect(stderr).toContain('--shop')
      expect((await world.take('two.csv', '--shop', 'Second')).files[0]!.orders.inserted).toBe(1)
    },
  )

  test('another day alone, or another buyer alone, is the same order', async () => {
    const world = worldOf({
      'one.csv': [full, '1001,2026-01-01,2026-01-02,paid,Li,li@mail-a.com,Main,USD,10.00,0.00,'],
      'day.csv': [full, '1001,2026-01-03,2026-01-04,paid,Li,li@mail-a.com,Main,USD,10.00,0.00,'],
      'buyer.csv': [full, '1001,2026-01-03,2026-01-05,paid,Anna,anna@mail-b.de,Main,USD,10.00,0.00,'],
    })
    for (const file of ['one.csv', 'day.csv', 'buyer.csv']) await world.take(file)
    expect(world.orders()).toMatchObject([{ number: '1001', customer: 'e:anna@mail-b.de' }])
  })
})

describe('the shop of a row (R3)', () => {
  const rows = ['Order ID,Order Date,Customer,Email,Currency,Total', 'A1,2026-01-01,Li,li@mail-a.com,USD,10.00']

  test('without a column: --shop, else the only shop of the platform', async () => {
    const world = worldOf({ 'a.csv': rows, 'b.csv': [rows[0]!, 'B1,2026-01-02,Li,li@mail-a.com,USD,3.00'] })
    await world.take('a.csv', '--shop', 'North')
    await world.take('b.csv')
    expect(world.orders().map(({ shop }) => shop)).toEqual(['North', 'North'])
  })

  test('a file taken back leaves no shop behind', async () => {
    const world = worldOf({ 'a.csv': rows })
    await world.take('a.csv', '--shop', 'Wrong')
    await world.crm('undo')
    await world.take('a.csv')
    expect(world.orders().map(({ shop }) => shop)).toEqual([''])
  })

  test('the same number in two shops is two orders', async () => {
    const world = worldOf({ 'a.csv': rows })
    await world.take('a.csv', '--shop', 'North')
    await world.take('a.csv', '--shop', 'South')
    expect(world.orders().map(({ shop }) => shop)).toEqual(['North', 'South'])
  })
})

describe('taking back what several files gave (R36)', () => {
  test('a customer list imported twice, once with more rows', async () => {
    const header = 'Name,Email,Tags'
    const world = worldOf({
      'one.csv': [header, 'Li,li@mail-a.com,vip'],
      'two.csv': [header, 'Li,li@mail-a.com,vip', 'Anna,anna@mail-b.de,'],
    })
    const { batch } = await world.take('one.csv')
    await world.take('two.csv')
    await world.crm('undo', String(batch))
    const { customers, profiles } = dumpLedger(join(world.folder, 'crm.db'))
    expect([customers.length, profiles.length]).toEqual([2, 2])
  })

  test('an update is taken back with the file that brought it', async () => {
    const world = worldOf({
      'march.csv': [full, 'A1,2026-01-01,2026-01-02,paid,Li,li@mail-a.com,Main,USD,10.00,0.00,'],
      'april.csv': [
        full,
        'A1,2026-01-01,2026-01-20,refunded,Li,li@mail-a.com,Main,USD,10.00,10.00,',
        'A2,2026-01-21,2026-01-21,paid,Li,li@mail-a.com,Main,USD,5.00,0.00,',
      ],
    })
    await world.take('march.csv')
    const before = dumpLedger(join(world.folder, 'crm.db'))
    const { files } = await world.take('april.csv')
    expect(files[0]!.orders).toMatchObject({ inserted: 1, updated: 1, unchanged: 0, rejected: 0 })
    expect(world.net()).toEqual([0, 500])
    await world.crm('undo')
    expect(dumpLedger(join(world.folder, 'crm.db'))).toEqual(before)
  })

  test('a dry run writes nothing, not even the file', async () => {
    const world = worldOf({ 'a.csv': [full, 'A1,2026-01-01,2026-01-02,paid,Li,li@mail-a.com,Main,USD,10.00,0.00,'] })
    expect(await world.take('a.csv', '--dry-run')).toMatchObject({ batch: null, files: [{ orders: { inserted: 1 } }] })
    expect((await world.crm('list')).code).toBe(66)
    await world.take('a.csv')
    const before = dumpLedger(join(world.folder, 'crm.db'))
    await world.crm('undo', '--dry-run')
    expect(dumpLedger(join(world.folder, 'crm.db'))).toEqual(before)
  })

  test('--strict takes nothing of a file with a faulty row', async () => {
    const world = worldOf({
      'a.csv': [
        full,
        'A1,2026-01-01,2026-01-02,paid,Li,li@mail-a.com,Main,USD,10.00,0.00,',
        'A2,2026-02-31,,paid,Li,,Main,USD,10.00,,',
      ],
    })
    expect((await world.crm('import', 'a.csv', '--strict')).code).toBe(65)
    expect((await world.crm('list')).code).toBe(66)
  })
})
