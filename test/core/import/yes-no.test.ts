import { describe, expect, test } from 'vitest'
import { answeredState, isYesNo, questionOf, saysPaid, saysYes } from '../../../src/core/import/yes-no.js'
import { normaliseHeader } from '../../../src/core/values/text.js'

const asked = (header: string) => questionOf(normaliseHeader(header).key)

test.each([
  [
    'isPaid',
    'Paid|Paid?|PAID (Y/N)|paid (yes/no)|Is Paid|Fully paid|Payment received|已付款|是否付款|是否已付款?|付款了吗|已付|收款了吗|到账|是否结清|Bezahlt|Bezahlt?|Payé|Pagado|Lunas|入金済',
  ],
  ['isRefunded', 'Refunded|Refunded?|Returned|是否退款|已退款|退货|退了吗|Erstattet|Remboursé'],
  ['isCancelled', 'Cancelled|Canceled?|Void|是否取消|已取消|作废|Storniert|Annulée'],
  [
    null,
    'Paid by|Paid at|Paid via|Amount paid|付款方式|付款时间|退款原因|取消原因|Return reason|Status|Shipped|发货|VIP|Payment',
  ],
] as const)('asks %s: %s', (field, headers) => {
  for (const header of headers.split('|')) expect([header, asked(header)]).toEqual([header, field])
})

describe('an answer', () => {
  test.each([
    [true, 'yes|Y|TRUE|是|√|✓|1|x|Ja|oui|sí|○|已'],
    [false, 'no|N|False|否|×|✗|0|-|未|没有|nein|non'],
    [null, '|maybe|WeChat|微信|20.00|2026-02-01|Paid'],
  ])('is %s: %s', (said, texts) => {
    for (const text of texts.split('|')) expect([text, saysYes(text)]).toEqual([text, said])
  })

  test('for what was paid may be an amount or a day', () => {
    expect(['20.00', '0', '0.00', '¥10', '2026-02-03', 'WeChat'].map(saysPaid)).toEqual([
      true,
      false,
      false,
      true,
      true,
      null,
    ])
  })
})

test('a column of answers holds nothing else, and no crosses beside ticks', () => {
  expect(isYesNo(['yes', 'no'])).toBe(true)
  expect(isYesNo(['x'])).toBe(true)
  expect(isYesNo(['x', '-'])).toBe(true)
  expect(isYesNo(['√', '×'])).toBe(true)
  expect(isYesNo(['√', 'x'])).toBe(false)
  expect(isYesNo(['yes', 'Visa'])).toBe(false)
  expect(isYesNo([])).toBe(false)
})

test('answers say more than the word beside them, and a refund or a cancelling most', () => {
  const of = (isPaid: boolean | null, isRefunded: boolean | null = null, isCancelled: boolean | null = null) => ({
    ...{ isPaid, isRefunded, isCancelled },
  })
  expect(answeredState('paid', of(false))).toBe('pending')
  expect(answeredState('unknown', of(false))).toBe('pending')
  expect(answeredState('pending', of(true))).toBe('paid')
  expect(answeredState('cancelled', of(true))).toBe('cancelled')
  expect(answeredState('refunded', of(false))).toBe('refunded')
  expect(answeredState('paid', of(true, true))).toBe('refunded')
  expect(answeredState('paid', of(false, true))).toBe('pending')
  expect(answeredState('paid', of(true, false, true))).toBe('cancelled')
  expect(answeredState('paid', of(null, false, false))).toBe('paid')
  expect(answeredState(null, of(null))).toBe(null)
})
