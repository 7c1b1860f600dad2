import type { Context } from '../context.js'
import type { CohortMeasure } from '../core/value/choices.js'
import { cohorts } from '../reports/cohorts.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

/** Cohorts shown and months followed when nobody says how many: a year. */
const MONTHS = 12

export interface CohortsArgs {
  readonly filter: string
  readonly months?: number | undefined
  readonly by?: CohortMeasure | undefined
}

/** `crm cohorts`: retention by month of the first order. */
export async function cohortsCommand(args: CohortsArgs, context: Context): Promise<number> {
  const input = await reportInput(context, args.filter)
  const asked = { months: args.months ?? MONTHS, cohortsBy: args.by ?? 'customers' } as const
  // A terminal too gets every cohort asked for.
  const shape = { ...input.shape, limit: context.options.limit }
  await context.output(buildReport(cohorts, { ...input, ...asked, shape }))
  return 0
}
