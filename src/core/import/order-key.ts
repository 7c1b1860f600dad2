import { hash53 } from '../values/hash.js'
import { minorDigits } from '../values/money.js'
import { keyKinds, keysOf, kindOf } from './identity.js'
import type { OrderRecord, Party } from './record.js'

/** The strongest key a party has by itself. */
function ownKey(party: Party | null): string {
  if (party === null) return ''
  const keys = keysOf(party)
  return keyKinds.map((kind) => keys.find((key) => kindOf(key) === kind)).find((key) => key !== undefined) ?? ''
}

/**
 * The key of an order within its shop (R3): its number or, without one, customer, day, amount and currency, to which the
 * store adds how-many-th such row of the file it is. Keys of ours begin with `~`; a platform's own number that does is told
 * apart by a second one.
 */
export function orderKey(record: OrderRecord): string {
  if (record.number !== null) return record.number.startsWith('~') ? `~${record.number}` : record.number
  const amount = (record.totalMinor ?? 0) - (record.kind === 'return' ? (record.refundMinor ?? 0) : 0)
  const worth = record.isCurrencyAssumed ? bare(amount, record.currency) : `${amount}|${record.currency}`
  const text = `${ownKey(record.party)}|${record.placedOn}|${worth}`
  return `~${hash53(text).toString(36)}${hash53(text, 1).toString(36)}`
}

/** An amount without its currency, so that an assumption made otherwise gives the same key: 12.50 is 12.5. */
function bare(minor: number, currency: string): string {
  let [units, scale] = [minor, minorDigits(currency)]
  for (; scale > 0 && units % 10 === 0; scale--) units /= 10
  return `${units}e-${scale}`
}

/** The platform's number an order key stands for; null for an order without one. */
export function orderNumber(key: string): string | null {
  if (!key.startsWith('~')) return key
  return key.startsWith('~~') ? key.slice(1) : null
}
