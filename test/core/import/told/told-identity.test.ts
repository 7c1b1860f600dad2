import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Party } from '../../../../src/core/import/record.js'
import { keysOf } from '../../../../src/core/import/told/identity.js'
import type { Key, PartyKeys } from '../../../../src/core/import/told/party-keys.js'
import { retoldLabel } from '../../../../src/core/import/told/retold.js'
import { type IdentityDecision, nameMark, resolveTold } from '../../../../src/core/import/told/told-identity.js'

const nobody: Party = {
  ...{ platform: 'sheet', shop: '', buyerScope: 'shop', buyerId: '', accountId: '', name: '', email: '', phone: '' },
  ...{ company: '', country: '', region: '', city: '', address: '', postcode: '' },
}

interface MadeParty extends Partial<Party> {
  /** Orders it tells with others. */
  readonly retold?: readonly string[]
}

const keyed = (parties: readonly MadeParty[]): PartyKeys[] =>
  parties.map((made, index) => {
    const { retold = [], ...said } = made
    const party = { ...nobody, ...said }
    return {
      id: index + 1,
      platform: party.platform,
      buyerId: party.buyerId,
      name: party.name.toLowerCase(),
      keys: keysOf(party),
      ...(retold.length > 0 ? { told: retold.map(retoldLabel) } : {}),
      buys: new Set(retold.filter((order) => firstOf(parties, order) === made.retold).map(retoldLabel)),
    }
  })

/** The orders of the party that tells an order first: it is the buyer. */
const firstOf = (parties: readonly MadeParty[], order: string) =>
  parties.find(({ retold }) => retold?.includes(order))?.retold

const party: fc.Arbitrary<MadeParty> = fc
  .record({
    buyerId: fc.constantFrom('', '', 'B1', 'B2', 'B3'),
    name: fc.constantFrom('', 'Li', 'Anna', 'Kurt', 'Max', 'Eva'),
    email: fc.constantFrom('', '', 'a@mail-a.com', 'b@mail-b.de'),
    phone: fc.constantFrom('', '', '+8613800000001', '+8613800000002'),
    address: fc.constantFrom('', 'Elm St 1'),
    retold: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 2 }),
  })
  .filter(({ buyerId, name, email, phone }) => buyerId + name + email + phone !== '')

const key = fc.constantFrom<Key>(
  ...['b:sheet/:B1', 'b:sheet/:B2', 'b:sheet/:B3', 'e:a@mail-a.com', 'e:b@mail-b.de', 'p:+8613800000001'],
  ...['p:+8613800000002', 'n:sheet/:li', 'n:sheet/:anna'],
)
const off = fc.oneof(key, fc.constantFrom('Li', 'Anna', 'Max').map(nameMark))

const decisions: fc.Arbitrary<IdentityDecision[]> = fc
  .array(
    fc.oneof(
      fc
        .array(key, { minLength: 2, maxLength: 3 })
        .map((keys) => ({ kind: 'merge' as const, sides: keys.map((one) => [one]) })),
      fc
        .tuple(fc.array(key, { minLength: 1, maxLength: 3 }), fc.array(off, { minLength: 1, maxLength: 2 }))
        .map((sides) => ({ kind: 'split' as const, sides })),
    ),
    { maxLength: 4 },
  )
  .map((made) => made.map((decision, at) => ({ ...decision, batch: at + 1, nth: 0 })))

const world = fc.tuple(fc.array(party, { minLength: 1, maxLength: 10 }).map(keyed), decisions)

/** Customers as sets of parties beside their keys, in no order. */
function customersOf(parties: readonly PartyKeys[], told: readonly IdentityDecision[]) {
  const { components, shared, uses } = resolveTold(parties, told)
  return {
    components: components
      .map(({ parties: ids, key: own }) => `${[...ids].sort((a, b) => a - b).join()} ${own}`)
      .sort(),
    shared: shared.map(({ key: own, parties: count }) => `${own} ${count}`).sort(),
    uses: uses.map((use) => JSON.stringify(use)).sort(),
  }
}

const names = (parties: readonly PartyKeys[], told: readonly IdentityDecision[]) =>
  resolveTold(parties, told)
    .components.map(({ parties: ids }) => [...ids].sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!)

const merge = (batch: number, ...keys: Key[]): IdentityDecision => ({
  ...{ batch, nth: 0, kind: 'merge', sides: keys.map((one) => [one]) },
})
const split = (batch: number, rest: Key[], out: Key[]): IdentityDecision => ({
  ...{ batch, nth: 0, kind: 'split', sides: [rest, out] },
})

/** Merges each two customers by each of the keys that name them; how many of these ways were compared. */
function mergesAlike(parties: readonly PartyKeys[]): number {
  const { components, speakingOf } = resolveTold(parties, [])
  const named = components.map(({ parties: ids }) => [...new Set(ids.flatMap((id) => speakingOf({ id })))])
  let compared = 0
  for (const [at, keys] of named.entries())
    for (const others of named.slice(at + 1)) {
      const ways = keys.flatMap((one) =>
        others.map((other) => JSON.stringify(customersOf(parties, [merge(1, one, other)]))),
      )
      if (new Set(ways).size > 1) expect.fail(`${JSON.stringify(parties)}: ${[...new Set(ways)].join(' or ')}`)
      compared += ways.length
    }
  return compared
}

describe('what the seller told of who is whom', () => {
  test('does not depend on the order of parties, nor on that in which decisions are handed over', () => {
    fc.assert(
      fc.property(
        world.chain(([parties, told]) =>
          fc.tuple(
            fc.constant([parties, told] as const),
            fc.shuffledSubarray(parties, { minLength: parties.length }),
            fc.shuffledSubarray(told, { minLength: told.length }),
          ),
        ),
        ([[parties, told], shuffled, mixed]) => {
          expect(customersOf(shuffled, mixed)).toEqual(customersOf(parties, told))
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('every party belongs to one customer, and no two customers are known by one key', () => {
    fc.assert(
      fc.property(world, ([parties, told]) => {
        const { components, speakingOf } = resolveTold(parties, told)
        expect(components.flatMap(({ parties: ids }) => ids).sort((a, b) => a - b)).toEqual(parties.map(({ id }) => id))
        expect(new Set(components.map(({ key: own }) => own)).size).toBe(components.length)
        const owner = new Map<Key, number>()
        for (const [at, { parties: ids }] of components.entries())
          for (const spoken of ids.flatMap((id) => speakingOf({ id }))) {
            expect(owner.get(spoken) ?? at).toBe(at)
            owner.set(spoken, at)
          }
      }),
      { numRuns: 1500 },
    )
  })

  test('who is not connected with the others by any key or decision is resolved alone', () => {
    fc.assert(
      fc.property(world, ([parties, told]) => {
        const far = keyed([{ platform: 'etsy', buyerId: 'far', name: 'Far' }]).map((one) => ({ ...one, id: 99 }))
        const { components } = customersOf([...parties, ...far], told)
        expect(components).toEqual([...customersOf(parties, told).components, '99 b:etsy/:far'].sort())
      }),
      { numRuns: 500 },
    )
  })

  test('a merge is about whole customers: by which of his keys one is named does not matter, in every ledger of three', () => {
    const ways = ['', 'B1', 'B2'].flatMap((buyerId) =>
      ['Li', 'Anna'].flatMap((name) =>
        ['', '+8613800000001'].flatMap((phone) => [[], ['1']].map((retold) => ({ buyerId, name, phone, retold }))),
      ),
    )
    let compared = 0
    for (const first of ways)
      for (const second of ways) for (const third of ways) compared += mergesAlike(keyed([first, second, third]))
    expect(compared).toBeGreaterThan(10_000)
  })

  const couple = keyed([
    { name: 'Li', phone: '+8613800000001' },
    { name: 'Anna', phone: '+8613800000001' },
    { name: 'Anna', phone: '+8613800000001', address: 'Elm St 1' },
    { name: 'Li', phone: '+8613800000001', address: 'Elm St 1' },
  ])

  test('two who share everything but the name are told by it, wherever they live; each side stays together', () => {
    expect(names(couple, [])).toEqual([[1, 2, 3, 4]])
    const told = [split(1, ['p:+8613800000001'], [nameMark('Anna')])]
    expect(names(couple, told)).toEqual([
      [1, 4],
      [2, 3],
    ])
    expect(
      resolveTold(couple, told)
        .components.map(({ key: own }) => own)
        .sort(),
    ).toEqual(['n:sheet/:anna', 'p:+8613800000001'])
  })

  test('the later decision wins: a split of what was merged, a merge of what was split', () => {
    const pair = keyed([{ buyerId: 'B1' }, { buyerId: 'B2' }])
    const [join, part] = [merge(1, 'b:sheet/:B1', 'b:sheet/:B2'), split(2, ['b:sheet/:B1'], ['b:sheet/:B2'])]
    expect(names(pair, [join])).toEqual([[1, 2]])
    expect(names(pair, [join, part])).toEqual([[1], [2]])
    expect(names(pair, [join, part, { ...join, batch: 3 }])).toEqual([[1, 2]])
    expect(names(pair, [join, part, { ...join, batch: 3 }, { ...part, batch: 4 }])).toEqual([[1], [2]])
  })

  test('what comes later and joins only the side taken out stays with it; what joins both is told apart', () => {
    const told = [split(1, ['e:a@mail-a.com'], ['e:b@mail-b.de'])]
    const parties = keyed([
      { email: 'a@mail-a.com', phone: '+8613800000001' },
      { email: 'b@mail-b.de', phone: '+8613800000001' },
      { email: 'b@mail-b.de', buyerId: 'B2' },
      { email: 'a@mail-a.com', buyerId: 'B1' },
      { buyerId: 'B1', phone: '+8613800000002' },
    ])
    expect(names(parties, told)).toEqual([
      [1, 4, 5],
      [2, 3],
    ])
  })

  test('a phone of several buyers is nobody’s, but of one when they were told to be one', () => {
    const parties = keyed([
      { buyerId: 'B1', phone: '+8613800000001' },
      { buyerId: 'B2', phone: '+8613800000001' },
      { name: 'Li', phone: '+8613800000001' },
    ])
    expect(names(parties, [])).toEqual([[1], [2], [3]])
    expect(names(parties, [merge(1, 'b:sheet/:B1', 'b:sheet/:B2')])).toEqual([[1, 2, 3]])
  })

  test('somebody merged by his name alone stays so when more of him is known, unless several bear the name', () => {
    const told = [merge(1, 'b:sheet/:B1', 'n:sheet/:li')]
    const b1 = { buyerId: 'B1' }
    const [one, other] = [
      { name: 'Li', phone: '+8613800000001' },
      { name: 'Li', phone: '+8613800000002' },
    ]
    expect(names(keyed([b1, { name: 'Li' }]), told)).toEqual([[1, 2]])
    expect(names(keyed([b1, one]), told)).toEqual([[1, 2]])
    expect(names(keyed([b1, one, other]), told)).toEqual([[1], [2], [3]])
    expect(names(keyed([b1, one, { name: 'Li' }]), told)).toEqual([[1, 3], [2]])
  })

  test('another id of a buyer joins as the first one does', () => {
    const parties = keyed([
      { buyerId: 'B1', accountId: 'anna88' },
      { accountId: 'anna88', name: 'Anna' },
      { buyerId: 'B2', accountId: 'kurt77' },
    ])
    expect(names(parties, [])).toEqual([[1, 2], [3]])
  })

  const told = (one: Partial<Party>, ...retold: string[]) => ({ ...one, retold })
  const [li, phone, id] = [{ name: 'Li' }, { name: 'Li', phone: '+8613800000001' }, { name: 'Li', buyerId: 'B1' }]

  // The first to tell an order here is its buyer now.
  test('who tells an order with its buyer is he; a name that leads to two buyers is neither', () => {
    expect(names(keyed([told(id, '1'), told(phone, '1')]), [])).toEqual([[1, 2]])
    expect(names(keyed([told(id, '1'), told(li, '1'), li]), [])).toEqual([[1, 2, 3]])
    expect(names(keyed([told(id, '1'), told(phone, '2'), told(li, '1', '2')]), [])).toEqual([[1], [2], [3]])
    const known = { ...id, email: 'a@mail-a.com' }
    expect(names(keyed([told(id, '1'), told(known, '2'), told(li, '1', '2')]), [])).toEqual([[1, 2, 3]])
  })

  test('names lead to the name an order is told under now, however many told it before', () => {
    const at = (address: string, ...retold: string[]) => ({ name: 'Li', address, retold })
    expect(names(keyed([at('', '1'), at('Elm St 1', '1'), at('Oak St 2', '1')]), [])).toEqual([[1, 2, 3]])
    expect(names(keyed([at('', '1', '2'), at('Elm St 1', '1'), at('Oak St 2', '2')]), [])).toEqual([[1, 2, 3]])
    expect(names(keyed([at('Elm St 1', '1'), at('Oak St 2', '2'), at('', '1', '2')]), [])).toEqual([[1], [2], [3]])
  })

  test('a phone that was corrected and is another’s joins nobody; one of the same name is a second phone', () => {
    const corrected = { name: 'Li', phone: '+8613800000002' }
    const other = { name: 'Bo', phone: '+8613800000001' }
    expect(names(keyed([told(corrected, '1'), told(phone, '1'), other]), [])).toEqual([[1], [2, 3]])
    expect(names(keyed([told(corrected, '1'), told(phone, '1'), phone]), [])).toEqual([[1, 2, 3]])
  })

  test('a phone whose orders are told by two buyer ids now joins nobody', () => {
    const [bo, second] = [
      { name: 'Bo', phone: '+8613800000001' },
      { name: 'Bo', buyerId: 'B2' },
    ]
    const parties = [told(id, '1'), told(second, '2'), told(phone, '1'), told(bo, '2')]
    expect(names(keyed(parties), [])).toEqual([
      [1, 3],
      [2, 4],
    ])
    expect(names(keyed([told(id, '1'), told({ ...second, name: 'Li' }, '2'), told(phone, '1', '2')]), [])).toEqual([
      [1],
      [2],
      [3],
    ])
  })

  test('who is taken out takes along who tells his orders and is not held by those who stay', () => {
    const [one, two, other] = [
      { name: 'Li', phone: '+8613800000001', email: 'a@mail-a.com', retold: ['1'] },
      { name: 'Li', buyerId: 'B1', retold: ['1'] },
      { name: 'Li', phone: '+8613800000001', email: 'b@mail-b.de' },
    ]
    const out = [split(1, ['e:b@mail-b.de', 'p:+8613800000001'], ['e:a@mail-a.com'])]
    expect(names(keyed([one, other]), out)).toEqual([[1], [2]])
    expect(names(keyed([one, other, two]), out)).toEqual([[1, 3], [2]])
    expect(names(keyed([one, two]), [split(1, ['b:sheet/:B1'], ['e:a@mail-a.com'])])).toEqual([[1], [2]])
  })

  test('a decision whose key is absent sleeps', () => {
    const told = [merge(1, 'b:sheet/:B1', 'b:sheet/:B2'), split(2, ['e:a@mail-a.com'], ['p:+8613800000001'])]
    const parties = keyed([{ buyerId: 'B1' }, { phone: '+8613800000001', email: 'b@mail-b.de' }])
    const { idle } = resolveTold(parties, told)
    expect([names(parties, told), idle.size]).toEqual([[[1], [2]], 2])
  })
})
