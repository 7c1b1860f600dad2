import type { Context } from '../context.js'
import type { DimensionName } from '../core/value/groups/names.js'
import { tier } from '../reports/tier.js'
import { buildReport } from './build-report.js'
import { type MoversArgs, moversInput } from './movers-input.js'
import { perInput } from './per-input.js'

export interface TierArgs extends MoversArgs {
  readonly filter: string
  /** What customers are grouped by. */
  readonly per?: DimensionName | undefined
}

/** `crm tier`: ABC tiers (R10), who moved (R14), and groups of customers (R13). */
export async function tierCommand(args: TierArgs, context: Context): Promise<number> {
  const input = await moversInput(context, args.filter, args)
  await context.output(buildReport(tier, { ...input, ...(await perInput(context, input, args.per)) }))
  return 0
}
