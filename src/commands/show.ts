import type { Context } from '../context.js'
import { show } from '../reports/show.js'
import { loadCustomerFile } from '../store/customer-file.js'
import { type CustomerArgs, customerInput } from './customer-input.js'

/** `crm show`: one customer's whole file. */
export async function showCommand(args: CustomerArgs, context: Context): Promise<number> {
  const input = await customerInput(args, context)
  const file = loadCustomerFile(await context.readLedger(), input.id)
  await context.output(show.build({ ...input, file }))
  return 0
}
