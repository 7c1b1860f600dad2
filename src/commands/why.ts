import type { Context } from '../context.js'
import { why } from '../reports/why.js'
import { loadCustomerFile } from '../store/customer-file.js'
import { buildReport } from './build-report.js'
import { type CustomerArgs, customerInput } from './customer-input.js'
import { withDues } from './dues-input.js'

export interface WhyArgs extends CustomerArgs {
  /** Also every order behind the figures, with file and row. */
  readonly orders: boolean
}

/** `crm why`: the arithmetic behind one customer's tier, scores and due items. */
export async function whyCommand(args: WhyArgs, context: Context): Promise<number> {
  const input = await withDues(await customerInput(args, context))
  const behind = args.orders ? loadCustomerFile(await context.readLedger(), input.id) : undefined
  await context.output(buildReport(why, { ...input, behind }))
  return 0
}
