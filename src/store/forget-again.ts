import type { Key } from '../core/import/told/party-keys.js'
import type { FoundCustomer } from './find-customer.js'
import { erasePerson } from './forget.js'
import { forgottenKeys, saltOf } from './forgotten.js'
import { type Ledger, openLedger, write } from './ledger.js'
import { personOf } from './person.js'

/** What a ledger remembers of the people who were forgotten in it. */
export interface Remembered {
  readonly forgettings: readonly { readonly on: number; readonly salt: Uint8Array }[]
  readonly digests: readonly { readonly digest: Uint8Array; readonly drops: number }[]
}

/** Reads it before the ledger is written over. */
export function remembered({ db }: Ledger): Remembered {
  const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'forgotten'").get() !== undefined
  if (!isThere) return { forgettings: [], digests: [] }
  return {
    forgettings: db
      .prepare('SELECT forgotten_on AS "on", salt FROM forgetting ORDER BY id')
      .all() as Remembered['forgettings'],
    digests: db.prepare('SELECT digest, drops_orders AS drops FROM forgotten').all() as Remembered['digests'],
  }
}

/** The same of a damaged ledger, as far as it can still be read. */
export function rememberedIn(path: string): Remembered {
  try {
    const ledger = openLedger(path, { isReadOnly: true, isMigrating: false })
    try {
      return remembered(ledger)
    } finally {
      ledger.close()
    }
  } catch {
    return { forgettings: [], digests: [] }
  }
}

/** Forgets in the ledger that took the place of a damaged one whom that one had forgotten. */
export function forgetAgainIn(path: string, known: Remembered): void {
  if (known.forgettings.length === 0) return
  const ledger = openLedger(path)
  try {
    write(ledger, () => forgetAgain(ledger, known))
    ledger.db.exec('VACUUM')
  } finally {
    ledger.close()
  }
}

/**
 * Forgets in a ledger that was written over with an older copy whom the ledger had forgotten before: a copy the seller kept elsewhere
 * still holds them. A copy with a secret of its own is another ledger's and keeps what it remembers. Inside a write.
 */
export function forgetAgain(ledger: Ledger, { forgettings, digests }: Remembered): void {
  const [first] = forgettings
  const own = saltOf(ledger)
  if (first === undefined || (own !== null && Buffer.compare(own, first.salt) !== 0)) return
  const { db } = ledger
  const known = db.prepare('SELECT count(*) FROM forgetting').pluck().get() as number
  const addForgetting = db.prepare('INSERT INTO forgetting (forgotten_on, salt) VALUES (?, ?)')
  for (const { on, salt } of forgettings.slice(known)) addForgetting.run(on, salt)
  const addDigest = db.prepare('INSERT OR IGNORE INTO forgotten (digest, drops_orders) VALUES (?, ?)')
  for (const { digest, drops } of digests) addDigest.run(digest, drops)
  const dropsOf = forgottenKeys(ledger, first.salt)
  const keys = db.prepare('SELECT text FROM key').pluck().all() as Key[]
  for (const key of keys) {
    const drops = dropsOf(key)
    const customer = drops === null ? undefined : customerOf(ledger, key)
    if (customer !== undefined) erasePerson(ledger, personOf(ledger, customer), drops === true)
  }
}

/** Who carries a key; nobody where he was erased with another one. */
function customerOf({ db }: Ledger, key: Key): FoundCustomer | undefined {
  return db
    .prepare(`SELECT DISTINCT name.public_id AS id, c.name, name.text AS key FROM key k JOIN party_key pk ON pk.key_id = k.id
      JOIN party p ON p.id = pk.party_id JOIN customer c ON c.id = p.customer_id JOIN key name ON name.id = c.key_id WHERE k.text = ?`)
    .get(key) as FoundCustomer | undefined
}
