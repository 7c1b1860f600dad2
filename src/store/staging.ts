import type Database from 'better-sqlite3'
import type { Telling } from '../core/import/format.js'
import { bulkInsert } from './bulk-insert.js'
import type { Ledger } from './ledger.js'
import {
  entryColumns,
  orderColumns,
  partyColumns,
  profileColumns,
  type RejectedRow,
  type StagedRows,
  type Value,
} from './row-stager.js'
import { stagedContents } from './staged-content.js'

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
  /** Forgets the sheet begun last, of which some rows cannot be read. */
  dropSource(id: number): void
  /** Takes the rows of one reading of a sheet of a platform, as they come. */
  taker(source: number, platform: string): (rows: StagedRows) => void
  reject(source: number, row: RejectedRow): void
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
  CREATE TEMP TABLE staged_product (id INTEGER PRIMARY KEY, sku TEXT, name TEXT, category TEXT, product_id INTEGER, UNIQUE (sku, name, category));
  CREATE TEMP TABLE staged_order (
    id INTEGER PRIMARY KEY, source INTEGER, shop INTEGER, number TEXT, stem TEXT, nth INTEGER, row INTEGER, content INTEGER, stated_at INTEGER, kind TEXT, party INTEGER,
    placed_on INTEGER, placed_time INTEGER, paid_on INTEGER, delivered_on INTEGER, status TEXT, is_paid INTEGER, currency TEXT, is_currency_assumed INTEGER, total_minor INTEGER, refund_minor INTEGER, refund_number TEXT, refund_rows TEXT,
    discount_minor INTEGER, shipping_minor INTEGER, tax_minor INTEGER, fee_minor INTEGER, cost_minor INTEGER, note TEXT, owner TEXT, tags TEXT, consent TEXT, first_line INTEGER, line_count INTEGER,
    change TEXT NOT NULL DEFAULT 'insert', order_id INTEGER);
  -- As the ledger's line, so that SQLite can hand the records over as they are (apply.ts).
  CREATE TEMP TABLE staged_line (id INTEGER PRIMARY KEY, row INTEGER NOT NULL, product INTEGER, quantity REAL, amount_minor INTEGER) STRICT;
  CREATE TEMP TABLE staged_profile (id INTEGER PRIMARY KEY, source INTEGER, row INTEGER, party INTEGER, number TEXT, consent TEXT, tags TEXT, owner TEXT, note TEXT, details TEXT);
  CREATE TEMP TABLE staged_entry (
    id INTEGER PRIMARY KEY, source INTEGER, row INTEGER, kind TEXT, party INTEGER, shop INTEGER, number TEXT, content INTEGER, nth INTEGER, on_day INTEGER, next_on INTEGER,
    value INTEGER, text TEXT, details TEXT);
  -- What is of people who were forgotten, how much of it: orders, dropped (orders left out), rows.
  CREATE TEMP TABLE staged_forgotten (what TEXT PRIMARY KEY, count INTEGER);
  CREATE TEMP TABLE staged_reject (id INTEGER PRIMARY KEY, source INTEGER, row INTEGER, cells TEXT, issue TEXT);
`

/** Values of a source in the order of its columns. */
function sourceValues({ file, sheet, sha256, format, aspects, tells, summary }: StagedSource): (string | number)[] {
  return [file, sheet, sha256, format, aspects, tells, summary]
}

/** Opens the waiting room of one import on the ledger's own connection: temporary tables, private and gone at its end. */
export function openStaging(ledger: Ledger): Staging {
  const { db } = ledger
  // Room for a million lines, so that they are not written out and read back.
  db.pragma('temp.cache_size = -49152')
  db.exec(schema)
  const insertSource = db.prepare(
    'INSERT INTO staged_source (file, sheet, sha256, format, aspects, tells, summary) VALUES (?,?,?,?,?,?,?)',
  )
  const updateSource = db.prepare(
    'UPDATE staged_source SET file=?, sheet=?, sha256=?, format=?, aspects=?, tells=?, summary=? WHERE id=?',
  )
  const insertShop = db.prepare('INSERT INTO staged_shop (platform, name) VALUES (?,?)')
  const insertParty = insertOf(db, 'staged_party', [...partyColumns, 'digest_a', 'digest_b'], 'OR IGNORE')
  const findParty = db.prepare('SELECT id FROM staged_party WHERE digest_a = ? AND digest_b = ?').pluck()
  const insertProduct = db
    .prepare(
      'INSERT INTO staged_product (sku, name, category) VALUES (?,?,?) ON CONFLICT DO UPDATE SET sku = sku RETURNING id',
    )
    .pluck()
  const insertOrder = insertOf(db, 'staged_order', ['id', 'source', 'first_line', 'content', ...orderColumns])
  const insertProfile = insertOf(db, 'staged_profile', ['source', ...profileColumns])
  const insertEntry = insertOf(db, 'staged_entry', ['source', 'content', ...entryColumns])
  const insertReject = insertOf(db, 'staged_reject', ['source', 'row', 'cells', 'issue'])
  const lines = bulkInsert(db, 'staged_line (row, product, quantity, amount_minor)')
  const shops = new Map<string, number>()
  let staged = 0
  let orders = 0

  function shopAt(platform: string, name: string): number {
    const key = `${platform}\u0001${name}`
    const found = shops.get(key)
    if (found !== undefined) return found
    const id = Number(insertShop.run(platform, name).lastInsertRowid)
    shops.set(key, id)
    return id
  }

  function partyId(values: readonly Value[]): number {
    const { changes, lastInsertRowid } = insertParty.run(values)
    return changes === 1 ? Number(lastInsertRowid) : (findParty.get(values.slice(-2)) as number)
  }

  function reject(source: number, { row, cells, issue }: RejectedRow): void {
    insertReject.run(source, row, JSON.stringify(cells), JSON.stringify(issue))
  }

  function clearSource(id: number): void {
    lines.flush()
    db.prepare(`DELETE FROM staged_line WHERE id >= (SELECT min(first_line) FROM staged_order WHERE source = @id AND line_count > 0)
      AND id <= (SELECT max(first_line + line_count - 1) FROM staged_order WHERE source = @id AND line_count > 0)`).run(
      { id },
    )
    staged = db.prepare('SELECT coalesce(max(id), 0) FROM staged_line').pluck().get() as number
    for (const table of ['staged_order', 'staged_profile', 'staged_entry', 'staged_reject'])
      db.prepare(`DELETE FROM ${table} WHERE source = ?`).run(id)
  }

  return {
    addSource(source) {
      // A new transaction for each sheet: what the ledger was asked before it must not stay locked while the rows are read.
      if (db.inTransaction) db.exec('COMMIT')
      db.exec('BEGIN')
      return Number(insertSource.run(...sourceValues(source)).lastInsertRowid)
    },
    replaceSource(id, source) {
      updateSource.run(...sourceValues(source), id)
    },
    clearSource,
    dropSource(id) {
      clearSource(id)
      db.prepare('DELETE FROM staged_source WHERE id = ?').run(id)
    },
    taker(source, platform) {
      // By what the rows number them by, counted from 1.
      const [shopIds, partyIds, productIds]: [number[], number[], number[]] = [[0], [0], [0]]
      const contents = stagedContents()
      const idOf = (party: Value | undefined) => (typeof party === 'number' ? partyIds[party]! : null)
      return (rows) => {
        for (const name of rows.shops) shopIds.push(shopAt(platform, name))
        for (const values of rows.parties) partyIds.push(partyId(values))
        for (const product of rows.products) productIds.push(insertProduct.get(product) as number)
        const contentOf = contents.orders(rows)
        for (const [at, [shop, party, ...values]] of rows.orders.entries()) {
          insertOrder.run(++orders, source, staged + 1, contentOf[at], shopIds[Number(shop)], idOf(party), ...values)
          staged += Number(values.at(-1))
        }
        lines.add(rows.lines, productIds)
        for (const [party, ...values] of rows.profiles) insertProfile.run(source, idOf(party), ...values)
        for (const entry of rows.entries) {
          const [shop, party, ...values] = entry
          insertEntry.run(source, contents.entry(entry), shopIds[Number(shop)], idOf(party), ...values)
        }
        for (const rejected of rows.rejects) reject(source, rejected)
      }
    },
    reject,
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

/** Inserts values in the order of the columns. */
function insertOf(db: Database.Database, table: string, columns: readonly string[], or = ''): Database.Statement {
  const marks = Array(columns.length).fill('?').join(',')
  return db.prepare(`INSERT ${or} INTO ${table} (${columns.join(',')}) VALUES (${marks})`)
}
