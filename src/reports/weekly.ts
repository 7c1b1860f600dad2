import { type OpenComplaintsSum, openComplaintsSum } from '../core/follow-up/feedback/open-complaints.js'
import type { Voice } from '../core/follow-up/feedback/voice.js'
import {
  commonParams,
  draft,
  finishOther,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, currencyOf } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { TIERS } from '../core/value/abc.js'
import { aggregate, firstCountedOn, type Window } from '../core/value/aggregate.js'
import { standingOn } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { dueTable, type RulesInput } from './due-table.js'
import { orReason } from './empty-window.js'
import { filteredMoves } from './filtered-moves.js'
import { type MoversInput, movers, moversTable } from './movers-table.js'
import { costNotes, dataNotes, unassignedIn } from './notes.js'
import { scoreNotes, scoringNote } from './rfm-notes.js'
import { segmentsTable } from './rfm-tables.js'
import { classesTable } from './tier-tables.js'

export interface WeeklyInput extends RulesInput, MoversInput {
  readonly voice: () => Voice
}

const words = bilingual(
  {
    title: 'Weekly report',
    purpose: 'The week beside the week before, whom to contact, classes, movers and segments.',
    weeks: (isFiltered: boolean) => `The week and the week before${isFiltered ? ', of all customers' : ''}`,
    period: 'Week',
    periods: { now: 'this week', before: 'week before' },
    from: 'From',
    to: 'To',
    buyers: 'Customers who ordered',
    newBuyers: 'New',
    returning: 'Returning',
    facts: {
      net: 'Net revenue this week',
      before: 'Week before',
      change: 'Change',
      orders: 'Orders this week',
      newBuyers: 'New customers',
      due: 'Customers to contact',
      complaints: 'Open complaints',
      oldest: 'Oldest of them since',
      late: 'Past the promised time',
      moved: 'Changed tier',
    },
    nobodyDue: 'Nobody is due.',
    noneDue: (all: number) =>
      `None of the filter's customers is due; the ${all.toLocaleString('en-US')} to contact are of all customers.`,
    ofAll: (label: string) => `${label} (of all)`,
    complaintsNote:
      'Open complaints: of all customers, not resolved by the last day of the week; past the promised time: the promised day is over. One by one: crm feedback list',
    unreachable: (n: number, of: number) => `${n} of ${of} customers have neither phone nor e-mail on file.`,
  },
  {
    title: '周报',
    purpose: '本周与上周对比、该联系的客户、客户类别、升降级名单和客户分群。',
    weeks: (isFiltered) => `本周与上周${isFiltered ? '（全部客户）' : ''}`,
    period: '周',
    periods: { now: '本周', before: '上周' },
    from: '起',
    to: '止',
    buyers: '下单客户数',
    newBuyers: '初次购买',
    returning: '再次购买',
    facts: {
      net: '本周净销售额',
      before: '上周净销售额',
      change: '增减',
      orders: '本周订单数',
      newBuyers: '新客户数',
      due: '待跟进客户数',
      complaints: '未处理完的投诉',
      oldest: '最早的一件始于',
      late: '已过承诺时限',
      moved: '升降级客户数',
    },
    nobodyDue: '没有待跟进的客户。',
    noneDue: (all) => `符合条件的客户都不在待跟进之列；待跟进的${all}位是全部客户里的。`,
    ofAll: (label) => `${label}（全部客户）`,
    complaintsNote:
      '未处理完的投诉：全部客户的投诉中到本周最后一天还没处理完的；已过承诺时限：承诺的日子已过。逐件查看：crm feedback list',
    unreachable: (n, of) => `${of}位客户中有${n}位没有留电话，也没有邮箱。`,
  },
)

/** The week that ends on the as-of day: what happened, whom to contact, who moved. */
export const weekly: ReportDefinition<WeeklyInput> = {
  name: 'weekly',
  words,
  build(input) {
    const standing = standingOn(input.snapshot, input.asOf, input.value)
    const allLines = input.dues().queue(0).lines
    const lines = input.filter ? allLines.filter(({ customer }) => input.filter!.includes(customer)) : allLines
    const moved = movers(input, standing)
    const weeks = [weekOf(input, 0), weekOf(input, 7)] as const
    const complaints = openComplaintsSum(input.voice().feedback, input.asOf)
    const report: Report = {
      ...reportHead(weekly, input, standing.sums.window),
      params: { days: input.value.days, ...commonParams(input) },
      summary: {
        week: weekJson(weeks[0]),
        weekBefore: weekJson(weeks[1]),
        customers: Object.fromEntries(TIERS.map((tier) => [tier, standing.abc.totals[tier].customers])),
        due: allLines.length,
        complaints: { ...complaints, oldestOn: dateOrNull(complaints.oldestOn) },
        movers: moved.all.length,
      },
      facts: weeklyFacts(input, weeks, { due: allLines.length, moved: moved.all.length, complaints }),
      tables: [
        finishTable(weeksTable(input, weeks)),
        finishOther({ ...dueTable(input, lines, 0), reason: nobodyDue(input, allLines.length) }, input.shape),
        finishTable(classesTable(input, standing, input.value.measure)),
        finishOther(moversTable(input, standing, moved.movers), input.shape),
        finishTable({ ...segmentsTable(input, standing), reason: scoringNote(standing.rfm, input.lang) }),
      ],
      notes: [
        ...filteredMoves(input, 'tier', moved.all.length, moved.movers.length),
        ...costNotes(input, standing.sums),
        ...dataNotes(input, standing.sums),
        scoringNote(standing.rfm, input.lang),
        ...scoreNotes(input, standing),
        ...(complaints.open > 0 ? [words[input.lang].complaintsNote] : []),
        ...contactNote(input),
      ],
    }
    return orReason(report, input, standing.sums.window)
  },
}

/** With a filter nobody of it may be due while others are. */
function nobodyDue({ lang, filter }: WeeklyInput, all: number): string {
  return filter && all > 0 ? words[lang].noneDue(all) : words[lang].nobodyDue
}

interface Week {
  readonly window: Window
  readonly orders: number
  readonly netMinor: number
  readonly buyers: number
  readonly newBuyers: number
}

/** The seven days that end `back` days before the as-of day; orders without a customer are part of orders and net. */
function weekOf(input: ReportInput, back: number): Week {
  const window = { from: input.asOf - back - 7, to: input.asOf - back }
  const sums = aggregate(input.snapshot, window)
  const unassigned = unassignedIn(input, { window })
  const week = { window, orders: unassigned.orders, netMinor: unassigned.netMinor, buyers: 0, newBuyers: 0 }
  for (let i = 0; i < sums.orders.length; i++) {
    week.orders += sums.orders[i]!
    week.netMinor += sums.netMinor[i]!
    if (sums.orders[i] === 0) continue
    week.buyers++
    if (firstCountedOn(input.snapshot.orders, i) > window.from) week.newBuyers++
  }
  return week
}

function weekJson({ window, orders, netMinor, buyers, newBuyers }: Week): Record<string, Json> {
  const [from, to] = [dateOf(window.from! + 1), dateOf(window.to)]
  return {
    from,
    to,
    orders,
    netMinor,
    customers: buyers,
    newCustomers: newBuyers,
    returningCustomers: buyers - newBuyers,
  }
}

interface Standing {
  readonly due: number
  readonly moved: number
  readonly complaints: OpenComplaintsSum
}

function weeklyFacts(
  input: WeeklyInput,
  [now, before]: readonly [Week, Week],
  { due, moved, complaints }: Standing,
): Fact[] {
  const { facts, ofAll: marked } = words[input.lang]
  const ofAll = (label: string) => (input.filter ? marked(label) : label)
  const money = { kind: 'money', ...currencyOf(input.snapshot.currency) } as const
  const change = before.netMinor > 0 ? now.netMinor / before.netMinor - 1 : null
  return [
    { label: ofAll(facts.net), ...money, value: now.netMinor },
    { label: ofAll(facts.before), ...money, value: before.netMinor },
    { label: ofAll(facts.change), kind: 'percent', value: change },
    { label: ofAll(facts.orders), kind: 'count', value: now.orders },
    { label: ofAll(facts.newBuyers), kind: 'count', value: now.newBuyers },
    { label: ofAll(facts.due), kind: 'count', value: due },
    ...(keepsComplaints(input) ? complaintFacts(input, complaints, ofAll) : []),
    { label: ofAll(facts.moved), kind: 'count', value: moved },
  ]
}

/** Of a shop that never wrote one down, none being open says nothing. */
function keepsComplaints({ voice }: WeeklyInput): boolean {
  return voice().feedback.some(({ kind }) => kind === 'complaint')
}

/** How many are open; where any is, since when and how many were not answered in time. */
function complaintFacts(
  { lang }: WeeklyInput,
  { open, oldestOn, pastPromise }: OpenComplaintsSum,
  ofAll: (label: string) => string,
): Fact[] {
  const { facts } = words[lang]
  const count: Fact = { label: ofAll(facts.complaints), kind: 'count', value: open }
  if (open === 0) return [count]
  return [
    count,
    { label: ofAll(facts.oldest), kind: 'date', value: dateOrNull(oldestOn) },
    { label: ofAll(facts.late), kind: 'count', value: pastPromise },
  ]
}

function weeksTable(input: WeeklyInput, weeks: readonly [Week, Week]): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns: Column[] = [
    { key: 'period', kind: 'text', label: say.period, words: say.periods },
    { key: 'from', kind: 'date', label: say.from },
    { key: 'to', kind: 'date', label: say.to },
    column('orders'),
    column('netMinor'),
    { key: 'customers', kind: 'count', label: say.buyers },
    { key: 'newCustomers', kind: 'count', label: say.newBuyers },
    { key: 'returningCustomers', kind: 'count', label: say.returning },
  ]
  return draft('weeks', say.weeks(input.filter !== undefined), columns, weeks, (week, position) => ({
    period: position === 0 ? 'now' : 'before',
    ...(weekJson(week) as Record<string, string | number>),
  }))
}

/** Said where it stands in the way of contacting people. */
function contactNote({ snapshot, lang }: WeeklyInput): string[] {
  const unreachable = snapshot.customers.filter(({ phone, email }) => !phone && !email).length
  if (unreachable === 0) return []
  return [words[lang].unreachable(unreachable, snapshot.customers.length)]
}
