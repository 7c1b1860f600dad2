import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { dumpAfter, withLedger } from '../support/ledger-world.js'
import {
  bookFile,
  csvOf,
  fullFile,
  type MadeFile,
  madeFiles,
  madeOrders,
  money,
  totalOf,
} from '../support/made-shop.js'
import type { ImportJson } from '../support/world.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const numRuns = Number(process.env.CRM_RUNS ?? 25)

const settles = <T>(arbitrary: fc.Arbitrary<T>, work: (made: T) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (made) => {
      await work(made)
    }),
    { numRuns },
  )

const changesOf = ({ files }: ImportJson) => files.map(({ orders: { inserted, updated } }) => ({ inserted, updated }))

describe('the ledger is a function of what was imported', () => {
  test('import twice = once', () =>
    settles(madeFiles, (files) =>
      withLedger(async (world) => {
        for (const file of files) await world.take(file)
        const once = world.dump()
        for (const file of files) {
          const again = await world.take(file)
          expect([again.batch, changesOf(again)]).toEqual([null, [{ inserted: 0, updated: 0 }]])
        }
        expect(world.dump()).toEqual(once)
      }),
    ))

  test('any order of files gives the same ledger', () =>
    settles(
      madeFiles.chain((files) => fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }))),
      async ([files, shuffled]) => expect(await dumpAfter(shuffled)).toEqual(await dumpAfter(files)),
    ))

  test('one command or one a file: the same ledger', () =>
    settles(madeFiles, async (files) => {
      const together = await withLedger(async (world) => {
        await world.take(...files)
        return world.dump()
      })
      expect(together).toEqual(await dumpAfter(files))
    }))

  test('one file = the same orders in several files', () =>
    settles(fc.tuple(madeOrders({ min: 2, max: 8 }), fc.integer({ min: 2, max: 4 })), async ([orders, parts]) => {
      const split = (layout: (name: string, rows: typeof orders) => MadeFile, made: typeof orders) =>
        Array.from({ length: parts }, (_, part) =>
          layout(
            `${layout.name}-${part}.csv`,
            made.filter((_, index) => index % parts === part),
          ),
        ).filter(({ rows }) => rows.length > 0)
      const files = [...split(fullFile, orders), ...split(bookFile, uniqueRows(orders))]
      const whole = [fullFile('all.csv', orders), bookFile('book.csv', uniqueRows(orders))]
      expect(await dumpAfter(files)).toEqual(await dumpAfter(whole))
    }))

  test('deriving everything anew changes nothing', () =>
    settles(madeFiles, (files) =>
      withLedger(async (world) => {
        for (const file of files) await world.take(file)
        const before = world.dump()
        expect(world.dumpDerived()).toEqual(before)
        await world.crm('undo')
        const undone = world.dump()
        expect(world.dumpDerived()).toEqual(undone)
      }),
    ))

  test('totals are those of the rows', () =>
    settles(madeOrders({ min: 1, max: 6 }), (orders) =>
      withLedger(async (world) => {
        const { files } = await world.take(fullFile('orders.csv', orders))
        expect(files[0]!.orders).toMatchObject({ inserted: orders.length, updated: 0, unchanged: 0, rejected: 0 })
        expect(files[0]!.lines).toBe(orders.reduce((sum, { lines }) => sum + lines.length, 0))
        const stored = world.dump().orders as { number: string; total_minor: number; refund_minor: number }[]
        const refundOf = (made: (typeof orders)[number]) => made.refund
        expect(
          Object.fromEntries(stored.map((order) => [order.number, [order.total_minor, order.refund_minor]])),
        ).toEqual(Object.fromEntries(orders.map((order) => [order.number, [totalOf(order), refundOf(order)]])))
      }),
    ))
})

/** Rows of the hand-kept sheet that differ: equal ones must stand in one file to be several orders (R3). */
function uniqueRows<T extends Parameters<typeof bookFile>[1][number]>(orders: readonly T[]): T[] {
  const seen = new Set<string>()
  return orders.filter((order) => {
    const { phone, name } = order.buyer
    const key = [
      phone.replace(/\D/g, '').slice(-11) || name.toLowerCase().replace(/\s+/g, ' '),
      order.store,
      order.placed,
      totalOf(order),
    ].join('|')
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

describe('taking batches back', () => {
  test('undo = before, also of a batch in the middle; redo = after', () =>
    settles(
      madeFiles.chain((files) => fc.tuple(fc.constant(files), fc.nat(files.length - 1))),
      ([files, index]) =>
        withLedger(async (world) => {
          const batches: (number | null)[] = []
          const dumps = [] as ReturnType<typeof world.dump>[]
          for (const file of files) {
            batches.push((await world.take(file)).batch)
            dumps.push(world.dump())
          }
          const whole = dumps.at(-1)!
          if (batches[index] === null) return
          expect((await world.crm('undo', String(batches[index]))).code).toBe(0)
          const rest = files.filter((_, at) => at !== index)
          if (rest.length > 0) expect(world.dump()).toEqual(await dumpAfter(rest))
          expect((await world.crm('undo', '--redo', String(batches[index]))).code).toBe(0)
          expect(world.dump()).toEqual(whole)
          // All the way back, newest first; a file that brought nothing new made no batch.
          for (let at = files.length - 1; at >= 0; at--) {
            if (batches[at] === null) continue
            expect((await world.crm('undo')).code).toBe(0)
            if (at > 0) expect(world.dump()).toEqual(dumps[at - 1])
          }
          expect(world.dump()).toMatchObject({ orders: [], customers: [], sharedKeys: [], profiles: [] })
          for (const batch of batches) if (batch !== null) expect((await world.crm('undo', '--redo')).code).toBe(0)
          expect(world.dump()).toEqual(whole)
        }),
    ))

  test('an order that two files gave stays when one of them is taken back', () =>
    settles(madeOrders({ min: 2, max: 5 }), (orders) =>
      withLedger(async (world) => {
        const march = fullFile('march.csv', orders.slice(0, -1))
        const whole = fullFile('march-and-april.csv', orders)
        const first = await world.take(march)
        await world.take(whole)
        await world.crm('undo', String(first.batch))
        expect(world.dump()).toEqual(await dumpAfter([whole]))
      }),
    ))

  test('a file taken back counts as not imported: it can be imported again', () =>
    settles(madeFiles, (files) =>
      withLedger(async (world) => {
        let newest = files[0]!
        for (const file of files) if ((await world.take(file)).batch !== null) newest = file
        const whole = world.dump()
        expect((await world.crm('undo')).code).toBe(0)
        expect((await world.take(newest)).batch).not.toBeNull()
        expect(world.dump()).toEqual(whole)
      }),
    ))
})

describe('what a row says', () => {
  test('a later state of an order replaces the earlier one, whichever comes first', () =>
    settles(
      fc.tuple(madeOrders({ min: 1, max: 3 }), fc.constantFrom('paid', 'cancelled', 'shipped'), fc.boolean()),
      async ([orders, status, isRefunded]) => {
        const later = orders.map((order) => ({
          ...order,
          status,
          updated: 60,
          refund: isRefunded ? totalOf(order) : 0,
          note: 'later',
        }))
        const [old, fresh] = [fullFile('old.csv', orders), fullFile('new.csv', later)]
        const expected = await dumpAfter([fresh])
        expect(await dumpAfter([old, fresh])).toEqual(expected)
        expect(await dumpAfter([fresh, old])).toEqual(expected)
      },
    ))

  test('an order with a faulty row leaves nothing; the others are as if it were not there', () =>
    settles(
      fc.tuple(
        madeOrders({ min: 2, max: 6 }),
        fc.constantFrom(
          ['Order Date', '2026-02-30'],
          ['Total', 'free'],
          ['Line total', 'twelve'],
          ['Currency', 'shells'],
        ),
      ),
      async ([orders, [header, value]]) => {
        const [bad, ...good] = orders
        const file = fullFile('orders.csv', orders)
        const column = file.header.indexOf(header!)
        const rows = file.rows.map((row) => (row[0] === bad!.number ? row.with(column, value!) : row))
        await withLedger(async (world) => {
          const { files } = await world.take({ ...file, rows })
          expect(files[0]!.orders).toMatchObject({ inserted: good.length, rejected: 1 })
          expect(world.dump()).toEqual(await dumpAfter([fullFile('good.csv', good)]))
        })
      },
    ))

  test('equal rows without a number are as many orders; the same file again adds none', () =>
    settles(fc.tuple(madeOrders({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })), ([orders, times]) =>
      withLedger(async (world) => {
        const unique = uniqueRows(orders)
        const file = bookFile(
          'book.csv',
          unique.flatMap((order) => Array<typeof order>(times).fill(order)),
        )
        await world.take(file)
        expect(world.dump().orders).toHaveLength(unique.length * times)
        expect((await world.take({ ...file, name: 'copy.csv' })).batch).toBeNull()
      }),
    ))
})

test('the made-up files are what they should be', () => {
  const [order] = fc.sample(madeOrders({ min: 1, max: 1 }), 1)[0]!
  const text = csvOf(fullFile('x.csv', [order!]))
  expect(text.split('\n')).toHaveLength(order!.lines.length + 2)
  expect(text).toContain(money(totalOf(order!)))
})
