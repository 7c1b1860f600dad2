import type { Party } from '../core/import/record.js'

/** Columns of a party besides its platform and shop, as core names them; `p` is the table. */
export const partyColumns = `p.buyer_scope AS buyerScope, p.buyer_id AS buyerId, p.name, p.email, p.phone, p.company, p.country, p.region, p.city,
  p.address, p.postcode`

/** A ledger party, selected with its id; `p` is party, `shop` its shop. */
export const selectParties = `SELECT p.id, shop.platform, shop.name AS shop, ${partyColumns} FROM party p JOIN shop ON shop.id = p.shop_id`

export type PartyRow = Party & { readonly id: number }
