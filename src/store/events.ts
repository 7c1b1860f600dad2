import { type EventFacts, type EventKind, isOpening } from '../core/events.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import type { DecisionNote } from './batches.js'
import { decide } from './batches.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'
import { keyOfSubject } from './subject-key.js'

/** An event as the seller tells it; `key` is the customer's own key, '' for what is about nobody. */
export interface NewEvent extends Omit<EventFacts, 'id' | 'batch' | 'customer' | 'at'> {
  readonly key: string
}

/** Records events as one batch; returns it. `madeAt` is an ISO instant. */
export function addEvents(
  ledger: Ledger,
  madeAt: string,
  command: string,
  note: DecisionNote,
  events: readonly NewEvent[],
): number {
  return decide(ledger, madeAt, command, note, (batch) => insertEvents(ledger, batch, events))
}

/** Records events for a batch; a step about a subject is about whoever its opening is about. Runs inside a decision. */
export function insertEvents(ledger: Ledger, batch: number, events: readonly NewEvent[]): void {
  const insert =
    ledger.db.prepare(`INSERT INTO event (batch_id, kind, subject, key, what, on_day, due_on, value, text, details) VALUES
    (?, @kind, @subject, @key, @what, @on, @dueOn, @value, @text, @details)`)
  for (const event of events) {
    const key = isOpening(event) ? event.key : keyOfSubject(ledger, event)
    insert.run(batch, { ...event, key, details: JSON.stringify(event.details) })
  }
}

/** The next subject of a kind, `F13`: numbers of what was taken back are not given again. */
export function nextSubject({ db }: Ledger, kind: EventKind, letter: string): string {
  const last = db
    .prepare('SELECT max(CAST(substr(subject, 2) AS INTEGER)) FROM event WHERE kind = ? AND substr(subject, 1, 1) = ?')
    .pluck()
    .get(kind, letter) as number | null
  // What a file opened has a mark in place of a number, which reads as one below zero.
  return `${letter}${Math.max(0, last ?? 0) + 1}`
}

interface EventRow extends Omit<EventFacts, 'customer' | 'details' | 'at'> {
  readonly publicId: string | null
  readonly details: string
  readonly madeAt: string
}

/**
 * Events in force of some kinds, recorded for a day up to `until` (null: all), in the order of their ids. Those about a key that nobody
 * bears now, or that joins nobody, sleep: they are left out.
 */
export function loadEvents(
  ledger: Ledger,
  { customers }: Pick<Snapshot, 'customers'>,
  kinds: readonly EventKind[],
  until: Day | null,
): EventFacts[] {
  const rows = read(ledger, () => eventRows(ledger, kinds, until))
  if (rows.length === 0) return []
  const wanted = new Set(rows.map(({ publicId }) => publicId))
  const positions = new Map<string, number>()
  customers.forEach(({ id }, index) => {
    if (wanted.has(id)) positions.set(id, index)
  })
  return rows.flatMap(({ publicId, details, madeAt, ...event }): EventFacts[] => {
    const customer = publicId === null ? -1 : positions.get(publicId)
    if (customer === undefined) return []
    return [{ ...event, customer, at: Date.parse(madeAt), details: JSON.parse(details) as EventFacts['details'] }]
  })
}

/** The same of the customer who bears a key, as if he were the only one there is. */
export function eventsOfKey(ledger: Ledger, key: string, kinds: readonly EventKind[], until: Day | null): EventFacts[] {
  const own = ledger.db.prepare(
    `SELECT DISTINCT name.public_id FROM key k ${customersOfKey} JOIN key name ON name.id = who.key_id WHERE k.text = ?`,
  )
  const id = own.pluck().get(key) as string | undefined
  return eventRows(ledger, kinds, until).flatMap(({ publicId, details, madeAt, ...event }): EventFacts[] =>
    publicId !== null && publicId === id
      ? [{ ...event, customer: 0, at: Date.parse(madeAt), details: JSON.parse(details) }]
      : [],
  )
}

function eventRows({ db }: Ledger, kinds: readonly EventKind[], until: Day | null): EventRow[] {
  const columns = `e.id, e.batch_id AS batch, b.made_at AS madeAt, e.kind, e.subject, e.what, e.on_day AS "on", e.due_on AS dueOn, e.value, e.text, e.details`
  const isAsked = `e.kind IN (SELECT value FROM json_each(@kinds)) AND e.on_day <= coalesce(@until, e.on_day)`
  return db
    .prepare(`SELECT ${columns}, min(name.public_id) AS publicId FROM event e ${inForce('e')} JOIN key k ON k.text = e.key ${customersOfKey}
        JOIN key name ON name.id = who.key_id WHERE ${isAsked} AND k.id NOT IN (SELECT key_id FROM shared_key) GROUP BY e.id
      UNION ALL SELECT ${columns}, NULL FROM event e ${inForce('e')} WHERE ${isAsked} AND e.key = ''
      ORDER BY 1`)
    .all({ kinds: JSON.stringify(kinds), until }) as EventRow[]
}
