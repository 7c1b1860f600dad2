import type { Party } from '../core/import/record.js'
import { foldName, keysOf } from '../core/import/told/identity.js'
import type { PartyKeys } from '../core/import/told/party-keys.js'
import { retoldLabel } from '../core/import/told/retold.js'

/** Columns of a party besides its platform and shop, as core names them; `p` is the table. */
export const partyColumns = `p.buyer_scope AS buyerScope, p.buyer_id AS buyerId, p.account_id AS accountId, p.name, p.email, p.phone, p.company, p.country, p.region, p.city,
  p.address, p.postcode`

/** A ledger party, selected with its id; `p` is party, `shop` its shop. */
export const selectParties = `SELECT p.id, shop.platform, shop.name AS shop, ${partyColumns},
  (SELECT group_concat(iif(r.is_buyer, '*', '') || r.order_id) FROM retelling r WHERE r.party_id = p.id) AS retold FROM party p JOIN shop ON shop.id = p.shop_id`

export interface PartyRow extends Party {
  readonly id: number
  /** Orders that others tell under the same name too, by their numbers in the ledger with commas between; with a star those it bought. */
  readonly retold: string | null
}

function retoldLabels(retold: string): Pick<PartyKeys, 'told' | 'buys'> {
  const orders = retold.split(',')
  const bought = orders.filter((order) => order.startsWith('*'))
  const labelOf = (order: string) => retoldLabel(order.replace('*', ''))
  return { told: orders.map(labelOf), ...(bought.length > 0 ? { buys: new Set(bought.map(labelOf)) } : {}) }
}

/** What resolving customers needs to know of a party. */
export function partyKeys(party: PartyRow): PartyKeys {
  return {
    id: party.id,
    platform: party.platform,
    buyerId: party.buyerId,
    name: foldName(party.name),
    keys: keysOf(party),
    ...(party.retold === null ? {} : retoldLabels(party.retold)),
  }
}

/**
 * Whether a key (`k`) of a party (`pk`) names its customer (`who`). A name names only the customer who is known by nothing
 * else: others of that name have a stronger key. Decisions make exceptions (`u`, of key_use).
 */
export const namesCustomer = (k: string, pk: string, who: string): string =>
  `coalesce((SELECT u.is_used FROM key_use u WHERE u.party_id = ${pk}.party_id AND u.key_id = ${pk}.key_id), ${k}.id = ${who}.key_id OR substr(${k}.text, 1, 1) <> 'n')`

/** From a key (`k`) to the parties (`p`) and customers (`who`) it names now. */
export const customersOfKey = `JOIN party_key pk ON pk.key_id = k.id JOIN party p ON p.id = pk.party_id
  JOIN customer who ON who.id = p.customer_id AND ${namesCustomer('k', 'pk', 'who')}`
