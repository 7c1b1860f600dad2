import type { ReportInput } from '../core/report/build.js'
import type { Chart, FlowChart } from '../core/report/chart.js'
import type { Table } from '../core/report/table.js'
import type { SegmentFlow } from '../core/value/segment-moves.js'
import { segmentNames } from '../core/value/segments/vocabulary.js'
import type { Standing } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { joined } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import { grouped, plural } from '../core/values/plural.js'
import type { Comparison } from './rfm-migration.js'

const words = bilingual(
  {
    since: (day: string) => `since ${day}`,
    between: (day: string, until: string) => `between ${day} and ${until}`,
    title: (moved: number, all: number, when: string, most: string) =>
      `${grouped(moved)} of ${plural(all, 'customer')} changed segment ${when}; the largest move: ${most}`,
    still: (all: number, when: string) =>
      all === 1
        ? `The one customer stayed in its segment ${when}`
        : `All ${grouped(all)} customers stayed in their segments ${when}`,
    move: (before: string, now: string, n: number) => `${grouped(n)} from ${before} to ${now}`,
    alt: (told: string, stayed: number) =>
      `Flows between the segments of two days: ${told}; ${grouped(stayed)} stayed.`,
    altStill: (stayed: number) => `Flows between the segments of two days: ${grouped(stayed)} stayed, nobody moved.`,
    now: 'now',
    none: 'no order in the window',
  },
  {
    since: (day) => `${day} 以来`,
    between: (day, until) => `${day} 至 ${until}`,
    title: (moved, all, when, most) => `${when}，${grouped(all)}位客户中有${grouped(moved)}位换了群，最多的是${most}`,
    still: (all, when) => `${when}，${grouped(all)}位客户都没有换群`,
    move: (before, now, n) => `${before}→${now}${grouped(n)}位`,
    alt: (told, stayed) => `两天之间的分群流向：${told}；没有变的${grouped(stayed)}位。`,
    altStill: (stayed) => `两天之间的分群流向：${grouped(stayed)}位都没有变。`,
    now: '现在',
    none: '统计期内未下单',
  },
)

/** Moves told to who does not see the picture. */
const TOLD = 3

/** Who went from which segment to which since an earlier day; `table` holds the figures; none where no flow is known. */
export function migrationCharts(
  input: ReportInput,
  standing: Standing,
  { day, earlier, migration, until }: Comparison,
  table: Table,
): readonly Chart[] {
  const { flows } = migration
  if (!earlier.rfm.hasScores || !standing.rfm.hasScores || flows.length === 0) return []
  const say = words[input.lang]
  const names = segmentNames(standing.vocabulary, input.lang)
  const keys = [...standing.vocabulary.segments.map(({ key }) => key), null]
  const nameOf = (key: string | null) => (key === null ? say.none : names[key]!)
  const when = until === undefined ? say.since(dateOf(day)) : say.between(dateOf(day), dateOf(until))
  const place = (key: string | null) => keys.indexOf(key)
  const chart: FlowChart = {
    key: 'migration',
    kind: 'flow',
    ...toldOf(input, flows, when, nameOf),
    fromLabel: dateOf(day),
    toLabel: until === undefined ? say.now : dateOf(until),
    from: keys.map(nameOf),
    to: keys.map(nameOf),
    flows: flows.map(({ before, now, customers }) => ({ from: place(before), to: place(now), value: customers })),
    measure: { kind: 'count' },
    table,
  }
  return [chart]
}

/** Title and text alternative: how many moved, and the largest moves. */
function toldOf(
  { lang }: ReportInput,
  flows: readonly SegmentFlow[],
  when: string,
  nameOf: (key: string | null) => string,
) {
  const say = words[lang]
  const moves = flows.filter(({ before, now }) => before !== now)
  const sum = (some: readonly SegmentFlow[]) => some.reduce((total, { customers }) => total + customers, 0)
  const [moved, all] = [sum(moves), sum(flows)]
  if (moved === 0) return { title: say.still(all, when), alt: say.altStill(all) }
  const told = moves
    .slice(0, TOLD)
    .map(({ before, now, customers }) => say.move(nameOf(before), nameOf(now), customers))
  return { title: say.title(moved, all, when, told[0]!), alt: say.alt(joined(told, lang), all - moved) }
}
