import { addPartyKeys, derive, prepareTouched } from './derive.js'
import { copyEntries, countEntries, type EntryCount } from './entries.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { nameShops } from './name-shops.js'
import { liveVersions } from './versions.js'

/** What an import wrote. */
export interface Written {
  readonly batch: number
  /** New records; with none the import has nothing to say. */
  readonly records: number
  /** Ratings, points, leads, contacts and complaints by staged sheet. */
  readonly entries: ReadonlyMap<number, readonly EntryCount[]>
}

/**
 * Copies the planned records from staging into the ledger as one batch and derives what they touch. Runs inside a write;
 * `madeAt` is an ISO instant, `summary` JSON. Returns the batch and how many records it
 * wrote.
 */
export function applyImport(ledger: Ledger, madeAt: string, summary: string): Written {
  const { db } = ledger
  const batch = Number(
    db
      .prepare("INSERT INTO batch (kind, command, made_at, summary) VALUES ('import', 'import', ?, ?)")
      .run(madeAt, summary).lastInsertRowid,
  )
  db.prepare(
    'INSERT INTO source (batch_id, file, sheet, sha256, format, aspects, tells, summary) SELECT ?, file, sheet, sha256, format, aspects, tells, summary FROM staged_source ORDER BY id',
  ).run(batch)
  const firstSource = db.prepare('SELECT min(id) FROM source WHERE batch_id = ?').pluck().get(batch)
  const firstStaged = db.prepare('SELECT min(id) FROM staged_source').pluck().get()
  db.prepare('UPDATE staged_source SET source_id = id - ? + ?').run(firstStaged, firstSource)
  prepareTouched(ledger)
  copyParties(ledger)
  const isAll = isAllTaken(ledger)
  const versions = copyOrders(ledger, isAll)
  copyLines(ledger, isAll)
  db.exec(`INSERT INTO profile (party_id, source_id, row, number, consent, tags, owner, note, details)
    SELECT p.party_id, s.source_id, f.row, f.number, f.consent, f.tags, f.owner, f.note, f.details FROM staged_profile f JOIN staged_party p ON p.id = f.party JOIN staged_source s ON s.id = f.source
    WHERE NOT EXISTS (SELECT 1 FROM profile k JOIN source ks ON ks.id = k.source_id ${inForce('ks', 'kb')}
      WHERE k.party_id = p.party_id AND k.number IS f.number AND k.consent = f.consent AND k.tags = f.tags AND k.owner = f.owner AND k.note = f.note AND k.details = f.details) ORDER BY f.id`)
  nameShops(ledger)
  derive(ledger)
  noteToldAnew(ledger, firstSource as number)
  const profiles = db.prepare('SELECT count(*) FROM profile WHERE source_id >= ?').pluck().get(firstSource) as number
  const entries = countEntries(ledger)
  const added = [...entries.values()].flat().reduce((sum, { inserted }) => sum + inserted, 0)
  const records = versions + profiles + added
  if (records > 0) {
    copyRepeats(ledger, firstSource as number)
    copyEntries(ledger)
  }
  return { batch, records, entries }
}

/** Notes as changed whom a customer list tells otherwise than the lists before, or tells something orders do not. */
function noteToldAnew({ db }: Ledger, firstSource: number): void {
  const earlier = (
    column: string,
  ) => `SELECT ${column} FROM profile k JOIN source ks ON ks.id = k.source_id ${inForce('ks', 'kb')}
      JOIN party kp ON kp.id = k.party_id WHERE kp.customer_id = p.customer_id AND k.source_id < @firstSource`
  db.prepare(`INSERT OR IGNORE INTO derived_customer SELECT DISTINCT p.customer_id, 'updated' FROM profile f JOIN party p ON p.id = f.party_id
    WHERE f.source_id >= @firstSource AND p.customer_id NOT IN (SELECT id FROM derived_customer)
      AND (f.consent || f.tags || f.owner || f.note || f.details <> '' OR EXISTS (${earlier('1')}))
      AND (f.consent, f.tags, f.owner, f.note, f.details) NOT IN (${earlier('k.consent, k.tags, k.owner, k.note, k.details')})`).run(
    {
      firstSource,
    },
  )
}

/**
 * What the ledger already knew is recorded as said again, so that it stays when the batch that said it first is taken back
 * (R36). Nothing current changes by it: equal versions count as their first (versions.ts), and the lines are those of the first.
 */
function copyRepeats(ledger: Ledger, firstSource: number): void {
  const fields = `content, stated_at, kind, party_id, placed_on, placed_time, paid_on, delivered_on, status, is_paid, currency, is_currency_assumed, total_minor, refund_minor,
    refund_number, refund_rows, discount_minor, shipping_minor, tax_minor, fee_minor, cost_minor, note, owner, tags, consent, first_line, line_count`
  ledger.db
    .prepare(`INSERT INTO order_version (order_id, source_id, row, ${fields})
    SELECT known.order_id, f.source_id, o.row, ${fields.replace(/\w+/g, 'known.$&')} FROM staged_order o JOIN staged_source f ON f.id = o.source
    JOIN order_version known ON known.id = (SELECT min(v.id) FROM ${liveVersions}
      WHERE v.order_id = o.order_id AND v.content = o.content AND s.aspects = f.aspects AND v.source_id < ?)
    WHERE o.change = 'unchanged' ORDER BY o.id`)
    .run(firstSource)
  ledger.db
    .prepare(`INSERT INTO profile (party_id, source_id, row, number, consent, tags, owner, note, details)
    SELECT p.party_id, s.source_id, f.row, f.number, f.consent, f.tags, f.owner, f.note, f.details FROM staged_profile f JOIN staged_party p ON p.id = f.party JOIN staged_source s ON s.id = f.source
    WHERE NOT EXISTS (SELECT 1 FROM profile k WHERE k.party_id = p.party_id AND k.source_id >= ? AND k.number IS f.number AND k.consent = f.consent AND k.tags = f.tags AND k.owner = f.owner AND k.note = f.note AND k.details = f.details)
    ORDER BY f.id`)
    .run(firstSource)
}

function copyParties(ledger: Ledger): void {
  ledger.db.exec(`
    INSERT OR IGNORE INTO shop (platform, name) SELECT platform, name FROM staged_shop WHERE id IN (SELECT shop FROM staged_order UNION SELECT shop FROM staged_entry)
      UNION SELECT platform, shop FROM staged_party;
    UPDATE staged_shop SET shop_id = (SELECT shop.id FROM shop WHERE shop.platform = staged_shop.platform AND shop.name = staged_shop.name);
    CREATE TEMP TABLE IF NOT EXISTS taken_party (id INTEGER PRIMARY KEY);
    DELETE FROM taken_party;
    INSERT OR IGNORE INTO taken_party SELECT o.party FROM staged_order o WHERE ${isTaken} AND o.party IS NOT NULL UNION ALL SELECT party FROM staged_profile UNION ALL SELECT party FROM staged_entry WHERE party IS NOT NULL;
    INSERT INTO party (shop_id, buyer_scope, buyer_id, account_id, name, email, phone, company, country, region, city, address, postcode, digest_a, digest_b)
      SELECT shop.id, p.buyer_scope, p.buyer_id, p.account_id, p.name, p.email, p.phone, p.company, p.country, p.region, p.city, p.address, p.postcode, p.digest_a, p.digest_b
      FROM taken_party t JOIN staged_party p ON p.id = t.id JOIN shop ON shop.platform = p.platform AND shop.name = p.shop WHERE p.party_id IS NULL ORDER BY t.id;
    UPDATE staged_party SET party_id = (SELECT p.id FROM party p WHERE p.digest_a = staged_party.digest_a AND p.digest_b = staged_party.digest_b) WHERE party_id IS NULL;
    INSERT OR IGNORE INTO touched_party SELECT p.party_id FROM taken_party t JOIN staged_party p ON p.id = t.id WHERE p.party_id IS NOT NULL;`)
  addPartyKeys(ledger)
}

/** How many versions it wrote. */
function copyOrders(ledger: Ledger, isAll: boolean): number {
  const { db } = ledger
  const next = (table: string): number =>
    db.prepare(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`).pluck().get() as number
  const firstVersion = next('order_version')
  db.exec(`INSERT OR IGNORE INTO order_key (shop_id, number) SELECT h.shop_id, o.number FROM staged_order o JOIN staged_shop h ON h.id = o.shop
    WHERE o.order_id IS NULL AND o.change <> 'conflict' ORDER BY o.id`)
  const firstLine = isAll ? 'o.first_line - 1' : 'sum(o.line_count) OVER (ORDER BY o.id) - o.line_count'
  const { changes } = db
    .prepare(`INSERT INTO order_version (order_id, source_id, row, content, stated_at, kind, party_id, placed_on, placed_time, paid_on, delivered_on, status, is_paid,
      currency, is_currency_assumed, total_minor, refund_minor, refund_number, refund_rows, discount_minor, shipping_minor, tax_minor, fee_minor, cost_minor, note, owner, tags, consent, first_line, line_count)
    SELECT coalesce(o.order_id, (SELECT k.id FROM order_key k WHERE k.shop_id = h.shop_id AND k.number = o.number)), s.source_id, o.row, o.content,
      o.stated_at, o.kind, p.party_id, o.placed_on, o.placed_time, o.paid_on, o.delivered_on, o.status, o.is_paid,
      o.currency, o.is_currency_assumed, o.total_minor, o.refund_minor, o.refund_number, o.refund_rows, o.discount_minor, o.shipping_minor, o.tax_minor, o.fee_minor, o.cost_minor, o.note, o.owner, o.tags, o.consent,
      CASE WHEN o.line_count > 0 THEN @firstLine + ${firstLine} END, o.line_count
    FROM staged_order o JOIN staged_shop h ON h.id = o.shop JOIN staged_source s ON s.id = o.source LEFT JOIN staged_party p ON p.id = o.party
    WHERE ${isTaken} ORDER BY o.id`)
    .run({ firstLine: next('line') })
  db.prepare('INSERT OR IGNORE INTO touched_order SELECT order_id FROM order_version WHERE id >= ?').run(firstVersion)
  db.exec(
    `INSERT OR IGNORE INTO touched_party SELECT party_id FROM sales_order WHERE order_id IN (SELECT id FROM touched_order) AND party_id IS NOT NULL`,
  )
  return changes
}

/** Staged orders (`o`) that become versions. */
const isTaken = "o.change IN ('insert', 'update', 'older')"

function isAllTaken({ db }: Ledger): boolean {
  // Orders of people who were forgotten may be gone, and their lines stand where others are counted from.
  const hasGaps = "EXISTS (SELECT 1 FROM staged_forgotten WHERE what = 'dropped' AND count > 0)"
  return (
    db
      .prepare(`SELECT NOT ${hasGaps} AND NOT EXISTS (SELECT 1 FROM staged_order o WHERE NOT ${isTaken})`)
      .pluck()
      .get() === 1
  )
}

/** Lines keep the order of their orders, so that a version needs only its first line and their number to find them. */
function copyLines(ledger: Ledger, isAll: boolean): void {
  const { db } = ledger
  db.exec(`
    INSERT OR IGNORE INTO product (sku, name, category) SELECT sku, name, category FROM staged_product ORDER BY id;
    UPDATE staged_product SET product_id = (SELECT p.id FROM product p
      WHERE p.sku = staged_product.sku AND p.name = staged_product.name AND p.category = staged_product.category);`)
  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  // Products new to the ledger are numbered as they were staged: then adding spares a lookup for every line.
  const shift = one(
    'SELECT CASE WHEN min(product_id - id) = max(product_id - id) THEN min(product_id - id) END FROM staged_product',
  ) as number | null
  if (isAll && shift === 0 && one('SELECT NOT EXISTS (SELECT 1 FROM line)') === 1) {
    db.exec('INSERT INTO line SELECT * FROM staged_line')
    return
  }
  const taken = 'staged_order o CROSS JOIN staged_line l ON l.id >= o.first_line AND l.id < o.first_line + o.line_count'
  const product = shift === null ? 'p.product_id' : `l.product + ${shift}`
  db.exec(`INSERT INTO line (row, product_id, quantity, amount_minor)
    SELECT l.row, ${product}, l.quantity, l.amount_minor FROM ${isAll ? 'staged_line l' : taken}
    ${shift === null ? 'LEFT JOIN staged_product p ON p.id = l.product' : ''}
    ${isAll ? 'ORDER BY l.id' : `WHERE ${isTaken} ORDER BY o.id`}`)
}
