import type { Context } from '../context.js'
import { dateOf } from '../core/values/business-date.js'
import { type StagedPlace, stagedLeads } from '../store/entries.js'
import type { Ledger } from '../store/ledger.js'
import type { FileIntake } from './import-file.js'
import { leadsView } from './lead-view.js'
import { zoneOf } from './zone.js'

/** Tells the rows of an import that register somebody whom another has already: they change nothing (R17). Inside its write. */
export function tellSecondLeads(intakes: readonly FileIntake[], ledger: Ledger, context: Context): void {
  const told = stagedLeads(ledger)
  if (told.size === 0) return
  const { snapshot, second } = leadsView(context, ledger, context.today(zoneOf(context, ledger)))
  for (const { row, registeredBy, openedOn } of second) {
    const place = told.get(row.entry!)
    if (place === undefined) continue
    const { name, id } = snapshot.customers[row.customer]!
    const first = { owner: registeredBy, day: openedOn === null ? '' : dateOf(openedOn) }
    add(intakes, place, { value: row.details.owner!, who: name ? `${name} (${id})` : id, ...first })
  }
}

function add(intakes: readonly FileIntake[], { source, row }: StagedPlace, params: Readonly<Record<string, string>>) {
  const sheet = intakes.flatMap(({ sheets }) => sheets).find((one) => one.source === source)
  const column = sheet?.match.columns.get('owner')?.[0] ?? -1
  sheet?.issues.add({ severity: 'warning', code: 'lead.second', row, column, params })
}
