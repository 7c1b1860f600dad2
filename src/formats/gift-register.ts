import type { Format } from '../core/import/format.js'
import { buyer, days, words } from './entry-words.js'

const givenOn =
  '赠送日期|送礼日期|赠送时间|送礼时间|送出日期|寄出日期|gift date|date given|given on|date of gift|gifted on|sent on'.split(
    '|',
  )
const values = '价值|金额|费用|花费|成本|价格|单价|总价|value|amount|cost|price|spent|total|total cost|worth'.split('|')
const occasions =
  '节日|事由|场合|送礼事由|送礼原因|送礼节日|送礼场合|赠送原因|赠送事由|原因|名目|用途|节日事由|occasion|reason|festival|holiday|event|purpose|given for'.split(
    '|',
  )
const replies = '客户回应|回应|客户反馈|反馈|反馈单|客户回复|回复|reply|customer reply|response|thanks'.split('|')
const reasons = 'note|notes|remark|remarks|comment|备注|说明'.split('|')
/** A register numbers its rows as well. */
const numbers = ['编号', '流水号', '单号']

/** A row a gift that was given (R21): what, to whom, when, what it cost and what for. Nothing of it is a sale. */
export const giftRegister: Format = {
  name: 'gift-register',
  platform: 'sheet',
  kind: 'customers',
  entry: 'gift',
  words: { en: { title: 'Gift register' }, zh: { title: '礼品登记表' } },
  must: [
    buyer,
    words('gift'),
    [...givenOn, ...words('placedAt', 'paidAt')],
    [...values, ...words('giftValue', 'orderTotal', 'unitPrice')],
  ],
  not: [
    ...words('orderId').filter((word) => !numbers.includes(word)),
    ...words('productName', 'sku', 'quantity', 'itemAmount', 'productCategory'),
  ],
  weight: 1,
  fields: 'aliases',
  ownWords: {
    gift: words('gift'),
    giftValue: [...words('giftValue'), ...values, ...words('orderTotal', 'unitPrice')],
    placedAt: [...givenOn, ...days],
    occasion: occasions,
    result: replies,
    note: reasons,
  },
  buyerScope: 'shop',
}

/** The same without what gifts cost, or without their days, which are asked for. */
export const giftList: Format = {
  ...giftRegister,
  name: 'gift-list',
  words: { en: { title: 'Gift list' }, zh: { title: '送礼清单' } },
  must: [buyer, words('gift')],
}
