import { TIERS } from '../abc.js'
import { type Dimension, type GroupFacts, NO_GROUP } from './dimension.js'

/** A group of customers added up; amounts in minor units. */
export interface GroupSum {
  readonly group: string
  /** Customers in A, B, C and U, as in TIERS. */
  readonly tiers: readonly [number, number, number, number]
  /** In the graded measure, of the customers in A to C. */
  readonly value: number
  /** Net revenue and counted orders of everybody in the group. */
  readonly netMinor: number
  readonly orders: number
  /** Index of the customer in A to C who adds most; null where there is none. */
  readonly best: number | null
}

export interface Groups {
  /** Most valuable first, or in the dimension's own order; the group of those not known last. */
  readonly groups: readonly GroupSum[]
  /** Whether a customer is in several groups. */
  readonly isSeveral: boolean
}

/** Adds up the groups of the customers a filter keeps. */
export function sumGroups(
  dimension: Dimension,
  facts: GroupFacts,
  includes: (customer: number) => boolean = () => true,
): Groups {
  const partsOf = dimension.partsOf(facts)
  const { tier } = facts.grading.abc
  const sums = new Map<string, Growing>()
  let isSeveral = false
  for (let customer = 0; customer < tier.length; customer++) {
    if (!includes(customer)) continue
    const parts = partsOf(customer)
    if (parts.length > 1) isSeveral = true
    for (const part of parts) {
      const sum = sums.get(part.group) ?? newSum(part.group)
      sums.set(part.group, sum)
      sum.tiers[tier[customer]!]!++
      sum.netMinor += part.netMinor
      sum.orders += part.orders
      if (TIERS[tier[customer]!] === 'U') continue
      sum.value += part.value
      if (sum.best === null || part.value > sum.most) Object.assign(sum, { best: customer, most: part.value })
    }
  }
  const rank = (sum: GroupSum) =>
    sum.group === NO_GROUP ? Number.POSITIVE_INFINITY : (dimension.rank?.(sum.group) ?? 0)
  return { groups: [...sums.values()].sort((a, b) => ranked(rank(a), rank(b)) || byValue(a, b)), isSeveral }
}

/** A sum while customers are added, with the value of the best. */
type Growing = { -readonly [K in keyof GroupSum]: GroupSum[K] } & { tiers: number[]; most: number }

function newSum(group: string): Growing {
  return { group, tiers: [0, 0, 0, 0], value: 0, netMinor: 0, orders: 0, best: null, most: 0 }
}

function ranked(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function byValue(a: GroupSum, b: GroupSum): number {
  const customers = ({ tiers }: GroupSum) => tiers.reduce((sum, count) => sum + count)
  return b.value - a.value || customers(b) - customers(a) || (a.group < b.group ? -1 : 1)
}
