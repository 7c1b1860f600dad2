import type { Context } from '../context.js'
import { placesById } from '../core/customer-places.js'
import { type IssueGroup, IssueLog } from '../core/import/issue-log.js'
import type { Day } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { shownInput } from '../core/values/input-name.js'
import { forTerminal } from '../core/values/text.js'
import { worklists } from '../core/worklist/index.js'
import { keyText } from '../core/worklist/key.js'
import { type ListRow, type ReadRow, readRow } from '../core/worklist/read-rows.js'
import { type SaidCells, saidCells } from '../core/worklist/said.js'
import { listWords } from '../messages/worklists.js'
import { blockedOn } from '../store/delistings.js'
import { holdToDecide, type Ledger, settle } from '../store/ledger.js'
import { ledgerId } from '../store/ledger-id.js'
import { baseCurrency } from '../store/settings.js'
import { addListRows, toldRows } from '../store/worklists.js'
import { instant } from './decision.js'
import { duesOf } from './dues-input.js'
import { printIssues } from './import-findings.js'
import { type ListCounts, NO_ROWS, type Taking, takeRow } from './list-rows.js'
import type { ListSheet } from './list-sheet.js'
import { standingsOf } from './list-standing.js'
import { asOfView } from './report-input.js'
import { zoneOf } from './zone.js'

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
  const read = sheets.map((sheet) => readSheet(sheet, ledger, context))
  const taking = takingOf(read, ledger, context, await itemsReader(sheets, ledger, context))
  const taken = read.map((one) => takeSheet(one, taking))
  const rejected = taken.reduce((sum, list) => sum + list.rejected, 0)
  const isRefused = isStrict && rejected > 0
  const isToWrite = taking.rows.length > 0 && !isRefused && context.options.dryRun !== true
  const names = [...new Set(sheets.map(({ file }) => shownInput(file, context.lang)))].join(', ')
  const batch = isToWrite
    ? addListRows(ledger, instant(context), 'worklist', { detail: [names, { rows: taking.rows.length }] }, taking.rows)
    : null
  settle(ledger)
  const outcome = { batch, sheets: taken }
  if (context.options.json !== true) tell(outcome, isRefused, context)
  if (isRefused) throw new UserError('bad-data', 'import.strict', { rejected })
  return outcome
}

/** A sheet with its rows as they are to be taken. */
interface SheetRead {
  readonly sheet: ListSheet
  readonly rows: readonly { readonly row: ListRow; readonly read: ReadRow }[]
}

function readSheet(sheet: ListSheet, ledger: Ledger, context: Context): SheetRead {
  const { order } = sheet
  const reading = { today: dayOf(ledger, context), currency: baseCurrency(ledger), order, lang: context.lang }
  return { sheet, rows: sheet.rows.map((row) => ({ row, read: readRow(row, reading) })) }
}

function dayOf(ledger: Ledger, context: Context): Day {
  const zone = zoneOf(context, ledger)
  return context.on(zone) ?? context.today(zone)
}

function takingOf(sheets: readonly SheetRead[], ledger: Ledger, context: Context, itemsOf: Taking['itemsOf']): Taking {
  const today = dayOf(ledger, context)
  const standings = standingsOf(ledger, Math.max(today, context.today(zoneOf(context, ledger))), context)
  const known = { ownId: ledgerId(ledger), currency: baseCurrency(ledger), told: toldRows(ledger) }
  const isBlocked = blockedOn(ledger, today)
  return { ledger, context, today, standings, ...known, read: cellsByKey(sheets), rows: [], isBlocked, itemsOf }
}

function cellsByKey(sheets: readonly SheetRead[]): Taking['read'] {
  const found = new Map<string, SaidCells[]>()
  for (const { read } of sheets.flatMap(({ rows }) => rows)) {
    if (read === 'blank' || 'problem' in read) continue
    const key = keyText(read.key)
    found.set(key, [...(found.get(key) ?? []), saidCells(read.filled)])
  }
  return found
}

/** Nothing is worked out where no row of the lists closes anything. */
async function itemsReader(sheets: readonly ListSheet[], ledger: Ledger, context: Context): Promise<Taking['itemsOf']> {
  if (!sheets.some(({ layout, rows }) => layout.list.closesItems === true && rows.length > 0)) return () => []
  const view = asOfView(context, ledger)
  const dues = await duesOf(context, ledger, view)
  return (id) => {
    const index = placesById(view.snapshot.customers).get(id)
    return index === undefined ? [] : dues.items(index)
  }
}

function takeSheet({ sheet, rows }: SheetRead, taking: Taking): TakenList {
  const { layout, file } = sheet
  const { lang } = taking.context
  const issues = new IssueLog(file, sheet.sheet, layout.headings)
  const counts = { ...NO_ROWS, rows: rows.length }
  for (const { row, read } of rows) takeRow(read, row, { counts, issues, sheet, taking })
  const wanted = layout.list.columns.filter(({ isAdded }) => isAdded !== true)
  return {
    ...{ file, sheet: sheet.sheet, list: layout.list.name, ...counts },
    missing: wanted.filter((column) => !layout.columns.has(column)).map(({ words }) => words[lang].label),
    renamed: [...layout.renamed].map(([column, heading]) => ({ heading, column: column.words[lang].label })),
    issues: issues.groups(),
  }
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
    if (list.hidden > 0) context.say(words.hidden(list.hidden))
    if (list.missing.length > 0) context.warn(words.missing(list.missing))
    for (const group of list.issues) printIssues(group, context)
  }
  if (isRefused) return
  if (context.options.dryRun === true) context.say(words.dryRun)
  else context.say(batch === null ? words.nothingNew : words.recorded(batch))
}
