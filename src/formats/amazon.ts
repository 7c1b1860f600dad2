import type { Extra, RowTexts } from '../core/import/format.js'
import type { SkipReason } from '../core/import/record.js'

/**
 * Amounts of Amazon's reports: all of them of the line, `item-price` for all its pieces. Taxes are inside the prices or
 * Amazon's to remit, and never added (R2).
 */
export const amazonAmounts = {
  fields: {
    currency: ['currency'],
    shipping: ['shipping price', 'gift wrap price'],
    discount: ['item promotion discount', 'ship promotion discount'],
    collectedTax: ['item tax', 'shipping tax', 'gift wrap tax'],
    itemAmount: ['item price'],
  },
  levels: { shipping: 'line', discount: 'line', collectedTax: 'line' },
  sums: ['shipping', 'discount', 'collectedTax'],
} as const

/** What is added to the lines of an Amazon order, and taken off. */
export const amazonExtras: readonly Extra[] = ['shipping', 'discount']

/** Who bought and where the parcel goes; the e-mail address is one of Amazon's own. */
export const amazonBuyer = {
  buyerName: ['buyer name'],
  recipientName: ['recipient name'],
  company: ['buyer company name'],
  email: ['buyer email'],
  phone: ['buyer phone number', 'ship phone number'],
}

/** Where an Amazon parcel goes. */
export const amazonAddress = {
  country: ['ship country'],
  region: ['ship state'],
  city: ['ship city'],
  address: ['ship address 1'],
  postcode: ['ship postal code'],
}

/** What Amazon ships for orders of other shops is no sale on Amazon. */
export function skipOtherChannels(row: RowTexts): SkipReason | null {
  return /^non-amazon/i.test(row.text('channel')) ? 'not-a-sale' : null
}
