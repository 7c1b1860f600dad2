import { draft, type TableDraft } from '../../core/report/build.js'
import { columnsIn, currencyOf } from '../../core/report/columns.js'
import type { Fact, Json } from '../../core/report/model.js'
import type { Column, TableRow } from '../../core/report/table.js'
import { spanCode } from '../../core/value/span.js'
import { dateOf } from '../../core/values/business-date.js'
import { dateOrNull } from '../dates.js'
import { changeSince, type PeriodView, type SpanSales } from './view.js'
import { periodWords } from './words.js'

/** The figures of a period as machines read them; null where the ledger does not reach back to it. */
export function spanJson({ span, sales }: SpanSales): Record<string, Json> {
  return {
    from: dateOf(span.from + 1),
    to: dateOf(span.to),
    orders: sales?.orders ?? null,
    netMinor: sales?.netMinor ?? null,
    averageOrderMinor: sales?.averageOrderMinor ?? null,
    customers: sales?.buyers ?? null,
    newCustomers: sales?.newCustomers ?? null,
    returningCustomers: sales === null ? null : sales.buyers - sales.newCustomers,
  }
}

/** The period, for `params`: its code, its days and whether it is over. */
export function spanParams({ span }: PeriodView): Record<string, Json> {
  const { kind, from, to, isWhole } = span
  const code = span.kind === 'week' && span.isTrailing ? null : spanCode(span)
  return { kind, code, from: dateOf(from + 1), to: dateOf(to), isWhole }
}

/** The period, the one before and the one a year before, a row each, with what net revenue and orders have changed by since. */
export function periodsTable({ input, span, sold }: PeriodView): TableDraft {
  const say = periodWords[input.lang]
  const kind = say.kinds[span.kind]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns: Column[] = [
    { key: 'period', kind: 'text', label: kind.column, words: kind.periods },
    { key: 'from', kind: 'date', label: say.from },
    { key: 'to', kind: 'date', label: say.to },
    column('orders'),
    column('netMinor'),
    { ...column('netMinor', { label: say.average }), key: 'averageOrderMinor' },
    { key: 'customers', kind: 'count', label: say.buyers },
    { key: 'newCustomers', kind: 'count', label: say.newBuyers },
    { key: 'returningCustomers', kind: 'count', label: say.returning },
    { key: 'netChange', kind: 'percent', label: say.netChange },
    { key: 'ordersChange', kind: 'percent', label: say.ordersChange, wide: true },
  ]
  const rows = [
    { period: 'now', one: sold.now },
    { period: 'before', one: sold.previous },
    { period: 'yearBefore', one: sold.yearBefore },
  ]
  const now = sold.now.sales!
  return draft(span.kind === 'week' ? 'weeks' : 'periods', kind.table, columns, rows, ({ period, one }) => ({
    period,
    ...(spanJson(one) as TableRow),
    netChange: one === sold.now ? null : changeSince(now.netMinor, one, 'netMinor'),
    ordersChange: one === sold.now ? null : changeSince(now.orders, one, 'orders'),
  }))
}

/** The key figures of the period and of what is due. */
export function periodFacts(view: PeriodView): Fact[] {
  const { input, span, sold, moved, lines, isOver } = view
  const say = periodWords[input.lang]
  const [facts, kind] = [say.facts, say.kinds[span.kind]]
  const money = (label: string, value: number | null): Fact => {
    return { label, kind: 'money', ...currencyOf(input.snapshot.currency), value }
  }
  const count = (label: string, value: number): Fact => ({ label, kind: 'count', value })
  const now = sold.now.sales!
  const change = (label: string, then: SpanSales): Fact => {
    return { label, kind: 'percent', value: changeSince(now.netMinor, then, 'netMinor') }
  }
  const yearChange = change(facts.yearChange, sold.yearBefore)
  return [
    money(kind.net, now.netMinor),
    money(kind.before, sold.previous.sales?.netMinor ?? null),
    change(facts.change, sold.previous),
    ...(yearChange.value === null ? [] : [yearChange]),
    count(kind.orders, now.orders),
    count(facts.newBuyers, now.newCustomers),
    // Whom to contact today is no figure of a period that is over.
    ...(isOver ? [] : [count(facts.due, lines.length)]),
    ...complaintFacts(view),
    count(facts.moved, moved.movers.length),
  ]
}

/** How many are open, where any is since when and how many were not answered in time; nothing of a shop that never wrote one down. */
function complaintFacts({ now, complaints: { open, oldestOn, pastPromise }, input }: PeriodView): Fact[] {
  if (!now.voice().feedback.some(({ kind }) => kind === 'complaint')) return []
  const { facts } = periodWords[input.lang]
  const count: Fact = { label: facts.complaints, kind: 'count', value: open }
  if (open === 0) return [count]
  return [
    count,
    { label: facts.oldest, kind: 'date', value: dateOrNull(oldestOn) },
    { label: facts.late, kind: 'count', value: pastPromise },
  ]
}
