import type { Context } from '../context.js'
import { weekly } from '../reports/weekly.js'
import { buildReport } from './build-report.js'
import { moversInput } from './movers-input.js'

/** `crm report`: the whole picture of a period. The week is the only one so far. */
export async function reportCommand(_args: { readonly kind: 'weekly' }, context: Context): Promise<number> {
  await context.output(buildReport(weekly, await moversInput(context)))
  return 0
}
