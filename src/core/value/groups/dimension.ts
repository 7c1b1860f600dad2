import type { Snapshot } from '../../snapshot.js'
import type { Lang } from '../../values/lang.js'
import type { Measure } from '../measure.js'
import type { Grading } from '../standing.js'
import type { Sales, Shop } from './sales.js'

/** The group of customers of whom the thing is not known. */
export const NO_GROUP = ''

/** What customers are grouped from. */
export interface GroupFacts {
  readonly snapshot: Snapshot
  readonly grading: Grading
  readonly measure: Measure
  /** What was said of customers besides orders, as the dimension asks for it, by customer index. */
  readonly said: ReadonlyMap<number, string>
  /** What each customer bought in which shop; null where the dimension does not need it. */
  readonly shops: Sales<Shop> | null
  /** What each customer bought of which category, '' for none; null where the dimension does not need it. */
  readonly categories: Sales<string> | null
  /** Where price bands begin, rising, in minor units; empty for the shop's own quartiles. */
  readonly priceBounds: readonly number[]
}

/** What a customer, or a part of his orders, adds to a group; amounts in minor units. */
export interface GroupPart {
  readonly group: string
  /** In the graded measure. */
  readonly value: number
  readonly netMinor: number
  readonly orders: number
}

/** What a dimension says to people. */
export interface DimensionWords {
  /** Heading of the column of groups. */
  readonly label: string
  readonly title: string
  /** Name of the group of those of whom it is not known. */
  readonly none: string
  /** Said when a customer is in several groups; '' where nobody can be. */
  readonly several: string
  /** Said when it is known of nobody: how to tell it; '' where it is always known. */
  readonly unknown: string
}

/** One way to put customers into groups, declared. */
export interface Dimension {
  readonly words: Readonly<Record<Lang, DimensionWords>>
  /** What it asks for that is in no order. */
  readonly asksFor?: 'owner' | 'buyerType'
  /** Reads where orders were placed, or what they are of. */
  readonly needs?: 'shops' | 'categories'
  /** Groups have an order of their own, that of `rank`; else the most valuable comes first. */
  rank?(group: string): number
  /** The groups of each customer, by index; at least one, none twice. */
  partsOf(facts: GroupFacts): (customer: number) => readonly GroupPart[]
  /** A group as people call it. */
  nameOf(group: string, lang: Lang, facts: GroupFacts): string
}

/** A dimension of the customer as a whole: every group gets all he is worth. */
export function wholeCustomer(
  { grading: { abc, sums } }: GroupFacts,
  groupsOf: (customer: number) => readonly string[],
): (customer: number) => readonly GroupPart[] {
  return (customer) => {
    const groups = groupsOf(customer)
    return (groups.length > 0 ? groups : [NO_GROUP]).map((group) => ({
      group,
      value: abc.value[customer]!,
      netMinor: sums.netMinor[customer]!,
      orders: sums.orders[customer]!,
    }))
  }
}
