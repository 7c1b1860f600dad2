import { hash53 } from '../core/values/hash.js'
import type { Filled } from '../core/worklist/list.js'
import type { EventDraft, RowRecords } from '../core/worklist/records.js'
import type { DecisionNote } from './batches.js'
import { decide } from './batches.js'
import { insertContacts } from './decisions.js'
import { insertEvents, type NewEvent, nextSubject } from './events.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'

/** A row of a list that came back: whom it is about, what it says and what that comes to. */
export interface TakenRow extends RowRecords {
  /** The customer's own key. */
  readonly key: string
  readonly listKey: string
  readonly content: number
}

/** What a row says, as a number: the ledger need not keep a second copy of what was written. */
export function contentOf(filled: Filled): number {
  return hash53(JSON.stringify(Object.entries(filled).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** What rows of lists in force have said, by their keys. */
export function toldRows({ db }: Ledger): Map<string, Set<number>> {
  const rows = db.prepare(`SELECT r.key, r.content FROM list_row r ${inForce('r')}`).all() as {
    key: string
    content: number
  }[]
  const told = new Map<string, Set<number>>()
  for (const { key, content } of rows) told.set(key, (told.get(key) ?? new Set()).add(content))
  return told
}

/** Records rows of lists that came back as one batch; returns it. `madeAt` is an ISO instant. */
export function addListRows(
  ledger: Ledger,
  madeAt: string,
  command: string,
  note: DecisionNote,
  rows: readonly TakenRow[],
): number {
  return decide(ledger, madeAt, command, note, (batch) => {
    const insert = ledger.db.prepare('INSERT INTO list_row (batch_id, key, content) VALUES (?, ?, ?)')
    for (const { key, listKey, content, contacts, events } of rows) {
      insert.run(batch, listKey, content)
      insertContacts(
        ledger,
        batch,
        contacts.map((contact) => ({ ...contact, key })),
      )
      insertEvents(ledger, batch, numbered(ledger, events, key))
    }
  })
}

/** Events of a row that open something new bear its number, the same for all of them. */
function numbered(ledger: Ledger, events: readonly EventDraft[], key: string): NewEvent[] {
  const subjects = new Map<string, string>()
  return events.map(({ numbered: letter, ...event }) => {
    if (letter === undefined) return { ...event, key }
    const subject = subjects.get(letter) ?? nextSubject(ledger, event.kind, letter)
    subjects.set(letter, subject)
    return { ...event, key, subject }
  })
}
