import type { CustomerFile } from '../core/customer-file.js'
import type { TableDraft } from '../core/report/build.js'
import { type Aggregate, isWithin } from '../core/value/aggregate.js'
import { bilingual } from '../core/values/lang.js'
import { type CustomerInput, ordersTable } from './show-tables.js'

const words = bilingual(
  { title: 'Orders behind the figures', window: 'In the window', yes: 'yes', no: 'no' },
  { title: '数字背后的订单', window: '在统计期内', yes: '是', no: '否' },
)

/** Every order and return of the customer, newest first, with file and row, and whether its day lies in the window of the figures. */
export function whyOrdersTable(input: CustomerInput, file: CustomerFile, { window }: Aggregate): TableDraft {
  const say = words[input.lang]
  const table = ordersTable({ ...input, file })
  const newestFirst = file.orders.toReversed()
  const column = { key: 'window', kind: 'text', label: say.window, words: { yes: say.yes, no: say.no } } as const
  return {
    ...table,
    title: say.title,
    columns: [...table.columns.slice(0, 2), column, ...table.columns.slice(2)],
    row: (position) => ({
      ...table.row(position),
      window: isWithin(newestFirst[position]!.on, window) ? 'yes' : 'no',
    }),
  }
}
