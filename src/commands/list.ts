import type { Context } from '../context.js'
import { list } from '../reports/list.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

/** `crm list`: the customers a filter chooses. */
export async function listCommand(args: { readonly filter: string }, context: Context): Promise<number> {
  await context.output(buildReport(list, await reportInput(context, args.filter)))
  return 0
}
