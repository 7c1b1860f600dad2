import type { ReportInput } from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import { countedDays, isWithin, NEVER, type Window } from '../core/value/aggregate.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { hasOrders, orNextStep } from './no-orders.js'
import { noneCountedNotes, waitingNotes } from './none-counted.js'

const words = bilingual(
  {
    days: (days: number, to: string) => `in the ${plural(days, 'day')} up to ${to}`,
    all: (to: string) => `up to ${to}`,
    later: (span: string, first: string, option: string) =>
      `No order counts ${span}: the first is of ${first}. A later day: ${option} ${first}`,
    earlier: (span: string, last: string, option: string) =>
      `No order counts ${span}: the last one before is of ${last}. That day: ${option} ${last}`,
    ahead: (day: string) => `${day} is still to come: what happens until then is not in these figures.`,
  },
  {
    days: (days, to) => `截至 ${to} 的${days}天内`,
    all: (to) => `截至 ${to} `,
    later: (span, first, option) => `${span}没有有效订单，第一笔在 ${first}；请看更晚的日期：${option} ${first}`,
    earlier: (span, last, option) => `${span}没有有效订单，此前最后一笔在 ${last}；看那一天：${option} ${last}`,
    ahead: (day) => `${day} 还没有到：到那时为止会发生的事不在这些数字里。`,
  },
)

/** Tables that may have something to say where no order counts in the window. */
const TOLD_ANYWAY: readonly string[] = ['movers', 'moves', 'due']

/** A report reckoned from the orders of a window: where none counts in it people read why, machines the same shape as ever. */
export function orReason(
  report: Report,
  input: ReportInput,
  window: Window,
  option?: string,
  alsoTold: readonly string[] = [],
): Report {
  if (!hasOrders(input.snapshot)) return orNextStep(report, input.snapshot, input.lang)
  const reasons = emptyWindowNotes(input, window, option)
  if (reasons.length === 0) return report
  const tables = report.tables.map((table) =>
    [...TOLD_ANYWAY, ...alsoTold].includes(table.key) && table.rows.length > 0
      ? table
      : { ...table, isForMachines: true },
  )
  return { ...report, facts: [], charts: [], tables, notes: [...reasons, ...aheadNotes(input)] }
}

/** Why no figure of a window is above zero, and which day has some, to be named with an option; none where an order counts in it. */
export function emptyWindowNotes(input: ReportInput, window: Window, option = '--on'): string[] {
  const { first, lastUpTo } = countedDays(input.snapshot, 'all', window.to)
  if (lastUpTo !== NEVER && isWithin(lastUpTo, window)) return []
  if (!hasOrders(input.snapshot)) return waitingNotes(input.snapshot, input.lang)
  const say = words[input.lang]
  const to = dateOf(window.to)
  const span = window.from === null ? say.all(to) : say.days(window.to - window.from, to)
  if (lastUpTo !== NEVER) return [say.earlier(span, dateOf(lastUpTo), option)]
  if (first === NEVER) return noneCountedNotes(input.snapshot, input.lang)
  return [say.later(span, dateOf(first), option)]
}

/** Said of figures of a day that has not come yet. */
export function aheadNotes({ isAsOfAhead, asOf, lang }: ReportInput): string[] {
  return isAsOfAhead === true ? [words[lang].ahead(dateOf(asOf))] : []
}
