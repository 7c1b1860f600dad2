import { compareText } from '../../values/text.js'
import type { LeadHolder } from '../leads/due-lead.js'

/** In whose hands customers are (R32): the one notion of it for filters, lists, groups and the team. */
export interface Hands {
  /** The one the customer counts for: his owner, else who holds his newest lead or held it when it was closed, else who looks after his service level; '' for nobody. */
  ofCustomer(customer: number): string
  /** By what the customer counts for that one; null for nobody. */
  by(customer: number): 'owner' | 'lead' | 'level' | null
  /** Everybody who has to do with the customer: the same, and who holds his open lead; empty for nobody. */
  peopleOf(customer: number): readonly string[]
  /** The one each customer counts for, by customer index; without those of nobody. */
  customers(): ReadonlyMap<number, string>
  /** Everybody who has to do with any customer, by name. */
  people(): readonly string[]
}

/** From the owners of customers, from who holds their newest leads, and from who looks after their service levels, each by customer index. */
export function handsOf(
  owners: ReadonlyMap<number, string>,
  holders: ReadonlyMap<number, LeadHolder>,
  byLevel: ReadonlyMap<number, string> = new Map(),
): Hands {
  const ofCustomer = (customer: number) =>
    owners.get(customer) || holders.get(customer)?.name || byLevel.get(customer) || ''
  const peopleOf = (customer: number) => {
    const holder = holders.get(customer)
    const all = [ofCustomer(customer), holder?.isOpen === true ? holder.name : '']
    return [...new Set(all)].filter((person) => person !== '')
  }
  const held = () => [...new Set([...owners.keys(), ...holders.keys(), ...byLevel.keys()])].sort((a, b) => a - b)
  return {
    ofCustomer,
    by: (customer) => {
      if (owners.get(customer)) return 'owner'
      if (holders.has(customer)) return 'lead'
      return byLevel.has(customer) ? 'level' : null
    },
    peopleOf,
    customers: () => new Map(held().flatMap((one) => (ofCustomer(one) === '' ? [] : [[one, ofCustomer(one)]]))),
    people: () => [...new Set(held().flatMap(peopleOf))].sort(compareText),
  }
}
