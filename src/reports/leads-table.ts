import { bucketOf } from '../core/follow-up/leads/funnel.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import { draft, type TableDraft } from '../core/report/build.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import type { Column, ColumnKind } from '../core/report/table.js'
import { dateOrNull } from './dates.js'
import { identityOf } from './grades-columns.js'
import { identityColumns, reachCells, reachColumns } from './identity.js'
import type { LeadsReportInput, SeenLead } from './leads-view.js'
import { leadsWords } from './leads-words.js'

type LeadColumn = keyof (typeof leadsWords)['en']['columns']

/** Makes columns of leads in the reader's language; money columns carry the ledger's currency. */
export function leadColumnsIn({ lang, snapshot }: LeadsReportInput) {
  const labels = leadsWords[lang].columns
  return (key: LeadColumn, kind: ColumnKind, changes: Partial<Column> = {}): Column => ({
    ...{ key, kind, label: labels[key] },
    ...(kind === 'money' ? currencyOf(snapshot.currency) : {}),
    ...changes,
  })
}

/** The open leads, a row each. */
export function leadsTable(input: LeadsReportInput, open: readonly SeenLead[]): TableDraft {
  const has = (of: (seen: SeenLead) => unknown) => wideUnless(open.some((seen) => of(seen)))
  return draft('leads', leadsWords[input.lang].tables.leads, leadsColumns(input, has), open, (seen) => ({
    ...identityOf(input, seen.lead.customer),
    ...reachCells(input, seen.lead.customer),
    ...standingCells(input, seen),
    ...recordCells(seen),
  }))
}

function leadsColumns(input: LeadsReportInput, has: (of: (seen: SeenLead) => unknown) => Partial<Column>): Column[] {
  const column = leadColumnsIn(input)
  const { levels, stages } = leadWords[input.lang]
  const say = leadsWords[input.lang]
  return [
    ...identityColumns(input, columnsIn(input.lang, input.snapshot.currency)),
    column('level', 'text', { words: levels }),
    column('stage', 'text', { words: stages, ...has(({ lead }) => lead.stage) }),
    column(
      'owner',
      'text',
      has(({ holding }) => holding.owner),
    ),
    column('lastContactOn', 'date'),
    column('dueOn', 'date'),
    column('overdueDays', 'days', { wide: true }),
    column(
      'amountMinor',
      'money',
      has(({ lead }) => lead.record.amountMinor),
    ),
    column(
      'closeOn',
      'date',
      has(({ lead }) => lead.record.closeOn),
    ),
    column('pool', 'text', { words: say.pool, ...has(({ pool }) => pool) }),
    column('missing', 'text', { wide: true }),
    column('proposed', 'text', { words: levels, wide: true }),
    column('lead', 'id', { wide: true }),
    column('openedOn', 'date', { wide: true }),
    column('contacts', 'count', { wide: true }),
    column('probability', 'percent', { wide: true }),
    column('expectedMinor', 'money', { wide: true }),
    column('bucket', 'text', { words: say.buckets, wide: true }),
    column('returnsOn', 'date', { wide: true }),
    ...reachColumns(input),
    ...(['source', 'need', 'products', 'obstacle', 'decisionMaker', 'supplier'] as const).map((key) =>
      column(key, 'text', { wide: true }),
    ),
  ]
}

function standingCells({ asOf, lang }: LeadsReportInput, seen: SeenLead) {
  const { lead, level, proposed, missing, holding, pool, due } = seen
  const say = leadsWords[lang]
  return {
    ...{ level, proposed, pool, stage: lead.stage, owner: holding.owner || null, lead: lead.subject || null },
    missing: missing.map((fact) => say.missing[fact]).join(say.listed) || null,
    openedOn: dateOrNull(lead.openedOn),
    lastContactOn: dateOrNull(seen.lastContactOn),
    contacts: lead.contactDays.length,
    dueOn: dateOrNull(due?.dueOn ?? null),
    overdueDays: due === null ? null : Math.max(0, asOf - due.dueOn),
    returnsOn: dateOrNull(holding.returns?.returnsOn ?? null),
    bucket: bucketOf(seen, asOf),
  }
}

function recordCells({ lead: { record }, probabilityPercent, expectedMinor }: SeenLead) {
  const { source, need, products, obstacle, decisionMaker, supplier } = record
  return {
    amountMinor: record.amountMinor,
    probability: probabilityPercent / 100,
    expectedMinor,
    closeOn: dateOrNull(record.closeOn),
    ...Object.fromEntries(
      Object.entries({ source, need, products, obstacle, decisionMaker, supplier }).map(([key, text]) => [
        key,
        text || null,
      ]),
    ),
  }
}
