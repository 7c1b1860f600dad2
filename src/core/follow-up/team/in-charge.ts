import { fold } from '../../values/filter.js'
import type { Dues } from '../dues.js'
import { ruleOfKey, subjectOfKey } from '../item-key.js'
import { type KeptRecords, NOTHING_KEPT } from '../kept.js'
import type { DueItem, DueLine, Rule } from '../rule.js'
import type { Hands } from './hands.js'

/** Who sees to customers and to what is due of them; '' for nobody (R32). */
export interface InCharge {
  /** In whose hands the customer is. */
  ofCustomer(customer: number): string
  /** A lead, a complaint, a countermeasure have owners of their own; all else is the customer's owner's. */
  ofItem(customer: number, key: string): string
}

/** Who is in charge, by whose hands the customers are in and what is kept of them. */
export function inChargeOf({ ofCustomer }: Hands, kept: KeptRecords, rules: readonly Rule[]): InCharge {
  const owned = new Map(rules.filter(({ ownerOf }) => ownerOf !== undefined).map((rule) => [rule.name, rule]))
  return {
    ofCustomer,
    ofItem: (customer, key) => {
      const own = owned.get(ruleOfKey(key))?.ownerOf?.(kept.get(customer) ?? NOTHING_KEPT, subjectOfKey(key))
      return own?.trim() || ofCustomer(customer)
    },
  }
}

/** A due line of one person. */
export interface OwnedLine extends DueLine {
  readonly owner: string
}

/** The lines as each person sees them: who is in charge of an item has it on his own line; in the order of the list. */
export function ownedLines(lines: readonly DueLine[], inCharge: InCharge, dues: Dues): readonly OwnedLine[] {
  return dues.ranked(
    lines.flatMap(({ customer, items }) => {
      const ownerOf = ({ key }: DueItem) => inCharge.ofItem(customer, key)
      return [...new Set(items.map(ownerOf))].map((owner): OwnedLine => {
        const [first, ...others] = items.filter((item) => ownerOf(item) === owner)
        return { customer, owner, items: [first!, ...others] }
      })
    }),
  )
}

/** Who is in charge of the items of a line, of the strongest first. */
export function ownersOfLine({ customer, items }: DueLine, inCharge: InCharge): readonly string[] {
  return [...new Set(items.map(({ key }) => inCharge.ofItem(customer, key)))]
}

/** Whether two names are of one person: case, width and blanks around make no difference. */
export function isSamePerson(one: string, other: string): boolean {
  return fold(one.trim()) === fold(other.trim())
}
