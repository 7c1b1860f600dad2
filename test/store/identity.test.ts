import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Party } from '../../src/core/import/record.js'
import { keysOf, resolveCustomers } from '../../src/core/import/told/identity.js'
import type { PartyKeys } from '../../src/core/import/told/party-keys.js'
import { dumpLedger } from '../support/dump.js'
import { makeWorld } from '../support/world.js'

const nobody: Party = {
  ...{ platform: 'sheet', shop: '', buyerScope: 'shop', buyerId: '', accountId: '', name: '', email: '', phone: '' },
  ...{ company: '', country: '', region: '', city: '', address: '', postcode: '' },
}

interface MadeParty extends Party {
  /** Orders it tells with others. */
  readonly retold?: readonly number[]
}

const party: fc.Arbitrary<MadeParty> = fc
  .record({
    platform: fc.constantFrom('sheet', 'taobao'),
    shop: fc.constantFrom('Main', 'Second'),
    buyerId: fc.constantFrom('', '', 'B1', 'B2'),
    name: fc.constantFrom('', 'Li', 'li', 'Anna', 'Kurt', 'Max', 'Eva'),
    email: fc.constantFrom('', '', 'a@mail-a.com', 'b@mail-b.de'),
    phone: fc.constantFrom('', '', '+8613800000001', '+8613800000002'),
    address: fc.constantFrom('', 'Elm St 1'),
    retold: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
  })
  .filter(({ buyerId, name, email, phone }) => buyerId + name + email + phone !== '')
  .map((made) => ({
    ...nobody,
    ...made,
    buyerScope: made.platform === 'taobao' ? ('platform' as const) : ('shop' as const),
  }))

/** Parties with the labels of the orders they tell with others. */
const keyed = (parties: readonly MadeParty[]): PartyKeys[] =>
  parties.map(({ retold = [], ...made }, index) => ({
    id: index + 1,
    platform: made.platform,
    buyerId: made.buyerId,
    name: made.name.toLowerCase(),
    keys: keysOf(made),
    ...(retold.length > 0 ? { told: retold.map((order) => `o:${order}`) } : {}),
    // Whoever of them tells an order first bought it.
    buys: new Set(
      retold.flatMap((order) => {
        const isFirst = !parties.slice(0, index).some((other) => other.retold?.includes(order))
        return isFirst ? [`o:${order}`] : []
      }),
    ),
  }))

/** Customers as sets of parties beside the key each is known by, in no order. */
function customersOf(parties: readonly PartyKeys[]) {
  const { components, shared } = resolveCustomers(parties)
  return {
    components: components.map(({ parties: ids, key }) => `${[...ids].sort((a, b) => a - b).join()} ${key}`).sort(),
    shared: shared.map(({ key, parties: count }) => `${key} ${count}`).sort(),
  }
}

describe('resolving customers (R7)', () => {
  test('does not depend on the order of parties', () => {
    fc.assert(
      fc.property(
        fc.array(party, { minLength: 1, maxLength: 12 }).chain((parties) => {
          const all = keyed(parties)
          return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
        }),
        ([parties, shuffled]) => {
          expect(customersOf(shuffled)).toEqual(customersOf(parties))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('every party belongs to exactly one customer, known by a key one of its parties has', () => {
    fc.assert(
      fc.property(fc.array(party, { minLength: 1, maxLength: 12 }), (parties) => {
        const all = keyed(parties)
        const { components } = resolveCustomers(all)
        expect(components.flatMap(({ parties: ids }) => ids).sort((a, b) => a - b)).toEqual(all.map(({ id }) => id))
        for (const { parties: ids, key } of components)
          expect(ids.some((id) => all[id - 1]!.keys.includes(key))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('two customers share no key that may join them, and no customer has two buyer ids it got by a phone or e-mail', () => {
    fc.assert(
      fc.property(fc.array(party, { minLength: 1, maxLength: 12 }), (parties) => {
        const all = keyed(parties)
        const { components, shared } = resolveCustomers(all)
        const sharedKeys = new Set(shared.map(({ key }) => key))
        const owner = new Map<string, number>()
        for (const [index, { parties: ids }] of components.entries()) {
          for (const id of ids) {
            for (const key of all[id - 1]!.keys) {
              if (key.startsWith('n:') || sharedKeys.has(key)) continue
              expect(owner.get(key) ?? index).toBe(index)
              owner.set(key, index)
            }
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('a shared key joins nobody: without it the customers are the same', () => {
    fc.assert(
      fc.property(fc.array(party, { minLength: 1, maxLength: 12 }), (parties) => {
        const all = keyed(parties)
        const { shared } = resolveCustomers(all)
        const keys = new Set(shared.map(({ key }) => key))
        const without = all.map((one) => ({ ...one, keys: one.keys.filter((key) => !keys.has(key)) }))
        if (without.some((one) => one.keys.length === 0)) return
        expect(customersOf(without).components).toEqual(customersOf(all).components)
      }),
      { numRuns: 1000 },
    )
  })
})

type Row = readonly [store: string, id: string, name: string, phone: string, email: string, address: string]

/** Customers a file of single orders gives, as the rows each has. */
async function customersAmong(
  rows: readonly Row[],
  header = 'Store,Customer ID,Customer,Phone,Email,Address',
): Promise<number[][]> {
  const world = makeWorld()
  const lines = rows.map((row, index) => [`O${index}`, '2026-01-01', 'USD', `${index + 1}.00`, ...row].join(','))
  writeFileSync(join(world.folder, 'a.csv'), [`Order ID,Order Date,Currency,Total,${header}`, ...lines].join('\n'))
  const ran = await world.crm('import', 'a.csv')
  expect(ran.code).toBe(0)
  const orders = dumpLedger(join(world.folder, 'crm.db')).orders as { number: string; customer: string | null }[]
  const groups = new Map<string | null, number[]>()
  for (const { number, customer } of orders)
    groups.set(customer, [...(groups.get(customer) ?? []), Number(number.slice(1))])
  return [...groups.values()].map((group) => group.sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!)
}

describe('who is the same customer', () => {
  test.each<[string, readonly Row[], number[][]]>([
    [
      'one e-mail, written differently',
      [
        ['', '', 'Li', '', 'Li@Mail-A.com', ''],
        ['', '', 'Wei', '', 'li@mail-a.com ', ''],
      ],
      [[0, 1]],
    ],
    [
      'one phone, written differently',
      [
        ['', '', 'Li', '13800000001', '', ''],
        ['', '', 'Wei', '+86 138 0000 0001', '', ''],
      ],
      [[0, 1]],
    ],
    [
      'one buyer id',
      [
        ['', 'B1', 'Li', '', '', ''],
        ['', 'B1', 'Wei', '', '', ''],
      ],
      [[0, 1]],
    ],
    [
      'one buyer id in two shops of a hand-kept sheet',
      [
        ['North', 'B1', 'Li', '', '', ''],
        ['South', 'B1', 'Li', '', '', ''],
      ],
      [[0], [1]],
    ],
    [
      'an e-mail joins two shops',
      [
        ['North', '', 'Li', '', 'li@mail-a.com', ''],
        ['South', '', 'Li', '', 'li@mail-a.com', ''],
      ],
      [[0, 1]],
    ],
    [
      'a chain of keys',
      [
        ['', '', 'Li', '13800000001', '', ''],
        ['', '', 'Li', '13800000001', 'li@mail-a.com', ''],
        ['', 'B1', 'Li', '', 'li@mail-a.com', ''],
      ],
      [[0, 1, 2]],
    ],
    [
      'two buyer ids with one phone: the phone is shared',
      [
        ['', 'B1', 'Li', '13800000001', '', ''],
        ['', 'B2', 'Wei', '13800000001', '', ''],
      ],
      [[0], [1]],
    ],
    [
      'three names may carry one phone',
      [0, 1, 2].map((n): Row => ['', '', `N${n}`, '13800000001', '', '']),
      [[0, 1, 2]],
    ],
    [
      'four names with one phone: it joins nobody',
      [0, 1, 2, 3].map((n): Row => ['', '', `N${n}`, '13800000001', '', '']),
      [[0], [1], [2], [3]],
    ],
    [
      '… and equal names beside it are one, as rows without a strong key',
      [0, 1, 2, 3, 3].map((n): Row => ['', '', `N${n}`, '13800000001', '', '']),
      [[0], [1], [2], [3, 4]],
    ],
    [
      'masked phones never join',
      [
        ['', '', 'Li', '138****0001', '', ''],
        ['', '', 'Wei', '138****0001', '', ''],
      ],
      [[0], [1]],
    ],
    [
      'masked names never join',
      [
        ['', 'B1', 'l***i', '', '', ''],
        ['', 'B2', 'l***i', '', '', ''],
      ],
      [[0], [1]],
    ],
    [
      'masked e-mails never join',
      [
        ['', '', 'Li', '', 'l***@mail-a.com', ''],
        ['', '', 'Wei', '', 'l***@mail-a.com', ''],
      ],
      [[0], [1]],
    ],
    [
      'placeholders never join',
      [
        ['', 'B1', 'Guest', '', 'noemail@none.com', ''],
        ['', 'B2', 'Guest', '', 'noemail@none.com', ''],
      ],
      [[0], [1]],
    ],
    [
      'e-mails typed where one was demanded never join',
      [
        ['', 'B1', 'Li', '', 'none@none.com', ''],
        ['', 'B2', 'Wei', '', 'none@none.com', ''],
        ['', '', 'Anna', '', 'test@test.com', ''],
        ['', '', 'Otto', '', 'test@test.com', ''],
      ],
      [[0], [1], [2], [3]],
    ],
    [
      'exact names within a shop, case and spaces aside',
      [
        ['', '', 'Li  Wei', '', '', ''],
        ['', '', 'li wei', '', '', ''],
      ],
      [[0, 1]],
    ],
    [
      'names in two shops',
      [
        ['North', '', 'Li Wei', '', '', ''],
        ['South', '', 'Li Wei', '', '', ''],
      ],
      [[0], [1]],
    ],
    [
      'names with two addresses',
      [
        ['', '', 'Li Wei', '', '', 'Elm St 1'],
        ['', '', 'Li Wei', '', '', 'Oak St 2'],
      ],
      [[0], [1]],
    ],
    [
      'a name does not join a row that has a strong key',
      [
        ['', '', 'Li Wei', '', '', ''],
        ['', '', 'Li Wei', '13800000001', '', ''],
      ],
      [[0], [1]],
    ],
    [
      'names never join stronger records',
      [
        ['', '', 'Li Wei', '13800000001', '', ''],
        ['', '', 'Li Wei', '13800000002', '', ''],
      ],
      [[0], [1]],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await customersAmong(rows)).toEqual(expected)
  })

  test('rows that name nobody have no customer', async () => {
    const world = makeWorld()
    const rows = [
      'Order ID,Order Date,Currency,Total,Customer,Phone',
      'A1,2026-01-01,USD,1.00,Guest,',
      'A2,2026-01-01,USD,2.00,n/a,138****0001',
    ]
    writeFileSync(join(world.folder, 'a.csv'), rows.join('\n'))
    expect((await world.crm('import', 'a.csv')).code).toBe(0)
    const { orders, customers } = dumpLedger(join(world.folder, 'crm.db'))
    expect([orders.map((order) => (order as { buyer: unknown }).buyer), customers]).toEqual([[null, null], []])
  })

  test('a decision about somebody known by the name alone is about nobody else of that name', async () => {
    const world = makeWorld()
    const rows = [
      'Order ID,Order Date,Currency,Total,Customer,Phone',
      'A1,2026-01-01,USD,1.00,Li Wei,',
      'A2,2026-01-01,USD,2.00,Li Wei,13800000001',
    ]
    writeFileSync(join(world.folder, 'a.csv'), rows.join('\n'))
    expect((await world.crm('import', 'a.csv')).code).toBe(0)
    const path = join(world.folder, 'crm.db')
    const customers = dumpLedger(path).customers as { key: string; public_id: string }[]
    const named = customers.find(({ key }) => key.startsWith('n:'))!
    expect(await world.crm('tag', named.public_id, 'friend')).toMatchObject({ code: 0 })
    expect(await world.crm('log', named.public_id, 'spoke')).toMatchObject({ code: 0 })
    const { snapshot } = dumpLedger(path) as {
      snapshot: { customers: { id: string; tags: string[] }[]; contacts: { customer: number }[] }
    }
    expect(snapshot.customers.filter(({ tags }) => tags.length > 0).map(({ id }) => id)).toEqual([named.public_id])
    expect(snapshot.contacts.map(({ customer }) => snapshot.customers[customer]!.id)).toEqual([named.public_id])
  })
})
