import type { Context } from '../context.js'
import { teamRules } from '../core/settings/leads.js'
import type { AsOfView } from '../core/value/as-of.js'
import { leads } from '../reports/leads.js'
import { loadContactNotes } from '../store/contact-notes.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerId } from '../store/ledger-id.js'
import { loadSnapshot } from '../store/snapshot.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'
import { zoneOf } from './zone.js'

export interface LeadListArgs {
  readonly filter: string
  readonly owner?: string | undefined
  readonly pool: boolean
}

/** `crm lead list`: open leads with the funnel, and what became of the closed ones. */
export async function listLeads({ filter, owner, pool }: LeadListArgs, context: Context): Promise<number> {
  const input = await reportInput(context, filter, {}, leadsDay)
  const ledger = await context.readLedger()
  const known = input.lifecycle().leads
  const poolRules = teamRules(input.decided, known, input.owners().values())
  const contactNotes = () => loadContactNotes(ledger, input.snapshot, input.asOf)
  const asked = { owner: owner?.trim() || undefined, pool, ledger: ledgerId(ledger) }
  await context.output(buildReport(leads, { ...input, ...asked, leads: known, poolRules, contactNotes }))
  return 0
}

/** Leads are looked at from today also where orders have ceased: whom to call does not wait for them. */
export function leadsDay(context: Context, ledger: Ledger): AsOfView {
  const zone = zoneOf(context, ledger)
  const asked = context.on(zone)
  return { snapshot: loadSnapshot(ledger, asked), asOf: asked ?? context.today(zone), isAsOfMoved: false }
}
