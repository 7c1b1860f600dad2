import type { ContactFacts } from '../snapshot.js'
import type { Day } from '../values/business-date.js'

/** The rule that proposes a day agreed with the customer; closing it ends the agreement. */
export const AGREED_RULE = 'agreed'

/** Marketing reaches nobody until so many days after a contact (R24). */
export const PAUSE_DAYS = 3

/** Until when something sleeps, the day on which it was put off, and whether that was said of the customer with all that is due. */
export interface Sleep {
  readonly until: Day
  readonly since: Day
  readonly isOfAll: boolean
}

/** What the recorded contacts of one customer mean on the as-of day. */
export interface ContactHistory {
  readonly lastContactOn: Day | null
  readonly agreedOn: Day | null
  /** What was written down when it was agreed; '' where nothing was. */
  readonly agreedText: string
  /** The last day on which an item was done or skipped, by its key. */
  closedOn(key: string): Day | null
  /** Whether it was skipped when it was last closed. */
  isSkipped(key: string): boolean
  /** Since when something of the customer was first put off; null where nothing is. */
  readonly putOffSince: Day | null
  /**
   * How often an item was put off, by its key or with everything due of the customer, in the order it was recorded; of what presses since
   * a day the customer's only from that day on: who puts one item off by its name means that one.
   */
  sleeps(key: string, pressingSince?: Day): readonly Sleep[]
}

export const NO_HISTORY: ContactHistory = {
  lastContactOn: null,
  agreedOn: null,
  agreedText: '',
  closedOn: () => null,
  isSkipped: () => false,
  putOffSince: null,
  sleeps: () => [],
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

const NEVER_ASLEEP: readonly Sleep[] = []

class History implements ContactHistory {
  lastContactOn: Day | null = null
  agreedOn: Day | null = null
  agreedText = ''
  private readonly closed = new Map<string, Day>()
  private readonly skipped = new Set<string>()
  private firstPutOffOn = Number.POSITIVE_INFINITY
  /** Of everything, and by the key of what was put off alone. */
  private allAsleep: readonly Sleep[] = NEVER_ASLEEP
  private readonly asleep = new Map<string, readonly Sleep[]>()

  add({ on, kind, rule, nextOn, isAttempt, agreedText = '' }: ContactFacts): void {
    if (isAttempt === true) {
      // When to try again is the seller's own date, whatever the customer was told before.
      if (nextOn !== null) this.agreeOn(nextOn, agreedText)
      return
    }
    if (kind === 'contact' || kind === 'done') this.lastContactOn = latest(this.lastContactOn, on)
    if (kind === 'snooze') {
      if (nextOn !== null) this.putOff(rule, { until: nextOn, since: on, isOfAll: rule === null })
      return
    }
    this.agree({ on, kind, rule, nextOn, agreedText })
    if (kind === 'contact' || rule === null) return
    this.closed.set(rule, latest(this.closed.get(rule) ?? null, on))
    if (kind === 'skip') this.skipped.add(rule)
    else this.skipped.delete(rule)
    this.asleep.delete(rule)
  }

  private putOff(rule: string | null, sleep: Sleep): void {
    this.firstPutOffOn = Math.min(this.firstPutOffOn, sleep.since)
    if (rule === null) this.allAsleep = [...this.allAsleep, sleep]
    else this.asleep.set(rule, [...(this.asleep.get(rule) ?? []), sleep])
  }

  /** An agreement stands until it is replaced, closed, or met by a contact on its day or later. */
  private agree({ on, kind, rule, nextOn, agreedText }: Omit<Required<ContactFacts>, 'customer' | 'isAttempt'>): void {
    const isClosed = kind !== 'contact' && rule === AGREED_RULE
    const isMet = kind !== 'skip' && this.agreedOn !== null && on >= this.agreedOn
    if (kind !== 'skip' && nextOn !== null) this.agreeOn(nextOn, agreedText)
    else if (isClosed || isMet) this.agreedOn = null
  }

  /** What is agreed now was not there to be put off before. */
  private agreeOn(day: Day, text: string): void {
    this.agreedOn = day
    this.agreedText = text
    this.asleep.delete(AGREED_RULE)
  }

  closedOn(key: string): Day | null {
    return this.closed.get(key) ?? null
  }

  isSkipped(key: string): boolean {
    return this.skipped.has(key)
  }

  get putOffSince(): Day | null {
    return this.firstPutOffOn === Number.POSITIVE_INFINITY ? null : this.firstPutOffOn
  }

  sleeps(key: string, pressingSince?: Day): readonly Sleep[] {
    const own = this.asleep.get(key)
    const sleeps = own === undefined ? this.allAsleep : [...own, ...this.allAsleep].sort((a, b) => a.since - b.since)
    if (pressingSince === undefined) return sleeps
    return sleeps.filter(({ since, isOfAll }) => !isOfAll || pressingSince <= since)
  }
}

function latest(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b
}
