import type { ContactFacts } from '../snapshot.js'
import type { Day } from '../values/business-date.js'

/** The rule that proposes a day agreed with the customer; closing it ends the agreement. */
export const AGREED_RULE = 'agreed'

/** Until when something sleeps, and the day on which it was put off. */
export interface Sleep {
  readonly until: Day
  readonly since: Day
}

/** What the recorded contacts of one customer mean on the as-of day. */
export interface ContactHistory {
  readonly lastContactOn: Day | null
  readonly agreedOn: Day | null
  /** The last day on which an item was done or skipped, by its key. */
  closedOn(key: string): Day | null
  /**
   * The longer of the sleeps of an item by its key and of everything due of the customer; of what presses since a day only one that
   * began on that day or later.
   */
  sleep(key: string, pressingSince?: Day): Sleep | null
}

export const NO_HISTORY: ContactHistory = {
  lastContactOn: null,
  agreedOn: null,
  closedOn: () => null,
  sleep: () => null,
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

/** A record that names no item is of all of them. */
const ALL = '*'

class History implements ContactHistory {
  lastContactOn: Day | null = null
  agreedOn: Day | null = null
  private readonly closed = new Map<string, Day>()
  private readonly asleep = new Map<string, Sleep>()

  add({ on, kind, rule, nextOn, isAttempt }: ContactFacts): void {
    if (isAttempt === true) {
      // When to try again is the seller's own date, whatever the customer was told before.
      if (nextOn !== null) this.agreedOn = nextOn
      return
    }
    if (kind === 'contact' || kind === 'done') this.lastContactOn = latest(this.lastContactOn, on)
    if (kind === 'snooze') {
      if (nextOn !== null) this.asleep.set(rule ?? ALL, { until: nextOn, since: on })
      return
    }
    this.agree(on, kind, rule, nextOn)
    if (kind === 'contact' || rule === null) return
    this.closed.set(rule, latest(this.closed.get(rule) ?? null, on))
    this.asleep.delete(rule)
  }

  /** An agreement stands until it is replaced, closed, or met by a contact on its day or later. */
  private agree(on: Day, kind: ContactFacts['kind'], rule: string | null, nextOn: Day | null): void {
    const isClosed = kind !== 'contact' && rule === AGREED_RULE
    const isMet = kind !== 'skip' && this.agreedOn !== null && on >= this.agreedOn
    if (kind !== 'skip' && nextOn !== null) this.agreedOn = nextOn
    else if (isClosed || isMet) this.agreedOn = null
  }

  closedOn(key: string): Day | null {
    return this.closed.get(key) ?? null
  }

  sleep(key: string, pressingSince?: Day): Sleep | null {
    const sleeps = [this.asleep.get(key), this.asleep.get(ALL)].filter((one) => one !== undefined)
    const holding = sleeps.filter(({ since }) => pressingSince === undefined || pressingSince <= since)
    return holding.sort((a, b) => b.until - a.until)[0] ?? null
  }
}

function latest(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b
}
