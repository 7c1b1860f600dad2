import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { once } from '../../values/once.js'
import type { Window } from '../aggregate.js'
import { type Cycles, latestCloseDays, longestGap, orderDays, usualCycles } from '../cycle.js'
import { quantile7 } from '../rfm.js'
import type { ValueOptions } from '../standing.js'
import { type ProposedType, proposeBuyerType } from './buyer-type.js'
import { buyingHabit } from './buying-habit.js'
import { decisionOn } from './decision.js'
import type { GradeFacts } from './facts.js'
import { type Loyalty, loyaltyOf } from './loyalty.js'
import { type BigOrder, bigOrder, orderP95, type Steady, steadyTrade, TREND_ORDERS } from './potential.js'
import type { Potential } from './words.js'

/** What is read from how customers buy and what they say (R13), worked out for those who are asked for. */
export interface Signs {
  bigOrder(customer: number): BigOrder | null
  steady(customer: number): Steady | null
  hasPotential(customer: number, potential: Potential): boolean
  loyalty(customer: number): Loyalty
  proposedType(customer: number): ProposedType | null
}

interface SignsBasis {
  readonly snapshot: Snapshot
  readonly asOf: Day
  readonly facts: GradeFacts
  readonly usual: ValueOptions
  readonly cycles?: () => Cycles
}

/** The signs of a day; big orders are looked for in the window. */
export function signsOn(basis: SignsBasis, window: Window): Signs {
  const { snapshot, asOf, facts, usual } = basis
  const days = once(() => orderDays(snapshot, asOf))
  // Working cycles out reads the lines of orders: not before somebody buys evenly who may still be within his.
  const longest = once(() => longestGap(days()))
  const cycles = once(() => basis.cycles?.() ?? usualCycles(snapshot, asOf, usual))
  const categories = once(() => facts.categories(window))
  const bounds = once(() => ({ p95Minor: orderP95(snapshot, window), p90Categories: categoriesP90(categories()) }))
  const referred = once(() => referredBy(basis))
  const signs: Signs = {
    bigOrder: (customer) => bigOrder(snapshot.orders, customer, window, bounds(), categories()?.get(customer) ?? 0),
    steady: (customer) =>
      steadyTrade(days(), customer, ({ gaps, sinceDays }) =>
        sinceDays > latestCloseDays(gaps, longest()) ? null : cycles().window(customer),
      ),
    hasPotential(customer, potential) {
      if (potential === 'steady') return signs.steady(customer)?.isFlagged === true
      // Most customers order too seldom to show a trend: without categories they need not be looked at.
      const { start } = snapshot.orders
      const isSeldom = categories() === null && start[customer + 1]! - start[customer]! < TREND_ORDERS
      return !isSeldom && signs.bigOrder(customer)?.isFlagged === true
    },
    loyalty(customer) {
      const { start } = days()
      const orders = start[customer + 1]! - start[customer]!
      return loyaltyOf(orders, facts.ratings().get(customer), referred().get(customer) ?? 0)
    },
    proposedType(customer) {
      const company = facts.companies().get(customer) ?? ''
      return proposeBuyerType(company, () => buyingHabit(snapshot, customer, asOf))
    },
  }
  return signs
}

/** Nine tenths of the customers bought so many categories or fewer; null where none are known. */
function categoriesP90(categories: ReadonlyMap<number, number> | null): number | null {
  if (categories === null || categories.size === 0) return null
  return quantile7(Float64Array.from(categories.values()).sort(), 90)
}

/** How many customers name each one as who referred them. */
function referredBy({ snapshot, facts }: SignsBasis): ReadonlyMap<number, number> {
  const referrers = [...facts.decisions.values()].flatMap(
    (decisions) => decisionOn(decisions, 'referrer', facts.on)?.value || [],
  )
  const counts = new Map<string, number>()
  for (const id of referrers) counts.set(id, (counts.get(id) ?? 0) + 1)
  if (counts.size === 0) return new Map()
  return new Map(snapshot.customers.flatMap(({ id }, index) => (counts.has(id) ? [[index, counts.get(id)!]] : [])))
}
