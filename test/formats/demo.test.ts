import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportedFile, type ImportJson, makeWorld } from '../support/world.js'

const folder = new URL('../../fixtures/demo/', import.meta.url).pathname

interface ExpectedFile {
  readonly format: string
  readonly orders: number
  readonly lines: number
  readonly customers: number
  readonly totals: ImportedFile['totals']
  readonly status: ImportedFile['status']
  readonly skipped: Readonly<Record<string, number>>
  readonly rejected: number
  readonly firstDay?: string
  readonly lastDay?: string
}

interface Expected {
  readonly files: Readonly<Record<string, ExpectedFile>>
  readonly all: { orders: number; customers: number; customersWithOrders: number; onTwoPlatforms: number }
}

/** Computed by a separate script over the written files (fixtures/README.md). */
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected
const names = Object.keys(expected.files)

interface StatusJson {
  readonly summary: { orders: number; customers: number; firstOrderOn: string | null; lastOrderOn: string | null }
}

interface ListJson {
  readonly rows: readonly { readonly customer: string; readonly platforms: readonly string[] }[]
}

/** The exports are of a shop in China; its days begin there. */
const world = () => makeWorld({ env: { CRM_DB: 'crm.db', CRM_LANG: 'en' } })

function told(file: ImportedFile): Omit<ExpectedFile, 'firstDay' | 'lastDay'> {
  const { format, orders, lines, customers, totals, status } = file
  const { blank: _, ...skipped } = file.skipped
  return {
    format,
    orders: orders.inserted,
    lines,
    customers: customers.inserted,
    totals,
    status,
    skipped,
    rejected: orders.rejected,
  }
}

describe('the exports of the demo', () => {
  test('are four', () => expect(names).toHaveLength(4))

  test.each(names)('%s alone comes to the figures worked out by hand', async (name) => {
    const { take, crm } = world()
    const ran = await crm('import', take(join(folder, name), name), '--json')
    expect(ran.code).toBe(0)
    const { firstDay, lastDay, ...figures } = expected.files[name]!
    expect(told(ran.json<ImportJson>().files[0]!)).toEqual(figures)
    const { summary } = (await crm('status', '--json')).json<StatusJson>()
    expect([summary.firstOrderOn, summary.lastOrderOn]).toEqual([firstDay ?? null, lastDay ?? null])
  })

  test('together they join the customers who are on two platforms', async () => {
    const { take, crm } = world()
    const ran = await crm('import', ...names.map((name) => take(join(folder, name), name)))
    expect(ran.code).toBe(0)
    expect((await crm('config', 'set', 'currency.base', 'CNY')).code).toBe(0)
    expect((await crm('rates', 'set', 'USD=7.10')).code).toBe(0)
    const { summary } = (await crm('status', '--json')).json<StatusJson>()
    expect({ orders: summary.orders, customers: summary.customers }).toEqual({
      orders: expected.all.orders,
      customers: expected.all.customers,
    })
    const { rows } = (await crm('list', '--json', '--columns', 'customer,platforms')).json<ListJson>()
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(expected.all.customers)
    expect(rows.filter(({ platforms }) => platforms.length === 2)).toHaveLength(expected.all.onTwoPlatforms)
  })
})
