import type { Context } from '../context.js'
import { sealContacts } from '../core/sealing.js'
import { show } from '../reports/show.js'
import { loadCustomerFile } from '../store/customer-file.js'
import { loadProvenance } from '../store/provenance.js'
import { buildReport } from './build-report.js'
import { type CustomerArgs, customerInput } from './customer-input.js'
import { withDues } from './dues-input.js'
import { evenUnrated } from './unrated-input.js'
import { zoneOf } from './zone.js'

export interface ShowArgs extends CustomerArgs {
  /** Also every place each value and each state of an order came from. */
  readonly sources: boolean
}

/** `crm show`: one customer's whole file. */
export async function showCommand(args: ShowArgs, context: Context): Promise<number> {
  const found = await evenUnrated(context, (viewOf) => customerInput(args, context, viewOf))
  const input = await withDues(found)
  const ledger = await context.readLedger()
  const file = loadCustomerFile(ledger, input.id)
  const provenance = args.sources ? { provenance: loadProvenance(ledger, input.id, zoneOf(context, ledger)) } : {}
  const { voice } = input.calendar
  const whole = { ...file, ...provenance }
  const { blocked } = input.snapshot.customers[input.customer]!
  const shown = blocked ? sealContacts(whole, context.lang) : whole
  await context.output(buildReport(show, { ...input, voice, file: shown }))
  return 0
}
