/** What came of the days of care that are over (R21): remembered, skipped or missed. */
import type { ContactFacts } from '../../snapshot.js'
import { type Day, dateOf } from '../../values/business-date.js'
import type { Campaign } from '../campaign/campaign.js'
import { marketingReach } from '../campaign/marketing-reach.js'
import { itemKey } from '../item-key.js'
import { type CareCalendar, type CareDay, type Cared, type CareKind, careSubject } from './care-calendar.js'
import type { Gift } from './gifts.js'

export const CARE_KINDS: readonly CareKind[] = ['birthday', 'anniversary', 'festival']

/** `open` until its day is over: it can still be done; `heldBack` a festival on which no marketing might reach the customer (R24). */
export type CareState = 'done' | 'skipped' | 'missed' | 'heldBack' | 'open'

export interface CareCounts {
  readonly planned: number
  readonly done: number
  readonly skipped: number
  readonly missed: number
  readonly heldBack: number
}

/** Tells what came of a customer's days of care. */
export interface CareRecords {
  state(customer: number, day: CareDay): CareState
}

/** What care is judged by. */
export interface CareEvents {
  readonly contacts: readonly ContactFacts[]
  readonly gifts: readonly Gift[]
  readonly campaigns: readonly Campaign[]
}

/** The key of the due item that stands for a day of care. */
export function careKey({ kind, on, festival }: Pick<CareDay, 'kind' | 'on' | 'festival'>): string {
  return itemKey(kind, careSubject(dateOf(on), festival))
}

/**
 * A day of care is done by closing its item, by a gift for it, or by any contact on the day itself. A birthday or anniversary whose item was
 * closed before its day was prepared, which is not yet to be greeted.
 */
export function careRecords({ contacts, gifts, campaigns }: CareEvents, asOf: Day): CareRecords {
  const isReachable = marketingReach(contacts, campaigns)
  const closed = new Map<number, Map<string, Closing>>()
  const given = new Set(gifts.map(({ customer, occasion, on }) => giftOn(customer, occasion, on)))
  for (const { customer, on, kind, rule, isAttempt } of contacts) {
    if (on > asOf || kind === 'snooze' || isAttempt === true) continue
    const own = closed.get(customer) ?? new Map<string, Closing>()
    closed.set(customer, own)
    if (rule !== null) own.set(rule, { state: kind === 'skip' ? 'skipped' : 'done', on })
    if (kind !== 'skip') own.set(contactOn(on), { state: 'done', on })
  }
  return {
    state(customer, day) {
      const own = closed.get(customer)
      const found = own?.get(contactOn(day.on)) ?? own?.get(careKey(day))
      const isPreparing =
        found?.state === 'done' &&
        day.kind !== 'festival' &&
        found.on < day.on &&
        !given.has(giftOn(customer, day.kind, found.on))
      if (found !== undefined && !isPreparing) return found.state
      if (day.on >= asOf) return 'open'
      return day.kind === 'festival' && !isReachable(customer, day.on) ? 'heldBack' : 'missed'
    },
  }
}

interface Closing {
  readonly state: 'done' | 'skipped'
  readonly on: Day
}

const giftOn = (customer: number, occasion: string, on: Day): string => `${customer} ${occasion} ${on}`

const contactOn = (on: Day): string => `on ${on}`

/** Who is looked at, and since when each is known. */
export interface CaredCustomer extends Cared {
  readonly customer: number
  readonly knownOn: Day
}

/** The days of care from one day to another, both included, up to the as-of day, counted by kind. */
export function careOutcomes(
  calendar: CareCalendar,
  [from, to]: readonly [Day, Day],
  customers: Iterable<CaredCustomer>,
  records: CareRecords,
): ReadonlyMap<CareKind, CareCounts> {
  const days = calendar.between(from, to)
  const counts = new Map(CARE_KINDS.map((kind) => [kind, { planned: 0, done: 0, skipped: 0, missed: 0, heldBack: 0 }]))
  for (const cared of customers)
    for (const kind of CARE_KINDS) {
      const knownOn = kind === 'festival' ? cared.knownOn : Math.max(cared.knownOn, cared.kept.yearlyKnownOn ?? 0)
      for (const day of days.of(cared, kind)) {
        if (day.on < knownOn) continue
        const found = counts.get(kind)!
        const state = records.state(cared.customer, day)
        found.planned++
        if (state !== 'open') found[state]++
      }
    }
  return counts
}

/** The counts of all kinds together. */
export function allCare(counts: ReadonlyMap<CareKind, CareCounts>): CareCounts {
  const sum = (of: keyof CareCounts) => [...counts.values()].reduce((all, one) => all + one[of], 0)
  return {
    planned: sum('planned'),
    done: sum('done'),
    skipped: sum('skipped'),
    missed: sum('missed'),
    heldBack: sum('heldBack'),
  }
}
