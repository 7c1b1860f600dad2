import { expect, test } from 'vitest'
import { standingOfChosen } from '../../../src/core/value/chosen-standing.js'
import { segmentTotals } from '../../../src/core/value/segments/totals.js'
import { standingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { snapshotOf } from '../../support/snapshot.js'

// ALGORITHMS §1: 60, 25, 5, 5, 3, 2 is AABBCC; the seventh never bought.
const nets = [6000, 2500, 500, 500, 300, 200]
const shop = snapshotOf([
  ...nets.map((net, at) => ({ id: `c${at}`, bought: [{ on: '2026-08-01', net }] })),
  { id: 'c6' },
])
const all = standingOn(shop, dayOf('2026-08-31'), VALUE_DEFAULTS)
const chosen = standingOfChosen(all, (customer) => [1, 2, 5, 6].includes(customer))

test('sums and counts are of the chosen, tiers and where they begin those among all', () => {
  expect(chosen.abc.totals).toEqual({
    A: { customers: 1, value: 2500 },
    B: { customers: 1, value: 500 },
    C: { customers: 1, value: 200 },
    U: { customers: 1, value: 0 },
  })
  expect(chosen.abc.total).toBe(3200)
  expect([...chosen.abc.ascending]).toEqual([200, 500, 2500])
  expect(chosen.abc.lowest).toEqual(all.abc.lowest)
  expect(chosen.tier(1)).toBe('A')
})

test('segments count the chosen alone, by the scores among all', () => {
  expect(chosen.rfm.scored).toEqual([1, 2, 5])
  const customers = [...segmentTotals(chosen).values()].reduce((sum, one) => sum + one.customers, 0)
  expect(customers).toBe(3)
  expect(chosen.segment(1)).toBe(all.segment(1))
})

test('everybody chosen is the standing itself', () => {
  const same = standingOfChosen(all, () => true)
  expect(same.abc.totals).toEqual(all.abc.totals)
  expect(same.abc.total).toBe(all.abc.total)
  expect(same.abc.concentration).toEqual(all.abc.concentration)
})
