import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { olist } from './olist-shop.js'

/** Olist's reviews: what the buyer gave an order, 1–5; they name the order and nobody. */
export const olistReviews: Format = {
  ...olist,
  name: 'olist-reviews',
  kind: 'customers',
  entry: 'rating',
  title: bilingual('Olist reviews', 'Olist 评价'),
  must: [['review score'], ['order id']],
  any: ['review id', 'review comment title', 'review comment message', 'review creation date'],
  fields: {
    orderId: ['order id'],
    lineId: ['review id'],
    placedAt: ['review creation date'],
    rating: ['review score'],
    note: ['review comment message', 'review comment title'],
  },
  dateOrder: 'mdy',
}
