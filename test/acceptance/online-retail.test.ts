import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportedLedger, imported, sharedFile } from './ledger.js'

const file = sharedFile('online_retail/online_retail.csv')

describe(`the road over Online Retail${file.why}`, () => {
  let ledger: ImportedLedger

  beforeAll(async () => {
    if (!file.isAbsent) ledger = await imported(file.path)
  }, 300_000)

  afterAll(() => ledger?.remove())

  // The figures of the published data set, computed apart from this program (test/core/value/published.test.ts).
  test.skipIf(file.isAbsent)('tiers by gross amount', async () => {
    const { summary, currency, params } = await ledger.json('tier', '--all', '--by', 'gross')
    const { customers, valueMinor } = summary as {
      customers: Record<string, number>
      valueMinor: Record<string, number>
    }
    expect(currency).toBe('GBP')
    expect(params).toMatchObject({ asOfMoved: true, measure: 'gross', days: null })
    expect(customers).toMatchObject({ A: 1133, U: 34 })
    expect(customers.A! + customers.B! + customers.C!).toBe(4338)
    expect(valueMinor.A! + valueMinor.B! + valueMinor.C!).toBe(891_140_790)
  })

  test.skipIf(file.isAbsent)('tiers by net revenue', async () => {
    const { summary } = await ledger.json('tier', '--all', '--by', 'net')
    const { customers, valueMinor } = summary as {
      customers: Record<string, number>
      valueMinor: Record<string, number>
    }
    expect(customers).toMatchObject({ A: 1178, U: 55 })
    expect(customers.A! + customers.B! + customers.C!).toBe(4317)
    expect(valueMinor.A! + valueMinor.B! + valueMinor.C!).toBe(831_329_495)
    expect(valueMinor.U).toBe(-1_322_914)
  })

  test.skipIf(file.isAbsent)('the as-of day is the newest order, and what is done leaves the due list', async () => {
    const first = (await ledger.json('due', '--limit', '1')) as { asOf: string; rows: { customer: string }[] }
    expect(first.asOf).toBe('2011-12-09')
    const [{ customer } = { customer: '' }] = first.rows
    const before = (await ledger.json('due')) as { rows: { customer: string }[] }
    await ledger.json('done', customer)
    const after = (await ledger.json('due')) as { rows: { customer: string }[] }
    expect(after.rows).toEqual(before.rows.slice(1))
    await ledger.json('undo')
    expect(await ledger.json('due')).toEqual(before)
  })
})
