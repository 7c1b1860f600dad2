import type { Field } from '../core/import/field.js'
import type { StatusClass } from '../core/import/record.js'

const words: Readonly<Record<string, StatusClass>> = {
  completed: 'paid',
  processing: 'paid',
  'on hold': 'pending',
  pending: 'pending',
  'pending payment': 'pending',
  'checkout draft': 'pending',
  draft: 'pending',
  cancelled: 'cancelled',
  failed: 'cancelled',
  trash: 'cancelled',
  refunded: 'refunded',
}

/** WooCommerce's own words of status; some exports put `wc-` before them. */
export const wooStatuses: Readonly<Record<string, StatusClass>> = {
  ...words,
  ...Object.fromEntries(Object.entries(words).map(([word, status]) => [`wc ${word}`, status])),
}

/** Columns that the order exports of two plug-ins write alike, after WooCommerce's own names. */
export const wooOrderFields = {
  currency: ['order currency'],
  note: ['customer note'],
  buyerId: ['customer id'],
  firstName: ['billing first name', 'shipping first name'],
  lastName: ['billing last name', 'shipping last name'],
  company: ['billing company', 'shipping company'],
  country: ['shipping country', 'billing country'],
  region: ['shipping state', 'billing state'],
  city: ['shipping city', 'billing city'],
  address: ['shipping address 1', 'billing address 1'],
  postcode: ['shipping postcode', 'billing postcode'],
  orderTotal: ['order total'],
  discount: ['discount total'],
  shipping: ['shipping total'],
  tax: ['tax total'],
} satisfies Partial<Record<Field, readonly string[]>>
