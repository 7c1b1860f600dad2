import {
  draft,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { currencyOf, wideUnless } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import type { Column, TableRow } from '../core/report/table.js'
import { type OrderedGoods, type StatementOrder, type StatementSums, statementSums } from '../core/statement.js'
import { isWithin } from '../core/value/aggregate.js'
import type { PointsBasis } from '../core/value/points/points.js'
import { type Span, spanCode, spanOn } from '../core/value/span.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { spanLabel } from './period/span-label.js'
import { type OrderPlace, ownAccount } from './points-statement.js'
import { showWords } from './show-words.js'

export interface StatementInput extends ReportInput {
  /** Index of the customer in the snapshot. */
  readonly customer: number
  /** The month; that of the as-of day when left out. */
  readonly span?: Span
  /** All orders of the customer, oldest first. */
  readonly statementOrders: readonly StatementOrder[]
  /** Null where the seller has no scheme. */
  readonly points: PointsBasis | null
  /** The same orders as points are earned by. */
  readonly orderSources: readonly OrderPlace[]
}

const words = bilingual(
  {
    title: 'Statement',
    purpose: 'One month of one customer to hand over: every order with goods, amount, refund, payment and points.',
    orders: 'Orders of the month',
    columns: {
      on: 'Day',
      order: 'Order',
      goods: 'Goods',
      status: 'Payment',
      total: 'Amount',
      refund: 'Refunded',
      net: 'Paid',
      points: 'Points',
    },
    facts: {
      customer: 'Customer',
      orders: 'Orders',
      ordered: 'Ordered',
      refunded: 'Refunded',
      paid: 'Paid, after refunds',
      openBefore: 'Not paid yet from before',
      openAfter: 'Not paid yet at the end',
      pointsBefore: 'Points at the beginning',
      earned: 'Points earned',
      used: 'Points used, expired or taken back',
      pointsAfter: 'Points at the end',
    },
    in: (label: string, currency: string) => `${label} (${currency})`,
    pending: 'not paid yet',
    none: (month: string) => `No order in ${month}.`,
    notes:
      'Orders as they stand today: payments and refunds made since are in their figures. Cancelled orders are in no sum.',
  },
  {
    title: '对账单',
    purpose: '一位客户一个月的对账单，可以直接交给客户：每笔订单的商品、金额、退款、付款状态和积分。',
    orders: '本月订单',
    columns: {
      on: '日期',
      order: '订单号',
      goods: '商品',
      status: '付款状态',
      total: '金额',
      refund: '退款',
      net: '实付',
      points: '积分',
    },
    facts: {
      customer: '客户',
      orders: '订单数',
      ordered: '订单金额',
      refunded: '退款',
      paid: '实付（扣除退款）',
      openBefore: '期初未付',
      openAfter: '期末未付',
      pointsBefore: '期初积分',
      earned: '本月累积积分',
      used: '本月兑换、到期和扣回积分',
      pointsAfter: '期末积分',
    },
    in: (label, currency) => `${label}（${currency}）`,
    pending: '待付款',
    none: (month) => `${month}没有订单。`,
    notes: '订单按目前的状态列出：此后的付款和退款已计入。已取消的订单不计入合计。',
  },
)

/** The month of a customer, with nothing in it that is the seller's own business: no tier, no score, no note. */
export const statement: ReportDefinition<StatementInput> = {
  name: 'statement',
  words,
  build(input) {
    const { lang, snapshot, customer, statementOrders } = input
    const span = input.span ?? spanOn('month', input.asOf, input.asOf)
    const { id, name, key } = snapshot.customers[customer]!
    const own = statementOrders.filter(({ on }) => isWithin(on, span))
    const sums = statementSums(statementOrders, span)
    const currencies = [...new Set([...own, ...sums].map(({ currency }) => currency))]
    const head = reportHead(statement, input, span)
    const report: Report = {
      ...head,
      title: `${words[lang].title} · ${name ?? key ?? id} · ${spanLabel(span, lang)}`,
      currency: currencies.length === 1 ? currencies[0]! : null,
      params: { customer: id, period: spanCode(span) },
      summary: { sums: sums.map((one) => ({ ...one })), points: pointsJson(input, span) },
      facts: factsOf(input, sums, span),
      tables: [
        finishTable({ ...ordersTable(input, own, span), reason: words[lang].none(spanLabel(span, lang)) }, input.shape),
      ],
      notes: [words[lang].notes],
    }
    return report
  },
}

/** The balance before and after the month and what changed it; null where there are no points. */
function pointsOf(input: StatementInput, span: Span) {
  if (input.points === null) return null
  const entries = ownAccount(input, input.points).entries.filter(({ on }) => on <= span.to)
  if (entries.length === 0) return null
  const inMonth = entries.filter(({ on }) => isWithin(on, span))
  const sum = (isSo: (points: number) => boolean) =>
    inMonth.reduce((total, one) => total + (isSo(one.points) ? one.points : 0), 0)
  return {
    before: entries.findLast(({ on }) => !isWithin(on, span))?.balance ?? 0,
    earned: sum((one) => one > 0),
    used: sum((one) => one < 0),
    after: entries.at(-1)!.balance,
  }
}

function pointsJson(input: StatementInput, span: Span): Json {
  return pointsOf(input, span)
}

function factsOf(input: StatementInput, sums: readonly StatementSums[], span: Span): Fact[] {
  const { facts: say, in: inCurrency } = words[input.lang]
  const { id, name, key } = input.snapshot.customers[input.customer]!
  const points = pointsOf(input, span)
  const count = (label: string, value: number): Fact => ({ label, kind: 'count', value })
  return [
    { label: say.customer, kind: 'text', value: name ?? key ?? id },
    count(
      say.orders,
      sums.reduce((all, { orders }) => all + orders, 0),
    ),
    ...sums.flatMap((sum) => {
      const money = (label: string, value: number): Fact => ({
        ...{ label: sums.length > 1 ? inCurrency(label, sum.currency) : label, kind: 'money', value },
        ...currencyOf(sum.currency),
      })
      return [
        ...(sum.openAfterMinor + sum.openBeforeMinor === 0 ? [] : [money(say.openBefore, sum.openBeforeMinor)]),
        money(say.ordered, sum.orderedMinor),
        money(say.refunded, sum.refundMinor),
        money(say.paid, sum.paidMinor),
        ...(sum.openAfterMinor + sum.openBeforeMinor === 0 ? [] : [money(say.openAfter, sum.openAfterMinor)]),
      ]
    }),
    ...(points === null
      ? []
      : [
          ...[count(say.pointsBefore, points.before), count(say.earned, points.earned)],
          ...[count(say.used, points.used), count(say.pointsAfter, points.after)],
        ]),
  ]
}

/** The orders of the month in the order of days. */
function ordersTable(input: StatementInput, orders: readonly StatementOrder[], span: Span): TableDraft {
  const { lang } = input
  const say = words[lang].columns
  const amounts = amountColumns(orders, lang)
  const earned = earnedBy(input, span)
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: say.on },
    { key: 'order', kind: 'id', label: say.order },
    { key: 'goods', kind: 'text', label: say.goods, isStacked: true },
    ...amounts.columns,
    {
      key: 'status',
      kind: 'text',
      label: say.status,
      words: { ...showWords[lang].statuses, pending: words[lang].pending },
    },
    { key: 'points', kind: 'count', label: say.points, ...wideUnless(earned.size > 0) },
  ]
  return draft('orders', words[lang].orders, columns, orders, (one) => ({
    ...{ on: dateOf(one.on), order: one.order || null, goods: one.goods.map(goodsText) },
    ...amounts.cells(one),
    status: one.kind === 'return' ? 'return' : one.status,
    points: earned.get(one.id) ?? null,
  }))
}

function goodsText({ product, quantity }: OrderedGoods): string {
  return quantity === null || quantity === 1 ? product : `${product} × ${quantity}`
}

/** The points of each order of the month after its refunds, by the order's id. */
function earnedBy(input: StatementInput, span: Span): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (input.points === null) return found
  for (const { order, points } of ownAccount(input, input.points).entries) {
    const place = order && input.orderSources[order.at]
    if (place === undefined || !isWithin(place.on, span)) continue
    found.set(place.id, (found.get(place.id) ?? 0) + points)
  }
  return found
}

/** The amounts of each currency in columns of its own, so that they add up; one currency needs no name. */
function amountColumns(orders: readonly StatementOrder[], lang: StatementInput['lang']) {
  const { columns: labels, in: inCurrency } = words[lang]
  const currencies = [...new Set(orders.map(({ currency }) => currency))].sort()
  const keys = ['total', 'refund', 'net'] as const
  if (currencies.length <= 1) {
    const [currency = null] = currencies
    return {
      columns: keys.map(
        (key): Column => ({ key: `${key}Minor`, kind: 'money', label: labels[key], ...currencyOf(currency) }),
      ),
      cells: ({ totalMinor, refundMinor, netMinor }: StatementOrder): TableRow => ({
        totalMinor,
        refundMinor,
        netMinor,
      }),
    }
  }
  const keyIn = (key: (typeof keys)[number], currency: string) => `${key}${currency}Minor`
  return {
    columns: currencies.flatMap((currency) =>
      keys.map((key): Column => {
        const label = inCurrency(labels[key], currency)
        return { key: keyIn(key, currency), kind: 'money', label, ...currencyOf(currency) }
      }),
    ),
    cells: (one: StatementOrder): TableRow =>
      Object.fromEntries(
        currencies.flatMap((currency) =>
          keys.map((key) => [keyIn(key, currency), currency === one.currency ? one[`${key}Minor`] : null]),
        ),
      ),
  }
}
