import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/** Stripe's customers export; `Total Spend` and `Payment Count` are life-time figures and no payments. */
export const stripeCustomers: Format = {
  name: 'stripe-customers',
  platform: 'stripe',
  kind: 'customers',
  title: bilingual('Stripe customers', 'Stripe 客户'),
  must: [['total spend'], ['payment count']],
  any: ['id', 'email', 'name', 'delinquent', 'refunded volume', 'dispute losses', 'created (utc)'],
  weight: 2,
  fields: {
    buyerId: ['id'],
    buyerName: ['name'],
    email: ['email'],
    phone: ['phone'],
    note: ['description'],
  },
  buyerScope: 'shop',
}
