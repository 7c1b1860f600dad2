import type { Snapshot } from '../snapshot.js'
import type { Tier } from '../value/abc.js'
import { type Cycles, usualCycles } from '../value/cycle.js'
import { type GradesBasis, gradesOn } from '../value/grades/grades.js'
import { LEVELS, type Level } from '../value/grades/words.js'
import { type Refill, refillsOf } from '../value/refill.js'
import { usualOptions } from '../value/standing.js'
import type { Day } from '../values/business-date.js'
import { type ContactHistory, contactHistories, NO_HISTORY } from './history.js'
import type { DueFacts, DueItem, Rule } from './rule.js'

/** Marketing reasons wait until this many days after a contact (R24). */
const PAUSE_DAYS = 3

/** One line of the due list: a customer with all his reasons, the strongest first. */
export interface DueLine {
  readonly customer: number
  readonly items: readonly [DueItem, ...DueItem[]]
}

/** What the rules and the ranking need to know of the customers on the as-of day. */
export interface DueBasis {
  readonly asOf: Day
  readonly yearNetMinor: Float64Array
  readonly cycles: Cycles
  /** By orders, as the ledger usually grades: the tier every other report shows. */
  tier(customer: number): Tier
  level(customer: number): Level
  history(customer: number): ContactHistory
  /** What the customer buys again and again; none where the snapshot holds no lines. */
  refills(customer: number): readonly Refill[]
  facts(customer: number): DueFacts
}

/**
 * Works out what the rules need to know of the customers on the as-of day: tiers and service levels are those the ledger usually gives
 * (`graded`), stakes and cycles look at the net revenue of the 365 days before it. UserError `tier.no-costs`.
 */
export function dueBasis(snapshot: Snapshot, asOf: Day, graded: GradesBasis): DueBasis {
  const cycles = graded.cycles?.() ?? usualCycles(snapshot, asOf, graded.usual)
  const { standing, days } = cycles
  const grades = gradesOn(graded, { grading: standing, value: usualOptions(graded.usual) })
  const levels: Level[] = []
  const level = (customer: number) => {
    levels[customer] ??= grades.level(customer).level
    return levels[customer]
  }
  const yearNetMinor = standing.sums.netMinor
  const histories = contactHistories(snapshot.contacts, asOf)
  const history = (customer: number) => histories.get(customer) ?? NO_HISTORY
  const refills = (customer: number) => (snapshot.purchases ? refillsOf(snapshot.purchases(), customer, asOf) : [])
  const facts = (customer: number): DueFacts => {
    const known = history(customer)
    const end = days.start[customer + 1]!
    const served = level(customer)
    return {
      customer,
      yearNetMinor: yearNetMinor[customer]!,
      level: served === 'none' ? null : served,
      lastOrderOn: end > days.start[customer]! ? days.day[end - 1]! : null,
      lastContactOn: known.lastContactOn,
      agreedOn: known.agreedOn,
      closedOn: (rule) => known.closedOn(rule),
      window: cycles.window(customer),
      // Asked for by one rule only, and dear.
      get refills() {
        return refills(customer)
      },
    }
  }
  return { asOf, yearNetMinor, cycles, tier: grades.tier, level, history, refills, facts }
}

/**
 * The ranked due list of the as-of day and the `ahead` days after it: one line a customer, blocked ones never. Promised
 * dates first, oldest first; then by stake, service level and customer id (ALGORITHMS §5, without a forecast).
 */
export function dueQueue(
  snapshot: Snapshot,
  basis: DueBasis,
  rules: readonly Rule[],
  ahead: number,
): readonly DueLine[] {
  const lines: DueLine[] = []
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    if (snapshot.customers[customer]!.blocked) continue
    const [strongest, ...others] = dueItems(basis, rules, customer)
      .filter((item) => item.dueOn <= basis.asOf + ahead)
      .sort(byStrength)
    if (strongest) lines.push({ customer, items: [strongest, ...others] })
  }
  return lines.sort(
    (a, b) =>
      byUrgency(a.items[0], b.items[0]) ||
      LEVELS.indexOf(basis.level(a.customer)) - LEVELS.indexOf(basis.level(b.customer)) ||
      (snapshot.customers[a.customer]!.id < snapshot.customers[b.customer]!.id ? -1 : 1),
  )
}

/** Everything the rules hold for one customer, past or to come, as closing, sleeping and the pause leave it. */
export function dueItems(basis: DueBasis, rules: readonly Rule[], customer: number): DueItem[] {
  const facts = basis.facts(customer)
  const history = basis.history(customer)
  return rules.flatMap((rule) => {
    const proposal = rule.propose(facts, basis.asOf)
    if (!proposal) return []
    const dueOn = postponed(proposal.dueOn, rule, history, basis.asOf)
    const lastSensibleOn = proposal.lastSensibleOn + (dueOn - proposal.dueOn)
    return [
      { ...proposal, customer, rule, dueOn, lastSensibleOn, stakeMinor: stakeOf(basis.yearNetMinor[customer]!, rule) },
    ]
  })
}

/** A sleeping item falls due when its sleep ends; a marketing item not before the pause after a contact is over. */
function postponed(dueOn: Day, rule: Rule, history: ContactHistory, asOf: Day): Day {
  const awake = Math.max(dueOn, history.sleepsUntil(rule.name) ?? dueOn)
  if (!rule.isMarketing || history.lastContactOn === null) return awake
  const pausedUntil = history.lastContactOn + PAUSE_DAYS
  return pausedUntil > asOf ? Math.max(awake, pausedUntil) : awake
}

/** A quarter of the trailing year's net revenue times the rule's weight, in minor units; never negative. */
function stakeOf(yearNetMinor: number, rule: Rule): number {
  return Math.max(0, Math.round((yearNetMinor * rule.weightPercent) / 400))
}

function byUrgency(a: DueItem, b: DueItem): number {
  if (a.rule.isPromise !== b.rule.isPromise) return a.rule.isPromise ? -1 : 1
  return (a.rule.isPromise ? a.dueOn - b.dueOn : 0) || b.stakeMinor - a.stakeMinor
}

function byStrength(a: DueItem, b: DueItem): number {
  return byUrgency(a, b) || a.dueOn - b.dueOn
}
