import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { FEWEST_SCORED } from '../core/value/rfm.js'
import { type SegmentMigration, segmentMigration } from '../core/value/segment-moves.js'
import { segmentNames } from '../core/value/segments/vocabulary.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { dateOrNull } from './dates.js'
import { filteredMoves } from './filtered-moves.js'
import { identityColumns } from './identity.js'

const words = bilingual(
  {
    flows: (day: string) => `Segments on ${day} and now`,
    flowsUntil: (day: string, until: string) => `Segments on ${day} and ${until}`,
    movers: (day: string) => `Changed segment since ${day}`,
    before: 'Before',
    now: 'Now',
    scoresBefore: 'R F M before',
    scoresNow: 'R F M now',
    unscored: 'no order in the window',
    nobody: (day: string) => `Nobody changed segment since ${day}.`,
    none: (day: string) => `None of the filter's customers changed segment since ${day}.`,
    noOrders: 'None of these customers has a counted order in either window.',
    few: (day: string, n: number) =>
      `On ${day} nobody had scores: ${plural(n, 'customer')} ordered in the window that ends then, and scores need at least ${FEWEST_SCORED}.`,
    moved: (moved: number, stayed: number, day: string) =>
      `${plural(moved, 'customer')} changed segment since ${day}, ${stayed} stayed. Both days are as this ledger tells them today.`,
  },
  {
    flows: (day) => `${day} 与现在的客户分群`,
    flowsUntil: (day, until) => `${day} 与 ${until} 的客户分群`,
    movers: (day) => `${day} 以来换群的客户`,
    before: '原来',
    now: '现在',
    scoresBefore: '原RFM',
    scoresNow: '现RFM',
    unscored: '统计期内未下单',
    nobody: (day) => `${day} 以来没有客户换群。`,
    none: (day) => `${day} 以来，符合条件的客户没有换群。`,
    noOrders: '符合条件的客户在两个统计期内都没有有效订单。',
    few: (day, n) => `${day} 还没有评分：截至那天的统计期内只有${n}位客户下单，至少${FEWEST_SCORED}位才能评分。`,
    moved: (moved, stayed, day) =>
      `${day} 以来有${moved}位客户换了群，${stayed}位没有变。两天的数字都按账本现在的记录计算。`,
  },
)

/** An earlier day's segments beside those of now. */
export interface Comparison {
  readonly day: Day
  readonly earlier: Standing
  readonly migration: SegmentMigration
  /** The later day, where it is over and no longer now. */
  readonly until?: Day
}

/** Compares the segments of a standing with those of an earlier day, by the same window length and ways (R14); of the filter's customers where there is one. */
export function compareWith(input: ReportInput & { readonly value: ValueOptions }, later: Standing, day: Day) {
  const earlier = standingOn(input.snapshot, day, input.value)
  const migration = segmentMigration(input.snapshot, earlier, later, input.filter?.includes)
  return { day, earlier, migration } satisfies Comparison
}

function segmentColumns(input: ReportInput, { vocabulary }: Standing): readonly [Column, Column] {
  const say = words[input.lang]
  const names = { ...segmentNames(vocabulary, input.lang), [NO_SEGMENT]: say.unscored }
  return [
    { key: 'before', kind: 'text', label: say.before, words: names },
    { key: 'now', kind: 'text', label: say.now, words: names },
  ]
}

/** Stands for customers without scores; a segment's own name has a letter or a digit. */
const NO_SEGMENT = '-'

/** One row for each pair of segments that has customers, moves before stays. */
export function flowsTable(input: ReportInput, standing: Standing, comparison: Comparison): TableDraft {
  const { day, migration, until } = comparison
  const column = columnsIn(input.lang, input.snapshot.currency)
  const [before, now] = segmentColumns(input, standing)
  const later = until === undefined ? now : { ...now, label: dateOf(until) }
  const columns = [before, later, column('customers'), column('netMinor')]
  const say = words[input.lang]
  const title = until === undefined ? say.flows(dateOf(day)) : say.flowsUntil(dateOf(day), dateOf(until))
  const table = draft('migration', title, columns, migration.flows, (flow) => ({
    ...flow,
    before: flow.before ?? NO_SEGMENT,
    now: flow.now ?? NO_SEGMENT,
  }))
  return { ...table, reason: say.noOrders }
}

/** Who moved, with the scores of both days. */
export function segmentMoversTable(input: ReportInput, standing: Standing, comparison: Comparison): TableDraft {
  const say = words[input.lang]
  const { day, earlier, migration } = comparison
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns: Column[] = [
    ...identityColumns(input, column),
    ...segmentColumns(input, standing),
    { key: 'scoresBefore', kind: 'text', label: say.scoresBefore },
    { key: 'scoresNow', kind: 'text', label: say.scoresNow },
    column('netMinor'),
    column('lastOrderOn', { wide: true }),
  ]
  const since = dateOf(day)
  const table = draft('segmentMovers', say.movers(since), columns, migration.moves, ({ customer, before, now }) => {
    const { id, name, key } = input.snapshot.customers[customer]!
    return {
      ...{ customer: id, name, key, before: before ?? NO_SEGMENT, now: now ?? NO_SEGMENT },
      scoresBefore: scoresText(earlier, customer),
      scoresNow: scoresText(standing, customer),
      netMinor: standing.sums.netMinor[customer]!,
      lastOrderOn: dateOrNull(standing.lastOrderOn(customer)),
    }
  })
  return { ...table, reason: (input.filter ? say.none : say.nobody)(since) }
}

function scoresText({ rfm: { r, f, m } }: Standing, customer: number): string | null {
  return r[customer] ? `${r[customer]}${f[customer]}${m[customer]}` : null
}

/** How many moved, and how many of them are the filter's; or why the earlier day has nothing to compare with. */
export function migrationNotes(input: ReportInput, { day, earlier, migration }: Comparison): string[] {
  const say = words[input.lang]
  const { hasScores, scored } = earlier.rfm
  if (!hasScores) return [say.few(dateOf(day), scored.length)]
  const { moved, stayed, moves } = migration
  return [say.moved(moved, stayed, dateOf(day)), ...filteredMoves(input, 'segment', moved, moves.length)]
}
