import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { olist } from './olist-shop.js'

/** Olist's customers: the id of one order's customer and the one that stays the same for a person. */
export const olistCustomers: Format = {
  ...olist,
  name: 'olist-customers',
  kind: 'customers',
  title: bilingual('Olist customers', 'Olist 客户'),
  must: [['customer unique id'], ['customer id']],
  any: ['customer zip code prefix', 'customer city', 'customer state'],
  fields: {
    buyerId: ['customer unique id'],
    accountId: ['customer id'],
    region: ['customer state'],
    city: ['customer city'],
    postcode: ['customer zip code prefix'],
  },
}
