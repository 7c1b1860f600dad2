import type { ReportInput } from '../core/report/build.js'
import type { Chart, SpansChart } from '../core/report/chart.js'
import type { Table } from '../core/report/table.js'
import type { PoolName } from '../core/value/cycle-pools.js'
import type { CycleRow } from '../core/value/cycle-table.js'
import { joined } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import { grouped, plural } from '../core/values/plural.js'

const words = bilingual(
  {
    title: (half: number, most: number) =>
      `Half of those who order again are back after ${plural(half, 'day')}, four in five after ${plural(most, 'day')}`,
    alt: (told: string) => `Bars from the day half are back to the day four in five are back: ${told}.`,
    span: (name: string, from: number, to: number) => `${name} ${from} to ${to} days`,
    xLabel: 'days since the order before: from half are back to four in five are back',
    all: 'All customers',
    after: (order: number) => `After order ${order}`,
    gaps: (n: number) => plural(n, 'gap'),
  },
  {
    title: (half, most) => `会再次下单的客户，半数在${grouped(half)}天内回购，八成在${grouped(most)}天内回购`,
    alt: (told) => `从半数回购到八成回购的天数：${told}。`,
    span: (name, from, to) => `${name}${from}至${to}天`,
    xLabel: '距上一单的天数：半数回购至八成回购',
    all: '全部客户',
    after: (order) => `第${order}单之后`,
    gaps: (n) => `${grouped(n)}个间隔`,
  },
)

/** Pools of one kind shown, the best known ones: more bars tell less. */
const MOST_OF_A_KIND = 6
/** Pools told to who does not see the picture. */
const TOLD = 3

/** When customers are to be expected again, by pool: from half are back to four in five are; `table` holds the figures; none where no cycle is known. */
export function cyclesCharts({ lang }: ReportInput, rows: readonly CycleRow[], table: Table): readonly Chart[] {
  const [shop] = rows
  if (shop === undefined) return []
  const say = words[lang]
  const counts = new Map<PoolName, number>()
  const shown = rows.filter(({ method }) => {
    counts.set(method, (counts.get(method) ?? 0) + 1)
    return counts.get(method)! <= MOST_OF_A_KIND
  })
  const nameOf = ({ group, orderNumber }: CycleRow) => {
    if (group !== null) return group.words[lang]
    return orderNumber === null ? say.all : say.after(orderNumber)
  }
  const told = shown.slice(0, TOLD).map((row) => say.span(nameOf(row), row.openDays, row.closeDays))
  const chart: SpansChart = {
    key: 'cycles',
    kind: 'spans',
    title: say.title(shop.openDays, shop.closeDays),
    alt: say.alt(joined(told, lang)),
    xLabel: say.xLabel,
    spans: shown.map((row) => ({ label: nameOf(row), from: row.openDays, to: row.closeDays, told: say.gaps(row.n) })),
    measure: { kind: 'days' },
    table,
  }
  return [chart]
}
