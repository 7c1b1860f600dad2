import type { Context } from '../context.js'
import { tier } from '../reports/tier.js'
import { moversInput } from './movers-input.js'
import type { ValueArgs } from './value-options.js'

/** `crm tier`: ABC tiers (R10). */
export async function tierCommand(args: ValueArgs & { readonly filter: string }, context: Context): Promise<number> {
  await context.output(tier.build(await moversInput(context, args.filter, args)))
  return 0
}
