import { describe, expect, test } from 'vitest'
import { cellValues } from '../../../../src/core/import/cell-values.js'
import { detect } from '../../../../src/core/import/columns/detect.js'
import { headerOf } from '../../../../src/core/import/columns/header.js'
import { readingEvidence } from '../../../../src/core/import/deciders/reading.js'
import type { Format } from '../../../../src/core/import/format.js'
import { orderColumns } from '../../../../src/core/import/orders/order-columns.js'
import { rowState, rowStateReader } from '../../../../src/core/import/orders/row-state.js'
import { bilingual } from '../../../../src/core/values/lang.js'
import { normaliseHeader } from '../../../../src/core/values/text.js'

const format: Format = {
  name: 'made-up',
  platform: 'made-up',
  kind: 'orders',
  title: bilingual('Made up', '编造'),
  must: [['number']],
  weight: 2,
  fields: {
    ...{ orderId: ['number'], placedAt: ['day'], paidAt: ['paid'], orderTotal: ['total'] },
    ...{ refundAmount: ['refund'], status: ['state'], refundStatus: ['refund state'] },
  },
  statuses: { 换货: 'paid' },
  buyerScope: 'shop',
}

const headers = ['number', 'day', 'paid', 'total', 'refund', 'state', 'refund state']
const match = detect(headerOf(1, headers), [format], new Map(), (text) => normaliseHeader(text).key)!
const columns = orderColumns(match)
const evidence = readingEvidence(match, { localeCurrency: 'CNY' }, () => null)
const { reading } = evidence.decide()
const values = cellValues(
  { match, reading, evidence, isRagged: false, defaultShop: '', today: 20_000 as never },
  () => {
    throw new Error('nothing is wrong with these cells')
  },
)

/** A row by its paid day, refund, state and state of the refund. */
const row = (paid: string, refund: string, state: string, refundState = '') => ({
  number: 2,
  cells: ['A1', '2026-03-01', paid, '100', refund, state, refundState],
})

describe('the class of a row', () => {
  const unknown: string[] = []
  const stateOf = rowState(match, columns, (word) => unknown.push(word))
  test.each([
    ['已退款', '', 'refunded'],
    ['换货', '', 'paid'],
    // Refused at the door: given back only where it was paid before.
    ['拒收', '', 'cancelled'],
    ['拒收', '2026-03-01', 'refunded'],
    ['', '', 'pending'],
    ['', '2026-03-01', 'paid'],
    ['lost at sea', '', 'unknown'],
  ])('%s, paid on "%s": %s', (state, paid, expected) => {
    expect(stateOf(row(paid, '', state).cells)).toBe(expected)
  })

  test('a word in no table is handed over', () => expect(unknown).toEqual(['lost at sea']))
})

describe('what a row says of its state', () => {
  const read = rowStateReader(match, columns, values)
  test.each([
    [row('', '', ''), { state: null, said: null, told: null, withheld: '' }],
    [row('', '', '已退款(￥12.00)'), { state: 'partially_refunded', said: { units: 12, scale: 0 } }],
    [row('', '7.5', '已退款'), { state: 'refunded', said: null, told: { units: 75, scale: 1 } }],
    [row('', '0.00', '已退款'), { state: 'refunded', told: null, withheld: '' }],
    [row('', '7', '已付款', '退款成功'), { told: { units: 7, scale: 0 }, withheld: '' }],
    [row('', '7', '已付款', '退款中'), { told: null, withheld: '退款中' }],
    [row('', '', '已付款', '退款中'), { told: null, withheld: '' }],
  ])('$cells', (one, expected) => expect(read(one)).toMatchObject(expected))
})
