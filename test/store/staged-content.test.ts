import { expect, test } from 'vitest'
import type { OrderLine, OrderRecord } from '../../src/core/import/record.js'
import { RowStager } from '../../src/store/row-stager.js'
import { stagedContents } from '../../src/store/staged-content.js'

const order: Omit<OrderRecord, 'lines'> = {
  ...{
    number: 'A1',
    kind: 'order',
    row: 2,
    placedOn: null,
    placedTime: null,
    paidOn: null,
    deliveredOn: null,
    statedAt: null,
  },
  ...{ status: 'paid', isPaid: true, currency: 'CNY', isCurrencyAssumed: false, worth: '', totalMinor: 2000 },
  ...{ refundMinor: null, discountMinor: null, shippingMinor: null, taxMinor: null, feeMinor: null, costMinor: null },
  ...{
    note: '',
    owner: '',
    tags: '',
    consent: '' as const,
    refundNumber: '',
    refundRows: '',
    rating: null,
    shop: '',
    party: null,
  },
}

/** The content of one order of one line. */
function contentOf(line: Pick<OrderLine, 'quantity' | 'amountMinor'> & Partial<OrderLine>): number {
  const stager = new RowStager()
  stager.order({ ...order, lines: [{ row: 2, sku: '', name: 'Tea', category: '', ...line }] })
  return stagedContents().orders(stager.take())[0]!
}

test('quantities are told apart to the thousandth, however the computer writes them', () => {
  const thousandths = Array.from({ length: 3000 }, (_, at) => at - 500)
  const contents = thousandths.map((count) => contentOf({ quantity: count / 1000, amountMinor: 2000 }))
  expect(new Set(contents).size).toBe(thousandths.length)
  expect(contentOf({ quantity: 0.1 + 0.2, amountMinor: 1 })).toBe(contentOf({ quantity: 0.3, amountMinor: 1 }))
})

test('what is not said is no quantity and no amount', () => {
  const sums = [-100, -1, 0, 1].map((amountMinor) => contentOf({ quantity: 1, amountMinor }))
  expect(sums).not.toContain(contentOf({ quantity: 1, amountMinor: null }))
  const pieces = [-1, -0.001, 0, 0.001].map((quantity) => contentOf({ quantity, amountMinor: 1 }))
  expect(pieces).not.toContain(contentOf({ quantity: null, amountMinor: 1 }))
})

test('a category is told apart from none, from another and from the name', () => {
  const one = { quantity: 1, amountMinor: 1 }
  const contents = [
    {},
    { category: 'Drinks' },
    { category: 'Tea' },
    { name: '', category: 'Tea' },
    { name: 'TeaDrinks' },
  ]
  expect(new Set(contents.map((said) => contentOf({ ...one, ...said }))).size).toBe(contents.length)
})
