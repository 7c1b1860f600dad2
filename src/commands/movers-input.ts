import type { Context } from '../context.js'
import type { Day } from '../core/values/business-date.js'
import { type MoversInput, weekBefore } from '../reports/movers-table.js'
import { loadCorrections } from '../store/corrections.js'
import { earlierDay } from './earlier-day.js'
import { type CommandInput, reportInput } from './report-input.js'
import type { ValueArgs } from './value-options.js'
import { zoneOf } from './zone.js'

export interface MoversArgs extends ValueArgs {
  /** The day to compare with, as typed. */
  readonly against?: string | undefined
}

/** The input of a report that tells who moved, and by which import; UserError `against.not-earlier` and those of `reportInput`. */
export async function moversInput(
  context: Context,
  filter?: string,
  args: MoversArgs = {},
): Promise<CommandInput & MoversInput> {
  const input = await reportInput(context, filter, args)
  const since = args.against === undefined ? weekBefore(input.asOf) : earlierDay(args.against, input.asOf)
  return { ...input, ...(await moversSince(input, since, context)) }
}

/** What is needed to tell who moved since an earlier day. */
export async function moversSince(
  input: CommandInput,
  since: Day,
  context: Context,
): Promise<Pick<MoversInput, 'since' | 'corrections'>> {
  const ledger = await context.readLedger()
  const zone = zoneOf(context, ledger)
  // Where the newest order's day stands in for today, imports were still made in the days up to the real one.
  const upTo = input.calendar.asOf
  const span = { ordersUpTo: since, importsBetween: [upTo - (input.asOf - since), upTo] } as const
  return { since, corrections: loadCorrections(ledger, input.snapshot, span, zone) }
}
