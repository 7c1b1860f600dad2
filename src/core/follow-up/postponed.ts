import type { Day } from '../values/business-date.js'
import { type Days, daysAfter } from './asleep.js'
import type { DueFacts } from './facts.js'
import type { ContactHistory } from './history.js'
import { reachableOn } from './reachable.js'
import type { DueItem, Proposal, Rule } from './rule.js'

/** One customer as rules look at him. */
export interface Look {
  readonly asOf: Day
  /** How many days it is ahead of the day of the list. */
  readonly aheadDays: number
  readonly known: DueFacts
  readonly past: ContactHistory
}

/** The days of an item, and whether the pause outlasts them. */
type Postponed = Days & Pick<DueItem, 'isHeldBack'>

/**
 * A sleeping item falls due when its sleep ends; a marketing item not before the pause after a contact is over, nor before a day agreed on, nor
 * while the customer is held out of a campaign. What would be given up by then keeps its days and is held back.
 */
export function postponed(proposal: Proposal, key: string, rule: Rule, look: Look): Postponed {
  // What became pressing only after the customer was put off is not asleep.
  const sleeps = look.past.sleeps(key, proposal.isUrgent === true ? proposal.dueOn : undefined)
  const awake = sleeps.length === 0 ? proposal : daysAfter(sleeps, proposal, rule.lapses)
  const { dueOn, lastSensibleOn } = awake
  const freeOn = rule.isMarketing
    ? reachableOn(look.past, look.asOf, look.known.kept.heldOutUntil)
    : Number.NEGATIVE_INFINITY
  if (freeOn <= dueOn) return { dueOn, lastSensibleOn, isHeldBack: false }
  if (rule.lapses !== undefined && freeOn > lastSensibleOn) return { dueOn, lastSensibleOn, isHeldBack: true }
  const isFixed = rule.lapses === 'on-its-day'
  return {
    dueOn: freeOn,
    lastSensibleOn: isFixed ? lastSensibleOn : lastSensibleOn + freeOn - dueOn,
    isHeldBack: false,
  }
}
