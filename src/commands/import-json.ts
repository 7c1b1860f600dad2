import type { Context } from '../context.js'
import type { CustomerCounts } from '../store/customer-counts.js'
import type { ForgottenRows } from '../store/forgotten.js'
import type { RestingMerge } from '../store/resting-merges.js'
import type { StagedTogether } from '../store/staged-summary.js'
import { type FileReport, sumOfOrders } from './import-report.js'

/** The machine output of PRODUCT.md, `import`. */
export function printJson(
  done: {
    reports: readonly FileReport[]
    batch: number | null
    customers: CustomerCounts
    together: StagedTogether | null
    isDryRun: boolean
    restingMerges: readonly RestingMerge[]
    /** What was about people who were forgotten, when anything was. */
    forgotten: ForgottenRows | null
    /** What sheets of twins answered, when there are any. */
    twins?: object | null
    /** What lists that were worked in said, when there are any. */
    lists?: object | null
    /** What registers of gifts said, when there are any. */
    gifts?: object | null
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
    foundRefunds: report.found,
    sameFile: report.earlier,
    entries: report.entries,
    waitingEntries: report.waitingEntries,
    namesakes: report.namesakes,
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
      rest: group.rest,
    })),
  }))
  context.print(
    `${JSON.stringify({ schemaVersion: 1, report: 'import', batch: done.batch, dryRun: done.isDryRun, orders: sumOfOrders(done.reports, done.together), customers: done.customers, totals: done.together?.totals ?? done.reports[0]?.staged.totals ?? [], files, restingMerges: done.restingMerges, ...(done.forgotten ? { forgotten: done.forgotten } : {}), ...(done.twins ? { twins: done.twins } : {}), ...(done.lists ? { lists: done.lists } : {}), ...(done.gifts ? { gifts: done.gifts } : {}) }, null, 2)}\n`,
  )
}
