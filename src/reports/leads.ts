import { type Conversion, conversionOf } from '../core/follow-up/leads/funnel.js'
import { eachLead, type Lead } from '../core/follow-up/leads/lead.js'
import { type ContactNote, unprovenOf } from '../core/follow-up/leads/unproven.js'
import { LEAD_LEVELS } from '../core/follow-up/leads/words.js'
import {
  commonParams,
  finishOther,
  finishTable,
  type ReportDefinition,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import { leadKey, leadList } from '../core/worklist/lead-list.js'
import { inSheet } from '../core/worklist/sheet-table.js'
import { aheadNotes } from './empty-window.js'
import { funnelCharts } from './funnel-chart.js'
import {
  bucketsTable,
  closedTable,
  conflictsTable,
  conversionTable,
  levelsTable,
  monthsTable,
  reasonsTable,
  stagesTable,
  unprovenTable,
} from './leads-funnel.js'
import { leadsTable } from './leads-table.js'
import { isPooled, type LeadsReportInput, leadViewer, type SeenLead } from './leads-view.js'
import { leadsWords as words } from './leads-words.js'
import { nobodyNotes, tagNotes } from './notes.js'

export interface LeadsInput extends LeadsReportInput {
  /** Only open leads this owner has; all when left out. */
  readonly owner?: string | undefined
  /** Only open leads in the pool. */
  readonly pool: boolean
  /** What was written down of contacts up to the as-of day. */
  readonly contactNotes: () => readonly ContactNote[]
  /** By which the ledger knows its own lists again; without it nobody can work in the list. */
  readonly ledger?: string
}

/** Open leads, the funnel, and what became of the closed ones (R16, R17). */
export const leads: ReportDefinition<LeadsInput> = {
  name: 'leads',
  words,
  build(input) {
    const all = [...eachLead(input.leads)].filter(({ customer }) => input.filter?.includes(customer) ?? true)
    const chosen = all.map(leadViewer(input)).filter((seen) => isAsked(input, seen))
    // Who is blocked leaves every list and stays in the figures (R30).
    const isListed = ({ lead }: SeenLead) =>
      lead.outcome === 'open' && !input.snapshot.customers[lead.customer]!.blocked
    const open = chosen.filter(isListed).sort(byUrgency)
    const known = chosen.map(({ lead }) => lead)
    const conversion = conversionOf(known)
    const report: Report = {
      ...reportHead(leads, input, null),
      params: { owner: input.owner ?? null, pool: input.pool, ...commonParams(input) },
      summary: {
        ...conversion,
        overdue: overdueOf(open).length,
        inPool: open.filter(isPooled).length,
        expectedMinor: expectedOf(open),
      },
      facts: leadsFacts(input, open, conversion),
      charts: funnelCharts(input, known, finishTable(stagesTable(input, known))),
      tables: [
        {
          ...finishTable({ ...sheetTable(input, open), reason: reasonOf(input, known) }, input.shape),
          ...unless(known.length > 0),
        },
        ...funnelTables(input, open, known),
      ],
      notes: leadsNotes(input, open, known),
    }
    return report
  },
}

/** The open leads with columns to work in, and by which each row is known when it comes back (R25). */
function sheetTable(input: LeadsInput, open: readonly SeenLead[]): TableDraft {
  const table = leadsTable(input, open)
  const { ledger, snapshot, asOf, lang } = input
  if (ledger === undefined) return table
  return inSheet(table, leadList, lang, (position) => {
    const { customer, subject } = open[position]!.lead
    return leadKey({ ledger, on: asOf, customer: snapshot.customers[customer]!.id, subject })
  })
}

function isAsked({ owner, pool }: LeadsInput, seen: SeenLead): boolean {
  if (pool) return isPooled(seen)
  return (
    owner === undefined ||
    seen.holding.owner === owner ||
    (seen.lead.outcome !== 'open' && seen.holding.pooled?.formerOwner === owner)
  )
}

/** What is longest due first, then the hotter level; what is not due, or to be claimed, comes last. */
function byUrgency(a: SeenLead, b: SeenLead): number {
  const day = ({ due }: SeenLead) => due?.dueOn ?? Number.MAX_SAFE_INTEGER
  const level = (seen: SeenLead) => LEAD_LEVELS.indexOf(seen.level)
  const isHot = (seen: SeenLead) => Number(seen.level === 'H' && seen.due !== null)
  return isHot(b) - isHot(a) || day(a) - day(b) || level(a) - level(b) || a.lead.customer - b.lead.customer
}

function overdueOf(open: readonly SeenLead[]): readonly SeenLead[] {
  return open.filter(({ due }) => due?.isOverdue === true)
}

function expectedOf(open: readonly SeenLead[]): number {
  return open.reduce((sum, { expectedMinor }) => sum + (expectedMinor ?? 0), 0)
}

/** Machines find every table; people those with something to say. */
function unless(isShown: boolean): Pick<Table, 'isForMachines'> {
  return isShown ? {} : { isForMachines: true }
}

function funnelTables(input: LeadsInput, open: readonly SeenLead[], known: readonly Lead[]): Table[] {
  const { shape } = input
  const closed = known.filter(({ outcome }) => outcome !== 'open')
  const unproven = unprovenOf(new Map(known.map((lead) => [lead.customer, lead])), input.contactNotes())
  const conflicts = known.flatMap((lead) => lead.conflicts.map((conflict) => ({ lead, conflict })))
  const owner = ({ customer, registeredBy, touches }: Lead) =>
    touches.findLast(({ what }) => what === 'claim')?.owner ??
    (registeredBy || input.leads.get(customer)?.registeredBy || '')
  const say = words[input.lang]
  const hasAny = (of: (lead: Lead) => string) => known.some((lead) => of(lead) !== '')
  const source = ({ record }: Lead) => record.source
  return [
    { ...finishTable(levelsTable(input, open)), ...unless(open.length > 0) },
    {
      ...finishTable(stagesTable(input, known)),
      ...unless(known.some(({ stage, contactDays }) => stage !== null || contactDays.length > 0)),
    },
    { ...finishTable(bucketsTable(input, open)), ...unless(open.length > 0) },
    { ...finishTable(monthsTable(input, open)), ...unless(open.some(({ lead }) => lead.record.closeOn !== null)) },
    { ...finishTable(conversionTable(input, 'sources', known, source, say.noSource)), ...unless(hasAny(source)) },
    { ...finishTable(conversionTable(input, 'owners', known, owner, say.noOwner)), ...unless(hasAny(owner)) },
    { ...finishTable(reasonsTable(input, known)), ...unless(known.some(({ outcome }) => outcome === 'lost')) },
    { ...finishOther(closedTable(input, closed), shape), ...unless(closed.length > 0) },
    { ...finishOther(conflictsTable(input, conflicts), shape), ...unless(conflicts.length > 0) },
    { ...finishOther(unprovenTable(input, unproven), shape), ...unless(unproven.length > 0) },
  ]
}

function leadsFacts(input: LeadsInput, open: readonly SeenLead[], { conversion, cycleDays }: Conversion): Fact[] {
  const { facts } = words[input.lang]
  const expected = expectedOf(open)
  const pooled = open.filter(isPooled).length
  return [
    { label: facts.open, kind: 'count', value: open.length },
    { label: facts.overdue, kind: 'count', value: overdueOf(open).length },
    ...(pooled === 0 ? [] : [{ label: facts.pool, kind: 'count' as const, value: pooled }]),
    ...(expected === 0
      ? []
      : [{ label: facts.expected, kind: 'money' as const, value: expected, ...currencyOf(input.snapshot.currency) }]),
    ...(conversion === null ? [] : [{ label: facts.conversion, kind: 'percent' as const, value: conversion }]),
    ...(cycleDays === null ? [] : [{ label: facts.cycle, kind: 'days' as const, value: cycleDays }]),
  ]
}

function reasonOf({ lang, owner, pool }: LeadsInput, known: readonly Lead[]): string {
  const say = words[lang]
  if (pool) return say.nonePooled
  return owner === undefined || known.length > 0 ? say.noneOpen : say.noneHere(owner)
}

function leadsNotes(input: LeadsInput, open: readonly SeenLead[], known: readonly Lead[]): string[] {
  const say = words[input.lang]
  if (input.leads.size === 0) return [say.nobody]
  if (known.length === 0) return noneNotes(input)
  const unborne = open.filter(({ missing }) => missing.length > 0).length
  const late = open.filter(({ lead }) => lead.record.closeOn !== null && lead.record.closeOn < input.asOf).length
  const { hasTeam, daysWithoutContact } = input.poolRules
  return [
    ...aheadNotes(input),
    ...(open.length === 0 ? [] : [say.rhythm(input.poolRules.rhythm)]),
    ...(unborne === 0 ? [] : [say.unborne(unborne)]),
    ...(late === 0 ? [] : [say.late(late)]),
    ...unratedNote(input, open),
    ...(open.some(({ lead }) => lead.record.amountMinor !== null) ? [say.expectedNote] : []),
    ...(hasTeam && daysWithoutContact !== null && open.length > 0 ? [say.poolNote(daysWithoutContact)] : []),
    ...(known.some(({ outcome }) => outcome === 'won' || outcome === 'lost') ? [say.outside] : []),
    ...tagNotes(input),
  ]
}

/** Amounts that are in no sum, and what would change that. */
function unratedNote({ lang, snapshot }: LeadsInput, open: readonly SeenLead[]): string[] {
  const amounts = open.flatMap(({ lead }) => lead.unratedAmount ?? [])
  const codes = [...new Set(amounts.map((amount) => amount.slice(-3)))]
  const missing = codes.map((code) => `${code}=…`).join(' ')
  const command = snapshot.currency === null ? `crm config set currency.base ${codes[0]}` : `crm rates set ${missing}`
  return amounts.length === 0 ? [] : [words[lang].unrated(amounts.length, amounts.slice(0, 3).join(', '), command)]
}

function noneNotes(input: LeadsInput): string[] {
  const say = words[input.lang]
  if (input.pool) return [say.nonePooled]
  if (input.owner !== undefined) return [say.noneHere(input.owner)]
  const nobody = nobodyNotes(input)
  return nobody.length > 0 ? nobody : [say.noMatch(input.filter?.text ?? ''), ...tagNotes(input)]
}
