import {
  BUCKETS,
  bucketOf,
  byLevel,
  byMonth,
  conversionBy,
  type LeadSums,
  type LevelledLead,
  lostReasons,
  stageReach,
  sumsBy,
} from '../core/follow-up/leads/funnel.js'
import type { Lead, LeadConflict } from '../core/follow-up/leads/lead.js'
import type { Unproven } from '../core/follow-up/leads/unproven.js'
import { INVALID_REASONS, LEAD_STAGES, leadWords } from '../core/follow-up/leads/words.js'
import { draft, type TableDraft } from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import type { Lang } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { identityOf } from './grades-columns.js'
import { identityColumns } from './identity.js'
import { leadColumnsIn } from './leads-table.js'
import type { LeadsReportInput } from './leads-view.js'
import { leadsWords } from './leads-words.js'

/** How many closed leads, conflicts and unproven contacts are shown where no limit is asked for. */
const MOST = 10

function sumColumns(input: LeadsReportInput, open: readonly LevelledLead[]): Column[] {
  const column = leadColumnsIn(input)
  const ifAmounts = wideUnless(open.some(({ lead }) => lead.record.amountMinor !== null))
  return [
    column('leads', 'count'),
    column('amountMinor', 'money', ifAmounts),
    column('expectedMinor', 'money', ifAmounts),
  ]
}

/** Open leads by level, with what the level means. */
export function levelsTable(input: LeadsReportInput, open: readonly LevelledLead[]): TableDraft {
  const column = leadColumnsIn(input)
  const { levels, criteria } = leadWords[input.lang]
  const columns = [column('level', 'text', { words: levels }), column('criteria', 'text'), ...sumColumns(input, open)]
  const rows = [...byLevel(open)]
  return draft('levels', leadsWords[input.lang].tables.levels, columns, rows, ([level, sums]) => ({
    ...{ level, criteria: criteria[level] },
    ...sums,
  }))
}

/** How many got as far as each stage, of those at the one before. */
export function stagesTable(input: LeadsReportInput, known: readonly Lead[]): TableDraft {
  const column = leadColumnsIn(input)
  const columns = [
    column('stage', 'text', { words: leadWords[input.lang].stages }),
    ...[column('open', 'count'), column('reached', 'count'), column('fromBefore', 'percent')],
  ]
  return draft('stages', leadsWords[input.lang].tables.stages, columns, stageReach(known), (reach, at) => ({
    ...{ stage: LEAD_STAGES[at]!, open: reach.open, reached: reach.reached, fromBefore: reach.conversion },
  }))
}

/** Open leads by how near the sale is. */
export function bucketsTable(input: LeadsReportInput, open: readonly LevelledLead[]): TableDraft {
  const { tables, buckets } = leadsWords[input.lang]
  const rows = [...sumsBy(open, BUCKETS, (levelled) => bucketOf(levelled, input.asOf))]
  const columns = [leadColumnsIn(input)('bucket', 'text', { words: buckets }), ...sumColumns(input, open)]
  return draft('buckets', tables.buckets, columns, rows, ([bucket, sums]) => ({ bucket, ...sums }))
}

/** Open leads by the month the sale is expected in. */
export function monthsTable(input: LeadsReportInput, open: readonly LevelledLead[]): TableDraft {
  const { tables, noDay } = leadsWords[input.lang]
  const rows: [string, LeadSums][] = [...byMonth(open)]
  const columns = [leadColumnsIn(input)('month', 'text'), ...sumColumns(input, open)]
  return draft('months', tables.months, columns, rows, ([month, sums]) => ({ month: month || noDay, ...sums }))
}

/** What became of the leads of each source or owner. */
export function conversionTable(
  input: LeadsReportInput,
  by: 'sources' | 'owners',
  known: readonly Lead[],
  groupOf: (lead: Lead) => string,
  none: string,
): TableDraft {
  const column = leadColumnsIn(input)
  const counts = (['leads', 'open', 'won', 'lost', 'invalid'] as const).map((key) => column(key, 'count'))
  const group = by === 'sources' ? 'source' : 'owner'
  const columns = [column(group, 'text'), ...counts, column('conversion', 'percent'), column('cycleDays', 'days')]
  const rows = conversionBy(known, groupOf)
  return draft(by, leadsWords[input.lang].tables[by], columns, rows, ({ group: name, ...row }) => ({
    [group]: name || none,
    ...row,
  }))
}

/** Why leads were lost, the commonest reason first. */
export function reasonsTable(input: LeadsReportInput, known: readonly Lead[]): TableDraft {
  const column = leadColumnsIn(input)
  const { tables, noReason } = leadsWords[input.lang]
  const columns = [column('reason', 'text'), column('leads', 'count')]
  return draft('reasons', tables.reasons, columns, lostReasons(known), ([reason, leads]) => ({
    reason: reason || noReason,
    leads,
  }))
}

/** Leads won, lost or invalid, the newest first. */
export function closedTable(input: LeadsReportInput, closed: readonly Lead[]): TableDraft {
  const column = leadColumnsIn(input)
  const { outcomes } = leadWords[input.lang]
  const rows = closed.toSorted((a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0) || a.customer - b.customer)
  const columns = [
    ...identityColumns(input, columnsIn(input.lang, input.snapshot.currency)),
    column('outcome', 'text', { words: outcomes }),
    column('closedOn', 'date'),
    column('reason', 'text', wideUnless(closed.some(({ reason }) => reason !== ''))),
    column('orderedOn', 'date', wideUnless(closed.some(({ orderedOn }) => orderedOn !== null))),
    column('owner', 'text', { wide: true }),
    column('openedOn', 'date', { wide: true }),
    column('contacts', 'count', { wide: true }),
    column('cycleDays', 'days', { wide: true }),
    column('source', 'text', { wide: true }),
  ]
  const table = draft('closed', leadsWords[input.lang].tables.closed, columns, rows, (lead) => ({
    ...identityOf(input, lead.customer),
    outcome: lead.outcome,
    closedOn: dateOrNull(lead.closedOn),
    reason: reasonText(lead, input.lang),
    orderedOn: dateOrNull(lead.orderedOn),
    owner: lead.registeredBy || null,
    openedOn: dateOrNull(lead.openedOn),
    contacts: lead.contactDays.length,
    cycleDays: lead.cycleDays,
    source: lead.record.source || null,
  }))
  return { ...table, most: MOST }
}

/** Why a lead ended, in the reader's language; null where nothing is said. */
export function reasonText({ reason, outcome }: Lead, lang: Lang): string | null {
  const code = INVALID_REASONS.find((one) => one === reason)
  return outcome === 'invalid' && code !== undefined ? leadWords[lang].invalid[code] : reason || null
}

/** Contacts registered twice: who came first, and who again. */
export function conflictsTable(
  input: LeadsReportInput,
  conflicts: readonly { readonly lead: Lead; readonly conflict: LeadConflict }[],
): TableDraft {
  const column = leadColumnsIn(input)
  const { tables, noOwner } = leadsWords[input.lang]
  const columns = [
    ...identityColumns(input, columnsIn(input.lang, input.snapshot.currency)),
    ...[column('first', 'text'), column('firstOn', 'date'), column('second', 'text'), column('secondOn', 'date')],
  ]
  const table = draft('conflicts', tables.conflicts, columns, conflicts, ({ lead, conflict }) => ({
    ...identityOf(input, lead.customer),
    first: lead.registeredBy || noOwner,
    firstOn: dateOrNull(lead.openedOn),
    second: conflict.owner || noOwner,
    secondOn: dateOf(conflict.on),
  }))
  return { ...table, most: MOST }
}

/** Contacts that prove nothing and leads lost without one. */
export function unprovenTable(input: LeadsReportInput, unproven: readonly Unproven[]): TableDraft {
  const column = leadColumnsIn(input)
  const say = leadsWords[input.lang]
  const columns = [
    ...identityColumns(input, columnsIn(input.lang, input.snapshot.currency)),
    ...[column('on', 'date'), column('why', 'text', { words: say.unproven }), column('text', 'text')],
  ]
  const table = draft('unproven', say.tables.unproven, columns, unproven, ({ customer, on, why, text }) => ({
    ...identityOf(input, customer),
    ...{ on: dateOf(on), why, text: text || null },
  }))
  return { ...table, most: MOST }
}
