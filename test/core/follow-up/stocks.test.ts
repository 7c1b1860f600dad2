import { describe, expect, test } from 'vitest'
import type { EventFacts } from '../../../src/core/events.js'
import { runOutsOf, stocksOf } from '../../../src/core/follow-up/stocks.js'
import { refill as refillRule } from '../../../src/rules/refill.js'
import { runOut } from '../../../src/rules/run-out.js'
import { proposalOf, proposalsOf } from '../../support/due-facts.js'

const event = (id: number, on: number, sku: string, quantity: string, customer = 0): EventFacts => ({
  ...{
    id,
    batch: id,
    kind: 'stock',
    subject: '',
    customer,
    what: 'count',
    on,
    at: 0,
    dueOn: null,
    value: null,
    text: '',
  },
  details: { sku, quantity },
})

/** Two days a piece: the ten of day 1000 were taken to last until 1020. */
const tea = {
  ...{
    product: { sku: 'TEA', name: 'Green tea' },
    perUnitDays: 2,
    lastOn: 1000,
    lastQuantity: 10,
    expectedOn: 1020,
    n: 4,
  },
}

describe("a buyer's stock", () => {
  test('is what was told last of each SKU', () => {
    const stocks = stocksOf([
      event(1, 1001, 'TEA', '40'),
      event(2, 1005, 'TEA', '30'),
      event(3, 1003, 'POT', '2.5'),
      event(4, 1002, 'TEA', '9'),
    ])
    expect(stocks.get(0)).toEqual([
      { sku: 'TEA', on: 1005, quantity: 30 },
      { sku: 'POT', on: 1003, quantity: 2.5 },
    ])
  })

  test('runs out by the own units a day, unless it was bought again since', () => {
    expect(runOutsOf([tea], [{ sku: 'TEA', on: 1005, quantity: 30 }])).toMatchObject([{ runsOutOn: 1065 }])
    expect(runOutsOf([tea], [{ sku: 'TEA', on: 999, quantity: 30 }])).toEqual([])
    expect(runOutsOf([tea], [{ sku: 'POT', on: 1005, quantity: 30 }])).toEqual([])
  })

  test('is due a week before, in place of the refill; closed, it is over until it is told again', () => {
    const facts = { refills: [tea], kept: { stocks: [{ sku: 'TEA', on: 1005, quantity: 30 }] } }
    expect(proposalsOf(runOut, facts, 1010)).toMatchObject([
      { dueOn: 1058, lastSensibleOn: 1079, cause: { unitsADay: 0.5 } },
    ])
    expect(proposalOf(refillRule, facts, 1021)).toBeNull()
    expect(proposalOf(refillRule, { ...facts, kept: {} }, 1021)).not.toBeNull()
    const closedOn = (_rule: string, subject?: string) => (subject?.endsWith('1972-10-02') ? 1060 : null)
    expect(proposalsOf(runOut, { ...facts, closedOn }, 1061)).toEqual([])
  })

  test('says why, in both languages', () => {
    const { cause } = proposalOf(
      runOut,
      { refills: [tea], kept: { stocks: [{ sku: 'TEA', on: 1005, quantity: 30 }] } },
      1010,
    )!
    expect(runOut.words.en.reason(cause)).toBe(
      'had 30 of Green tea left on 1972-10-02, uses 0.5 a day: out by 1972-12-01',
    )
    expect(runOut.words.zh.reason(cause)).toBe('1972-10-02还剩30件Green tea，每天用0.5件，预计1972-12-01用完')
  })
})
