import { type ExportTable, exportColumns } from '../core/export-tables.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'

/** A table of the export with what selects it, its columns in their order. */
export interface StoredTable extends ExportTable {
  readonly sql: string
}

function table(file: string, columns: string, sql: string): StoredTable {
  return { file, columns: exportColumns(columns), sql }
}

/** Whom a decision (`x`) is about now; '' for nobody. */
const ofKey = `coalesce((SELECT name.public_id FROM key k ${customersOfKey} JOIN key name ON name.id = who.key_id WHERE k.text = x.key LIMIT 1), '')`

/** Whom a party (`y`) is now; '' for nobody. */
const ofParty = `coalesce((SELECT name.public_id FROM customer c JOIN key name ON name.id = c.key_id WHERE c.id = y.customer_id), '')`

const EVENTS = [
  ['leads', 'lead'],
  ['feedback', 'feedback'],
  ['scores', 'rating'],
  ['points', 'points'],
  ['gifts', 'gift'],
  ['campaigns', 'campaign'],
  ['delistings', 'delisting'],
  ['measures', 'measure'],
  ['stock', 'stock'],
] as const

const ofSource = 'JOIN source s ON s.id = x.source_id'

/** Everything a seller's ledger holds that is in force, table by table; derived figures are left to who reads it. */
export const exportTables: readonly StoredTable[] = [
  table(
    'customers',
    'customer platform_key name company email phone country region city address postcode',
    `SELECT k.public_id, c.platform_key, c.name, c.company, c.email, c.phone, c.country, c.region, c.city, c.address, c.postcode
      FROM customer c JOIN key k ON k.id = c.key_id ORDER BY c.id`,
  ),
  table(
    'records',
    'customer platform shop buyer_id account_id name email phone company country region city address postcode',
    `SELECT ${ofParty}, s.platform, s.name, y.buyer_id, y.account_id, y.name, y.email, y.phone, y.company, y.country, y.region, y.city, y.address, y.postcode
      FROM party y JOIN shop s ON s.id = y.shop_id WHERE y.customer_id IS NOT NULL ORDER BY y.id`,
  ),
  table(
    'orders',
    'platform shop number customer kind day:placed_on day:paid_on day:delivered_on status number:is_paid currency money:total money:refund money:discount money:shipping money:tax money:fee money:cost owner tags consent note file sheet number:row',
    `SELECT h.platform, h.name, k.number, ${ofParty}, o.kind, o.placed_on, o.paid_on, o.delivered_on, o.status, o.is_paid, o.currency, o.total_minor, o.refund_minor,
      o.discount_minor, o.shipping_minor, o.tax_minor, o.fee_minor, o.cost_minor, o.owner, o.tags, o.consent, o.note, s.file, s.sheet, v.row
      FROM sales_order o JOIN order_key k ON k.id = o.order_id JOIN shop h ON h.id = k.shop_id LEFT JOIN party y ON y.id = o.party_id
      LEFT JOIN order_version v ON v.id = o.version_id LEFT JOIN source s ON s.id = v.source_id ORDER BY o.order_id`,
  ),
  table(
    'lines',
    'platform shop number sku product category number:quantity currency money:amount number:row',
    `SELECT h.platform, h.name, k.number, p.sku, p.name, p.category, l.quantity, o.currency, l.amount_minor, l.row
      FROM sales_order o JOIN line l ON l.id >= o.first_line AND l.id < o.first_line + o.line_count JOIN order_key k ON k.id = o.order_id
      JOIN shop h ON h.id = k.shop_id LEFT JOIN product p ON p.id = l.product_id ORDER BY l.id`,
  ),
  table(
    'customer-lists',
    'customer number consent tags owner note details file sheet number:row',
    `SELECT ${ofParty}, x.number, x.consent, x.tags, x.owner, x.note, x.details, s.file, s.sheet, x.row
      FROM profile x ${ofSource} ${inForce('s')} JOIN party y ON y.id = x.party_id ORDER BY x.id`,
  ),
  table(
    'entries',
    'kind customer platform shop number day:on day:next_on number:value text details file sheet number:row',
    `SELECT x.kind, ${ofParty}, h.platform, h.name, x.number, x.on_day, x.next_on, x.value, x.text, x.details, s.file, s.sheet, x.row
      FROM entry x ${ofSource} ${inForce('s')} JOIN shop h ON h.id = x.shop_id LEFT JOIN party y ON y.id = x.party_id ORDER BY x.id`,
  ),
  table(
    'contacts',
    'customer day:on kind rule channel result text day:next_on author number:batch',
    `SELECT ${ofKey}, x.on_day, x.kind, x.rule, x.channel, x.result, x.text, x.next_on, x.author, x.batch_id FROM contact x ${inForce('x')} ORDER BY x.id`,
  ),
  table(
    'marks',
    'customer day:on kind text number:batch',
    `SELECT ${ofKey}, x.on_day, x.kind, x.value, x.batch_id FROM mark x ${inForce('x')} ORDER BY x.rowid`,
  ),
  table(
    'values-by-hand',
    'customer day:on field text number:batch',
    `SELECT ${ofKey}, x.on_day, x.field, x.value, x.batch_id FROM hand_value x ${inForce('x')} ORDER BY x.id`,
  ),
  table(
    'grades',
    'customer day:on what text day:until reason author number:batch',
    `SELECT ${ofKey}, x.on_day, x.what, x.value, x.until, x.reason, x.author, x.batch_id FROM grade x ${inForce('x')} ORDER BY x.id`,
  ),
  ...EVENTS.map(([file, kind]) =>
    table(
      file,
      'subject customer day:on what day:due_on number:value text details number:batch',
      `SELECT x.subject, ${ofKey}, x.on_day, x.what, x.due_on, x.value, x.text, x.details, x.batch_id FROM event x ${inForce('x')} WHERE x.kind = '${kind}' ORDER BY x.id`,
    ),
  ),
  table(
    'merges',
    'number:batch number:nth kind number:side key',
    `SELECT x.batch_id, x.nth, x.kind, x.side, x.key FROM identity x ${inForce('x')} ORDER BY x.rowid`,
  ),
  table(
    'settings',
    'name text number:batch',
    `SELECT x.name, x.value, x.batch_id FROM setting x ${inForce('x')} ORDER BY x.rowid`,
  ),
  table(
    'rates',
    'currency base rate day:from_on number:batch',
    `SELECT x.currency, x.base, x.rate, x.from_on, x.batch_id FROM rate x ${inForce('x')} ORDER BY x.rowid`,
  ),
  table(
    'columns',
    'headers fields number:batch',
    `SELECT x.headers, x.fields, x.batch_id FROM mapping x ${inForce('x')} ORDER BY x.id`,
  ),
  table(
    'batches',
    'number:batch kind command made_at details voided_at',
    'SELECT id, kind, command, made_at, summary, voided_at FROM batch ORDER BY id',
  ),
  table(
    'exports',
    'made_at report about number:customers file format is_masked',
    'SELECT made_at, report, about, customers, file, format, is_masked FROM export ORDER BY id',
  ),
  table(
    'sources',
    'number:batch file sheet format sha256',
    "SELECT batch_id, file, sheet, format, sha256 FROM source WHERE file <> '' ORDER BY id",
  ),
]

/** Rows of a table, values in the order of its columns. */
export type ExportRows = IterableIterator<readonly (string | number | null)[]>

/** Goes through every table against one state of the ledger. */
export function eachTable(ledger: Ledger, visit: (table: StoredTable, rows: ExportRows) => void): void {
  read(ledger, () => {
    for (const one of exportTables) visit(one, ledger.db.prepare(one.sql).raw().iterate() as ExportRows)
  })
}
