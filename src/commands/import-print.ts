import type { Context } from '../context.js'
import { orderNumber } from '../core/import/told/order-key.js'
import { dateOf } from '../core/values/business-date.js'
import { shownInput } from '../core/values/input-name.js'
import { formatMinor } from '../core/values/money.js'
import { forTerminal } from '../core/values/text.js'
import { importWords } from '../messages/import.js'
import { rejectWords } from '../messages/rejects.js'
import type { CustomerCounts } from '../store/customer-counts.js'
import type { PlannedUpdate } from '../store/plan.js'
import type { StagedSummary, StagedTogether } from '../store/staged-summary.js'
import { changesText } from './change-words.js'
import { warnOfSecondReading } from './import-again.js'
import type { FileIntake } from './import-file.js'
import { printIssues } from './import-findings.js'
import { notesOf, passedOver } from './import-notes.js'
import { type FileReport, sumOfOrders } from './import-report.js'

interface Printed {
  readonly reports: readonly FileReport[]
  readonly batch: number | null
  readonly isDryRun: boolean
  readonly rejects: readonly string[]
  readonly intakes: readonly FileIntake[]
  /** What changes in orders already known, for a dry run. */
  readonly updates: Iterable<PlannedUpdate>
  /** Of all sheets together. */
  readonly customers: CustomerCounts
  readonly together: StagedTogether | null
}

/** What was found in the sheets of an import that is refused. */
export function printFindings(reports: readonly FileReport[], context: Context): void {
  for (const { issues } of reports) for (const group of issues) printIssues(group, context)
}

/** The import's report for people: what was understood, what happened, what was not taken and why. */
export function printReport(printed: Printed, context: Context): void {
  const w = context.words(importWords)
  for (const report of printed.reports) printFile(report, context)
  if (printed.together !== null) printTogether(printed, printed.together, context)
  for (const { left } of printed.intakes)
    for (const { name, hidden, isSummary } of left) {
      const unread = isSummary === true ? w.summarySheet : w.otherSheet
      context.warn(forTerminal((hidden ? w.hiddenSheet : unread)(name)))
    }
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
  const lines = [
    forTerminal(shownInput(report.file, context.lang)),
    `  ${forTerminal(w.readAs(intake.match.format.title[context.lang], detail))}`,
    `  ${[w.rows(intake.rows), staged.lines > 0 && w.lines(staged.lines), spanOf(staged)].filter(Boolean).join(' · ')}`,
    ...(intake.match.format.kind === 'orders' ? [`  ${w.orders(report.orders)}`] : []),
    `  ${w.customers(report.customers)}`,
    ...report.entries.map(({ kind, ...count }) => `  ${w.entries(w.entryKinds[kind], count)}`),
    ...staged.totals.map((total) => `  ${w.total(moneyOf(total))}`),
    ...notesOf(report, context).map((note) => `  ${forTerminal(note)}`),
  ]
  context.print(`${lines.join('\n')}\n`)
  for (const group of report.issues) printIssues(group, context)
  warnOfSecondReading(report, context)
}

/** The sums of several files or sheets. */
function printTogether({ reports, customers }: Printed, together: StagedTogether, context: Context): void {
  const w = context.words(importWords)
  const sum = (of: (report: FileReport) => number) => reports.reduce((total, report) => total + of(report), 0)
  const orders = sumOfOrders(reports, together)
  const arithmetic = (what: 'checked' | 'fitting') => sum(({ intake }) => intake.arithmetic[what])
  const skipped = passedOver(
    reports.map(({ intake }) => intake.skipped),
    context,
  )
  const rows = [
    w.rows(sum(({ intake }) => intake.rows)),
    together.lines > 0 && w.lines(together.lines),
    spanOf(together),
  ]
  const lines = [
    w.together(new Set(reports.map(({ file }) => file)).size, reports.length),
    `  ${rows.filter(Boolean).join(' · ')}`,
    `  ${w.orders(orders)}`,
    `  ${w.customers(customers)}`,
    ...together.totals.map((total) => `  ${w.total(moneyOf(total))}`),
    ...[skipped, arithmetic('checked') > 0 && w.arithmetic(arithmetic('fitting'), arithmetic('checked'))]
      .filter(Boolean)
      .map((note) => `  ${note}`),
  ]
  context.print(`${lines.join('\n')}\n`)
}

function spanOf({ firstOn, lastOn }: Pick<StagedSummary, 'firstOn' | 'lastOn'>): string {
  return firstOn === null ? '' : `${dateOf(firstOn)} … ${dateOf(lastOn!)}`
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

/** On a screen; a file takes them all. */
const shownUpdates = 50

function printUpdates(printed: Printed, context: Context): void {
  const w = context.words(importWords)
  const most = context.io.stdout.isTTY ? shownUpdates : Number.POSITIVE_INFINITY
  let count = 0
  for (const update of printed.updates) {
    if (count++ === 0) context.print(`${w.updatesTitle}\n`)
    if (count > most) continue
    const number = orderNumber(update.number)
    const name = number === null ? w.unnumbered(update.row) : w.order(number)
    const changes = changesText(update.changes, update.currency, context.lang)
    context.print(`  ${forTerminal(w.said(name, changes))}\n`)
  }
  if (count > most) context.print(`  ${w.moreUpdates(count - most)}\n`)
}
