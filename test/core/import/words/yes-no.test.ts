import { describe, expect, test } from 'vitest'
import { answeredState } from '../../../../src/core/import/orders/answers.js'
import {
  answerTo,
  isYesNo,
  mostlyAnswers,
  paidPart,
  questionOf,
  saysYes,
} from '../../../../src/core/import/words/yes-no.js'
import { normaliseHeader } from '../../../../src/core/values/text.js'

const asked = (header: string) => questionOf(normaliseHeader(header).key)

test.each([
  [
    'isPaid',
    'Paid|Paid?|PAID (Y/N)|paid (yes/no)|Is Paid|Fully paid|Payment received|已付款|是否付款|是否已付款?|付款了吗|已付|收款了吗|到账|是否结清|Bezahlt|Bezahlt?|Payé|Pagado|Lunas|入金済|Betalt|Betald|Betaald|Pagato|Zapłacone',
  ],
  [
    'isRefunded',
    'Refunded|Refunded?|Returned|是否退款|已退款|退货|退了吗|Erstattet|Remboursé|Refunderet|Återbetald|Terugbetaald|Zwrot|Retur|Returneret',
  ],
  ['isCancelled', 'Cancelled|Canceled?|Void|是否取消|已取消|作废|Storniert|Annulée|Annulleret|Geannuleerd|Anulowane'],
  [
    null,
    'Paid by|Paid at|Paid via|Amount paid|付款方式|付款时间|退款原因|取消原因|退款金额|Return reason|Status|Shipped|发货|VIP|Payment',
  ],
] as const)('asks %s: %s', (field, headers) => {
  for (const header of headers.split('|')) expect([header, asked(header)]).toEqual([header, field])
})

describe('an answer', () => {
  test.each([
    [true, 'yes|Y|TRUE|是|√|✓|1|x|Ja|oui|sí|sì|tak|○|已'],
    [false, 'no|N|False|否|×|✗|0|-|未|没有|nein|non|nej|nei|nee|nie'],
    [null, '|maybe|WeChat|微信|20.00|2026-02-01|Paid'],
  ])('is %s: %s', (said, texts) => {
    for (const text of texts.split('|')) expect([text, saysYes(text)]).toEqual([text, said])
  })

  test('for what was paid may be an amount, a day or a word for either', () => {
    const of = (...texts: string[]) => texts.map((text) => answerTo('isPaid', text))
    expect(of('20.00', '¥10', '1.000,00', '2026-02-03', '已收', 'received', '是（微信）', 'Yes (cash)')).toEqual(
      Array(8).fill(true),
    )
    expect(of('0', '0.00', '0,00', '欠', '未结', 'not yet', '货到付款', '否，下周')).toEqual(Array(8).fill(false))
    expect(of('部分', 'paid?', '微信群')).toEqual([null, null, null])
    expect(of('WeChat', '微信+现金', 'PayPal (EUR)', 'Karte')).toEqual(Array(4).fill(true))
    expect(['WeChat', '微信', 'cash'].map((text) => answerTo('isRefunded', text))).toEqual([null, null, null])
    expect(of('0,50', '1,000.00')).toEqual([true, true])
    expect(['0,50', '1,000.00', '1,5', '0;'].map(saysYes)).toEqual([null, null, null, null])
    expect(paidPart('1,000.00', '.')).toEqual({ units: 1000, scale: 0 })
  })

  test('for what was given back or cancelled may be a day', () => {
    expect(answerTo('isRefunded', '2026-02-03')).toBe(true)
    expect(answerTo('isCancelled', '2月3日')).toBe(true)
    expect(['20.00', '退10元'].map((text) => answerTo('isRefunded', text))).toEqual([null, null])
    expect(answerTo('isRefunded', '全退')).toBe(true)
  })
})

test('a column that mostly answers may hold words of state and others beside', () => {
  expect(mostlyAnswers('isPaid', ['yes', 'no', 'maybe'])).toBe(true)
  expect(mostlyAnswers('isPaid', ['已付', '待付款', '2026-02-03'])).toBe(true)
  expect(mostlyAnswers('isPaid', ['微信', '支付宝', '欠'])).toBe(true)
  expect(mostlyAnswers('isPaid', ['微信群', '朋友圈', '欠'])).toBe(false)
  expect(mostlyAnswers('isRefunded', ['微信', '支付宝'])).toBe(false)
  expect(mostlyAnswers('isPaid', ['√', 'x'])).toBe(false)
  expect(mostlyAnswers('isPaid', [])).toBe(false)
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
  expect(answeredState('paid', { ...of(null), state: 'refunded' })).toBe('refunded')
})
