/**
 * Contacts as they were made (R16, R32): what one command or one row records of a customer on a day is one contact, however many due items it
 * closes. A contact without words proves nothing, nor do the same words for many customers.
 */
import type { ContactRecord } from '../../contact-record.js'
import type { Day } from '../../values/business-date.js'
import { fold } from '../../values/filter.js'
import { channelNamed } from '../channels.js'

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

/** The contacts behind the records, in their order; `owners` look after the customers, by customer index. */
export function madeContacts(records: readonly ContactRecord[], owners: ReadonlyMap<number, string>): MadeContact[] {
  const groups = new Map<string, ContactRecord[]>()
  for (const record of records) {
    if (record.kind !== 'contact' && record.kind !== 'done') continue
    const key = `${record.batch} ${record.customer} ${record.on}`
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  const made = [...groups.values()].map((group) => madeOf(group, owners))
  const customersWith = customersByText(made)
  return made.map((contact) => ({ ...contact, unproven: unprovenWhy(contact, customersWith) }))
}

function madeOf(group: readonly ContactRecord[], owners: ReadonlyMap<number, string>): MadeContact {
  const { customer, on } = group[0]!
  const said = (of: (record: ContactRecord) => string) => [...new Set(group.map(of))].filter((text) => text !== '')
  return {
    ...{ customer, on, unproven: null },
    by: said(({ author }) => author)[0] ?? owners.get(customer) ?? '',
    channel: said(({ channel }) => channel)[0] ?? '',
    result: said(({ result }) => result)[0] ?? '',
    text: said(({ text }) => text).join(' · '),
    nextOn: group.findLast(({ nextOn }) => nextOn !== null)?.nextOn ?? null,
    isAttempt: group.every(({ isAttempt }) => isAttempt === true),
    isVisit: group.some(({ channel }) => channelNamed(channel) === 'visit'),
    closed: group.flatMap(({ kind, rule }) => (kind === 'done' && rule !== null ? [rule] : [])),
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
