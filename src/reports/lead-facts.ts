import type { CustomerFile } from '../core/customer-file.js'
import type { Lead } from '../core/follow-up/leads/lead.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact, Json } from '../core/report/model.js'
import type { ColumnKind, Value } from '../core/report/table.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { setApart } from '../core/values/joined.js'
import type { Lang } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { oneLeadWords } from './lead-words.js'
import { reasonText } from './leads-funnel.js'
import type { LeadsReportInput, SeenLead } from './leads-view.js'
import { leadsWords } from './leads-words.js'

/** Everything known of a lead as facts, what is not known left out. */
export function leadFacts(input: LeadsReportInput, seen: SeenLead, file: CustomerFile): Fact[] {
  const { lang, snapshot } = input
  const { lead } = seen
  const { name, id } = snapshot.customers[lead.customer]!
  const labels = oneLeadWords[lang].facts
  const fact = (key: keyof typeof labels, kind: ColumnKind, value: Value): Fact => ({
    ...{ label: labels[key], kind, value },
    ...(kind === 'money' ? currencyOf(snapshot.currency) : {}),
  })
  const facts = [
    ...[fact('customer', 'id', id), fact('name', 'text', name), fact('lead', 'id', lead.subject || null)],
    fact('outcome', 'text', leadWords[lang].outcomes[lead.outcome]),
    fact('closedOn', 'date', dateOrNull(lead.closedOn)),
    fact('reason', 'text', reasonText(lead, lang)),
    fact('order', 'text', orderText(lead.orderedOn, file)),
    fact('level', 'text', levelText(seen, lang)),
    fact('stage', 'text', lead.stage && leadWords[lang].stages[lead.stage]),
    ...holdingFacts(seen, lang).map(([key, kind, value]) => fact(key, kind, value)),
    fact('openedOn', 'date', dateOrNull(lead.openedOn)),
    fact('firstContactOn', 'date', dateOrNull(lead.firstContactOn)),
    fact('lastContactOn', 'date', dateOrNull(seen.lastContactOn)),
    fact('contacts', 'count', lead.contactDays.length),
    fact('dueOn', 'date', dateOrNull(seen.due?.dueOn ?? null)),
    fact('cycle', 'days', lead.cycleDays),
    ...saleFacts(seen).map(([key, kind, value]) => fact(key, kind, value)),
    ...recordFacts(lead, lang).map(([key, value]) => fact(key, 'text', value)),
  ]
  return facts.filter(({ value }) => value !== null)
}

type LeadFact = keyof (typeof oneLeadWords)['en']['facts']

function holdingFacts({ lead, holding, pool }: SeenLead, lang: Lang): [LeadFact, ColumnKind, Value][] {
  return [
    ['owner', 'text', holding.owner || null],
    ['registeredBy', 'text', lead.registeredBy === holding.owner ? null : lead.registeredBy || null],
    ['pool', 'text', pool && leadsWords[lang].pool[pool]],
    ['returnsOn', 'date', dateOrNull(holding.returns?.returnsOn ?? null)],
  ]
}

function saleFacts({
  lead: { record, outcome },
  probabilityPercent,
  expectedMinor,
}: SeenLead): [LeadFact, ColumnKind, Value][] {
  const isOpen = outcome === 'open' && record.amountMinor !== null
  return [
    ['amount', 'money', record.amountMinor],
    ['probability', 'percent', isOpen ? probabilityPercent / 100 : null],
    ['expected', 'money', isOpen ? expectedMinor : null],
    ['closeOn', 'date', dateOrNull(record.closeOn)],
  ]
}

function recordFacts({ record }: Lead, lang: Lang): [LeadFact, string | null][] {
  const { source, referrer, persons, decisionMaker, supplier, served, need, products, obstacle, knowsUs, note } = record
  const texts = {
    source,
    referrer,
    persons: setApart(persons, lang),
    decisionMaker,
    supplier,
    served,
  }
  const all = { ...texts, need, products, obstacle, knowsUs: knowsUs ? oneLeadWords[lang].yes : '', note }
  return Object.entries(all).map(([key, text]) => [key as LeadFact, text || null])
}

/** The level with the day it was set, or that it follows from the record, and what the record lacks. */
function levelText({ lead, level, missing }: SeenLead, lang: Lang): string | null {
  if (lead.outcome !== 'open' && lead.level === null) return null
  const one = oneLeadWords[lang]
  const { missing: facts, listed } = leadsWords[lang]
  const name = leadWords[lang].levels[level]
  if (lead.level === null || lead.levelOn === null) return one.bears(name)
  const set = one.set(name, dateOf(lead.levelOn))
  return missing.length === 0 ? set : one.missing(set, missing.map((fact) => facts[fact]).join(listed))
}

/** The order that won a lead: its day, and its number where it has one. */
function orderText(orderedOn: Day | null, { orders }: CustomerFile): string | null {
  if (orderedOn === null) return null
  const found = orders.find(({ on, isCounted }) => on === orderedOn && isCounted)
  return [dateOf(orderedOn), found?.order].filter(Boolean).join(' · ')
}

/** A lead in one line, for the customer's file. */
export function leadLine({ lead, level, holding }: SeenLead, lang: Lang): string {
  const { outcomes, levels, stages } = leadWords[lang]
  const day = lead.outcome === 'open' ? lead.openedOn : lead.closedOn
  const state = [outcomes[lead.outcome], day === null ? null : dateOf(day)].filter(Boolean).join(' ')
  const open = lead.outcome === 'open' ? [levels[level], lead.stage && stages[lead.stage], holding.owner] : []
  return [state, ...open, reasonText(lead, lang)].filter(Boolean).join(' · ')
}

/** A lead for machines; days as dates, amounts in minor units. */
export function leadJson({
  lead,
  level,
  proposed,
  missing,
  holding,
  pool,
  due,
  probabilityPercent,
  expectedMinor,
}: SeenLead): Json {
  const { record, stageDays } = lead
  return {
    ...{ lead: lead.subject || null, outcome: lead.outcome, reason: lead.reason || null, level: lead.level, proposed },
    ...{ missing: [...missing], counted: level, stage: lead.stage, owner: holding.owner || null, pool },
    ...{
      registeredBy: lead.registeredBy || null,
      openedOn: dateOrNull(lead.openedOn),
      closedOn: dateOrNull(lead.closedOn),
    },
    ...{
      orderedOn: dateOrNull(lead.orderedOn),
      contacts: lead.contactDays.length,
      dueOn: dateOrNull(due?.dueOn ?? null),
    },
    ...{ returnsOn: dateOrNull(holding.returns?.returnsOn ?? null), cycleDays: lead.cycleDays },
    stages: Object.fromEntries(Object.entries(stageDays).map(([stage, day]) => [stage, dateOf(day)])),
    record: { ...record, persons: [...record.persons], closeOn: dateOrNull(record.closeOn) },
    ...{ probabilityPercent, expectedMinor },
  }
}
