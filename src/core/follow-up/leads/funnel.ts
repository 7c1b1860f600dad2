import { quantile7 } from '../../value/rfm.js'
import { monthOf } from '../../values/business-date.js'
import { civilDate, type Day } from '../../values/calendar.js'
import type { Lead } from './lead.js'
import { LEAD_LEVELS, LEAD_STAGES, type LeadLevel } from './words.js'

/** How likely a lead of a level buys, in percent, unless its own probability is given (ALGORITHMS §5). */
export const LEVEL_PERCENT: Readonly<Record<LeadLevel, number>> = { H: 80, A: 50, B: 30, C: 10, D: 0 }

/** How near a sale is, as sellers sort their leads. */
export const BUCKETS = ['screening', 'long-term', 'three-months', 'this-month'] as const
export type Bucket = (typeof BUCKETS)[number]

/** An open lead with the level that counts. */
export interface LevelledLead {
  readonly lead: Lead
  readonly level: LeadLevel
}

/** Leads of one kind: how many, what they may bring, and that times how likely they are, in minor units. */
export interface LeadSums {
  readonly leads: number
  readonly amountMinor: number
  readonly expectedMinor: number
}

/** How likely a lead buys, in percent. */
export function probabilityPercent({ lead, level }: LevelledLead): number {
  return lead.record.probabilityPercent ?? LEVEL_PERCENT[level]
}

/** Expected amount × probability in minor units; null where no amount is given. */
export function expectedMinor(levelled: LevelledLead): number | null {
  const { amountMinor } = levelled.lead.record
  return amountMinor === null ? null : Math.round((amountMinor * probabilityPercent(levelled)) / 100)
}

/**
 * Where a lead stands in the seller's funnel: by the day its sale is expected, this calendar month (or past) or within three; where no
 * day is given by its level: H and A this month, B within three months, C and D long-term. One without either waits to be screened.
 */
export function bucketOf({ lead, level }: LevelledLead, asOf: Day): Bucket {
  const { closeOn } = lead.record
  if (closeOn !== null) return byMonthsAhead(monthsAhead(closeOn, asOf))
  if (lead.level === null && level === 'C') return 'screening'
  if (level === 'H' || level === 'A') return 'this-month'
  return level === 'B' ? 'three-months' : 'long-term'
}

function byMonthsAhead(months: number): Bucket {
  if (months <= 0) return 'this-month'
  return months <= 3 ? 'three-months' : 'long-term'
}

/** Calendar months from one day's to another's. */
function monthsAhead(to: Day, from: Day): number {
  const [a, b] = [civilDate(to), civilDate(from)]
  return (a.year - b.year) * 12 + a.month - b.month
}

/** Sums of leads by a code of each, for the codes in the order given. */
export function sumsBy<K extends string>(
  leads: readonly LevelledLead[],
  codes: readonly K[],
  codeOf: (levelled: LevelledLead) => K,
): ReadonlyMap<K, LeadSums> {
  const sums = new Map(codes.map((code) => [code, { leads: 0, amountMinor: 0, expectedMinor: 0 }]))
  for (const levelled of leads) {
    const own = sums.get(codeOf(levelled))!
    own.leads++
    own.amountMinor += levelled.lead.record.amountMinor ?? 0
    own.expectedMinor += expectedMinor(levelled) ?? 0
  }
  return sums
}

/** Sums by level, the hottest first. */
export function byLevel(leads: readonly LevelledLead[]): ReadonlyMap<LeadLevel, LeadSums> {
  return sumsBy(leads, LEAD_LEVELS, ({ level }) => level)
}

/** Sums by the month the sale is expected in, `YYYY-MM`, the earliest first; '' last, for no day given. */
export function byMonth(leads: readonly LevelledLead[]): ReadonlyMap<string, LeadSums> {
  const month = ({ lead }: LevelledLead) => (lead.record.closeOn === null ? '' : monthOf(lead.record.closeOn))
  const months = [...new Set(leads.map(month))].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
  return sumsBy(leads, months, month)
}

/** How many leads got as far as each stage or beyond, and the share of those at the stage before. */
export interface StageReach {
  readonly reached: number
  /** Open leads at the stage now. */
  readonly open: number
  /** Null for the first stage, and where nobody reached the one before. */
  readonly conversion: number | null
}

/** The way of all leads but the invalid through the stages, in their order. */
export function stageReach(leads: readonly Lead[]): readonly StageReach[] {
  const valid = leads.filter(({ outcome }) => outcome !== 'invalid')
  const furthest = valid.map(furthestStage)
  const reached = LEAD_STAGES.map((_, at) => furthest.filter((stage) => stage >= at).length)
  return LEAD_STAGES.map((stage, at) => ({
    reached: reached[at]!,
    open: valid.filter((lead) => lead.outcome === 'open' && lead.stage === stage).length,
    conversion: at > 0 && reached[at - 1]! > 0 ? reached[at]! / reached[at - 1]! : null,
  }))
}

/** A lead won has ordered, one contacted has been in touch, whatever its stage says; -1 for none. */
function furthestStage({ outcome, stageDays, contactDays }: Lead): number {
  if (outcome === 'won') return LEAD_STAGES.length - 1
  return Math.max(
    contactDays.length > 0 ? 0 : -1,
    ...LEAD_STAGES.map((stage, at) => (stageDays[stage] === undefined ? -1 : at)),
  )
}

/** What became of leads: the invalid stand outside the rate. */
export interface Conversion {
  readonly leads: number
  readonly open: number
  readonly won: number
  readonly lost: number
  readonly invalid: number
  /** Won over won and lost; null while none is closed. */
  readonly conversion: number | null
  /** Median days from the first contact to won; null where none is known. */
  readonly cycleDays: number | null
}

/** What became of a set of leads. */
export function conversionOf(leads: readonly Lead[]): Conversion {
  const count = (outcome: Lead['outcome']) => leads.filter((lead) => lead.outcome === outcome).length
  const [won, lost] = [count('won'), count('lost')]
  const cycles = leads.flatMap(({ cycleDays }) => (cycleDays === null ? [] : [cycleDays]))
  return {
    ...{ leads: leads.length, open: count('open'), won, lost, invalid: count('invalid') },
    conversion: won + lost > 0 ? won / (won + lost) : null,
    cycleDays: cycles.length === 0 ? null : Math.round(quantile7(Float64Array.from(cycles).sort(), 50)),
  }
}

/** The same for each group of leads (a source, an owner), the largest first, then by name; '' is the group of none. */
export function conversionBy(
  leads: readonly Lead[],
  groupOf: (lead: Lead) => string,
): readonly (Conversion & { readonly group: string })[] {
  return [...grouped(leads, groupOf)]
    .map(([group, own]) => ({ group, ...conversionOf(own) }))
    .sort(
      (a, b) => Number(a.group === '') - Number(b.group === '') || b.leads - a.leads || (a.group < b.group ? -1 : 1),
    )
}

function grouped(leads: readonly Lead[], groupOf: (lead: Lead) => string): Map<string, Lead[]> {
  const groups = new Map<string, Lead[]>()
  for (const lead of leads) {
    const own = groups.get(groupOf(lead))
    if (own) own.push(lead)
    else groups.set(groupOf(lead), [lead])
  }
  return groups
}

/** Reasons why leads were lost and how often, the commonest first; '' for none stated. */
export function lostReasons(leads: readonly Lead[]): readonly (readonly [reason: string, leads: number])[] {
  const counts = new Map<string, number>()
  for (const { outcome, reason } of leads)
    if (outcome === 'lost') counts.set(reason.trim(), (counts.get(reason.trim()) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
