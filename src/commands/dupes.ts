import type { Context } from '../context.js'
import { dupes } from '../reports/dupes.js'
import { loadTwinFacts } from '../store/twins.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'
import { nameSpeller } from './romanise.js'

/** `crm dupes`: pairs of customers who may be one person, as a list or as a sheet to be answered. */
export async function dupesCommand(args: { readonly filter: string }, context: Context): Promise<number> {
  const input = await reportInput(context, args.filter)
  const twins = loadTwinFacts(await context.readLedger(), input.snapshot, await nameSpeller())
  await context.output(buildReport(dupes, { ...input, twins }))
  return 0
}
