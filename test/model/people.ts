import type { ContactFact, Day, Fact, LedgerModel, Person } from './ledger-model.js'

interface DelistingState {
  readonly subject: string
  readonly state: 'proposed' | 'checked' | 'decided' | 'ended'
}

/** One customer: the people who are one by what the seller merged, with everything that is in force about them, oldest batch first. */
export class ModelCustomer {
  constructor(
    /** The smallest first. */
    readonly people: readonly Person[],
    private readonly all: readonly Fact[],
  ) {}

  /** Whom decisions about the customer name. */
  get key(): Person {
    return this.people[0]!
  }

  facts<K extends Fact['of']>(of: K): readonly Extract<Fact, { of: K }>[] {
    const isOwn = (fact: Fact): fact is Extract<Fact, { of: K }> =>
      fact.of === of && 'who' in fact && fact.who !== null && this.people.includes(fact.who)
    return this.all.filter(isOwn)
  }

  tags(): readonly string[] {
    const tags = new Set<string>()
    for (const { tag, isOn } of this.facts('tag')) isOn ? tags.add(tag) : tags.delete(tag)
    return [...tags].sort()
  }

  /** Typed by hand; null where nothing is. */
  value(field: 'owner' | 'city'): string | null {
    return this.facts('value').findLast((fact) => fact.field === field)?.value ?? null
  }

  /** Each delisting blocks until it is lifted itself. */
  isBlocked(): boolean {
    return this.standing().length > 0
  }

  /** Orders as their states in force say: the largest refund holds. */
  orders(): readonly { readonly on: Day; readonly paid: number; readonly refund: number }[] {
    const orders = new Map<string, { on: Day; paid: number; refund: number }>()
    for (const { number, on, paid, refund } of this.facts('order'))
      orders.set(number, { on, paid, refund: Math.max(refund, orders.get(number)?.refund ?? 0) })
    return [...orders.values()]
  }

  /** In the order of days, those of a day as they were recorded. */
  contacts(): readonly ContactFact[] {
    return this.facts('contact').toSorted((a, b) => a.on - b.on)
  }

  /** Days on which the customer was in fact contacted. */
  metOn(): readonly Day[] {
    return this.contacts()
      .filter(({ kind, result }) => kind === 'done' || (kind === 'contact' && result !== 'no-answer'))
      .map(({ on }) => on)
  }

  /** The day agreed for the next contact: until another replaces it, a contact meets it, or it is closed. */
  agreedOn(): Day | null {
    let agreed: Day | null = null
    for (const { on, kind, rule, next, result } of this.contacts()) {
      if (kind === 'snooze') continue
      if (kind === 'contact' && result === 'no-answer') agreed = next ?? agreed
      else if (kind === 'skip') agreed = rule === 'agreed' ? null : agreed
      else if (next !== null) agreed = next
      else if ((kind === 'done' && rule === 'agreed') || (agreed !== null && on >= agreed)) agreed = null
    }
    return agreed
  }

  private delistings(): readonly DelistingState[] {
    const states = new Map<string, DelistingState['state']>()
    for (const { subject, step } of this.facts('delisting')) {
      if (step === 'propose') states.set(subject, 'proposed')
      if (step === 'check' && states.get(subject) === 'proposed') states.set(subject, 'checked')
      if (step === 'decide') states.set(subject, 'decided')
      if (step === 'lift' || (step === 'drop' && states.get(subject) !== 'decided')) states.set(subject, 'ended')
    }
    return [...states].map(([subject, state]) => ({ subject, state }))
  }

  /** The delistings that block: decided and not lifted. */
  standing(): readonly string[] {
    return this.delistings().flatMap(({ subject, state }) => (state === 'decided' ? [subject] : []))
  }

  /** The delisting that stands, else the one begun last: of two customers made one each may have brought its own. */
  delisting(): DelistingState | null {
    const all = this.delistings()
    return all.findLast(({ state }) => state === 'decided') ?? all.at(-1) ?? null
  }
}

/** The customers in force: whoever has an order or a row, or is spoken of by a decision; merged ones are one. */
export function customersOf(model: LedgerModel): readonly ModelCustomer[] {
  const facts = model.factsInForce()
  const people = new Set(facts.flatMap((fact) => ('who' in fact && fact.who !== null ? [fact.who] : [])))
  const groupOf = new Map([...people].map((person) => [person, [person]]))
  for (const fact of facts) {
    if (fact.of !== 'merge') continue
    const [a, b] = [groupOf.get(fact.a), groupOf.get(fact.b)]
    if (a === undefined || b === undefined || a === b) continue
    const both = [...a, ...b].sort((x, y) => x - y)
    for (const person of both) groupOf.set(person, both)
  }
  return [...new Set(groupOf.values())].map((group) => new ModelCustomer(group, facts))
}
