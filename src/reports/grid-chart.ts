import type { ReportInput } from '../core/report/build.js'
import type { Chart, HeatCell } from '../core/report/chart.js'
import type { Table } from '../core/report/table.js'
import { rfmGrid } from '../core/value/rfm-grid.js'
import { segmentNames } from '../core/value/segments/vocabulary.js'
import type { Standing } from '../core/value/standing.js'
import { joined } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import { grouped, plural } from '../core/values/plural.js'

const words = bilingual(
  {
    title: (most: number, all: number, r: number, f: number, name: string) =>
      `The largest group, ${grouped(most)} of ${plural(all, 'customer')}, has R ${r} and F ${f}${name === '' ? '' : ` (${name})`}`,
    field: (r: number, f: number, n: number) => `R ${r}, F ${f}: ${grouped(n)}`,
    alt: (told: string) => `Grid of R and F with the customers of each field. The largest fields: ${told}.`,
    r: (score: number) => `R ${score}`,
    f: (score: number) => `F ${score}`,
    xLabel: 'F: how often, 5 most often',
    yLabel: 'R: how recently they bought, 5 most recently',
  },
  {
    title: (most, all, r, f, name) =>
      `${grouped(all)}位客户中，人数最多的一格是R${r}分、F${f}分：${grouped(most)}位${name === '' ? '' : `（${name}）`}`,
    field: (r, f, n) => `R${r}F${f}有${grouped(n)}位`,
    alt: (told) => `R、F评分的格子图，每格写着客户数。人数最多的几格：${told}。`,
    r: (score) => `R${score}分`,
    f: (score) => `F${score}分`,
    xLabel: 'F：下单次数，5分最多',
    yLabel: 'R：上次下单，5分最近',
  },
)

/** Scores as they stand in the grid: best recency on top, seldom buyers on the left. */
const RECENCIES = [5, 4, 3, 2, 1] as const
const FREQUENCIES = [1, 2, 3, 4, 5] as const
/** Fields told to who does not see the picture. */
const TOLD = 3

/** The customers by R and F, each field named by the segment most of it belongs to; `table` holds the figures; none where nobody is scored. */
export function gridCharts(input: ReportInput, standing: Standing, table: Table): readonly Chart[] {
  if (!standing.rfm.hasScores) return []
  const say = words[input.lang]
  const names = namesOf(input, standing)
  const fields = rfmGrid(standing).flatMap((row, at) =>
    row.map(({ customers }, i) => ({
      r: RECENCIES[at]!,
      f: FREQUENCIES[i]!,
      customers,
      name: names(RECENCIES[at]!, FREQUENCIES[i]!),
    })),
  )
  const largest = fields.toSorted((a, b) => b.customers - a.customers).filter(({ customers }) => customers > 0)
  const [most] = largest
  if (most === undefined) return []
  const told = largest.slice(0, TOLD).map(({ r, f, customers }) => say.field(r, f, customers))
  const cell = ({ customers, name }: (typeof fields)[number]): HeatCell => ({
    value: customers,
    ...(name === '' ? {} : { label: name }),
  })
  return [
    {
      key: 'grid',
      kind: 'heat',
      title: say.title(most.customers, standing.rfm.scored.length, most.r, most.f, most.name),
      alt: say.alt(joined(told, input.lang)),
      xLabel: say.xLabel,
      yLabel: say.yLabel,
      columns: FREQUENCIES.map(say.f),
      rows: RECENCIES.map(say.r),
      cells: RECENCIES.map((r) => fields.filter((field) => field.r === r).map(cell)),
      measure: { kind: 'count' },
      table,
    },
  ]
}

/** The segment more than half of a field's customers belong to, by its name; '' for none. */
function namesOf({ lang }: ReportInput, { rfm, segment, vocabulary }: Standing): (r: number, f: number) => string {
  const names = segmentNames(vocabulary, lang)
  const counts = new Map<string, Map<string, number>>()
  for (const customer of rfm.scored) {
    const field = `${rfm.r[customer]}-${rfm.f[customer]}`
    const key = segment(customer) ?? ''
    const own = counts.get(field) ?? new Map<string, number>()
    counts.set(field, own.set(key, (own.get(key) ?? 0) + 1))
  }
  return (r, f) => {
    const own = [...(counts.get(`${r}-${f}`) ?? [])]
    const all = own.reduce((sum, [, count]) => sum + count, 0)
    const [key] = own.find(([, count]) => count * 2 > all) ?? ['']
    return names[key] ?? ''
  }
}
