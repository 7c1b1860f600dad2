import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { currentOrder } from '../../src/core/import/told/current-order.js'
import { isInFigures, orderFigures } from '../../src/core/order-figures.js'
import { setSettings } from '../../src/store/decisions.js'
import { holdToDecide, openLedger } from '../../src/store/ledger.js'
import { loadSnapshot } from '../../src/store/snapshot.js'
import { versionReader } from '../../src/store/versions.js'
import { type ImportJson, makeWorld, type World } from '../support/world.js'

interface ShownJson {
  readonly tables: readonly { readonly key: string; readonly rows: readonly Record<string, unknown>[] }[]
  readonly rows: readonly Record<string, unknown>[]
}

function write(world: World, name: string, ...lines: string[]): string {
  writeFileSync(join(world.folder, name), `${lines.join('\n')}\n`)
  return name
}

async function importJson(world: World, ...argv: string[]): Promise<ImportJson & { code: number }> {
  const ran = await world.crm('import', ...argv, '--json')
  return { ...ran.json<ImportJson>(), code: ran.code }
}

/** Net of every customer in the whole ledger, by name. */
async function nets(world: World): Promise<Record<string, unknown>> {
  const ran = await world.crm('tier', '--all', '--json')
  return Object.fromEntries(ran.json<ShownJson>().rows.map((row) => [row.name, row.valueMinor]))
}

test('a customer called Total, Sum, Count or 合计 is a customer; a total row is not, and is held against the sum', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'names.csv',
    'Order Date,Customer Name,Total',
    '2024-01-05,Count Basie,100',
    '2024-01-05,Sum Ting,100',
    '2024-01-06,Total Fitness Ltd,900',
    '2024-01-06,合计服装店,50',
    'Total,,1150',
    'Grand total:,,1160',
  )
  const ran = await importJson(world, file)
  expect(ran.files[0]!.orders.inserted).toBe(4)
  expect(ran.files[0]!.skipped).toEqual({ total: 2 })
  const issues = (ran.files[0] as unknown as { issues: { code: string; count: number }[] }).issues
  expect(issues.map(({ code, count }) => ({ code, count }))).toEqual([{ code: 'total.differs', count: 1 }])
})

test('one number with another day and another buyer in one file is rejected whole (R3)', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'two.csv',
    'Order ID,Order Date,Email,Customer Name,Total',
    'A7,2024-01-06,bob@gmail.com,Bob,50',
    'A7,2024-02-09,cat@gmail.com,Cat,70',
    'A8,2024-02-09,cat@gmail.com,Cat,70',
  )
  const ran = await importJson(world, file)
  expect(ran.code).toBe(3)
  expect(ran.files[0]!.orders).toEqual({ inserted: 1, updated: 0, unchanged: 0, rejected: 1 })
})

test('an item without a name counts; only a row that bears the order total sums it up', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'items.csv',
    'Order ID,Order Date,Customer Name,Product Name,Unit Price,Quantity',
    '1,2024-01-05,Ann,Widget,100,1',
    '1,2024-01-05,Ann,,20,1',
  )
  const ran = await importJson(world, file)
  expect(ran.files[0]!.totals[0]!.grossMinor).toBe(12000)
})

test('a bare dollar sign is dollars, also beside yuan', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'mixed.csv',
    '日期,客户,电话,金额',
    '2026-05-01,王,13800138000,¥100',
    '2026-05-02,John,,$50',
  )
  const { totals } = (await importJson(world, file)).files[0]!
  expect(totals.map(({ currency, netMinor }) => [currency, netMinor])).toEqual([
    ['CNY', 10000],
    ['USD', 5000],
  ])
})

const rich = [
  'Order ID,Order Date,Email,Customer Name,Total,Status,Currency,Refund',
  '1,2024-01-05,ann@gmail.com,Ann,100,Cancelled,EUR,',
  '2,2024-01-05,ann@gmail.com,Ann,100,partially refunded,EUR,30',
  '3,2024-01-05,ann@gmail.com,Ann,100,Paid,EUR,0',
]
const poor = ['Order ID,Order Date,Customer Name,Total', '1,2024-01-05 10:00,Ann,100', '2,2024-01-05 10:00,Ann,100']

test.each([
  ['first', true],
  ['last', false],
])(
  'a file that has no column for it says nothing of status, currency, refund or buyer (imported %s)',
  async (_, isFirst) => {
    const world = makeWorld()
    const files = [write(world, 'poor.csv', ...poor), write(world, 'rich.csv', ...rich)]
    for (const file of isFirst ? files : [...files].reverse()) await world.crm('import', file)
    const customers = (await world.crm('list', '--json')).json<ShownJson>().rows
    expect(customers).toHaveLength(1)
    const shown = (await world.crm('show', 'ann@gmail.com', '--json')).json<ShownJson>()
    const orders = shown.tables.concat({ key: 'main', rows: shown.rows }).find((table) => table.rows[0]?.order)!.rows
    const facts = orders.map((row) => [row.order, row.status, row.netMinor]).sort()
    expect(facts).toEqual([
      ['1', 'cancelled', 0],
      ['2', 'partially_refunded', 7000],
      ['3', 'paid', 10000],
    ])
    expect((await world.crm('tier', '--all', '--json')).json<{ currency: string }>().currency).toBe('EUR')
  },
)

test.each([['order first'], ['refund first']])(
  'a refund row that names its order is part of it (R2), %s',
  async (which) => {
    const world = makeWorld()
    const sale = write(world, 'sale.csv', '单号,日期,客户,金额', 'R1,2026-05-01,王,100')
    const back = write(world, 'back.csv', '单号,日期,客户,金额', 'R1,2026-05-20,王,-40', 'R9,2026-05-20,赵,-10')
    const files = which === 'order first' ? [sale, back] : [back, sale]
    for (const file of files) await world.crm('import', file)
    // R9 waits for its order and is in no figure.
    expect(await nets(world)).toEqual({ 王: 6000, 赵: 0 })
    const again = await importJson(world, back)
    expect(again.batch).toBeNull()
  },
)

test('money given back on a row of its own among the rows of its order is its refund', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'rows.csv',
    '单号,日期,客户,金额',
    'R1,2026-05-01,王,100',
    'R1,2026-05-20,王,-40',
    'R2,2026-05-02,赵,50',
  )
  const { totals } = (await importJson(world, file)).files[0]!
  expect(totals).toEqual([{ currency: 'CNY', grossMinor: 15000, refundMinor: 4000, netMinor: 11000 }])
})

test('a cancelled or unpaid negative row gives nothing back', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'cancelled.csv',
    'Order ID,Order Date,Customer Name,Total,Status',
    '1,2026-05-01,Ann,100,paid',
    '2,2026-05-02,Ann,-40,cancelled',
    '3,2026-05-03,Ann,-40,pending',
  )
  await world.crm('import', file)
  expect(await nets(world)).toEqual({ Ann: 10000 })
})

test('a day years ahead is rejected, one in the near future told', async () => {
  const world = makeWorld({ now: '2026-06-01T00:00:00Z' })
  const file = write(world, 'ahead.csv', 'Order Date,Customer Name,Total', '2026-12-25,Ann,10', '2099-01-01,Bob,10')
  const ran = await importJson(world, file)
  const issues = (ran.files[0] as unknown as { issues: { code: string }[] }).issues.map(({ code }) => code)
  expect({ code: ran.code, issues, taken: ran.files[0]!.orders.inserted }).toEqual({
    code: 3,
    issues: ['date.far-future', 'date.future'],
    taken: 1,
  })
})

test('two files that disagree without saying which is newer: the later import counts, and that is told', async () => {
  const world = makeWorld()
  const one = write(world, 'one.csv', 'Order ID,Order Date,Customer Name,Total', '1,2026-05-01,Ann,100')
  const two = write(world, 'two.csv', 'Order ID,Order Date,Customer Name,Total', '1,2026-05-01,Ann,130')
  await world.crm('import', one)
  const ran = await world.crm('import', two)
  expect(ran.stderr).toContain('told differently by two files, and neither says which is newer')
  expect(await nets(world)).toEqual({ Ann: 13000 })
})

test('amounts beyond any order are rejected; they would not add up exactly', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'large.csv',
    'Order Date,Customer Name,Total',
    '2026-05-01,Ann,999999999999',
    '2026-05-02,Bob,10',
  )
  const ran = await importJson(world, file)
  expect(ran.files[0]!.orders).toEqual({ inserted: 1, updated: 0, unchanged: 0, rejected: 1 })
})

test('a sheet total with the refund rows of its orders taken off agrees; one that has them in does not', async () => {
  const rows = [
    '日期,订单号,客户,商品,金额',
    '2024-01-05,D1,王芳,茶杯,100',
    '2024-01-05,D1,王芳,茶壶,200',
    '2024-01-06,D1,王芳,退茶杯,-100',
    '2024-01-07,D2,李雷,茶盘,50',
  ]
  const world = makeWorld()
  const codesOf = (ran: ImportJson) =>
    (ran.files[0] as unknown as { issues: { code: string }[] }).issues.map(({ code }) => code)
  const right = await importJson(world, write(world, '对.csv', ...rows, '合计,,,,250'))
  expect(right.files[0]!.totals).toEqual([{ currency: 'CNY', grossMinor: 35000, refundMinor: 10000, netMinor: 25000 }])
  expect(codesOf(right)).not.toContain('total.differs')
  const wrong = await importJson(world, write(world, '错.csv', ...rows, '合计,,,,350'))
  expect(codesOf(wrong)).toContain('total.differs')
})

test('what an order comes to is the same worked out here and by the ledger (R1, R2, R6)', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'all.csv',
    'Order ID,Order Date,Customer Name,Total,Status,Refund,Fee,Cost',
    '8,2024-01-09,Fay,70,paid,,3,',
    '1,2024-01-05,Ann,100,paid,,2,30',
    '2,2024-01-05,Ann,100,pending,,2,30',
    '3,2024-01-06,Bob,100,cancelled,,,',
    '4,2024-01-06,Bob,100,refunded,,2,',
    '5,2024-01-07,Cid,100,paid,40,,30',
    '6,2024-01-07,Cid,0,paid,,,',
    '7,2024-01-08,Eve,-25,,,,',
    '9,2024-01-09,Gus,0,refunded,,,',
    '10,2024-01-09,Gus,40,paid,40,,',
    '11,2024-01-09,Gus,0,pending,,1,2',
  )
  await importJson(world, file)
  await importJson(
    world,
    write(world, 'no-numbers.csv', 'Order Date,Customer Name,Total,Cost', '2024-01-08,Dee,-25,10'),
  )
  const ledger = openLedger(join(world.folder, 'crm.db'))
  const ids = ledger.db.prepare('SELECT id FROM order_key').pluck().all() as number[]
  const versions = versionReader(ledger)(ids)
  const sorted = (rows: unknown[][]) => rows.map((row) => row.join(' ')).sort()
  for (const [pending, zero] of [
    [false, false],
    [true, false],
    [true, true],
    [false, true],
  ] as const) {
    for (const [name, isSet] of Object.entries({ pending, zero })) {
      holdToDecide(ledger)
      setSettings(ledger, '2024-02-01T00:00:00Z', new Map([[`count.${name}`, isSet ? 'yes' : null]]))
    }
    const { orders } = loadSnapshot(ledger)
    const told = ids.flatMap((id) => {
      const order = currentOrder(versions.get(id) ?? [])
      if (!isInFigures(order.kind)) return []
      const { grossMinor, netMinor, costsMinor, isCounted } = orderFigures(order, { pending, zero })
      return [[order.placedOn, grossMinor, netMinor, netMinor - (costsMinor ?? 0), isCounted ? 1 : 0]]
    })
    const kept = Array.from(orders.day, (day, i) => [
      ...[day, orders.grossMinor[i], orders.netMinor[i], orders.profitMinor[i], orders.counted[i]],
    ])
    expect(sorted(told)).toEqual(sorted(kept))
    expect(kept).toHaveLength(11)
  }
  ledger.db.close()
})

test('an order keeps its currency whatever else the ledger holds, also codes that are none', async () => {
  const world = makeWorld()
  const rows = [
    '1,2024-01-05,Ann,100,USD',
    '2,2024-01-06,Ann,50,USD',
    '3,2024-01-07,Bob,0,EUR',
    '4,2024-01-07,Cid,0,GBP',
  ]
  await importJson(world, write(world, 'all.csv', 'Order ID,Order Date,Customer Name,Total,Currency', ...rows))
  const ledger = openLedger(join(world.folder, 'crm.db'))
  ledger.db.exec(
    "UPDATE sales_order SET currency = '' WHERE currency = 'EUR'; UPDATE sales_order SET currency = 'O''K' WHERE currency = 'GBP'",
  )
  const { currency, orders } = loadSnapshot(ledger)
  expect([currency, [...orders.netMinor].sort((a, b) => a - b)]).toEqual(['USD', [0, 0, 5000, 10_000]])
  ledger.db.close()
})

/** Imports the files one after the other into an empty ledger and gives everybody's net. */
async function netsAfter(
  files: readonly (readonly string[])[],
  ...together: string[]
): Promise<Record<string, unknown>> {
  const world = makeWorld()
  const names = files.map((lines, index) => write(world, `f${index}.csv`, ...lines))
  if (together.length > 0) await importJson(world, ...names)
  else for (const name of names) await importJson(world, name)
  return nets(world)
}

const sale = ['Order No,Order Date,Customer Name,Email,Total,Currency', '1,2026-08-01,Ann,a@x.com,1000,JPY']

test('a refund that leaves its currency to assumption is one of the order, in either order of import', async () => {
  const refund = ['Order No,Order Date,Customer Name,Total', '1,2026-08-05,Ann,-100']
  expect(await netsAfter([sale, refund])).toEqual({ Ann: 900 })
  expect(await netsAfter([refund, sale])).toEqual({ Ann: 900 })
})

test('a refund stated in another currency than its order is taken off nothing, and is said to wait', async () => {
  const refund = ['Order No,Order Date,Customer Name,Total,Currency', '1,2026-08-05,Ann,-350,CNY']
  expect(await netsAfter([sale, refund])).toEqual({ Ann: 1000 })
  expect(await netsAfter([refund, sale])).toEqual({ Ann: 1000 })
  const world = makeWorld()
  await importJson(world, write(world, 'sale.csv', ...sale))
  const { stdout, stderr } = await world.crm('import', write(world, 'refund.csv', ...refund))
  expect(stdout + stderr).toMatch(/1 refund .*(currency|not here)/)
})

test('a refund row under another name is a refund all the same, in either order and in one command', async () => {
  const refund = ['Order No,Order Date,Customer Name,Email,Total,Currency', '1,2026-08-09,Bob,b@x.com,-200,JPY']
  for (const files of [
    [sale, refund],
    [refund, sale],
  ])
    for (const together of [[], ['yes']]) expect((await netsAfter(files, ...together)).Ann).toBe(800)
})

test('files imported in one command come to the same as one after the other', async () => {
  const plain = ['Order No,Order Date,Updated at,Customer Name,Total', '1,2026-08-01,2026-08-03,Ann,100']
  const blank = ['Order No,Order Date,Updated at,Customer Name,Total,Refund', '1,2026-08-01,2026-08-03,Ann,100,']
  const older = ['Order No,Order Date,Updated at,Customer Name,Total,Refund', '1,2026-08-01,2026-08-02,Ann,100,20']
  const apart = await netsAfter([plain, blank, older])
  const world = makeWorld()
  await importJson(world, write(world, 'a.csv', ...plain), write(world, 'b.csv', ...blank))
  await importJson(world, write(world, 'c.csv', ...older))
  expect(await nets(world)).toEqual(apart)
})

test('a newer state without the refund counts again, also where its file has no status', async () => {
  const world = makeWorld()
  const head = 'Order No,Order Date,Updated at,Customer Name,Total,Refund'
  await importJson(world, write(world, 'a.csv', `${head},Status`, '1,2026-08-01,2026-08-02,Ann,100,100,paid'))
  await importJson(world, write(world, 'b.csv', head, '1,2026-08-01,2026-08-03,Ann,100,0'))
  const { rows } = (await world.crm('list', '--json')).json<ShownJson>()
  expect(rows).toMatchObject([{ name: 'Ann', netMinor: 10000, orders: 1 }])
})

test('an older state without a refund takes back nothing a newer one says', async () => {
  const world = makeWorld()
  const head = 'Order No,Order Date,Updated at,Customer Name,Total'
  await importJson(world, write(world, 'a.csv', `${head},Refund`, '1,2026-08-01,2026-08-02,Ann,100,0'))
  await importJson(world, write(world, 'b.csv', `${head},Status`, '1,2026-08-01,2026-08-03,Ann,100,partially refunded'))
  const { rows } = (await world.crm('show', 'Ann', '--json')).json<ShownJson>()
  expect(rows).toMatchObject([{ status: 'partially_refunded' }])
})

test('a fee keeps to the currency it was told in', async () => {
  const world = makeWorld()
  const head = 'Order No,Order Date,Updated at,Customer Name,Total,Currency'
  const files = [
    write(world, 'a.csv', `${head},Fee`, '1,2026-08-01,2026-08-02,Ann,100,USD,5'),
    write(world, 'b.csv', head, '1,2026-08-01,2026-08-03,Ann,700,CNY'),
    write(world, 'c.csv', `${head},Fee`, '2,2026-08-01,2026-08-02,Bob,10,CNY,1'),
  ]
  for (const file of files) await importJson(world, file)
  const ran = await world.crm('tier', '--all', '--by', 'profit', '--json')
  expect(ran.json<ShownJson>().rows.map(({ name, valueMinor }) => [name, valueMinor])).toEqual([
    ['Ann', 70000],
    ['Bob', 900],
  ])
})

test('a state that says nothing new is no update; other lines are', async () => {
  const world = makeWorld()
  const head = 'Order No,Order Date,Customer Name,Product,Quantity,Line total'
  await importJson(world, write(world, 'a.csv', `${head},Cost`, 'V1,2026-08-01,Ann,Cup,1,100,40'))
  const without = await importJson(world, write(world, 'b.csv', head, 'V1,2026-08-01,Ann,Cup,1,100'))
  expect(without.files[0]!.orders).toEqual({ inserted: 0, updated: 0, unchanged: 1, rejected: 0 })
  const other = await importJson(world, write(world, 'c.csv', head, 'V1,2026-08-01,Ann,Pot,1,100'))
  expect(other.files[0]!.orders).toMatchObject({ updated: 1 })
})
