import type { EntryFacts } from '../../../src/core/entry-facts.js'
import type { ContactFacts } from '../../../src/core/snapshot.js'
import { aggregate, windowOf } from '../../../src/core/value/aggregate.js'
import { cohortsOf, pooledRetention, retention } from '../../../src/core/value/cohorts.js'
import { changeKind, changeOf, INDICATOR_KEYS, INDICATORS, indicatorsOf } from '../../../src/core/value/indicators.js'
import { comparedWith, type Period, periodOf } from '../../../src/core/value/period.js'
import { sampleLimits } from '../../../src/core/value/small-sample.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { monthOfDay, monthText } from '../../../src/core/values/month.js'
import { indicatorWords } from '../../../src/reports/kpi-words.js'
import { indicatorsIn } from '../../support/indicators.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'
import { aligned, date, type Examples, money, percent } from './text.js'

const asOf = dayOf('2026-08-31')

/** The indicators of one small month, the periods they stand beside, cohorts and small samples. */
export const indicatorExamples: Examples = {
  periods: () =>
    (
      [
        ['month', '2026-08-12'],
        ['month', '2026-08-31'],
        ['month', '2026-03-30'],
        ['quarter', '2026-04-30'],
      ] as const
    ).map(([kind, on]) => {
      const period = periodOf(kind, monthOfDay(dayOf(on)), dayOf(on))
      const { previous, yearBefore } = comparedWith(period)
      return [period, previous, yearBefore].map(spanOf).join('  |  ')
    }),
  kpi: (lang) => {
    const basis = indicatorsIn(snapshotOf(shop, contacts), asOf, entries)
    const period = periodOf('month', monthOfDay(asOf), asOf)
    const [now, before] = [period, comparedWith(period).previous].map((each) => indicatorsOf(basis, each))
    const rows = INDICATOR_KEYS.map((key) => {
      const changed = changeText(key, changeOf(key, now![key], before![key]))
      return [indicatorWords[lang][key], key, figure(key, now![key]), figure(key, before![key]), changed]
    })
    return aligned([['', '', '2026-08', '2026-07', '±'], ...rows])
  },
  cohorts: () => {
    const all = cohortsOf(snapshotOf(cohortShop), dayOf('2026-04-30'), () => true)
    const shares = (by: 'customers' | 'revenue') => [
      ...all.cohorts
        .filter(({ customers }) => customers > 0)
        .map((cohort) => [
          monthText(cohort.month),
          ...[0, 1, 2, 3].map((k) => shareText(retention(cohort, k, all, by))),
        ]),
      ['Σ', ...pooledRetention(all, all.cohorts, by).map(({ share }) => shareText(share))],
    ]
    return [
      '--by customers',
      ...aligned(shares('customers').map((row) => ['', ...row])),
      '--by revenue',
      ...aligned(shares('revenue').map((row) => ['', ...row])),
    ]
  },
  'small-sample': () =>
    (
      [
        [30, 27, 179],
        [29, 0, 179],
        [30, 28, 179],
        [30, 0, 178],
      ] as const
    ).map(([customers, once, back]) => {
      const snapshot = snapshotOf(
        Array.from({ length: customers }, (_, i) => ({
          id: `c${i}`,
          bought: [{ on: asOf - back, net: 1 }, ...(i < once ? [] : [{ on: asOf, net: 1 }])],
        })),
      )
      const limits = sampleLimits(snapshot, aggregate(snapshot, windowOf(asOf, 365)))
      const said = limits.map(({ limit }) => limit).join(', ')
      return `${customers}, ${percent(once / customers, 1)}, ${back + 1} → ${said || '-'}`
    }),
}

const shop: readonly MadeCustomer[] = [
  {
    id: 'Ann',
    bought: [
      { on: '2025-11-03', net: 900_00, gross: 1000_00 },
      { on: '2026-08-10', net: 300_00 },
      { on: '2026-08-10', net: 100_00 },
      { on: '2026-08-20', net: -50_00, gross: 0 },
    ],
  },
  {
    id: 'Bob',
    bought: [
      { on: '2026-08-02', net: 200_00, gross: 260_00 },
      { on: '2026-08-30', net: 100_00 },
    ],
  },
  { id: 'Eve', bought: [{ on: '2026-07-05', net: 400_00 }] },
  { id: 'Max', bought: [{ on: '2026-02-10', net: 5000_00 }] },
  { id: 'Tom' },
]

const contact = (customer: number, on: string, nextOn: string | null = null): ContactFacts => ({
  ...{ customer, on: dayOf(on), kind: 'contact', rule: null },
  nextOn: nextOn === null ? null : dayOf(nextOn),
})
const contacts = [
  contact(1, '2026-07-13'),
  contact(2, '2026-07-28', '2026-08-05'),
  contact(0, '2026-08-06', '2026-08-09'),
  contact(1, '2026-08-20'),
  contact(0, '2026-08-20'),
]

const entry = (kind: EntryFacts['kind'], customer: number, on: string, more: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{ kind, customer, on: dayOf(on), knownOn: dayOf(on), value: null, details: {} },
  ...more,
})
const entries = [
  entry('lead', 1, '2026-07-20'),
  entry('rating', 0, '2026-08-02', { value: 5 }),
  entry('rating', 1, '2026-08-03', { value: 2 }),
  entry('complaint', 0, '2026-08-04'),
  entry('lead', 4, '2026-08-05', { details: { stage: '战败' } }),
  entry('complaint', 1, '2026-08-10'),
]

const cohortShop: readonly MadeCustomer[] = [
  {
    id: 'Ann',
    bought: [
      { on: '2026-01-31', net: 100 },
      { on: '2026-02-01', net: 100 },
      { on: '2026-04-02', net: 30 },
    ],
  },
  {
    id: 'Bob',
    bought: [
      { on: '2026-01-05', net: 300 },
      { on: '2026-03-09', net: -40, gross: 0 },
    ],
  },
  {
    id: 'Eve',
    bought: [
      { on: '2026-03-10', net: 80 },
      { on: '2026-04-11', net: 20 },
    ],
  },
]

function spanOf({ from, to }: Period): string {
  return `${date(from + 1)} … ${date(to)}`
}

function figure(key: keyof typeof INDICATORS, value: number | null): string {
  if (value === null) return '-'
  const kind = INDICATORS[key]
  if (kind === 'money') return money(value)
  if (kind === 'percent') return percent(value, 1)
  return kind === 'number' ? value.toFixed(2) : String(value)
}

/** Shares change by points, all else by a share of what was, or by the difference. */
function changeText(key: keyof typeof INDICATORS, change: number | null): string {
  if (change === null) return '-'
  if (INDICATORS[key] === 'percent') return `${(change * 100).toFixed(1)} pp`
  return changeKind(key) === 'percent' ? percent(change, 1) : change.toFixed(2)
}

function shareText(share: number | null): string {
  return share === null ? '-' : percent(share, 1)
}
