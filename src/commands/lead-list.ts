import type { Context } from '../context.js'
import { leads } from '../reports/leads.js'
import { loadContactNotes } from '../store/contact-notes.js'
import { ledgerId } from '../store/ledger-id.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

export interface LeadListArgs {
  readonly filter: string
  readonly owner?: string | undefined
  readonly pool: boolean
}

/** `crm lead list`: open leads with the funnel, and what became of the closed ones; from today also where orders have ceased. */
export async function listLeads({ filter, owner, pool }: LeadListArgs, context: Context): Promise<number> {
  const input = await reportInput(context, filter)
  const ledger = await context.readLedger()
  const { calendar } = input
  const contactNotes = () => loadContactNotes(ledger, calendar.snapshot, calendar.asOf)
  const asked = { owner: owner?.trim() || undefined, pool, ledger: ledgerId(ledger), contactNotes }
  const seen = { ...calendar, leads: calendar.leads(), poolRules: calendar.poolRules() }
  await context.output(buildReport(leads, { ...input, ...seen, ...asked }))
  return 0
}
