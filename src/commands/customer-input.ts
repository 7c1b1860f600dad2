import type { Context } from '../context.js'
import { findCustomer } from '../store/find-customer.js'
import { asOfView, type CommandInput, inputOf } from './report-input.js'

export interface CustomerArgs {
  readonly customer: string
}

/** The input of a report about one customer, with his id; UserError `customer.unknown`, `customer.ambiguous`. */
export async function customerInput(
  { customer }: CustomerArgs,
  context: Context,
): Promise<CommandInput & { readonly customer: number; readonly id: string }> {
  const ledger = await context.readLedger()
  const { id } = findCustomer(ledger, customer)
  const input = inputOf(context, asOfView(context, ledger))
  return { ...input, id, customer: input.snapshot.customers.findIndex((known) => known.id === id) }
}
