import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'

/** An import in force of the very file that is imported again. */
export interface EarlierImport {
  readonly batch: number
  /** ISO instant. */
  readonly madeAt: string
  /** Orders the import adds from rows that are orders already by that one: the file is read otherwise now. */
  readonly secondOrders: number
}

/** The newest import in force of the same bytes as a staged sheet, beside the one just applied; null where there is none. */
export function earlierImport({ db }: Ledger, source: number): EarlierImport | null {
  const found = db
    .prepare(`SELECT known.id AS source, b.id AS batch, b.made_at AS madeAt FROM staged_source now JOIN source own ON own.id = now.source_id
      JOIN source known ON known.sha256 = now.sha256 AND known.sheet = now.sheet AND known.batch_id <> own.batch_id
      ${inForce('known')} WHERE now.id = ? ORDER BY b.id DESC, known.id LIMIT 1`)
    .get(source) as { source: number; batch: number; madeAt: string } | undefined
  if (found === undefined) return null
  const { source: known, ...earlier } = found
  const second = db
    .prepare(`SELECT count(*) FROM staged_order o WHERE o.source = @source AND o.change = 'insert'
      AND o.row IN (SELECT row FROM order_version WHERE source_id = @known)
      AND NOT EXISTS (SELECT 1 FROM order_version v WHERE v.order_id = o.order_id AND v.source_id = @known)`)
    .pluck()
  return { ...earlier, secondOrders: second.get({ source, known }) as number }
}

/** A sheet of an import in force, with what was kept of its reading. */
export interface KeptSheet {
  readonly source: number
  readonly batch: number
  readonly sha256: string
  readonly reading: string
  /** Sheets that import took from the file. */
  readonly sheets: number
}

/** Sheets whose reading was kept, of files of so many bytes, newest import first; in the order of their file. */
export function keptSheets({ db }: Ledger, size: number): KeptSheet[] {
  return db
    .prepare(`SELECT s.id AS source, b.id AS batch, s.sha256, s.reading,
        (SELECT count(*) FROM source o WHERE o.batch_id = b.id AND o.sha256 = s.sha256) AS sheets
      FROM source s ${inForce('s')}
      WHERE json_extract(s.reading, '$.size') = ? ORDER BY b.id DESC, s.id`)
    .all(size) as KeptSheet[]
}

/** Keeps how a sheet was read that an import just applied. `reading` is JSON with the file's `size`. */
export function keepReading({ db }: Ledger, staged: number, reading: string): void {
  db.prepare('UPDATE source SET reading = ? WHERE id = (SELECT source_id FROM staged_source WHERE id = ?)').run(
    reading,
    staged,
  )
}

const recordTables = ['order_version', 'profile', 'entry'] as const
const stagedTables = { order_version: 'staged_order', profile: 'staged_profile', entry: 'staged_entry' } as const

/**
 * Whether the import just applied holds every record of a staged sheet as its file has it, so that they can be recalled from
 * it. An order without a number is known by what else the ledger holds, and one that an earlier import told already stands with that
 * import's assumed currency: neither can.
 */
export function isHeldWhole({ db }: Ledger, staged: number): boolean {
  const one = (sql: string): unknown => db.prepare(sql).pluck().get({ staged })
  const isLoose = one(`SELECT EXISTS (SELECT 1 FROM staged_order WHERE source = @staged
    AND (stem IS NOT NULL OR (change = 'unchanged' AND is_currency_assumed)))`)
  const source = '(SELECT source_id FROM staged_source WHERE id = @staged)'
  const isWhole = (table: (typeof recordTables)[number]) =>
    one(`SELECT (SELECT count(*) FROM ${table} WHERE source_id = ${source})
      = (SELECT count(*) FROM ${stagedTables[table]} WHERE source = @staged)`) === 1
  return isLoose === 0 && recordTables.every(isWhole)
}

/** Whether anything staged is of a shop of that name. */
export function isShopStaged({ db }: Ledger, shop: string): boolean {
  const found = db.prepare(`SELECT EXISTS (SELECT 1 FROM staged_shop WHERE name = @shop)
    OR EXISTS (SELECT 1 FROM staged_party WHERE shop = @shop)`)
  return found.pluck().get({ shop }) === 1
}

/**
 * Stages what the ledger holds of a sheet as if it had been read again; returns its number among the staged ones. Only for
 * imports in force: all of it is known then, so neither lines nor buyers are looked at, and none are staged.
 */
export function recallSheet({ db }: Ledger, source: number): number {
  const staged = Number(
    db
      .prepare(`INSERT INTO staged_source (file, sheet, sha256, format, aspects, tells, summary)
        SELECT file, sheet, sha256, format, aspects, tells, '{}' FROM source WHERE id = ?`)
      .run(source).lastInsertRowid,
  )
  const version = `row, content, stated_at, kind, placed_on, placed_time, paid_on, delivered_on, status, is_paid, currency, is_currency_assumed, total_minor,
    refund_minor, refund_number, refund_rows, discount_minor, shipping_minor, tax_minor, fee_minor, cost_minor, note, owner, tags, consent, first_line, line_count`
  const entry = 'row, kind, content, nth, on_day, next_on, value, text, details'
  for (const statement of [
    `INSERT OR IGNORE INTO staged_shop (id, platform, name) SELECT id, platform, name FROM shop WHERE id IN (
      SELECT k.shop_id FROM order_version v JOIN order_key k ON k.id = v.order_id WHERE v.source_id = @source
      UNION SELECT shop_id FROM entry WHERE source_id = @source)`,
    `INSERT INTO staged_order (source, shop, number, party, ${version})
      SELECT @staged, k.shop_id, k.number, v.party_id, ${version.replace(/\w+/g, 'v.$&')}
      FROM order_version v JOIN order_key k ON k.id = v.order_id WHERE v.source_id = @source ORDER BY v.id`,
    `INSERT INTO staged_profile (source, row, party, number, consent, tags, owner, note, details)
      SELECT @staged, row, party_id, number, consent, tags, owner, note, details FROM profile WHERE source_id = @source ORDER BY id`,
    `INSERT INTO staged_entry (source, shop, number, party, ${entry})
      SELECT @staged, shop_id, number, party_id, ${entry} FROM entry WHERE source_id = @source ORDER BY id`,
  ])
    db.prepare(statement).run(statement.includes('@staged') ? { staged, source } : { source })
  return staged
}
