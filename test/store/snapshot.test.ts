import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLedger } from '../../src/store/ledger.js'
import { loadSnapshot } from '../../src/store/snapshot.js'
import { makeWorld } from '../support/world.js'

test('the ledger by what was decided up to another day is what it loads as, and shares the rest', async () => {
  const world = makeWorld()
  await world.crm('add', 'Anna Smith', '--email', 'anna@example.com')
  await world.crm('add', 'Bert Jones', '--email', 'bert@example.com')
  await world.crm('tag', 'Anna', 'vip', '--on', '2026-08-01')
  await world.crm('edit', 'Anna', '--consent', 'no')
  await world.crm('block', 'Bert', '--reason', 'fraud')
  const ledger = openLedger(join(world.folder, 'crm.db'))
  const now = loadSnapshot(ledger)
  expect(now.customers.map(({ consent, blocked, email }) => [consent, blocked, email])).toContainEqual([
    null,
    true,
    null,
  ])
  for (const day of [null, 0, 20_600, 20_700]) {
    const then = now.decidedBy!(day)
    expect(then.customers).toEqual(loadSnapshot(ledger, day).customers)
    expect(then.orders).toBe(now.orders)
    expect(then.purchases).toBe(now.purchases)
  }
  expect(now.decidedBy!(0).customers.map(({ blocked, consent }) => [blocked, consent])).toEqual([
    [false, null],
    [false, null],
  ])
  ledger.close()
})
