import type { Context } from '../context.js'
import { isContactMade } from '../core/follow-up/results.js'
import type { DueItem } from '../core/follow-up/rule.js'
import type { IssueLog } from '../core/import/issue-log.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import type { Issue } from '../core/values/issue.js'
import { keyText } from '../core/worklist/key.js'
import type { CountedDay, FilledRow, ListRow, ReadRow } from '../core/worklist/read-rows.js'
import { type ContactDraft, newsOf, type RowFinding, type RowRecords, type RowSaid } from '../core/worklist/records.js'
import { isWithin, saidCells } from '../core/worklist/said.js'
import type { Standing } from '../core/worklist/standing.js'
import { customerOfId, type FoundCustomer } from '../store/find-customer.js'
import type { Ledger } from '../store/ledger.js'
import { contactsOfRows, type RowContact, type TakenRow, type ToldRow } from '../store/worklists.js'
import { closingOf } from './close.js'
import type { ListSheet } from './list-sheet.js'
import type { Standings } from './list-standing.js'
import { mixedUp, shownName, whoIs } from './list-whose.js'

/** What became of the rows of one list. */
export interface ListCounts {
  rows: number
  blank: number
  recorded: number
  /** Said the same before. */
  known: number
  /** Said less before. */
  completed: number
  rejected: number
  contacts: number
  /** Contacts with nobody at the other end. */
  attempts: number
  putOff: number
  /** What rows of lists about more than contacts come to: changes of leads and the like. */
  events: number
  /** Recorded rows that the sheet does not show. */
  hidden: number
}

export const NO_ROWS: ListCounts = {
  ...{ rows: 0, blank: 0, recorded: 0, known: 0, completed: 0, rejected: 0 },
  ...{ contacts: 0, attempts: 0, putOff: 0, events: 0, hidden: 0 },
}

/** What taking a row needs, and what was taken so far. */
export interface Taking {
  readonly ledger: Ledger
  readonly context: Context
  readonly ownId: string
  readonly today: Day
  /** Rows on record and taken, by their keys. */
  readonly told: Map<string, ToldRow[]>
  /** The rows of this import, by their keys: the fullest of them is taken. */
  readonly read: ReadonlyMap<string, readonly ToldRow['cells'][]>
  readonly rows: TakenRow[]
  readonly standings: Standings
  readonly currency: string | null
  /** Whether a customer is blocked today, by his id. */
  isBlocked(id: string): boolean
  /** What is due of a customer at this moment, by his id. */
  itemsOf(id: string): readonly DueItem[]
}

/** Where a row goes that was read. */
export interface RowPlace {
  readonly counts: ListCounts
  readonly issues: IssueLog
  readonly sheet: ListSheet
  readonly taking: Taking
}

/** Takes a row that was read: counts it, and keeps what it comes to or says why it cannot be taken. */
export function takeRow(read: ReadRow, row: ListRow, place: RowPlace): void {
  const { counts, issues, sheet, taking } = place
  const find: Finding = (severity, code, params, column = -1) =>
    issues.add({ severity, code, params, row: row.row, column })
  if (read === 'blank') counts.blank++
  else if ('problem' in read) {
    const { code, params, column, key } = read.problem
    const customer = key?.ledger === taking.ownId ? customerOfId(taking.ledger, key.customer) : null
    const who = customer === null ? shownName(row) : whoIs(customer)
    counts.rejected++
    find('error', code, { ...params, who }, column === null ? sheet.layout.key : sheet.layout.columns.get(column))
  } else takeFilled(read, row, find, place)
}

type Finding = (severity: 'error' | 'warning', code: string, params: Issue['params'], column?: number) => void

function takeFilled(read: FilledRow, row: ListRow, find: Finding, place: RowPlace): void {
  const { counts, sheet, taking } = place
  const { key, filled } = read
  const { ledger, today, told, standings } = taking
  const customer = customerOfRow(read, row, find, place)
  if (customer === null) {
    counts.rejected++
    return
  }
  const listKey = keyText(key)
  const cells = saidCells(filled)
  const before = told.get(listKey) ?? []
  if (before.some((one) => isWithin(cells, one.cells)) || hasFuller(cells, taking.read.get(listKey) ?? [])) {
    counts.known++
    return
  }
  const completed = before.filter((one) => isWithin(one.cells, cells))
  const recorded = contactsOfRows(
    ledger,
    completed.map(({ id }) => id),
  )
  const said: RowSaid = { filled, key, today, earlier: earlierOf(completed, recorded) }
  const standing = standings.of(customer.id)
  const records = sheet.layout.list.records(said, standing)
  const findOf = (severity: 'error' | 'warning', { code, params, column = '' }: RowFinding) =>
    find(severity, code, { ...params, who: whoIs(customer), id: customer.id }, placeOf(sheet, column))
  if ('refused' in records) {
    counts.rejected++
    findOf('error', records.refused)
    return
  }
  const findings = [
    ...(before.length > 0 && completed.length === 0 ? [againFinding(before)] : []),
    ...customerFindings(customer, read, records, { standing, isBlockedNow: taking.isBlocked(customer.id) }),
    ...(key.on === today ? [] : read.counted.map((one) => countedFinding(one, key.on))),
    ...(records.warnings ?? []),
  ]
  for (const finding of findings) findOf('warning', finding)
  told.set(listKey, [...before, { id: 0, batch: 0, cells, opened: '' }])
  const news = newsOf(records, said)
  standings.keep(customer.id, news)
  const contacts = withDueDays(records.contacts, customer.id, recorded, taking)
  taking.rows.push({ ...records, contacts, key: customer.key, listKey, cells })
  counts.recorded++
  if (completed.length > 0) counts.completed++
  if (sheet.hidden.has(row.row)) counts.hidden++
  count(news, counts)
}

/** Whom a row is about; null, and told, where nobody knows. */
function customerOfRow({ key }: FilledRow, row: ListRow, find: Finding, { sheet, taking }: RowPlace) {
  const { ledger, ownId } = taking
  const isOwn = key.ledger === ownId
  const customer = isOwn ? customerOfId(ledger, key.customer) : null
  if (customer === null) {
    const value = isOwn ? key.customer : key.ledger
    find('error', isOwn ? 'list.customer' : 'list.ledger', { value, own: ownId, who: shownName(row) })
    return null
  }
  const mixed = mixedUp(ledger, row, key.customer, customer)
  if (mixed === null) return customer
  find(mixed.isCertain ? 'error' : 'warning', mixed.code, mixed.params, sheet.layout.key)
  return mixed.isCertain ? null : customer
}

/** Whether another row of the same key says all that one says, and more. */
function hasFuller(cells: ToldRow['cells'], all: readonly ToldRow['cells'][]): boolean {
  return all.some((one) => isWithin(cells, one) && !isWithin(one, cells))
}

/** What is on record of a row that says more now; null where it did not say less before. */
function earlierOf(completed: readonly ToldRow[], recorded: readonly RowContact[]): RowSaid['earlier'] {
  if (completed.length === 0) return null
  const opened = completed.find((one) => one.opened !== '')?.opened ?? null
  return { contactOn: recorded.find(({ kind }) => kind === 'contact')?.on ?? null, opened }
}

/** Closings keep the days by which they are judged on time or late (R32), those of a row filled in further what they had. */
function withDueDays(
  contacts: readonly ContactDraft[],
  id: string,
  recorded: readonly RowContact[],
  { itemsOf }: Taking,
): readonly ContactDraft[] {
  return contacts.map((contact) => {
    if (contact.kind !== 'done' || contact.rule === null) return contact
    const before = recorded.find(({ kind, rule }) => kind === 'done' && rule === contact.rule)
    if (before !== undefined) return { ...contact, dueOn: before.dueOn, sensibleOn: before.sensibleOn }
    const item = itemsOf(id).find(({ key }) => key === contact.rule)
    return item === undefined ? contact : { ...contact, ...closingOf(item) }
  })
}

/** Where a column of the list stands in the sheet; the key's place where it does not. */
function placeOf({ layout }: ListSheet, name: string): number {
  if (name === ROW) return -1
  const column = layout.list.columns.find((one) => one.name === name)
  return (column === undefined ? undefined : layout.columns.get(column)) ?? layout.key
}

/** In place of a column's name: what is found is of the whole row. */
const ROW = '*'

const againFinding = (before: readonly ToldRow[]): RowFinding => ({
  ...{ code: 'list.again', column: ROW, params: { batch: before.at(-1)!.batch } },
})

const countedFinding = ({ column, typed, day }: CountedDay, listedOn: Day): RowFinding => ({
  ...{ code: 'list.counted', column: column.name },
  params: { value: typed, day: dateOf(day), own: dateOf(listedOn) },
})

/** What a seller should know of the customer of a row that is taken all the same. */
function customerFindings(
  customer: FoundCustomer,
  { key, filled }: FilledRow,
  { contacts, events }: RowRecords,
  { standing, isBlockedNow }: { readonly standing: Standing; readonly isBlockedNow: boolean },
): RowFinding[] {
  const finding = (code: string, value = ''): RowFinding => ({ code, params: { value }, column: ROW })
  const isRefused = filled.result === 'refused'
  const fallsDue = contacts.some(({ nextOn }) => nextOn !== null) || events.some(({ kind }) => kind === 'measure')
  const off = fallsDue && !isRefused ? standing.offLists() : null
  return [
    ...(customer.id !== key.customer ? [finding('list.merged', key.customer)] : []),
    ...(isRefused ? [finding('list.refused')] : []),
    ...(off === null ? [] : [finding(off === 'blocked' ? 'list.blocked' : 'list.no-consent')]),
    ...(off === null && isBlockedNow ? [finding('list.blocked-since')] : []),
  ]
}

function count({ contacts, events }: Pick<TakenRow, 'contacts' | 'events'>, counts: ListCounts): void {
  counts.events += events.length
  const said = contacts.find(({ kind }) => kind === 'contact')
  if (said === undefined) counts.putOff += contacts.some(({ kind }) => kind === 'snooze') ? 1 : 0
  else if (isContactMade(said.result)) counts.contacts++
  else counts.attempts++
}
