import { hash53 } from '../../values/hash.js'
import type { OrderRecord, Party } from '../record.js'
import { keysOf } from './identity.js'
import { keyKinds, kindOf } from './party-keys.js'

/** The strongest key a party has by itself, within its shop: a shop may be named later. */
function ownKey(party: Party | null): string {
  if (party === null) return ''
  const keys = keysOf({ ...party, shop: '' })
  return keyKinds.map((kind) => keys.find((key) => kindOf(key) === kind)).find((key) => key !== undefined) ?? ''
}

/** The key of an order within its shop. */
export interface OrderKey {
  readonly text: string
  /** For an order without a number: what its key says besides the currency, which another file may state or leave out. */
  readonly stem: string | null
}

/**
 * The key of an order within its shop (R3): its number or, without one, customer, day, amount and currency, to which the
 * store adds how-many-th such row of the file it is. Keys of ours begin with `~`; a platform's own number that does is told
 * apart by a second one. A currency that was assumed is no part of it.
 */
export function orderKey(record: OrderRecord): OrderKey {
  const { number } = record
  if (number !== null) return { text: number.startsWith('~') ? `~${number}` : number, stem: null }
  const text = `${ownKey(record.party)}|${record.placedOn}|${record.worth}`
  const stem = `~${hash53(text).toString(36)}${hash53(text, 1).toString(36)}~`
  return { text: record.isCurrencyAssumed ? stem : stem + record.currency, stem }
}

/** The platform's number an order key stands for; null for an order without one. */
export function orderNumber(key: string): string | null {
  if (!key.startsWith('~')) return key
  return key.startsWith('~~') ? key.slice(1) : null
}
