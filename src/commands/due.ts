import type { Context } from '../context.js'
import { due } from '../reports/due.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

export interface DueArgs {
  readonly filter: string
  /** Days to look ahead. */
  readonly days?: number | undefined
}

/** `crm due`: whom to contact today (R18, R19, R24). */
export async function dueCommand(args: DueArgs, context: Context): Promise<number> {
  const input = await reportInput(context, args.filter)
  await context.output(buildReport(due, { ...input, ahead: args.days ?? 0 }))
  return 0
}
