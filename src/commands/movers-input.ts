import type { Context } from '../context.js'
import { type MoversInput, moversSince } from '../reports/movers-table.js'
import { loadCorrections } from '../store/corrections.js'
import { type CommandInput, reportInput, zoneOf } from './report-input.js'
import type { ValueArgs } from './value-options.js'

/** The input of a report that tells who moved, and by which import. */
export async function moversInput(
  context: Context,
  filter?: string,
  args?: ValueArgs,
): Promise<CommandInput & MoversInput> {
  const input = await reportInput(context, filter, args)
  const ledger = await context.readLedger()
  const zone = zoneOf(context, ledger)
  const ordersUpTo = moversSince(input.asOf)
  // Where the newest order's day stands in for today, imports were still made in the days up to the real one.
  const upTo = input.isAsOfMoved ? context.today(zone) : input.asOf
  const span = { ordersUpTo, importsBetween: [moversSince(upTo), upTo] } as const
  return { ...input, corrections: loadCorrections(ledger, input.snapshot, span, zone) }
}
