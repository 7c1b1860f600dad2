import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { derive, touchAll } from '../../src/store/derive.js'
import { openLedger, write } from '../../src/store/ledger.js'
import { correctedFiles, corrections } from '../support/corrected-shop.js'
import type { Dump } from '../support/dump.js'
import { type LedgerWorld, withLedger } from '../support/ledger-world.js'
import { fullFile, type MadeBuyer, type MadeFile, madeFiles } from '../support/made-shop.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const numRuns = Number(process.env.CRM_RUNS ?? 25)

/** Some shops correct who bought in later files. */
const anyFiles = fc.oneof(madeFiles, correctedFiles(corrections))

type Step =
  | { readonly does: 'import'; readonly file: number }
  | { readonly does: 'undo' | 'redo'; readonly batch: number | null }
  | { readonly does: 'merge'; readonly customers: readonly number[] }
  | { readonly does: 'split'; readonly customer: number; readonly word: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('import' as const), file: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('undo' as const, 'redo' as const), batch: fc.option(fc.nat(9)) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('merge' as const),
      customers: fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('split' as const), customer: fc.nat(9), word: fc.nat(19) }) },
)

interface Batch {
  readonly id: number
  readonly file: MadeFile | null
  isVoided: boolean
}

interface DumpedCustomer {
  readonly public_id: string
  /** JSON. */
  readonly parties: string
}

const customersOf = (dump: Dump) => dump.customers as DumpedCustomer[]

/** What a seller could type of a customer: buyer ids, names, e-mails and phones. */
function wordsOf({ parties }: DumpedCustomer): string[] {
  const texts = (JSON.parse(parties) as string[]).flatMap((party) => (JSON.parse(party) as string[]).slice(3, 8))
  return [...new Set(texts.filter((text) => text !== ''))]
}

async function perform(world: LedgerWorld, batches: Batch[], files: readonly MadeFile[], step: Step): Promise<void> {
  const next = Math.max(0, ...batches.map(({ id }) => id)) + 1
  if (step.does === 'import') {
    const file = files[step.file % files.length]!
    const { batch } = await world.take(file)
    if (batch !== null) batches.push({ id: batch, file, isVoided: false })
    return
  }
  if (batches.length === 0) return
  if ('batch' in step) return takeBack(world, batches, step.does === 'redo', step.batch)
  const customers = customersOf(world.dump())
  if (customers.length === 0) return
  const at = (index: number) => customers[index % customers.length]!
  const words = step.does === 'split' ? wordsOf(at(step.customer)) : []
  const argv =
    step.does === 'merge'
      ? ['merge', ...step.customers.map((index) => at(index).public_id)]
      : ['split', at(step.customer).public_id, words[step.word % Math.max(1, words.length)] ?? 'nobody']
  const before = world.dump()
  const { code, stderr } = await world.crm(...argv)
  expect([0, 1], stderr).toContain(code)
  if (code === 0) batches.push({ id: next, file: null, isVoided: false })
  else expect(world.dump()).toEqual(before)
}

async function takeBack(world: LedgerWorld, batches: Batch[], isRedo: boolean, nth: number | null): Promise<void> {
  const meant = batches[(nth ?? batches.length - 1) % batches.length]!
  const before = world.dump()
  const { code, stderr } = await world.crm('undo', String(meant.id), ...(isRedo ? ['--redo'] : []))
  if (code === 0) meant.isVoided = !isRedo
  else {
    expect(world.dump()).toEqual(before)
    // Only a decision is ever blocked, and only by a later one.
    if (meant.isVoided === isRedo) expect([stderr, meant.file]).toEqual([expect.stringContaining('rest on it'), null])
  }
}

interface IdentityRow {
  readonly batch: number
  readonly nth: number
  readonly kind: string
  readonly side: number
  readonly key: string
}

/** A fresh ledger with the files in force, then the decisions in force as they stand, everything derived at once. */
function dumpOfAll(files: readonly MadeFile[], rows: readonly IdentityRow[]): Promise<Dump> {
  return withLedger(async (fresh) => {
    for (const file of files) await fresh.take(file)
    if (files.length === 0) await fresh.crm('config', 'set', 'zone', 'UTC')
    const ledger = openLedger(join(fresh.folder, 'crm.db'))
    write(ledger, () => {
      const batch = ledger.db.prepare(
        "INSERT OR IGNORE INTO batch VALUES (? + 1000, 'decision', 'merge', '', '{}', NULL)",
      )
      const insert = ledger.db.prepare('INSERT INTO identity VALUES (@batch + 1000, @nth, @kind, @side, @key)')
      for (const row of rows) {
        batch.run(row.batch)
        insert.run(row)
      }
      touchAll(ledger)
      derive(ledger)
    })
    ledger.close()
    return fresh.dump()
  })
}

function identityRows(world: LedgerWorld): IdentityRow[] {
  const db = new Database(join(world.folder, 'crm.db'), { readonly: true })
  try {
    return db
      .prepare(`SELECT i.batch_id AS batch, i.nth, i.kind, i.side, i.key FROM identity i
        JOIN batch b ON b.id = i.batch_id AND b.voided_at IS NULL ORDER BY i.rowid`)
      .all() as IdentityRow[]
  } finally {
    db.close()
  }
}

const derived = ({ orders, customers, sharedKeys, keyUses, retellings, profiles }: Dump) => ({
  ...{ orders, customers, sharedKeys, keyUses, retellings, profiles },
})

describe('who is whom is a function of what is in force', () => {
  test('whatever was imported, merged, split, taken back and put back', () =>
    fc.assert(
      fc.asyncProperty(anyFiles, fc.array(step, { minLength: 3, maxLength: 12 }), (files, steps) =>
        withLedger(async (world) => {
          const batches: Batch[] = []
          for (const one of steps) await perform(world, batches, files, one)
          if (batches.length === 0) return
          const found = world.dump()
          const inForce = batches.flatMap(({ file, isVoided }) => (file && !isVoided ? [file] : []))
          expect(derived(await dumpOfAll(inForce.toReversed(), identityRows(world)))).toEqual(derived(found))
          expect(world.dumpDerived()).toEqual(found)
          const ids = customersOf(found).map(({ public_id }) => public_id)
          expect(new Set(ids).size).toBe(ids.length)
        }),
      ),
      { numRuns },
    ))

  test('a decision before an import = after it, and undo = before', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        madeFiles.filter((files) => files.length > 1),
        fc.nat(),
        fc.constantFrom('merge', 'split'),
        fc.array(fc.nat(40), { minLength: 2, maxLength: 2 }),
        (files, cut, command, picks) =>
          withLedger(async (early) => {
            const [first, rest] = [
              files.slice(0, 1 + (cut % (files.length - 1))),
              files.slice(1 + (cut % (files.length - 1))),
            ]
            for (const file of first) await early.take(file)
            const customers = customersOf(early.dump())
            if (customers.length === 0) return
            const words =
              command === 'merge' ? customers.flatMap(wordsOf) : wordsOf(customers[picks[0]! % customers.length]!)
            const argv = [command, ...picks.map((pick) => words[pick % words.length] ?? 'nobody')]
            const before = early.dump()
            if ((await early.crm(...argv)).code !== 0) return
            const after = early.dump()
            expect((await early.crm('undo')).code).toBe(0)
            expect(early.dump()).toEqual(before)
            expect((await early.crm('undo', '--redo')).code).toBe(0)
            expect(early.dump()).toEqual(after)
            for (const file of rest) await early.take(file)
            await withLedger(async (late) => {
              for (const file of files) await late.take(file)
              // What came later may leave nothing to decide, or make a word fit several.
              if ((await late.crm(...argv)).code !== 0) return
              const [made, remade] = [early.dump(), late.dump()]
              // Who stays in a split is chosen from those who are there: told later it may be another split.
              if (command === 'split' && !isDeepStrictEqual(made.decisions, remade.decisions)) return
              compared++
              expect(derived(remade)).toEqual(derived(made))
            })
          }),
      ),
      { numRuns: numRuns * 2 },
    )
    expect(compared).toBeGreaterThan(0)
  })

  test('also where a later file tells the buyer of an order by nothing that was decided on', () =>
    withLedger(async (early) => {
      const first = fileOf('part', one, li)
      const [order] = first.rows
      const later: MadeFile = {
        name: 'later.csv',
        header: [
          'Order number',
          'Order Date',
          'Updated at',
          'Order status',
          'Customer ID',
          'Customer name',
          'Store',
          'Currency',
          'Amount',
        ],
        rows: [[order![0]!, order![1]!, '2026-04-20 10:00:00', 'paid', 'B4', 'One', 'Main', 'USD', '1.00']],
      }
      await early.take(first)
      expect((await early.crm('merge', 'Li Wei', 'One')).code).toBe(0)
      await early.take(later)
      await withLedger(async (late) => {
        for (const file of [first, later]) await late.take(file)
        expect((await late.crm('merge', 'Li Wei', 'One')).code).toBe(0)
        expect(derived(late.dump())).toEqual(derived(early.dump()))
      })
    }))
})

const buyer = (id: string, name: string, phone: string, email: string): MadeBuyer => ({ id, name, phone, email })

/** A file of one order for each buyer. */
function fileOf(name: string, ...buyers: readonly MadeBuyer[]): MadeFile {
  const orders = buyers.map((one, at) => ({
    ...{ number: `${name}-${at}`, store: 'Main', placed: at, updated: at, status: 'paid', buyer: one },
    ...{ lines: [{ sku: 'CUP', quantity: 1, cents: 100 + at }], refund: 0, note: '' },
  }))
  return fullFile(`${name}.csv`, orders)
}

const li = buyer('', 'Li Wei', '13800000001', 'li@mail-a.com')
const one = buyer('', 'One', '13800000009', 'desk@mail-d.com')
const wang = buyer('', 'Wang Fang', '13800000002', 'wang@mail-b.de')

describe('merge', () => {
  test('survives the same file again and further ones, every id goes on leading there, and decisions follow', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', li, wang))
      const [one, two] = customersOf(world.dump()).map(({ public_id }) => public_id)
      expect((await world.crm('tag', 'wang@mail-b.de', 'vip')).code).toBe(0)
      expect((await world.crm('merge', 'li@mail-a.com', 'wang@mail-b.de')).code).toBe(0)
      await world.take(fileOf('a', li, wang))
      await world.take(fileOf('b', { ...wang, phone: '13800000009' }))
      expect(customersOf(world.dump())).toHaveLength(1)
      for (const id of [one!, two!]) expect((await world.crm('show', id, '--json')).code).toBe(0)
      const listed = (await world.crm('list', '--json')).json<{ rows: { tags: string[]; orders: number }[] }>()
      expect(listed.rows).toEqual([expect.objectContaining({ tags: ['vip'], orders: 3 })])
    }))

  test('joins people known by the name alone; the id of the name goes on leading there', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', li, buyer('', 'Li Weiwei', '', '')))
      const named = (await world.crm('show', 'Li Weiwei', '--json')).json<{ summary: { customer: string } }>().summary
        .customer
      expect((await world.crm('log', named, 'spoke')).code).toBe(0)
      expect((await world.crm('merge', 'li@mail-a.com', 'Li Weiwei')).code).toBe(0)
      const shown = (await world.crm('show', named, '--json')).json<{ summary: { orders: number; customer: string } }>()
      expect(shown.summary).toMatchObject({ orders: 2 })
      expect(shown.summary.customer).not.toBe(named)
      const { snapshot } = world.dump() as unknown as { snapshot: { contacts: unknown[] } }
      expect(snapshot.contacts).toHaveLength(1)
    }))

  test.each<[string, readonly string[], number, RegExp]>([
    ['one customer', ['merge', 'li@mail-a.com'], 2, /takes two customers/],
    ['the same twice', ['merge', 'li@mail-a.com', '13800000001'], 1, /same customer already/],
    ['an unknown one', ['merge', 'li@mail-a.com', 'zoe@mail-z.com'], 1, /No customer is called "zoe@mail-z.com"/],
    ['a key he has not', ['split', 'li@mail-a.com', '13800000002'], 1, /Li Wei .* has no "13800000002"/],
    ['everything', ['split', 'li@mail-a.com', '13800000001'], 1, /leave nobody/],
    ['an order like all others', ['split', 'wang@mail-b.de', 'a-1'], 1, /Nothing tells these records/],
  ])('%s is refused and changes nothing', (_, argv, code, sentence) =>
    withLedger(async (world) => {
      await world.take(fileOf('a', li, wang, wang))
      const before = world.dump()
      const ran = await world.crm(...argv)
      expect([ran.code, ran.stderr]).toEqual([code, expect.stringMatching(sentence)])
      expect(world.dump()).toEqual(before)
    }),
  )

  test('a dry run writes nothing and names the id that the merge then gives', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', li, wang))
      const before = world.dump()
      const argv = ['merge', 'wang@mail-b.de', 'li@mail-a.com', '--json']
      const { customer } = (await world.crm(...argv, '--dry-run')).json<{ customer: string }>()
      expect(world.dump()).toEqual(before)
      expect((await world.crm(...argv)).json<{ customer: string }>().customer).toBe(customer)
      expect(customersOf(world.dump()).map(({ public_id }) => public_id)).toEqual([customer])
    }))
})

describe('split', () => {
  const household = fileOf('a', li, { ...wang, phone: li.phone })

  test('takes out by e-mail, by name or by order, names who is taken out, and stays after the file again', () =>
    withLedger(async (world) => {
      await world.take(household)
      for (const word of ['wang@mail-b.de', 'wang  fang', 'a-1']) {
        expect(customersOf(world.dump())).toHaveLength(1)
        const ran = await world.crm('split', 'li@mail-a.com', word, '--json')
        const { out, customer, orders } = ran.json<{ out: string; customer: string; orders: number }>()
        expect([ran.code, orders]).toEqual([0, 1])
        await world.take(household)
        await world.take(fileOf('b', { ...wang, phone: li.phone }))
        expect(
          customersOf(world.dump())
            .map(({ public_id }) => public_id)
            .sort(),
        ).toEqual([out, customer].sort())
        for (const batch of ['3', '2', '5', '4', '7', '6']) await world.crm('undo', batch)
      }
    }))

  test('a phone typed that both sides carry fits both', () =>
    withLedger(async (world) => {
      await world.take(household)
      await world.crm('split', 'li@mail-a.com', 'wang@mail-b.de')
      expect((await world.crm('show', '13800000001')).stderr).toMatch(/fits several customers/)
    }))

  test('a tag by the phone both carry stays with the side whose phone it is', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', buyer('', 'Li Wei', '13800000001', ''), buyer('', 'Wang Fang', '13800000001', '')))
      await world.crm('tag', '13800000001', 'vip')
      await world.crm('split', '13800000001', 'Wang Fang')
      const { rows } = (await world.crm('list', '--json')).json<{ rows: { name: string; tags: string[] }[] }>()
      expect(rows.map(({ name, tags }) => [name, tags]).sort()).toEqual([
        ['Li Wei', ['vip']],
        ['Wang Fang', []],
      ])
    }))

  test('what was typed by hand of one of them stays with him', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', buyer('', 'Li Wei', '13800000001', ''), buyer('', 'Wang Fang', '13800000001', '')))
      expect((await world.crm('edit', '13800000001', '--city', 'Berlin')).code).toBe(0)
      await world.crm('split', '13800000001', 'Wang Fang')
      const rows = world.dump().customers as { name: string; city: string }[]
      expect(rows.map(({ name, city }) => [name, city]).sort()).toEqual([
        ['Li Wei', 'Berlin'],
        ['Wang Fang', ''],
      ])
    }))
})

describe('taking decisions back', () => {
  test('is blocked by a later one that would become impossible, which is named; newest first it works', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', li, wang))
      const before = world.dump()
      await world.crm('merge', 'li@mail-a.com', 'wang@mail-b.de')
      await world.crm('split', 'li@mail-a.com', 'wang@mail-b.de')
      await world.crm('merge', 'li@mail-a.com', 'wang@mail-b.de')
      const merged = world.dump()
      for (const [batch, by] of [
        ['2', '3 (crm split)'],
        ['3', '4 (crm merge)'],
      ] as const) {
        for (const dry of [[], ['--dry-run']]) {
          const { code, stderr } = await world.crm('undo', batch, ...dry)
          expect([code, stderr]).toEqual([1, expect.stringContaining(by)])
        }
        expect(world.dump()).toEqual(merged)
      }
      for (const _ of [4, 3, 2]) expect((await world.crm('undo')).code).toBe(0)
      expect(world.dump()).toEqual(before)
    }))

  test('an import is never blocked: decisions about whom it named sleep until he returns', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', li))
      await world.take(fileOf('b', wang))
      await world.crm('merge', 'li@mail-a.com', 'wang@mail-b.de')
      const merged = world.dump()
      expect((await world.crm('undo', '2')).code).toBe(0)
      expect(customersOf(world.dump())).toHaveLength(1)
      expect((await world.crm('show', 'wang@mail-b.de')).code).toBe(1)
      await world.take(fileOf('b', wang))
      expect(world.dump()).toEqual(merged)
    }))

  test('a bridging import joins two customers, and its undo parts them with what was decided of each', () =>
    withLedger(async (world) => {
      await world.take(fileOf('a', li, wang))
      await world.crm('tag', 'li@mail-a.com', 'one')
      await world.crm('tag', 'wang@mail-b.de', 'two')
      const apart = world.dump()
      const { batch } = await world.take(fileOf('b', { ...li, phone: wang.phone }))
      expect(customersOf(world.dump())).toHaveLength(1)
      await world.crm('undo', String(batch))
      expect(world.dump()).toEqual(apart)
    }))
})

describe('an order told again by something else of the buyer', () => {
  const header = ['Order ID', 'Order Date', 'Updated at', 'Customer', 'Customer ID', 'Phone', 'Currency', 'Total']
  const telling = (name: string, day: string, ...rows: readonly (readonly [string, string, string, string])[]) => ({
    name: `${name}.csv`,
    header,
    rows: rows.map(([number, who, id, phone]) => [number, '2026-01-05', day, who, id, phone, 'USD', '10.00']),
  })
  const book = telling('book', '2026-01-06', ['N1', 'Wang Fang', '', ''], ['N2', 'Wang Fang', '', ''])

  test('keeps what was known of him, and his tag; undo takes back what the file told', () =>
    withLedger(async (world) => {
      await world.take(telling('first', '2026-01-06', ['N1', 'Li Wei', '', '13800000001']))
      expect((await world.crm('tag', 'Li Wei', 'vip')).code).toBe(0)
      const before = world.dump()
      const { batch } = await world.take(telling('later', '2026-02-06', ['N1', 'LI  WEI', 'B7', '']))
      const listed = (await world.crm('list', '--json')).json<{ rows: unknown[] }>().rows
      expect(listed).toEqual([expect.objectContaining({ tags: ['vip'], orders: 1 })])
      expect(world.dump().customers).toEqual([expect.objectContaining({ platform_key: 'B7', phone: '+8613800000001' })])
      expect((await world.crm('undo', String(batch))).code).toBe(0)
      expect(world.dump()).toEqual(before)
    }))

  test('joins somebody known by the name alone, with the orders that are not told again', () =>
    withLedger(async (world) => {
      await world.take(book)
      const [named] = customersOf(world.dump()).map(({ public_id }) => public_id)
      expect((await world.crm('tag', named!, 'vip')).code).toBe(0)
      await world.take(telling('later', '2026-02-06', ['N1', 'Wang Fang', '', '13800000002']))
      const listed = (await world.crm('list', '--json')).json<{ rows: unknown[] }>().rows
      expect(listed).toEqual([expect.objectContaining({ tags: ['vip'], orders: 2 })])
      expect((await world.crm('show', named!)).code).toBe(0)
    }))

  test('parts two who bear one name, and leaves nobody of it', () =>
    withLedger(async (world) => {
      await world.take(book)
      const rows = [
        ['N1', 'Wang Fang', '', '13800000002'],
        ['N2', 'Wang Fang', '', '13800000003'],
      ] as const
      await world.take(telling('later', '2026-02-06', ...rows))
      const phones = (world.dump().customers as { phone: string }[]).map(({ phone }) => phone)
      expect(phones.sort()).toEqual(['+8613800000002', '+8613800000003'])
    }))

  test('says nothing of a buyer with another name', () =>
    withLedger(async (world) => {
      await world.take(telling('first', '2026-01-06', ['N1', 'Li Wei', '', '13800000001']))
      await world.take(telling('later', '2026-02-06', ['N1', 'Zhao Yun', 'B7', '']))
      expect(world.dump().customers).toEqual([expect.objectContaining({ name: 'Zhao Yun', phone: '' })])
    }))

  test('with its phone corrected leaves the phone to the one whose it is', () =>
    withLedger(async (world) => {
      const [ann, bo] = [
        ['N1', 'Ann Li', '', '13800000001'],
        ['N2', 'Bo Wang', '', '13800000001'],
      ] as const
      await world.take(telling('first', '2026-01-06', ann, bo))
      expect(world.dump().customers).toHaveLength(1)
      await world.take(telling('later', '2026-02-06', ['N1', 'Ann Li', '', '13800000002']))
      const found = world.dump().customers as { name: string; phone: string; parties: string }[]
      expect(found.map(({ name, phone }) => [name, phone]).sort()).toEqual([
        ['Ann Li', '+8613800000002'],
        ['Bo Wang', '+8613800000001'],
      ])
      expect(found.flatMap(({ parties }) => JSON.parse(parties) as string[])).toHaveLength(2)
    }))

  test('by another buyer id, or of another day, is no bond of two people', () =>
    withLedger(async (world) => {
      await world.take(telling('first', '2026-01-06', ['N1', 'John Smith', '11', ''], ['N2', 'John Smith', '22', '']))
      await world.take(telling('later', '2026-02-06', ['N2', 'John Smith', '11', ''], ['N3', 'John Smith', '22', '']))
      expect(world.dump().customers).toHaveLength(2)
      const { batch } = await world.take({
        ...telling('month', '2026-04-02'),
        rows: [['N1', '2026-04-01', '2026-04-02', 'John Smith', '33', '', 'USD', '60.00']],
      })
      expect(batch).toBeNull()
    }))

  test('a phone that comes to be shared parts one customer into three, of whom two are new', () =>
    withLedger(async (world) => {
      const phone = '13800000001'
      await world.take(telling('first', '2026-01-06', ['N1', 'Ann Li', '', phone], ['N2', 'Ann Lee', 'C1', phone]))
      const file = telling('later', '2026-02-06', ['N3', 'Bo Ray', 'C2', phone])
      writeFileSync(join(world.folder, 'later.csv'), [file.header, ...file.rows].map((row) => row.join(',')).join('\n'))
      const ran = await world.crm('import', 'later.csv', '--json')
      const [imported] = ran.json<{ files: { customers: { inserted: number; updated: number } }[] }>().files
      expect(world.dump().customers).toHaveLength(3)
      expect(imported!.customers.inserted).toBe(2)
    }))
})
