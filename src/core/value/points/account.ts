/**
 * One customer's points as a ledger of entries whose sum is the balance (R29). What was earned stands in lots; each expires so
 * many days later, and what is taken off uses the oldest first. What no lot covers is owed, and paid by what is earned next: the
 * balance goes below zero only where a refund, or another change of the past, took back points already used.
 */
import type { EventFacts } from '../../events.js'
import type { Day } from '../../values/business-date.js'
import type { Source } from '../../values/issue.js'
import type { EarningLevel } from './scheme.js'

/** What changes a balance. */
export const POINT_MOVES = ['opening', 'order', 'refund', 'return', 'earn', 'redeem', 'adjust', 'expire'] as const
export type PointMove = (typeof POINT_MOVES)[number]

/** A balance that a file tells of a day. */
export interface ToldBalance {
  readonly on: Day
  readonly points: number
  /** Whom the file names: what it says of the same day later, or a later file, corrects it. */
  readonly person: number
  /** The import in force that told it first. */
  readonly firstBatch: number
  /** Its place among all that imports in force told first. */
  readonly place: number
  /** The one whose file and row are named. */
  readonly batch: number
  readonly source: Source
}

/** An order that earned: its position among the orders given, and amounts in minor units of the base currency. */
export interface EarningOrder {
  readonly at: number
  readonly paidMinor: number
  /** What refunds have left. */
  readonly leftMinor: number
  readonly level: EarningLevel
}

/** What points come from: an order or return, what was recorded by hand, or a balance told by a file. */
export interface PointsOrigin {
  readonly order?: EarningOrder
  readonly event?: EventFacts
  readonly told?: ToldBalance
}

/** A change to come into the account, in the order of days. */
export interface Movement extends PointsOrigin {
  readonly on: Day
  readonly what: Exclude<PointMove, 'refund' | 'expire'>
  readonly points: number
  /** Of the points of an order, those its refunds took back. */
  readonly reversed: number
}

/** One line of a statement. */
export interface PointsEntry extends PointsOrigin {
  readonly on: Day
  readonly what: PointMove
  /** Below zero for what is taken off. */
  readonly points: number
  /** The balance after it. */
  readonly balance: number
  /** Points it took off that nothing covered. */
  readonly uncovered: number
  /** The day its own points expire, or of an entry of expired points the day they were earned; null for the rest. */
  readonly expiresOn: Day | null
  readonly earnedOn: Day | null
}

/** Points earned together that are still there. */
export interface Lot {
  readonly earnedOn: Day
  readonly expiresOn: Day
  readonly left: number
  readonly origin: PointsOrigin
}

/** An account on a day: entries oldest first, lots oldest first. */
export interface PointsAccount {
  readonly entries: readonly PointsEntry[]
  readonly lots: readonly Lot[]
  readonly balance: number
  /** How far the balance is below zero. */
  readonly owed: number
}

/** The account that movements make by the end of a day; those of later days are left out. */
export function pointsAccount(movements: readonly Movement[], expiryDays: number, asOf: Day): PointsAccount {
  const account = new OpenAccount(expiryDays)
  for (const movement of movements) {
    if (movement.on > asOf) break
    account.expireUpTo(movement.on)
    account.take(movement)
  }
  account.expireUpTo(asOf)
  return account.closed()
}

type OpenLot = { -readonly [K in keyof Lot]: Lot[K] }

class OpenAccount {
  private readonly entries: PointsEntry[] = []
  private readonly lots: OpenLot[] = []
  /** Position of the oldest lot with points in it. */
  private oldest = 0
  private balance = 0
  private owed = 0

  constructor(private readonly expiryDays: number) {}

  /** Lots are earned in the order of days, so they expire in the order they stand in. */
  expireUpTo(day: Day): void {
    for (; this.oldest < this.lots.length && this.lots[this.oldest]!.expiresOn <= day; this.oldest++) {
      const { left, earnedOn, expiresOn, origin } = this.lots[this.oldest]!
      if (left > 0) this.enter({ on: expiresOn, what: 'expire', points: -left, earnedOn }, origin)
    }
  }

  take({ on, what, points, reversed, ...origin }: Movement): void {
    if (points < 0) {
      this.enter({ on, what, points, uncovered: this.use(-points) }, origin)
      return
    }
    const expiresOn = on + this.expiryDays
    this.enter({ on, what, points, expiresOn }, origin)
    if (reversed > 0) this.enter({ on, what: 'refund', points: -reversed }, origin)
    const paid = Math.min(this.owed, points - reversed)
    this.owed -= paid
    this.lots.push({ earnedOn: on, expiresOn, left: points - reversed - paid, origin })
  }

  /** Takes points from the oldest lots; what they do not hold is owed, and returned. */
  private use(points: number): number {
    let wanted = points
    for (; this.oldest < this.lots.length; this.oldest++) {
      const lot = this.lots[this.oldest]!
      const used = Math.min(lot.left, wanted)
      lot.left -= used
      wanted -= used
      if (wanted === 0) return 0
    }
    this.owed += wanted
    return wanted
  }

  private enter(
    entry: Pick<PointsEntry, 'on' | 'what' | 'points'> & Partial<Omit<PointsEntry, keyof PointsOrigin>>,
    origin: PointsOrigin,
  ): void {
    this.balance += entry.points
    this.entries.push({ uncovered: 0, expiresOn: null, earnedOn: null, ...entry, balance: this.balance, ...origin })
  }

  closed(): PointsAccount {
    const lots = this.lots.slice(this.oldest).filter(({ left }) => left > 0)
    return { entries: this.entries, lots, balance: this.balance, owed: this.owed }
  }
}
