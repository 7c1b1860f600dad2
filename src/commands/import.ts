import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { EXIT_CODES } from '../failures.js'
import { importWords } from '../messages/import.js'
import { safetyMessages } from '../messages/safety.js'
import { applyImport } from '../store/apply.js'
import { allCustomerCounts, type CustomerCounts } from '../store/customer-counts.js'
import { type ForgottenRows, forgottenRows } from '../store/forgotten.js'
import type { PlannedNotice } from '../store/judge-orders.js'
import { type Ledger, rehearse, write } from '../store/ledger.js'
import { saveMappings } from '../store/mappings.js'
import { type Weighed, weighedPayments } from '../store/payments.js'
import { type ImportPlan, planImport } from '../store/plan.js'
import { type RestingMerge, watchMerges } from '../store/resting-merges.js'
import { ledgerState, type StagedTogether, stagedTogether } from '../store/staged-summary.js'
import { openStaging, type Staging } from '../store/staging.js'
import { rejectConflicts } from './import-conflicts.js'
import { type FileIntake, type ImportArgs, type Intake, takeFile, warnOfOpen } from './import-file.js'
import { takeGifts } from './import-gifts.js'
import { type InputName, inputNames } from './import-inputs.js'
import { printJson } from './import-json.js'
import { recallFiles, summedFiles } from './import-known.js'
import { takeLists } from './import-lists.js'
import { printFindings, printReport } from './import-print.js'
import { checkRejects, notWritten, type Rejects, writeRejects } from './import-rejects.js'
import { type FileReport, fileReports } from './import-report.js'
import { tellSecondLeads } from './import-second-leads.js'
import { takeTwins } from './import-twins.js'
import { keepReadings } from './kept-reading.js'
import { ledgerToChange } from './ledger.js'
import { namedAnew } from './named-columns.js'
import { warnOfMissingRate } from './rates.js'
import { isNoTable, worst } from './refusal-codes.js'

/** `crm import`: reads the files, plans, and applies the plan in one transaction (R3, R36). */
export async function importCommand(args: ImportArgs, context: Context): Promise<number> {
  const isDryRun = context.options.dryRun === true
  checkRejects(args.rejects, context)
  const ledger = await ledgerToChange(context)
  const staging = openStaging(ledger)
  const intake = { args, context, ledger, staging }
  const names = inputNames(args.files, context)
  const { intakes, applied } = (await recall(names, intake)) ?? (await readAndApply(names, intake))
  const { reports, batch } = applied
  if (applied.isRefused) refuse(applied, context)
  // The import is done: what comes now cannot take it back.
  context.keep()
  const twins = takeTwins(
    intakes.flatMap((intake) => intake.twins),
    ledger,
    context,
  )
  const sheetsOf = <K extends 'lists' | 'gifts'>(kind: K) =>
    intakes.flatMap((one): FileIntake[K][number][] => [...one[kind]])
  const lists = await beside(batch, takeLists(sheetsOf('lists'), ledger, args.strict, context), context)
  const gifts = await beside(lists?.batch ?? batch, takeGifts(sheetsOf('gifts'), ledger, args.strict, context), context)
  const rejects = isDryRun ? noRejects : await takeRejects(applied, { args, context, ledger, staging, intakes })
  if (context.options.json) printJson({ ...applied, isDryRun, twins, lists, gifts }, context)
  else if (reports.length > 0 || (twins === null && lists === null && gifts === null)) {
    const updates = isDryRun ? planImport(ledger).updates() : []
    printReport({ ...applied, isDryRun, rejects: rejects.written, intakes, updates }, context)
    tellWeighed(applied.weighed, context)
    tellResting(applied.restingMerges, isDryRun, context)
    tellForgotten(applied.forgotten, context)
    if (batch !== null) warnOfMissingRate(ledger, context)
  }
  for (const failure of rejects.failed) context.warn(notWritten(failure, context))
  const [failure] = rejects.failed
  if (failure !== undefined) return EXIT_CODES[failure.error.kind]
  const refused = [...(lists?.sheets ?? []), ...(gifts?.sheets ?? [])].reduce((sum, { rejected }) => sum + rejected, 0)
  return rejectedIn(reports) + refused > 0 || (twins?.issues.length ?? 0) > 0 ? 3 : 0
}

/**
 * What stops the lists and registers of an import takes back nothing that was imported before, and so that is named. UserError
 * `import.strict-rest`.
 */
async function beside<T>(batch: number | null, taking: Promise<T>, context: Context): Promise<T> {
  return taking.catch((error: unknown) => {
    if (batch === null) throw error
    if (error instanceof UserError && error.code === 'import.strict')
      throw new UserError('bad-data', 'import.strict-rest', { ...error.params, batch })
    context.say(context.words(importWords).done(batch))
    throw error
  })
}

/** What an import took, and what it did with it. */
interface Imported {
  readonly intakes: readonly FileIntake[]
  readonly applied: Applied
}

/** An import of nothing but large files the ledger knows, told without reading them; null where they are to be read. */
async function recall(names: readonly InputName[], intake: Intake): Promise<Imported | null> {
  const { context, ledger } = intake
  const files = await summedFiles(names, intake)
  if (files === null) return null
  const imported = rehearse(ledger, () => {
    const intakes = recallFiles(files, intake)
    if (intakes === null) return null
    const { isNews, applied } = carryOut(intakes, planImport(ledger), intake)
    return isNews ? null : { intakes, applied: { ...applied, batch: null } }
  })
  if (imported !== null) for (const { name, file } of files) warnOfOpen(name, file, context)
  return imported
}

async function readAndApply(names: readonly InputName[], intake: Intake): Promise<Imported> {
  const before = ledgerState(intake.ledger)
  const intakes = await takeFiles(names, intake)
  intake.staging.finish()
  return { intakes, applied: apply(intakes, before, intake) }
}

/** Reads every file; of those found in a folder or by a pattern, the ones that are no tables are told and left out. */
async function takeFiles(names: readonly InputName[], intake: Intake): Promise<readonly FileIntake[]> {
  const { context } = intake
  const intakes: FileIntake[] = []
  const refusals: UserError[] = []
  for (const { name, isNamed } of names) {
    try {
      intakes.push(await takeFile(name, intake))
    } catch (error) {
      if (isNamed || !isNoTable(error)) throw error
      refusals.push(error)
      context.warn(forTerminal(context.words(importWords).leftOut(name)))
    }
  }
  if (intakes.length === 0) throw worst(refusals)
  return intakes
}

/** What an import did, or would do. */
interface Applied {
  readonly reports: readonly FileReport[]
  /** Null when nothing was written. */
  readonly batch: number | null
  readonly customers: CustomerCounts
  /** What several sheets say together; null for one. */
  readonly together: StagedTogether | null
  /** Payments of earlier imports that count now, or do not any more. */
  readonly weighed: Weighed
  readonly restingMerges: readonly RestingMerge[]
  /** What was about people who were forgotten; null where nothing was. */
  readonly forgotten: ForgottenRows | null
  readonly conflicts: readonly PlannedNotice[]
  /** All or nothing was asked for, and some orders are rejected. */
  readonly isRefused: boolean
}

/** Thrown to leave the transaction without a trace, with what it would have done. */
class RolledBack extends Error {
  constructor(readonly applied: Applied) {
    super()
  }
}

/**
 * Applies the plan of files read when the ledger was in the state `before`; a dry run does the very same and rolls it back, and
 * so does an import that has nothing new to write.
 */
function apply(intakes: readonly FileIntake[], before: string, intake: Intake): Applied {
  const { args, context, ledger } = intake
  const planned = { plan: planImport(ledger), state: ledgerState(ledger) }
  try {
    return write(ledger, () => {
      // Somebody may have written while the files were read; then the plan is made again, now under the lock.
      const state = ledgerState(ledger)
      const plan = state === planned.state ? planned.plan : planImport(ledger)
      const { isNews, applied } = carryOut(intakes, plan, intake)
      if (applied.isRefused || context.options.dryRun === true || !isNews)
        throw new RolledBack({ ...applied, batch: null })
      // Files were read by what the ledger said before.
      if (state === before) keepReadings(intakes, args, intake)
      return applied
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.applied
    throw error
  }
}

/** Writes what is planned, and sums up what that did; whether it is anything the ledger did not have. Inside a transaction. */
function carryOut(intakes: readonly FileIntake[], plan: ImportPlan, { args, context, ledger }: Intake) {
  const madeAt = new Date(context.io.now()).toISOString()
  const summary = JSON.stringify({ files: intakes.map((intake) => intake.name) })
  const restingMerges = watchMerges(ledger)
  const { batch, records, entries } = applyImport(ledger, madeAt, summary)
  const named = namedAnew(
    ledger,
    intakes.flatMap(({ sheets }) => sheets.map(({ match }) => match)),
  )
  saveMappings(ledger, batch, named)
  tellSecondLeads(intakes, ledger, context)
  const reports = fileReports(ledger, intakes, plan, entries)
  const applied: Applied = {
    reports,
    batch,
    customers: allCustomerCounts(ledger),
    together: reports.length > 1 ? stagedTogether(ledger) : null,
    weighed: weighedPayments(ledger),
    restingMerges: restingMerges(),
    forgotten: forgottenRows(ledger),
    conflicts: plan.conflicts,
    isRefused: args.strict && rejectedIn(reports) > 0,
  }
  return { isNews: records + named.length > 0, applied }
}

/** Says which earlier sales turned out to be told twice, and which count again. */
function tellWeighed({ stopped, started }: Weighed, context: Context): void {
  const w = context.words(importWords)
  if (stopped > 0) context.say(w.paymentsStopped(stopped))
  if (started > 0) context.say(w.paymentsStarted(started))
}

/** Says which merges the files speak against now. */
function tellResting(merges: readonly RestingMerge[], isDryRun: boolean, context: Context): void {
  for (const { batch, detail } of merges)
    context.warn(forTerminal(context.words(importWords).restingMerge(batch, detail, isDryRun)))
}

/** Says how much of it was about people who were forgotten, and what became of that (R35). */
function tellForgotten(forgotten: ForgottenRows | null, context: Context): void {
  if (forgotten === null) return
  const { orders, dropped, rows } = forgotten
  context.say(context.words(safetyMessages).importedForgotten(orders, dropped, rows))
}

function rejectedIn(reports: readonly FileReport[]): number {
  return reports.reduce((sum, report) => sum + report.orders.rejected, 0)
}

/** Says which rows are wrong before `--strict` refuses them all; UserError `import.strict`. */
function refuse(applied: Applied, context: Context): never {
  const { reports } = applied
  if (context.options.json) printJson({ ...applied, batch: null, isDryRun: context.options.dryRun === true }, context)
  else printFindings(reports, context)
  throw new UserError('bad-data', 'import.strict', { rejected: rejectedIn(reports) })
}

const noRejects: Rejects = { written: [], failed: [] }

/** Everything a run of the import has at hand once it is done. */
interface Done {
  readonly args: ImportArgs
  readonly context: Context
  readonly ledger: Ledger
  readonly staging: Staging
  readonly intakes: readonly FileIntake[]
}

async function takeRejects(
  { conflicts }: Applied,
  { args, context, ledger, staging, intakes }: Done,
): Promise<Rejects> {
  try {
    await rejectConflicts(intakes, conflicts, staging)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { written: [], failed: [{ file: args.rejects ?? '', error }] }
  }
  return writeRejects(ledger, intakes, args.rejects, context)
}
