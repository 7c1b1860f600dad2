import type { Format } from '../core/import/format.js'
import { isPlaceholder } from '../core/values/text.js'

/** Etsy's files write the buyer as `Full Name (userid)`; a guest has no id. */
export const etsyBuyer: NonNullable<Format['buyer']> = (text) => {
  const account = text('account')
  const [, name, id = ''] = /^(.*?)\s*\(([^()]+)\)$/.exec(account) ?? ['', isPlaceholder(account) ? '' : account]
  const said = { buyerId: text('buyerId') || id, buyerName: text('buyerName') || name || '' }
  return { ...said, account: '' }
}

/** Where an Etsy parcel goes. */
export const etsyAddress = {
  country: ['ship country'],
  region: ['ship state'],
  city: ['ship city'],
  address: ['street 1', 'ship address1'],
  postcode: ['ship zipcode'],
}
