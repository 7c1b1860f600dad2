import type { Telling } from '../core/import/format.js'
import { contentScale, mixed, orderContent } from '../core/import/order-content.js'
import { orderKey } from '../core/import/order-key.js'
import type { RowIssue } from '../core/import/order-sink.js'
import type { EntryRecord, OrderLine, OrderRecord, Party, ProfileRecord } from '../core/import/record.js'
import { hash53 } from '../core/values/hash.js'
import { bulkInsert } from './bulk-insert.js'
import type { Ledger } from './ledger.js'

/** Source of records while they wait to be planned: one sheet of one file. */
export interface StagedSource {
  readonly file: string
  readonly sheet: string
  readonly sha256: string
  readonly format: string
  readonly platform: string
  readonly aspects: number
  /** What the sheet tells of a sale (Format.tells); `told-orders` where the seller said that payments are the sales. */
  readonly tells: Telling | 'told-orders'
  /** What the import says of this sheet, as JSON. */
  readonly summary: string
}

/** Where mapped records wait, outside the ledger and gone with the connection, until the plan is applied. */
export interface Staging {
  /** Starts the records of a sheet; `replaceSource` fills in what is known only at its end. */
  addSource(source: StagedSource): number
  replaceSource(id: number, source: StagedSource): void
  /** Forgets the records of a sheet whose cells turn out to be read otherwise. */
  clearSource(id: number): void
  order(source: number, record: OrderRecord): void
  profile(source: number, record: ProfileRecord): void
  entry(source: number, record: EntryRecord): void
  /** Keeps a row that is not taken, with the issue that decided it. */
  reject(source: number, row: number, cells: readonly string[], issue: RowIssue): void
  /** Writes out what is buffered and gives unnumbered orders their keys. */
  finish(): void
}

const schema = `
  CREATE TEMP TABLE staged_source (id INTEGER PRIMARY KEY, file TEXT, sheet TEXT, sha256 TEXT, format TEXT, aspects INTEGER, tells TEXT, summary TEXT, source_id INTEGER);
  CREATE TEMP TABLE staged_shop (id INTEGER PRIMARY KEY, platform TEXT, name TEXT, shop_id INTEGER);
  CREATE TEMP TABLE staged_party (
    id INTEGER PRIMARY KEY, platform TEXT, shop TEXT, buyer_scope TEXT, buyer_id TEXT, account_id TEXT, name TEXT, email TEXT, phone TEXT, company TEXT,
    country TEXT, region TEXT, city TEXT, address TEXT, postcode TEXT, digest_a INTEGER, digest_b INTEGER, party_id INTEGER,
    UNIQUE (digest_a, digest_b));
  CREATE TEMP TABLE staged_product (id INTEGER PRIMARY KEY, sku TEXT, name TEXT, product_id INTEGER, UNIQUE (sku, name));
  CREATE TEMP TABLE staged_order (
    id INTEGER PRIMARY KEY, source INTEGER, shop INTEGER, number TEXT, stem TEXT, nth INTEGER, row INTEGER, content INTEGER, stated_at INTEGER, kind TEXT, party INTEGER,
    placed_on INTEGER, placed_time INTEGER, paid_on INTEGER, status TEXT, is_paid INTEGER, currency TEXT, is_currency_assumed INTEGER, total_minor INTEGER, refund_minor INTEGER,
    discount_minor INTEGER, shipping_minor INTEGER, tax_minor INTEGER, fee_minor INTEGER, cost_minor INTEGER, note TEXT, first_line INTEGER, line_count INTEGER,
    change TEXT NOT NULL DEFAULT 'insert', order_id INTEGER);
  -- As the ledger's line, so that SQLite can hand the records over as they are (apply.ts).
  CREATE TEMP TABLE staged_line (id INTEGER PRIMARY KEY, row INTEGER NOT NULL, product INTEGER, quantity REAL, amount_minor INTEGER) STRICT;
  CREATE TEMP TABLE staged_profile (id INTEGER PRIMARY KEY, source INTEGER, row INTEGER, party INTEGER, consent TEXT, tags TEXT, note TEXT);
  CREATE TEMP TABLE staged_entry (
    id INTEGER PRIMARY KEY, source INTEGER, row INTEGER, kind TEXT, party INTEGER, shop INTEGER, number TEXT, content INTEGER, nth INTEGER, on_day INTEGER, next_on INTEGER,
    value INTEGER, text TEXT, details TEXT);
  CREATE TEMP TABLE staged_reject (id INTEGER PRIMARY KEY, source INTEGER, row INTEGER, cells TEXT, issue TEXT);
`

const partyColumns = [
  'platform',
  'shop',
  'buyer_scope',
  'buyer_id',
  'account_id',
  'name',
  'email',
  'phone',
  'company',
  'country',
  'region',
  'city',
  'address',
  'postcode',
]
const cacheLimit = 200_000

/** What one exact writing of a party is found by; `text` is its values one after the other. */
function textDigests(text: string): [number, number] {
  return [hash53(text), hash53(text, 7)]
}

/** The digests of a party that comes from no file. */
export function partyDigests(party: Party): [number, number] {
  return textDigests(partyValues(party).join('\u0001'))
}

/** Values of a party in the order of `partyColumns`. */
function partyValues(party: Party): string[] {
  return [
    party.platform,
    party.shop,
    party.buyerScope,
    party.buyerId,
    party.accountId,
    party.name,
    party.email,
    party.phone,
    party.company,
    party.country,
    party.region,
    party.city,
    party.address,
    party.postcode,
  ]
}

/** What a file says of a party, without the shop it is in: the order is of the shop already, and a shop may be named later. */
function saidOf(text: string): string {
  let at = 0
  for (let values = 0; values < 3; values++) at = text.indexOf('\u0001', at) + 1
  return text.slice(at)
}

/** Values of a source in the order of its columns. */
function sourceValues({ file, sheet, sha256, format, aspects, tells, summary }: StagedSource): (string | number)[] {
  return [file, sheet, sha256, format, aspects, tells, summary]
}

interface ProductEntry {
  readonly id: number
  readonly hash: number
}

/** Products of one SKU: the name first met beside all of them. */
interface SkuEntries {
  readonly name: string
  readonly entry: ProductEntry
  readonly all: Map<string, ProductEntry>
}

/** Opens the waiting room of one import on the ledger's own connection: temporary tables, private and gone at its end. */
export function openStaging(ledger: Ledger): Staging {
  const { db } = ledger
  // Room for a million lines, so that they are not written out and read back.
  db.pragma('temp.cache_size = -49152')
  db.exec(schema)
  const marks = (count: number) => `(${Array(count).fill('?').join(',')})`
  const insertSource = db.prepare(
    'INSERT INTO staged_source (file, sheet, sha256, format, aspects, tells, summary) VALUES (?,?,?,?,?,?,?)',
  )
  const updateSource = db.prepare(
    'UPDATE staged_source SET file=?, sheet=?, sha256=?, format=?, aspects=?, tells=?, summary=? WHERE id=?',
  )
  const insertShop = db.prepare('INSERT INTO staged_shop (platform, name) VALUES (?,?)')
  const insertParty = db.prepare(
    `INSERT OR IGNORE INTO staged_party (${partyColumns.join(',')}, digest_a, digest_b) VALUES ${marks(16)}`,
  )
  const findParty = db.prepare('SELECT id FROM staged_party WHERE digest_a = ? AND digest_b = ?').pluck()
  const insertProduct = db
    .prepare('INSERT INTO staged_product (sku, name) VALUES (?,?) ON CONFLICT DO UPDATE SET sku = sku RETURNING id')
    .pluck()
  const insertOrder = db.prepare(
    `INSERT INTO staged_order (id, source, shop, number, stem, row, content, stated_at, kind, party, placed_on, placed_time, paid_on, status, is_paid, currency,
      is_currency_assumed, total_minor, refund_minor, discount_minor, shipping_minor, tax_minor, fee_minor, cost_minor, note, first_line, line_count) VALUES ${marks(27)}`,
  )
  const insertProfile = db.prepare(
    'INSERT INTO staged_profile (source, row, party, consent, tags, note) VALUES (?,?,?,?,?,?)',
  )
  const insertEntry = db.prepare(
    `INSERT INTO staged_entry (source, row, kind, party, shop, number, content, on_day, next_on, value, text, details) VALUES ${marks(12)}`,
  )
  const insertReject = db.prepare('INSERT INTO staged_reject (source, row, cells, issue) VALUES (?,?,?,?)')
  const lines = bulkInsert(db, 'staged_line (row, product, quantity, amount_minor)', 4)
  const shops = new Map<string, number>()
  const parties = new Map<string, number>()
  const products = new Map<string, SkuEntries>()
  let productCount = 0
  let staged = 0
  let orders = 0
  const platforms = new Map<number, string>()

  function shopAt(platform: string, name: string): number {
    const key = `${platform}\u0001${name}`
    const found = shops.get(key)
    if (found !== undefined) return found
    const id = Number(insertShop.run(platform, name).lastInsertRowid)
    shops.set(key, id)
    return id
  }

  function partyAt(party: Party): { id: number; text: string } {
    const values = partyValues(party)
    const text = values.join('\u0001')
    const found = parties.get(text)
    if (found !== undefined) return { id: found, text }
    const digests = textDigests(text)
    const { changes, lastInsertRowid } = insertParty.run(...values, ...digests)
    const id = changes === 1 ? Number(lastInsertRowid) : (findParty.get(...digests) as number)
    if (parties.size >= cacheLimit) parties.clear()
    parties.set(text, id)
    return { id, text }
  }

  function productAt(sku: string, name: string): ProductEntry {
    let entries = products.get(sku)
    // One SKU nearly always has one name: comparing it is cheaper than looking it up.
    if (entries !== undefined && entries.name === name) return entries.entry
    const found = entries?.all.get(name)
    if (found) return found
    const entry = { id: insertProduct.get(sku, name) as number, hash: hash53(`${sku}\u0001${name}`) }
    if (++productCount > cacheLimit) {
      products.clear()
      productCount = 0
      entries = undefined
    }
    if (entries) entries.all.set(ownCopy(name), entry)
    else {
      entries = { name: ownCopy(name), entry, all: new Map([[ownCopy(name), entry]]) }
      products.set(ownCopy(sku), entries)
    }
    return entry
  }

  function addLine(line: OrderLine, hash: number, scale: number): number {
    const product = line.sku === '' && line.name === '' ? null : productAt(line.sku, line.name)
    lines.add(line.row, product === null ? null : product.id, line.quantity, line.amountMinor)
    staged++
    return mixed(
      mixed(mixed(hash, product === null ? 0 : product.hash), line.quantity === null ? -1 : line.quantity * 1000),
      line.amountMinor === null ? -1 : line.amountMinor * scale,
    )
  }

  return {
    addSource(source) {
      // A new transaction for each sheet: what the ledger was asked before it must not stay locked while the rows are read.
      if (db.inTransaction) db.exec('COMMIT')
      db.exec('BEGIN')
      const id = Number(insertSource.run(...sourceValues(source)).lastInsertRowid)
      platforms.set(id, source.platform)
      return id
    },
    replaceSource(id, source) {
      updateSource.run(...sourceValues(source), id)
    },
    clearSource(id) {
      lines.flush()
      db.prepare(`DELETE FROM staged_line WHERE id >= (SELECT min(first_line) FROM staged_order WHERE source = @id AND line_count > 0)
        AND id <= (SELECT max(first_line + line_count - 1) FROM staged_order WHERE source = @id AND line_count > 0)`).run(
        { id },
      )
      staged = db.prepare('SELECT coalesce(max(id), 0) FROM staged_line').pluck().get() as number
      for (const table of ['staged_order', 'staged_profile', 'staged_entry', 'staged_reject'])
        db.prepare(`DELETE FROM ${table} WHERE source = ?`).run(id)
    },
    order(source, record) {
      const id = ++orders
      const party = record.party ? partyAt(record.party) : null
      const firstLine = staged + 1
      const key = orderKey(record)
      const scale = contentScale(record)
      let content = orderContent(record, party === null ? '' : saidOf(party.text))
      for (const line of record.lines) content = addLine(line, content, scale)
      insertOrder.run(
        id,
        source,
        shopAt(platforms.get(source)!, record.shop),
        key.text,
        key.stem,
        record.row,
        content,
        record.statedAt,
        record.kind,
        party?.id ?? null,
        record.placedOn,
        record.placedTime,
        record.paidOn,
        record.status,
        record.isPaid ? 1 : 0,
        record.currency,
        record.isCurrencyAssumed ? 1 : 0,
        record.totalMinor,
        record.refundMinor,
        record.discountMinor,
        record.shippingMinor,
        record.taxMinor,
        record.feeMinor,
        record.costMinor,
        record.note,
        firstLine,
        record.lines.length,
      )
    },
    profile(source, record) {
      insertProfile.run(source, record.row, partyAt(record.party).id, record.consent, record.tags, record.note)
    },
    entry(source, record) {
      const shop = shopAt(platforms.get(source)!, record.shop)
      const party = record.party ? partyAt(record.party) : null
      const details = JSON.stringify(record.details)
      const said = [record.kind, record.order, record.on, record.nextOn, record.value, record.text, details]
      const content = hash53([...said, party === null ? '' : saidOf(party.text)].join('\u0001'))
      const { kind, order, on, nextOn, value, text, row } = record
      insertEntry.run(source, row, kind, party?.id ?? null, shop, order, content, on, nextOn, value, text, details)
    },
    reject(source, row, cells, issue) {
      insertReject.run(source, row, JSON.stringify(cells), JSON.stringify(issue))
    },
    finish() {
      lines.flush()
      // R3: equal rows of one file are several orders; the same file again gives the same keys.
      db.exec(`UPDATE staged_order SET nth = n, number = number || '~' || n FROM
        (SELECT id AS at, row_number() OVER (PARTITION BY source, shop, number ORDER BY id) AS n FROM staged_order WHERE stem IS NOT NULL)
        WHERE at = staged_order.id`)
      // Equal rows of one file are several entries as well; the same file again gives the same ones.
      db.exec(`UPDATE staged_entry SET nth = n FROM
        (SELECT id AS at, row_number() OVER (PARTITION BY source, content ORDER BY id) AS n FROM staged_entry) WHERE at = staged_entry.id`)
      if (db.inTransaction) db.exec('COMMIT')
    },
  }
}

/** A copy that does not keep the megabyte of file text alive which the original was cut from. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8')
}
