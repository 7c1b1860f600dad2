import type { Party } from '../core/import/record.js'

/** Columns of a party besides its platform and shop, as core names them; `p` is the table. */
export const partyColumns = `p.buyer_scope AS buyerScope, p.buyer_id AS buyerId, p.account_id AS accountId, p.name, p.email, p.phone, p.company, p.country, p.region, p.city,
  p.address, p.postcode`

/** A ledger party, selected with its id; `p` is party, `shop` its shop. */
export const selectParties = `SELECT p.id, shop.platform, shop.name AS shop, ${partyColumns} FROM party p JOIN shop ON shop.id = p.shop_id`

export type PartyRow = Party & { readonly id: number }

/**
 * From a key (`k`) to the parties (`p`) and customers (`who`) it names now. A name names only the customer who is known by
 * nothing else: others of that name have a stronger key.
 */
export const customersOfKey = `JOIN party_key pk ON pk.key_id = k.id JOIN party p ON p.id = pk.party_id
  JOIN customer who ON who.id = p.customer_id AND (k.id = who.key_id OR substr(k.text, 1, 1) <> 'n')`
