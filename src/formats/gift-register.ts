import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { buyer, days, words } from './entry-words.js'

const givenOn =
  '赠送日期|送礼日期|赠送时间|送礼时间|送出日期|寄出日期|gift date|date given|given on|date of gift|gifted on|sent on'.split(
    '|',
  )
const values = '价值|金额|费用|花费|成本|总价|价格|单价|value|amount|total cost|total|spent|cost|worth|price'.split('|')
const occasions =
  '节日|事由|场合|送礼事由|送礼原因|送礼节日|送礼场合|赠送原因|赠送事由|原因|名目|用途|节日事由|occasion|reason|festival|holiday|event|purpose|given for'.split(
    '|',
  )
/** Orders have reasons too, and no occasions. */
const onlyOccasions = occasions.filter((word) => !/^(?:原因|名目|用途|reason|holiday|event|purpose)$/.test(word))
const replies = '客户回应|回应|客户反馈|反馈|反馈单|客户回复|回复|reply|customer reply|response|thanks'.split('|')
const reasons = 'note|notes|remark|remarks|comment|备注|说明'.split('|')
/** A register numbers its rows as well. */
const numbers = ['编号', '流水号', '单号']

const registers =
  /(?:礼品|礼物)(?:赠送|发放|登记|记录|台账)|送礼|赠礼|\bgift (?:register|list|log|book|record)s?\b|\bgifts? given\b/i

/** `2026年礼品登记表.xlsx`, and no orders of a gift shop. */
const isRegister = (name: string): boolean =>
  registers.test(name.replace(/[_-]+/g, ' ')) && !/订单|销售|order|sale/i.test(name)

/** A row a gift that was given (R21): what, to whom, when, what it cost and what for. Nothing of it is a sale. */
export const giftRegister: Format = {
  name: 'gift-register',
  platform: 'sheet',
  kind: 'customers',
  entry: 'gift',
  title: bilingual('Gift register', '礼品登记表'),
  must: [
    buyer,
    words('gift'),
    [...givenOn, ...words('placedAt', 'paidAt')],
    [...values, ...words('giftValue', 'orderTotal', 'unitPrice')],
  ],
  not: [
    ...words('orderId').filter((word) => !numbers.includes(word)),
    ...words('productName', 'sku', 'itemAmount', 'productCategory'),
  ],
  notUnless: { headers: words('quantity'), others: onlyOccasions, isCalledSo: isRegister },
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
  title: bilingual('Gift list', '送礼清单'),
  must: [buyer, words('gift')],
}
