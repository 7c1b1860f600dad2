import { normaliseEmail, normalisePhone } from '../core/values/contact-point.js'
import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/text.js'
import type { Ledger } from './ledger.js'
import { namesCustomer } from './parties.js'
import { loadBlocked } from './snapshot-marks.js'

/** A customer as a command line names one. */
export interface FoundCustomer {
  readonly id: string
  readonly name: string
  /** The key decisions attach to. */
  readonly key: string
}

/** One of several a text may name, with what tells them apart. */
interface Candidate extends FoundCustomer {
  readonly customer: number
  /** Phone, else e-mail; '' without either. */
  readonly contact: string
}

const found = `SELECT DISTINCT k.public_id AS id, c.name, k.text AS key, c.id AS customer,
  coalesce(nullif(c.phone, ''), c.email, '') AS contact FROM customer c JOIN key k ON k.id = c.key_id`

/** Ways a text may name a customer, surest first: any id it ever had, platform id, contact point, whole name, part of a name. */
function ways(text: string): [sql: string, value: string][] {
  const phone = normalisePhone(text, 'CN')
  const byKey = `${found} JOIN party p ON p.customer_id = c.id JOIN party_key pk ON pk.party_id = p.id JOIN key own ON own.id = pk.key_id WHERE own`
  return [
    [`${byKey}.public_id = ? AND ${namesCustomer('own', 'pk', 'c')}`, text.toLowerCase()],
    [`${found} JOIN party p ON p.customer_id = c.id WHERE p.buyer_id = ?`, text],
    [`${byKey}.text = ?`, `e:${normaliseEmail(text) ?? ''}`],
    [`${byKey}.text = ?`, `p:${'e164' in phone ? phone.e164 : ''}`],
    [`${found} WHERE c.email <> '' AND c.email = ?`, normaliseEmail(text) ?? ''],
    [`${found} WHERE c.phone <> '' AND c.phone = ?`, 'e164' in phone ? phone.e164 : ''],
    [`${found} WHERE c.name = ? COLLATE NOCASE`, text],
    [`${found} WHERE instr(lower(c.name), lower(?)) > 0`, text],
  ]
}

/** The customer an id names, also one he had before a merge; null when it names nobody, or by a rare chance several. */
export function customerOfId(ledger: Ledger, id: string): FoundCustomer | null {
  const [sql, value] = ways(id)[0]!
  const rows = ledger.db.prepare(`${sql} LIMIT 2`).all(value) as Candidate[]
  return rows.length === 1 ? named(rows[0]!) : null
}

/** The customers who go by a name, whatever its letters' case; the first few. */
export function customersNamed({ db }: Ledger, name: string): FoundCustomer[] {
  return db.prepare(`${found} WHERE c.name = ? COLLATE NOCASE ORDER BY k.text LIMIT 6`).all(name) as FoundCustomer[]
}

/**
 * The one customer a text names. UserError `customer.unknown` with near names, `customer.ambiguous` with the candidates.
 */
export function findCustomer(ledger: Ledger, text: string): FoundCustomer {
  if (text.trim() === '') throw new UserError('failed', 'customer.unknown', { text, near: '' })
  for (const [sql, value] of ways(text.trim())) {
    const rows = ledger.db.prepare(`${sql} ORDER BY c.name, k.text LIMIT 6`).all(value) as Candidate[]
    if (rows.length === 1) return named(rows[0]!)
    if (rows.length > 1) throw ambiguous(text, rows, ledger)
  }
  const names = ledger.db
    .prepare("SELECT DISTINCT name FROM customer WHERE name <> '' ORDER BY name LIMIT 50000")
    .pluck()
    .all() as string[]
  throw new UserError('failed', 'customer.unknown', { text, near: nearest(text, names).slice(0, 3).join(', ') })
}

function named({ id, name, key }: Candidate): FoundCustomer {
  return { id, name, key }
}

/** Contacts of the delisted are sealed (R30). */
function ambiguous(text: string, rows: readonly Candidate[], ledger: Ledger): UserError {
  const blocked = loadBlocked(ledger, null)
  const list = rows.slice(0, 5).map(({ id, name, customer, contact }) => {
    return [id, name, blocked.has(customer) ? '' : contact].filter((part) => part !== '').join(' ')
  })
  return new UserError('failed', 'customer.ambiguous', {
    text,
    list: rows.length > 5 ? [...list, '…'] : list,
    id: rows[0]!.id,
  })
}
