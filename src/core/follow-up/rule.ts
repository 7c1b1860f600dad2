import type { RuleNumbers } from '../settings/rules.js'
import type { UsualSetting } from '../settings/setting.js'
import type { Day } from '../values/business-date.js'
import type { Lang } from '../values/lang.js'
import type { Lapse } from './asleep.js'
import type { DueFacts } from './facts.js'
import type { Kept } from './kept.js'

/** How long after its day an item is still sensible, unless its rule says otherwise (ALGORITHMS §5). */
export const SENSIBLE_DAYS = 14

/** The figures behind a reason, for its sentence and for machines. */
export type Cause = Readonly<Record<string, string | number | boolean | null>>

/** What a rule has to say of a customer: due on a day, not sensible after another, because of a cause. */
export interface Proposal<C extends Cause = Cause> {
  /** Which of several by the same rule: the order, the complaint, the year; absent where there is one at a time. */
  readonly subject?: string | undefined
  readonly dueOn: Day
  readonly lastSensibleOn: Day
  readonly cause: C
  /** When an order is expected, `[opensOn, closesOn]`; absent where the rule knows nothing of it. */
  readonly expected?: readonly [Day, Day] | undefined
  /** Before everything else, the oldest first: promised dates, complaints, H leads. */
  readonly isUrgent?: boolean | undefined
  /** Late on its very day if nothing was done by then (R16). */
  readonly isLateAtOnce?: boolean | undefined
  /** In minor units, where it is told by something else than what the customer is worth. */
  readonly stakeMinor?: number | undefined
  /** Closed before this day, what is due on the day itself comes back on it: a birthday that was prepared. */
  readonly againOn?: Day | undefined
}

/** What waiting puts at stake: part of the customer's value by his chance of leaving, or all of it. */
export type Stakes = 'chance-lost' | 'all'

/**
 * One due rule (R16–R31), declared: what it is called, which setting it goes by, how much of a customer's value waiting puts at stake,
 * and what it proposes. Rules are pure and never propose a day before their cause; sleeping and pausing are the queue's.
 */
export interface Rule<C extends Cause = Cause> {
  readonly name: string
  /** Marketing reasons reach nobody contacted in the last three days (R24). */
  readonly isMarketing: boolean
  /** Speaks of customers too whom no other rule asks to contact: the blocked, and those who want no contact. */
  readonly isAboutBlocked?: boolean
  /** Proposes nothing of a customer of whom the seller keeps nothing, as is the case with most: those are passed over. */
  readonly isOfRecords?: boolean
  /** Its advice is given where it is the strongest reason; beside a stronger one nothing is forgotten without it. */
  readonly isSaidAlone?: boolean
  /** Goes by days of the calendar: of what the seller records something is due today, also where the newest order's day stands in for it. */
  readonly isByCalendar?: boolean
  /** Due until a command of its own is given: `done` and `skip` leave it, and do not say that it was closed. */
  readonly isClosedByStep?: boolean
  /** Absent where something stays due until it is closed, or is given up by another day than its last sensible one. */
  readonly lapses?: Lapse
  /** Of customers with this reason resellers come before all others (R19). */
  readonly resellersFirst?: boolean
  readonly stakes: Stakes
  /** Without a forecast: percent of a quarter's net revenue at stake (ALGORITHMS §5). */
  readonly weightPercent: number
  /** What the seller may change of it. */
  readonly setting: UsualSetting<RuleNumbers>
  readonly words: Readonly<Record<Lang, RuleWords<C>>>
  /** Who sees to an item of a record that has an owner of its own; without one it is the customer's. */
  ownerOf?(kept: Kept, subject: string): string | null | undefined
  /**
   * What is due of this customer by this rule, past or to come, by the numbers of its setting. Method syntax lets rules of all causes
   * share one list.
   */
  propose(facts: DueFacts, asOf: Day, numbers: readonly number[]): readonly Proposal<C>[]
}

export interface RuleWords<C extends Cause = Cause> {
  readonly label: string
  /** The reason in a few words: why this customer, why now. */
  reason(cause: C): string
  /** The same in fewer words, beside a stronger reason. */
  beside?(cause: C): string
  /** What to say or do, in a few words. */
  advice(cause: C): string
  /** What is said also beside a stronger reason, by a rule whose advice is otherwise said alone; '' for nothing. */
  adviceBeside?(cause: C): string
}

/** A proposal with its customer, rule and stake, as closing, sleeping and the pause leave it. */
export interface DueItem extends Proposal {
  readonly customer: number
  readonly rule: Rule
  /** What it is closed by: `restock`, `complaint:F12`. */
  readonly key: string
  readonly stakeMinor: number
  /** How many days the calendar is ahead of `dueOn` and `lastSensibleOn`: 0, but by a rule of the calendar while another day stands in for today. */
  readonly calendarAheadDays: number
  /** Whether the rule told the stake, as that of a lead. */
  readonly isStakeTold: boolean
  /** Given up before marketing may reach the customer again: on no list, and counted. */
  readonly isHeldBack: boolean
}

/** One line of the due list: a customer with all his reasons, the strongest first. */
export interface DueLine {
  readonly customer: number
  readonly items: readonly [DueItem, ...DueItem[]]
}
