import type { ContactFacts } from '../snapshot.js'
import type { Day } from '../values/business-date.js'

/** The rule that proposes a day agreed with the customer; closing it ends the agreement. */
export const AGREED_RULE = 'agreed'

/** What the recorded contacts of one customer mean on the as-of day. A null rule in a record stands for all rules. */
export interface ContactHistory {
  readonly lastContactOn: Day | null
  readonly agreedOn: Day | null
  closedOn(rule: string): Day | null
  /** The day until which items of the rule sleep. */
  sleepsUntil(rule: string): Day | null
}

export const NO_HISTORY: ContactHistory = {
  lastContactOn: null,
  agreedOn: null,
  closedOn: () => null,
  sleepsUntil: () => null,
}

/** The histories of all customers that have any record up to the as-of day, by customer index. */
export function contactHistories(contacts: readonly ContactFacts[], asOf: Day): ReadonlyMap<number, ContactHistory> {
  const histories = new Map<number, History>()
  for (const contact of contacts) {
    if (contact.on > asOf) continue
    const history = histories.get(contact.customer) ?? new History()
    histories.set(contact.customer, history)
    history.add(contact)
  }
  return histories
}

const ALL = '*'

class History implements ContactHistory {
  lastContactOn: Day | null = null
  agreedOn: Day | null = null
  private readonly closed = new Map<string, Day>()
  private readonly asleep = new Map<string, Day>()

  add({ on, kind, rule, nextOn }: ContactFacts): void {
    if (kind === 'contact' || kind === 'done') this.lastContactOn = latest(this.lastContactOn, on)
    if (kind === 'snooze') {
      if (nextOn !== null) this.asleep.set(rule ?? ALL, nextOn)
      return
    }
    this.agree(on, kind, rule, nextOn)
    if (kind === 'contact') return
    this.closed.set(rule ?? ALL, latest(this.closed.get(rule ?? ALL) ?? null, on))
    if (rule === null) this.asleep.clear()
    else this.asleep.delete(rule)
  }

  /** An agreement stands until it is replaced, closed, or met by a contact on its day or later. */
  private agree(on: Day, kind: ContactFacts['kind'], rule: string | null, nextOn: Day | null): void {
    const isClosed = kind !== 'contact' && (rule === null || rule === AGREED_RULE)
    const isMet = kind !== 'skip' && this.agreedOn !== null && on >= this.agreedOn
    if (kind !== 'skip' && nextOn !== null) this.agreedOn = nextOn
    else if (isClosed || isMet) this.agreedOn = null
  }

  closedOn(rule: string): Day | null {
    return latestOf(this.closed.get(rule), this.closed.get(ALL))
  }

  sleepsUntil(rule: string): Day | null {
    return latestOf(this.asleep.get(rule), this.asleep.get(ALL))
  }
}

function latest(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b
}

function latestOf(a: Day | undefined, b: Day | undefined): Day | null {
  return a === undefined ? (b ?? null) : latest(b ?? null, a)
}
