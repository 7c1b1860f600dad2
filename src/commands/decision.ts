import type { Context } from '../context.js'
import type { Json } from '../core/report/model.js'
import { type Day, dateOf, parseLaterDate } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { exists } from '../file-facts.js'
import { decisionWords } from '../messages/decisions.js'
import { type FoundCustomer, findCustomer } from '../store/find-customer.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerToDecide } from './ledger.js'
import { zoneOf } from './zone.js'

/** What a decision about a customer needs to know before it is written. */
export interface DecisionBasis {
  readonly ledger: Ledger
  readonly customer: FoundCustomer
  /** Name and id, as sentences speak of the customer. */
  readonly who: string
  /** The day the decision counts from: that of `--on`, else today in the ledger's zone. */
  readonly on: Day
  readonly madeAt: string
}

/** Opens the ledger, holds it until the decision is written, and finds the customer it is about; UserError `ledger.missing`, `customer.unknown`, `customer.ambiguous`. */
export async function decisionAbout(text: string, context: Context): Promise<DecisionBasis> {
  const ledger = await ledgerOfSomebody(context)
  const customer = findCustomer(ledger, text)
  const zone = zoneOf(context, ledger)
  return {
    ledger,
    customer,
    who: whoIs(customer, text),
    on: context.on(zone) ?? context.today(zone),
    madeAt: instant(context),
  }
}

/** The same for a record of what has happened; UserError `decision.ahead` for a day to come. */
export async function recordAbout(text: string, context: Context): Promise<DecisionBasis> {
  const basis = await decisionAbout(text, context)
  refuseAhead(basis.on, basis.ledger, context)
  return basis
}

/** UserError `decision.ahead` for a day to come: nothing has happened on it yet. */
export function refuseAhead(on: Day, ledger: Ledger, context: Context): void {
  const today = context.today(zoneOf(context, ledger))
  if (on > today) throw new UserError('usage', 'decision.ahead', { day: dateOf(on), today: dateOf(today) })
}

/** A customer a decision is about, and how sentences speak of him. */
export interface DecidedCustomer {
  readonly customer: FoundCustomer
  readonly who: string
}

/** The same for a decision about several customers, in the order they were typed. */
export async function decisionAboutSeveral(
  texts: readonly string[],
  context: Context,
): Promise<Pick<DecisionBasis, 'ledger' | 'madeAt'> & { readonly customers: readonly DecidedCustomer[] }> {
  const ledger = await ledgerOfSomebody(context)
  const customers = texts.map((text) => {
    const customer = findCustomer(ledger, text)
    return { customer, who: whoIs(customer, text) }
  })
  return { ledger, customers, madeAt: instant(context) }
}

/** The name or, without one, the words the reader chose, beside the id. */
function whoIs({ id, name }: FoundCustomer, typed: string): string {
  const called = name || typed.trim()
  return called === id ? id : `${called} (${id})`
}

/** The ledger held for a decision about somebody, which never makes one: without it there is nobody to decide about. */
export function ledgerOfSomebody(context: Context): Promise<Ledger> {
  const isToRead = context.options.dryRun === true || !exists(context.place.path)
  return isToRead ? context.readLedger() : ledgerToDecide(context)
}

/** Now, as batches note it. */
export function instant(context: Context): string {
  return new Date(context.io.now()).toISOString()
}

/** A change that was made, or in a dry run would be. */
export interface Change {
  readonly command: string
  /** What changed, in the reader's language. */
  readonly sentences: readonly string[]
  /** The same for machines. */
  readonly facts: Readonly<Record<string, Json>>
}

/** Makes a change unless it is a dry run, then tells what changed and how to take it back. */
export function carryOut(context: Context, change: Change, write: () => number): number {
  const isDryRun = context.options.dryRun === true
  const batch = isDryRun ? null : write()
  const words = context.words(decisionWords)
  if (context.options.json === true) {
    printJson(context, { report: change.command, batch, dryRun: isDryRun, ...change.facts })
    return 0
  }
  for (const sentence of change.sentences) context.say(forTerminal(sentence))
  context.say(batch === null ? words.dryRun : words.recorded(batch))
  return 0
}

/** What a command did, for machines; no character in it steers a terminal. */
export function printJson(context: Context, told: Readonly<Record<string, Json>>): void {
  const lines = JSON.stringify({ schemaVersion: 1, ...told }, null, 2).split('\n')
  context.print(`${lines.map(forTerminal).join('\n')}\n`)
}

/** A day agreed or put off to, as typed, counted from the day of the decision; UserError `due.not-later` when it is not after that day (or another one), `due.bad-date`. */
export function laterDay(typed: string, on: Day, after = on): Day {
  const day = parseLaterDate(typed, on)
  if (day === null) throw new UserError('usage', 'due.bad-date', { value: typed })
  if (day <= after) throw new UserError('usage', 'due.not-later', { value: typed, day: dateOf(after) })
  return day
}

/** A day for machines; null where there is none. */
export function dayJson(day: Day | null): string | null {
  return day === null ? null : dateOf(day)
}
