import type { OrderCells } from '../core/import/format.js'
import type { OrderRecord } from '../core/import/record.js'

/**
 * Takes off the total the tax eBay collects and remits, where it is in it, and what was given back: eBay writes no refunds,
 * but a total below goods and shipping is what is left of them.
 */
export function settleEbayOrder(order: OrderRecord, cells: OrderCells): void {
  if (order.totalMinor === null) return
  const asked = askedFor(order)
  const tax = cells.minor('collectedTax') ?? 0
  if (isTaxInside(cells.text('taxIncluded'), order.totalMinor - tax, asked)) order.totalMinor -= tax
  if (asked === null || !order.isPaid || order.totalMinor >= asked) return
  order.refundMinor = asked - order.totalMinor
  order.totalMinor = asked
  order.status = order.refundMinor === asked ? 'refunded' : 'partially_refunded'
}

/** What goods and shipping come to; null where a line does not say. */
function askedFor({ lines, shippingMinor }: OrderRecord): number | null {
  const known = lines.flatMap(({ amountMinor }) => (amountMinor === null ? [] : [amountMinor]))
  if (known.length === 0 || known.length < lines.length) return null
  return known.reduce((sum, minor) => sum + minor, 0) + (shippingMinor ?? 0)
}

/** Reports before the column that says so leave it to the arithmetic. */
function isTaxInside(said: string, without: number, asked: number | null): boolean {
  if (said !== '') return /^(?:yes|y|ja|true)$/i.test(said)
  return without >= (asked ?? 0)
}

/** A footer ("3 record(s) downloaded", the seller's name) sells nothing and comes to nothing. */
export function isEbayFooter(text: (field: 'orderTotal' | 'productName' | 'sku' | 'unitPrice') => string): boolean {
  return (['orderTotal', 'productName', 'sku', 'unitPrice'] as const).every((field) => text(field) === '')
}
