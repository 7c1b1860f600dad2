import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import type { Corrections } from '../core/value/corrections.js'
import { type Mover, type MoverCause, moversBetween } from '../core/value/movers.js'
import { type Grading, gradingOn, lastOrderOn, type ValueOptions } from '../core/value/standing.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { identityColumns } from './identity.js'
import { valueColumn, valueKey } from './tier-tables.js'

/** Movers are those whose tier differs from the one this many days before, unless a day is named. */
const MOVER_DAYS = 7

const words = bilingual(
  {
    movers: (since: string, asOf: string) => `Movers from ${since} to ${asOf}`,
    nobody: (since: string, asOf: string) => `Nobody stands in another tier on ${asOf} than on ${since}.`,
    none: (since: string, asOf: string) =>
      `None of the filter's customers stands in another tier on ${asOf} than on ${since}.`,
    correctedBy: 'Corrected by import',
    causes: {
      'first-order': 'first order',
      ordered: 'ordered again',
      returned: 'returned goods',
      'left-window': 'orders aged out',
      'returns-left-window': 'returns aged out',
      others: 'others changed',
      corrected: 'corrected by import',
    } satisfies Record<MoverCause, string>,
  },
  {
    movers: (since, asOf) => `${since} 至 ${asOf} 升降级名单`,
    nobody: (since, asOf) => `${asOf} 与 ${since} 相比，没有客户升降级。`,
    none: (since, asOf) => `${asOf} 与 ${since} 相比，符合条件的客户没有升降级。`,
    correctedBy: '更正的导入批次',
    causes: {
      'first-order': '首次下单',
      ordered: '再次下单',
      returned: '退货退款',
      'left-window': '旧订单出了统计期',
      'returns-left-window': '旧退货出了统计期',
      others: '其他客户变了',
      corrected: '导入更正',
    },
  },
)

/** What a report about movers is built from. */
export interface MoversInput extends ReportInput {
  readonly value: ValueOptions
  /** The earlier day the as-of day is compared with. */
  readonly since: Day
  /** What later imports changed of the orders up to that day. */
  readonly corrections: Corrections
}

/** The day that movers are compared with when none is named. */
export function weekBefore(asOf: Day): Day {
  return asOf - MOVER_DAYS
}

/** The grading of the earlier day, and who stands elsewhere now. */
export interface Moved {
  readonly earlier: Grading
  /** All of them. */
  readonly all: readonly Mover[]
  /** Those the filter keeps. */
  readonly movers: readonly Mover[]
}

/** Who is in another tier than on the earlier day, by the same window length (R14). */
export function movers(input: MoversInput, later: Grading): Moved {
  const { snapshot, value, since, filter } = input
  const earlier = gradingOn(snapshot, since, value)
  const all = moversBetween(snapshot, { earlier, later, corrections: input.corrections }, value)
  return { earlier, all, movers: filter ? all.filter(({ customer }) => filter.includes(customer)) : all }
}

/** The movers with their tier before and now and what moved them. */
export function moversTable(input: MoversInput, now: Grading, found: readonly Mover[]): TableDraft {
  const say = words[input.lang]
  const days = [dateOf(input.since), dateOf(input.asOf)] as const
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns = [
    ...identityColumns(input, column),
    column('before'),
    column('now'),
    // What the table is for: it stands before what there may be no room for.
    column('cause', { words: say.causes, isWhole: true }),
    valueColumn(input.value.measure, input),
    column('lastOrderOn'),
    {
      key: 'correctedBy',
      kind: 'id',
      label: say.correctedBy,
      ...wideUnless(found.some(({ correctedBy }) => correctedBy !== null)),
    },
  ] satisfies Column[]
  const table = draft(
    'movers',
    say.movers(...days),
    columns,
    found,
    ({ customer, before, now: tier, cause, correctedBy }) => {
      const { id, name, key } = input.snapshot.customers[customer]!
      return {
        customer: id,
        name,
        key,
        before,
        now: tier,
        cause,
        correctedBy: correctedBy === null ? null : String(correctedBy),
        [valueKey(input.value.measure)]: now.abc.value[customer]!,
        lastOrderOn: dateOrNull(lastOrderOn(input.snapshot, now.sums, customer)),
      }
    },
  )
  return { ...table, reason: (input.filter ? say.none : say.nobody)(...days) }
}
