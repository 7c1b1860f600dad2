import type { Context } from '../context.js'
import {
  type Gift,
  type GiftExcess,
  giftExcesses,
  giftsOf,
  givenIn,
  NO_OCCASION,
  spendOf,
} from '../core/follow-up/care/gifts.js'
import type { DueItem } from '../core/follow-up/rule.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { civilDate } from '../core/values/calendar.js'
import { UserError } from '../core/values/failure.js'
import { formatMoney, parseAmount, toMinor } from '../core/values/money.js'
import { careWords } from '../messages/care.js'
import { addContacts } from '../store/decisions.js'
import { addEvents, loadEvents, nextSubject } from '../store/events.js'
import { ledgerSettings } from '../store/settings.js'
import { careCalendarOf } from './care-calendar.js'
import { type GivenOccasion, givenOccasion } from './care-occasion.js'
import { channelTyped } from './channel-typed.js'
import type { ClosedItem } from './close.js'
import { carryOut, type DecisionBasis, recordAbout } from './decision.js'
import { duesOf } from './dues-input.js'
import { asOfView } from './report-input.js'

/** What is said of a gift or a reply besides the words. */
export interface GiftOptions {
  readonly value?: string | undefined
  readonly occasion?: string | undefined
  readonly channel?: string | undefined
  readonly gift?: string | undefined
  readonly satisfied?: boolean | undefined
}

/** `crm care gift`: records a gift; it closes the due item of its occasion. What is over a limit is warned of. UserError as `givenOccasion`, `care.bad-gift-value`, `care.no-currency`. */
export async function giveGift(words: readonly string[], options: GiftOptions, context: Context): Promise<number> {
  refuseOptions(options, ['gift', 'satisfied'])
  const [typed, what] = customerAndText(words, 'gift', 'GIFT')
  const basis = await recordAbout(typed, context)
  const { ledger, customer, on, who, madeAt } = basis
  const view = asOfView(context, ledger)
  const index = view.snapshot.customers.findIndex(({ id }) => id === customer.id)
  const dues = await duesOf(context, ledger, view)
  const { kept, level, who: facts } = dues.facts(index)
  const care = await careCalendarOf(view, ledgerSettings(ledger), new Map([[index, kept]]), true)
  const occasion = givenOccasion(
    options.occasion,
    { care, kept, country: facts.country, who, id: customer.id, on },
    context.lang,
  )
  const value = options.value === undefined ? null : valueMinor(options.value, care.plan.currency)
  const gift = {
    id: nextSubject(ledger, 'gift', 'G'),
    customer: index,
    on,
    what,
    occasion: occasion.key,
    valueMinor: value ?? 0,
  }
  const given = giftsOf(loadEvents(ledger, view.snapshot, ['gift'], null), care.plan.currency)
  const year = givenIn(given, civilDate(on).year)
  const toCustomer = spendOf(year.filter((one) => one.customer === index))
  const excesses = giftExcesses(care.plan, level, gift, { toCustomer, toAll: spendOf(year) })
  const change = {
    command: 'care',
    sentences: giftSentences(context, basis, gift, occasion, {
      currency: care.plan.currency,
      before: toCustomer.spentMinor,
    }),
    facts: {
      ...{ gift: gift.id, customer: customer.id, on: dateOf(on), what, valueMinor: value },
      ...{ occasion: gift.occasion, item: occasion.item, exceeds: excesses.map(({ code }) => code) },
    },
  }
  const channel = options.channel === undefined ? '' : channelTyped(options.channel, context)
  const told = { currency: care.plan.currency ?? '', occasion: occasion.key, ...(channel === '' ? {} : { channel }) }
  const code = carryOut(context, change, () =>
    addContacts(
      ledger,
      madeAt,
      'care',
      { customer: customer.id, detail: `${gift.id} ${what}` },
      [
        {
          ...{ key: customer.key, on, kind: occasion.item === null ? 'contact' : 'done', rule: occasion.item },
          ...{ channel, result: '', text: what, nextOn: null, ...closedDays(occasion, dues.items(index)) },
        },
      ],
      [
        {
          ...{ kind: 'gift', subject: gift.id, key: customer.key, what: 'give', on, dueOn: null },
          ...{ value, text: what, details: told },
        },
      ],
    ),
  )
  const spent = spendOf(year).spentMinor + gift.valueMinor
  for (const excess of excesses)
    context.warn(excessSentence(excess, context, { level: level ?? '-', on, spent, currency: care.plan.currency }))
  return code
}

/** The days by which it is judged whether an occasion was remembered on time (R32); before it is due, the day itself. */
function closedDays({ item, day }: GivenOccasion, items: readonly DueItem[]): Pick<ClosedItem, 'dueOn' | 'sensibleOn'> {
  const due = items.find(({ key }) => key === item)
  return due === undefined ? { dueOn: null, sensibleOn: day } : { dueOn: due.dueOn, sensibleOn: due.lastSensibleOn }
}

/** `crm care reply`: what the customer said to a gift; UserError `care.no-gift`, `care.unknown-gift`. */
export async function recordReply(words: readonly string[], options: GiftOptions, context: Context): Promise<number> {
  refuseOptions(options, ['value', 'occasion', 'channel'])
  const [typed, text] = customerAndText(words, 'reply', 'REPLY')
  const basis = await recordAbout(typed, context)
  const { ledger, customer, who, on, madeAt } = basis
  const gift = giftRepliedTo(basis, options.gift, context)
  const say = context.words(careWords)
  const satisfied = options.satisfied === undefined ? null : options.satisfied ? 'yes' : 'no'
  const change = {
    command: 'care',
    sentences: [say.replied(who, gift.id, gift.what, text), ...(satisfied === null ? [] : [say.satisfied[satisfied]])],
    facts: { gift: gift.id, customer: customer.id, on: dateOf(on), reply: text, satisfied },
  }
  const details: Readonly<Record<string, string>> = satisfied === null ? {} : { satisfied }
  return carryOut(context, change, () =>
    addEvents(ledger, madeAt, 'care', { customer: customer.id, detail: `${gift.id}: ${text}` }, [
      {
        ...{ kind: 'gift', subject: gift.id, key: customer.key, what: 'reply', on, dueOn: null, value: null },
        text,
        details,
      },
    ]),
  )
}

/** The gift named, else the newest one without a reply. */
function giftRepliedTo({ ledger, customer, who }: DecisionBasis, typed: string | undefined, context: Context): Gift {
  const { snapshot } = asOfView(context, ledger)
  const index = snapshot.customers.findIndex(({ id }) => id === customer.id)
  const gifts = giftsOf(loadEvents(ledger, snapshot, ['gift'], null), snapshot.currency)
  const own = gifts.filter((gift) => gift.customer === index)
  const waiting = own.findLast(({ reply }) => reply === null)
  const found = typed === undefined ? waiting : own.find(({ id }) => id === typed.trim().toUpperCase())
  if (found !== undefined) return found
  if (typed === undefined || own.length === 0) throw new UserError('failed', 'care.no-gift', { who })
  const list = own.map(({ id, what }) => `${id} (${what})`)
  throw new UserError('failed', 'care.unknown-gift', { who, gift: typed, list })
}

function customerAndText(
  [customer, ...text]: readonly string[],
  action: 'gift' | 'reply',
  name: string,
): readonly [string, string] {
  const command = `care ${action}`
  if (customer === undefined) throw new UserError('usage', 'cli.missing-argument', { command, name: 'CUSTOMER' })
  if (text.length === 0) throw new UserError('usage', 'cli.missing-argument', { command, name })
  return [customer, text.join(' ')]
}

/** Options that mean nothing to what is recorded; UserError `care.nothing-recorded`. */
export function refuseOptions(options: GiftOptions, names: readonly (keyof GiftOptions)[]): void {
  const given = names.find((name) => options[name] !== undefined)
  if (given !== undefined) throw new UserError('usage', 'care.nothing-recorded', { name: `--${given}` })
}

function valueMinor(typed: string, currency: string | null): number {
  if (currency === null) throw new UserError('failed', 'care.no-currency')
  const amount = parseAmount(typed.trim(), '.')
  const minor = amount === null ? -1 : toMinor(amount, currency).minor
  if (minor < 0) throw new UserError('usage', 'care.bad-gift-value', { value: typed })
  return minor
}

/** Amounts for sentences; without a currency there are none. */
function moneyIn(currency: string | null, context: Context): (minor: number) => string {
  return (minor) => (currency === null ? '' : formatMoney(minor, currency, context.lang))
}

function giftSentences(
  context: Context,
  { who, customer, on }: DecisionBasis,
  gift: Pick<Gift, 'id' | 'what'> & { readonly valueMinor: number },
  { key, name, item, day }: GivenOccasion,
  { currency, before }: { readonly currency: string | null; readonly before: number },
): string[] {
  const say = context.words(careWords)
  const money = moneyIn(currency, context)
  const spent = before + gift.valueMinor
  return [
    say.given(who, gift.id, gift.what, gift.valueMinor === 0 ? '' : money(gift.valueMinor), dateOf(on)),
    ...(item !== null && day !== null
      ? [say.closed(name, dateOf(day))]
      : key === NO_OCCASION
        ? []
        : [say.countedAs(name)]),
    ...(spent === 0 ? [] : [say.yearOfCustomer(civilDate(on).year, money(spent))]),
    say.askReply(customer.id),
  ]
}

function excessSentence(
  excess: GiftExcess,
  context: Context,
  { level, on, spent, currency }: { level: string; on: Day; spent: number; currency: string | null },
): string {
  const say = context.words(careWords)
  const money = moneyIn(currency, context)
  const { year } = civilDate(on)
  if (!('limitMinor' in excess)) return excess.code === 'second-treat' ? say.secondTreat(year) : say.treatForOthers
  const limit = money(excess.limitMinor)
  if (excess.code === 'over-limit') return say.overLimit(limit, level)
  return excess.code === 'over-treat' ? say.overTreat(limit) : say.overYear(limit, money(spent), year)
}
