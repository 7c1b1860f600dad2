import type { Context } from '../context.js'
import { rfm } from '../reports/rfm.js'
import { reportInput } from './report-input.js'
import type { ValueArgs } from './value-options.js'

/** `crm rfm`: scores and segments. */
export async function rfmCommand(args: ValueArgs & { readonly filter: string }, context: Context): Promise<number> {
  await context.output(rfm.build(await reportInput(context, args.filter, args)))
  return 0
}
