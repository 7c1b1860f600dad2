import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Column } from '../core/report/model.js'
import type { Corrections } from '../core/value/corrections.js'
import { type Mover, type MoverCause, moversBetween } from '../core/value/movers.js'
import { type Grading, gradingOn, lastOrderOn, type ValueOptions } from '../core/value/standing.js'
import type { Day } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { identityColumns } from './identity.js'
import { valueColumn, valueKey } from './tier-tables.js'

/** Movers are those whose tier differs from the one this many days before. */
const MOVER_DAYS = 7

const words = bilingual(
  {
    movers: `Movers in the last ${MOVER_DAYS} days`,
    correctedBy: 'Corrected by import',
    causes: {
      'first-order': 'first order',
      ordered: 'ordered again',
      returned: 'returned goods',
      'left-window': 'older orders left the window',
      others: 'the other customers changed',
      corrected: 'an import changed older orders',
    } satisfies Record<MoverCause, string>,
  },
  {
    movers: `最近${MOVER_DAYS}天升降级名单`,
    correctedBy: '更正的导入批次',
    causes: {
      'first-order': '首次下单',
      ordered: '再次下单',
      returned: '退货退款',
      'left-window': '较早的订单已超出统计期',
      others: '自己没变，其他客户变了',
      corrected: '导入更正了以前的订单',
    },
  },
)

/** What a report about movers is built from. */
export interface MoversInput extends ReportInput {
  readonly value: ValueOptions
  /** What later imports changed of the orders up to `moversSince`. */
  readonly corrections: Corrections
}

/** The day that movers are compared with. */
export function moversSince(asOf: Day): Day {
  return asOf - MOVER_DAYS
}

/** Who is in another tier than seven days before, by the same window length (R14). */
export function movers(input: MoversInput, later: Grading): readonly Mover[] {
  const { snapshot, value } = input
  const earlier = gradingOn(snapshot, moversSince(input.asOf), value)
  const all = moversBetween(snapshot, { earlier, later, corrections: input.corrections }, value)
  return input.filter ? all.filter(({ customer }) => input.filter!.includes(customer)) : all
}

/** The movers with their tier before and now and what moved them. */
export function moversTable(input: MoversInput, now: Grading, found: readonly Mover[]): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns = [
    ...identityColumns(input, column),
    column('before'),
    column('now'),
    valueColumn(input.value.measure, input),
    column('lastOrderOn'),
    column('cause', { words: say.causes }),
    {
      key: 'correctedBy',
      kind: 'id',
      label: say.correctedBy,
      ...(found.some(({ correctedBy }) => correctedBy !== null) ? {} : { wide: true }),
    },
  ] satisfies Column[]
  return draft('movers', say.movers, columns, found, ({ customer, before, now: tier, cause, correctedBy }) => {
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
  })
}
