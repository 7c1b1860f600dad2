import type { CallTime } from '../core/follow-up/call-time.js'
import { channelNames } from '../core/follow-up/channels.js'
import type { DueLine, Dues } from '../core/follow-up/dues.js'
import { lateness, overdueDays } from '../core/follow-up/overdue.js'
import type { DueItem, Rule } from '../core/follow-up/rule.js'
import type { Hands } from '../core/follow-up/team/hands.js'
import { type InCharge, ownersOfLine } from '../core/follow-up/team/in-charge.js'
import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { requiredFacts } from '../core/settings/files.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { cycleMethods } from './cycle-methods.js'
import { askTexts, type ContactSources, callOf, callText, NO_REACH, reachOf } from './due-contact.js'
import { identityColumns } from './identity.js'
import { ownerColumn, peopleText } from './owner-column.js'

const words = bilingual(
  {
    title: 'Contact today',
    ahead: (days: number) => `Contact in the next ${days} days`,
    bestChannel: 'Best channel',
    localTime: 'Local time',
    call: 'Call (your time)',
  },
  {
    title: '今日待跟进',
    ahead: (days) => `未来${days}天待跟进`,
    bestChannel: '建议联系渠道',
    localTime: '当地时间',
    call: '可致电（您的时间）',
  },
)

/** A report that asks the due rules. */
export interface RulesInput extends ReportInput, ContactSources {
  /** All of them, to call by name what is due and what was closed. */
  readonly rules: readonly Rule[]
  /** Worked out when first asked for. */
  readonly dues: () => Dues
  /** In whose hands customers are. */
  readonly hands: () => Hands
  /** Who sees to customers and to what is due of them. */
  readonly inCharge: () => InCharge
}

/** The due lines as rows: the strongest reason in words, all of them beside it. */
export function dueTable(input: RulesInput, lines: readonly DueLine[], ahead: number): TableDraft {
  const dues = input.dues()
  const { lang, snapshot } = input
  const say = words[lang]
  const column = columnsIn(lang, snapshot.currency)
  const inCharge = input.inCharge()
  const columns: Column[] = [
    ...identityColumns(input, column).map((one) => ({ ...one, ...givingWay(one, input, lines) })),
    column('tier'),
    column('contact', { isWhole: true }),
    {
      key: 'call',
      kind: 'text',
      label: say.call,
      isWhole: true,
      givesWayTo: 'reasons',
      ...wideUnless(isCallTold(input, lines)),
    },
    column('reason', { wide: true }),
    column('reasons', { isStacked: true }),
    column('advice', { isStacked: true }),
    // What is due today or before is told by the days it is late; the room goes to the reason.
    column('dueOn', wideUnless(ahead > 0)),
    column('overdueDays'),
    column('stakeMinor'),
    column('channel', { label: say.bestChannel, words: channelNames[lang], wide: true }),
    { key: 'localTime', kind: 'text', label: say.localTime, wide: true },
    column('phone', { wide: true }),
    column('email', { wide: true }),
    column('rule', { words: ruleWords(input.rules, lang), wide: true }),
    column('lastSensibleOn', { wide: true }),
    column('expectedFrom', { wide: true }),
    column('expectedTo', { wide: true }),
    column('lastOrderOn', { wide: true }),
    {
      ...ownerColumn(
        lines.flatMap((line) => ownersOfLine(line, inCharge)),
        lang,
      ),
      wide: true,
    },
    ...methodColumns(lang).map((one) => ({ ...one, wide: true })),
  ]
  return draft('due', ahead > 0 ? say.ahead(ahead) : say.title, columns, lines, ({ customer, items }) => {
    const facts = snapshot.customers[customer]!
    const known = input.details().get(customer) ?? {}
    const [first] = items
    const isWelcome = facts.consent !== 'no'
    const reach = isWelcome ? reachOf(facts, known) : NO_REACH
    const isAsked = isWelcome && dues.level(customer) === 'A' && items.some(isForContact)
    const asked = isAsked ? askTexts(requiredFacts(input.decided, dues.tier(customer)), facts, known, lang) : []
    const lastOrderOn = dues.facts(customer).lastOrderOn
    return {
      customer: facts.id,
      name: facts.name,
      key: facts.key,
      tier: dues.tier(customer),
      phone: isWelcome ? facts.phone : null,
      email: isWelcome ? facts.email : null,
      ...reach,
      ...callCells(input, reach.channel === 'phone' ? callOf(input, customer, facts, known) : null),
      ...itemCells(first, input.asOf, lang),
      ...lateCells(items, input.asOf),
      advice: [...adviceOf(items, lang), ...asked],
      ...methodCells(first),
      reasons: reasonsOf(items, lang),
      owner: peopleText(ownersOfLine({ customer, items }, inCharge)) ?? '',
      lastOrderOn: lastOrderOn === null ? null : dateOf(lastOrderOn),
    }
  })
}

/** Whom everybody knows by name needs no id where there is no room: why he is on the list matters more. */
function givingWay({ key }: Column, { snapshot }: RulesInput, lines: readonly DueLine[]): Pick<Column, 'givesWayTo'> {
  const areNamed = lines.every(({ customer }) => snapshot.customers[customer]!.name !== null)
  return key === 'customer' && areNamed ? { givesWayTo: 'reasons' } : {}
}

/** Nobody asks about a birthday who is about to delist the customer. */
function isForContact({ rule }: DueItem): boolean {
  return rule.isAboutBlocked !== true
}

/** Since when a line is due: the strongest of its reasons may be the youngest. */
function lateCells(items: DueLine['items'], asOf: Day) {
  const late = lateness(items, asOf)
  return { dueOn: dateOf(late.dueOn), overdueDays: late.overdueDays }
}

/** The cells of one due item; days overdue are 0 for items still to come. */
export function itemCells(item: DueItem, asOf: Day, lang: Lang) {
  const { rule, cause, dueOn, lastSensibleOn, calendarAheadDays, stakeMinor, expected } = item
  return {
    rule: rule.name,
    reason: reasonOf(item, lang),
    advice: rule.words[lang].advice(cause),
    dueOn: dateOf(dueOn + calendarAheadDays),
    stakeMinor,
    overdueDays: overdueDays(item, asOf),
    lastSensibleOn: dateOf(lastSensibleOn + calendarAheadDays),
    expectedFrom: expected === undefined ? null : dateOf(expected[0]),
    expectedTo: expected === undefined ? null : dateOf(expected[1]),
  }
}

/** What a due item's cycle is taken from and how many gaps are behind it. */
export function methodColumns(lang: Lang): Column[] {
  const { method, n, methods } = cycleMethods[lang]
  return [
    { key: 'method', kind: 'text', label: method, words: methods },
    { key: 'n', kind: 'count', label: n },
  ]
}

/** The cells of `methodColumns`; null for rules that go by no cycle. */
export function methodCells({ cause }: DueItem) {
  return {
    method: typeof cause.method === 'string' ? cause.method : null,
    n: typeof cause.n === 'number' ? cause.n : null,
  }
}

/** The reason of a due item as a sentence. */
export function reasonOf({ rule, cause }: DueItem, lang: Lang): string {
  return rule.words[lang].reason(cause)
}

/** The strongest reason in full, the others in few words. */
export function reasonsOf([first, ...others]: DueLine['items'], lang: Lang): string[] {
  const beside = ({ rule, cause }: DueItem) => rule.words[lang].beside?.(cause) ?? rule.words[lang].reason(cause)
  return [reasonOf(first, lang), ...others.map(beside)]
}

/** What to say of the strongest reason, and of each other that would be forgotten otherwise. */
export function adviceOf([first, ...others]: DueLine['items'], lang: Lang): Iterable<string> {
  const ofOther = ({ rule, cause }: DueItem) => {
    const { advice, adviceBeside } = rule.words[lang]
    return rule.isSaidAlone === true ? adviceBeside?.(cause) : advice(cause)
  }
  return new Set([first.rule.words[lang].advice(first.cause), ...others.flatMap((item) => ofOther(item) || [])])
}

/** The names of the rules, by code. */
export function ruleWords(rules: readonly Rule[], lang: Lang): Readonly<Record<string, string>> {
  return Object.fromEntries(rules.map((rule) => [rule.name, rule.words[lang].label]))
}

/** When to call whom is told once somebody cannot be called now. */
function isCallTold(input: RulesInput, lines: readonly DueLine[]): boolean {
  return input.clock !== null && lines.some(({ customer }) => (phoneCallOf(input, customer)?.from ?? null) !== null)
}

/** When a customer can be called; null for those who are reached otherwise. */
function phoneCallOf(input: RulesInput, customer: number): CallTime | null {
  const facts = input.snapshot.customers[customer]!
  if (facts.phone === null || facts.consent === 'no') return null
  const known = input.details().get(customer) ?? {}
  return reachOf(facts, known).channel === 'phone' ? callOf(input, customer, facts, known) : null
}

function callCells({ lang }: RulesInput, call: CallTime | null) {
  return call === null ? { call, localTime: null } : { call: callText(call, lang), localTime: call.localTime }
}
