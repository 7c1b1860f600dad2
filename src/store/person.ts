import { foldName } from '../core/import/told/identity.js'
import { type Key, kindOf } from '../core/import/told/party-keys.js'
import type { PersonalWords } from '../core/personal-words.js'
import { normaliseEmail, normalisePhone } from '../core/values/contact-point.js'
import type { FoundCustomer } from './find-customer.js'
import { tellingKeys } from './forgotten.js'
import { handRows } from './hand-values.js'
import type { Ledger } from './ledger.js'
import { type PartyRow, selectParties } from './parties.js'

/** Everything by which a customer is found in a ledger or a copy of it, also in what was taken back. */
export interface Person {
  /** How files write him: the digests of his parties. */
  readonly digests: readonly (readonly [number, number])[]
  /** Keys that nobody else carries. */
  readonly keys: readonly Key[]
  /** Of them those by which he is known again in a file. */
  readonly telling: readonly Key[]
  readonly publicIds: readonly string[]
  /** Phones, e-mails and names that others carry too. */
  readonly sharedKeys: number
  readonly words: PersonalWords
}

/** What a ledger knows of the customer of a key. */
export function personOf(ledger: Ledger, { key, name }: FoundCustomer): Person {
  const { db } = ledger
  const customer = db
    .prepare('SELECT c.id FROM customer c JOIN key k ON k.id = c.key_id WHERE k.text = ?')
    .pluck()
    .get(key)
  gatherParties(ledger, customer as number)
  const parties = db
    .prepare(`SELECT x.* FROM person_party t JOIN (${selectParties}) x ON x.id = t.id`)
    .all() as PartyRow[]
  const carried = db
    .prepare(
      'SELECT k.text, k.public_id AS publicId, k.id IN (SELECT id FROM person_key) AS isOwn FROM key k WHERE k.id IN (SELECT key_id FROM party_key WHERE party_id IN (SELECT id FROM person_party))',
    )
    .all() as { text: Key; publicId: string; isOwn: number }[]
  const own = carried.filter(({ isOwn }) => isOwn === 1)
  const keys = own.map(({ text }) => text)
  const typed = handRows(ledger, customer as number).map(({ field, value }) => ({ field, value: value ?? '' }))
  const typedKeys = typed.flatMap((hand) => keyTyped(hand)).filter((one) => !isOthers(ledger, one))
  const telling = new Set(parties.flatMap(tellingKeys))
  return {
    digests: db
      .prepare('SELECT digest_a, digest_b FROM party WHERE id IN (SELECT id FROM person_party)')
      .raw()
      .all() as [number, number][],
    keys,
    telling: [...new Set([...keys.filter((one) => telling.has(one)), ...typedKeys])],
    publicIds: own.map(({ publicId }) => publicId),
    sharedKeys: carried.filter(({ text, isOwn }) => isOwn === 0 && kindOf(text) !== 'n').length,
    words: wordsOf(ledger, parties, [...typed, { field: 'name', value: name }], new Set([...keys, ...typedKeys])),
  }
}

/**
 * His parties (`person_party`): those in force and those of batches taken back that carry a key of his own (`person_key`): one no
 * other customer carries.
 */
function gatherParties({ db }: Ledger, customer: number): void {
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS person_party (id INTEGER PRIMARY KEY); DELETE FROM person_party;
    CREATE TEMP TABLE IF NOT EXISTS person_key (id INTEGER PRIMARY KEY); DELETE FROM person_key;`)
  db.prepare('INSERT INTO person_party SELECT id FROM party WHERE customer_id = ?').run(customer)
  const addKeys =
    db.prepare(`INSERT OR IGNORE INTO person_key SELECT key_id FROM party_key pk WHERE party_id IN (SELECT id FROM person_party)
    AND key_id NOT IN (SELECT key_id FROM shared_key) AND NOT EXISTS (SELECT 1 FROM party_key other JOIN party p ON p.id = other.party_id
      WHERE other.key_id = pk.key_id AND p.customer_id IS NOT NULL AND p.customer_id <> @customer)`)
  const addParties =
    db.prepare(`INSERT OR IGNORE INTO person_party SELECT pk.party_id FROM person_key k JOIN party_key pk ON pk.key_id = k.id
    JOIN party p ON p.id = pk.party_id WHERE p.customer_id IS NULL`)
  do addKeys.run({ customer })
  while (addParties.run().changes > 0)
}

/** The key of a phone or an e-mail as it was typed by hand. */
function keyTyped({ field, value }: { field: string; value: string }): Key[] {
  if (field === 'email') return [normaliseEmail(value) ?? ''].filter(Boolean).map((email) => `e:${email}`)
  if (field !== 'phone') return []
  const phone = normalisePhone(value)
  return 'e164' in phone ? [`p:${phone.e164}`] : []
}

function isOthers({ db }: Ledger, key: Key): boolean {
  const found = db.prepare(`SELECT 1 FROM key k JOIN party_key pk ON pk.key_id = k.id
    WHERE k.text = ? AND pk.party_id NOT IN (SELECT id FROM person_party)`)
  return found.get(key) !== undefined
}

const CONTACT_FIELDS: ReadonlySet<string> = new Set(['email', 'address', 'wechat'])

function wordsOf(
  { db }: Ledger,
  parties: readonly PartyRow[],
  typed: readonly { field: string; value: string }[],
  own: ReadonlySet<Key>,
): PersonalWords {
  const namesake = db
    .prepare(
      'SELECT 1 FROM party WHERE name = ? COLLATE NOCASE AND customer_id IS NOT NULL AND id NOT IN (SELECT id FROM person_party)',
    )
    .pluck()
  const unique = (texts: readonly string[]) => [...new Set(texts.filter((text) => text !== ''))]
  const names = [
    ...parties.map(({ name }) => name),
    ...typed.filter(({ field }) => field === 'name').map(({ value }) => value),
  ]
  const texts = [
    ...parties.flatMap(({ address, buyerId, accountId }) => [address, isTelling(buyerId), isTelling(accountId)]),
    ...[...own].filter((key) => kindOf(key) === 'e').map((key) => key.slice(2)),
    ...typed.filter(({ field }) => CONTACT_FIELDS.has(field)).map(({ value }) => value),
  ]
  return {
    names: unique(names).filter((name) => foldName(name) !== '' && namesake.get(name) === undefined),
    texts: unique(texts),
    phones: unique([...own].filter((key) => kindOf(key) === 'p').map((key) => key.slice(2))),
  }
}

/** An account that is a bare number is a number of many other things too. */
function isTelling(account: string): string {
  return /\p{L}/u.test(account) ? account : ''
}
