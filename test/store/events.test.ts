import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { restoreBatch, voidBatch } from '../../src/store/batches.js'
import * as events from '../../src/store/events.js'
import { loadEvents, type NewEvent, nextSubject } from '../../src/store/events.js'
import { findCustomer } from '../../src/store/find-customer.js'
import { holdToDecide, type Ledger, openLedger } from '../../src/store/ledger.js'
import { ledgerId } from '../../src/store/ledger-id.js'
import { loadSnapshot } from '../../src/store/snapshot.js'
import { makeWorld } from '../support/world.js'

const madeAt = '2026-09-01T02:00:00.000Z'

const addEvents: typeof events.addEvents = (ledger, ...decision) => {
  holdToDecide(ledger)
  return events.addEvents(ledger, ...decision)
}

/** A ledger with Anna and Bert in it. */
async function shop(): Promise<Ledger & { keyOf: (name: string) => string }> {
  const world = makeWorld()
  await world.crm('add', 'Anna Smith', '--email', 'anna@example.com')
  await world.crm('add', 'Bert Jones', '--email', 'bert@example.com')
  const ledger = openLedger(join(world.folder, 'crm.db'))
  return { ...ledger, keyOf: (name) => findCustomer(ledger, name).key }
}

const event = (given: Partial<NewEvent>): NewEvent => ({
  ...{ kind: 'feedback', subject: '', key: '', what: 'open', on: 20_000, dueOn: null, value: null, text: '' },
  details: {},
  ...given,
})

const all = (ledger: Ledger, until: number | null = null) =>
  loadEvents(ledger, loadSnapshot(ledger), ['feedback', 'campaign'], until)

describe('events', () => {
  test('are of the customer who bears their key, as recorded', async () => {
    const ledger = await shop()
    const opened = event({ key: ledger.keyOf('Anna'), subject: 'F1', value: 3, dueOn: 20_002, details: { by: 'Li' } })
    const batch = addEvents(ledger, madeAt, 'feedback', { detail: '' }, [opened])
    const anna = loadSnapshot(ledger).customers.findIndex(({ name }) => name === 'Anna Smith')
    const { key: _key, ...facts } = opened
    expect(all(ledger)).toEqual([{ ...facts, id: 1, batch, customer: anna, at: Date.parse(madeAt) }])
    ledger.close()
  })

  test('of nobody are of nobody; those of other kinds and later days are left out', async () => {
    const ledger = await shop()
    addEvents(ledger, madeAt, 'campaign', { detail: '' }, [
      event({ kind: 'campaign', subject: 'C1' }),
      event({ kind: 'points', key: ledger.keyOf('Anna'), what: 'earn' }),
      event({ kind: 'feedback', key: ledger.keyOf('Bert'), on: 20_005, subject: 'F1' }),
      event({ kind: 'feedback', key: 'e:nobody@example.com', subject: 'F2' }),
    ])
    expect(all(ledger, 20_004).map(({ customer, subject }) => [customer, subject])).toEqual([[-1, 'C1']])
    expect(all(ledger).map(({ subject }) => subject)).toEqual(['C1', 'F1'])
    ledger.close()
  })

  test('of a batch that is taken back are gone, and back again when it is put back', async () => {
    const ledger = await shop()
    const batch = addEvents(ledger, madeAt, 'feedback', { detail: '' }, [event({ key: ledger.keyOf('Anna') })])
    voidBatch(ledger, batch, madeAt)
    expect(all(ledger)).toEqual([])
    restoreBatch(ledger, batch)
    expect(all(ledger)).toHaveLength(1)
    ledger.close()
  })

  test('about a subject are of the customer whose it is, whoever he was one with when they were recorded', async () => {
    const ledger = await shop()
    const [anna, bert] = [ledger.keyOf('Anna'), ledger.keyOf('Bert')]
    addEvents(ledger, madeAt, 'feedback', { detail: '' }, [event({ key: bert, subject: 'F1' })])
    addEvents(ledger, madeAt, 'feedback', { detail: '' }, [event({ key: anna, what: 'resolve', subject: 'F1' })])
    const keys = ledger.db.prepare('SELECT key FROM event ORDER BY id').pluck().all()
    expect(keys).toEqual([bert, bert])
    ledger.close()
  })

  test('give no number twice', async () => {
    const ledger = await shop()
    const open = () => addEvents(ledger, madeAt, 'feedback', { detail: '' }, [event({ subject: 'F1' })])
    open()
    expect(open).toThrow(/UNIQUE/)
    ledger.close()
  })

  test('are written only in the transaction in which what they rest on was read', async () => {
    const ledger = await shop()
    expect(() => events.addEvents(ledger, madeAt, 'feedback', { detail: '' }, [])).toThrow(/transaction/)
    ledger.close()
  })

  test('numbers of what was taken back are not given again', async () => {
    const ledger = await shop()
    expect(nextSubject(ledger, 'feedback', 'F')).toBe('F1')
    const batch = addEvents(ledger, madeAt, 'feedback', { detail: '' }, [event({ subject: 'F9' })])
    voidBatch(ledger, batch, madeAt)
    expect(nextSubject(ledger, 'feedback', 'F')).toBe('F10')
    expect(nextSubject(ledger, 'campaign', 'C')).toBe('C1')
    ledger.close()
  })

  test('what a file opened has no number, and no batch of events opened it', async () => {
    const ledger = await shop()
    const step = (what: string) =>
      addEvents(ledger, madeAt, 'feedback', { detail: '' }, [
        event({ key: ledger.keyOf('Anna'), what, subject: 'F-506yyjd95' }),
      ])
    const first = step('assign')
    step('resolve')
    expect(nextSubject(ledger, 'feedback', 'F')).toBe('F1')
    voidBatch(ledger, first, madeAt)
    expect(all(ledger).map(({ what }) => what)).toEqual(['resolve'])
    ledger.close()
  })
})

test('a ledger is told apart by its first batch', async () => {
  const ledger = await shop()
  const id = ledgerId(ledger)
  expect(id).toMatch(/^[0-9a-z]{6}$/)
  voidBatch(ledger, 1, madeAt)
  expect(ledgerId(ledger)).toBe(id)
  ledger.close()
})
