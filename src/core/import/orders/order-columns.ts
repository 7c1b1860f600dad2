import type { Match } from '../columns/detect.js'
import { costFields, type Field, type LeveledField, leveledFields, productFields } from '../field.js'

/** Texts an order keeps: the first non-blank of its rows. */
const textFields: readonly Field[] = [
  ...([
    'status',
    'refundStatus',
    'isPaid',
    'isRefunded',
    'isCancelled',
    'parcelState',
    'closeReason',
    'type',
    'taxIncluded',
    'effect',
    'reference',
    'cancelledAt',
    'shop',
    'note',
    'tags',
    'consent',
    'owner',
    'buyerId',
    'nickname',
    'account',
    'accountId',
    'buyerName',
  ] as const),
  ...(['firstName', 'lastName', 'recipientName', 'company', 'email', 'phone', 'phoneUntil', 'sellerId'] as const),
  ...(['country', 'region', 'city', 'address', 'postcode', 'rating'] as const),
]

const momentFields: readonly Field[] = ['updatedAt', 'cancelledAt', 'shippedAt', 'deliveredAt', 'paidAt']
const buyerFields: readonly Field[] = [
  'buyerId',
  'nickname',
  'accountId',
  'buyerName',
  'email',
  'phone',
  'account',
  'recipientName',
]

/** What is said of one item of an order, and nothing else of it. */
const itemFields: readonly Field[] = [
  ...(['sku', 'productName', 'productCategory', 'quantity', 'returnedQuantity', 'unitPrice', 'itemAmount'] as const),
  ...(['lineDiscount', 'discountPercent', 'unitCost'] as const),
]

/** Where the fields of an order sheet stand, looked up once a sheet. */
export interface OrderColumns {
  of(field: Field): readonly number[]
  /** Unit in the header of a column, as written. */
  unitOf(column: number): string | null
  /** The normalised header of a column. */
  keyOf(column: number): string
  readonly id: readonly number[]
  /** The order day, or the payment day in files that have no other. */
  readonly placed: readonly number[]
  readonly paid: readonly number[]
  /** The sheet has a payment day besides the order day. */
  readonly hasPaid: boolean
  /** The time of the order day, where it has a column of its own. */
  readonly time: readonly number[]
  /** What else tells how new a row is; of each, whether it is when the goods came. */
  readonly moments: readonly { readonly isDelivery: boolean; readonly columns: readonly number[] }[]
  readonly texts: readonly { readonly field: Field; readonly columns: readonly number[] }[]
  /** Amounts of the sale. */
  readonly amounts: readonly { readonly field: LeveledField; readonly columns: readonly number[] }[]
  /** Cost and fee of an order. */
  readonly costs: readonly { readonly field: LeveledField; readonly columns: readonly number[] }[]
  readonly products: readonly number[]
  /** The sheet tells of items at all. */
  readonly hasProducts: boolean
  /** The amount stands in two parts, a deposit and what is due after it. */
  readonly hasParts: boolean
  /** SKU and product name: what makes a row an item of its own. */
  readonly items: readonly number[]
  readonly buyers: readonly number[]
  /** Every column that says anything of the order besides its items. */
  readonly ofOrder: readonly number[]
}

export function orderColumns(match: Match): OrderColumns {
  const of = (field: Field): readonly number[] => match.columns.get(field) ?? []
  const all = (list: readonly Field[]) => list.flatMap((field) => [...of(field)])
  const leveled = leveledFields
    .map((field) => ({ field, columns: of(field) }))
    .filter((entry) => entry.columns.length > 0)
  const placed = of('placedAt')
  return {
    of,
    unitOf: (column) => match.header.units[column] ?? null,
    keyOf: (column) => match.header.keys[column] ?? '',
    id: of('orderId'),
    placed: placed.length > 0 ? placed : of('paidAt'),
    paid: of('paidAt'),
    hasPaid: placed.length > 0 && of('paidAt').length > 0,
    time: of('time'),
    moments: momentFields
      .map((field) => ({ isDelivery: field === 'deliveredAt', columns: of(field) }))
      .filter((moment) => moment.columns.length > 0),
    texts: textFields.map((field) => ({ field, columns: of(field) })).filter((entry) => entry.columns.length > 0),
    amounts: leveled.filter(({ field }) => !costFields.includes(field)),
    costs: leveled.filter(({ field }) => costFields.includes(field)),
    products: all(productFields),
    hasProducts: all([...productFields, 'productCategory', 'packedItems']).length > 0,
    // Else two columns of amounts are twins, of one name.
    hasParts:
      match.format.fields === 'aliases' && new Set(of('orderTotal').map((at) => match.header.keys[at])).size > 1,
    items: all(['sku', 'productName']),
    buyers: all(buyerFields),
    ofOrder: all([...match.columns.keys()].filter((field) => !itemFields.includes(field))),
  }
}
