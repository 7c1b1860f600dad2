import type { Context } from '../context.js'
import { type Day, dateOf, parseUserDate } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { rfm } from '../reports/rfm.js'
import { reportInput } from './report-input.js'
import type { ValueArgs } from './value-options.js'

interface RfmArgs extends ValueArgs {
  readonly filter: string
  readonly against?: string | undefined
}

/** `crm rfm`: scores and segments, with `--against` beside those of an earlier day; UserError `against.not-earlier`. */
export async function rfmCommand(args: RfmArgs, context: Context): Promise<number> {
  const input = await reportInput(context, args.filter, args)
  await context.output(rfm.build({ ...input, against: earlierDay(args.against, input.asOf) }))
  return 0
}

/** A day before the report's; `7d` counts back from it. */
function earlierDay(typed: string | undefined, asOf: Day): Day | undefined {
  if (typed === undefined) return undefined
  const day = parseUserDate(typed, asOf)
  if (day === null) throw new UserError('usage', 'cli.bad-date', { value: typed })
  if (day < asOf) return day
  throw new UserError('usage', 'against.not-earlier', { value: typed, day: dateOf(asOf) })
}
