import { inShopCurrency, type OrderVersion } from '../core/import/told/order-version.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { ledgerSetting } from './settings.js'

/** Strongest kind of key a party row has, as `OrderVersion.partyRank`. */
export const partyRank = (party: string): string =>
  `CASE WHEN ${party}.buyer_id <> '' OR ${party}.account_id <> '' THEN 0 WHEN ${party}.email <> '' THEN 1 WHEN ${party}.phone <> '' THEN 2 WHEN ${party}.name <> '' THEN 3 ELSE 9 END`

/** Columns of an order version, named as core knows them; `v` is order_version, `s` its source. */
const versionColumns = `s.aspects AS aspects, v.stated_at AS statedAt, v.kind, v.party_id AS partyId, ${partyRank('y')} AS partyRank, v.placed_on AS placedOn,
  v.placed_time AS placedTime, v.paid_on AS paidOn, v.delivered_on AS deliveredOn, v.status, v.is_paid AS isPaid, v.currency, v.is_currency_assumed AS isCurrencyAssumed, v.total_minor AS totalMinor,
  v.refund_minor AS refundMinor, v.refund_number AS refundNumber, v.refund_rows AS refundRows, v.discount_minor AS discountMinor, v.shipping_minor AS shippingMinor, v.tax_minor AS taxMinor,
  v.fee_minor AS feeMinor, v.cost_minor AS costMinor, v.note, v.owner, v.tags, v.consent, v.first_line AS firstLine, v.line_count AS lineCount`

/** Leaves versions `v` that batches not taken back have given. */
export const inLiveSource = `JOIN source s ON s.id = v.source_id ${inForce('s')}`

export const liveVersions = `order_version v ${inLiveSource}`

/** A version and the batch that brought it first. */
export type BatchedVersion = OrderVersion & { readonly batch: number }

const eachVersion = `SELECT v.order_id AS orderId, min(v.id) AS id, s.batch_id AS batch, ${versionColumns} FROM ${liveVersions} LEFT JOIN party y ON y.id = v.party_id`

/**
 * Reads the live versions of some orders, oldest arrival first; one said several times is there once, as of its first arrival.
 * Where a file did not name the currency, it is the one the seller decided since (R4).
 */
export function versionReader(ledger: Ledger): (orders: readonly number[]) => ReadonlyMap<number, BatchedVersion[]> {
  // SQLite takes the other columns from the row of the minimum.
  const select = ledger.db.prepare(
    `${eachVersion} WHERE v.order_id IN (SELECT value FROM json_each(?)) GROUP BY v.order_id, v.content, s.aspects ORDER BY 1, 2`,
  )
  const currency = ledgerSetting(ledger, 'shop.currency')
  return (orders) => {
    const versions = new Map<number, BatchedVersion[]>()
    for (const row of select.all(JSON.stringify(orders)) as (BatchedVersion & { readonly orderId: number })[]) {
      const own = versions.get(row.orderId) ?? []
      versions.set(row.orderId, own)
      own.push(inShopCurrency(row, currency))
    }
    return versions
  }
}

/** The same for every order a query selects. */
export function* versionsOf(ledger: Ledger, orders: string): Generator<readonly BatchedVersion[]> {
  const currency = ledgerSetting(ledger, 'shop.currency')
  const rows = ledger.db
    .prepare(`${eachVersion} WHERE v.order_id IN (${orders}) GROUP BY v.order_id, v.content, s.aspects ORDER BY 1, 2`)
    .iterate() as IterableIterator<BatchedVersion & { readonly orderId: number }>
  let [orderId, versions] = [0, [] as BatchedVersion[]]
  for (const row of rows) {
    if (row.orderId !== orderId && versions.length > 0) {
      yield versions
      versions = []
    }
    orderId = row.orderId
    versions.push(inShopCurrency(row, currency))
  }
  if (versions.length > 0) yield versions
}
