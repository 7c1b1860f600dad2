import type { Context } from '../context.js'
import { noteParts } from '../core/batch-note.js'
import type { EventFacts } from '../core/events.js'
import type { PointsAccount } from '../core/value/points/account.js'
import { accountOf, newlyUncovered, type PointsBasis } from '../core/value/points/points.js'
import type { RedeemedFor } from '../core/value/points/redeemed-for.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { formatMoney } from '../core/values/money.js'
import { grouped } from '../core/values/plural.js'
import { pointsWords } from '../messages/points.js'
import { addEvents } from '../store/events.js'
import { loadSnapshot } from '../store/snapshot.js'
import { carryOut, type DecisionBasis, recordAbout } from './decision.js'
import { pointsBasis } from './points-basis.js'

/** What is recorded by hand. */
export const HAND_MOVES = ['earn', 'redeem', 'adjust'] as const
export type HandMove = (typeof HAND_MOVES)[number]

export interface HandPoints {
  readonly what: HandMove
  /** The customer, then the number of points. */
  readonly words: readonly string[]
  readonly for?: RedeemedFor | undefined
  readonly note?: string | undefined
}

/** `crm points earn|redeem|adjust`: points recorded by hand; nothing is taken off that is not there (R29). */
export async function changePoints(args: HandPoints, context: Context): Promise<number> {
  const typed = readTyped(args)
  const basis = await recordAbout(typed.customer, context)
  const { ledger, customer, on, madeAt } = basis
  const points = signed(args.what, typed.points)
  const account = accountIn(basis, context)
  refuseUncovered(account, args.what, points, basis)
  const balance = account.on([account.eventOf(points)]).balance
  const note = args.note?.trim() ?? ''
  const details = args.for === undefined ? {} : { for: args.for }
  const worthMinor = args.for === 'money' ? account.worthMinor(-points) : null
  const change = {
    command: 'points',
    sentences: sentences({ ...args, points, balance, worthMinor }, account, basis, context),
    facts: {
      ...{ customer: customer.id, on: dateOf(on), what: args.what, points, for: args.for ?? null, note },
      ...{ balanceBefore: account.on([]).balance, balance, worthMinor },
    },
  }
  const redeemed = args.for === undefined ? null : ({ of: 'redeemedFor', code: args.for } as const)
  const signedText = points > 0 ? `+${points}` : String(points)
  const detail = noteParts({ of: 'points', code: args.what }, signedText, redeemed, note)
  const event = { kind: 'points', subject: '', key: customer.key, what: args.what, on, dueOn: null } as const
  return carryOut(context, change, () =>
    addEvents(ledger, madeAt, 'points', { customer: customer.id, detail }, [
      { ...event, value: points, text: note, details },
    ]),
  )
}

/** The last word is the number; all before it name the customer. UserError `points.bad-number`, `points.bad-change`, `points.for-alone`. */
function readTyped({ what, words, for: redeemedFor }: HandPoints): { customer: string; points: number } {
  if (words.length < 2) {
    const name = words.length === 0 ? 'CUSTOMER' : 'N'
    throw new UserError('usage', 'cli.missing-argument', { command: `points ${what}`, name })
  }
  const value = words.at(-1)!
  const points = wholeNumber(value)
  if (what === 'adjust' && points === 0) throw new UserError('usage', 'points.bad-change', { value })
  if (what !== 'adjust' && points <= 0) throw new UserError('usage', 'points.bad-number', { value, action: what })
  if (redeemedFor !== undefined && what !== 'redeem') throw new UserError('usage', 'points.for-alone')
  return { customer: words.slice(0, -1).join(' '), points }
}

/** 0 for what is none, or too large. */
function wholeNumber(typed: string): number {
  const plain = typed
    .normalize('NFKC')
    .replace('−', '-')
    .replace(/,(?=\d{3}(\D|$))/g, '')
  return /^[+-]?\d{1,9}$/.test(plain) ? Number(plain) : 0
}

function signed(what: HandMove, points: number): number {
  return what === 'redeem' ? -points : points
}

/** One customer's account, with and without what is about to be recorded. */
interface OpenAccount {
  readonly scheme: PointsBasis['scheme']
  readonly currency: string | null
  /** What is about to be recorded: later than all of its day. */
  eventOf(points: number): EventFacts
  /** As it is on the day of the decision. */
  on(more: readonly EventFacts[]): PointsAccount
  /** With everything recorded for later days too. */
  whole(more: readonly EventFacts[]): PointsAccount
  worthMinor(points: number): number | null
}

/** UserError `points.off` where there is no scheme. */
function accountIn({ ledger, customer, on, madeAt }: DecisionBasis, context: Context): OpenAccount {
  const snapshot = loadSnapshot(ledger)
  const basis = pointsBasis(context, ledger, { snapshot, asOf: on, until: null })
  if (basis === null) throw new UserError('failed', 'points.off')
  const index = snapshot.customers.findIndex(({ id }) => id === customer.id)
  const events = basis.events.get(index) ?? []
  const days = [...events, ...(basis.told.get(index) ?? [])].map((one) => one.on)
  const lastDay = Math.max(on, ...days)
  const accountOn = (asOf: Day) => (more: readonly EventFacts[]) => {
    const all = [...events, ...more].sort((a, b) => a.on - b.on)
    return accountOf({ ...basis, asOf }, index, { events: all })
  }
  return {
    ...{ scheme: basis.scheme, currency: snapshot.currency, on: accountOn(on), whole: accountOn(lastDay) },
    eventOf: (points) => newEvent(points, on, Date.parse(madeAt)),
    worthMinor: basis.scheme.worthMinor,
  }
}

/** Its id and batch are greater than any other. */
function newEvent(value: number, on: Day, at: number): EventFacts {
  const what = value < 0 ? 'redeem' : 'earn'
  const rest = {
    batch: Number.MAX_SAFE_INTEGER,
    kind: 'points',
    subject: '',
    customer: 0,
    dueOn: null,
    text: '',
    details: {},
  } as const
  return { id: Number.MAX_SAFE_INTEGER, what, on, at, value, ...rest }
}

/** UserError `points.in-balance`, `points.below-minimum`, `points.too-many`, `points.needed-later`. */
function refuseUncovered(
  account: OpenAccount,
  what: HandMove,
  points: number,
  { who, on, customer }: DecisionBasis,
): void {
  const event = account.eventOf(points)
  const params = { who, id: customer.id, points: grouped(Math.abs(points)), day: dateOf(on) }
  const [before, after] = [account.whole([]), account.whole([event])]
  const opening = after.entries.find((entry) => entry.what === 'opening')
  if (!after.entries.some((entry) => entry.event === event)) {
    throw new UserError('failed', 'points.in-balance', { ...params, told: opening ? dateOf(opening.on) : '' })
  }
  if (points > 0) return
  const { minimum } = account.scheme
  if (what === 'redeem' && -points < minimum)
    throw new UserError('failed', 'points.below-minimum', { ...params, points: -points, minimum })
  const { balance, owed } = account.on([])
  if (-points > balance) {
    throw new UserError('failed', 'points.too-many', {
      ...{ ...params, balance: grouped(Math.max(0, balance)), owed: owed === 0 ? '' : grouped(owed) },
    })
  }
  const later = newlyUncovered(before, after)
  if (later.length > 0) {
    const list = later.map(({ batch, on: day }) => `${batch} (${dateOf(day)})`)
    throw new UserError('failed', 'points.needed-later', { ...params, balance: grouped(balance), list })
  }
}

interface Changed extends HandPoints {
  readonly points: number
  readonly balance: number
  readonly worthMinor: number | null
}

function sentences(
  { what, for: redeemedFor, points, balance, worthMinor }: Changed,
  { scheme, currency }: OpenAccount,
  { who, on }: DecisionBasis,
  context: Context,
): string[] {
  const words = context.words(pointsWords)
  const day = dateOf(on)
  const worth = worthMinor === null ? '' : formatMoney(worthMinor, currency ?? '', context.lang)
  const redeemed = () => words.redeemed(who, -points, redeemedFor ? words.redeemedFor[redeemedFor] : '', worth, day)
  const said =
    what === 'redeem' ? redeemed() : points > 0 ? words.added(who, points, day) : words.takenOff(who, -points, day)
  return [said, words.balanceOn(balance, day), ...(points > 0 ? [words.expireOn(dateOf(on + scheme.expiryDays))] : [])]
}
