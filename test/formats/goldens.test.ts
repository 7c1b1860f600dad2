import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { together } from '../support/together.js'
import { type ImportedFile, type ImportJson, makeWorld } from '../support/world.js'

const fixtures = new URL('../../fixtures/', import.meta.url).pathname

interface Expected {
  readonly exit?: number
  readonly format?: string | null
  readonly options?: { readonly currency?: string }
  readonly orders?: number
  readonly waiting?: number
  readonly lines?: number
  readonly customers?: number
  readonly totals?: ImportedFile['totals']
  readonly status?: ImportedFile['status']
  readonly skipped?: Readonly<Record<string, number>>
  readonly rejected?: number
  readonly withoutCustomer?: number
  readonly entries?: ImportedFile['entries']
  /** Of a register of gifts, which is no file of sales or customers. */
  readonly gifts?: object
}

/** Every `case.expected.json` below a folder with the file it speaks of. */
function cases(folder: string): { name: string; file: string; expected: Expected }[] {
  return readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.expected.json'))
    .sort()
    .map((path) => {
      const name = path.replace(/\.expected\.json$/, '')
      const beside = readdirSync(join(fixtures, folder, path, '..'))
      const file = beside.find((entry) => entry.startsWith(`${basename(name)}.`) && !entry.endsWith('.json'))!
      return {
        name,
        file: join(fixtures, folder, path, '..', file),
        expected: JSON.parse(readFileSync(join(fixtures, folder, path), 'utf8')) as Expected,
      }
    })
}

/** What the fixture speaks of, in the fixture's own terms. */
function told(file: ImportedFile, expected: Expected): Expected {
  const { blank: _, ...skipped } = file.skipped
  const all: Expected = {
    orders: file.orders.inserted,
    waiting: file.waitingParts + file.waitingRefunds,
    lines: file.lines,
    customers: file.customers.inserted,
    totals: file.totals.filter((total) => total.grossMinor !== 0 || total.refundMinor !== 0),
    status: file.status,
    skipped,
    rejected: file.orders.rejected,
    withoutCustomer: file.withoutCustomer,
    entries: file.entries,
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected)) as Expected
}

function asked(expected: Expected): Expected {
  const { exit: _e, format: _f, options: _o, ...rest } = expected
  const known = [
    'orders',
    'waiting',
    'lines',
    'customers',
    'totals',
    'status',
    'skipped',
    'rejected',
    'withoutCustomer',
    'entries',
  ]
  return Object.fromEntries(Object.entries(rest).filter(([key]) => known.includes(key))) as Expected
}

for (const { name, file, expected } of [...cases('formats'), ...cases('corpus')]) {
  test(`${name} imports as worked out by hand`, async () => {
    const world = makeWorld()
    const taken = world.take(file, basename(file))
    const options = expected.options?.currency ? ['--currency', expected.options.currency] : []
    const ran = await world.crm('import', taken, '--json', ...options)
    expect({ code: ran.code, ...(ran.code === 0 || ran.code === 3 ? {} : { stderr: ran.stderr }) }).toEqual(
      ran.code === 0 || ran.code === 3
        ? { code: expected.exit ?? (expected.rejected ? 3 : 0) }
        : { code: expected.exit, stderr: expect.any(String) },
    )
    if (ran.code !== 0 && ran.code !== 3) return
    if (expected.gifts !== undefined) {
      const { gifts, orders } = ran.json<ImportJson>()
      expect(gifts).toMatchObject({ batch: null, sheets: [{ format: expected.format, ...expected.gifts }] })
      expect(orders).toMatchObject({ inserted: 0 })
      return
    }
    const imported = together(ran.json<ImportJson>())
    expect(told(imported, expected)).toEqual(asked(expected))
    if (expected.format && expected.format !== 'unknown-sheet') expect(imported.format).toBe(expected.format)
    // The same file again adds nothing.
    const again = (await world.crm('import', taken, '--json', ...options)).json<ImportJson>()
    expect(again.batch).toBe(null)
    const { inserted, updated } = imported.orders
    expect(together(again).orders).toEqual({
      ...imported.orders,
      inserted: 0,
      updated: 0,
      unchanged: inserted + updated,
    })
  })
}
