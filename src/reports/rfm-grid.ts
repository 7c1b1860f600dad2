import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn, currencyOf } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { rfmGrid } from '../core/value/rfm-grid.js'
import type { Standing } from '../core/value/standing.js'
import { bilingual } from '../core/values/lang.js'

const words = bilingual(
  {
    customers: 'Customers by R (down) and F (across)',
    net: 'Net revenue by R (down) and F (across)',
    cell: (f: number) => `F ${f}`,
    netCell: (f: number) => `Net, F ${f}`,
  },
  {
    customers: '各R、F分数的客户数（竖R横F）',
    net: '各R、F分数的净销售额（竖R横F）',
    cell: (f) => `F${f}分`,
    netCell: (f) => `F${f}分净销售额`,
  },
)

const FREQUENCIES = [1, 2, 3, 4, 5] as const

/**
 * The grid of R and F, best recency first, counts and amounts in one table, `grid`; on a terminal the amounts stand in a second one, since both
 * beside each other are wider than a screen.
 */
export function gridTables(input: ReportInput, standing: Standing): readonly TableDraft[] {
  const say = words[input.lang]
  const cells = rfmGrid(standing)
  const first = columnsIn(input.lang, input.snapshot.currency)('r')
  const counts = FREQUENCIES.map((f): Column => ({ key: `f${f}`, kind: 'count', label: say.cell(f) }))
  const nets = FREQUENCIES.map(
    (f): Column => ({
      ...{ key: `f${f}NetMinor`, kind: 'money', label: say.netCell(f) },
      ...currencyOf(input.snapshot.currency),
    }),
  )
  const row = (at: number) => ({
    r: 5 - at,
    ...Object.fromEntries(cells[at]!.map(({ customers }, i) => [`f${i + 1}`, customers])),
    ...Object.fromEntries(cells[at]!.map(({ netMinor }, i) => [`f${i + 1}NetMinor`, netMinor])),
  })
  const rows = [0, 1, 2, 3, 4]
  const wide = nets.map((column) => ({ ...column, wide: true }))
  return [
    draft('grid', say.customers, [first, ...counts, ...wide], rows, row),
    {
      ...draft('gridNet', say.net, [first, ...nets.map((net, i) => ({ ...net, label: say.cell(i + 1) }))], rows, row),
      isForTerminal: true,
    },
  ]
}
