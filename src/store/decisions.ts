import type { Key } from '../core/import/told/party-keys.js'
import type { Day } from '../core/values/business-date.js'
import { type DecisionNote, decide } from './batches.js'
import { insertEvents, type NewEvent } from './events.js'
import type { Ledger } from './ledger.js'
import type { Rate } from './settings.js'

/** A contact, or the closing of a due item, as the seller tells it. `key` is the customer's own key. */
export interface NewContact {
  readonly key: string
  readonly on: Day
  readonly kind: 'contact' | 'done' | 'snooze' | 'skip'
  readonly rule: string | null
  readonly channel: string
  readonly result: string
  readonly text: string
  readonly nextOn: Day | null
  /** Who was in touch, where it is said. */
  readonly author?: string
  /** Of a closing: the day its item had become due, and the last sensible one. */
  readonly dueOn?: Day | null
  readonly sensibleOn?: Day | null
  /** The row of a list that told it. */
  readonly listRow?: number
}

/** Records contacts, and what was learnt with them, as one batch; returns it. `madeAt` is an ISO instant. */
export function addContacts(
  ledger: Ledger,
  madeAt: string,
  command: string,
  note: DecisionNote,
  contacts: readonly NewContact[],
  events: readonly NewEvent[] = [],
): number {
  return decide(ledger, madeAt, command, note, (batch) => {
    insertContacts(ledger, batch, contacts)
    insertEvents(ledger, batch, events)
  })
}

/** Records contacts for a batch. Runs inside a decision. */
export function insertContacts({ db }: Ledger, batch: number, contacts: readonly NewContact[]): void {
  const insert =
    db.prepare(`INSERT INTO contact (batch_id, key, on_day, kind, rule, channel, result, text, next_on, author, due_on, sensible_on, list_row) VALUES
    (?, @key, @on, @kind, @rule, @channel, @result, @text, @nextOn, @author, @dueOn, @sensibleOn, @listRow)`)
  for (const contact of contacts)
    insert.run(batch, { author: '', dueOn: null, sensibleOn: null, listRow: null, ...contact })
}

export interface Mark {
  readonly kind: 'tag' | 'untag' | 'block' | 'unblock'
  readonly value: string
}

/** Records tags of one customer as one batch; returns it. */
export function addMarks(
  ledger: Ledger,
  madeAt: string,
  command: string,
  note: DecisionNote,
  key: string,
  on: Day,
  marks: readonly Mark[],
): number {
  return decide(ledger, madeAt, command, note, (batch) => insertMarks(ledger, batch, key, on, marks))
}

/** Records marks of a customer for a batch. Runs inside a decision. */
export function insertMarks(ledger: Ledger, batch: number, key: string, on: Day, marks: readonly Mark[]): void {
  const insert = ledger.db.prepare('INSERT INTO mark (batch_id, key, kind, value, on_day) VALUES (?, ?, ?, ?, ?)')
  for (const mark of marks) insert.run(batch, key, mark.kind, mark.value, on)
}

/** What the seller says of who is whom: one person, two persons in one customer, or two customers that are not one. */
export interface NewIdentity {
  readonly kind: 'merge' | 'split' | 'apart'
  /** As in IdentityDecision. */
  readonly sides: readonly (readonly Key[])[]
}

/** Records decisions about who is whom as one batch; returns it. */
export function addIdentities(
  ledger: Ledger,
  madeAt: string,
  command: string,
  note: DecisionNote,
  decisions: readonly NewIdentity[],
): number {
  return decide(ledger, madeAt, command, note, (batch) => {
    const insert = ledger.db.prepare('INSERT INTO identity (batch_id, nth, kind, side, key) VALUES (?, ?, ?, ?, ?)')
    for (const [nth, { kind, sides }] of decisions.entries())
      for (const [side, keys] of sides.entries()) for (const key of keys) insert.run(batch, nth, kind, side, key)
  })
}

/** Records settings, each with its value or with null that it is lifted, as one batch told as `detail`; returns it. */
export function setSettings(
  ledger: Ledger,
  madeAt: string,
  entries: ReadonlyMap<string, string | null>,
  detail = [...entries].map(detailOf).join(', '),
): number {
  return decide(ledger, madeAt, 'config', { detail }, (batch) => {
    const insert = ledger.db.prepare('INSERT INTO setting (batch_id, name, value) VALUES (?, ?, ?)')
    for (const [name, value] of entries) insert.run(batch, name, value ?? '')
  })
}

/** Own segments are told by the name of their setting alone. */
function detailOf([name, value]: readonly [string, string | null]): string {
  return value?.startsWith('{') ? name : `${name} = ${value ?? '-'}`
}

/** Records rates, `1 currency = rate base` each, from a day on or for all days, as one batch told as `detail`; returns it. */
export function setRates(
  ledger: Ledger,
  madeAt: string,
  rates: readonly Rate[],
  detail = rates.map(({ currency, rate, base }) => `${currency} = ${rate} ${base}`).join(', '),
): number {
  return decide(ledger, madeAt, 'rates', { detail }, (batch) => {
    const insert = ledger.db.prepare(
      'INSERT INTO rate (batch_id, currency, base, rate, from_on) VALUES (?, @currency, @base, @rate, @fromOn)',
    )
    for (const rate of rates) insert.run(batch, rate)
  })
}
