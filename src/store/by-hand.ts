import type { Party } from '../core/import/record.js'
import { keysOf } from '../core/import/told/identity.js'
import { compareKeys, kindOf } from '../core/import/told/party-keys.js'
import type { Day } from '../core/values/business-date.js'
import type { DecisionNote } from './batches.js'
import { decide } from './batches.js'
import { addPartyKeys, prepareTouched } from './derive.js'
import { insertEvents, type NewEvent } from './events.js'
import type { FoundCustomer } from './find-customer.js'
import { insertGrades, type NewGrade } from './grades.js'
import { insertHandValues, type NewValue } from './hand-values.js'
import type { Ledger } from './ledger.js'
import { customersOfKey } from './parties.js'
import { partyDigests } from './row-stager.js'

/** Records values typed by hand and grades of the customer of a key as one batch; returns it. `madeAt` is an ISO instant. */
export function editCustomer(
  ledger: Ledger,
  madeAt: string,
  note: DecisionNote,
  key: string,
  on: Day,
  values: readonly NewValue[],
  grades: readonly NewGrade[] = [],
): number {
  return decide(ledger, madeAt, 'edit', note, (batch) => {
    insertHandValues(ledger, batch, key, on, values)
    insertGrades(ledger, batch, key, on, grades)
  })
}

/**
 * Records a customer kept by hand as one batch; returns it. Its phone and e-mail are keys, as those of a customer list are;
 * what was typed wins over what files say later. `madeAt` is an ISO instant.
 */
export function addCustomer(
  ledger: Ledger,
  madeAt: string,
  note: DecisionNote,
  party: Party,
  on: Day,
  values: readonly NewValue[],
): number {
  return decide(ledger, madeAt, 'add', note, (batch) => {
    insertProfile(ledger, batch, partyId(ledger, party))
    const [key = ''] = keysOf(party).sort(compareKeys)
    insertHandValues(ledger, batch, key, on, values)
  })
}

/** A customer a lead is about: one who is there by his key, or a new one by his party. */
export interface LeadCustomer {
  readonly key: string
  readonly party: Party | null
  /** What was typed of him besides. */
  readonly values: readonly NewValue[]
}

/** Registers a lead, with its customer where he is new, as one batch; returns it. `madeAt` is an ISO instant. */
export function registerLead(
  ledger: Ledger,
  madeAt: string,
  note: DecisionNote,
  { key, party, values }: LeadCustomer,
  event: Omit<NewEvent, 'key'>,
): number {
  return decide(ledger, madeAt, 'lead', note, (batch) => {
    if (party !== null) insertProfile(ledger, batch, partyId(ledger, party))
    insertHandValues(ledger, batch, key, event.on, values)
    insertEvents(ledger, batch, [{ ...event, key }])
  })
}

/** The row of a party, written where there is none yet, with its keys. */
function partyId(ledger: Ledger, party: Party): unknown {
  const { db } = ledger
  const digests = partyDigests(party)
  db.prepare('INSERT OR IGNORE INTO shop (platform, name) VALUES (?, ?)').run(party.platform, party.shop)
  db.prepare(`INSERT OR IGNORE INTO party (shop_id, buyer_scope, buyer_id, account_id, name, email, phone, company, country, region, city, address, postcode, digest_a, digest_b)
    SELECT id, @buyerScope, @buyerId, @accountId, @name, @email, @phone, @company, @country, @region, @city, @address, @postcode, @first, @second
    FROM shop WHERE platform = @platform AND name = @shop`).run({ ...party, first: digests[0], second: digests[1] })
  const id = db.prepare('SELECT id FROM party WHERE digest_a = ? AND digest_b = ?').pluck().get(digests)
  prepareTouched(ledger)
  db.prepare('INSERT INTO touched_party VALUES (?)').run(id)
  addPartyKeys(ledger)
  return id
}

/** A row about a customer that stands in no file. */
function insertProfile({ db }: Ledger, batch: number, party: unknown): void {
  const source = db
    .prepare(
      "INSERT INTO source (batch_id, file, sheet, sha256, format, aspects, tells, summary) VALUES (?, '', '', '', 'hand', 0, 'orders', '{}')",
    )
    .run(batch).lastInsertRowid
  db.prepare(
    "INSERT INTO profile (party_id, source_id, row, consent, tags, owner, note, details) VALUES (?, ?, 0, '', '', '', '', '')",
  ).run(party, source)
}

/** The customer who has the phone or the e-mail of a party already or, of one with neither, his very name; null for none. */
export function sameCustomer(ledger: Ledger, party: Party): FoundCustomer | null {
  const select = 'SELECT DISTINCT name.public_id AS id, who.name, name.text AS key'
  const byKey = ledger.db.prepare(`${select} FROM key k ${customersOfKey} JOIN key name ON name.id = who.key_id
    WHERE k.text = ? AND k.id NOT IN (SELECT key_id FROM shared_key) LIMIT 1`)
  const byValue = ledger.db.prepare(`${select} FROM customer who JOIN key name ON name.id = who.key_id
    WHERE (@phone <> '' AND who.phone = @phone) OR (@email <> '' AND who.email = @email)
      OR (@phone || @email = '' AND who.name = @name COLLATE NOCASE) ORDER BY name.text LIMIT 1`)
  const strong = keysOf(party).filter((key) => kindOf(key) !== 'n')
  const found = strong.map((key) => byKey.get(key)).find((row) => row !== undefined) ?? byValue.get(party)
  return (found as FoundCustomer | undefined) ?? null
}

/** Other customers who have the same phone or e-mail, as they stand in the lists, by name. */
export function othersWith(ledger: Ledger, key: string, field: 'phone' | 'email', value: string): FoundCustomer[] {
  return ledger.db
    .prepare(`SELECT k.public_id AS id, c.name, k.text AS key FROM customer c JOIN key k ON k.id = c.key_id
      WHERE c.${field} = ? AND k.text <> ? ORDER BY c.name, k.text`)
    .all(value, key) as FoundCustomer[]
}
