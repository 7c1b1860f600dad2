import { columnName, type Match } from '../core/import/columns/detect.js'
import type { IssueGroup } from '../core/import/issue-log.js'
import { orderNumber } from '../core/import/told/order-key.js'
import { dateOf } from '../core/values/business-date.js'
import type { Issue } from '../core/values/issue.js'
import { formatMinor } from '../core/values/money.js'
import { customerCounts } from '../store/customer-counts.js'
import { type EntryCount, waitingEntries } from '../store/entries.js'
import type { PlannedNotice, PlannedTie } from '../store/judge-orders.js'
import { type EarlierImport, earlierImport } from '../store/known-files.js'
import type { Ledger } from '../store/ledger.js'
import { type Namesake, namesakes } from '../store/namesakes.js'
import type { ImportPlan } from '../store/plan.js'
import { type SharedKeys, sharedKeys } from '../store/shared-keys.js'
import {
  apartCounts,
  type FoundRefunds,
  foundRefunds,
  type StagedBeside,
  type StagedSummary,
  type StagedTogether,
  setStagedSummary,
  stagedBeside,
  stagedSummary,
  type WaitingRefund,
  waitingRefunds,
} from '../store/staged-summary.js'
import { toldAgain } from '../store/told-again.js'
import type { FileIntake, TakenSheet } from './import-file.js'
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
  /** Refunds of earlier imports that waited for orders of this sheet. */
  readonly found: readonly FoundRefunds[]
  /** The import in force of the very same file. */
  readonly earlier: EarlierImport | null
  /** Ratings, points, leads, contacts and complaints. */
  readonly entries: readonly EntryCount[]
  /** Of them, those that name nobody but an order that is not here. */
  readonly waitingEntries: ReturnType<typeof waitingEntries>
  /** New customers of this sheet who bear the name of one who was known. */
  readonly namesakes: readonly Namesake[]
  /** Shared phones and e-mails in the whole ledger. */
  readonly shared: SharedKeys
}

/** The orders of all sheets, one that several of them tell counted once; each sheet rejects its own. */
export function sumOfOrders(reports: readonly FileReport[], together: StagedTogether | null): FileReport['orders'] {
  const sum = (of: keyof FileReport['orders']) => reports.reduce((total, { orders }) => total + orders[of], 0)
  const told = together?.orders ?? { inserted: sum('inserted'), updated: sum('updated'), unchanged: sum('unchanged') }
  return { ...told, rejected: sum('rejected') }
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
      for (const conflict of plan.conflicts)
        tell(intake, conflict, 'error', 'order.conflict', { map: numberColumn(intake.match) })
      for (const { before, after, ...tie } of plan.ties) {
        const params = { before: amountText(before), after: amountText(after) }
        tell(intake, tie, 'warning', 'order.arrival', params)
      }
      for (const { before, after, beforeOn, afterOn, ...move } of plan.moved) {
        const params = {
          before: `${dateOf(beforeOn)} ${amountText(before)}`,
          after: `${dateOf(afterOn)} ${amountText(after)}`,
          map: numberColumn(intake.match),
        }
        tell(intake, move, 'warning', 'order.moved', params)
      }
      for (const { row, file, batch, before } of toldAgain(ledger, intake.source)) {
        const isOther = before !== null
        const params = { file, batch, ...(isOther ? { before: amountText(before) } : {}) }
        intake.issues.add({
          severity: 'warning',
          code: isOther ? 'order.corrected' : 'order.again',
          row,
          column: -1,
          params,
        })
      }
      for (const { isCounted, ...other } of plan.otherItems)
        tell(intake, other, 'warning', isCounted ? 'order.other-items' : 'order.items-left')
      const { older, rejected, ...counts } = plan.counts(intake.source)
      const apart = apartCounts(ledger, intake.source)
      const beside = stagedBeside(ledger, intake.source)
      const report: FileReport = {
        file: name,
        intake,
        encoding: workbook.encoding ?? null,
        orders: {
          inserted: counts.inserted - apart.inserted,
          updated: counts.updated - apart.updated,
          unchanged: counts.unchanged - apart.unchanged,
          rejected: rejected + intake.rejectedOrders,
        },
        customers: customerCounts(ledger, intake.source),
        staged: stagedSummary(ledger, intake.source),
        issues: intake.issues.groups(),
        older: older - apart.older,
        beside,
        waiting: beside.waitingRefunds > 0 ? waitingRefunds(ledger, intake.source, SHOWN_REFUNDS) : [],
        found: foundRefunds(ledger, intake.source),
        earlier: earlierImport(ledger, intake.source),
        entries: entries.get(intake.source) ?? [],
        waitingEntries: waitingEntries(ledger, intake.source),
        namesakes: intake.match.format.entry === undefined ? [] : namesakes(ledger, intake.source),
        shared: sharedKeys(ledger),
      }
      setStagedSummary(
        ledger,
        intake.source,
        JSON.stringify({
          orders: report.orders,
          customers: report.customers,
          lines: report.staged.lines,
          waiting: report.beside.waitingRefunds + report.beside.waitingParts,
        }),
      )
      return report
    }),
  )
}

/** Adds what the plan found about one order to the findings of its sheet. */
/** The column of order numbers where the seller may say that it has none; '' for a platform's. */
export function numberColumn({ format, columns, header }: Match): string {
  return format.fields === 'aliases' ? columnName(columns.get('orderId')?.[0] ?? -1, header) : ''
}

const amountText = ({ minor, currency }: PlannedTie['before']): string => `${formatMinor(minor, currency)} ${currency}`

function tell(
  intake: SheetIntake,
  found: PlannedNotice,
  severity: 'error' | 'warning',
  code: string,
  params: Issue['params'] = {},
): void {
  if (found.source !== intake.source) return
  const column = intake.match.columns.get('orderId')?.[0] ?? -1
  const number = orderNumber(found.number) ?? ''
  intake.issues.add({ severity, code, row: found.row, column, params: { ...params, number } })
}
