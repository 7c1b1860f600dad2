/** Amounts that may stand once an order or on every line; which of the two is decided from the data (FORMATS §2). */
export const leveledFields = [
  'orderTotal',
  'discount',
  'shipping',
  'tax',
  'refundAmount',
  'fee',
  'cost',
  'goodsTotal',
  'payout',
  'collectedTax',
  'netTotal',
  'adjustedNet',
  'adjustedTotal',
] as const

export type LeveledField = (typeof leveledFields)[number]

/** Fields that say a day or a moment. */
export const dateFields = [
  'placedAt',
  'paidAt',
  'updatedAt',
  'shippedAt',
  'deliveredAt',
  'cancelledAt',
  'nextAt',
  'closeAt',
  'closedAt',
  'firstContactAt',
  'respondedAt',
  'resolvedAt',
] as const

/** Our names for what a column of an export can say. Headers are theirs, fields are ours. */
export const fields = [
  'orderId',
  'lineId',
  'reference',
  ...dateFields,
  'time',
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
  'shop',
  'channel',
  'currency',
  'feeCurrency',
  'note',
  'tags',
  'buyerId',
  'nickname',
  'account',
  'accountId',
  'sellerId',
  'buyerName',
  'firstName',
  'lastName',
  'recipientName',
  'company',
  'email',
  'phone',
  'phoneUntil',
  'consent',
  'contactPerson',
  'wechat',
  'preferredChannel',
  'language',
  'birthday',
  'anniversary',
  'interests',
  'needs',
  'background',
  'country',
  'region',
  'city',
  'address',
  'postcode',
  ...leveledFields,
  'itemAmount',
  'unitPrice',
  'unitCost',
  'quantity',
  'returnedQuantity',
  'lineDiscount',
  'discountPercent',
  'discountRate',
  'sku',
  'productName',
  'productCategory',
  'packedItems',
  'rating',
  'points',
  'level',
  'stage',
  'expectedAmount',
  'probability',
  'decisionMaker',
  'obstacle',
  'supplier',
  'severity',
  'satisfied',
  'gift',
  'giftValue',
  'occasion',
  'owner',
  'category',
  'result',
] as const

export type Field = (typeof fields)[number]

export const amountFields: readonly Field[] = [
  ...leveledFields,
  'itemAmount',
  'unitPrice',
  'unitCost',
  'lineDiscount',
  'discountPercent',
]

/** What an order cost the seller: beside the sale, so neither its currency nor a slip in it is the sale's. */
export const costFields: readonly Field[] = ['cost', 'unitCost', 'fee']

/** Amounts of the sale itself, which alone decide what currency it is in. */
export const saleFields: readonly Field[] = amountFields.filter(
  (field) => !costFields.includes(field) && field !== 'discountPercent',
)

/** A filled cell in one of these shows that a row sells something, so a blank order number belongs to the order above. */
export const productFields: readonly Field[] = ['sku', 'productName', 'quantity', 'unitPrice', 'itemAmount']

/** Amounts of a sheet that lists no sales: what is hoped for of a lead, and what a gift cost. */
export const entryAmountFields = ['expectedAmount', 'giftValue'] as const

/** Amounts that decide what currency a sheet is in: those of its sales, else those it has in their place. */
export const currencyFields: readonly Field[] = [...saleFields, ...entryAmountFields]

/** Every column whose cells are read as amounts. */
export const readAmountFields: readonly Field[] = [...amountFields, ...entryAmountFields]

export type Level = 'order' | 'line'
