import type { ModelCustomer } from './people.js'

/** An account: what is in it, and of each thing taken off by hand how much was not there. */
export interface ModelAccount {
  readonly balance: number
  readonly uncovered: ReadonlyMap<object, number>
}

/** One point for each whole dollar that refunds left; orders of a day come before what was recorded by hand. */
export function accountOf(customer: ModelCustomer): ModelAccount {
  const orders = customer.orders().map(({ on, paid, refund }) => ({
    ...{ on, rank: 0, fact: null, points: Math.floor((paid - refund) / 100) },
  }))
  const hand = customer.facts('points').map((fact) => ({ on: fact.on, rank: 1, fact, points: fact.points }))
  let balance = 0
  const uncovered = new Map<object, number>()
  for (const { points, fact } of [...orders, ...hand].sort((a, b) => a.on - b.on || a.rank - b.rank)) {
    if (points < 0 && fact !== null) uncovered.set(fact, Math.max(0, -points - Math.max(0, balance)))
    balance += points
  }
  return { balance, uncovered }
}

/** What is not covered of everything taken off, by customers together. */
export function uncoveredOf(customers: readonly ModelCustomer[]): ReadonlyMap<object, number> {
  return new Map(customers.flatMap((customer) => [...accountOf(customer).uncovered]))
}
