import type { Rule } from '../core/follow-up/rule.js'
import {
  draft,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, currencyOf } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import { type Backtest, type BacktestOptions, backtest as backtestOf } from '../core/value/backtest.js'
import { isFit } from '../core/value/forecast/fit-orders.js'
import type { GradesBasis } from '../core/value/grades/grades.js'
import type { ValueOptions } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { backtestNotes } from './backtest-notes.js'
import { backtestWords as words } from './backtest-words.js'
import { orReason } from './empty-window.js'
import { share } from './tier-tables.js'

export interface BacktestInput extends ReportInput {
  readonly rules: readonly Rule[]
  /** The window and the way of scoring of RFM. */
  readonly value: ValueOptions
  readonly backtest: BacktestOptions
  /** Grades as on the day. */
  readonly graded: GradesBasis
}

/** How much of what came after a day its rankings would have caught in the best 5, 10 and 20 % of customers. */
export const backtest: ReportDefinition<BacktestInput> = {
  name: 'backtest',
  words,
  build(input) {
    const { at, days, model } = input.backtest
    const found = backtestOf(input.snapshot, input.rules, input.value, input.backtest, input.graded)
    const head = reportHead(backtest, input, { from: at, to: found.to })
    const report: Report = {
      ...head,
      params: { at: dateOf(at), days, model, asOfMoved: input.isAsOfMoved },
      summary: summaryOf(found),
      facts: factsOf(input, found),
      tables: [finishTable(catchesTable(input, found), input.shape)],
      notes: backtestNotes(input, found),
    }
    return orReason(report, input, { from: null, to: at }, '--at')
  },
}

function summaryOf({ customers, later, newcomers, forecast: { fit } }: Backtest): Record<string, Json> {
  return {
    customers,
    orders: later.orders,
    netMinor: later.netMinor,
    newcomers: { orders: newcomers.orders, netMinor: newcomers.netMinor },
    model: isFit(fit) ? fit.model : null,
    noForecast: isFit(fit) ? null : fit.reason,
  }
}

function factsOf(input: BacktestInput, { customers, later, newcomers }: Backtest): Fact[] {
  const say = words[input.lang]
  return [
    { label: say.known(dateOf(input.backtest.at)), kind: 'count', value: customers },
    { label: say.orders, kind: 'count', value: later.orders },
    { label: say.net, kind: 'money', value: later.netMinor, ...currencyOf(input.snapshot.currency) },
    { label: say.newcomers, kind: 'count', value: newcomers.orders },
  ]
}

function catchesTable(input: BacktestInput, { catches, later, customers }: Backtest): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns = [
    { key: 'top', kind: 'percent', label: say.top } as const,
    column('customers'),
    { key: 'ranking', kind: 'text', label: say.ranking, words: say.rankings } as const,
    column('orders'),
    { key: 'ordersShare', kind: 'bar', label: say.ordersShare } as const,
    column('netMinor'),
    { key: 'netShare', kind: 'bar', label: say.netShare } as const,
  ]
  const rows = customers === 0 ? [] : catches.toSorted((a, b) => a.top - b.top)
  return draft('catches', say.caught, columns, rows, (row) => ({
    top: row.top / 100,
    customers: row.customers,
    ranking: row.ranking,
    orders: row.orders,
    ordersShare: later.orders > 0 ? share(row.orders, later.orders) : null,
    netMinor: row.netMinor,
    netShare: later.netMinor > 0 && row.netMinor >= 0 ? share(row.netMinor, later.netMinor) : null,
  }))
}
