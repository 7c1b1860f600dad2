import { NO_CARE } from '../../src/core/follow-up/care/care-calendar.js'
import type { DueFacts } from '../../src/core/follow-up/facts.js'
import { itemKey } from '../../src/core/follow-up/item-key.js'
import type { Cause, Proposal, Rule } from '../../src/core/follow-up/rule.js'
import type { Day } from '../../src/core/values/business-date.js'
import { snapshotOf } from './snapshot.js'

/** A customer of whom nothing is known. */
export const nothingKnown: DueFacts = {
  customer: 0,
  who: snapshotOf([{ id: 'c1' }]).customers[0]!,
  yearNetMinor: 0,
  tier: 'U',
  level: 'C',
  topic: null,
  lastOrderOn: null,
  orderDays: 0,
  ordersSince: () => [],
  ordersBefore: () => [],
  leftSince: () => Number.POSITIVE_INFINITY,
  deliveredSince: () => new Map(),
  vipOrderMinor: null,
  lastContactOn: null,
  agreedOn: null,
  agreedText: '',
  window: null,
  refills: [],
  reminders: [],
  kept: {},
  care: NO_CARE,
  careUntil: 0,
  putOffSince: null,
  standsUntil: (_rule, { lastSensibleOn }) => lastSensibleOn,
  closedOn: () => null,
  isSkipped: () => false,
}

/** Everything a rule proposes by its usual numbers, or by those given. */
export function proposalsOf<C extends Cause>(
  rule: Rule<C>,
  facts: Partial<DueFacts>,
  asOf: Day,
  setting = rule.setting.usual,
): readonly Proposal<C>[] {
  return rule.propose({ ...nothingKnown, ...facts }, asOf, rule.setting.value(setting) ?? [])
}

/** The only thing a rule proposes; null where it proposes nothing. */
export function proposalOf<C extends Cause>(
  rule: Rule<C>,
  facts: Partial<DueFacts>,
  asOf: Day,
  setting = rule.setting.usual,
): Proposal<C> | null {
  return proposalsOf(rule, facts, asOf, setting)[0] ?? null
}

/** Facts of a customer of whom one item was closed on a day, by its key; no other one was. */
export function closing(key: string, on: Day): Pick<DueFacts, 'closedOn'> {
  return { closedOn: (rule, subject) => (itemKey(rule, subject) === key ? on : null) }
}

/** Counted orders as rules ask for them, by day and net. */
export function ordersOf(orders: readonly (readonly [on: Day, netMinor: number])[]) {
  const all = orders.map(([on, netMinor]) => ({ on, netMinor }))
  return {
    lastOrderOn: all.at(-1)?.on ?? null,
    orderDays: new Set(all.map(({ on }) => on)).size,
    ordersSince: (from: Day) => all.filter(({ on }) => on >= from),
    ordersBefore: (day: Day) => all.filter(({ on }) => on < day),
  } satisfies Partial<DueFacts>
}
