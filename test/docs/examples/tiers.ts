import { type OrderFacts, orderFigures } from '../../../src/core/order-figures.js'
import { ABC_DEFAULTS, gradeAbc, TIERS } from '../../../src/core/value/abc.js'
import { asOfDay, windowOf } from '../../../src/core/value/aggregate.js'
import { partsByCategory } from '../../../src/core/value/groups/category-parts.js'
import type { GroupFacts } from '../../../src/core/value/groups/dimension.js'
import { dimensions } from '../../../src/core/value/groups/index.js'
import { sumGroups } from '../../../src/core/value/groups/sum-groups.js'
import { moversBetween } from '../../../src/core/value/movers.js'
import { valueForTier } from '../../../src/core/value/next-tier.js'
import { heldByBest } from '../../../src/core/value/pareto.js'
import { gradingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import type { Lang } from '../../../src/core/values/lang.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'
import { aligned, date, type Examples, money, percent } from './text.js'

const asOf = dayOf('2026-08-31')

/** Days, orders that count, tiers, movers, concentration and groups. */
export const tierExamples: Examples = {
  window: () => {
    const { from, to } = windowOf(asOf, 365)
    const asOfWith = (on: string) => asOfDay(snapshotOf([{ id: 'c', bought: [{ on, net: 1 }] }]), asOf)
    return [
      `2026-08-31, 365: ${date(from! + 1)} … ${date(to)}`,
      ...['2025-09-01', '2025-08-31'].map((on) => `2026-08-31, ${on}: ${date(asOfWith(on).asOf)}`),
    ]
  },
  counted: () =>
    aligned([
      ['', 'gross', 'net', 'profit', 'counts'],
      ...Object.entries(orders).map(([name, order]) => {
        const { grossMinor, netMinor, costsMinor, isCounted } = orderFigures({ ...paid, ...order })
        return [name, money(grossMinor), money(netMinor), money(netMinor - (costsMinor ?? 0)), isCounted ? '+' : '-']
      }),
    ]),
  'abc-crossing': () => abcLines('cross'),
  'abc-within': () => abcLines('within'),
  'next-tier': () => {
    const abc = gradeAbc(Float64Array.from(nets))
    const line = (own: number, wanted: 0 | 1) => {
      const least = valueForTier(abc, ABC_DEFAULTS, own, wanted)!
      return `${money(own)} → ${TIERS[wanted]}: ${money(least)} (+${money(least - own)})`
    }
    return [line(500, 0), line(200, 1)]
  },
  movers: () => [
    ...moved(shop, '2026-06-15', '2026-08-31'),
    ...moved(shop, '2026-08-17', '2026-08-24'),
    ...moved(
      [
        { id: 'Ida', bought: [{ on: '2025-06-20', net: 900_00 }] },
        { id: 'Max', bought: [{ on: '2026-01-10', net: 1000_00 }] },
        {
          id: 'Tom',
          bought: [
            { on: '2026-05-02', net: 600_00 },
            { on: '2026-08-03', net: -600_00, gross: 0 },
          ],
        },
      ],
      '2026-06-15',
      '2026-08-31',
    ),
  ],
  concentration: () => {
    const { gini, top1Share, top20Share } = gradeAbc(Float64Array.from(nets)).concentration
    return [`Gini = ${gini!.toFixed(4)}`, `top 20 % = ${percent(top20Share!)}`, `top 1 % = ${percent(top1Share!)}`]
  },
  pareto: () => {
    const { ascending } = gradeAbc(Float64Array.from([100_00, ...Array<number>(19).fill(10_00)]))
    const held = heldByBest(ascending, percents)
    return aligned(
      held.map(({ customers, value, valueShare }, at) => [
        `${percents[at]} %`,
        ...[customers, money(value), percent(valueShare, 1)],
      ]),
    )
  },
  'category-parts': () => [partsLine([20, 10]), partsLine([5, 5, 5]), partsLine([null, null], [3, 1])],
  groups: (lang) => ['country', 'tag', 'price-band'].flatMap((name) => groupLines(name as 'country', lang)),
}

const nets = [6000, 2500, 500, 500, 300, 200]
const percents = [1, 5, 10, 20, 50]

const paid: OrderFacts = {
  ...{ kind: 'order', isPaid: 1, status: 'paid', totalMinor: 100_00, refundMinor: null },
  ...{ feeMinor: null, costMinor: null },
}
const orders: Readonly<Record<string, Partial<OrderFacts>>> = {
  'paid 100': {},
  'paid 100, cost 40, fee 5': { costMinor: 40_00, feeMinor: 5_00 },
  'paid 100, refund 30': { status: 'partially_refunded', refundMinor: 30_00 },
  'paid 100, refund 100': { status: 'refunded', refundMinor: 100_00 },
  'paid 0': { totalMinor: 0 },
  'pending 100': { isPaid: 0, status: 'pending' },
  'cancelled 100': { isPaid: 0, status: 'cancelled' },
  'return 20': { kind: 'return', totalMinor: -20_00 },
}

function abcLines(boundary: 'cross' | 'within'): string[] {
  const abc = gradeAbc(Float64Array.from(nets), { ...ABC_DEFAULTS, boundary })
  return nets.map((net, i) => {
    const { before, after } = abc.around(net)
    return `${money(net).padStart(6)}  ${percent(before / abc.total)} → ${percent(after / abc.total)}  ${TIERS[abc.tier[i]!]}`
  })
}

const shop: readonly MadeCustomer[] = [
  { id: 'Ann', bought: bought(['2026-03-10', 300], ['2026-07-01', 100]) },
  { id: 'Bob', bought: bought(['2026-04-01', 40]) },
  { id: '王芳', bought: bought(['2026-05-01', 30], ['2026-07-20', 30]) },
  { id: 'Eve', bought: bought(['2026-08-20', 20]) },
]

function bought(...made: readonly (readonly [on: string, net: number])[]) {
  return made.map(([on, net]) => ({ on, net: net * 100 }))
}

function moved(customers: readonly MadeCustomer[], since: string, until: string): string[] {
  const snapshot = snapshotOf(customers)
  const [earlier, later] = [since, until].map((day) => gradingOn(snapshot, dayOf(day), VALUE_DEFAULTS))
  const days = { earlier: earlier!, later: later!, corrections: { since: [], between: [] } }
  const rows = moversBetween(snapshot, days, VALUE_DEFAULTS).map(({ customer, before, now, cause }) => {
    const [was, is] = [days.earlier, days.later].map(({ abc }) => money(abc.value[customer]!))
    return [`  ${customers[customer]!.id}`, `${before} → ${now}`, `${was} → ${is}`, cause]
  })
  return [`${since} … ${until}`, ...aligned(rows)]
}

const grouped: readonly MadeCustomer[] = [
  { id: 'Ann', country: 'US', tags: ['gold', 'tea'], bought: bought(['2026-05-01', 500], ['2026-06-01', 300]) },
  { id: 'Bob', country: 'CN', tags: ['tea'], bought: bought(['2026-05-01', 150]) },
  { id: 'Eve', bought: bought(['2026-06-01', 50]) },
]

function groupLines(name: 'country' | 'tag' | 'price-band', lang: Lang): string[] {
  const snapshot = snapshotOf(grouped)
  const grading = gradingOn(snapshot, asOf, VALUE_DEFAULTS)
  const facts: GroupFacts = {
    snapshot,
    grading,
    measure: 'net',
    said: new Map(),
    shops: null,
    categories: null,
    priceBounds: [],
  }
  const dimension = dimensions[name]
  const rows = sumGroups(dimension, facts).groups.map(({ group, tiers, value, netMinor, orders, best }) => [
    `  ${group === '' ? dimension.words[lang].none : dimension.nameOf(group, lang, facts)}`,
    TIERS.map((tier, at) => `${tier}${tiers[at]}`).join(' '),
    ...[money(value), percent(value / grading.abc.total, 1), money(Math.round(netMinor / orders))],
    grouped[best!]!.id,
  ])
  return [`--per ${name}`, ...aligned(rows)]
}

function partsLine(amounts: readonly (number | null)[], pieces: readonly number[] = amounts.map(() => 1)): string {
  const sale = { customer: 0, grossMinor: 1000, netMinor: 1000, profitMinor: 1000, orders: 1 }
  const lines = amounts.map((amount, category) => ({
    category,
    amountMinor: amount === null ? null : 100 * amount,
    quantity: pieces[category]!,
  }))
  return partsByCategory(sale, lines)
    .map(({ netMinor }) => money(netMinor))
    .join(' + ')
}
