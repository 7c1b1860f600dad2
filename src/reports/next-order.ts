import type { Column, TableRow } from '../core/report/table.js'
import type { Cycles } from '../core/value/cycle.js'
import { nextOrder } from '../core/value/next-order.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'

/** When the next order is expected, in words. */
export const nextOrderWords = bilingual(
  { nextFrom: 'Next from', nextTo: 'Next to', lateDays: 'Days late' },
  { nextFrom: '下次最早', nextTo: '下次最晚', lateDays: '超期天数' },
)

/** The columns of `nextOrderCells`. */
export function nextOrderColumns(lang: Lang, changes: Pick<Column, 'wide'> = {}): Column[] {
  const say = nextOrderWords[lang]
  return [
    { key: 'nextFrom', kind: 'date', label: say.nextFrom, ...changes },
    { key: 'nextTo', kind: 'date', label: say.nextTo, ...changes },
    { key: 'lateDays', kind: 'days', label: say.lateDays, ...changes },
  ]
}

/** From and to when a customer's next order is expected, or for how many days that time is over. */
export function nextOrderCells(cycles: Cycles, customer: number) {
  const { fromOn, toOn, lateDays } = nextOrder(cycles, customer)
  return { nextFrom: dateOrNull(fromOn), nextTo: dateOrNull(toOn), lateDays } satisfies TableRow
}
