import type { Context } from '../context.js'
import { noteParts } from '../core/batch-note.js'
import type { ContactRecord } from '../core/contact-record.js'
import type { DueItem } from '../core/follow-up/rule.js'
import type { ContactFacts } from '../core/snapshot.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { decisionWords } from '../messages/decisions.js'
import { rules } from '../rules/index.js'
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

/**
 * Closes or puts off what is due for a customer: everything, or the items of one rule, also the next one that is still to come. UserError
 * `rule.unknown`, `due.none-of-rule`, `due.by-step`, `due.none-to-skip`, `due.not-later`.
 */
export async function closeItems(closing: Closing, context: Context): Promise<number> {
  const basis = await recordAbout(closing.customer, context)
  const { ledger, customer, on, madeAt } = basis
  const { kind, note = '' } = closing
  const rule = closing.rule === undefined ? null : ruleNamed(closing.rule)
  const typedOn = closing.until === undefined ? null : laterDay(closing.until, on)
  const known = await itemsKnown(basis, context, { until: typedOn })
  const items = itemsMeant(closing, rule, known, basis, context)
  const latest = Math.max(on, ...items.map((item) => calendarDays(item).dueOn))
  const nextOn = closing.until === undefined ? null : laterDay(closing.until, on, latest)
  const author = closing.by?.trim() ?? ''
  const record = { key: customer.key, on, kind, channel: '', result: '', text: note, nextOn, author } as const
  const records = toClose(closing, rule, items).map((closed) => ({ ...record, ...closed }))
  const change = {
    command: kind,
    sentences: [
      ...closedSentences({ kind, until: nextOn, on }, basis.who, items, context),
      ...overSentences(overBefore(known, rule, nextOn), context),
    ],
    facts: {
      ...{ customer: customer.id, on: dateOf(on), rule, note, nextOn: dayJson(nextOn) },
      items: items.map((item) => ({ item: item.key, rule: item.rule.name, dueOn: dateOf(calendarDays(item).dueOn) })),
    },
  }
  const named = rule === null ? null : ({ of: 'rule', code: rule } as const)
  const detail = noteParts(named, nextOn === null ? null : `→ ${dateOf(nextOn)}`, note)
  return carryOut(context, change, () => addContacts(ledger, madeAt, kind, { customer: customer.id, detail }, records))
}

/** What is meant by a closing: of a rule that is named also the next item to come; nothing is closed that is not there. */
function itemsMeant(
  { kind }: Closing,
  rule: string | null,
  known: KnownItems,
  { who, customer }: DecisionBasis,
  context: Context,
): readonly DueItem[] {
  const due = itemsDue(known)
  const own = rule === null ? due : itemsOfRule(rule, known)
  const meant = kind === 'snooze' ? own : closable(own)
  if (rule === null) {
    if (kind === 'skip' && meant.length === 0)
      throw new UserError('failed', 'due.none-to-skip', { who, id: customer.id })
    return meant
  }
  if (meant.length > 0) return meant
  const { lang } = context
  const [step] = own
  if (step !== undefined) {
    const { label, advice } = step.rule.words[lang]
    throw new UserError('failed', 'due.by-step', { who, rule: label, step: advice(step.cause) })
  }
  const label = rules.find(({ name }) => name === rule)!.words[lang].label
  throw new UserError('failed', 'due.none-of-rule', {
    who,
    rule: label,
    list: itemNames(due, context),
    id: customer.id,
  })
}

/** What is due by a rule, else what falls due next. */
function itemsOfRule(rule: string, { items, asOf }: KnownItems): readonly DueItem[] {
  const own = items.filter((item) => item.rule.name === rule)
  const due = own.filter(({ dueOn }) => dueOn <= asOf)
  return due.length > 0 ? due : own.toSorted((a, b) => a.dueOn - b.dueOn).slice(0, 1)
}

/**
 * One record an item, so that closing removes exactly what was due. A customer who is put off sleeps with everything; where nothing
 * was due, what was done stands as a contact alone.
 */
function toClose({ kind }: Closing, rule: string | null, items: readonly DueItem[]): readonly ClosedItem[] {
  const nothing = { rule: null, dueOn: null, sensibleOn: null }
  if (kind === 'snooze' && rule === null) return [nothing]
  return items.length === 0 ? [nothing] : items.map(closingOf)
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

/** Everything the rules hold for a customer, due or to come, and the day it is looked at. */
export interface KnownItems {
  readonly items: readonly DueItem[]
  readonly asOf: Day
  /** Neither blocked nor unwilling to be contacted. */
  readonly isListed: boolean
}

/** How a customer's items are looked at. */
interface Looking {
  /** What is about to be recorded, as if it were. */
  readonly more?: readonly Omit<ContactFacts, 'customer'>[]
  /** Days of care are looked for up to this day; a month ahead without one. */
  readonly until?: Day | null
}

/** What the rules hold for the customer, as `crm due` shows it at this moment and in days to come. */
export async function itemsKnown(
  { ledger, customer }: DecisionBasis,
  context: Context,
  { more = [], until = null }: Looking = {},
): Promise<KnownItems> {
  const view = asOfView(context, ledger, (snapshot) => {
    const customerIndex = snapshot.customers.findIndex(({ id }) => id === customer.id)
    return {
      ...snapshot,
      contacts: [...snapshot.contacts, ...more.map((one) => ({ ...one, customer: customerIndex }))],
    }
  })
  const { snapshot, asOf } = view
  const index = snapshot.customers.findIndex(({ id }) => id === customer.id)
  const facts = snapshot.customers[index]
  if (facts === undefined) return { items: [], asOf, isListed: true }
  const items = (await duesOf(context, ledger, view)).items(index, until ?? undefined)
  return { items, asOf, isListed: !facts.blocked && facts.consent !== 'no' }
}

/** Of these what is due. */
export function itemsDue({ items, asOf }: KnownItems): readonly DueItem[] {
  return items.filter(({ dueOn }) => dueOn <= asOf)
}

/** Of these what would be given up before a day until which the customer, or what a rule holds of him, is put off. */
function overBefore({ items }: KnownItems, rule: string | null, until: Day | null): readonly DueItem[] {
  if (until === null) return []
  const isMeant = (item: DueItem) => rule === null || item.rule.name === rule
  return items.filter((item) => isMeant(item) && item.rule.lapses === 'on-its-day' && item.lastSensibleOn < until)
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

/** What items are called, with the day each fell due: `Restock (due 2026-05-01), …`. */
export function itemNames(items: readonly DueItem[], context: Context): string {
  const words = context.words(decisionWords)
  return items
    .map((item) => words.item(item.rule.words[context.lang].label, dateOf(calendarDays(item).dueOn)))
    .join(words.listed)
}

/** What was closed or put off, or that nothing was due; and what of it comes back on a day of its own. */
export function closedSentences(
  { kind, until, on }: { readonly kind: Closing['kind']; readonly until: Day | null; readonly on: Day },
  who: string,
  items: readonly DueItem[],
  context: Context,
): readonly string[] {
  const words = context.words(decisionWords)
  const list = itemNames(items, context)
  if (kind === 'snooze' && until !== null)
    return [items.length === 0 ? words.asleep(who, dateOf(until)) : words.snoozed(who, dateOf(until), list)]
  if (items.length === 0) return [words.nothingDue(who)]
  if (kind === 'skip') return [words.skipped(who, list)]
  const again = items.flatMap(({ rule, againOn, calendarAheadDays }) => {
    const day = againOn === undefined ? on : againOn + calendarAheadDays
    return day <= on ? [] : [words.again(rule.words[context.lang].label, dateOf(day))]
  })
  return [words.done(who, list), ...again]
}
