import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { buyerFile, correctedFiles, correctedShop, corrections } from '../support/corrected-shop.js'
import type { Dump } from '../support/dump.js'
import { dumpAfter, type LedgerWorld, withLedger } from '../support/ledger-world.js'
import { csvOf, fullFile, type MadeFile, type MadeOrder, shortFile } from '../support/made-shop.js'
import type { ImportJson } from '../support/world.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const numRuns = Number(process.env.CRM_RUNS ?? 15)

const derived = ({ orders, customers, sharedKeys, keyUses, retellings, profiles }: Dump) => ({
  ...{ orders, customers, sharedKeys, keyUses, retellings, profiles },
})

interface DumpedCustomer {
  readonly public_id: string
  readonly name: string
  readonly phone: string
  readonly platform_key: string
}

const customersOf = (dump: Dump) => dump.customers as DumpedCustomer[]

/** Where later exports correct who bought, and each states its moment. */
describe('corrected buyers', () => {
  test('any order of files gives the same ledger', () =>
    fc.assert(
      fc.asyncProperty(
        correctedFiles(corrections).chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        ),
        async ([files, shuffled]) => {
          expect(await dumpAfter(shuffled)).toEqual(await dumpAfter(files))
        },
      ),
      { numRuns },
    ))

  test('one command or one a file: the same ledger', () =>
    fc.assert(
      fc.asyncProperty(correctedFiles(corrections), async (files) => {
        const together = await withLedger(async (world) => {
          await world.take(...files)
          return world.dump()
        })
        expect(together).toEqual(await dumpAfter(files))
      }),
      { numRuns },
    ))

  test('one file = the same orders in several files', () =>
    fc.assert(
      fc.asyncProperty(
        correctedShop(corrections),
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom(fullFile, shortFile, buyerFile),
        async ({ first, later }, parts, layout) => {
          // A file tells each order once.
          const last = later.filter(({ number }, at) => later.findLastIndex((one) => one.number === number) === at)
          const split = (name: string, orders: readonly MadeOrder[]) =>
            Array.from({ length: parts }, (_, part) =>
              layout(
                `${name}-${part}.csv`,
                orders.filter((_, at) => at % parts === part),
              ),
            ).filter(({ rows }) => rows.length > 0)
          const whole = [layout('first.csv', first), layout('later.csv', last)]
          expect(await dumpAfter([...split('first', first), ...split('later', last)])).toEqual(await dumpAfter(whole))
        },
      ),
      { numRuns },
    ))

  test('a merge of two ids before an import = after it, wherever they still name two customers then', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(correctedFiles(corrections), fc.nat(), fc.nat(), async (files, cut, pick) =>
        withLedger(async (early) => {
          const at = 1 + (cut % (files.length - 1))
          for (const file of files.slice(0, at)) await early.take(file)
          const ids = customersOf(early.dump()).map(({ public_id }) => public_id)
          if (ids.length < 2) return
          const argv = ['merge', ids[pick % ids.length]!, ids[(pick + 1) % ids.length]!]
          expect((await early.crm(...argv)).code).toBe(0)
          for (const file of files.slice(at)) await early.take(file)
          await withLedger(async (late) => {
            for (const file of files) await late.take(file)
            // Files that made them one, or left one of the ids to nobody, leave nothing to merge.
            if ((await late.crm(...argv)).code !== 0) return
            compared++
            expect(derived(late.dump())).toEqual(derived(early.dump()))
          })
        }),
      ),
      { numRuns: numRuns * 2 },
    )
    expect(compared).toBeGreaterThan(0)
  })
})

const header = ['Order ID', 'Order Date', 'Updated at', 'Customer', 'Customer ID', 'Phone', 'Currency', 'Total']

type Row = readonly [number: string, who: string, id: string, phone: string]

/** A file of orders of one day as it stood on another, or without saying when. */
function telling(name: string, on: string | null, ...rows: readonly Row[]): MadeFile {
  const shown = (cells: readonly string[]) => cells.filter((_, at) => on !== null || at !== 2)
  return {
    name: `${name}.csv`,
    header: shown(header),
    rows: rows.map(([number, who, id, phone]) =>
      shown([number, '2026-01-05', on ?? '', who, id, phone, 'USD', '10.00']),
    ),
  }
}

/** Each customer's name, phone and buyer id. */
const found = (world: LedgerWorld) =>
  customersOf(world.dump())
    .map(({ name, phone, platform_key }) => [name, phone, platform_key].filter(Boolean).join(' '))
    .sort()

/** What a merge between two files comes to, and which merges the second speaks against; and the same merge after both. */
async function bothWays(first: MadeFile, later: MadeFile, ...merge: readonly string[]) {
  return withLedger(async (early) => {
    await early.take(first)
    expect((await early.crm('merge', ...merge)).code).toBe(0)
    const { restingMerges } = (await early.take(later)) as ImportJson & { readonly restingMerges: readonly object[] }
    return withLedger(async (late) => {
      for (const file of [first, later]) await late.take(file)
      const { code } = await late.crm('merge', ...merge)
      return { early: found(early), resting: restingMerges, late: { code, found: found(late) } }
    })
  })
}

const [ann, bo, cid] = ['13800000001', '13800000002', '13800000003'] as const

/**
 * A merge is about the two keys its customers are known by. A later file that gives such a key to somebody else, or leaves it to
 * nobody, leaves the merge about whoever has it now; what the same words name afterwards is another question.
 */
describe('a merge of whom a later file tells otherwise', () => {
  const resting = (detail: RegExp) => [{ batch: 2, detail: expect.stringMatching(detail) }]

  test('by another buyer id: it rests, and one made afterwards is of the new id', async () => {
    const first = telling('first', '2026-01-06', ['N1', 'Ann Li', 'B1', ''], ['N2', 'Bo Wang', 'B2', ''])
    const later = telling('later', '2026-02-06', ['N1', 'Ann Li', 'B9', ''])
    expect(await bothWays(first, later, 'Ann Li', 'Bo Wang')).toEqual({
      early: ['Ann Li B9', 'Bo Wang B2'],
      resting: resting(/^Ann Li .*Bo Wang/),
      late: { code: 0, found: ['Ann Li B2'] },
    })
  })

  test('by another name and nothing else: it rests, and the former name is nobody afterwards', async () => {
    const first = telling('first', '2026-01-06', ['N1', 'Ann Li', '', ''], ['N2', 'Bo Wang', 'B2', ''])
    const later = telling('later', '2026-02-06', ['N1', 'Zoe Park', '', ''])
    expect(await bothWays(first, later, 'Ann Li', 'Bo Wang')).toEqual({
      early: ['Bo Wang B2', 'Zoe Park'],
      resting: resting(/^Ann Li/),
      late: { code: 1, found: ['Bo Wang B2', 'Zoe Park'] },
    })
  })

  test("where the phone it was known by is the other one's now: it joins nobody", async () => {
    const first = telling('first', '2026-01-06', ['N1', 'Ann Li', '', ''], ['N2', 'Bo Wang', '', bo])
    const later = telling('later', '2026-02-06', ['N1', 'Ann Li', '', bo], ['N2', 'Bo Wang', '', cid])
    expect(await bothWays(first, later, 'Ann Li', 'Bo Wang')).toEqual({
      early: [`Ann Li +86${bo}`, `Bo Wang +86${cid}`],
      resting: resting(/^Ann Li/),
      late: { code: 0, found: [expect.stringMatching(/^Ann Li|^Bo Wang/)] },
    })
  })

  test('of several merges of one customer those that do not hold any more are named', async () => {
    const first = telling(
      'first',
      '2026-01-06',
      ...([1, 2, 3, 4] as const).map(
        (at): Row => [`N${at}`, ['Ann Li', 'Bo Wang', 'Cy Orr', 'Di Roe'][at - 1]!, `B${at}`, ''],
      ),
    )
    const restingAfter = (number: string, who: string) =>
      withLedger(async (world) => {
        await world.take(first)
        for (const other of ['Bo Wang', 'Cy Orr', 'Di Roe'])
          expect((await world.crm('merge', 'Ann Li', other)).code).toBe(0)
        const later = telling('later', '2026-02-06', [number, who, 'B9', ''])
        const { restingMerges } = (await world.take(later)) as ImportJson & {
          readonly restingMerges: readonly { readonly batch: number }[]
        }
        return restingMerges.map(({ batch }) => batch)
      })
    expect(await restingAfter('N4', 'Di Roe')).toEqual([4])
    expect(await restingAfter('N3', 'Cy Orr')).toEqual([3])
    expect(await restingAfter('N2', 'Bo Wang')).toEqual([2])
  })

  test('as one of two whom a phone had made one: it goes on about the one who keeps the phone', async () => {
    const rows: Row[] = [
      ['N1', 'Ann Li', '', ann],
      ['N2', 'Bo Wang', '', ann],
      ['N3', 'Cid Roy', 'B3', ''],
    ]
    const later = telling('later', '2026-02-06', ['N1', 'Ann Li', '', bo])
    expect(await bothWays(telling('first', '2026-01-06', ...rows), later, 'Ann Li', 'Cid Roy')).toEqual({
      early: [`Ann Li +86${bo}`, `Bo Wang +86${ann} B3`],
      resting: [],
      late: { code: 0, found: [`Ann Li +86${bo} B3`, `Bo Wang +86${ann}`] },
    })
  })

  test("as two people of one name: it rests, and the name is nobody's afterwards", async () => {
    const first = telling(
      'first',
      '2026-01-06',
      ['N1', 'Ann Li', '', ''],
      ['N2', 'Ann Li', '', ''],
      ['N3', 'Bo', '', bo],
    )
    const later = telling('later', '2026-02-06', ['N1', 'Ann Li', '', ann], ['N2', 'Ann Li', '', cid])
    const apart = [`Ann Li +86${ann}`, `Ann Li +86${cid}`, `Bo +86${bo}`]
    expect(await bothWays(first, later, 'Ann Li', 'Bo')).toEqual({
      early: apart,
      resting: resting(/^Ann Li/),
      late: { code: 1, found: apart },
    })
  })

  test('by a phone of his own holds, and so does one of two known by name whom it tells by ids: nothing is said', async () => {
    const first = telling('first', '2026-01-06', ['N1', 'Ann Li', '', ''], ['N2', 'Bo Wang', '', ''])
    const byPhone = telling('later', '2026-02-06', ['N1', 'Ann Li', '', ann])
    const byIds = telling('later', '2026-02-06', ['N1', 'Ann Li', 'B1', ''], ['N2', 'Bo Wang', 'B2', ''])
    for (const later of [byPhone, byIds]) {
      const { early, resting, late } = await bothWays(first, later, 'Ann Li', 'Bo Wang')
      expect([early.length, resting, late]).toEqual([1, [], { code: 0, found: early }])
    }
  })

  test('is told in a sentence, and taking the file back lets it hold again', () =>
    withLedger(async (world) => {
      await world.take(telling('first', '2026-01-06', ['N1', 'Ann Li', 'B1', ''], ['N2', 'Bo Wang', 'B2', '']))
      await world.crm('merge', 'B1', 'B2')
      const merged = world.dump()
      const { name, header: titles, rows } = telling('later', '2026-02-06', ['N1', 'Ann Li', 'B9', ''])
      writeFileSync(join(world.folder, name), csvOf({ header: titles, rows }))
      const dry = await world.crm('import', name, '--dry-run')
      expect(dry.stderr).toMatch(/The merge of batch 2 \(Ann Li .*\) would not hold any more/)
      const { stderr } = await world.crm('import', name)
      expect(stderr).toMatch(/The merge of batch 2 \(Ann Li .*\) does not hold any more/)
      expect((await world.crm('undo')).code).toBe(0)
      expect(world.dump()).toEqual(merged)
    }))
})

test('every id two customers had leads to the one they became, also where a later file tells both by ids', () =>
  withLedger(async (world) => {
    await world.take(telling('first', '2026-01-06', ['N1', 'Ann Li', '', ''], ['N2', 'Bo Wang', '', '']))
    const ids = customersOf(world.dump()).map(({ public_id }) => public_id)
    await world.crm('merge', ...ids)
    await world.take(telling('later', '2026-02-06', ['N1', 'Ann Li', 'B1', ''], ['N2', 'Bo Wang', 'B2', '']))
    for (const id of ids) expect((await world.crm('show', id)).code).toBe(0)
  }))

describe('files that do not say when they were made', () => {
  const first = telling('first', null, ['N1', 'Ann Li', '', ann])
  const second = telling('second', null, ['N1', 'Bo Wang', '', bo])
  const byId = telling('id', null, ['N1', 'Cid Roy', 'B7', ''])
  const codesOf = ({ files }: ImportJson) =>
    (files as unknown as { issues: { code: string }[] }[]).flatMap(({ issues }) => issues.map(({ code }) => code))

  test('tell another buyer: the one imported last counts, which is said', () =>
    withLedger(async (world) => {
      await world.take(first)
      expect(codesOf(await world.take(second))).toContain('order.arrival')
      expect(found(world)).toEqual([`Bo Wang +86${bo}`])
    }))

  test('tell a stronger key than others: that one counts in either order, and nothing was settled by arrival', async () => {
    for (const files of [
      [first, byId],
      [byId, first],
    ])
      await withLedger(async (world) => {
        const codes: string[] = []
        for (const file of files) codes.push(...codesOf(await world.take(file)))
        expect([found(world), codes]).toEqual([['Cid Roy B7'], []])
      })
  })
})
