import type { DisjointSets, Member } from './disjoint-sets.js'

/** The label of those who tell one order, by the order's number in the ledger. */
export function retoldLabel(order: string): string {
  return `o:${order}`
}

/**
 * Joins those who tell one order under one name, `lists`, into one customer, so that what was known of the buyer from one file
 * is known of him still when a later one tells the order by something else. Those known by more than a name (`isSure`) join at
 * once. Those known by the name alone join, after all who bear it, only where their orders lead to one customer: where they
 * lead to two, the name was of two people.
 */
export function retoldOrders<P extends Member>(
  lists: readonly (readonly P[])[],
  isSure: (party: P) => boolean,
  { find, join }: DisjointSets,
) {
  return {
    joinSure(): void {
      for (const list of lists) join(list.filter(isSure))
    },
    joinNamed(parties: readonly P[]): void {
      if (lists.length === 0) return
      const sure = new Set(parties.filter(isSure).map(({ id }) => find(id)))
      const near = neighbours(lists, find)
      const pairs = [...near.keys()].flatMap((customer) => {
        const home = homeOf(customer, near, sure)
        return home === undefined ? [] : [[{ id: customer }, { id: home }]]
      })
      for (const pair of pairs) join(pair)
    },
  }
}

type Neighbours = ReadonlyMap<number, ReadonlySet<number>>

/** Who else tells orders of each customer. */
function neighbours(lists: readonly (readonly Member[])[], find: (id: number) => number): Neighbours {
  const near = new Map<number, Set<number>>()
  for (const list of lists) {
    const customers = new Set(list.map(({ id }) => find(id)))
    for (const customer of customers) {
      const others = near.get(customer) ?? new Set()
      near.set(customer, others)
      for (const other of customers) if (other !== customer) others.add(other)
    }
  }
  return near
}

/** Whom the orders of a customer lead to: the only other one known by more than a name, or the only other name. */
function homeOf(customer: number, near: Neighbours, sure: ReadonlySet<number>): number | undefined {
  const others = [...near.get(customer)!]
  const known = others.filter((other) => sure.has(other))
  if (known.length > 0) return known.length === 1 ? known[0] : undefined
  const [only] = others
  return others.length === 1 && near.get(only!)!.size === 1 ? only : undefined
}
