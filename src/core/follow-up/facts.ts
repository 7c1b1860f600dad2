import type { CustomerFacts, OrderColumns, Snapshot } from '../snapshot.js'
import type { Tier } from '../value/abc.js'
import type { Cycles, CycleWindow } from '../value/cycle.js'
import type { Level } from '../value/grades/words.js'
import type { Refill } from '../value/refill.js'
import type { Day } from '../values/business-date.js'
import { type Days, daysAfter } from './asleep.js'
import type { CareCalendar } from './care/care-calendar.js'
import type { ContactHistory } from './history.js'
import { itemKey } from './item-key.js'
import { type Kept, type KeptRecords, NOTHING_KEPT } from './kept.js'
import type { Reminder } from './reminders.js'

/** A counted order as rules look at it; in minor units. */
export interface DueOrder {
  readonly on: Day
  readonly netMinor: number
}

/** What a rule may know of one customer on the as-of day. */
export interface DueFacts {
  readonly customer: number
  readonly who: CustomerFacts
  /** Net revenue of the 365 days up to the as-of day, whatever tiers are taken by; in minor units. */
  readonly yearNetMinor: number
  /** As the ledger usually grades. */
  readonly tier: Tier
  /** Service level (R11); null for the blocked, whom no rule asks to contact. */
  readonly level: Exclude<Level, 'none'> | null
  /** What is talked about with customers of this service level; null for nothing in particular. */
  readonly topic: string | null
  readonly lastOrderOn: Day | null
  /** Days with a counted order. */
  readonly orderDays: number
  /** Counted orders from a day on, up to the as-of day, oldest first. */
  ordersSince(from: Day): readonly DueOrder[]
  /** What was sold from a day on, less what was returned since without naming an order; in minor units. */
  leftSince(from: Day): number
  /** Counted orders up to the as-of day. */
  ordersBefore(day: Day): readonly DueOrder[]
  /** By order day, the last day since a day on which one of its counted orders was delivered; none where no file tells. */
  deliveredSince(since: Day): ReadonlyMap<Day, Day>
  /** An order of this much alone makes a VIP candidate (R12), in minor units; null where no amount does. */
  readonly vipOrderMinor: number | null
  /** Last contact of any kind, done items included. */
  readonly lastContactOn: Day | null
  /** Day agreed for the next contact, while it is open. */
  readonly agreedOn: Day | null
  /** What was written down when it was agreed; '' where nothing was. */
  readonly agreedText: string
  readonly window: CycleWindow | null
  /** What the customer buys again and again; none where no lines were read. */
  readonly refills: readonly Refill[]
  /** Products of which the seller wants this customer reminded. */
  readonly reminders: readonly Reminder[]
  readonly kept: Kept
  /** When customers are remembered, and how; the same for all. */
  readonly care: CareCalendar
  /** Up to which day days of care are told that are to be prepared; the calendar has no end of its own. */
  readonly careUntil: Day
  /** Since when something due of the customer was first put off; null where nothing was: so far back something may still stand. */
  readonly putOffSince: Day | null
  /** Until which day something a rule gives up late still stands: its last sensible day, later where it was put off. */
  standsUntil(rule: string, item: Days & { readonly subject?: string | undefined }): Day
  /** Last day on which an item was done or skipped, by its rule and subject: the next one counts from it. */
  closedOn(rule: string, subject?: string): Day | null
  /** Whether it was skipped when it was last closed. */
  isSkipped(rule: string, subject?: string): boolean
}

/** What the facts of all customers are read from. */
export interface FactsSources {
  readonly snapshot: Snapshot
  readonly asOf: Day
  readonly cycles: Cycles
  readonly kept: KeptRecords
  readonly care: CareCalendar
  readonly vipOrderMinor: number | null
  tier(customer: number): Tier
  level(customer: number): Level
  topic(level: Level): string | null
  history(customer: number): ContactHistory
  refills(customer: number): readonly Refill[]
  reminders(customer: number): readonly Reminder[]
  deliveredSince(customer: number, since: Day): ReadonlyMap<Day, Day>
}

/** Facts that are looked up when a rule asks for them: most rules look at one or two and pass. */
export class SourcedFacts implements DueFacts {
  private readonly history: ContactHistory
  readonly kept: Kept

  constructor(
    private readonly from: FactsSources,
    readonly customer: number,
    readonly careUntil: Day,
  ) {
    this.history = from.history(customer)
    this.kept = from.kept.get(customer) ?? NOTHING_KEPT
  }

  get who(): CustomerFacts {
    return this.from.snapshot.customers[this.customer]!
  }

  get yearNetMinor(): number {
    return this.from.cycles.standing.sums.netMinor[this.customer]!
  }

  get tier(): Tier {
    return this.from.tier(this.customer)
  }

  get level(): DueFacts['level'] {
    const level = this.from.level(this.customer)
    return level === 'none' ? null : level
  }

  get topic(): string | null {
    return this.from.topic(this.from.level(this.customer))
  }

  get orderDays(): number {
    const { start } = this.from.cycles.days
    return start[this.customer + 1]! - start[this.customer]!
  }

  get lastOrderOn(): Day | null {
    const { start, day } = this.from.cycles.days
    const end = start[this.customer + 1]!
    return end > start[this.customer]! ? day[end - 1]! : null
  }

  ordersSince(from: Day): readonly DueOrder[] {
    return countedOrders(this.from.snapshot.orders, this.customer, from, this.from.asOf)
  }

  leftSince(from: Day): number {
    const { start, day, netMinor, counted } = this.from.snapshot.orders
    let left = 0
    for (let at = start[this.customer + 1]! - 1; at >= start[this.customer]! && day[at]! >= from; at--)
      if (day[at]! <= this.from.asOf && (counted[at] || netMinor[at]! < 0)) left += netMinor[at]!
    return left
  }

  ordersBefore(day: Day): readonly DueOrder[] {
    return countedOrders(this.from.snapshot.orders, this.customer, Number.NEGATIVE_INFINITY, day - 1)
  }

  deliveredSince(since: Day): ReadonlyMap<Day, Day> {
    return this.from.deliveredSince(this.customer, since)
  }

  get vipOrderMinor(): number | null {
    return this.from.vipOrderMinor
  }

  get lastContactOn(): Day | null {
    return this.history.lastContactOn
  }

  get agreedOn(): Day | null {
    return this.history.agreedOn
  }

  get agreedText(): string {
    return this.history.agreedText
  }

  get window(): CycleWindow | null {
    return this.from.cycles.window(this.customer)
  }

  get refills(): readonly Refill[] {
    return this.from.refills(this.customer)
  }

  get reminders(): readonly Reminder[] {
    return this.from.reminders(this.customer)
  }

  get care(): CareCalendar {
    return this.from.care
  }

  get putOffSince(): Day | null {
    return this.history.putOffSince
  }

  standsUntil(rule: string, { subject, ...days }: Days & { readonly subject?: string | undefined }): Day {
    return daysAfter(this.history.sleeps(itemKey(rule, subject)), days, 'when-late').lastSensibleOn
  }

  closedOn(rule: string, subject?: string): Day | null {
    return this.history.closedOn(itemKey(rule, subject))
  }

  isSkipped(rule: string, subject?: string): boolean {
    return this.history.isSkipped(itemKey(rule, subject))
  }
}

/** Counted orders of a customer from a day on and up to another, oldest first. */
function countedOrders(orders: OrderColumns, customer: number, from: Day, to: Day): DueOrder[] {
  const { start, day, netMinor, counted } = orders
  let at = start[customer + 1]!
  while (at > start[customer]! && day[at - 1]! >= from) at--
  const found: DueOrder[] = []
  for (; at < start[customer + 1]! && day[at]! <= to; at++)
    if (counted[at]) found.push({ on: day[at]!, netMinor: netMinor[at]! })
  return found
}
