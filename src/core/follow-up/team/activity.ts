/**
 * What each person of the team did over some days (R32). A contact, an item done or missed is of who recorded it as his own, else of who
 * is in charge of the item or the customer; a lead of who held it last; sales are of the customer's owner as of today.
 */
import type { ContactRecord } from '../../contact-record.js'
import type { Snapshot } from '../../snapshot.js'
import { aggregate, isWithin } from '../../value/aggregate.js'
import type { Day } from '../../values/business-date.js'
import { fold } from '../../values/filter.js'
import type { DueItem } from '../rule.js'
import type { InCharge } from './in-charge.js'
import { type MadeContact, madeContacts } from './made-contacts.js'
import type { Targets } from './targets.js'

/** What the activity of the days `(from, to]` is told from. */
export interface ActivityBasis {
  readonly snapshot: Snapshot
  readonly window: { readonly from: Day; readonly to: Day }
  /** Of the days of the window. */
  readonly records: readonly ContactRecord[]
  readonly inCharge: InCharge
  /** Everybody who has to do with a customer. */
  peopleOf(customer: number): readonly string[]
  readonly leads: Iterable<ClosedLead>
  /** Due on the as-of day and not done. */
  readonly open: readonly Pick<DueItem, 'customer' | 'key' | 'lastSensibleOn'>[]
  readonly asOf: Day
  /** The ledger's first day: nobody can have been late before it. */
  readonly begunOn: Day
  targets(person: string): Targets
  includes(customer: number): boolean
}

/** How a lead ended. */
export interface ClosedLead {
  readonly customer: number
  readonly outcome: string
  readonly closedOn: Day | null
  /** Who held it last; '' for nobody. */
  readonly holder: string
}

/** What one person did; `person` is '' for customers nobody looks after. */
export interface Activity {
  readonly person: string
  readonly customers: number
  /** Proven ones. */
  readonly contacts: number
  readonly unproven: number
  readonly attempts: number
  /** Proven contacts that were visits. */
  readonly visits: number
  readonly doneOnTime: number
  readonly doneLate: number
  /** Due items nobody closed by their last sensible day, and which are still open. */
  readonly missed: number
  /** Done on time over all that were done or missed (ALGORITHMS §8); null without any. */
  readonly onTimeRate: number | null
  readonly leadsWon: number
  readonly netMinor: number
  readonly targets: Targets
}

type Counts = { -readonly [K in Exclude<keyof Activity, 'person' | 'targets' | 'onTimeRate'>]: number }

/** One row a person, by name, nobody last: who has to do with a customer, sees to an item or recorded something. */
export function activityOf(basis: ActivityBasis): readonly Activity[] {
  const tally = new Tally()
  countCustomers(basis, tally)
  const records = basis.records.filter(({ customer }) => basis.includes(customer))
  for (const contact of madeContacts(records, basis.inCharge)) countContact(contact, tally.of(contact.by))
  for (const record of records) countClosing(record, basis, tally)
  countMissed(basis, tally)
  countLeads(basis, tally)
  return tally.rows(basis.targets)
}

class Tally {
  private readonly people = new Map<string, { readonly person: string; readonly counts: Counts }>()

  /** Case and width make no difference: the first spelling stands. */
  of(person: string): Counts {
    const name = fold(person.trim())
    const known = this.people.get(name) ?? { person: person.trim(), counts: none() }
    this.people.set(name, known)
    return known.counts
  }

  rows(targets: ActivityBasis['targets']): Activity[] {
    const rows = [...this.people.values()].map(({ person, counts }): Activity => {
      const settled = counts.doneOnTime + counts.doneLate + counts.missed
      const onTimeRate = settled === 0 ? null : counts.doneOnTime / settled
      // Who works alone names no owners: the targets are his.
      const isNobody = person === '' && this.people.size > 1
      return { person, ...counts, onTimeRate, targets: isNobody ? NO_TARGETS : targets(person) }
    })
    return rows.sort((a, b) => Number(a.person === '') - Number(b.person === '') || (a.person < b.person ? -1 : 1))
  }
}

const NO_TARGETS: Targets = { contacts: null, visits: null, salesMinor: null }

function none(): Counts {
  return {
    ...{ customers: 0, contacts: 0, unproven: 0, attempts: 0, visits: 0 },
    ...{ doneOnTime: 0, doneLate: 0, missed: 0, leadsWon: 0, netMinor: 0 },
  }
}

function countCustomers({ snapshot, window, inCharge, peopleOf, includes }: ActivityBasis, tally: Tally): void {
  const { netMinor } = aggregate(snapshot, window)
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    if (!includes(customer)) continue
    for (const person of peopleOf(customer)) tally.of(person)
    const counts = tally.of(inCharge.ofCustomer(customer))
    counts.customers++
    counts.netMinor += netMinor[customer]!
  }
}

function countContact({ isAttempt, unproven, isVisit }: MadeContact, counts: Counts): void {
  if (isAttempt) counts.attempts++
  else if (unproven !== null) counts.unproven++
  else {
    counts.contacts++
    if (isVisit) counts.visits++
  }
}

/** A closing is on time or late; what was too late before the ledger began says nothing of anybody. */
function countClosing(record: ContactRecord, { inCharge, begunOn }: ActivityBasis, tally: Tally): void {
  const { kind, customer, rule, author, on, sensibleOn } = record
  if (kind !== 'done' || sensibleOn === null || sensibleOn < begunOn) return
  const counts = tally.of(author || (rule === null ? inCharge.ofCustomer(customer) : inCharge.ofItem(customer, rule)))
  if (on <= sensibleOn) counts.doneOnTime++
  else counts.doneLate++
}

function countMissed({ open, inCharge, window, asOf, begunOn, includes }: ActivityBasis, tally: Tally): void {
  for (const { customer, key, lastSensibleOn } of open) {
    const isMissed = lastSensibleOn < asOf && lastSensibleOn >= begunOn && isWithin(lastSensibleOn, window)
    if (isMissed && includes(customer)) tally.of(inCharge.ofItem(customer, key)).missed++
  }
}

function countLeads({ leads, inCharge, window, includes }: ActivityBasis, tally: Tally): void {
  for (const { customer, outcome, closedOn, holder } of leads)
    if (outcome === 'won' && closedOn !== null && isWithin(closedOn, window) && includes(customer))
      tally.of(holder || inCharge.ofCustomer(customer)).leadsWon++
}
