import type { CycleWindow } from '../value/cycle.js'
import type { Level } from '../value/grades/words.js'
import type { Refill } from '../value/refill.js'
import type { Day } from '../values/business-date.js'
import type { Lang } from '../values/lang.js'

/** What a rule may know of one customer on the as-of day. */
export interface DueFacts {
  readonly customer: number
  /** Net revenue of the 365 days up to the as-of day, whatever tiers are taken by; in minor units. */
  readonly yearNetMinor: number
  /** Service level (R11); null for the blocked, whom no rule asks to contact. */
  readonly level: Exclude<Level, 'none'> | null
  readonly lastOrderOn: Day | null
  /** Last contact of any kind, done items included. */
  readonly lastContactOn: Day | null
  /** Day agreed for the next contact, while it is open. */
  readonly agreedOn: Day | null
  readonly window: CycleWindow | null
  /** What the customer buys again and again; none where no lines were read. */
  readonly refills: readonly Refill[]
  /** Last day on which an item of this rule was done or skipped: the next one counts from it. */
  closedOn(rule: string): Day | null
}

/** The figures behind a reason, for its sentence and for machines. */
export type Cause = Readonly<Record<string, string | number | boolean | null>>

/** What a rule has to say of a customer: due on a day, not sensible after another, because of a cause. */
export interface Proposal<C extends Cause = Cause> {
  readonly dueOn: Day
  readonly lastSensibleOn: Day
  readonly cause: C
  /** When an order is expected, `[opensOn, closesOn]`; null where the rule knows nothing of it. */
  readonly expected: readonly [Day, Day] | null
}

/**
 * One due rule (R16–R31), declared: what it is called, how much of a customer's value waiting puts at stake, and what
 * it proposes. Rules are pure and never propose a day before their cause; closing, sleeping and pausing are the queue's.
 */
export interface Rule<C extends Cause = Cause, S = unknown> {
  readonly name: string
  /** Marketing reasons reach nobody contacted in the last three days (R24). */
  readonly isMarketing: boolean
  /** Promised dates come before everything else, oldest first. */
  readonly isPromise: boolean
  /** Percent of a quarter's net revenue at stake (ALGORITHMS §5). */
  readonly weightPercent: number
  readonly defaults: S
  readonly words: Readonly<Record<Lang, RuleWords<C>>>
  /** What is due of this customer by this rule, past or to come; null when nothing is. Method syntax lets rules of all causes share one list. */
  propose(facts: DueFacts, asOf: Day): Proposal<C> | null
}

export interface RuleWords<C extends Cause = Cause> {
  readonly label: string
  /** The reason in a few words: why this customer, why now. */
  reason(cause: C): string
}

/** A proposal with its owner, rule and stake. */
export interface DueItem extends Proposal {
  readonly customer: number
  readonly rule: Rule
  readonly stakeMinor: number
}
