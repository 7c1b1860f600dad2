import { giftFields, graveFields, leadFields, leadWordFields, remedyFields, wordFields } from './entry-row.js'
import type { Field } from './field.js'
import type { Format } from './format.js'
import type { EntryKind } from './record.js'
import { toldFields } from './told-details.js'

/** What a sheet of sales keeps nothing of, though its columns may have a word for it. */
const besideOrders: readonly Field[] = [
  ...(['channel', 'level', 'stage', 'category', 'result', 'nextAt', 'points'] as const),
  ...leadFields,
  ...leadWordFields,
  ...remedyFields,
  ...graveFields,
  ...giftFields,
  ...toldFields,
]

/** What a sheet of customers keeps of each; the day is that of a rating, a balance, or an order to be read. */
const ofCustomers: readonly Field[] = [
  ...(['buyerId', 'nickname', 'account', 'accountId', 'buyerName', 'firstName', 'lastName', 'recipientName'] as const),
  ...(['company', 'email', 'phone', 'country', 'region', 'city', 'address', 'postcode'] as const),
  ...(['shop', 'consent', 'tags', 'owner', 'note', 'rating', 'points', 'orderId', 'placedAt'] as const),
  ...toldFields,
]
const ofEntries: readonly Field[] = [...ofCustomers, ...wordFields, 'nextAt']
const ofLeads: readonly Field[] = [...ofEntries, ...leadFields, ...leadWordFields, 'currency']
const ofComplaints: readonly Field[] = [...ofEntries, ...remedyFields, ...graveFields]
const ofGifts: readonly Field[] = [...ofEntries, ...giftFields, 'quantity', 'currency']

/** Whether anything is kept of a field in a plain sheet of this format; a platform's own layout says itself what of it is used. */
export function isKept({ kind, fields, entry }: Format, field: Field): boolean {
  if (fields !== 'aliases') return true
  if (kind === 'orders') return !besideOrders.includes(field)
  return kind !== 'customers' || keptOf(entry).includes(field)
}

function keptOf(entry: Format['entry']): readonly Field[] {
  if (entry === undefined) return ofCustomers
  const own: Readonly<Partial<Record<EntryKind, readonly Field[]>>> = {
    ...{ lead: ofLeads, complaint: ofComplaints, gift: ofGifts },
  }
  return own[entry] ?? ofEntries
}
