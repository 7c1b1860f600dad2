import {
  commonParams,
  draft,
  filtered,
  finishOther,
  finishTable,
  type ReportDefinition,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { ranking } from '../core/value/abc.js'
import { FEWEST_PLACED, PAYMENT_DAYS } from '../core/value/credit.js'
import type { Credit } from '../core/value/grades/credits.js'
import { type Grades, gradesOn } from '../core/value/grades/grades.js'
import { COLOURS, type Colour, gradeWords } from '../core/value/grades/words.js'
import { gradingOn } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { orReason } from './empty-window.js'
import { identityOf } from './grades-columns.js'
import type { GradesInput } from './grades-tables.js'
import { fulfilmentSentences } from './grades-why.js'
import { gradesWords } from './grades-words.js'
import { identityColumns } from './identity.js'
import { moneyText, tagNotes } from './notes.js'

/** Why a customer is on a list, or on none yet. */
type CreditReason = 'fulfilment' | 'amount' | 'hand' | 'few'

const words = bilingual(
  {
    title: 'Credit lists',
    purpose: 'Who keeps to what was ordered: green, yellow, red and black lists with fulfilment and the reason.',
    unrated: 'Not rated yet',
    lists: 'Customers on the lists',
    lowered: 'Lowered for fulfilment, on no list',
    columns: {
      fulfilment: 'Fulfilment',
      kept: 'Kept',
      placed: 'Placed',
      traded: 'Traded in 365 days',
      why: 'Why',
      computed: 'List by orders',
      handOn: 'Set on',
      handReason: 'Reason',
      handBy: 'By whom',
    },
    why: {
      fulfilment: 'by fulfilment',
      amount: 'green by fulfilment, small amount traded',
      hand: 'set by hand',
      few: `fewer than ${FEWEST_PLACED} orders placed`,
    } satisfies Record<CreditReason, string>,
    rule: (yellow: number, green: number) =>
      `Fulfilment = orders kept ÷ orders placed in 365 days: green from ${green} %, yellow from ${yellow} %, red below; black only by hand (crm edit CUSTOMER --credit black --reason TEXT).`,
    orders: `Kept are purchases that count. Not kept are orders called off before they were paid, and orders not paid after ${PAYMENT_DAYS} days. Who called an order off is not in the exports, so orders that were paid and given back are left out of both.`,
    bands: (amount: string) => `Who traded less than ${amount} is on the yellow list at best (setting credit.bands).`,
    loweredCount: (count: number) =>
      count === 1
        ? '1 customer is served as general (C) until the fulfilment is back above.'
        : `${count} customers are served as general (C) until their fulfilment is back above.`,
    nobody:
      'Nobody is on a list: strategic, key and VIP customers get one, and whom you put on one: crm edit CUSTOMER --credit yellow --reason TEXT',
    noMatch: (filter: string) => `Nobody of "${filter}" is on a list. All of them: crm credit`,
  },
  {
    title: '信用名单',
    purpose: '谁说话算数：绿、黄、红、黑名单，附履约率和原因。',
    unrated: '尚未评定',
    lists: '名单上的客户',
    lowered: '因履约率降级、不在名单上的客户',
    columns: {
      fulfilment: '履约率',
      kept: '履约订单',
      placed: '下单数',
      traded: '365天交易额',
      why: '依据',
      computed: '按订单的名单',
      handOn: '指定日期',
      handReason: '原因',
      handBy: '操作人',
    },
    why: {
      fulfilment: '按履约率',
      amount: '履约率够绿名单，交易额较小',
      hand: '人工指定',
      few: `下单不足${FEWEST_PLACED}笔`,
    },
    rule: (yellow, green) =>
      `履约率＝365天内履约订单÷下单数：${green}%起为绿名单，${yellow}%起为黄名单，以下为红名单；黑名单只能人工指定（crm edit 客户 --credit black --reason 原因）。`,
    orders: `有效订单算履约；付款前取消、拒收的，以及过了${PAYMENT_DAYS}天仍未付款的，算没有履约。导出表里看不出是谁取消的，所以付了款又退掉的订单两边都不算。`,
    bands: (amount) => `交易额不到${amount}的，最多进黄名单（设置 credit.bands）。`,
    loweredCount: (count) => `${count}位客户按普通客户（C）服务，履约率回升后恢复。`,
    nobody: '名单上没有客户：战略、重点和VIP客户才列名单，也可以人工指定：crm edit 客户 --credit yellow --reason 原因',
    noMatch: (filter) => `符合“${filter}”的客户都不在名单上。查看全部：crm credit`,
  },
)

/** The worst first: they are what the seller has to look at. */
const worstFirst: readonly (Colour | null)[] = [...COLOURS.toReversed(), null]

/** R28: who is on which credit list, by what, and who set it by hand. */
export const credit: ReportDefinition<GradesInput> = {
  name: 'credit',
  words,
  build(input) {
    const { snapshot, asOf, shape, usual } = input
    const grading = gradingOn(snapshot, asOf, usual)
    const grades = gradesOn(input.grades(), { grading, value: usual })
    const order = filtered(ranking(grading.abc.value, snapshot.customers), input)
    const listed = [...order].filter((customer) => grades.credit(customer).isListed)
    const lowered = loweredUnlisted(order, grades)
    const place = (customer: number) => worstFirst.indexOf(grades.credit(customer).colour)
    const rows = listed.toSorted((a, b) => place(a) - place(b))
    const counts = Object.fromEntries(
      [...COLOURS, null].map((colour) => [
        colour ?? 'unrated',
        rows.filter((customer) => grades.credit(customer).colour === colour).length,
      ]),
    )
    const report: Report = {
      ...reportHead(credit, input, grades.window),
      params: { cuts: [...grades.creditRules.cuts], ...commonParams(input) },
      summary: { customers: rows.length, lists: counts, loweredUnlisted: lowered.length },
      facts: creditFacts(input, counts, rows.length, lowered.length),
      tables: [
        {
          ...finishTable(creditTable(input, grades, rows), shape),
          ...(rows.length === 0 && lowered.length > 0 ? { isForMachines: true } : {}),
        },
        {
          ...finishOther(loweredTable(input, grades, lowered), shape),
          ...(lowered.length > 0 ? {} : { isForMachines: true }),
        },
      ],
      notes: creditNotes(input, grades, rows, lowered),
    }
    return rows.length + lowered.length > 0 ? report : orReason(report, input, grades.window)
  },
}

function creditFacts(
  { lang }: GradesInput,
  counts: Readonly<Record<string, number>>,
  all: number,
  lowered: number,
): Fact[] {
  const say = words[lang]
  const fact = (label: string, value: number): Fact => ({ label, kind: 'count', value })
  return [
    fact(say.lists, all),
    ...COLOURS.map((colour) => fact(gradeWords[lang].colours[colour], counts[colour]!)),
    fact(say.unrated, counts.unrated!),
    ...(lowered === 0 ? [] : [fact(say.lowered, lowered)]),
  ]
}

function creditNotes(
  input: GradesInput,
  grades: Grades,
  rows: readonly number[],
  unlisted: readonly number[],
): string[] {
  const say = words[input.lang]
  const { cuts, greenFromMinor } = grades.creditRules
  const lowered = rows.filter((customer) => grades.level(customer).by === 'credit').length + unlisted.length
  return [
    ...(rows.length === 0 ? [input.filter ? say.noMatch(input.filter.text) : say.nobody] : []),
    ...(rows.length === 0 ? onlyOneSentences(input, grades) : []),
    say.rule(...cuts),
    ...(greenFromMinor === null ? [] : [say.bands(moneyText(greenFromMinor, input))]),
    say.orders,
    ...(lowered === 0 ? [] : [say.loweredCount(lowered)]),
    ...tagNotes(input),
  ]
}

/** Where a filter chooses one customer alone, who is on no list: what the orders say of his credit. */
function onlyOneSentences(input: GradesInput, grades: Grades): string[] {
  const { filter, snapshot } = input
  if (!filter) return []
  const chosen = snapshot.customers.flatMap((_, customer) => (filter.includes(customer) ? [customer] : []))
  return chosen.length === 1 ? fulfilmentSentences({ ...input, customer: chosen[0]! }, grades) : []
}

function reasonOf({ byHand, computed, fulfilment: { share, kept, placed } }: Credit, green: number): CreditReason {
  if (byHand !== null) return 'hand'
  if (share === null) return 'few'
  return computed === 'yellow' && kept * 1000 >= placed * Math.round(green * 10) ? 'amount' : 'fulfilment'
}

/** What the seller set is shown on a terminal where there is any. */
function creditColumns(input: GradesInput, hasHand: boolean): Column[] {
  const { lang, snapshot } = input
  const { columns: label, why } = words[lang]
  const column = columnsIn(lang, snapshot.currency)
  const { colours, classes, levels } = gradeWords[lang]
  const ifHand = wideUnless(hasHand)
  return [
    ...identityColumns(input, column),
    column('tier'),
    { key: 'class', kind: 'text', label: gradesWords[lang].columns.class, words: classes },
    { key: 'credit', kind: 'text', label: gradesWords[lang].columns.credit, words: colours },
    { key: 'fulfilment', kind: 'percent', label: label.fulfilment },
    { key: 'kept', kind: 'count', label: label.kept },
    { key: 'placed', kind: 'count', label: label.placed },
    { key: 'why', kind: 'text', label: label.why, words: why },
    { key: 'handReason', kind: 'text', label: label.handReason, ...ifHand },
    { key: 'handOn', kind: 'date', label: label.handOn, ...ifHand },
    { key: 'handBy', kind: 'text', label: label.handBy, ...ifHand },
    { key: 'computed', kind: 'text', label: label.computed, words: colours, ...ifHand },
    { key: 'tradedMinor', kind: 'money', label: label.traded, ...currencyOf(snapshot.currency), wide: true },
    { key: 'level', kind: 'text', label: gradesWords[lang].columns.level, words: levels },
  ]
}

/** Whom low fulfilment lowers though no class or VIP puts them on a list, in the order given. */
function loweredUnlisted(order: Iterable<number>, grades: Grades): number[] {
  return [...order].filter((customer) => !grades.credit(customer).isListed && grades.level(customer).by === 'credit')
}

function loweredTable(input: GradesInput, grades: Grades, rows: readonly number[]): TableDraft {
  const named = ['customer', 'name', 'key', 'tier', 'fulfilment', 'kept', 'placed', 'level']
  const columns = creditColumns(input, false).filter(({ key }) => named.includes(key))
  return draft('lowered', words[input.lang].lowered, columns, rows, (customer) => {
    const { share, kept, placed } = grades.credit(customer).fulfilment
    return {
      ...identityOf(input, customer),
      tier: grades.tier(customer),
      fulfilment: share,
      kept,
      placed,
      level: grades.level(customer).level,
    }
  })
}

function creditTable(input: GradesInput, grades: Grades, rows: readonly number[]): TableDraft {
  const columns = creditColumns(
    input,
    rows.some((customer) => grades.credit(customer).byHand !== null),
  )
  return draft('credit', words[input.lang].title, columns, rows, (customer) => {
    const found = grades.credit(customer)
    const { fulfilment, byHand, colour, computed, tradedMinor } = found
    return {
      ...identityOf(input, customer),
      tier: grades.tier(customer),
      class: grades.classOf(customer),
      credit: colour,
      fulfilment: fulfilment.share,
      kept: fulfilment.kept,
      placed: fulfilment.placed,
      why: reasonOf(found, grades.creditRules.cuts[1]),
      handReason: byHand?.reason || null,
      handOn: byHand === null ? null : dateOf(byHand.on),
      handBy: byHand?.author || null,
      computed,
      tradedMinor,
      level: grades.level(customer).level,
    }
  })
}
