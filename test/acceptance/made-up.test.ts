import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claims } from '../contract/layouts.js'
import { dumpLedger } from '../support/dump.js'
import { together } from '../support/together.js'
import { type ImportJson, makeWorld } from '../support/world.js'
import { sharedFile } from './ledger.js'

const answers = sharedFile('../formats/made-up/expected.json')

interface Answer {
  readonly profile: string
  readonly orders: number
  readonly lines?: number
  readonly customers: number | null
  readonly currency: string
  readonly gross?: number
  readonly refund?: number
  readonly net?: number
  readonly status?: Readonly<Record<string, number>>
  readonly rows_ignored?: number
}

const expected: readonly (readonly [string, Answer])[] = answers.isAbsent
  ? []
  : (Object.entries(JSON.parse(readFileSync(answers.path, 'utf8'))) as [string, Answer][])

const formatOf = new Map(claims)
const plainFormats = ['hand-kept-zh', 'plain-orders', 'order-sheet', 'customer-sheet']
const digits: Readonly<Record<string, number>> = { JPY: 0 }

test.skipIf(answers.isAbsent)(`the made-up exports are fifteen${answers.why}`, () => {
  expect(expected).toHaveLength(15)
})

test.each(expected)('%s comes to what its answer says', async (path, answer) => {
  const world = makeWorld()
  const name = world.take(sharedFile(`../formats/made-up/${path}`).path, path.split('/').at(-1)!)
  const ran = await world.crm('import', name, '--json')
  expect(ran).toMatchObject({ code: 0 })
  const file = together(ran.json<ImportJson>())
  const minor = (amount: number) => Math.round(amount * 10 ** (digits[answer.currency] ?? 2))
  expect(answer.profile === 'generic' ? plainFormats : [formatOf.get(answer.profile)]).toContain(file.format)
  expect(file.orders).toMatchObject({ inserted: answer.orders, rejected: 0 })
  if (answer.lines !== undefined) expect(file.lines).toBe(answer.lines)
  expect(file.customers.inserted).toBe(answer.customers ?? 0)
  if (answer.net !== undefined && answer.gross !== undefined)
    expect(file.totals).toEqual([
      {
        currency: answer.currency,
        grossMinor: minor(answer.gross),
        refundMinor: minor(answer.refund ?? answer.gross - answer.net),
        netMinor: minor(answer.net),
      },
    ])
  const status = Object.fromEntries(Object.entries(file.status).filter(([, count]) => count > 0))
  if (answer.status !== undefined) expect(status).toEqual(answer.status)
  if (answer.rows_ignored !== undefined)
    expect(Object.values(file.skipped).reduce((sum, count) => sum + count, 0)).toBe(answer.rows_ignored)
})

/** What a ledger of these files comes to, file after file. */
async function ledgerOf(...paths: readonly string[]) {
  const world = makeWorld()
  const files: ImportJson['files'][number][] = []
  for (const path of paths) {
    const name = world.take(sharedFile(`../formats/made-up/${path}`).path, path.split('/').at(-1)!)
    const ran = await world.crm('import', name, '--json')
    expect(ran).toMatchObject({ code: 0 })
    files.push(...ran.json<ImportJson>().files)
  }
  const orders = dumpLedger(join(world.folder, 'crm.db')).orders as readonly { readonly lines: string }[]
  const { rows } = (await world.crm('list', '--json')).json<{ rows: { orders: number; netMinor: number }[] }>()
  return { files, orders, rows, netMinor: rows.reduce((sum, { netMinor }) => sum + netMinor, 0) }
}

const list = 'taobao/ExportOrderList_gbk.csv'
const details = 'taobao/ExportOrderDetailList_gbk.csv'

test.skipIf(answers.isAbsent)(
  `the order list and its items are six orders and 320.00 in either order${answers.why}`,
  async () => {
    const [first, second] = [await ledgerOf(list, details), await ledgerOf(details, list)]
    expect([first.orders.length, first.netMinor]).toEqual([6, 32_000])
    expect(second.orders).toEqual(first.orders)
    expect(second.netMinor).toBe(32_000)
    const items = first.orders.flatMap(({ lines }) => JSON.parse(lines) as string[])
    // Price times pieces of the three lines: 100 + 120 + 90.
    expect(items.map((line) => (JSON.parse(line) as unknown[]).at(-1)).sort()).toEqual([10_000, 12_000, 9_000])
  },
)

test.skipIf(answers.isAbsent)(`of three hand-kept customers two have orders${answers.why}`, async () => {
  const { rows } = await ledgerOf('handkept/customers.xlsx')
  expect(rows.map(({ orders }) => orders > 0).sort()).toEqual([false, true, true])
})
