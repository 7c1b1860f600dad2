import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import type { Snapshot } from '../core/snapshot.js'
import { FEWEST_GAPS } from '../core/value/cycle.js'
import type { PoolName } from '../core/value/cycle-pools.js'
import { type CycleRow, cycleTable } from '../core/value/cycle-table.js'
import { rhythmNames } from '../core/value/regularity.js'
import type { Standing } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

/** Later order numbers tell little that the first ones do not. */
const MOST_ORDER_NUMBERS = 4
const MOST_PRODUCTS = 10

const words = bilingual(
  {
    title: (day: string) => `Purchase cycles of all customers, ${day}`,
    columns: {
      method: 'Customers',
      group: 'Of',
      orderNumber: 'After order',
      n: 'Gaps',
      openDays: 'Half are back after',
      closeDays: 'Four in five after',
      returningShare: 'Share that returns',
      rhythm: 'They buy',
      k: 'Regularity k',
    },
    methods: { shop: 'all', 'order-number': 'all', segment: 'segment', product: 'main product' } satisfies Record<
      PoolName,
      string
    >,
    none: `No purchase cycle can be told yet: it takes ${FEWEST_GAPS} gaps between the order days of customers.`,
  },
  {
    title: (day) => `全部客户的购买周期（${day}）`,
    columns: {
      method: '客户',
      group: '范围',
      orderNumber: '第几单之后',
      n: '间隔数',
      openDays: '半数回购天数',
      closeDays: '八成回购天数',
      returningShare: '预计回购占比',
      rhythm: '下单规律',
      k: '规律性 k',
    },
    methods: { shop: '全部', 'order-number': '全部', segment: '客户分群', product: '主要商品' },
    none: `还看不出购买周期：客户下单日之间的间隔至少要有${FEWEST_GAPS}个。`,
  },
)

/** The cycles of the shop, after its first orders, of the segments and of the products most is known of, on the as-of day (ALGORITHMS §3). */
export function cyclesTable(
  { snapshot, lang, asOf }: ReportInput,
  standing: Standing,
  rows = knownCycles(snapshot, standing),
): TableDraft {
  const { title, columns: label, methods, none } = words[lang]
  const groups = rows.flatMap(({ group }) => (group === null ? [] : [[group.key, group.words[lang]]]))
  const column = columnsIn(lang, snapshot.currency)
  const columns: Column[] = [
    { key: 'method', kind: 'text', label: label.method, words: methods },
    { key: 'group', kind: 'text', label: label.group, words: Object.fromEntries(groups) },
    { key: 'orderNumber', kind: 'count', label: label.orderNumber },
    { key: 'n', kind: 'count', label: label.n },
    { key: 'openDays', kind: 'days', label: label.openDays },
    { key: 'closeDays', kind: 'days', label: label.closeDays },
    { key: 'returningShare', kind: 'percent', label: label.returningShare },
    { key: 'rhythm', kind: 'text', label: label.rhythm, words: rhythmNames[lang] },
    { key: 'k', kind: 'number', label: label.k, wide: true },
    column('customers', { wide: true }),
  ]
  const table = draft('cycles', title(dateOf(asOf)), columns, rows, ({ group, regularity, ...row }) => ({
    ...row,
    group: group?.key ?? null,
    rhythm: regularity?.rhythm ?? null,
    k: regularity?.k ?? null,
    customers: regularity?.n ?? null,
  }))
  return { ...table, reason: none }
}

/** The rows of that table: of the order numbers the first, of the products those most is known of. */
export function knownCycles(snapshot: Snapshot, standing: Standing): readonly CycleRow[] {
  return cycleTable(snapshot, standing, MOST_PRODUCTS).filter(
    ({ orderNumber }) => orderNumber === null || orderNumber <= MOST_ORDER_NUMBERS,
  )
}
