import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * The customers report of WooCommerce Analytics. Its user name is no key: orders know a customer by number. Orders and total
 * spend are life-time figures and no orders.
 */
export const woocommerceCustomers: Format = {
  name: 'woocommerce-customers',
  platform: 'woocommerce',
  kind: 'customers',
  title: bilingual('WooCommerce Analytics customers', 'WooCommerce 分析：客户'),
  must: [['username'], ['total spend'], ['aov']],
  any: ['name', 'last active', 'sign up', 'email', 'orders', 'postal code', 'role'],
  weight: 2,
  fields: {
    buyerName: ['name'],
    email: ['email'],
    phone: ['billing phone', 'shipping phone'],
    country: ['country region'],
    region: ['region'],
    city: ['city'],
    postcode: ['postal code'],
  },
  buyerScope: 'shop',
}
