import { draft, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Json } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { TIERS } from '../core/value/abc.js'
import { countedDays } from '../core/value/aggregate.js'
import { tierMoves } from '../core/value/movers.js'
import type { Grading } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { filteredMoves } from './filtered-moves.js'
import type { Moved, MoversInput } from './movers-table.js'

const words = bilingual(
  {
    moves: (since: string, asOf: string) => `Customers by tier on ${since} (rows) and on ${asOf} (columns)`,
    earlier: (since: string) => `On ${since}`,
    left: 'Moved away',
    allNew: (since: string, first: string) =>
      `On ${since} no order counted yet (the first is of ${first}): everybody in a tier is new since.`,
    noneThen: (since: string) => `No order counted in the window of ${since}: everybody in a tier moved into it since.`,
  },
  {
    moves: (since, asOf) => `客户类别变化：${since}（行）到 ${asOf}（列）`,
    earlier: (since) => `${since} 的类别`,
    left: '升降级人数',
    allNew: (since, first) => `${since} 还没有有效订单（第一笔在 ${first}）：现在A至C类的客户都是这之后新来的。`,
    noneThen: (since) => `${since} 的统计期内没有有效订单：现在A至C类的客户都是这之后进来的。`,
  },
)

/** Two gradings and the movers between them. */
type Both = Moved & { readonly later: Grading }

function movesOf(input: MoversInput, { earlier, later, movers }: Both): readonly (readonly number[])[] {
  return tierMoves({ earlier, later }, movers, (customer) => input.filter?.includes(customer) ?? true)
}

/** How many customers went from each tier to each other one; a filter's customers alone where there is one. */
export function movesTable(input: MoversInput, both: Both): TableDraft {
  const say = words[input.lang]
  const moves = movesOf(input, both)
  const tiers: Column[] = TIERS.map((tier) => ({ key: `now${tier}`, kind: 'count', label: tier }))
  const columns: Column[] = [
    columnsIn(input.lang, input.snapshot.currency)('before', { label: say.earlier(dateOf(input.since)) }),
    ...tiers,
    { key: 'moved', kind: 'count', label: say.left },
  ]
  const title = say.moves(dateOf(input.since), dateOf(input.asOf))
  return draft('moves', title, columns, TIERS, (before, row) => ({
    before,
    ...Object.fromEntries(tiers.map(({ key }, at) => [key, moves[row]![at]!])),
    moved: moves[row]!.reduce((sum, count, at) => (at === row ? sum : sum + count), 0),
  }))
}

/** All movers in numbers, for `summary`: those who went to a better tier, those who went to a worse one. */
export function moversSummary(input: MoversInput, { all }: Moved): Record<string, Json> {
  const isUp = ({ before, now }: (typeof all)[number]) => TIERS.indexOf(now) < TIERS.indexOf(before)
  const up = all.filter(isUp).length
  return { since: dateOf(input.since), customers: all.length, up, down: all.length - up }
}

/** How many of the movers are a filter's; said where everybody moved because nothing counted on the earlier day. */
export function moversNotes(input: MoversInput, both: Both): string[] {
  const chosen = filteredMoves(input, 'tier', both.all.length, both.movers.length)
  if (both.earlier.abc.total > 0 || both.later.abc.total === 0) return chosen
  const { first } = countedDays(input.snapshot, 'customers', input.asOf)
  const since = dateOf(input.since)
  const say = words[input.lang]
  return [first > input.since ? say.allNew(since, dateOf(first)) : say.noneThen(since), ...chosen]
}
