import type { Context } from '../context.js'
import { credit } from '../reports/credit.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

/** `crm credit`: the credit lists (R28). */
export async function creditCommand(args: { readonly filter: string }, context: Context): Promise<number> {
  await context.output(buildReport(credit, await reportInput(context, args.filter)))
  return 0
}
