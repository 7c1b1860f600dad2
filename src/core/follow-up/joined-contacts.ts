import type { ContactEntry } from '../customer-file.js'

/** What was recorded in one go, as a seller thinks of it: one contact, with all that it closed. */
export interface JoinedContact extends Omit<ContactEntry, 'rule' | 'batch'> {
  /** Keys of the due items it is about. */
  readonly items: readonly string[]
}

/**
 * The contacts of one customer, in the order they were recorded. One command, or one row of a sheet, is one contact however many items it
 * closes; what was put off or skipped in one go is one entry as well, and an attempt that was put off is one with its next date.
 */
export function joinedContacts(entries: readonly ContactEntry[]): readonly JoinedContact[] {
  const groups = new Map<string, ContactEntry[]>()
  const attempts = soleAttempts(entries)
  for (const entry of entries) {
    const isOfAttempt = entry.kind === 'snooze' && attempts.has(goOf(entry))
    const kind = entry.kind === 'contact' || isOfAttempt ? 'done' : entry.kind
    const key = `${goOf(entry)} ${kind} ${kind === 'snooze' ? entry.nextOn : ''}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].flatMap(contactsOf)
}

/** What was recorded in one go, of one day. */
const goOf = ({ batch, on }: ContactEntry): string => `${batch} ${on}`

/** Where one contact without a next date of its own stands beside what was put off to one day. */
function soleAttempts(entries: readonly ContactEntry[]): ReadonlySet<string> {
  const goes = new Map<string, { contacts: ContactEntry[]; days: Set<ContactEntry['nextOn']> }>()
  for (const entry of entries) {
    const go = goes.get(goOf(entry)) ?? { contacts: [], days: new Set() }
    goes.set(goOf(entry), go)
    if (entry.kind === 'contact') go.contacts.push(entry)
    if (entry.kind === 'snooze') go.days.add(entry.nextOn)
  }
  const isSole = ({ contacts, days }: { contacts: ContactEntry[]; days: ReadonlySet<unknown> }) =>
    contacts.length === 1 && contacts[0]!.nextOn === null && days.size === 1
  return new Set([...goes].flatMap(([go, said]) => (isSole(said) ? [go] : [])))
}

/** Of several rows of one sheet about the same customer each keeps its own words. */
function contactsOf(group: readonly ContactEntry[]): readonly JoinedContact[] {
  const contacts = group.filter(({ kind }) => kind === 'contact')
  if (contacts.length < 2) return [joined(group)]
  const closed = group.filter(({ kind }) => kind !== 'contact')
  return [...(closed.length === 0 ? [] : [joined(closed)]), ...contacts.map((one) => joined([one]))]
}

/** What was said of the contact stands with it; without one, with any of what was closed. */
function joined(group: readonly ContactEntry[]): JoinedContact {
  const { batch: _batch, rule: _rule, ...said } = group.find(({ kind }) => kind === 'contact') ?? group[0]!
  const nextOn = said.nextOn ?? group.find(({ kind }) => kind === 'snooze')?.nextOn ?? null
  return { ...said, nextOn, items: group.flatMap(({ rule }) => (rule === null ? [] : [rule])) }
}
