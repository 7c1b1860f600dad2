import type { ContactRecord } from '../core/contact-record.js'
import { eachLead } from '../core/follow-up/leads/lead.js'
import { type Activity, type ActivityBasis, activityOf } from '../core/follow-up/team/activity.js'
import { targetsOver } from '../core/follow-up/team/targets.js'
import {
  commonParams,
  draft,
  finishTable,
  type ReportDefinition,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { currencyOf, wideUnless } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { contactsTarget, salesTarget, visitsTarget } from '../core/settings/targets.js'
import { owner as ownerGroups } from '../core/value/groups/owner.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { setApart } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import type { RulesInput } from './due-table.js'
import { movedNotes, nobodyNotes, tagNotes } from './notes.js'
import { ownerColumn } from './owner-column.js'

export interface TeamInput extends RulesInput {
  /** The days looked at, `(from, to]`. */
  readonly days: { readonly from: Day; readonly to: Day }
  /** What was recorded of contacts on those days. */
  readonly contactRecords: readonly ContactRecord[]
  readonly lifecycle: () => Lifecycle
  /** The ledger's first day. */
  readonly begunOn: Day
}

const words = bilingual(
  {
    title: 'Team',
    purpose:
      'What each person did: proven contacts, visits, due items done on time, leads won and net sales, beside the targets.',
    table: 'By owner',
    columns: {
      customers: 'Customers',
      contacts: 'Contacts',
      target: 'Target',
      unproven: 'Unproven',
      attempts: 'Attempts',
      visits: 'Visits',
      doneOnTime: 'Done on time',
      doneLate: 'Done late',
      missed: 'Missed',
      onTimeRate: 'On time',
      leadsWon: 'Leads won',
      net: 'Net sales',
    },
    empty: 'There are no customers and no contacts.',
    contacts: (on: string) =>
      `Contacts count with what was said: those without a text, or with one text for three or more customers, are unproven; what one command or row records is one contact. They are of whom --by names, else of who sees to the lead, complaint or countermeasure they closed, else to the customer. ${on}`,
    onTime:
      'On time: due items done by their last sensible day, over those done or missed by then; what was skipped, or left the list by itself, counts as neither. Before the ledger was begun nothing was late.',
    targets: (settings: string) =>
      `Targets: ${settings}; a month counts as 30 days. To change one: crm config set NAME VALUE`,
    ofNow:
      'A lead won is of who held it last; sales are of who looks after the customer now, what was missed of who sees to it.',
  },
  {
    title: '团队',
    purpose: '每个人做了什么：有效跟进、拜访、按时完成的待办、成交的意向客户和净销售额，与目标对比。',
    table: '按负责人',
    columns: {
      customers: '客户数',
      contacts: '跟进',
      target: '目标',
      unproven: '未经证实',
      attempts: '未联系上',
      visits: '拜访',
      doneOnTime: '按时完成',
      doneLate: '逾期完成',
      missed: '逾期未做',
      onTimeRate: '按时率',
      leadsWon: '成交意向客户',
      net: '净销售额',
    },
    empty: '没有客户，也没有跟进记录。',
    contacts: (on) =>
      `有内容的跟进才算数：没写内容，或同一句话写给三位以上客户的，不算有效跟进；一条命令或一行记录算一次。--by 写明是谁就算谁的；没写的，结清意向客户、投诉、对策的算其跟进人的，其余算客户负责人的。${on}`,
    onTime:
      '按时率＝在最晚跟进日期前完成的待办，除以已完成的和逾期没做的；跳过的、自行消失的都不算。账本建立之前的不算逾期。',
    targets: (settings) => `目标：${settings}；一个月按30天算。修改：crm config set 名称 值`,
    ofNow: '成交的意向客户算最后的跟进人的；销售额算客户现在的负责人的，逾期未做的算该事项负责人的。',
  },
)

/** Activity by owner (R32): the trailing quarter, or another period. */
export const team: ReportDefinition<TeamInput> = {
  name: 'team',
  words,
  build(input) {
    const { lang } = input
    const rows = activityIn(input)
    const nobody = nobodyNotes(input)
    const isOwned = rows.some(({ person }) => person !== '')
    return {
      ...reportHead(team, input, input.days),
      params: { from: dateOf(input.days.from + 1), to: dateOf(input.days.to), ...commonParams(input) },
      summary: summaryOf(rows),
      facts: factsOf(input, rows),
      tables: [finishTable({ ...teamTable(input, rows), reason: words[lang].empty }, input.shape)],
      notes: [
        ...(nobody.length > 0 ? nobody : tagNotes(input)),
        ...movedNotes(input),
        ...(isOwned ? [] : [ownerGroups.words[lang].unknown]),
        ...methodNotes(input, rows),
      ],
    } satisfies Report
  },
}

/** What people did on the days of an input, one row each. */
export function activityIn(input: TeamInput): readonly Activity[] {
  return activityOf(basisOf(input))
}

function basisOf(input: TeamInput): ActivityBasis {
  const { snapshot, asOf, days, contactRecords: records, filter, decided, begunOn } = input
  return {
    ...{ snapshot, asOf, records, begunOn, window: days, inCharge: input.inCharge() },
    leads: closedLeads(input),
    open: input
      .dues()
      .queue(0)
      .lines.flatMap(({ items }) => items),
    targets: targetsOver(decided, snapshot.currency, days.to - days.from),
    peopleOf: (customer) => input.hands().peopleOf(customer),
    includes: (customer) => filter?.includes(customer) ?? true,
  }
}

/** Leads with who held them last: a lead need not have a customer's owner. */
function closedLeads({ lifecycle }: TeamInput): ActivityBasis['leads'] {
  return [...eachLead(lifecycle().leads)].map(({ customer, outcome, closedOn, touches, registeredBy }) => {
    const holder = touches.findLast(({ owner }) => owner !== '')?.owner ?? registeredBy
    return { customer, outcome, closedOn, holder }
  })
}

/** One row a person: what was done beside the targets. */
export function teamTable(input: TeamInput, rows: readonly Activity[]): TableDraft {
  const { lang, snapshot } = input
  const say = words[lang]
  const count = (key: string, label: string, changes: Partial<Column> = {}): Column => ({
    ...{ key, kind: 'count', label },
    ...changes,
  })
  const has = (of: (row: Activity) => number | null) => wideUnless(rows.some((row) => of(row) !== null))
  const money = { kind: 'money', ...currencyOf(snapshot.currency) } as const
  const columns: Column[] = [
    ownerColumn(
      rows.map(({ person }) => person),
      lang,
    ),
    count('customers', say.columns.customers),
    count('contacts', say.columns.contacts),
    count(
      'contactsTarget',
      say.columns.target,
      has(({ targets }) => targets.contacts),
    ),
    count('unproven', say.columns.unproven, wideUnless(rows.some(({ unproven }) => unproven > 0))),
    count('attempts', say.columns.attempts, { wide: true }),
    count('visits', say.columns.visits),
    count(
      'visitsTarget',
      say.columns.target,
      has(({ targets }) => targets.visits),
    ),
    count('doneOnTime', say.columns.doneOnTime, { wide: true }),
    count('doneLate', say.columns.doneLate, { wide: true }),
    count('missed', say.columns.missed),
    { key: 'onTimeRate', kind: 'percent', label: say.columns.onTimeRate },
    count('leadsWon', say.columns.leadsWon),
    { key: 'netMinor', label: say.columns.net, ...money },
    { key: 'salesTargetMinor', label: say.columns.target, ...money, ...has(({ targets }) => targets.salesMinor) },
  ]
  return draft('team', say.table, columns, rows, ({ person, targets, ...figures }) => ({
    owner: person,
    ...figures,
    contactsTarget: targets.contacts,
    visitsTarget: targets.visits,
    salesTargetMinor: targets.salesMinor,
  }))
}

const SUMMED = [
  'contacts',
  'unproven',
  'attempts',
  'visits',
  'doneOnTime',
  'doneLate',
  'missed',
  'leadsWon',
  'netMinor',
] as const

function summaryOf(rows: readonly Activity[]): Record<string, Json> {
  const sums = Object.fromEntries(SUMMED.map((key) => [key, total(rows, key)]))
  return { people: rows.filter(({ person }) => person !== '').length, ...sums, onTimeRate: rateOf(rows) }
}

function total(rows: readonly Activity[], key: (typeof SUMMED)[number]): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}

function rateOf(rows: readonly Activity[]): number | null {
  const done = total(rows, 'doneOnTime')
  const settled = done + total(rows, 'doneLate') + total(rows, 'missed')
  return settled === 0 ? null : done / settled
}

function factsOf({ lang, snapshot }: TeamInput, rows: readonly Activity[]): Fact[] {
  const { contacts, visits, onTimeRate, leadsWon, net } = words[lang].columns
  return [
    { label: contacts, kind: 'count', value: total(rows, 'contacts') },
    { label: visits, kind: 'count', value: total(rows, 'visits') },
    { label: onTimeRate, kind: 'percent', value: rateOf(rows) },
    { label: leadsWon, kind: 'count', value: total(rows, 'leadsWon') },
    { label: net, kind: 'money', value: total(rows, 'netMinor'), ...currencyOf(snapshot.currency) },
  ]
}

/** How the figures were told; nothing where there are none. */
function methodNotes({ lang, decided }: TeamInput, rows: readonly Activity[]): string[] {
  if (rows.length === 0) return []
  const say = words[lang]
  const names = [contactsTarget, visitsTarget, salesTarget]
  const settings = names.map(({ name, usual }) => `${name} ${decided.get(name) ?? usual}`)
  return [say.contacts(say.ofNow), say.onTime, say.targets(setApart(settings, lang))]
}
