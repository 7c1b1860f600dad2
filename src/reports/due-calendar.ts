import { channelNames } from '../core/follow-up/channels.js'
import type { DueLine } from '../core/follow-up/dues.js'
import type { DueItem } from '../core/follow-up/rule.js'
import type { CalendarEntry } from '../core/report/calendar.js'
import { columnLabels } from '../core/report/columns.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { NO_REACH, type Reach, reachOf } from './due-contact.js'
import { adviceOf, type RulesInput, reasonOf, reasonsOf } from './due-table.js'

const words = bilingual(
  {
    summary: (name: string, reason: string) => `${name}: ${reason}`,
    labelled: (label: string, value: string) => `${label}: ${value}`,
    overdue: (day: string) => `due since ${day}`,
    by: (channel: string, contact: string) => `${channel} ${contact}`,
  },
  {
    summary: (name, reason) => `${name}：${reason}`,
    labelled: (label, value) => `${label}：${value}`,
    overdue: (day) => `${day} 起应跟进`,
    by: (channel, contact) => `${channel} ${contact}`,
  },
)

/**
 * The due lines as entries of a calendar: one a customer and day, with the reasons of that day and what to say; what is late stands on the
 * day of the list, since nobody looks at yesterday. An entry keeps its id as long as its first reason is due.
 */
export function dueCalendar(
  input: RulesInput & { readonly ledger?: string },
  lines: readonly DueLine[],
): CalendarEntry[] {
  return lines.flatMap((line) => [...byDay(line, input.asOf)].map(([on, items]) => entryOf(input, items, on)))
}

type Items = DueLine['items']

/** The day an item is to be done on by the calendar. */
function dayOfItem({ dueOn, calendarAheadDays }: DueItem): Day {
  return dueOn + calendarAheadDays
}

function byDay({ items }: DueLine, asOf: Day): ReadonlyMap<Day, Items> {
  const days = new Map<Day, Items>()
  for (const item of items) {
    const on = Math.max(asOf, dayOfItem(item))
    const before = days.get(on)
    days.set(on, before === undefined ? [item] : [...before, item])
  }
  return days
}

function entryOf(input: RulesInput & { readonly ledger?: string }, items: Items, on: Day): CalendarEntry {
  const { lang, snapshot, ledger = '' } = input
  const [{ customer, key }] = items
  const { id, name, key: platformKey } = snapshot.customers[customer]!
  const called = name ?? platformKey ?? id
  return {
    id: calendarId(ledger, id, key),
    on: dateOf(on),
    customer: reachIn(input, customer).contact === null ? null : id,
    summary: words[lang].summary(called, reasonOf(items[0], lang)),
    description: descriptionOf(input, items, on),
  }
}

function descriptionOf(input: RulesInput, items: Items, on: Day): string {
  const { lang, snapshot } = input
  const say = words[lang]
  const [{ customer }] = items
  const { channel, contact } = reachIn(input, customer)
  const since = Math.min(...items.map(dayOfItem))
  const by = contact === null ? '' : channel === null ? contact : say.by(channelNames[lang][channel], contact)
  const parts: [label: string, value: string][] = [
    [columnLabels('reasons')[lang], reasonsOf(items, lang).join('; ')],
    [columnLabels('advice')[lang], [...adviceOf(items, lang)].join('; ')],
    [columnLabels('contact')[lang], by],
    [columnLabels('customer')[lang], snapshot.customers[customer]!.id],
  ]
  return [
    ...parts.filter(([, value]) => value !== '').map(([label, value]) => say.labelled(label, value)),
    ...lateness(since, on, lang),
  ].join('\n')
}

/** How to reach the customer; not of one who wants no contact (R24). */
function reachIn({ snapshot, details }: RulesInput, customer: number): Reach {
  const facts = snapshot.customers[customer]!
  return facts.consent === 'no' ? NO_REACH : reachOf(facts, details().get(customer) ?? {})
}

function lateness(since: Day, on: Day, lang: Lang): string[] {
  return since < on ? [words[lang].overdue(dateOf(since))] : []
}

/** An id in the letters every calendar takes, the same for the same thing of the same ledger. */
export function calendarId(ledger: string, ...parts: readonly string[]): string {
  const safe = parts.map((part) => part.replace(/[^\w.-]/g, (char) => `_${char.codePointAt(0)!.toString(16)}`))
  return `${[ledger, ...safe].join('-')}@crm`
}
