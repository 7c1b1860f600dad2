import type { Context } from '../context.js'
import type { Remembered } from '../core/import/detect.js'
import type { IssueGroup } from '../core/import/issue-log.js'
import { orderNumber } from '../core/import/order-key.js'
import { statusClasses } from '../core/import/record.js'
import type { Guess } from '../core/import/understand.js'
import { dateOf } from '../core/values/business-date.js'
import { shownInput } from '../core/values/input-name.js'
import type { Issue } from '../core/values/issue.js'
import type { Lang } from '../core/values/lang.js'
import { formatMinor, minorDigits } from '../core/values/money.js'
import { forTerminal } from '../core/values/text.js'
import { importWords } from '../messages/import.js'
import { issueWords } from '../messages/issues.js'
import { rejectColumns, rejectWords } from '../messages/rejects.js'
import type { EntryCount } from '../store/entries.js'
import { type EarlierImport, earlierImport } from '../store/known-files.js'
import type { Ledger } from '../store/ledger.js'
import type { ImportPlan, PlannedConflict, PlannedUpdate } from '../store/plan.js'
import {
  type CustomerCounts,
  customerCounts,
  type StagedBeside,
  type StagedSummary,
  setStagedSummary,
  sharedKeyCount,
  stagedBeside,
  stagedSummary,
  type WaitingRefund,
  waitingRefunds,
} from '../store/staged-summary.js'
import { changesText } from './change-words.js'
import { againNote, warnOfSecondReading } from './import-again.js'
import type { FileIntake, TakenSheet } from './import-file.js'
import { waitingNote } from './import-waiting.js'
import { dayIn } from './imports.js'
import { pairsOf } from './named-columns.js'
import type { SheetIntake } from './stage-sheet.js'

/** What an import did with one sheet of one file. */
export interface FileReport {
  readonly file: string
  readonly intake: TakenSheet
  readonly encoding: string | null
  readonly orders: {
    readonly inserted: number
    readonly updated: number
    readonly unchanged: number
    readonly rejected: number
  }
  readonly customers: { readonly inserted: number; readonly updated: number }
  readonly staged: StagedSummary
  readonly issues: readonly IssueGroup[]
  /** Older states kept beside better ones. */
  readonly older: number
  readonly beside: StagedBeside
  /** The first refunds that wait for their orders. */
  readonly waiting: readonly WaitingRefund[]
  /** The import in force of the very same file. */
  readonly earlier: EarlierImport | null
  /** Ratings, points, leads, contacts and complaints. */
  readonly entries: readonly EntryCount[]
  /** Shared phones and e-mails in the whole ledger. */
  readonly shared: number
}

const SHOWN_REFUNDS = 5

/** The reports of all sheets, once the import is applied (and before a dry run is rolled back). */
export function fileReports(
  ledger: Ledger,
  intakes: readonly FileIntake[],
  plan: ImportPlan,
  entries: ReadonlyMap<number, readonly EntryCount[]>,
): FileReport[] {
  return intakes.flatMap(({ name, workbook, sheets }) =>
    sheets.map((intake) => {
      for (const conflict of plan.conflicts) tell(intake, conflict, 'error', 'order.conflict')
      for (const arrival of plan.arrivals) tell(intake, arrival, 'warning', 'order.arrival')
      const { older, ...counts } = plan.counts(intake.source)
      const beside = stagedBeside(ledger, intake.source)
      const report: FileReport = {
        file: name,
        intake,
        encoding: workbook.encoding ?? null,
        orders: { ...counts, rejected: counts.rejected + intake.rejectedOrders },
        customers: customerCounts(ledger, intake.source),
        staged: stagedSummary(ledger, intake.source),
        issues: intake.issues.groups(),
        older,
        beside,
        waiting: beside.waitingRefunds > 0 ? waitingRefunds(ledger, intake.source, SHOWN_REFUNDS) : [],
        earlier: earlierImport(ledger, intake.source),
        entries: entries.get(intake.source) ?? [],
        shared: sharedKeyCount(ledger),
      }
      setStagedSummary(
        ledger,
        intake.source,
        JSON.stringify({ orders: report.orders, customers: report.customers, lines: report.staged.lines }),
      )
      return report
    }),
  )
}

/** Adds what the plan found about one order to the findings of its sheet. */
function tell(intake: SheetIntake, found: PlannedConflict, severity: 'error' | 'warning', code: string): void {
  if (found.source !== intake.source) return
  const column = intake.match.columns.get('orderId')?.[0] ?? -1
  const number = orderNumber(found.number) ?? ''
  intake.issues.add({ severity, code, row: found.row, column, params: { number } })
}

/** One finding as `file › sheet › row › header: sentence`. */
export function issueLine(issue: Issue, lang: Lang, row: (row: number) => string): string {
  const { file, sheet, header } = issue.source
  const place = [
    shownInput(file, lang),
    sheet,
    issue.source.row === undefined ? undefined : row(issue.source.row),
    header,
  ].filter((part) => part !== undefined)
  const [sentence] = issueWords[issue.code]![lang](issue.params)
  return forTerminal(importWords[lang].said(place.join(' › '), sentence))
}

interface Printed {
  readonly reports: readonly FileReport[]
  readonly batch: number | null
  readonly isDryRun: boolean
  readonly rejects: readonly string[]
  readonly intakes: readonly FileIntake[]
  /** What changes in orders already known, for a dry run. */
  readonly updates: Iterable<PlannedUpdate>
}

/** What was found in the sheets of an import that is refused. */
export function printFindings(reports: readonly FileReport[], context: Context): void {
  for (const { issues } of reports) for (const group of issues) printIssues(group, context)
}

/** The import's report for people: what was understood, what happened, what was not taken and why. */
export function printReport(printed: Printed, context: Context): void {
  const w = context.words(importWords)
  for (const report of printed.reports) printFile(report, context)
  for (const { left } of printed.intakes)
    for (const sheet of left)
      context.warn(forTerminal(sheet.hidden ? w.hiddenSheet(sheet.name) : w.otherSheet(sheet.name)))
  if (printed.isDryRun) printUpdates(printed, context)
  for (const file of printed.rejects) context.warn(rejectsWritten(printed.reports, context)(forTerminal(file)))
  if (printed.isDryRun) context.say(w.dryRun)
  else context.say(printed.batch === null ? w.nothingNew : w.done(printed.batch))
}

/** Damaged numbers cannot be corrected in the file of rejected rows. */
function rejectsWritten(reports: readonly FileReport[], context: Context): (file: string) => string {
  const words = context.words(rejectWords)
  const errors = reports.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'))
  const lost = errors.filter(({ code }) => code === 'order-id.damaged').length
  if (lost === 0) return words.written
  return lost === errors.length ? words.lost : words.partlyLost
}

function printFile(report: FileReport, context: Context): void {
  const w = context.words(importWords)
  const { intake, staged } = report
  const detail = [intake.sheet && w.sheet(intake.sheet), w.headerRow(intake.match.header.row), report.encoding]
    .filter(Boolean)
    .join(w.listed)
  const span = staged.firstOn === null ? '' : `${dateOf(staged.firstOn)} … ${dateOf(staged.lastOn!)}`
  const lines = [
    forTerminal(shownInput(report.file, context.lang)),
    `  ${forTerminal(w.readAs(intake.match.format.words[context.lang].title, detail))}`,
    `  ${[w.rows(intake.rows), staged.lines > 0 && w.lines(staged.lines), span].filter(Boolean).join(' · ')}`,
    ...(intake.match.format.kind === 'orders' ? [`  ${w.orders(report.orders)}`] : []),
    `  ${w.customers(report.customers)}`,
    ...report.entries.map(({ kind, ...count }) => `  ${w.entries(w.entryKinds[kind], count)}`),
    ...staged.totals.map((total) => `  ${w.total(moneyOf(total))}`),
    ...notes(report, context).map((note) => `  ${forTerminal(note)}`),
  ]
  context.print(`${lines.join('\n')}\n`)
  for (const group of report.issues) printIssues(group, context)
  warnOfSecondReading(report, context)
}

function moneyOf(total: StagedSummary['totals'][number]) {
  const { currency } = total
  return {
    currency,
    gross: formatMinor(total.grossMinor, currency),
    refund: formatMinor(total.refundMinor, currency),
    net: formatMinor(total.netMinor, currency),
  }
}

/** Counted remarks: nothing that was read is passed over in silence. */
function notes(report: FileReport, context: Context): string[] {
  const w = context.words(importWords)
  const { intake, staged } = report
  const { origin, code } = intake.reading.currency
  const unnamed = intake.match.header.texts
  const unused = intake.match.ignored.filter((index) => !rejectColumns.has(intake.match.header.keys[index]!))
  const listed = (entries: Iterable<readonly [string, number]>) =>
    [...entries].map(([word, count]) => `${word} ${count}`).join(w.listed)
  const shown = statusClasses
    .filter((status) => staged.status[status] > 0)
    .map((status) => [w.status[status], staged.status[status]] as const)
  const isOrders = intake.match.format.kind === 'orders'
  return [
    isOrders && shown.length > 0 && w.statuses(listed(shown)),
    isOrders && staged.nobody > 0 && w.nobody(staged.nobody),
    intake.skipped.size > 0 &&
      w.skipped(listed([...intake.skipped].map(([reason, count]) => [w.skip[reason], count] as const))),
    intake.hiddenRows > 0 && w.hiddenRows(intake.hiddenRows),
    // A platform's own layout has dozens of columns nobody asked for; in a plain sheet an unused one may be a misunderstanding.
    intake.match.format.weight < 2 &&
      unused.length > 0 &&
      w.ignored(unused.map((index) => unnamed[index]).join(w.listed)),
    intake.match.remembered !== null && rememberedNote(intake.match.remembered, intake, context),
    ...(['word', 'values'] as const).map((by) => guessNote(by, intake, context)),
    intake.ordersCommand !== null && w.noOrders(intake.ordersCommand),
    intake.rounding.lines > 0 && w.rounding(intake.rounding.lines, roundingText(intake)),
    intake.arithmetic.checked > 0 && w.arithmetic(intake.arithmetic.fitting, intake.arithmetic.checked),
    intake.arithmetic.fitting < intake.arithmetic.checked && linesDiffer(intake, context),
    isOrders &&
      intake.repeatedTotals > 0 &&
      intake.arithmetic.checked === 0 &&
      intake.match.format.weight < 2 &&
      w.countedOnce(intake.repeatedTotals, unnamed[intake.match.columns.get('orderTotal')![0]!]!),
    againNote(report, context),
    report.older > 0 && w.older(report.older),
    ...besideNotes(report, context),
    report.shared > 0 && w.shared(report.shared),
    intake.unknownStatuses.size > 0 && w.unknownStatus(listed(intake.unknownStatuses)),
    isOrders &&
      origin !== 'column' &&
      origin !== 'unit' &&
      origin !== 'symbol' &&
      !intake.match.columns.has('currency') &&
      w.currencyAssumed[origin](code),
  ].filter((note): note is string => typeof note === 'string')
}

/** What of a file is in no figure of its own, and what would change that. */
function besideNotes(report: FileReport, context: Context): (string | false)[] {
  const w = context.words(importWords)
  const { beside, file } = report
  return [
    beside.waitingRefunds > 0 && w.waiting(beside.waitingRefunds),
    waitingNote(report, context),
    beside.waitingParts > 0 && w.waitingParts(beside.waitingParts),
    beside.enriching > 0 && w.enriching(beside.enriching),
    beside.notCounted > 0 && w.notCounted(beside.notCounted, file),
  ]
}

function rememberedNote({ id, madeAt }: Remembered, { match, zone }: TakenSheet, context: Context): string {
  return context.words(importWords).remembered(dayIn(zone, madeAt), pairsOf(match.mapping, context), id)
}

/** Columns taken without their name being known, for the seller to look at. */
function guessNote(by: Guess['by'], { match }: TakenSheet, context: Context): string | false {
  const found = match.guesses.filter((guess) => guess.by === by)
  const fields = new Map(found.map(({ field, column }) => [field, match.header.texts[column] || `#${column + 1}`]))
  return found.length > 0 && context.words(importWords).guessed[by](pairsOf(fields, context))
}

/** Which amount counts where lines do not add up to it, and what to do. */
function linesDiffer({ match, reading }: SheetIntake, context: Context): string {
  const header = match.header.texts[match.columns.get('orderTotal')?.[0] ?? -1] ?? ''
  return context.words(importWords).linesDiffer[reading.levels.get('orderTotal') ?? 'order'](header)
}

/** Exact less rounded, in the currency with three more decimals than it has. */
function roundingText(intake: SheetIntake): string {
  const { code, assumed = code } = intake.reading.currency
  const digits = minorDigits(assumed)
  return `${(intake.rounding.differenceMinor / 10 ** digits).toFixed(digits + 3)} ${code}`
}

function printIssues(group: IssueGroup, context: Context): void {
  const w = context.words(importWords)
  const row = (number: number) => (context.lang === 'zh' ? `第 ${number} 行` : `row ${number}`)
  for (const issue of group.first) context.warn(w.said(w.issue[group.severity], issueLine(issue, context.lang, row)))
  if (group.count > group.first.length) context.warn(`  ${w.more(group.count - group.first.length)}`)
  context.warn(`  → ${issueWords[group.code]![context.lang](group.first[0]!.params)[1]}`)
}

const shownUpdates = 50

function printUpdates(printed: Printed, context: Context): void {
  const w = context.words(importWords)
  let count = 0
  for (const update of printed.updates) {
    if (count++ === 0) context.print(`${w.updatesTitle}\n`)
    if (count > shownUpdates) continue
    const number = orderNumber(update.number)
    const name = number === null ? w.unnumbered(update.row) : w.order(number)
    const changes = changesText(update.changes, update.currency, context.lang)
    context.print(`  ${forTerminal(w.said(name, changes))}\n`)
  }
  if (count > shownUpdates) context.print(`  ${w.more(count - shownUpdates)}\n`)
}

/** The machine output of PRODUCT.md, `import`. */
export function printJson(
  done: {
    reports: readonly FileReport[]
    batch: number | null
    customers: CustomerCounts
    isDryRun: boolean
    /** What sheets of twins answered, when there are any. */
    twins?: object | null
  },
  context: Context,
): void {
  const files = done.reports.map((report) => ({
    file: report.file,
    format: report.intake.match.format.name,
    sheet: report.intake.sheet || null,
    headerRow: report.intake.match.header.row,
    encoding: report.encoding,
    rows: report.intake.rows,
    orders: report.orders,
    lines: report.staged.lines,
    customers: report.customers,
    totals: report.staged.totals,
    status: report.staged.status,
    withoutCustomer: report.staged.nobody,
    ...report.beside,
    sameFile: report.earlier,
    entries: report.entries,
    skipped: Object.fromEntries(report.intake.skipped),
    rounding: {
      lines: report.intake.rounding.lines,
      differenceMinor: Math.round(report.intake.rounding.differenceMinor * 1e6) / 1e6,
    },
    issues: report.issues.map((group) => ({
      severity: group.severity,
      code: group.code,
      header: group.header || null,
      count: group.count,
      first: group.first,
    })),
  }))
  context.print(
    `${JSON.stringify({ schemaVersion: 1, report: 'import', batch: done.batch, dryRun: done.isDryRun, customers: done.customers, files, ...(done.twins ? { twins: done.twins } : {}) }, null, 2)}\n`,
  )
}
