import type { Context } from '../context.js'
import { why } from '../reports/why.js'
import { type CustomerArgs, customerInput } from './customer-input.js'

/** `crm why`: the arithmetic behind one customer's tier, scores and due items. */
export async function whyCommand(args: CustomerArgs, context: Context): Promise<number> {
  await context.output(why.build(await customerInput(args, context)))
  return 0
}
