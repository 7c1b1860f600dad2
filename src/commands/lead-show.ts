import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { lead } from '../reports/lead.js'
import { loadCustomerFile } from '../store/customer-file.js'
import { findCustomer } from '../store/find-customer.js'
import { buildReport } from './build-report.js'
import { everyone } from './report-input.js'

/** `crm lead show CUSTOMER`: everything written down of one lead. UserError `lead.none`. */
export async function showLead(who: string, context: Context): Promise<number> {
  const ledger = await context.readLedger()
  const { id, name } = findCustomer(ledger, who)
  const input = await everyone(context, {})
  const { calendar } = input
  const customer = input.snapshot.customers.findIndex((known) => known.id === id)
  const leads = calendar.leads()
  if (!leads.has(customer)) throw new UserError('failed', 'lead.none', { who: name ? `${name} (${id})` : id, id })
  const file = loadCustomerFile(ledger, id)
  await context.output(
    buildReport(lead, { ...input, ...calendar, customer, leads, poolRules: calendar.poolRules(), file }),
  )
  return 0
}
