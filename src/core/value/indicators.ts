import { closeDaysOf } from '../follow-up/feedback/months.js'
import { isWithin } from './aggregate.js'
import type { IndicatorBasis } from './indicators/basis.js'
import { salesOf } from './indicators/sales.js'
import { serviceOf } from './indicators/service.js'
import { customersStanding } from './indicators/standing.js'
import type { Period } from './period.js'

/** Every indicator (ALGORITHMS §8, §10) with the kind of its figure, in the order they are read. Amounts end in `Minor`. */
export const INDICATORS = {
  netMinor: 'money',
  grossMinor: 'money',
  refundsShare: 'percent',
  orders: 'count',
  averageOrderMinor: 'money',
  buyers: 'count',
  newCustomers: 'count',
  newNetMinor: 'money',
  returningNetMinor: 'money',
  windowCustomers: 'count',
  repeatCustomers: 'count',
  repurchaseRate: 'percent',
  churned: 'count',
  churnRate: 'percent',
  winBack: 'count',
  top20Share: 'percent',
  gini: 'number',
  contributionA: 'percent',
  contributionB: 'percent',
  contributionC: 'percent',
  ratings: 'count',
  satisfaction: 'number',
  complaints: 'count',
  firstResponseDays: 'days',
  firstResponseP90Days: 'days',
  complaintDays: 'days',
  complaintP90Days: 'days',
  leadsOpened: 'count',
  leadsWon: 'count',
  leadsLost: 'count',
  conversion: 'percent',
  salesCycleDays: 'days',
  referralRate: 'percent',
  datesAgreed: 'count',
  onTimeRate: 'percent',
} as const satisfies Record<string, 'money' | 'count' | 'percent' | 'number' | 'days'>

export type IndicatorKey = keyof typeof INDICATORS
export const INDICATOR_KEYS = Object.keys(INDICATORS) as readonly IndicatorKey[]

/** The figures of one period; null where there is nothing to reckon one from. */
export type Indicators = Readonly<Record<IndicatorKey, number | null>>

/** What a ledger may hold no record of, and the indicators that then cannot be told. */
export const RECORDS = {
  ratings: ['ratings', 'satisfaction'],
  complaints: ['complaints', 'firstResponseDays', 'firstResponseP90Days'],
  resolutions: ['complaintDays', 'complaintP90Days'],
  leads: ['leadsOpened', 'leadsWon', 'leadsLost', 'conversion', 'salesCycleDays'],
  referrers: ['referralRate'],
  agreements: ['datesAgreed', 'onTimeRate'],
} as const satisfies Record<string, readonly IndicatorKey[]>

export type RecordKind = keyof typeof RECORDS

/** Kinds of records the ledger has none of, up to the as-of day. */
export function missingRecords({ voice, snapshot, asOf, referred, lifecycle }: IndicatorBasis): readonly RecordKind[] {
  const complaints = voice.feedback.filter(({ kind }) => kind === 'complaint')
  const missing: Readonly<Record<RecordKind, boolean>> = {
    ratings: voice.scores.length === 0,
    complaints: complaints.length === 0,
    resolutions: complaints.every((complaint) => closeDaysOf(complaint).length === 0),
    leads: lifecycle.leads.size === 0,
    referrers: referred.size === 0,
    agreements: !snapshot.contacts.some(({ kind, on, nextOn }) => kind !== 'snooze' && nextOn !== null && on <= asOf),
  }
  return (Object.keys(RECORDS) as RecordKind[]).filter((kind) => missing[kind])
}

/** Whether no order counts and yet there are records that tell something: ratings, leads, agreed dates … */
export function isOfRecordsAlone(basis: IndicatorBasis): boolean {
  return basis.openedOn === null && missingRecords(basis).length < Object.keys(RECORDS).length
}

/** Indicators the ledger cannot tell: those of records it has none of, and without a counted order all that rest on orders. */
export function untoldIndicators(basis: IndicatorBasis): readonly IndicatorKey[] {
  const missing = new Set(missingRecords(basis).flatMap((kind): readonly IndicatorKey[] => RECORDS[kind]))
  const ofRecords = new Set(Object.values(RECORDS).flat() as IndicatorKey[])
  const isAlone = isOfRecordsAlone(basis)
  return INDICATOR_KEYS.filter((key) => missing.has(key) || (isAlone && !ofRecords.has(key)))
}

const NOTHING = Object.fromEntries(INDICATOR_KEYS.map((key) => [key, null])) as Indicators

/** The indicators of a period; all null for one that ends before the ledger's first counted order. */
export function indicatorsOf(basis: IndicatorBasis, period: Period): Indicators {
  if (basis.openedOn !== null && period.to < basis.openedOn) return NOTHING
  const figures = {
    ...NOTHING,
    ...salesOf(basis, period),
    ...customersStanding(basis, period),
    ...serviceOf(basis, period),
  }
  const missing = missingRecords(basis).flatMap((kind): readonly IndicatorKey[] => RECORDS[kind])
  return { ...figures, ...Object.fromEntries(missing.map((key) => [key, null])) }
}

/** The same of several periods, some of which may be asked for twice: each is worked out once. */
export function indicatorsReader(basis: IndicatorBasis): (period: Period) => Indicators {
  const known = new Map<string, Indicators>()
  return (period) => {
    const key = `${period.from} ${period.to}`
    return known.get(key) ?? known.set(key, indicatorsOf(basis, period)).get(key)!
  }
}

/** Whether a period begins before the ledger's first counted order and ends after it, so that it is told only in part. */
export function isHalfKnown({ openedOn }: IndicatorBasis, period: Period): boolean {
  return openedOn !== null && isWithin(openedOn, period) && openedOn > period.from + 1
}

/** How a change is told: of a share in points, of a score on a scale as the difference, of all else as a share of the earlier figure. */
export function changeKind(key: IndicatorKey): 'percent' | 'points' | 'number' {
  const kind = INDICATORS[key]
  return kind === 'percent' ? 'points' : kind === 'number' ? 'number' : 'percent'
}

/** The change from an earlier figure; null where there is none. */
export function changeOf(key: IndicatorKey, now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null
  if (changeKind(key) !== 'percent') return now - before
  return before > 0 ? (now - before) / before : null
}
