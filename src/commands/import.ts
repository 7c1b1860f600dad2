import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { applyImport } from '../store/apply.js'
import { type Ledger, write } from '../store/ledger.js'
import { planImport } from '../store/plan.js'
import { allCustomerCounts, type CustomerCounts, ledgerState } from '../store/staged-summary.js'
import { openStaging } from '../store/staging.js'
import { type FileIntake, type ImportArgs, takeFile } from './import-file.js'
import { writeRejects } from './import-rejects.js'
import { type FileReport, fileReports, printJson, printReport } from './import-report.js'
import { ledgerToChange } from './ledger.js'

/** `crm import`: reads the files, plans, and applies the plan in one transaction (R3, R36). */
export async function importCommand(args: ImportArgs, context: Context): Promise<number> {
  const isDryRun = context.options.dryRun === true
  const ledger = await ledgerToChange(context)
  const staging = openStaging(ledger)
  const intakes: FileIntake[] = []
  for (const name of args.files) intakes.push(await takeFile(name, { args, context, ledger, staging }))
  staging.finish()
  const { reports, batch, customers } = apply(ledger, intakes, args.strict, context)
  const rejects = isDryRun ? [] : await writeRejects(ledger, intakes, args.rejects, context)
  if (context.options.json) printJson({ reports, batch, customers, isDryRun }, context)
  else
    printReport(
      { reports, batch, isDryRun, rejects, intakes, updates: isDryRun ? planImport(ledger).updates() : [] },
      context,
    )
  return reports.some((report) => report.orders.rejected > 0) ? 3 : 0
}

/** What an import did, or would do. */
interface Applied {
  readonly reports: readonly FileReport[]
  /** Null when nothing was written. */
  readonly batch: number | null
  readonly customers: CustomerCounts
}

/** Thrown to leave the transaction without a trace, with what it would have done. */
class RolledBack extends Error {
  constructor(readonly applied: Applied) {
    super()
  }
}

/** Applies the plan; a dry run does the very same and rolls it back, and so does an import that has nothing new to write. */
function apply(ledger: Ledger, intakes: readonly FileIntake[], isStrict: boolean, context: Context): Applied {
  const planned = { plan: planImport(ledger), state: ledgerState(ledger) }
  try {
    return write(ledger, () => {
      // Somebody may have written while the files were read; then the plan is made again, now under the lock.
      const plan = ledgerState(ledger) === planned.state ? planned.plan : planImport(ledger)
      const madeAt = new Date(context.io.now()).toISOString()
      const summary = JSON.stringify({ files: intakes.map((intake) => intake.name) })
      const { batch, records } = applyImport(ledger, madeAt, summary)
      const reports = fileReports(ledger, intakes, plan)
      const customers = allCustomerCounts(ledger)
      const rejected = reports.reduce((sum, report) => sum + report.orders.rejected, 0)
      if (isStrict && rejected > 0) throw new UserError('bad-data', 'import.strict', { rejected })
      if (context.options.dryRun === true || records === 0) throw new RolledBack({ reports, batch: null, customers })
      return { reports, batch, customers }
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.applied
    throw error
  }
}
