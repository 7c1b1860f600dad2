import { derive, prepareTouched } from './derive.js'
import { spreadOverKeys } from './identity.js'
import { decisionTables } from './in-force.js'
import type { Ledger } from './ledger.js'
import { keepLedgerId, ledgerId } from './ledger-id.js'
import type { Person } from './person.js'
import { sweepTexts } from './sweep-texts.js'

/** What erasing somebody took. */
export interface Erased {
  /** Orders that were his. */
  readonly orders: number
}

/**
 * Erases a person: rows about him are deleted, his orders become nobody's (or go as well), what is said of others no longer names him,
 * and batches that are taken back or put into force again bring nothing of him. Derives whom it concerned. Inside a write.
 */
export function erasePerson(ledger: Ledger, person: Person, dropsOrders: boolean): Erased {
  const id = ledgerId(ledger)
  gather(ledger, person)
  const { db } = ledger
  const orders = db
    .prepare('SELECT count(*) FROM erased_order o JOIN sales_order s ON s.order_id = o.id')
    .pluck()
    .get() as number
  eraseDecisions(ledger)
  eraseTold(ledger)
  if (dropsOrders) dropOrders(ledger)
  eraseParties(ledger)
  eraseSummaries(ledger, person)
  derive(ledger)
  db.exec(`DELETE FROM key WHERE id IN (SELECT id FROM erased_key) AND id NOT IN (SELECT key_id FROM party_key)
    AND id NOT IN (SELECT key_id FROM customer) AND id NOT IN (SELECT key_id FROM shared_key)`)
  sweepTexts(ledger, person.words)
  keepLedgerId(ledger, id)
  return { orders }
}

/** Marks his parties, keys and orders, and whom erasing them may concern. */
function gather(ledger: Ledger, { digests, keys, publicIds }: Person): void {
  const { db } = ledger
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS erased_party (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS erased_key (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS erased_text (text TEXT PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS erased_id (id TEXT PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS erased_order (id INTEGER PRIMARY KEY);
    DELETE FROM erased_party; DELETE FROM erased_key; DELETE FROM erased_text; DELETE FROM erased_id; DELETE FROM erased_order;`)
  const addText = db.prepare('INSERT OR IGNORE INTO erased_text VALUES (?)')
  for (const key of keys) addText.run(key)
  const addId = db.prepare('INSERT OR IGNORE INTO erased_id VALUES (?)')
  for (const id of publicIds) addId.run(id)
  const addParty = db.prepare(
    'INSERT OR IGNORE INTO erased_party SELECT id FROM party WHERE digest_a = ? AND digest_b = ?',
  )
  for (const digest of digests) addParty.run(digest)
  prepareTouched(ledger)
  db.exec(`
    INSERT OR IGNORE INTO erased_party SELECT pk.party_id FROM erased_text t JOIN key k ON k.text = t.text JOIN party_key pk ON pk.key_id = k.id;
    INSERT INTO erased_key SELECT DISTINCT key_id FROM party_key WHERE party_id IN (SELECT id FROM erased_party);
    INSERT INTO touched_party SELECT id FROM erased_party;
    INSERT OR IGNORE INTO erased_order SELECT order_id FROM order_version WHERE party_id IN (SELECT id FROM erased_party);
    INSERT INTO touched_order SELECT id FROM erased_order;`)
  spreadOverKeys(ledger)
}

/** Decisions and events about him, and decisions about who is whom that name him: what is left of them would name nobody. */
function eraseDecisions({ db }: Ledger): void {
  const own = 'key IN (SELECT text FROM erased_text)'
  // A row's key holds whom it is about: crm1:LEDGER:LIST-DAY:CUSTOMER:ITEMS.
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS erased_row (id INTEGER PRIMARY KEY); DELETE FROM erased_row;
    INSERT INTO erased_row SELECT r.id FROM list_row r JOIN erased_id e ON instr(r.key, ':' || e.id || ':') > 0;
    DELETE FROM contact WHERE list_row IN (SELECT id FROM erased_row);
    DELETE FROM event WHERE kind <> 'campaign' AND subject <> ''
      AND (kind, subject) IN (SELECT kind, subject FROM event WHERE ${own});
    DELETE FROM grade WHERE what = 'referrer' AND value IN (SELECT text FROM erased_text);
    ${decisionTables.map((table) => `DELETE FROM ${table} WHERE ${own};`).join('\n')}
    DELETE FROM list_row WHERE id IN (SELECT id FROM erased_row) AND id NOT IN (SELECT list_row FROM contact WHERE list_row IS NOT NULL);
    DELETE FROM identity WHERE (batch_id, nth) IN (SELECT batch_id, nth FROM identity WHERE ${own});`)
}

/** What files tell of him besides orders; of scores only the figure stays, with its order. */
function eraseTold({ db }: Ledger): void {
  const isHis = 'party_id IN (SELECT id FROM erased_party)'
  db.exec(`
    UPDATE source SET reading = NULL WHERE reading IS NOT NULL AND id IN (SELECT source_id FROM order_version WHERE order_id IN (SELECT id FROM erased_order)
      UNION SELECT source_id FROM profile WHERE ${isHis} UNION SELECT source_id FROM entry WHERE ${isHis});
    DELETE FROM profile WHERE ${isHis};
    DELETE FROM entry WHERE (${isHis} OR (party_id IS NULL AND order_id IN (SELECT id FROM erased_order))) AND NOT (kind = 'rating' AND number IS NOT NULL);
    UPDATE entry SET party_id = NULL, text = '', details = '{}' WHERE ${isHis} OR (party_id IS NULL AND order_id IN (SELECT id FROM erased_order));
    UPDATE order_version SET note = '', tags = '', consent = '' WHERE ${isHis} OR (party_id IS NULL AND order_id IN (SELECT id FROM erased_order));
    DELETE FROM retelling WHERE ${isHis};
    UPDATE order_version SET party_id = NULL WHERE ${isHis};`)
}

/** Orders no version of which is somebody else's. */
function dropOrders({ db }: Ledger): void {
  const his =
    'SELECT id FROM erased_order WHERE id NOT IN (SELECT order_id FROM order_version WHERE party_id IS NOT NULL)'
  db.exec(`
    DELETE FROM line WHERE id IN (SELECT l.id FROM order_version v JOIN line l ON l.id >= v.first_line AND l.id < v.first_line + v.line_count WHERE v.order_id IN (${his}));
    DELETE FROM entry WHERE order_id IN (${his});
    DELETE FROM retelling WHERE order_id IN (${his});
    CREATE TEMP TABLE IF NOT EXISTS dropped_order (id INTEGER PRIMARY KEY); DELETE FROM dropped_order;
    INSERT INTO dropped_order ${his};
    DELETE FROM order_version WHERE order_id IN (SELECT id FROM dropped_order);
    DELETE FROM sales_order WHERE order_id IN (SELECT id FROM dropped_order);
    DELETE FROM order_key WHERE id IN (SELECT id FROM dropped_order);`)
}

function eraseParties({ db }: Ledger): void {
  db.exec(`
    UPDATE sales_order SET party_id = NULL WHERE party_id IN (SELECT id FROM erased_party);
    DELETE FROM customer WHERE id IN (SELECT customer_id FROM party WHERE id IN (SELECT id FROM erased_party));
    DELETE FROM key_use WHERE party_id IN (SELECT id FROM erased_party);
    DELETE FROM shared_key WHERE key_id IN (SELECT id FROM erased_key);
    DELETE FROM party_key WHERE party_id IN (SELECT id FROM erased_party);
    DELETE FROM party WHERE id IN (SELECT id FROM erased_party);
    DELETE FROM touched_party WHERE id IN (SELECT id FROM erased_party);`)
}

/** Batches about him say no more what they were. */
function eraseSummaries({ db }: Ledger, { publicIds }: Person): void {
  const isHis = db.prepare(
    "UPDATE batch SET summary = '{\"detail\":\"\"}' WHERE kind = 'decision' AND json_extract(summary, '$.customer') = ?",
  )
  for (const id of publicIds) isHis.run(id)
}
