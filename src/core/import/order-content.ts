import { hash53 } from '../values/hash.js'
import { minorDigits } from '../values/money.js'
import type { OrderRecord } from './record.js'

/** How an order's amounts are hashed: the same for every assumed currency that has room for their decimals. */
export function contentScale({ isCurrencyAssumed, currency }: OrderRecord): number {
  return isCurrencyAssumed ? 10 ** (4 - minorDigits(currency)) : 1
}

/** 53-bit hash of everything an order says besides its lines; equal facts give equal hashes in every file. */
export function orderContent(record: OrderRecord, party: string): number {
  const scale = contentScale(record)
  const amount = (minor: number | null) => (minor === null ? null : minor * scale)
  const text = [
    record.kind,
    record.placedOn,
    record.placedTime,
    record.paidOn,
    record.statedAt,
    record.status,
    record.isPaid ? 1 : 0,
    record.isCurrencyAssumed ? '' : record.currency,
    amount(record.totalMinor),
    amount(record.refundMinor),
    amount(record.discountMinor),
    amount(record.shippingMinor),
    amount(record.taxMinor),
    amount(record.feeMinor),
    amount(record.costMinor),
    record.note,
    party,
  ].join('\u0001')
  return hash53(text)
}
