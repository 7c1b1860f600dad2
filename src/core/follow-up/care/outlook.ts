/** Who is to be remembered in the coming weeks (R21), day by day. */
import type { CustomerFacts } from '../../snapshot.js'
import type { Level } from '../../value/grades/words.js'
import type { Day } from '../../values/business-date.js'
import { type KeptRecords, NOTHING_KEPT } from '../kept.js'
import { CARE_DAYS, type CareCalendar, type CareDay } from './care-calendar.js'
import { CARE_KINDS, type CaredCustomer, type CareRecords, type CareState } from './outcomes.js'

/** A day of care of one customer, and what came of it so far. */
export interface CareItem extends CareDay {
  readonly customer: number
  readonly level: CaredCustomer['level']
  readonly state: CareState
}

/** Everyone remembered on one occasion, in the order of the customers. */
export interface CareOccasion extends Pick<CareDay, 'kind' | 'on' | 'festival'> {
  readonly items: readonly CareItem[]
}

export interface CaredBasis {
  readonly customers: readonly CustomerFacts[]
  readonly kept: KeptRecords
  level(customer: number): Level
  /** Since when a customer is known here. */
  knownOn(customer: number): Day
}

/** Those care is planned for, of some customers: not the blocked, nor who does not want to be contacted. */
export function caredCustomers(basis: CaredBasis, customers: Iterable<number>): CaredCustomer[] {
  const cared: CaredCustomer[] = []
  for (const customer of customers) {
    const { blocked, consent, country } = basis.customers[customer]!
    const level = basis.level(customer)
    if (blocked || consent === 'no' || level === 'none') continue
    const kept = basis.kept.get(customer) ?? NOTHING_KEPT
    cared.push({ customer, level, country, kept, knownOn: basis.knownOn(customer) })
  }
  return cared
}

/** The coming days of care, in order of days; on one day birthdays before anniversaries before festivals. */
export function careOutlook(
  calendar: CareCalendar,
  cared: readonly CaredCustomer[],
  records: CareRecords,
): readonly CareOccasion[] {
  const coming = calendar.upTo(calendar.asOf + CARE_DAYS)
  const occasions = new Map<string, { readonly day: CareDay; readonly items: CareItem[] }>()
  for (const { customer, level, ...one } of cared)
    for (const kind of CARE_KINDS)
      for (const day of coming.of({ level, ...one }, kind)) {
        const key = `${day.on} ${kind} ${day.festival?.key ?? ''}`
        const occasion = occasions.get(key) ?? { day, items: [] }
        occasions.set(key, occasion)
        occasion.items.push({ ...day, customer, level, state: records.state(customer, day) })
      }
  return [...occasions.values()]
    .map(({ day: { kind, on, festival }, items }) => ({ kind, on, festival, items }))
    .sort((a, b) => a.on - b.on || CARE_KINDS.indexOf(a.kind) - CARE_KINDS.indexOf(b.kind))
}

/** What the gifts of some items may still cost, in minor units: those not given yet, each at its limit. */
export function plannedMinor(items: readonly CareItem[]): number {
  return items.reduce((sum, { state, limitMinor }) => sum + (state === 'open' ? (limitMinor ?? 0) : 0), 0)
}
