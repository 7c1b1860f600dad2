import type { Consent } from '../core/consent.js'
import type { Day } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { customersOfKey } from './parties.js'
import { liveProfiles, saidInLists, saidInOrders } from './said-in-files.js'

/** A decision attaches to a key; it speaks of the customer who carries that key now. */
const markedCustomers = `FROM mark m ${inForce('m')} JOIN key k ON k.text = m.key ${customersOfKey}`

/** Tags by ledger customer, in order: those of customer lists and of his newest order that has any, and those decided up to a day. */
export function loadTags(ledger: Ledger, until: Day | null): Map<number, readonly string[]> {
  const tags = toldTags(ledger, until)
  const decided = ledger.db
    .prepare(
      `SELECT DISTINCT p.customer_id AS id, m.kind, m.value, m.rowid ${markedCustomers} WHERE m.kind IN ('tag', 'untag') AND m.on_day <= coalesce(@until, m.on_day) ORDER BY m.rowid`,
    )
    .all({ until }) as { id: number; kind: string; value: string }[]
  for (const { id, kind, value } of decided) {
    const others = (tags.get(id) ?? []).filter((tag) => tag !== value)
    tags.set(id, kind === 'tag' ? [...others, value].sort() : others)
  }
  return tags
}

/** The tags files tell of each customer. */
function toldTags(ledger: Ledger, until: Day | null): Map<number, readonly string[]> {
  const texts = new Map<number, string>()
  for (const [id, text] of [...saidInLists(ledger, 'tags'), ...saidInOrders(ledger, 'tags', until)]) {
    const known = texts.get(id)
    texts.set(id, known === undefined ? text : `${known},${text}`)
  }
  const tagsIn = eachOnce((text) => {
    const words = text.split(/[,，;；]/).map((tag) => tag.trim())
    return [...new Set(words)].filter((tag) => tag !== '').sort()
  })
  return new Map([...texts].map(([id, text]) => [id, tagsIn(text)]))
}

/** What a function gives for a text, worked out once: most customers have the tags of many others. */
function eachOnce<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = work(text)
    known.set(text, made)
    return made
  }
}

/**
 * Whether each customer agrees to be written to: as typed by hand up to a day (R8), else as the newest customer list that says it has it,
 * else as his newest order up to that day that does.
 */
export function loadConsent(ledger: Ledger, until: Day | null): Map<number, 'yes' | 'no'> {
  const rows = ledger.db
    .prepare(`SELECT p.customer_id AS id, f.consent FROM ${liveProfiles} WHERE f.consent <> '' ORDER BY f.id`)
    .all() as { id: number; consent: 'yes' | 'no' }[]
  const consents = saidInOrders(ledger, 'consent', until) as Map<number, 'yes' | 'no'>
  for (const { id, consent } of rows) consents.set(id, consent)
  for (const [id, typed] of typedConsents(ledger, until)) {
    if (typed === 'unknown') consents.delete(id)
    else if (typed !== null) consents.set(id, typed)
  }
  return consents
}

/** What was typed last of consent; null where what the files say counts again. */
function typedConsents({ db }: Ledger, until: Day | null): Map<number, Consent | null> {
  const rows = db
    .prepare(`SELECT DISTINCT h.id, who.id AS customer, h.value FROM hand_value h ${inForce('h')} JOIN key k ON k.text = h.key ${customersOfKey}
      WHERE h.field = 'consent' AND h.on_day <= coalesce(@until, h.on_day) AND k.id NOT IN (SELECT key_id FROM shared_key) ORDER BY h.id`)
    .all({ until }) as { customer: number; value: Consent | null }[]
  return new Map(rows.map(({ customer, value }) => [customer, value]))
}

/** A decision to block or to lift, with the delisting it is about; without one where a phone that many carry was blocked or freed. */
interface BlockRow {
  readonly id: number
  readonly kind: 'block' | 'unblock'
  readonly subject: string | null
  readonly isShared: 0 | 1
}

/**
 * Customers blocked by a decision up to a day. Each delisting blocks until it is lifted itself: of two customers who turned out to be one,
 * the one nobody lifted holds. A block over a shared phone is no customer's own, so whatever lifts a customer lifts it for him.
 */
export function loadBlocked(ledger: Ledger, until: Day | null): Set<number> {
  const rows = ledger.db
    .prepare(`SELECT DISTINCT p.customer_id AS id, m.kind, m.rowid, e.subject, k.id IN (SELECT key_id FROM shared_key) AS isShared
      ${markedCustomers} LEFT JOIN event e ON e.batch_id = m.batch_id AND e.kind = 'delisting' AND e.what IN ('decide', 'lift')
      WHERE m.kind IN ('block', 'unblock') AND m.on_day <= coalesce(@until, m.on_day) ORDER BY m.rowid`)
    .all({ until }) as BlockRow[]
  const standing = new Map<number, Set<string>>()
  for (const { id, kind, subject, isShared } of rows) {
    const own = standing.get(id) ?? new Set<string>()
    standing.set(id, own)
    if (kind === 'block') own.add(isShared || subject === null ? NOBODYS : subject)
    else for (const lifted of [NOBODYS, subject]) if (lifted !== null) own.delete(lifted)
  }
  return new Set([...standing].flatMap(([id, own]) => (own.size > 0 ? [id] : [])))
}

/** Stands for a block that is about no delisting of the customer's own. */
const NOBODYS = ''
