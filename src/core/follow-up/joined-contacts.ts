import type { ContactEntry } from '../customer-file.js'

/** What was recorded in one go, as a seller thinks of it: one contact, with all that it closed. */
export interface JoinedContact extends Omit<ContactEntry, 'rule' | 'batch'> {
  /** Keys of the due items it is about. */
  readonly items: readonly string[]
}

/**
 * The contacts of one customer, in the order they were recorded. One command, or one row of a sheet, is one contact however many items it
 * closes; what was put off or skipped in one go is one entry as well.
 */
export function joinedContacts(entries: readonly ContactEntry[]): readonly JoinedContact[] {
  const groups = new Map<string, ContactEntry[]>()
  for (const entry of entries) {
    const kind = entry.kind === 'contact' ? 'done' : entry.kind
    const key = `${entry.batch} ${entry.on} ${kind} ${entry.kind === 'snooze' ? entry.nextOn : ''}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].flatMap(contactsOf)
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
  return { ...said, items: group.flatMap(({ rule }) => (rule === null ? [] : [rule])) }
}
