import { windowOf } from '../../../src/core/value/aggregate.js'
import { creditColour, fulfilment, type UnpaidOrder } from '../../../src/core/value/credit.js'
import { orderDays } from '../../../src/core/value/cycle.js'
import { proposeBuyerType } from '../../../src/core/value/grades/buyer-type.js'
import { loyaltyOf } from '../../../src/core/value/grades/loyalty.js'
import { bigOrder, orderP95, steadyTrade } from '../../../src/core/value/grades/potential.js'
import { customerClass, type LevelBasis, serviceLevel } from '../../../src/core/value/grades/service-level.js'
import { vipBounds, vipEvidence } from '../../../src/core/value/grades/vip.js'
import { gradeWords } from '../../../src/core/value/grades/words.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { buyerTypeEvidence } from '../../../src/reports/grades-evidence.js'
import { gradesWords } from '../../../src/reports/grades-words.js'
import { type MadeOrder, snapshotOf } from '../../support/snapshot.js'
import { aligned, date, type Examples, money, percent } from './text.js'

const asOf = dayOf('2026-08-31')
const year = windowOf(asOf, 365)

/** Classes, VIP, service levels, signs of more to come, and credit. */
export const gradeExamples: Examples = {
  'service-level': (lang) => {
    const { classes, levels } = gradeWords[lang]
    const { columns, levelBy } = gradesWords[lang]
    const rows = bases.map((basis) => {
      const { level, by } = serviceLevel(basis)
      const also = [
        ...(basis.isStrategic ? [levelBy.strategic] : []),
        ...(basis.isVip ? [levelBy.vip] : []),
        ...(basis.isCreditLow ? [levelBy.credit] : []),
        ...(basis.isBlocked ? [levelBy.blocked] : []),
      ].join(' + ')
      return [basis.tier, basis.handTier ?? '·', also, classes[customerClass(basis)], levels[level], levelBy[by]]
    })
    return aligned([['ABC', columns.handTier, '+', columns.class, columns.level, columns.levelBy], ...rows])
  },
  vip: () =>
    vipOrders.map((made) => {
      const { orders } = snapshotOf([{ id: 'c', bought: made.map(([on, net]) => ({ on, net: net * 100 })) }])
      const evidence = vipEvidence(orders, 0, year, vipBounds(new Map(), 'USD'))
      const { order, month, returns } = evidence ?? { order: null, month: null, returns: null }
      const met = [
        ...(order ? [`${date(order.on)} ${money(order.netMinor)}`] : []),
        ...(month ? [`${month.month} ${money(month.netMinor)} (${month.orders})`] : []),
        ...(returns ? [`${money(returns.leftMinor)} ${evidence?.isTakenBack ? '-' : '+'}`] : []),
      ]
      return `${made.map(([on, net]) => `${on.slice(5)} ${net.toFixed(2)}`).join(', ')} → ${met.join('; ') || '-'}`
    }),
  'big-order': () => {
    const { orders } = snapshotOf([{ id: 'c', bought: rising }])
    const found = bigOrder(orders, 0, year, { p95Minor: orderP95(shopOf(rising), year), p90Categories: null })!
    const { largestMinor, p95Minor, slopeMinor, lastMinor, medianMinor, isFlagged } = found
    return [
      `P95 = ${money(p95Minor)}, max = ${money(largestMinor)} (${found.isLarge ? '+' : '-'})`,
      `slope = ${money(slopeMinor!)}, last = ${money(lastMinor)}, median = ${money(medianMinor)} (${found.isRising ? '+' : '-'})`,
      `→ ${isFlagged ? '+' : '-'}`,
    ]
  },
  steady: () =>
    [30, 31].map((since) => {
      const days = [0, 20, 45, 75, 100].map((on) => ({ on: asOf - since - 100 + on, net: 1 }))
      const found = steadyTrade(orderDays(snapshotOf([{ id: 'c', bought: days }]), asOf), 0, () => cycle)!
      const { gaps, meanDays, variation, sinceDays, closeDays, isFlagged } = found
      return `n = ${gaps}, mean = ${meanDays}, CV = ${percent(variation, 1)}; ${sinceDays} / ${closeDays} → ${isFlagged ? '+' : '-'}`
    }),
  'buyer-type': (lang) =>
    companies.map(([company, unitsPerLine, repeatedSkus]) => {
      const found = proposeBuyerType(company, () => ({ lines: 12, unitsPerLine, repeatedSkus }))
      const type = found ? `${gradeWords[lang].buyerTypes[found.type]} (${buyerTypeEvidence(found, { lang })})` : '-'
      return `${company || '·'}, ${unitsPerLine}, ${repeatedSkus} → ${type}`
    }),
  loyal: () =>
    (
      [
        [2, [4, 4], 0],
        [2, [4, 3], 0],
        [2, [], 1],
        [1, [5], 3],
      ] as const
    ).map(([days, scores, referred]) => {
      const ratings = { count: scores.length, sum: scores.reduce<number>((sum, score) => sum + score, 0) }
      const { score, isLoyal } = loyaltyOf(days, ratings, referred)
      return `${days}, ${score?.toFixed(1) ?? '-'}, ${referred} → ${isLoyal ? '+' : '-'}`
    }),
  credit: (lang) =>
    credits.map(([kept, broken, traded]) => {
      const bought = Array.from({ length: kept }, (_, i) => ({ on: asOf - i, net: 1 }))
      const unpaid = Array.from(
        { length: broken },
        (): UnpaidOrder => ({ on: asOf, state: 'cancelled', isCounted: false }),
      )
      const found = fulfilment(snapshotOf([{ id: 'c', bought }]).orders, 0, year, unpaid)
      const colour = creditColour(found, traded * 100, { cuts: [75, 95], greenFromMinor: 1_000_00 })
      const share = found.share === null ? '-' : percent(found.share, 1)
      return `${found.kept} / ${found.placed} = ${share}, ${traded} → ${colour ? gradeWords[lang].colours[colour] : '-'}`
    }),
}

const usual: LevelBasis = {
  ...{ tier: 'C', handTier: null, isStrategic: false },
  ...{ isVip: false, isCreditLow: false, isBlocked: false },
}
const bases: readonly LevelBasis[] = [
  { ...usual, tier: 'A' },
  { ...usual, tier: 'U' },
  { ...usual, tier: 'U', isStrategic: true },
  { ...usual, handTier: 'B' },
  { ...usual, tier: 'A', handTier: 'C' },
  { ...usual, tier: 'B', isVip: true },
  { ...usual, tier: 'A', isVip: true, isCreditLow: true },
  { ...usual, tier: 'A', isBlocked: true },
]

const vipOrders: readonly (readonly (readonly [on: string, net: number])[])[] = [
  [['2026-05-01', 1500]],
  [['2026-05-01', 1499.99]],
  [
    ['2026-05-01', 1000],
    ['2026-05-15', 1000],
    ['2026-05-31', 1000],
  ],
  [
    ['2026-05-30', 1000],
    ['2026-05-31', 1000],
    ['2026-06-01', 1000],
  ],
  [
    ['2026-05-01', 2000],
    ['2026-05-02', -500],
  ],
  [
    ['2026-05-01', 2000],
    ['2026-05-02', -500.01],
  ],
]

const rising = [100, 200, 300, 400, 500].map((net, i) => ({ on: asOf - 50 + 10 * i, net: net * 100 }))

/** A shop of this customer and of 95 orders of 100. */
function shopOf(bought: readonly MadeOrder[]) {
  const others = Array.from({ length: 95 }, (_, i) => ({ on: asOf - i, net: 100_00 }))
  return snapshotOf([
    { id: 'c', bought },
    { id: 'others', bought: others },
  ])
}

const cycle = { openDays: 25, closeDays: 30, method: 'own', group: null, n: 4, returningShare: null } as const

const companies: readonly (readonly [company: string, unitsPerLine: number, repeatedSkus: number])[] = [
  ['Lakeside Trading', 1, 0],
  ['临江区总工会', 50, 0],
  ['', 12, 0],
  ['', 3, 3],
  ['', 1, 0],
  ['', 5, 0],
]

const credits: readonly (readonly [kept: number, broken: number, traded: number])[] = [
  [19, 1, 5000],
  [19, 1, 999],
  [18, 1, 5000],
  [3, 1, 5000],
  [74, 26, 5000],
  [3, 0, 5000],
]
