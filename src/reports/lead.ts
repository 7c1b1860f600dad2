import { LEAD_STAGES, leadWords } from '../core/follow-up/leads/words.js'
import {
  commonParams,
  draft,
  finishOther,
  finishTable,
  type ReportDefinition,
  reportHead,
} from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { aheadNotes } from './empty-window.js'
import { leadFacts, leadJson } from './lead-facts.js'
import { oneLeadWords as words } from './lead-words.js'
import { closedTable } from './leads-funnel.js'
import { leadColumnsIn } from './leads-table.js'
import { type LeadsReportInput, leadViewer } from './leads-view.js'
import { contactsTable, type FileInput } from './show-tables.js'

export type LeadInput = LeadsReportInput & Pick<FileInput, 'customer' | 'file' | 'rules'>

/** One lead: all that is written down, its stages, its contacts, and the leads before it. The customer must have one. */
export const lead: ReportDefinition<LeadInput> = {
  name: 'lead',
  words,
  build(input) {
    const newest = input.leads.get(input.customer)!
    const seen = leadViewer(input)(newest)
    const { name, id } = input.snapshot.customers[input.customer]!
    const head = reportHead(lead, input, null)
    const report: Report = {
      ...head,
      title: `${head.title} · ${name ?? id}`,
      params: { customer: id, ...commonParams(input) },
      summary: { customer: id, ...(leadJson(seen) as Record<string, never>) },
      facts: leadFacts(input, seen, input.file),
      tables: [finishTable(stagesTable(input)), finishOther(contactsTable(input), input.shape), ...beforeTables(input)],
      notes: aheadNotes(input),
    }
    return report
  },
}

/** Each stage the lead was in, with the first day of it. */
function stagesTable(input: LeadInput) {
  const { stageDays } = input.leads.get(input.customer)!
  const column = leadColumnsIn(input)
  const say = words[input.lang]
  const columns = [
    column('stage', 'text', { words: leadWords[input.lang].stages }),
    column('on', 'date', { label: say.since }),
  ]
  const reached = LEAD_STAGES.filter((stage) => stageDays[stage] !== undefined)
  return draft('stages', say.stages, columns, reached, (stage) => ({ stage, on: dateOf(stageDays[stage]!) }))
}

function beforeTables(input: LeadInput): Table[] {
  const { before } = input.leads.get(input.customer)!
  if (before.length === 0) return []
  return [finishOther({ ...closedTable(input, before), key: 'before', title: words[input.lang].before }, input.shape)]
}
