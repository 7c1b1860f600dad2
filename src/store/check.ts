import { type CheckLine, countLine } from '../core/check.js'
import { derive, prepareTouched } from './derive.js'
import { spreadOverKeys } from './identity.js'
import { type Ledger, rehearse } from './ledger.js'
import { ledgerStatus } from './status.js'

/** Whether every page, index and reference of the ledger is in order. */
export function integrityLines({ db }: Ledger): CheckLine[] {
  const faults = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  const isWhole = faults.length === 1 && faults[0]!.integrity_check === 'ok'
  if (!isWhole) return [{ code: 'integrity', state: 'fault', count: faults.length }]
  const lost = (db.pragma('foreign_key_check') as object[]).length
  return [
    { code: 'integrity', state: 'ok' },
    { code: 'references', state: lost === 0 ? 'ok' : 'fault', count: lost },
  ]
}

/** Orders of which what is derived is compared; all of a small ledger. */
const SAMPLE = 2_000

/**
 * Derives a sample of orders and the customers around them again and counts what comes out otherwise than it stands; all of it is taken
 * back. Needs a ledger that can be written.
 */
export function derivedLine(ledger: Ledger): CheckLine {
  const { db } = ledger
  const count = rehearse(ledger, () => {
    prepareTouched(ledger)
    const orders = db.prepare('SELECT count(*) FROM order_key').pluck().get() as number
    const every = Math.max(1, Math.ceil(orders / SAMPLE))
    db.prepare('INSERT INTO touched_order SELECT id FROM order_key WHERE id % ? = 0').run(every)
    db.exec(
      `INSERT OR IGNORE INTO touched_party SELECT party_id FROM sales_order WHERE party_id IS NOT NULL AND order_id IN (SELECT id FROM touched_order)`,
    )
    spreadOverKeys(ledger)
    db.exec(`CREATE TEMP TABLE known_order AS ${orderFacts}; CREATE TEMP TABLE known_customer AS ${customerFacts};
      CREATE TEMP TABLE compared_order AS SELECT id FROM touched_order; CREATE TEMP TABLE compared_party AS SELECT id FROM touched_party;`)
    derive(ledger)
    const rows = (sql: string) => db.prepare(`SELECT count(*) FROM (${sql})`).pluck().get() as number
    // What stands and does not come out, or comes out and does not stand; a row that differs is both, and counts once.
    const differing = (known: string, facts: string) =>
      Math.max(rows(`SELECT * FROM ${known} EXCEPT ${facts}`), rows(`${facts} EXCEPT SELECT * FROM ${known}`))
    const compared = (facts: string) => facts.replaceAll('touched_', 'compared_')
    return differing('known_order', compared(orderFacts)) + differing('known_customer', compared(customerFacts))
  })
  return { code: 'derived', state: count === 0 ? 'ok' : 'fault', count }
}

const orderFacts = 'SELECT * FROM sales_order WHERE order_id IN (SELECT id FROM touched_order)'
const customerFacts = `SELECT p.id, c.key_id, c.platform_key, c.name, c.company, c.email, c.phone, c.country, c.region, c.city, c.address, c.postcode
  FROM party p LEFT JOIN customer c ON c.id = p.customer_id WHERE p.id IN (SELECT id FROM touched_party)`

/** What of the data is incomplete, and in which figure it is missing. */
export function qualityLines(ledger: Ledger): CheckLine[] {
  const status = ledgerStatus(ledger)
  const count = (sql: string) => ledger.db.prepare(sql).pluck().get() as number
  return [
    countLine('reach', count("SELECT count(*) FROM customer WHERE email = '' AND phone = ''")),
    countLine('country', count("SELECT count(*) FROM customer WHERE country = ''")),
    countLine('shared', status.sharedKeys),
    countLine('decided-shared', status.decidedSharedKeys),
    countLine('nobody', status.withoutCustomer),
    countLine('unknown-status', count("SELECT count(*) FROM sales_order WHERE status = 'unknown' AND kind = 'order'")),
    countLine('waiting-refunds', status.waitingRefunds),
    countLine('waiting-parts', status.waitingParts),
    countLine('waiting-entries', status.waitingEntries),
    countLine('not-counted', status.notCounted),
  ]
}

/** The version of SQLite the ledger is kept with. */
export function sqliteVersion({ db }: Pick<Ledger, 'db'>): string {
  return db.prepare('SELECT sqlite_version()').pluck().get() as string
}
