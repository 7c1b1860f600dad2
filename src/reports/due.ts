import type { DueLine, DueQueue } from '../core/follow-up/dues.js'
import { isOverdue } from '../core/follow-up/overdue.js'
import type { DueItem } from '../core/follow-up/rule.js'
import { isSamePerson, ownedLines } from '../core/follow-up/team/in-charge.js'
import { commonParams, finishTable, type ReportDefinition, reportHead, type TableDraft } from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import type { CustomerFacts } from '../core/snapshot.js'
import { windowOf } from '../core/value/aggregate.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { dueKey, dueList } from '../core/worklist/due-list.js'
import { inSheet } from '../core/worklist/sheet-table.js'
import { dueCalendar } from './due-calendar.js'
import { dueTable, type RulesInput, reasonOf } from './due-table.js'
import { aheadNotes, emptyWindowNotes } from './empty-window.js'
import { hasOrders, listOrNextStep } from './no-orders.js'
import { nobodyNotes, tagNotes, unknownOwnerNotes } from './notes.js'

export interface DueInput extends RulesInput {
  /** Days to look ahead; 0 for what is due on the as-of day. */
  readonly ahead: number
  /** Names of the rules whose items alone are shown; all without it. */
  readonly only?: readonly string[] | undefined
  /** Only what this person sees to, where one is named. */
  readonly owner?: string | undefined
  /** A calendar is asked for. */
  readonly isForCalendar?: boolean
  /** By which the ledger knows its own lists again; without it nobody can work in the list. */
  readonly ledger?: string
}

const words = bilingual(
  {
    title: 'Follow-ups due',
    purpose: 'Whom to contact today and why: one line a customer, most at stake first.',
    due: 'Customers due',
    overdue: 'Of them overdue',
    stake: 'At stake',
    nothing: 'Nobody is due.',
    moved: (day: string) =>
      `No order counts in the 365 days before today, so this is the list of the newest order's day, ${day}. Another day: --on DATE.`,
    stakeNote:
      'At stake: what the customer is expected to bring in the next 90 days, times the chance of losing them by waiting until the last sensible day (crm why CUSTOMER); all of it for dates agreed on.',
    weightNote: (weights: string) =>
      `At stake: what the customer is expected to bring in the next 90 days times the weight of the reason (${weights}): the history does not tell who leaves.`,
    yearNote: (weights: string) =>
      `At stake: a quarter of the last year’s net revenue times the weight of the reason (${weights}); there are too few orders for a forecast.`,
    urgent: (count: number) =>
      ` Of ${count === 1 ? 'one of them a complaint is open or a day is agreed' : `${count} of them complaints are open or days are agreed`}: crm feedback list, crm list consent:no.`,
    optedOut: (count: number, names: string) =>
      `Left out: ${plural(count, 'customer')} who ${count === 1 ? 'does' : 'do'} not want to be contacted (${names}).`,
    stepsAlone: ' Of them the list has the steps of a delisting alone.',
    heldBack: (count: number, named: string) =>
      `Held back: ${plural(count, 'customer')} with a day that is over before marketing may reach ${count === 1 ? 'that customer' : 'them'} (${named}). Nobody contacted in the last 3 days, waiting for a day agreed on, or held out of a campaign is asked; contact them yourself if you like, then: crm done CUSTOMER.`,
    held: (name: string, reason: string) => `${name}: ${reason}`,
    heldApart: '; ',
    weight: (label: string, percent: number) => `${label.toLowerCase()} ${percent} %`,
    listed: ', ',
  },
  {
    title: '待跟进客户',
    purpose: '今天该联系谁、为什么：每位客户一行，影响金额大的在前。',
    due: '待跟进客户数',
    overdue: '其中逾期未跟进',
    stake: '影响金额',
    nothing: '没有待跟进的客户。',
    moved: (day) => `最近365天没有有效订单，以下是最新订单日 ${day} 的名单；要看别的日期请用 --on 日期。`,
    stakeNote:
      '影响金额＝预计未来90天的销售额×拖到最后合适日期可能流失的比例（见 crm why 客户）；约定好的日子按全额算。',
    weightNote: (weights) => `影响金额＝预计未来90天的销售额×原因权重（${weights}）；从历史订单看不出谁会流失。`,
    yearNote: (weights) => `影响金额＝近一年净销售额的四分之一×原因权重（${weights}）；订单太少，还做不出销售预估。`,
    urgent: (count) => `其中${count}位有未处理的投诉或约定：crm feedback list、crm list consent:no。`,
    optedOut: (count, names) => `另有${count}位客户不愿再被联系，没有列出（${names}）。`,
    stepsAlone: '其中正在摘牌的，名单里只列摘牌的步骤。',
    heldBack: (count, named) =>
      `暂不打扰：有${count}位客户等到可以联系时，下列事项已经过期（${named}）。3天内刚联系过、已另约日子，或属于活动对照组的客户，不再发营销类提醒；确实想联系可自行联系，之后 crm done 客户。`,
    held: (name, reason) => `${name}：${reason}`,
    heldApart: '；',
    weight: (label, percent) => `${label}${percent}%`,
    listed: '，',
  },
)

/** The ranked due list (R18, R19, R24): one line a customer with all reasons; blocked customers never. */
export const due: ReportDefinition<DueInput> = {
  name: 'due',
  words,
  build(input) {
    const say = words[input.lang]
    const { lines, optedOut, heldBack } = chosen(input, input.dues().queue(input.ahead, input.only))
    const nobody = nobodyNotes(input)
    const head = reportHead(due, input, null)
    const report: Report = {
      ...head,
      params: { ahead: input.ahead, owner: input.owner ?? null, ...commonParams(input) },
      summary: dueSummary(input, lines),
      facts: dueFacts(input, lines),
      tables: [finishTable({ ...sheetTable(input, lines), reason: say.nothing }, input.shape)],
      ...(input.isForCalendar === true ? { calendar: dueCalendar(input, lines.slice(0, input.shape.limit)) } : {}),
      notes: [
        ...(nobody.length > 0 ? nobody : tagNotes(input)),
        ...(input.isAsOfMoved ? [say.moved(head.asOf)] : aheadNotes(input)),
        ...(lines.length > 0 || input.owner === undefined
          ? []
          : unknownOwnerNotes(input.owner, input.hands().people(), input.lang)),
        ...(lines.length === 0 ? emptyWindowNotes(input, windowOf(input.asOf, 365)) : [stakeNote(input, lines)]),
        ...optedOutNotes(input, lines, optedOut),
        ...heldBackNotes(input, heldBack),
      ],
    }
    // Leads may be waiting for their day where nothing was sold yet.
    const isWaiting = lines.length === 0 && !hasOrders(input.snapshot) && input.dues().queue(A_YEAR).lines.length > 0
    return isWaiting ? report : listOrNextStep(report, input.snapshot, input.lang)
  },
}

/** Days ahead within which something to come is worth waiting for. */
const A_YEAR = 365

/** The due lines with columns to work in, and by which each row is known when it comes back (R25). */
function sheetTable(input: DueInput, lines: readonly DueLine[]): TableDraft {
  const table = dueTable(input, lines, input.ahead)
  const { ledger, snapshot, asOf, lang } = input
  if (ledger === undefined) return table
  return inSheet(table, dueList, lang, (position) => {
    const { customer, items } = lines[position]!
    const about = { customer: snapshot.customers[customer]!.id, items: items.map((item) => item.key) }
    return dueKey({ ledger, on: asOf, ...about })
  })
}

function dueSummary({ rules, asOf }: DueInput, lines: readonly DueLine[]): Record<string, Json> {
  const byRule: Record<string, number> = Object.fromEntries(rules.map(({ name }) => [name, 0]))
  for (const { items } of lines) byRule[items[0].rule.name]!++
  return { customers: lines.length, overdue: countOverdue(lines, asOf), stakeMinor: stake(lines), byRule }
}

function dueFacts({ lang, snapshot, asOf }: DueInput, lines: readonly DueLine[]): Fact[] {
  const say = words[lang]
  return [
    { label: say.due, kind: 'count', value: lines.length },
    { label: say.overdue, kind: 'count', value: countOverdue(lines, asOf) },
    { label: say.stake, kind: 'money', value: stake(lines), ...currencyOf(snapshot.currency) },
  ]
}

function countOverdue(lines: readonly DueLine[], asOf: number): number {
  return lines.filter(({ items }) => items.some((item) => isOverdue(item, asOf))).length
}

function stake(lines: readonly DueLine[]): number {
  return lines.reduce((sum, { items }) => sum + items[0].stakeMinor, 0)
}

/** How the stakes were reckoned: by a forecast, or with the weights of the rules that took part. */
function stakeNote({ dues, lang }: DueInput, lines: readonly DueLine[]): string {
  const say = words[lang]
  const basis = dues().stakeBasis()
  if (basis === 'chance') return say.stakeNote
  const fired = new Set(lines.flatMap(({ items }) => items.map(({ rule }) => rule)))
  const rules = dues().rules.filter((rule) => fired.has(rule))
  const weighted = rules.filter((rule) => rule.stakes !== 'all')
  const weights =
    weighted.length > 0
      ? weighted.map((rule) => say.weight(rule.words[lang].label, rule.weightPercent))
      : rules.map((rule) => say.weight(rule.words[lang].label, 100))
  return (basis === 'weight' ? say.weightNote : say.yearNote)(weights.join(say.listed))
}

/** Of a filter's customers only, where one is given, and of the items one person sees to. */
function chosen(input: DueInput, { lines, optedOut, heldBack }: DueQueue): DueQueue {
  const { filter, owner, inCharge, dues } = input
  const isChosen = ({ customer }: Pick<DueLine, 'customer'>) => filter === undefined || filter.includes(customer)
  const ofOwner = (of: readonly DueLine[]): readonly DueLine[] => {
    const own = of.filter(isChosen)
    if (owner === undefined) return own
    return ownedLines(own, inCharge(), dues()).filter((line) => isSamePerson(line.owner, owner))
  }
  const isOwn = ({ customer, key }: DueItem) =>
    owner === undefined || isSamePerson(inCharge().ofItem(customer, key), owner)
  return { lines: ofOwner(lines), optedOut: ofOwner(optedOut), heldBack: heldBack.filter(isChosen).filter(isOwn) }
}

/** Who does not want to be contacted is named, so that nobody wonders; of some the steps of a delisting stand on the list all the same. */
function optedOutNotes(
  { snapshot, lang }: DueInput,
  lines: readonly DueLine[],
  optedOut: readonly DueLine[],
): string[] {
  if (optedOut.length === 0) return []
  const say = words[lang]
  const named = optedOut.slice(0, MOST_NAMED).map(({ customer }) => nameOf(snapshot.customers[customer]!))
  const list = named.join(say.listed) + (optedOut.length > MOST_NAMED ? ' …' : '')
  const urgent = optedOut.filter(({ items }) => items[0].isUrgent === true)
  const listed = new Set(lines.map(({ customer }) => customer))
  return [
    say.optedOut(optedOut.length, list) +
      (optedOut.some(({ customer }) => listed.has(customer)) ? say.stepsAlone : '') +
      (urgent.length > 0 ? say.urgent(urgent.length) : ''),
  ]
}

/** What is given up before its customer may be asked again is counted: nothing vanishes unsaid. */
function heldBackNotes({ snapshot, lang }: DueInput, heldBack: readonly DueItem[]): string[] {
  if (heldBack.length === 0) return []
  const say = words[lang]
  const named = heldBack
    .slice(0, MOST_NAMED)
    .map((item) => say.held(nameOf(snapshot.customers[item.customer]!), reasonOf(item, lang)))
  const list = named.join(say.heldApart) + (heldBack.length > MOST_NAMED ? ' …' : '')
  return [say.heldBack(new Set(heldBack.map(({ customer }) => customer)).size, list)]
}

function nameOf({ name, key, id }: CustomerFacts): string {
  return name ?? key ?? id
}

const MOST_NAMED = 3
