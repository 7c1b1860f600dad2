import { loadDetails } from '../../src/store/details.js'
import { type Ledger, openLedger } from '../../src/store/ledger.js'
import { loadOwners } from '../../src/store/owners.js'
import { loadSnapshot } from '../../src/store/snapshot.js'

/** What a ledger says now, as plain values: no sources, batch ids, times or integer row ids. */
export interface Dump {
  readonly orders: readonly unknown[]
  readonly customers: readonly unknown[]
  readonly sharedKeys: readonly unknown[]
  /** Keys that decisions gave to, or took from, the customer of a party. */
  readonly keyUses: readonly unknown[]
  /** Who tells an order under one name with others. */
  readonly retellings: readonly unknown[]
  readonly profiles: readonly unknown[]
  readonly entries: readonly unknown[]
  readonly decisions: readonly unknown[]
  /** Who looks after which customer of the snapshot, and what is known of each besides. */
  readonly owners: readonly unknown[]
  readonly details: readonly unknown[]
  /** The same through the road that reports take. */
  readonly snapshot: unknown
}

const party = `json_array(ps.platform, ps.name, p.buyer_scope, p.buyer_id, p.account_id, p.name, p.email, p.phone, p.company, p.country, p.region, p.city, p.address, p.postcode)`

const live = 'JOIN batch b ON b.id = x.batch_id AND b.voided_at IS NULL'

/** Every current order with its lines (as a set: their order in a file is no fact), buyer and fields. */
const orders = `SELECT s.platform, s.name AS shop, k.number, o.kind, o.placed_on, o.placed_time, o.paid_on, o.delivered_on, o.status, o.is_paid, o.currency, o.total_minor, o.refund_minor,
    o.discount_minor, o.shipping_minor, o.tax_minor, o.fee_minor, o.cost_minor, o.note, o.owner, o.tags, o.consent, CASE WHEN p.id IS NOT NULL THEN ${party} END AS buyer, c.text AS customer,
    (SELECT json_group_array(line) FROM (SELECT json_array(r.sku, r.name, r.category, l.quantity, l.amount_minor) AS line FROM line l LEFT JOIN product r ON r.id = l.product_id
      WHERE l.id >= o.first_line AND l.id < o.first_line + o.line_count ORDER BY 1)) AS lines
  FROM sales_order o JOIN order_key k ON k.id = o.order_id JOIN shop s ON s.id = k.shop_id
  LEFT JOIN party p ON p.id = o.party_id LEFT JOIN shop ps ON ps.id = p.shop_id
  LEFT JOIN customer m ON m.id = p.customer_id LEFT JOIN key c ON c.id = m.key_id ORDER BY 1, 2, 3`

const customers = `SELECT k.text AS key, k.public_id, c.platform_key, c.name, c.company, c.email, c.phone, c.country, c.region, c.city, c.address, c.postcode,
    (SELECT json_group_array(member) FROM (SELECT ${party} AS member FROM party p JOIN shop ps ON ps.id = p.shop_id WHERE p.customer_id = c.id ORDER BY 1)) AS parties
  FROM customer c JOIN key k ON k.id = c.key_id ORDER BY 1`

const profiles = `SELECT DISTINCT ${party} AS party, x.consent, x.tags, x.owner, x.note, x.details FROM profile x JOIN source f ON f.id = x.source_id JOIN batch b ON b.id = f.batch_id AND b.voided_at IS NULL
  JOIN party p ON p.id = x.party_id JOIN shop ps ON ps.id = p.shop_id ORDER BY 1, 2, 3, 4, 5, 6`

const entries = `SELECT DISTINCT e.kind, e.on_day, e.next_on, e.value, e.text, e.details, e.nth, e.number, k.number AS own, CASE WHEN p.id IS NOT NULL THEN ${party} END AS party
  FROM entry e JOIN source f ON f.id = e.source_id JOIN batch b ON b.id = f.batch_id AND b.voided_at IS NULL LEFT JOIN order_key k ON k.id = e.order_id
  LEFT JOIN party p ON p.id = e.party_id LEFT JOIN shop ps ON ps.id = p.shop_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`

const decisions = [
  `SELECT 'contact', x.key, x.on_day, x.kind, x.rule, x.channel, x.result, x.text, x.next_on, x.author, x.due_on, x.sensible_on FROM contact x ${live} ORDER BY x.id`,
  `SELECT 'mark', x.key, x.kind, x.value, x.on_day FROM mark x ${live} ORDER BY x.rowid`,
  `SELECT 'grade', x.key, x.what, x.value, x.until, x.reason, x.author, x.on_day FROM grade x ${live} ORDER BY x.id`,
  `SELECT 'hand', x.key, x.field, x.value, x.on_day FROM hand_value x ${live} ORDER BY x.id`,
  `SELECT 'identity', x.kind, json_group_array(x.side || x.key) FROM identity x ${live} GROUP BY x.batch_id, x.nth ORDER BY x.batch_id, x.nth`,
  `SELECT 'setting', x.name, x.value FROM setting x ${live} ORDER BY x.rowid`,
  `SELECT 'rate', x.currency, x.base, x.rate, x.from_on FROM rate x ${live} ORDER BY x.rowid`,
]

/** Reads the dump of a ledger file. */
export function dumpLedger(path: string): Dump {
  const ledger = openLedger(path, { isReadOnly: true })
  try {
    return dumpOf(ledger)
  } finally {
    ledger.close()
  }
}

function dumpOf(ledger: Ledger): Dump {
  const rows = (sql: string) => ledger.db.prepare(sql).all()
  const snapshot = loadSnapshot(ledger)
  return {
    orders: rows(orders),
    customers: rows(customers),
    sharedKeys: rows('SELECT k.text, s.parties FROM shared_key s JOIN key k ON k.id = s.key_id ORDER BY 1'),
    keyUses: rows(
      `SELECT ${party} AS party, k.text, u.is_used FROM key_use u JOIN key k ON k.id = u.key_id JOIN party p ON p.id = u.party_id JOIN shop ps ON ps.id = p.shop_id ORDER BY 1, 2`,
    ),
    retellings: rows(
      `SELECT s.platform, s.name AS shop, k.number, ${party} AS party FROM retelling r JOIN order_key k ON k.id = r.order_id JOIN shop s ON s.id = k.shop_id
        JOIN party p ON p.id = r.party_id JOIN shop ps ON ps.id = p.shop_id ORDER BY 1, 2, 3, 4`,
    ),
    profiles: rows(profiles),
    entries: rows(entries),
    decisions: decisions.flatMap(rows),
    owners: [...loadOwners(ledger, snapshot, null)],
    details: [...loadDetails(ledger, snapshot, null)],
    snapshot: JSON.parse(JSON.stringify(snapshot, plainArrays)),
  }
}

function plainArrays(_: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value
}
