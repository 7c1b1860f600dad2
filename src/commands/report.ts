import type { Context } from '../context.js'
import { daily } from '../reports/daily.js'
import { key } from '../reports/key.js'
import { problem } from '../reports/problem.js'
import { weekly } from '../reports/weekly.js'
import { loadContactRecords } from '../store/contact-records.js'
import { ledgerId } from '../store/ledger-id.js'
import { buildReport } from './build-report.js'
import { withDues } from './dues-input.js'
import { moversInput } from './movers-input.js'
import { ownedBy } from './owned.js'
import { reportInput } from './report-input.js'

export interface ReportArgs {
  readonly kind: 'weekly' | 'daily' | 'key' | 'problem'
  readonly filter: string
  /** Only customers of this owner, and this person's contacts. */
  readonly owner?: string | undefined
}

/** `crm report`: a day or a week as a whole, and the lists of key and problem customers to plan in. */
export async function reportCommand(args: ReportArgs, context: Context): Promise<number> {
  if (args.kind === 'daily') return showDay(args, context)
  const filter = ownedBy(args.filter, args.owner)
  if (args.kind === 'weekly')
    await context.output(buildReport(weekly, await withDues(await moversInput(context, filter))))
  else await showPlan(args.kind === 'key' ? key : problem, filter, context)
  return 0
}

async function showPlan(report: typeof key, filter: string, context: Context): Promise<void> {
  const input = await withDues(await reportInput(context, filter))
  const ledger = ledgerId(await context.readLedger())
  await context.output(buildReport(report, { ...input, ledger }))
}

/** Where the newest order's day stands in for today, contacts are still those of the real day. */
async function showDay({ filter, owner }: ReportArgs, context: Context): Promise<number> {
  const input = await withDues(await reportInput(context, filter))
  const ledger = await context.readLedger()
  const today = input.calendar.asOf
  const contactRecords = loadContactRecords(ledger, input.snapshot, { from: today - 1, to: today })
  await context.output(buildReport(daily, { ...input, today, contactRecords, owner }))
  return 0
}
