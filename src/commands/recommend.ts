import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { recommend } from '../reports/recommend.js'
import { findCustomer } from '../store/find-customer.js'
import type { Ledger } from '../store/ledger.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

/** `crm recommend`: what to offer one customer, or each customer of a filter (ALGORITHMS §7). */
export async function recommendCommand(args: { readonly who: string }, context: Context): Promise<number> {
  const id = customerNamed(args.who, await context.readLedger())
  const input = await reportInput(context, id === null ? args.who : '')
  const customer = id === null ? undefined : input.snapshot.customers.findIndex((known) => known.id === id)
  await context.output(buildReport(recommend, { ...input, customer }))
  return 0
}

/** A term of a filter has a field and an operator, or is left out by a minus. */
const filterLike = /[:：=<>≥≤]|^-/

/**
 * The id of the one customer a text names; null when it is a filter, as a part of several names is one. A text that can only
 * be a name and is nobody's is told so: UserError `customer.unknown`.
 */
function customerNamed(text: string, ledger: Ledger): string | null {
  if (text.trim() === '') return null
  try {
    return findCustomer(ledger, text).id
  } catch (error) {
    const isFilter = error instanceof UserError && (error.code === 'customer.ambiguous' || filterLike.test(text))
    if (isFilter) return null
    throw error
  }
}
