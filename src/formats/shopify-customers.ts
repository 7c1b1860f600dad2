import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Shopify's customers export, in its layouts of before and after 2022. Ids, phones and postcodes carry a leading `'`;
 * `Total Spent` and `Total Orders` are life-time figures and no orders.
 */
export const shopifyCustomers: Format = {
  name: 'shopify-customers',
  platform: 'shopify',
  kind: 'customers',
  title: bilingual('Shopify customers export', 'Shopify 客户导出'),
  must: [['first name'], ['last name'], ['email'], ['accepts email marketing', 'accepts marketing']],
  any: [
    'customer id',
    'total spent',
    'total orders',
    'tax exempt',
    'tags',
    'accepts sms marketing',
    'default address city',
    'province code',
  ],
  weight: 2,
  fields: {
    buyerId: ['customer id'],
    firstName: ['first name'],
    lastName: ['last name'],
    company: ['default address company', 'company'],
    email: ['email'],
    phone: ['phone', 'default address phone'],
    consent: ['accepts email marketing', 'accepts marketing'],
    country: ['default address country code', 'country code', 'country'],
    region: ['default address province code', 'province', 'province code'],
    city: ['default address city', 'city'],
    address: ['default address address1', 'address1'],
    postcode: ['default address zip', 'zip'],
    tags: ['tags'],
    note: ['note'],
  },
  buyerScope: 'shop',
  country: 'US',
}
