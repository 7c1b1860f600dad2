import type { Context } from '../context.js'
import type { ContactRecord } from '../core/contact-record.js'
import type { DueItem } from '../core/follow-up/rule.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { decisionWords } from '../messages/decisions.js'
import { addContacts } from '../store/decisions.js'
import { carryOut, type DecisionBasis, dayJson, laterDay, recordAbout } from './decision.js'
import { duesOf } from './dues-input.js'
import { asOfView } from './report-input.js'
import { ruleNamed } from './rule-named.js'

export interface CloseArgs {
  readonly customer: string
  readonly rule?: string | undefined
  readonly note?: string | undefined
  /** Who did it; without it the customer's owner is taken to have. */
  readonly by?: string | undefined
}

/** What `done`, `snooze` and `skip` have in common; the day is read only once the ledger's zone is known. */
export interface Closing extends CloseArgs {
  readonly kind: 'done' | 'snooze' | 'skip'
  /** Until when the items sleep, as typed. */
  readonly until?: string
}

/** Closes or puts off what is due for a customer: everything, or the items of one rule. */
export async function closeItems(closing: Closing, context: Context): Promise<number> {
  const basis = await recordAbout(closing.customer, context)
  const { ledger, customer, on, madeAt } = basis
  const { kind, note = '' } = closing
  const rule = closing.rule === undefined ? null : ruleNamed(closing.rule)
  const nextOn = closing.until === undefined ? null : laterDay(closing.until, on)
  const { due, overBefore } = await itemsHeld(basis, rule, context, nextOn)
  const items = kind === 'snooze' ? due : closable(due)
  const author = closing.by?.trim() ?? ''
  const record = { key: customer.key, on, kind, channel: '', result: '', text: note, nextOn, author } as const
  const records = toClose(closing, rule, items).map((closed) => ({ ...record, ...closed }))
  const change = {
    command: kind,
    sentences: [closedSentence(kind, basis.who, items, nextOn, context), ...overSentences(overBefore, context)],
    facts: {
      ...{ customer: customer.id, on: dateOf(on), rule, note, nextOn: dayJson(nextOn) },
      items: items.map((item) => ({ item: item.key, rule: item.rule.name, dueOn: dateOf(calendarDays(item).dueOn) })),
    },
  }
  const detail = [rule, nextOn === null ? null : `→ ${dateOf(nextOn)}`, note].filter(Boolean).join(' ')
  return carryOut(context, change, () => addContacts(ledger, madeAt, kind, { customer: customer.id, detail }, records))
}

/**
 * One record an item, so that closing removes exactly what was due. A customer who is put off sleeps with everything; where nothing
 * was due, the rule named is closed all the same, or what was done stands as a contact alone.
 */
function toClose({ kind }: Closing, rule: string | null, items: readonly DueItem[]): readonly ClosedItem[] {
  const nothing = { dueOn: null, sensibleOn: null }
  if (kind === 'snooze' && rule === null) return [{ rule: null, ...nothing }]
  return items.length === 0 ? [{ rule, ...nothing }] : items.map(closingOf)
}

/** What the ledger keeps of an item that is closed: its key, and the days by which it is judged on time or late (R32). */
export type ClosedItem = Pick<ContactRecord, 'rule' | 'dueOn' | 'sensibleOn'>

/** An item as it is closed. */
export function closingOf(item: DueItem): ClosedItem {
  return { rule: item.key, ...calendarDays(item) }
}

/** The days of an item as the calendar has them. */
function calendarDays({
  dueOn,
  lastSensibleOn,
  calendarAheadDays,
}: DueItem): Pick<ClosedItem, 'sensibleOn'> & { dueOn: Day } {
  return { dueOn: dueOn + calendarAheadDays, sensibleOn: lastSensibleOn + calendarAheadDays }
}

/** What the due list holds of the customer, as `crm due` shows it at this moment. */
export async function itemsDue(basis: DecisionBasis, context: Context): Promise<readonly DueItem[]> {
  return (await itemsHeld(basis, null, context, null)).due
}

/** What is due of the customer, all or by one rule, and what would be given up before a day until which he is put off. */
async function itemsHeld(
  { ledger, customer }: DecisionBasis,
  rule: string | null,
  context: Context,
  until: Day | null,
): Promise<{ readonly due: readonly DueItem[]; readonly overBefore: readonly DueItem[] }> {
  const view = asOfView(context, ledger)
  const { snapshot, asOf } = view
  const index = snapshot.customers.findIndex(({ id }) => id === customer.id)
  if (index < 0) return { due: [], overBefore: [] }
  const held = (await duesOf(context, ledger, view)).items(index, until ?? undefined)
  const items = held.filter((item) => rule === null || item.rule.name === rule)
  const isOver = (item: DueItem) => until !== null && item.rule.lapses === 'on-its-day' && item.lastSensibleOn < until
  return { due: items.filter((item) => item.dueOn <= asOf), overBefore: items.filter(isOver) }
}

/** Days that come for everybody do not wait for who is put off: that is said when it is done. */
function overSentences(items: readonly DueItem[], context: Context): string[] {
  if (items.length === 0) return []
  const words = context.words(decisionWords)
  const named = items.map((item) => words.day(item.rule.words[context.lang].label, dateOf(item.lastSensibleOn)))
  return [words.overBefore(named.join(words.listed))]
}

/** Items without those that only a command of their own closes. */
export function closable(items: readonly DueItem[]): readonly DueItem[] {
  return items.filter(({ rule }) => rule.isClosedByStep !== true)
}

/** What was closed or put off, or that nothing was due. */
export function closedSentence(
  kind: Closing['kind'],
  who: string,
  items: readonly DueItem[],
  until: Day | null,
  context: Context,
): string {
  const words = context.words(decisionWords)
  const named = items.map((item) => words.item(item.rule.words[context.lang].label, dateOf(calendarDays(item).dueOn)))
  if (named.length === 0) return words.nothingDue(who)
  const list = named.join(words.listed)
  if (kind === 'snooze' && until !== null) return words.snoozed(who, dateOf(until), list)
  return kind === 'skip' ? words.skipped(who, list) : words.done(who, list)
}
