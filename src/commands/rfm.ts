import type { Context } from '../context.js'
import { rfm } from '../reports/rfm.js'
import { buildReport } from './build-report.js'
import { earlierDay } from './earlier-day.js'
import { reportInput } from './report-input.js'
import type { ValueArgs } from './value-options.js'

interface RfmArgs extends ValueArgs {
  readonly filter: string
  readonly against?: string | undefined
}

/** `crm rfm`: scores and segments, with `--against` beside those of an earlier day; UserError `against.not-earlier`. */
export async function rfmCommand(args: RfmArgs, context: Context): Promise<number> {
  const input = await reportInput(context, args.filter, args)
  const against = args.against === undefined ? undefined : earlierDay(args.against, input.asOf)
  await context.output(buildReport(rfm, { ...input, against }))
  return 0
}
