import { currentOrder } from '../core/import/told/current-order.js'
import { keysOf } from '../core/import/told/identity.js'
import { publicId } from '../core/values/hash.js'
import { bestValues, smallest, valueFields } from './best-values.js'
import { formerCustomers } from './former-customers.js'
import { handValues, valuesByHand } from './hand-values.js'
import { spreadOverKeys } from './identity.js'
import { decidedKeys, inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { keepDecided, liveCustomers, ownKeys } from './live-customers.js'
import { isCalled, orderNumbered, spellingsOf } from './order-of-row.js'
import { inPages, pagesOf } from './pages.js'
import { type PartyRow, selectParties } from './parties.js'
import { weighPayments } from './payments.js'
import { forgetRetellings, retellingWriter, touchRetellings } from './retellings.js'
import { ledgerSetting } from './settings.js'
import { liveVersions, versionReader } from './versions.js'

/**
 * Keys whose derived rows are out of date: fill `touched_order` and `touched_party`, then call `derive`. Deriving what was
 * touched and deriving everything give the same tables.
 */
export function prepareTouched(ledger: Ledger): void {
  ledger.db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS touched_order (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS touched_party (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS derived_customer (id INTEGER PRIMARY KEY, change TEXT);
    CREATE TEMP TABLE IF NOT EXISTS kept_party (id INTEGER PRIMARY KEY);
    DELETE FROM touched_order;
    DELETE FROM touched_party;
    DELETE FROM derived_customer;
    DELETE FROM kept_party;`)
}

/** Marks what a batch decided about: the parties that carry its keys, and orders of an assumed currency when it names another. */
export function touchDecided(ledger: Ledger, batch: number): void {
  const setsCurrency = ledger.db
    .prepare("SELECT 1 FROM setting WHERE batch_id = ? AND name = 'shop.currency'")
    .get(batch)
  if (setsCurrency !== undefined)
    ledger.db.exec(
      'INSERT OR IGNORE INTO touched_order SELECT order_id FROM order_version WHERE is_currency_assumed = 1',
    )
  ledger.db
    .prepare(`INSERT OR IGNORE INTO touched_party SELECT pk.party_id FROM party_key pk JOIN key k ON k.id = pk.key_id
      WHERE k.text IN (SELECT key FROM (${decidedKeys} UNION SELECT key, batch_id FROM identity) WHERE batch_id = @batch)`)
    .run({ batch })
}

/** Marks everything as touched. */
export function touchAll(ledger: Ledger): void {
  prepareTouched(ledger)
  ledger.db.exec('INSERT INTO touched_order SELECT id FROM order_key; INSERT INTO touched_party SELECT id FROM party;')
}

/**
 * Brings current orders and customers up to date with the live versions of what was touched, and leaves the customers made
 * and changed in `derived_customer`. Runs inside a write.
 */
export function derive(ledger: Ledger): void {
  deriveOrders(ledger)
  weighPayments(ledger)
  touchNamedByOrders(ledger)
  deriveCustomers(ledger)
}

const orderColumns = `party_id, kind, placed_on, placed_time, paid_on, delivered_on, status, is_paid, currency, total_minor, refund_minor, discount_minor,
  shipping_minor, tax_minor, fee_minor, cost_minor, note, owner, tags, consent, first_line, line_count`

function deriveOrders(ledger: Ledger): void {
  const { db } = ledger
  const orderVersionColumns = orderColumns.replace(/\w+/g, 'v.$&')
  const orAssumed = ledgerSetting(ledger, 'shop.currency') === null ? '' : 'OR max(v.is_currency_assumed) = 1'
  forgetRetellings(ledger)
  db.exec(`
    DELETE FROM sales_order WHERE order_id IN (SELECT id FROM touched_order);
    CREATE TEMP TABLE IF NOT EXISTS composed_order (id INTEGER PRIMARY KEY);
    DELETE FROM composed_order;
    INSERT INTO composed_order SELECT v.order_id FROM ${liveVersions} JOIN touched_order t ON t.id = v.order_id
      GROUP BY v.order_id HAVING count(*) > 1 ${orAssumed};
    INSERT INTO sales_order (order_id, version_id, ${orderColumns})
      SELECT v.order_id, v.id, ${orderVersionColumns} FROM ${liveVersions} JOIN touched_order t ON t.id = v.order_id
      WHERE t.id NOT IN (SELECT id FROM composed_order) ORDER BY v.order_id;`)
  const versions = versionReader(ledger)
  const insert =
    db.prepare(`INSERT INTO sales_order (order_id, version_id, ${orderColumns}) VALUES (@orderId, @versionId, @partyId, @kind, @placedOn,
    @placedTime, @paidOn, @deliveredOn, @status, @isPaid, @currency, @totalMinor, @refundMinor, @discountMinor, @shippingMinor, @taxMinor, @feeMinor, @costMinor,
    @note, @owner, @tags, @consent, @firstLine, @lineCount)`)
  const recordTellers = retellingWriter(ledger)
  const composed = db.prepare('SELECT id FROM composed_order WHERE id > ? ORDER BY id LIMIT ?')
  for (const page of pagesOf<{ id: number }>(composed))
    for (const [orderId, told] of versions(page.map(({ id }) => id))) {
      const order = currentOrder(told)
      insert.run({ orderId, ...order })
      recordTellers(orderId, order, told)
    }
  touchRetellings(ledger)
}

/** Marks whom rows name that are about orders which were touched: whether they are their buyers may have changed. */
function touchNamedByOrders({ db }: Ledger): void {
  db.exec(`INSERT OR IGNORE INTO touched_party SELECT f.party_id FROM profile f WHERE f.number IS NOT NULL AND EXISTS (
    SELECT 1 FROM shop h JOIN order_key k ON k.shop_id = h.id AND k.number IN (f.number, ${spellingsOf('f.number')}) JOIN touched_order t ON t.id = k.id)`)
}

/** A row (`f`) is about an order whose buyer is called as it calls him (`party`): it names nobody besides. */
const namesBuyer = `f.number IS NOT NULL AND EXISTS (SELECT 1 FROM sales_order o JOIN party buyer ON buyer.id = o.party_id
  WHERE o.order_id = ${orderNumbered('f.number')} AND ${isCalled('buyer', 'party')})`

/** Whether a customer list that is in force names each touched party. */
function refreshProfiled(ledger: Ledger): void {
  ledger.db.exec(`
    UPDATE party SET is_profiled = EXISTS (SELECT 1 FROM profile f JOIN source s ON s.id = f.source_id ${inForce('s')}
        WHERE f.party_id = party.id AND NOT (${namesBuyer})) WHERE id IN (SELECT id FROM touched_party);`)
}

/** A party's values are as old as its last order. */
function refreshSeen(ledger: Ledger): void {
  ledger.db.exec(`
    UPDATE party SET seen_on = (SELECT max(placed_on) FROM sales_order o WHERE o.party_id = party.id) WHERE id IN (SELECT id FROM touched_party);`)
}

function deriveCustomers(ledger: Ledger): void {
  const { db } = ledger
  spreadOverKeys(ledger)
  refreshProfiled(ledger)
  refreshSeen(ledger)
  keepDecided(ledger)
  const note = formerCustomers(ledger)
  db.exec(`
    DELETE FROM customer WHERE id IN (SELECT customer_id FROM party WHERE id IN (SELECT id FROM touched_party) AND customer_id IS NOT NULL);
    DELETE FROM shared_key WHERE key_id IN (SELECT key_id FROM party_key WHERE party_id IN (SELECT id FROM touched_party));
    DELETE FROM key_use WHERE party_id IN (SELECT id FROM touched_party);
    UPDATE party SET customer_id = NULL WHERE id IN (SELECT id FROM touched_party) AND customer_id IS NOT NULL;`)
  const keyId = db.prepare('SELECT id FROM key WHERE text = ?').pluck()
  const insert = db.prepare(
    `INSERT INTO customer (key_id, platform_key, ${valueFields.join(', ')}) VALUES (?, ?, ${valueFields.map(() => '?').join(', ')})`,
  )
  const assign = db.prepare('UPDATE party SET customer_id = ? WHERE id = ?')
  const typed = handValues(ledger)
  const nothing = new Map<string, string>()
  for (const customer of liveCustomers(ledger)) {
    const { component, members } = customer
    // What was taken back says something only of whom nothing else speaks.
    const named = members.filter(({ isKept }) => isKept === 0)
    const parties = named.length > 0 ? named : members
    const byHand = typed.size === 0 ? nothing : valuesByHand(typed, ownKeys(customer))
    const values = bestValues(parties).map((value, at) => byHand.get(valueFields[at]!) ?? value)
    const platformKey = smallest(parties.map((party) => party.buyerId))
    const id = insert.run(keyId.get(component.key), platformKey, ...values).lastInsertRowid
    for (const party of component.parties) assign.run(id, party)
    note(id, component, [...values, platformKey])
  }
}

/** Records the keys of parties that have none yet. */
export function addPartyKeys(ledger: Ledger): void {
  const { db } = ledger
  const addKey = db.prepare('INSERT OR IGNORE INTO key (text, public_id) VALUES (?, ?)')
  const findKey = db.prepare('SELECT id FROM key WHERE text = ?').pluck()
  const keyAt = (key: string): unknown => {
    const { changes, lastInsertRowid } = addKey.run(key, publicId(key))
    return changes === 1 ? lastInsertRowid : findKey.get(key)
  }
  const link = db.prepare('INSERT OR IGNORE INTO party_key (party_id, key_id) VALUES (?, ?)')
  const fresh = db.prepare(`SELECT x.* FROM touched_party t CROSS JOIN (${selectParties}) x ON x.id = t.id
    WHERE NOT EXISTS (SELECT 1 FROM party_key k WHERE k.party_id = t.id) AND t.id > ? ORDER BY t.id LIMIT ?`)
  for (const party of inPages<PartyRow>(fresh)) for (const key of keysOf(party)) link.run(party.id, keyAt(key))
}
