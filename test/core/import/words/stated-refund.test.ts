import { expect, test } from 'vitest'
import { isWholeRefund, refundInStatus } from '../../../../src/core/import/words/stated-refund.js'

const words = { statuses: {} }

test.each([
  ['已退款(￥12.00)', '12'],
  ['已退款（12.00）', '12'],
  ['refunded $5.10', '5.1'],
  ['已退款 15元', '15'],
  ['已退款 1.9', null],
  ['已退款(1.15', null],
  ['已退款(2)', null],
  ['refunded 5.1', null],
])('%s says an amount only where it is money: %s', (text, said) => {
  const { amount } = refundInStatus(text, words) ?? { amount: null }
  expect(amount === null ? null : String(amount.units / 10 ** amount.scale)).toBe(said)
})

test('what is not given back whole is not', () => {
  expect(['已全额退款', 'Fully refunded', '未全额退款', 'not fully refunded'].map(isWholeRefund)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
