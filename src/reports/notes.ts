import type { ReportInput } from '../core/report/build.js'
import { COSTED, FEED } from '../core/snapshot.js'
import { type Aggregate, isWithin } from '../core/value/aggregate.js'
import { FEWEST_SCORED } from '../core/value/rfm.js'
import { type SampleLimit, sampleLimits } from '../core/value/small-sample.js'
import type { ValueOptions } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { fold } from '../core/values/filter.js'
import { enumerated } from '../core/values/joined.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { formatMoney } from '../core/values/money.js'
import { plural } from '../core/values/plural.js'
import { aheadNotes } from './empty-window.js'

const words = bilingual(
  {
    moved: (day: string) =>
      `No order counts in the 365 days before today, so the figures are as of the newest order, ${day}. Another day: --on DATE.`,
    few: (customers: number) =>
      `Only ${plural(customers, 'customer')} ordered in this window (fewer than 30): read tiers and scores as a ranking; one order can move a customer two classes.`,
    fewUnscored: (customers: number) =>
      `Only ${plural(customers, 'customer')} ordered in this window (fewer than 30): read tiers as a ranking; one order can move a customer two classes.`,
    once: (percent: string) => `${percent} of the customers in this window ordered once (over 90 %): `,
    carried: {
      '': 'how often they order hardly tells them apart.',
      recency: 'frequency scores hardly tell them apart; recency alone carries the scores.',
      monetary: 'frequency scores hardly tell them apart; the amount alone carries the scores.',
      'recency,monetary': 'frequency scores hardly tell them apart; recency and amount carry the scores.',
    } as Record<string, string>,
    unscored: 'whether they come back does not show yet.',
    short: (days: number, isFlattered: boolean) =>
      `The orders cover ${plural(days, 'day')} (fewer than 180): customers who buy once or twice a year cannot be seen as regular yet${isFlattered ? ', and recency is flattered' : ''}.`,
    unassigned: (orders: number, net: string) =>
      `${plural(orders, 'order')} in this window (${net}) ${orders === 1 ? 'names' : 'name'} no customer: in no tier and no score.`,
    pending:
      'Orders not yet paid count as purchases here (setting count.pending). To stop it: crm config unset count.pending',
    zero: 'Paid orders of zero count as purchases here (setting count.zero). To stop it: crm config unset count.zero',
    onlyFees:
      'No order in this window names a cost, only fees: the profit is net revenue less fees, what the goods cost is not in it.',
    uncosted: (without: number, orders: number) =>
      `${without} of ${plural(orders, 'order')} in this window ${without === 1 ? 'names' : 'name'} no cost: what the goods cost is not taken off there, so the profit is too high.`,
    unknownTag: (tag: string, known: string) =>
      `Nobody has the tag "${tag}". ${known === '' ? 'There are no tags yet' : `Tags here: ${known}`}. A tag of several words goes in quotes: 'tag:"likes tea"'.`,
    unknownOwner: (owner: string, known: string) =>
      `Nobody is looked after by "${owner}". ${known === '' ? 'No customer has an owner yet, and nobody holds a lead: crm edit CUSTOMER --owner NAME' : `Owners here: ${known}`}.`,
    filtered: (filter: string, count: number) =>
      `The list shows the ${plural(count, 'customer')} of "${filter}"; tiers, scores and totals are of all customers.`,
    nobody: (filter: string) =>
      `No customer matches ${filter.includes('"') ? filter : `"${filter}"`}. Leave a condition out, or see everybody: crm list`,
    alone: (condition: string, count: number) => `${condition} ${plural(count, 'customer')}`,
    parts: (parts: string) => `Each condition alone matches: ${parts}.`,
    listed: ', ',
  },
  {
    moved: (day) => `最近365天没有有效订单，以下数字按最新一笔订单的日期 ${day} 计算；要看别的日期请用 --on 日期。`,
    few: (customers) =>
      `这段时间只有${customers}位客户下单（不足30位）：类别和评分只宜看作排序，一笔订单就可能让客户跳两级。`,
    fewUnscored: (customers) =>
      `这段时间只有${customers}位客户下单（不足30位）：类别只宜看作排序，一笔订单就可能让客户跳两级。`,
    once: (percent) => `这段时间有${percent}的客户只下过一次单（超过90%）：`,
    carried: {
      '': '从购买次数几乎分不出高下。',
      recency: '购买次数评分几乎分不出高下，主要看最近下单时间。',
      monetary: '购买次数评分几乎分不出高下，主要看金额。',
      'recency,monetary': '购买次数评分几乎分不出高下，主要看最近下单时间和金额。',
    },
    unscored: '会不会回头还看不出来。',
    short: (days, isFlattered) =>
      `订单只覆盖${days}天（不足180天）：一年买一两次的客户还看不出规律${isFlattered ? '，最近下单评分会偏高' : ''}。`,
    unassigned: (orders, net) => `这段时间有${orders}笔订单（${net}）没有客户信息，不计入任何类别和评分。`,
    pending: '这里把未付款的订单也算作成交（设置 count.pending）。不想计入：crm config unset count.pending',
    zero: '这里把金额为零的已付款订单也算作成交（设置 count.zero）。不想计入：crm config unset count.zero',
    onlyFees: '这段时间的订单只有手续费，没有成本：利润只扣了手续费，没有扣货品成本。',
    uncosted: (without, orders) => `这段时间的${orders}笔订单里有${without}笔没有成本，货品成本没有扣，利润偏高。`,
    unknownOwner: (owner, known) =>
      `没有客户由“${owner}”负责。${known === '' ? '还没有客户指定负责人，也没有人跟进意向客户：crm edit 客户 --owner 姓名' : `现有的负责人：${known}`}。`,
    unknownTag: (tag, known) =>
      `没有客户带标签“${tag}”。${known === '' ? '还没有任何标签' : `现有标签：${known}`}。标签中有空格时请加引号：'tag:"爱喝 茶"'。`,
    filtered: (filter, count) => `名单只列出符合“${filter}”的${count}位客户；类别、评分和合计按全部客户计算。`,
    nobody: (filter) => `没有客户符合“${filter}”。可以去掉一个条件，或看全部客户：crm list`,
    alone: (condition, count) => `${condition} ${count}位`,
    parts: (parts) => `单独看每个条件：${parts}。`,
    listed: '，',
  },
)

/** What the reader should know before trusting the figures of a window: moved day, filter, thin data (R15), orders without a customer. */
export function dataNotes(input: ReportInput, sums: Aggregate): string[] {
  const notes = viewNotes(input)
  if (input.filter) notes.push(...filterNotes(input))
  return [...notes, ...sampleNotes(input, sums)]
}

/** Thin data (R15) and, unless all figures are of named customers, orders without one. */
export function sampleNotes(input: ReportInput, sums: Aggregate, isOfNamed = false): string[] {
  const limits = sampleLimits(input.snapshot, sums)
  const isScored = !limits.some((found) => found.limit === 'few-customers' && found.customers < FEWEST_SCORED)
  const notes = limits.map((limit) => limitNote(limit, isScored, input.lang))
  const unassigned = unassignedIn(input, sums)
  if (unassigned.orders === 0 || isOfNamed) return notes
  return [...notes, words[input.lang].unassigned(unassigned.orders, moneyText(unassigned.netMinor, input))]
}

/** What holds of any figure, of a window or not: the as-of day was moved or is still to come, unpaid orders or orders of zero count. */
export function viewNotes(input: ReportInput): string[] {
  const { isAsOfMoved, asOf, snapshot, lang } = input
  const say = words[lang]
  const notes = isAsOfMoved ? [say.moved(dateOf(asOf))] : aheadNotes(input)
  if (snapshot.counts?.pending === true) notes.push(say.pending)
  if (snapshot.counts?.zero === true) notes.push(say.zero)
  return notes
}

/** How many the filter keeps; where it keeps nobody, how many each of its conditions would keep alone. */
function filterNotes(input: ReportInput): string[] {
  const count = countIncluded(input)
  if (count === 0) return nobodyNotes(input)
  return [words[input.lang].filtered(input.filter!.text, count), ...tagNotes(input)]
}

/** Said of a filter that keeps nobody: which of its conditions leaves out how many. Nothing where it keeps somebody. */
export function nobodyNotes(input: ReportInput): string[] {
  const { filter, lang } = input
  if (!filter || countIncluded(input) > 0) return []
  const say = words[lang]
  const alone = filter.alone?.() ?? []
  const parts = alone.map(({ text, customers }) => say.alone(text, customers)).join(say.listed)
  return [say.nobody(filter.text), ...(alone.length > 1 ? [say.parts(parts)] : []), ...tagNotes(input)]
}

/** Said where the newest order's day stands in for today. */
export function movedNotes({ isAsOfMoved, asOf, lang }: ReportInput): string[] {
  return isAsOfMoved ? [words[lang].moved(dateOf(asOf))] : []
}

/** Said of an owner asked for who is none, with those there are. */
export function unknownOwnerNotes(owner: string, owners: Iterable<string>, lang: Lang): string[] {
  const known = [...new Set(owners)].sort()
  if (known.some((one) => fold(one) === fold(owner.trim()))) return []
  return [words[lang].unknownOwner(owner.trim(), enumerated(known.slice(0, MOST_NAMED), lang))]
}

const MOST_NAMED = 8

/** Owners and tags of the filter that nobody has, with those there are. */
export function tagNotes({ filter, snapshot, lang }: ReportInput): string[] {
  const owners = filter?.unknownOwners
  const ownerNotes = owners
    ? owners.named.map((owner) => words[lang].unknownOwner(owner, enumerated(owners.known.slice(0, MOST_NAMED), lang)))
    : []
  const unknown = filter?.unknownTags ?? []
  if (unknown.length === 0) return ownerNotes
  const known = [...new Set(snapshot.customers.flatMap(({ tags }) => tags))].sort()
  const shown = (tag: string) =>
    [...new Set([...known.filter((other) => fold(other).startsWith(tag)), ...known])].slice(0, 8)
  return [...ownerNotes, ...unknown.map((tag) => words[lang].unknownTag(tag, enumerated(shown(tag), lang)))]
}

/** What the profit of a window cannot tell, where profit is what counts (R6): orders without a cost, or fees alone. */
export function costNotes(
  input: ReportInput & { readonly value: ValueOptions },
  { window }: Pick<Aggregate, 'window'>,
): string[] {
  const { orders } = input.snapshot
  const say = words[input.lang]
  if (input.value.measure !== 'profit') return []
  let counted = 0
  let costed = 0
  let feed = 0
  for (let i = 0; i < orders.day.length; i++) {
    if (!orders.counted[i] || !isWithin(orders.day[i]!, window)) continue
    counted++
    if (orders.costed[i]! & COSTED) costed++
    if (orders.costed[i]! & FEED) feed++
  }
  if (counted === costed) return []
  return [costed === 0 && feed > 0 ? say.onlyFees : say.uncosted(counted - costed, counted)]
}

/** An amount inside a sentence. */
export function moneyText(minor: number, { snapshot, lang }: Pick<ReportInput, 'snapshot' | 'lang'>): string {
  return formatMoney(minor, snapshot.currency ?? '', lang)
}

/** A share inside a sentence, one decimal. */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

function limitNote(found: SampleLimit, isScored: boolean, lang: Lang): string {
  const say = words[lang]
  if (found.limit === 'few-customers') return (isScored ? say.few : say.fewUnscored)(found.customers)
  if (found.limit === 'short-history') return say.short(found.days, isScored && found.isRecencyFlattered)
  return say.once(percentText(found.share)) + (isScored ? say.carried[found.carriers.join()] : say.unscored)
}

/** How many customers the filter keeps. */
export function countIncluded({ snapshot, filter }: ReportInput): number {
  return snapshot.customers.filter((_, customer) => filter?.includes(customer) ?? true).length
}

/** Counted orders without a customer in a window, and the net of all that name none. */
export function unassignedIn({ snapshot }: Pick<ReportInput, 'snapshot'>, { window }: Pick<Aggregate, 'window'>) {
  const sums = { orders: 0, netMinor: 0 }
  const { day, counted, netMinor } = snapshot.unassigned ?? { day: [], counted: [], netMinor: [] }
  for (let i = 0; i < day.length; i++) {
    if (!isWithin(day[i]!, window)) continue
    sums.orders += counted[i]!
    sums.netMinor += netMinor[i]!
  }
  return sums
}
