import type { Day } from '../../values/business-date.js'
import type { Window } from '../aggregate.js'
import type { UnpaidOrder } from '../credit.js'
import type { GradeDecision } from './decision.js'
import type { Ratings } from './loyalty.js'
import type { VipSales } from './vip.js'

/** The sales of some categories. */
export interface CategorySales {
  readonly sales: VipSales
  /** Of the names asked for, those no product is in, with names that are like them. */
  readonly unknown: readonly { readonly name: string; readonly near: readonly string[] }[]
}

/** What grades need to know beside the snapshot, by customer index. What only some reports ask for is read when asked for. */
export interface GradeFacts {
  /** The day that decisions are looked at from: the day asked for, else today. */
  readonly on: Day
  /** Oldest first. */
  readonly decisions: ReadonlyMap<number, readonly GradeDecision[]>
  /** Orders that are not paid, of the last 365 days. */
  readonly unpaid: ReadonlyMap<number, readonly UnpaidOrder[]>
  companies(): ReadonlyMap<number, string>
  ratings(): ReadonlyMap<number, Ratings>
  /** Of how many categories customers bought within a window, those who bought of any; null where the ledger knows none. */
  categories(window: Window): ReadonlyMap<number, number> | null
  /** What was sold of some categories within a window. */
  salesOf(categories: readonly string[], window: Window): CategorySales
}
