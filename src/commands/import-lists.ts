import type { Context } from '../context.js'
import { isContactMade } from '../core/follow-up/results.js'
import type { DueItem } from '../core/follow-up/rule.js'
import { type IssueGroup, IssueLog } from '../core/import/issue-log.js'
import type { Day } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { shownInput } from '../core/values/input-name.js'
import type { Issue } from '../core/values/issue.js'
import { forTerminal } from '../core/values/text.js'
import { dueList } from '../core/worklist/due-list.js'
import { worklists } from '../core/worklist/index.js'
import { keyText } from '../core/worklist/key.js'
import { type FilledRow, type ListRow, type ReadRow, readRow } from '../core/worklist/read-rows.js'
import type { ContactDraft, RowFinding } from '../core/worklist/records.js'
import { listWords } from '../messages/worklists.js'
import { customerOfId, type FoundCustomer } from '../store/find-customer.js'
import { holdToDecide, type Ledger, settle } from '../store/ledger.js'
import { ledgerId } from '../store/ledger-id.js'
import { baseCurrency } from '../store/settings.js'
import { addListRows, contentOf, type TakenRow, toldRows } from '../store/worklists.js'
import { closingOf } from './close.js'
import { instant } from './decision.js'
import { duesOf } from './dues-input.js'
import { printIssues } from './import-findings.js'
import type { ListSheet } from './list-sheet.js'
import { type Standings, standingsOf } from './list-standing.js'
import { asOfView } from './report-input.js'
import { zoneOf } from './zone.js'

/** What became of the rows of one list. */
interface ListCounts {
  rows: number
  blank: number
  recorded: number
  /** Said the same before. */
  known: number
  rejected: number
  contacts: number
  /** Contacts with nobody at the other end. */
  attempts: number
  putOff: number
  /** What rows of lists about more than contacts come to: changes of leads and the like. */
  events: number
}

/** One sheet with what became of it. */
interface TakenList extends ListCounts {
  readonly file: string
  readonly sheet: string
  readonly list: string
  /** Columns of the list that the sheet has no more. */
  readonly missing: readonly string[]
  /** Columns told by where they stand. */
  readonly renamed: readonly { readonly heading: string; readonly column: string }[]
  readonly issues: readonly IssueGroup[]
}

/** What the lists of an import came to. */
export interface ListOutcome {
  readonly batch: number | null
  readonly sheets: readonly TakenList[]
}

/**
 * Records what the rows of lists say as one decision, and says it; null when there is no such sheet. UserError `import.strict`
 * where all or nothing was asked for.
 */
export async function takeLists(
  sheets: readonly ListSheet[],
  ledger: Ledger,
  isStrict: boolean,
  context: Context,
): Promise<ListOutcome | null> {
  if (sheets.length === 0) return null
  if (context.options.dryRun !== true) holdToDecide(ledger)
  const taking = takingOf(ledger, context, await itemsReader(sheets, ledger, context))
  const taken = sheets.map((sheet) => takeSheet(sheet, taking))
  const rejected = taken.reduce((sum, list) => sum + list.rejected, 0)
  const isRefused = isStrict && rejected > 0
  const isToWrite = taking.rows.length > 0 && !isRefused && context.options.dryRun !== true
  const names = [...new Set(sheets.map(({ file }) => shownInput(file, context.lang)))].join(', ')
  const batch = isToWrite
    ? addListRows(ledger, instant(context), 'worklist', { detail: `${names}: ${taking.rows.length}` }, taking.rows)
    : null
  settle(ledger)
  const outcome = { batch, sheets: taken }
  if (context.options.json !== true) tell(outcome, isRefused, context)
  if (isRefused) throw new UserError('bad-data', 'import.strict', { rejected })
  return outcome
}

/** What taking a row needs, and what was taken so far. */
interface Taking {
  readonly ledger: Ledger
  readonly context: Context
  readonly ownId: string
  readonly today: Day
  readonly told: Map<string, Set<number>>
  readonly rows: TakenRow[]
  readonly standings: Standings
  readonly currency: string | null
  /** What is due of a customer at this moment, by his id. */
  itemsOf(id: string): readonly DueItem[]
}

function takingOf(ledger: Ledger, context: Context, itemsOf: Taking['itemsOf']): Taking {
  const zone = zoneOf(context, ledger)
  const today = context.on(zone) ?? context.today(zone)
  const standings = standingsOf(ledger, Math.max(today, context.today(zone)), context)
  const known = { ownId: ledgerId(ledger), currency: baseCurrency(ledger), told: toldRows(ledger) }
  return { ledger, context, today, standings, ...known, rows: [], itemsOf }
}

/** Nothing is worked out where no row of the lists closes anything. */
async function itemsReader(sheets: readonly ListSheet[], ledger: Ledger, context: Context): Promise<Taking['itemsOf']> {
  if (!sheets.some(({ layout, rows }) => layout.list === dueList && rows.length > 0)) return () => []
  const view = asOfView(context, ledger)
  const indexes = new Map(view.snapshot.customers.map(({ id }, index) => [id, index]))
  const dues = await duesOf(context, ledger, view)
  return (id) => {
    const index = indexes.get(id)
    return index === undefined ? [] : dues.items(index)
  }
}

/** Closings keep the days by which they are judged on time or late (R32). */
function withDueDays(contacts: readonly ContactDraft[], id: string, { itemsOf }: Taking): readonly ContactDraft[] {
  return contacts.map((contact) => {
    if (contact.kind !== 'done' || contact.rule === null) return contact
    const item = itemsOf(id).find(({ key }) => key === contact.rule)
    return item === undefined ? contact : { ...contact, ...closingOf(item) }
  })
}

function takeSheet(sheet: ListSheet, taking: Taking): TakenList {
  const { layout, rows, order, file } = sheet
  const { lang } = taking.context
  const issues = new IssueLog(file, sheet.sheet, layout.headings)
  const counts = {
    rows: 0,
    blank: 0,
    recorded: 0,
    known: 0,
    rejected: 0,
    contacts: 0,
    attempts: 0,
    putOff: 0,
    events: 0,
  }
  for (const row of rows) {
    counts.rows++
    const read = readRow(row, { today: taking.today, currency: taking.currency, order, lang })
    takeRow(read, row, { counts, issues, sheet, taking })
  }
  const wanted = layout.list.columns.filter(({ isAdded }) => isAdded !== true)
  return {
    ...{ file, sheet: sheet.sheet, list: layout.list.name, ...counts },
    missing: wanted.filter((column) => !layout.columns.has(column)).map(({ words }) => words[lang].label),
    renamed: [...layout.renamed].map(([column, heading]) => ({ heading, column: column.words[lang].label })),
    issues: issues.groups(),
  }
}

/** Where a row goes that was read. */
interface RowPlace {
  readonly counts: ListCounts
  readonly issues: IssueLog
  readonly sheet: ListSheet
  readonly taking: Taking
}

function takeRow(read: ReadRow, { row }: ListRow, place: RowPlace): void {
  const { counts, issues, sheet } = place
  const find: Finding = (severity, code, params, column = -1) => issues.add({ severity, code, params, row, column })
  if (read === 'blank') counts.blank++
  else if ('problem' in read) {
    const { code, params, column } = read.problem
    counts.rejected++
    find('error', code, params, column === null ? sheet.layout.key : sheet.layout.columns.get(column))
  } else takeFilled(read, find, place)
}

type Finding = (severity: 'error' | 'warning', code: string, params: Issue['params'], column?: number) => void

function takeFilled({ key, filled }: FilledRow, find: Finding, { counts, sheet, taking }: RowPlace): void {
  const { ledger, ownId, told, today, standings } = taking
  const isOwn = key.ledger === ownId
  const customer = isOwn ? customerOfId(ledger, key.customer) : null
  if (customer === null) {
    counts.rejected++
    find('error', isOwn ? 'list.customer' : 'list.ledger', { value: isOwn ? key.customer : key.ledger, own: ownId })
    return
  }
  const listKey = keyText(key)
  const content = contentOf(filled)
  const before = told.get(listKey) ?? new Set()
  if (before.has(content)) {
    counts.known++
    return
  }
  const records = sheet.layout.list.records(filled, key, today, standings.of(customer.id))
  const findOf = (severity: 'error' | 'warning', { code, params, column = '' }: RowFinding) =>
    find(severity, code, { ...params, who: whoIs(customer), id: customer.id }, placeOf(sheet, column))
  if ('refused' in records) {
    counts.rejected++
    findOf('error', records.refused)
    return
  }
  tellOfCustomer(customer, { key, filled }, before.size > 0, find)
  for (const warning of records.warnings ?? []) findOf('warning', warning)
  told.set(listKey, before.add(content))
  standings.keep(customer.id, records)
  const contacts = withDueDays(records.contacts, customer.id, taking)
  taking.rows.push({ ...records, contacts, key: customer.key, listKey, content })
  counts.recorded++
  count(records, counts)
}

/** Where a column of the list stands in the sheet; the key's place where it does not. */
function placeOf({ layout }: ListSheet, name: string): number {
  const column = layout.list.columns.find((one) => one.name === name)
  return (column === undefined ? undefined : layout.columns.get(column)) ?? layout.key
}

const whoIs = ({ id, name }: FoundCustomer): string => (name === '' ? id : `${name} (${id})`)

/** What a seller should know of a row that is taken all the same. */
function tellOfCustomer(customer: FoundCustomer, { key, filled }: FilledRow, isAgain: boolean, find: Finding): void {
  const who = whoIs(customer)
  if (isAgain) find('warning', 'list.again', { who })
  if (customer.id !== key.customer) find('warning', 'list.merged', { value: key.customer, who })
  if (filled.result === 'refused') find('warning', 'list.refused', { who, id: customer.id })
}

function count({ contacts, events }: Pick<TakenRow, 'contacts' | 'events'>, counts: ListCounts): void {
  counts.events += events.length
  const said = contacts.find(({ kind }) => kind === 'contact')
  if (said === undefined) counts.putOff += contacts.length > 0 ? 1 : 0
  else if (isContactMade(said.result)) counts.contacts++
  else counts.attempts++
}

/** What the rows came to: contacts where there are any, and what the list is about besides. */
function saidOf(list: TakenList, context: Context): string {
  const { lang } = context
  const words = context.words(listWords)
  const counted = worklists.find(({ name }) => name === list.list)?.counted
  const hasContacts = list.contacts + list.attempts + list.putOff > 0
  const parts = [...(counted === undefined || hasContacts ? [words.contacts(list)] : []), counted?.[lang](list.events)]
  return parts.filter((part) => part !== undefined).join(words.listed)
}

function tell({ batch, sheets }: ListOutcome, isRefused: boolean, context: Context): void {
  const words = context.words(listWords)
  for (const list of sheets) {
    const place = [shownInput(list.file, context.lang), list.sheet].filter((part) => part !== '').join(' › ')
    context.say(forTerminal(words.counts(place, saidOf(list, context), list)))
    for (const { heading, column } of list.renamed) context.say(forTerminal(words.renamed(heading, column)))
    if (list.missing.length > 0) context.warn(words.missing(list.missing))
    for (const group of list.issues) printIssues(group, context)
  }
  if (isRefused) return
  if (context.options.dryRun === true) context.say(words.dryRun)
  else context.say(batch === null ? words.nothingNew : words.recorded(batch))
}
