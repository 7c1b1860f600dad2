import type { Field } from '../field.js'

/** Groups of fields of an order that are taken together from one version. */
const aspects = {
  party: [
    'buyerId',
    'nickname',
    'account',
    'accountId',
    'buyerName',
    'firstName',
    'lastName',
    'email',
    'phone',
    'recipientName',
  ],
  status: ['status', 'parcelState', 'paidAt'],
  total: ['orderTotal', 'goodsTotal', 'itemAmount', 'unitPrice'],
  refund: ['refundAmount', 'adjustedNet'],
  discount: ['discount'],
  shipping: ['shipping'],
  tax: ['tax'],
  fee: ['fee'],
  cost: ['cost', 'unitCost'],
  paid: ['paidAt'],
  note: ['note'],
  lines: ['sku', 'productName', 'productCategory', 'packedItems', 'itemAmount', 'unitPrice', 'quantity'],
  owner: ['owner'],
  tags: ['tags'],
  delivered: ['deliveredAt'],
  consent: ['consent'],
} as const satisfies Record<string, readonly Field[]>

export type Aspect = keyof typeof aspects

const aspectNames = Object.keys(aspects) as Aspect[]

/** Bits above those an export speaks of: the aspects in which it is believed before others. There is room for sixteen. */
const ownShift = 16

/** Bits that record which aspects of an order a file with these fields speaks of, and in which of them it is believed first. */
export function aspectBits(has: ReadonlySet<Field>, owns: readonly Aspect[] = []): number {
  const speaks = (name: Aspect) => aspects[name].some((field) => has.has(field))
  return aspectNames.reduce((bits, name, at) => {
    if (!speaks(name)) return bits
    return bits | (1 << at) | (owns.includes(name) ? 1 << (at + ownShift) : 0)
  }, 0)
}

/** The bit of an aspect a file speaks of. */
export function aspectBit(aspect: Aspect): number {
  return 1 << aspectNames.indexOf(aspect)
}

/** Whether a version with these bits speaks of an aspect. */
export function speaksOf({ aspects: bits }: { readonly aspects: number }, aspect: Aspect): boolean {
  return (bits & aspectBit(aspect)) !== 0
}

/** Whether a version with these bits is believed in an aspect before others. */
export function ownsAspect({ aspects: bits }: { readonly aspects: number }, aspect: Aspect): boolean {
  return (bits & (1 << (aspectNames.indexOf(aspect) + ownShift))) !== 0
}
