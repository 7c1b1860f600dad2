import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { PartyKeys } from '../../../../src/core/import/told/party-keys.js'
import { type IdentityDecision, resolveTold } from '../../../../src/core/import/told/told-identity.js'

const seen = vi.hoisted(() => ({ resolved: 0, labels: 0 }))

vi.mock('../../../../src/core/import/told/identity.js', async (original) => {
  const real = await original<typeof import('../../../../src/core/import/told/identity.js')>()
  return {
    ...real,
    resolveCustomers(parties: readonly PartyKeys[]) {
      seen.resolved++
      for (const { told = [] } of parties) seen.labels += told.length
      return real.resolveCustomers(parties)
    },
  }
})

beforeEach(() => {
  seen.resolved = 0
  seen.labels = 0
})

const partyOf = (id: number): PartyKeys => ({
  ...{ id, platform: 'sheet', buyerId: `B${id}`, name: '', keys: [`b:sheet/:B${id}`] },
})
const mergeOf = (id: number): IdentityDecision => ({
  ...{ batch: id, nth: 0, kind: 'merge', sides: [['b:sheet/:B0'], [`b:sheet/:B${id}`]] },
})
const split: IdentityDecision = { batch: 90, nth: 0, kind: 'split', sides: [['b:sheet/:B2'], ['b:sheet/:B0']] }

describe('merges of one customer with many', () => {
  test('look at each party of his with one label', () => {
    const merges = 60
    const parties = Array.from({ length: merges + 1 }, (_, id) => partyOf(id))
    const decisions = Array.from({ length: merges }, (_, at) => mergeOf(at + 1))
    expect(resolveTold(parties, decisions).components).toHaveLength(1)
    expect(seen.resolved).toBeLessThan(merges + 5)
    // After the nth merge n + 1 parties are one.
    expect(seen.labels).toBe(((merges + 1) * (merges + 2)) / 2 - 1)
  })

  test('name each of them in the end', () => {
    const { told } = resolveTold([0, 1, 2, 3].map(partyOf), [1, 2, 3].map(mergeOf))
    const labels = [...told.values()].map((party) => [...(party.told ?? [])].sort())
    expect(labels).toEqual([['t:1.0', 't:2.0', 't:3.0'], ['t:1.0', 't:2.0', 't:3.0'], ['t:2.0', 't:3.0'], ['t:3.0']])
  })

  test('keep together who is left when he by whom they were joined is taken out, also beside further merges', () => {
    const parties = [0, 1, 2, 3, 4].map(partyOf)
    const customers = (...decisions: readonly IdentityDecision[]) =>
      resolveTold(parties, decisions)
        .components.map((component) => component.parties.join(' '))
        .sort()
    expect(customers(...[1, 2, 3].map(mergeOf), split)).toEqual(['0', '1 2 3', '4'])
    const further = { ...mergeOf(4), batch: 91 }
    expect(customers(...[1, 2, 3].map(mergeOf), split, further)).toEqual(['0 4', '1 2 3'])
    expect(customers(...[1, 2, 3].map(mergeOf), split, further, { ...split, batch: 92 })).toEqual(['0 4', '1 2 3'])
  })
})
