import type { Day } from '../core/values/business-date.js'
import type { ContactDraft, EventDraft, RowRecords } from '../core/worklist/records.js'
import type { SaidCells } from '../core/worklist/said.js'
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
  readonly cells: SaidCells
}

/** A row of a list that is on record. */
export interface ToldRow {
  readonly id: number
  readonly batch: number
  readonly cells: SaidCells
  /** The subject it opened (`G3`); '' where it opened none. */
  readonly opened: string
}

/** What rows of lists in force have said, by their keys, oldest first. */
export function toldRows({ db }: Ledger): Map<string, ToldRow[]> {
  const rows = db
    .prepare(`SELECT r.id, r.batch_id AS batch, r.key, r.cells, r.opened FROM list_row r ${inForce('r')} ORDER BY r.id`)
    .all() as (Omit<ToldRow, 'cells'> & { key: string; cells: string })[]
  const told = new Map<string, ToldRow[]>()
  for (const { key, cells, ...row } of rows) {
    const own = told.get(key) ?? []
    told.set(key, own)
    own.push({ ...row, cells: JSON.parse(cells) as SaidCells })
  }
  return told
}

/** The contacts and closings that some rows of lists told, in the order they were recorded. */
export function contactsOfRows({ db }: Ledger, rows: readonly number[]): RowContact[] {
  return db
    .prepare(`SELECT kind, rule, on_day AS "on", due_on AS dueOn, sensible_on AS sensibleOn FROM contact
      WHERE list_row IN (SELECT value FROM json_each(?)) ORDER BY id`)
    .all(JSON.stringify(rows)) as RowContact[]
}

export interface RowContact extends Pick<ContactDraft, 'kind' | 'rule' | 'on'> {
  readonly dueOn: Day | null
  readonly sensibleOn: Day | null
}

/** Records rows of lists that came back as one batch, with what else belongs to it; returns it. `madeAt` is an ISO instant. */
export function addListRows(
  ledger: Ledger,
  madeAt: string,
  command: string,
  note: DecisionNote,
  rows: readonly TakenRow[],
  beside: (batch: number) => void = () => {},
): number {
  return decide(ledger, madeAt, command, note, (batch) => {
    beside(batch)
    const insert = ledger.db.prepare('INSERT INTO list_row (batch_id, key, cells, opened) VALUES (?, ?, ?, ?)')
    for (const { key, listKey, cells, contacts, events } of rows) {
      const { events: known, opened } = numbered(ledger, events, key)
      const { lastInsertRowid } = insert.run(batch, listKey, JSON.stringify(cells), opened)
      const listRow = Number(lastInsertRowid)
      const told = contacts.map((contact) => ({ ...contact, key, listRow }))
      insertContacts(ledger, batch, told)
      insertEvents(ledger, batch, known)
    }
  })
}

/** Events of a row that open something new bear its number, the same for all of them. */
function numbered(ledger: Ledger, events: readonly EventDraft[], key: string): { events: NewEvent[]; opened: string } {
  let opened = ''
  const known = events.map(({ numbered: letter, ...event }) => {
    if (letter === undefined) return { ...event, key }
    if (opened === '') opened = nextSubject(ledger, event.kind, letter)
    return { ...event, key, subject: opened }
  })
  return { events: known, opened }
}
