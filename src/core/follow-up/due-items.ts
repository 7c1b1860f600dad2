import type { Snapshot } from '../snapshot.js'
import type { GradesBasis } from '../value/grades/grades.js'
import type { Day } from '../values/business-date.js'
import type { DueFacts } from './facts.js'
import type { ContactHistory } from './history.js'
import { itemKey } from './item-key.js'
import { NOTHING_KEPT } from './kept.js'
import { type Look, postponed } from './postponed.js'
import type { DueItem, Rule } from './rule.js'
import type { Stakes } from './stake.js'

/** Reads the facts of a customer, with the days of care that are prepared up to a day. */
export type FactsReader = (customer: number, careUntil: Day) => DueFacts

/** From where rules look at a customer, and how many days it is ahead of the day of the list. */
export interface Standpoint {
  readonly asOf: Day
  history(customer: number): ContactHistory
  readonly facts: FactsReader
  readonly aheadDays: number
}

/** What items are made with. */
interface ItemSources {
  readonly ofOrders: Standpoint
  /** The same one where nothing stands in for today. */
  readonly ofCalendar: Standpoint
  readonly stakes: () => Stakes
}

/** The last days items are told of that fall due later, and those of care. */
interface Horizon {
  readonly until: Day
  readonly careUntil: Day
}

function lookAt({ asOf, aheadDays, facts, history }: Standpoint, customer: number, careUntil: Day): Look {
  return { asOf, aheadDays, known: facts(customer, careUntil + aheadDays), past: history(customer) }
}

/** What some rules propose of a customer, as closing, sleeping and the pause leave it, as far as it is due by a day: only that is weighed. */
export function itemsReader(
  { snapshot, graded }: { readonly snapshot: Snapshot; readonly graded: GradesBasis },
  { ofOrders, ofCalendar, stakes }: ItemSources,
): (rules: readonly Rule[], horizon: Horizon) => (customer: number) => DueItem[] {
  return (rules, { until, careUntil }) => {
    const all = rules.map((rule) => ({ rule, numbers: numbersOf(rule, graded)! }))
    const withoutRecords = all.filter(({ rule }) => rule.isOfRecords !== true)
    return (customer) => {
      const byOrders = lookAt(ofOrders, customer, careUntil)
      const byCalendar = ofCalendar === ofOrders ? byOrders : lookAt(ofCalendar, customer, careUntil)
      const found: DueItem[] = []
      const isBlocked = snapshot.customers[customer]!.blocked
      for (const { rule, numbers } of byOrders.known.kept === NOTHING_KEPT ? withoutRecords : all) {
        if (isBlocked && rule.isAboutBlocked !== true) continue
        const look = rule.isByCalendar === true ? byCalendar : byOrders
        for (const proposal of rule.propose(look.known, look.asOf, numbers)) {
          const { subject, cause, expected, isUrgent, isLateAtOnce } = proposal
          const againOn = proposal.againOn === undefined ? undefined : proposal.againOn - look.aheadDays
          const key = itemKey(rule.name, subject)
          const { isHeldBack, ...days } = postponed(proposal, key, rule, look)
          const [dueOn, lastSensibleOn] = [days.dueOn - look.aheadDays, days.lastSensibleOn - look.aheadDays]
          if (dueOn > until || dueOn > lastSensibleOn) continue
          const stakeMinor = stakes().of(customer, rule, { dueOn, lastSensibleOn, stakeMinor: proposal.stakeMinor })
          // One literal, so that the items of all rules are alike to the machine too.
          found.push({
            customer,
            rule,
            key,
            subject,
            cause,
            expected,
            isUrgent,
            isLateAtOnce,
            againOn,
            dueOn,
            lastSensibleOn,
            calendarAheadDays: look.aheadDays,
            stakeMinor,
            isStakeTold: proposal.stakeMinor !== undefined,
            isHeldBack,
          })
        }
      }
      return found
    }
  }
}

/** The numbers a rule is set to; null where it is switched off. */
export function numbersOf(rule: Rule, { decided }: GradesBasis): readonly number[] | null {
  return rule.setting.value(decided.get(rule.setting.name) ?? rule.setting.usual)
}
