import type { ReportInput } from '../core/report/build.js'
import { aggregate, windowOf } from '../core/value/aggregate.js'
import type { IndicatorBasis } from '../core/value/indicators/basis.js'
import type { StagesOver } from '../core/value/indicators/stages-over.js'
import { isHalfKnown, isOfRecordsAlone, missingRecords } from '../core/value/indicators.js'
import type { Period } from '../core/value/period.js'
import { sampleLimits } from '../core/value/small-sample.js'
import { FALLBACK_CLOSE_DAYS, STAGES } from '../core/value/stages.js'
import { dateOf } from '../core/values/business-date.js'
import { joined } from '../core/values/joined.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { monthText } from '../core/values/month.js'
import { plural } from '../core/values/plural.js'
import { emptyWindowNotes } from './empty-window.js'
import { blankNotes } from './kpi-blanks.js'
import type { Compared, Told } from './kpi-tables.js'
import { periodLabel, recordWords } from './kpi-words.js'
import { costNotes, countIncluded, moneyText, tagNotes, unassignedIn, viewNotes } from './notes.js'
import { measureLabel } from './tier-tables.js'

const words = bilingual(
  {
    partial: (now: string, others: string, command: string) =>
      `${now} is not over: the same days of the others stand beside it (${others}). The last whole one: ${command}`,
    filtered: (filter: string, count: number) =>
      count === 0
        ? `Nobody matches "${filter}", so all figures are of nobody.`
        : `The figures are of the ${plural(count, 'customer')} of "${filter}" today; classes A, B and C are those among all customers.`,
    before: (names: string, day: string) => `Nothing is told of ${names}: the first order that counts is of ${day}.`,
    half: (names: string, day: string) =>
      `The first order that counts is of ${day}, so ${names} is told from there on; changes against it flatter.`,
    window: (days: number | null) =>
      `Repurchase, concentration and contribution look at ${days === null ? 'all orders up to' : `the ${days} days that end with`} the last day of each period. The change of a share is in percentage points (pp), of a score the difference.`,
    measure: (measure: string) =>
      `Concentration, contribution and win-back go by another measure than net revenue: ${measure.toLowerCase()} (setting tier.measure).`,
    churn:
      'At risk: longer without an order than four in five of the gaps between orders (their own, else those of customers like them); lapsed, or churned: twice as long. Potential: known today and without an order by that day.',
    lapsedAndBack: (entered: number, churned: number) =>
      `${entered.toLocaleString('en-US')} moves into lapsed, ${churned.toLocaleString('en-US')} churned: churned is who was a customer before the period and is lapsed at its end; whoever came back within it, or first bought in it, is in the moves alone.`,
    cycles:
      'Purchase cycles count those who have not come back yet (Kaplan–Meier); the days are of those expected to return. Regularity (Wheat–Morrison k): near 1 at random, above 2 regular.',
    fallback: (n: number, of: number) =>
      `For ${n} of ${plural(of, 'buyer')} no purchase cycle can be told yet (the shop has fewer than 20 gaps between orders): they count as at risk after ${FALLBACK_CLOSE_DAYS} days without an order, as lapsed after ${2 * FALLBACK_CLOSE_DAYS}.`,
    few: (customers: number, points: string) =>
      `Only ${plural(customers, 'customer')} ordered in the window (fewer than 30): one customer more or less moves a rate by ${points} points.`,
    short: (days: number) =>
      `The orders cover ${plural(days, 'day')} (fewer than 180): customers who buy once or twice a year do not show in repurchase and churn yet.`,
    unassigned: (orders: number, net: string) =>
      `${plural(orders, 'order')} of the period (${net}) ${orders === 1 ? 'names' : 'name'} no customer: in orders and net revenue, but in no figure of customers.`,
    undated: (n: number) =>
      `${plural(n, 'rating or complaint', 'ratings or complaints')} without a date: in no period.`,
    undatedLeads: (n: number) =>
      `${plural(n, 'lead')} without a date ${n === 1 ? 'counts' : 'count'} from the day of the import. A date a row: a column Date (登记日期) in the sheet of leads.`,
    missing: (list: string) => `Not worked out for want of records: ${list}.`,
    recordsAlone:
      'Without an order that counts only what rests on leads, ratings and agreed dates can be told. For sales: crm import orders.xlsx',
    list: '; ',
  },
  {
    partial: (now, others, command) =>
      `${now}还没结束，与其他时期的相同天数相比（${others}）。看上一个完整的：${command}`,
    filtered: (filter, count) =>
      count === 0
        ? `没有客户符合“${filter}”，所以各项数字都是空的。`
        : `各项数字只算目前符合“${filter}”的${count}位客户；A、B、C类按全部客户划分。`,
    before: (names, day) => `${names}没有数字：第一笔有效订单在 ${day}。`,
    half: (names, day) => `第一笔有效订单在 ${day}，${names}只从那天算起，与它相比的增减会偏高。`,
    window: (days) =>
      `复购率、集中度和贡献度按各期最后一天${days === null ? '为止的全部订单' : `往前${days}天`}计算；占比的增减为百分点，分数的增减为差值。`,
    measure: (measure) => `集中度、贡献度和待挽回客户不按净销售额，而按${measure}计算（设置 tier.measure）。`,
    churn:
      '有流失风险：没下单的时间超过了八成的购买间隔（本人的，不够时看同类客户的）；流失：超过其两倍。潜在客户：目前账本里有、但当时还没有购买的客户。',
    lapsedAndBack: (entered, churned) =>
      `期内进入“流失”${entered}次，流失客户数${churned}：流失客户数只算期初就是客户、期末仍流失的；期内又回来的和期内才首次购买的只算在进入次数里。`,
    cycles:
      '购买周期也计入还没回来的客户（Kaplan–Meier）；天数按预计会回购的客户计算。规律性（Wheat–Morrison k）：1左右为没有规律，2以上为有规律。',
    fallback: (n, of) =>
      `${of}位下过单的客户中有${n}位还看不出购买周期（全店间隔不足20个）：${FALLBACK_CLOSE_DAYS}天没下单算有流失风险，${2 * FALLBACK_CLOSE_DAYS}天没下单算流失。`,
    few: (customers, points) =>
      `统计期内只有${customers}位客户下单（不足30位）：多一位或少一位客户，比率就变动${points}个百分点。`,
    short: (days) => `订单只覆盖${days}天（不足180天）：一年买一两次的客户在复购和流失里还看不出来。`,
    unassigned: (orders, net) =>
      `本期有${orders}笔订单（${net}）没有客户信息：计入订单和净销售额，不计入任何客户数字。`,
    undated: (n) => `有${n}条评价或投诉没有日期，不计入任何时期。`,
    undatedLeads: (n) => `有${n}位意向客户没有日期，从导入那天算起。要按实际日期算，请在线索表里加一列“登记日期”。`,
    missing: (list) => `因为没有记录而没有计算：${list}。`,
    recordsAlone:
      '没有有效订单，只能列出按意向客户、评价和约定日期计算的指标。要看销售，请导入订单：crm import 订单.xlsx',
    list: '；',
  },
)

/** What the reader of the indicators should know: the days compared, the filter, thin data, and what is not told and why. */
export function kpiNotes(
  input: ReportInput,
  basis: IndicatorBasis,
  compared: Compared,
  { months, over }: { readonly months: readonly Told[]; readonly over: StagesOver },
): string[] {
  const say = words[input.lang]
  const notes = viewNotes(input)
  if (input.filter) notes.push(say.filtered(input.filter.text, countIncluded(input)), ...tagNotes(input))
  const { asOf } = input
  if (basis.openedOn === null || basis.openedOn > asOf) {
    notes.push(...emptyWindowNotes(input, { from: null, to: asOf }))
    return isOfRecordsAlone(basis) ? [...notes, ...recordNotes(input, basis, compared)] : notes
  }
  notes.push(...periodNotes(input, basis, compared), ...sampleNotes(input, basis, compared))
  const { now } = compared
  const unassigned = unassignedIn(input, { window: now.period })
  if (unassigned.orders > 0 && !basis.isFiltered) {
    notes.push(say.unassigned(unassigned.orders, moneyText(unassigned.netMinor, input)))
  }
  notes.push(...undatedNotes(input, basis), ...blankNotes(basis, compared, months, input.lang))
  notes.push(
    ...undatedLeadNotes(input, basis),
    say.window(basis.options.days),
    ...measureNotes(input, basis, compared),
    say.churn,
  )
  const entered = over.entered[STAGES.indexOf('lapsed')]!
  const churned = compared.now.figures.churned ?? 0
  if (entered !== churned) notes.push(say.lapsedAndBack(entered, churned))
  notes.push(say.cycles, ...missingNotes(input, basis))
  return notes
}

/** The same where records are all there is to tell of. */
function recordNotes(input: ReportInput, basis: IndicatorBasis, compared: Compared): string[] {
  return [
    words[input.lang].recordsAlone,
    ...partialNotes(input, compared),
    ...undatedNotes(input, basis),
    ...blankNotes(basis, compared, [], input.lang),
    ...undatedLeadNotes(input, basis),
    ...missingNotes(input, basis),
  ]
}

/** Ratings and complaints that count in no period. */
function undatedNotes(input: ReportInput, basis: IndicatorBasis): string[] {
  const { scores, feedback } = basis.voice
  const undated = [
    ...scores.filter(({ on }) => on === null),
    ...feedback.filter(({ kind, opened }) => kind === 'complaint' && opened === null),
  ].filter(({ customer }) => basis.includes(customer))
  return undated.length > 0 ? [words[input.lang].undated(undated.length)] : []
}

function missingNotes({ lang }: ReportInput, basis: IndicatorBasis): string[] {
  const missing = missingRecords(basis).map((kind) => recordWords[lang][kind])
  return missing.length > 0 ? [words[lang].missing(missing.join(words[lang].list))] : []
}

/** What grades are taken by, where it is not net revenue, and what its figures cannot tell. */
function measureNotes(input: ReportInput, { options }: IndicatorBasis, { now }: Compared): string[] {
  if (options.measure === 'net') return []
  const window = windowOf(now.period.to, options.days)
  return [
    words[input.lang].measure(measureLabel(options.measure, input)),
    ...costNotes({ ...input, value: options }, { window }),
  ]
}

/** Leads whose day is that of the import. */
function undatedLeadNotes(input: ReportInput, basis: IndicatorBasis): string[] {
  const leads = [...basis.lifecycle.leads.values()].filter(
    ({ customer, isDated }) => !isDated && basis.includes(customer),
  )
  const isTold = leads.length > 0 && !missingRecords(basis).includes('leads')
  return isTold ? [words[input.lang].undatedLeads(leads.length)] : []
}

/** Names of periods, each once. */
function labelsOf(periods: readonly Period[], lang: Lang): string {
  return joined([...new Set(periods.map((period) => periodLabel(period, lang)))], lang)
}

/** Said of a period that is not over yet. */
function partialNotes({ lang }: ReportInput, { now, previous, yearBefore }: Compared): string[] {
  const { kind, month, isWhole } = now.period
  if (isWhole) return []
  const command = `crm kpi${kind === 'month' ? '' : ` --period ${kind}`} --month ${monthText(month - 1)}`
  const others = labelsOf([previous.period, yearBefore.period], lang)
  return [words[lang].partial(periodLabel(now.period, lang), others, command)]
}

function periodNotes(input: ReportInput, basis: IndicatorBasis, compared: Compared): string[] {
  const { lang } = input
  const say = words[lang]
  const notes = partialNotes(input, compared)
  const { now, previous, yearBefore } = compared
  const others = [previous, yearBefore].map(({ period }) => period)
  const openedOn = basis.openedOn!
  const before = [now.period, ...others].filter(({ to }) => to < openedOn)
  if (before.length > 0) notes.push(say.before(labelsOf(before, lang), dateOf(openedOn)))
  const half = others.filter((period) => isHalfKnown(basis, period))
  if (half.length > 0) notes.push(say.half(labelsOf(half, lang), dateOf(openedOn)))
  return notes
}

function sampleNotes(input: ReportInput, basis: IndicatorBasis, { now }: Compared): string[] {
  const say = words[input.lang]
  const notes: string[] = []
  const { lifecycle, options, includes, snapshot } = basis
  const { start } = lifecycle.cycles.days
  const buyers = snapshot.customers.flatMap((_, i) => (includes(i) && start[i + 1]! > start[i]! ? [i] : []))
  const guessed = buyers.filter((customer) => lifecycle.isFallback(customer)).length
  if (guessed > 0) notes.push(say.fallback(guessed, buyers.length))
  const customers = now.figures.windowCustomers ?? 0
  if (customers > 0 && customers < 30) notes.push(say.few(customers, (100 / customers).toFixed(1)))
  const limits = sampleLimits(snapshot, aggregate(snapshot, windowOf(now.period.to, options.days)))
  for (const found of limits) if (found.limit === 'short-history') notes.push(say.short(found.days))
  return notes
}
