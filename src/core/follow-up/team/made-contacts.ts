/**
 * Contacts as they were made (R16, R32): what one command or one row records of a customer on a day is one contact, however many due items it
 * closes. A contact without words proves nothing, nor do the same words for many customers.
 */
import type { ContactRecord } from '../../contact-record.js'
import type { Day } from '../../values/business-date.js'
import { fold } from '../../values/filter.js'
import { channelNamed } from '../channels.js'
import type { InCharge } from './in-charge.js'

/** One text written for so many customers proves none of the contacts. */
const CUSTOMERS_WITH_ONE_TEXT = 3

/** One contact with a customer, or one attempt at it. */
export interface MadeContact {
  readonly customer: number
  readonly on: Day
  /** Who was in touch; '' where nobody is named, nor looks after the customer. */
  readonly by: string
  readonly channel: string
  readonly result: string
  readonly text: string
  readonly nextOn: Day | null
  /** Nobody was met. */
  readonly isAttempt: boolean
  readonly isVisit: boolean
  /** Keys of the due items it closed. */
  readonly closed: readonly string[]
  /** Why it does not count as proven; null where it does, and of attempts. */
  readonly unproven: 'blank' | 'repeated' | null
}

/** The contacts behind the records, in their order: of who is named, else of who is in charge of what was closed, else of the customer. */
export function madeContacts(records: readonly ContactRecord[], inCharge: InCharge): MadeContact[] {
  const groups = new Map<string, ContactRecord[]>()
  for (const record of records) {
    if (record.kind !== 'contact' && record.kind !== 'done') continue
    const key = `${record.batch} ${record.customer} ${record.on}`
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  const made = [...groups.values()].map((group) => madeOf(group, inCharge))
  const customersWith = customersByText(made)
  return made.map((contact) => ({ ...contact, unproven: unprovenWhy(contact, customersWith) }))
}

function madeOf(group: readonly ContactRecord[], inCharge: InCharge): MadeContact {
  const { customer, on } = group[0]!
  const said = (of: (record: ContactRecord) => string) => [...new Set(group.map(of))].filter((text) => text !== '')
  const closed = group.flatMap(({ kind, rule }) => (kind === 'done' && rule !== null ? [rule] : []))
  const closers = [...new Set(closed.map((key) => inCharge.ofItem(customer, key)))]
  return {
    ...{ customer, on, closed, unproven: null },
    by: said(({ author }) => author)[0] ?? (closers.length === 1 ? closers[0]! : inCharge.ofCustomer(customer)),
    channel: said(({ channel }) => channel)[0] ?? '',
    result: said(({ result }) => result)[0] ?? '',
    text: said(({ text }) => text).join(' · '),
    nextOn: group.findLast(({ nextOn }) => nextOn !== null)?.nextOn ?? null,
    isAttempt: group.every(({ isAttempt }) => isAttempt === true),
    isVisit: group.some(({ channel }) => channelNamed(channel) === 'visit'),
  }
}

function customersByText(contacts: readonly MadeContact[]): ReadonlyMap<string, ReadonlySet<number>> {
  const customers = new Map<string, Set<number>>()
  for (const { customer, text, isAttempt } of contacts) {
    if (isAttempt) continue
    const said = plain(text)
    customers.set(said, (customers.get(said) ?? new Set()).add(customer))
  }
  return customers
}

function unprovenWhy(
  { text, isAttempt }: MadeContact,
  customersWith: ReadonlyMap<string, ReadonlySet<number>>,
): MadeContact['unproven'] {
  if (isAttempt) return null
  const said = plain(text)
  if (said === '') return 'blank'
  return customersWith.get(said)!.size >= CUSTOMERS_WITH_ONE_TEXT ? 'repeated' : null
}

/** What is compared: letters and numbers alone. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
