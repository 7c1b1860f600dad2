import type { Context } from '../context.js'
import { asksForCalendar } from '../render/index.js'
import { due } from '../reports/due.js'
import { ledgerId } from '../store/ledger-id.js'
import { buildReport } from './build-report.js'
import { withDues } from './dues-input.js'
import { reportInput } from './report-input.js'
import { ruleNamed } from './rule-named.js'

export interface DueArgs {
  readonly filter: string
  /** Days to look ahead. */
  readonly days?: number | undefined
  /** Only what this person sees to. */
  readonly owner?: string | undefined
  /** Only what these rules propose, by name or by what either language calls them. */
  readonly reason?: readonly string[] | undefined
}

/** `crm due`: whom to contact today (R16–R31, R24). UserError `rule.unknown`, those of filters. */
export async function dueCommand(args: DueArgs, context: Context): Promise<number> {
  const only = args.reason?.map(ruleNamed)
  const input = await withDues(await reportInput(context, args.filter))
  const ledger = ledgerId(await context.readLedger())
  const isForCalendar = asksForCalendar(context.options)
  await context.output(
    buildReport(due, { ...input, ahead: args.days ?? 0, only, owner: args.owner, ledger, isForCalendar }),
  )
  return 0
}
