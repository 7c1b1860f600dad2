import { describe, expect, test } from 'vitest'
import { detect } from '../../../src/core/import/columns/detect.js'
import { headerOf } from '../../../src/core/import/columns/header.js'
import { currencyOf } from '../../../src/core/import/deciders/currency.js'
import { readingEvidence } from '../../../src/core/import/deciders/reading.js'
import type { Format } from '../../../src/core/import/format.js'
import { readStatus } from '../../../src/core/import/orders/status.js'
import { commonStatus, statusKey } from '../../../src/core/import/words/status-words.js'
import { bilingual } from '../../../src/core/values/lang.js'
import { normaliseHeader } from '../../../src/core/values/text.js'

const format: Format = {
  name: 'made-up',
  platform: 'made-up',
  kind: 'orders',
  title: bilingual('Made up', '编造'),
  must: [['order']],
  weight: 2,
  fields: { orderId: ['order'], orderTotal: ['total'], currency: ['currency'], country: ['country'] },
  levels: { orderTotal: 'order' },
  buyerScope: 'shop',
}

const matchOf = (headers: readonly string[], more: Partial<Format> = {}) =>
  detect(headerOf(1, headers), [{ ...format, ...more }], new Map(), (text) => normaliseHeader(text).key)!

const hints = { localeCurrency: 'USD' }
const noCountry = () => null

describe('what a format can say', () => {
  const evidence = {
    text: '',
    hasStatusColumn: false,
    hasPaidColumn: true,
    isPaidDated: false,
    totalMinor: 100,
    refundMinor: 0,
  }

  test('without words of status an order is paid, unless the format goes by the payment day', () => {
    expect(readStatus(evidence).status).toBe('paid')
    expect(readStatus(evidence, { isPaidByDate: true })).toMatchObject({ status: 'pending', isPaid: false })
    expect(readStatus({ ...evidence, isPaidDated: true }, { isPaidByDate: true }).status).toBe('paid')
    // A file without the column says nothing about it.
    expect(readStatus({ ...evidence, hasPaidColumn: false }, { isPaidByDate: true }).status).toBe('paid')
  })

  test.each([
    ['pending', ['等待付款', '没有创建支付宝交易']],
    ['cancelled', ['交易取消', '订单关闭', '付款以前，卖家或买家主动关闭交易']],
    ['refunded', ['未发货，退款成功', '全额退款成功', '付款以后用户退款成功，交易自动关闭']],
    ['partially_refunded', ['部分退款成功']],
    ['paid', ['待发货', '待收货', '买家已付款，等待卖家发货', '已发货，待签收', '運送中']],
  ])('%s: what platforms write, in a sheet copied from one', (status, typed) => {
    for (const word of typed) expect(commonStatus(statusKey(word)), word).toBe(status)
  })

  test('a dash between two words of a status is a space, and one', () => {
    expect(statusKey('Shipped - Delivered to Buyer')).toBe('shipped delivered to buyer')
    expect(statusKey('wc-on-hold')).toBe('wc on hold')
  })

  test('fixed levels stand against amounts that vary within orders', () => {
    const levelOf = (more: Partial<Format>) => {
      const seen = readingEvidence(matchOf(['order', 'total'], more), hints, noCountry)
      seen.addGroup('orderTotal', true, true)
      return seen.decide().reading.levels.get('orderTotal')
    }
    expect(levelOf({})).toBe('line')
    expect(levelOf({ hasFixedLevels: true })).toBe('order')
  })

  test('of headers the platform writes twice the first counts, and the second asks nothing', () => {
    const headers = ['order', 'country', 'country']
    expect(matchOf(headers).columns.get('country')).toEqual([1, 2])
    const match = matchOf(headers, { hasTwinHeaders: true })
    expect(match.columns.get('country')).toEqual([1])
    const seen = readingEvidence(match, hints, noCountry)
    seen.addRow(['1', 'US', 'CA'])
    expect(seen.decide().undecided).toEqual([])
  })
})

describe('the order of dates that a column leaves open', () => {
  const ordersAfter = (weight: 0 | 2, ...rows: readonly (readonly string[])[]) => {
    const fields = { orderId: ['order'], placedAt: ['placed'], paidAt: ['paid'] }
    const seen = readingEvidence(matchOf(['order', 'placed', 'paid'], { fields, weight }), hints, noCountry)
    for (const row of rows) seen.addRow(['1', ...row])
    const { reading, undecided } = seen.decide()
    return [reading.dateOrders.get(1), reading.dateOrders.get(2), undecided.map(({ column }) => column)]
  }

  test('is that of the other columns of a platform', () => {
    expect(ordersAfter(2, ['04/18/2026', '04/08/2026'])).toEqual(['mdy', 'mdy', []])
    expect(ordersAfter(2, ['18.4.2026', '8.4.2026'])).toEqual(['dmy', 'dmy', []])
    // A sheet kept by hand may mix them.
    expect(ordersAfter(0, ['04/18/2026', '04/08/2026'])).toEqual(['mdy', undefined, [2]])
  })

  test('stays open where none decides, or two differ', () => {
    expect(ordersAfter(2, ['04/08/2026', '04/09/2026'])).toEqual([undefined, undefined, [1, 2]])
    expect(ordersAfter(2, ['2026-04-18', '04/08/2026'])).toEqual(['ymd', undefined, [2]])
  })
})

describe('the currency of rows that leave the column blank', () => {
  const currencyAfter = (...cells: readonly string[]) => {
    const seen = readingEvidence(matchOf(['order', 'total', 'currency']), hints, noCountry)
    for (const cell of cells) seen.addRow(['1', '5', cell])
    return seen.decide().reading.currency
  }

  test('is the only one the column names', () => {
    expect(currencyAfter('', 'JPY', 'JPY', '')).toEqual({ code: 'JPY', origin: 'column' })
    expect(currencyAfter('jpy ')).toEqual({ code: 'JPY', origin: 'column' })
  })

  test('is assumed where the column names several or none', () => {
    expect(currencyAfter('JPY', 'EUR')).toEqual({ code: 'USD', origin: 'locale' })
    expect(currencyAfter('', 'credits')).toEqual({ code: 'USD', origin: 'locale' })
  })

  test('comes before units and signs (R4)', () => {
    const match = matchOf(['order', 'total', 'currency'])
    const said = {
      match,
      units: ['USD'],
      codes: new Set(['EUR']),
      symbols: new Set(['GBP']),
      countries: new Set<string>(),
    }
    expect(currencyOf(said, hints).code).toBe('EUR')
  })
})
