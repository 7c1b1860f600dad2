import { draft, finishOther, type ReportInput } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Column, Table } from '../core/report/table.js'
import { TIERS } from '../core/value/abc.js'
import { type GroupFacts, NO_GROUP } from '../core/value/groups/dimension.js'
import { dimensions } from '../core/value/groups/index.js'
import type { DimensionName } from '../core/value/groups/names.js'
import { type GroupSum, sumGroups } from '../core/value/groups/sum-groups.js'
import type { Grading, ValueOptions } from '../core/value/standing.js'
import { bilingual } from '../core/values/lang.js'
import { measureLabel, share, shareColumn, valueColumn, valueKey } from './tier-tables.js'

/** What customers are to be grouped by, and what is known besides the snapshot. */
export type PerInput = { readonly name: DimensionName } & Pick<
  GroupFacts,
  'said' | 'shops' | 'categories' | 'priceBounds'
>

/** A report that can be grouped. */
export interface GroupedInput extends ReportInput {
  readonly value: ValueOptions
  readonly per?: PerInput
}

const words = bilingual(
  {
    value: (measure: string) => `${measure}, A to C`,
    aShare: 'Share of all A',
    averageOrder: 'Average order value',
    best: 'Best customer (id)',
    bestName: 'Best customer',
    nobody: 'No customer to group.',
    of: 'The groups hold the customers of the filter; shares are of all customers.',
  },
  {
    value: (measure) => `A至C类${measure}`,
    aShare: '占全部A类客户',
    averageOrder: '笔单价',
    best: '最好的客户（编号）',
    bestName: '最好的客户',
    nobody: '没有可以分组的客户。',
    of: '各组只含符合条件的客户；占比按全部客户计算。',
  },
)

/** What `--per` adds to a report; nothing where it is not asked for. */
export interface Grouped {
  readonly tables: readonly Table[]
  readonly notes: readonly string[]
}

/** The customers in groups, one row each: tiers, value, shares and the best of them (R13). */
export function groupedBy(input: GroupedInput, grading: Grading): Grouped {
  const { per, lang, snapshot, value, filter } = input
  if (per === undefined) return { tables: [], notes: [] }
  const dimension = dimensions[per.name]
  const facts: GroupFacts = { ...per, snapshot, grading, measure: value.measure }
  const { groups, isSeveral } = sumGroups(dimension, facts, (customer) => filter?.includes(customer) ?? true)
  const say = dimension.words[lang]
  const isKnown = groups.some(({ group }) => group !== NO_GROUP)
  const names = groups.map(({ group }) => [group, group === NO_GROUP ? say.none : dimension.nameOf(group, lang, facts)])
  const columns = columnsOf(input, { label: say.label, words: Object.fromEntries(names) })
  const table = draft('per', say.title, columns, groups, (group) => rowOf(group, input, grading))
  return {
    tables: [finishOther({ ...table, reason: words[lang].nobody }, input.shape)],
    notes: [
      ...(groups.length > 0 && !isKnown && say.unknown !== '' ? [say.unknown] : []),
      ...(isSeveral && say.several !== '' ? [say.several] : []),
      ...(filter && groups.length > 0 ? [words[lang].of] : []),
    ],
  }
}

function columnsOf(input: GroupedInput, group: Pick<Column, 'label' | 'words'>): Column[] {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const { measure } = input.value
  return [
    { key: 'group', kind: 'text', ...group },
    column('customers'),
    ...TIERS.map((tier): Column => ({ key: `tier${tier}`, kind: 'count', label: tier })),
    { ...valueColumn(measure, input), label: say.value(measureLabel(measure, input)) },
    shareColumn(measure, input),
    { key: 'aShare', kind: 'percent', label: say.aShare },
    { ...column('netMinor', { label: say.averageOrder }), key: 'averageOrderMinor' },
    { key: 'best', kind: 'id', label: say.best, wide: true },
    { key: 'bestName', kind: 'text', label: say.bestName },
  ]
}

function rowOf(sum: GroupSum, { snapshot, value: { measure } }: GroupedInput, { abc }: Grading) {
  const { tiers, orders, netMinor } = sum
  const best = sum.best === null ? null : snapshot.customers[sum.best]!
  return {
    group: sum.group,
    customers: tiers.reduce((all, count) => all + count),
    ...Object.fromEntries(TIERS.map((tier, at) => [`tier${tier}`, tiers[at]!])),
    [valueKey(measure)]: sum.value,
    // A part of the whole that is below zero is no part: returns of orders placed elsewhere.
    valueShare: sum.value < 0 ? null : share(sum.value, abc.total),
    aShare: share(tiers[0], abc.totals.A.customers),
    averageOrderMinor: orders === 0 ? null : Math.round(netMinor / orders) + 0,
    best: best?.id ?? null,
    bestName: best && (best.name ?? best.key ?? best.id),
  }
}
