import { bilingual } from '../../values/lang.js'
import { type Dimension, NO_GROUP, wholeCustomer } from './dimension.js'

const names = bilingual<Readonly<Record<string, string>>>(
  { 'end-user': 'end user', reseller: 'reseller', gift: 'gift buyer' },
  { 'end-user': '终端买家', reseller: '转销型买家', gift: '礼品买家' },
)

/** R13: what customers buy for, as set by hand or proposed. */
export const buyerType: Dimension = {
  words: bilingual(
    {
      label: 'Buyer type',
      title: 'Customers by buyer type',
      none: '(no buyer type)',
      several: '',
      unknown:
        'No customer has a buyer type yet, and nothing proposes one. Set one: crm edit CUSTOMER --buyer-type reseller',
    },
    {
      label: '买家类型',
      title: '各买家类型的客户',
      none: '（没有买家类型）',
      several: '',
      unknown: '还没有客户标明买家类型，也看不出来。设定：crm edit 客户 --buyer-type reseller',
    },
  ),
  asksFor: 'buyerType',
  partsOf: (facts) => wholeCustomer(facts, (customer) => [facts.said.get(customer) ?? NO_GROUP]),
  nameOf: (type, lang) => names[lang][type] ?? type,
}
