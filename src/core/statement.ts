/** What a customer ordered in a month and what was open before and after it, as it can be handed to him. */
import type { StatusClass } from './import/record.js'
import { isWithin, type Window } from './value/aggregate.js'
import type { Day } from './values/business-date.js'

/** A product of an order with how much of it; null where the file names no quantity. */
export interface OrderedGoods {
  readonly product: string
  readonly quantity: number | null
}

/** An order or return of a customer, as the ledger stands today; amounts in minor units of its own currency. */
export interface StatementOrder {
  /** Tells it apart from others in its ledger, also where it has no number. */
  readonly id: number
  /** The platform's order number; '' where the file has none. */
  readonly order: string
  readonly on: Day
  readonly kind: 'order' | 'return'
  readonly status: StatusClass
  readonly currency: string
  /** What it comes to, paid or not; of a return 0. */
  readonly totalMinor: number
  /** What was given back, of a return all of it. */
  readonly refundMinor: number
  /** What was paid and kept. */
  readonly netMinor: number
  readonly goods: readonly OrderedGoods[]
}

/** The sums of one currency. */
export interface StatementSums {
  readonly currency: string
  /** Orders of the month that were not cancelled. */
  readonly orders: number
  readonly orderedMinor: number
  readonly refundMinor: number
  readonly paidMinor: number
  /** Not yet paid of orders before the month, and of all up to its end. */
  readonly openBeforeMinor: number
  readonly openAfterMinor: number
}

/** Whether an order still waits to be paid. */
function isUnpaid({ kind, status }: StatementOrder): boolean {
  return kind === 'order' && status === 'pending'
}

/** The sums of a month by currency, in the order of codes; a currency in which nothing happened and nothing is open is left out. */
export function statementSums(orders: readonly StatementOrder[], month: Window): readonly StatementSums[] {
  const known = orders.filter(({ on }) => on <= month.to)
  const currencies = [...new Set(known.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => sumsIn(currency, known, month)).filter(isTold)
}

function sumsIn(currency: string, orders: readonly StatementOrder[], month: Window): StatementSums {
  const own = orders.filter((one) => one.currency === currency)
  const inMonth = own.filter((one) => isWithin(one.on, month) && one.status !== 'cancelled')
  const sum = (all: readonly StatementOrder[], of: 'totalMinor' | 'refundMinor' | 'netMinor') =>
    all.reduce((total, one) => total + one[of], 0)
  const unpaid = own.filter(isUnpaid)
  return {
    currency,
    orders: inMonth.filter(({ kind }) => kind === 'order').length,
    orderedMinor: sum(inMonth, 'totalMinor'),
    refundMinor: sum(inMonth, 'refundMinor'),
    paidMinor: sum(inMonth, 'netMinor'),
    openBeforeMinor: sum(
      unpaid.filter(({ on }) => !isWithin(on, month)),
      'totalMinor',
    ),
    openAfterMinor: sum(unpaid, 'totalMinor'),
  }
}

function isTold({ orders, refundMinor, paidMinor, openAfterMinor }: StatementSums): boolean {
  return orders > 0 || refundMinor !== 0 || paidMinor !== 0 || openAfterMinor !== 0
}
