import type { Context } from '../context.js'
import { weekly } from '../reports/weekly.js'
import { buildReport } from './build-report.js'
import { withDues } from './dues-input.js'
import { moversInput } from './movers-input.js'

export interface ReportArgs {
  readonly kind: 'weekly'
  readonly filter: string
}

/** `crm report`: the whole picture of a period. The week is the only one so far. */
export async function reportCommand({ filter }: ReportArgs, context: Context): Promise<number> {
  await context.output(buildReport(weekly, await withDues(await moversInput(context, filter))))
  return 0
}
