import type { Context } from '../context.js'
import { findCustomer } from '../store/find-customer.js'
import { asOfView, type CommandInput, everyone } from './report-input.js'
import type { ValueArgs } from './value-options.js'

export interface CustomerArgs extends ValueArgs {
  readonly customer: string
}

/** The input of a report about one customer, with his id; UserError `customer.unknown`, `customer.ambiguous` and those of `valueOptions`. */
export async function customerInput(
  args: CustomerArgs,
  context: Context,
  viewOf = asOfView,
): Promise<CommandInput & { readonly customer: number; readonly id: string }> {
  const ledger = await context.readLedger()
  const { id } = findCustomer(ledger, args.customer)
  const input = await everyone(context, args, viewOf)
  return { ...input, id, customer: input.snapshot.customers.findIndex((known) => known.id === id) }
}
