import type { EventFacts } from '../../events.js'
import type { Day } from '../../values/business-date.js'
import { civilDate } from '../../values/calendar.js'
import type { CaredLevel, CarePlan } from './plan.js'

/** What a gift can be given on besides the occasions of a plan: the yearly treat of level A, or no occasion at all. */
export const TREAT = 'treat'
export const NO_OCCASION = 'other'

/** A gift that was given, with the reply it asks for. */
export interface Gift {
  /** `G3`. */
  readonly id: string
  readonly customer: number
  readonly on: Day
  readonly what: string
  /** `birthday`, `anniversary`, the key of a festival, `treat` or `other`. */
  readonly occasion: string
  /** In minor units of the base currency; null where it was recorded in another one. */
  readonly valueMinor: number | null
  readonly reply: GiftReply | null
}

export interface GiftReply {
  readonly on: Day
  readonly text: string
  /** Null where it was not said. */
  readonly isSatisfied: boolean | null
}

/** The gifts recorded, in the order they were; what is told later of its value or of the reply stands, and changes nothing where the gift was taken back. */
export function giftsOf(events: readonly EventFacts[], currency: string | null): readonly Gift[] {
  const gifts = new Map<string, Gift>()
  for (const { kind, what, subject, customer, on, text, value, details } of events) {
    if (kind !== 'gift') continue
    const valueMinor = value === null ? 0 : details.currency === currency ? value : null
    if (what === 'give') {
      gifts.set(subject, {
        id: subject,
        customer,
        on,
        what: text,
        occasion: details.occasion ?? NO_OCCASION,
        valueMinor,
        reply: null,
      })
      continue
    }
    const gift = gifts.get(subject)
    if (gift === undefined) continue
    if (what === 'value') gifts.set(subject, { ...gift, valueMinor })
    if (what !== 'reply') continue
    const isSatisfied = details.satisfied === undefined ? null : details.satisfied === 'yes'
    gifts.set(subject, { ...gift, reply: { on, text, isSatisfied } })
  }
  return [...gifts.values()]
}

/** The gifts of a calendar year. */
export function givenIn(gifts: readonly Gift[], year: number): readonly Gift[] {
  return gifts.filter(({ on }) => civilDate(on).year === year)
}

/** Some gifts by the customer they were given to. */
export function giftsByCustomer(gifts: readonly Gift[]): ReadonlyMap<number, readonly Gift[]> {
  const by = new Map<number, Gift[]>()
  for (const gift of gifts) {
    const own = by.get(gift.customer)
    if (own) own.push(gift)
    else by.set(gift.customer, [gift])
  }
  return by
}

/** What care has cost. */
export interface CareSpend {
  readonly gifts: number
  readonly spentMinor: number
  /** The yearly treats among them. */
  readonly treats: number
  readonly treatsMinor: number
  /** Replies that came. */
  readonly replies: number
}

export const NOTHING_SPENT: CareSpend = { gifts: 0, spentMinor: 0, treats: 0, treatsMinor: 0, replies: 0 }

/** What some gifts have cost together; those recorded in another currency count as given, not as spent. */
export function spendOf(gifts: readonly Gift[]): CareSpend {
  return gifts.reduce((sum, { occasion, valueMinor, reply }) => {
    const [isTreat, minor] = [occasion === TREAT, valueMinor ?? 0]
    return {
      gifts: sum.gifts + 1,
      spentMinor: sum.spentMinor + minor,
      treats: sum.treats + (isTreat ? 1 : 0),
      treatsMinor: sum.treatsMinor + (isTreat ? minor : 0),
      replies: sum.replies + (reply === null ? 0 : 1),
    }
  }, NOTHING_SPENT)
}

/** Why a gift is more than the plan has for it; a warning, never a refusal. */
export type GiftExcess =
  | { readonly code: 'over-limit' | 'over-treat' | 'over-year'; readonly limitMinor: number }
  | { readonly code: 'second-treat' | 'treat-for-others' }

/** What a gift exceeds, beside those given in its calendar year already: to the customer, and to all. */
export function giftExcesses(
  plan: CarePlan,
  level: CaredLevel | null,
  gift: Pick<Gift, 'occasion' | 'valueMinor'>,
  given: { readonly toCustomer: CareSpend; readonly toAll: CareSpend },
): readonly GiftExcess[] {
  const minor = gift.valueMinor ?? 0
  const limit = level === null ? null : plan.giftMinor(level)
  const over = (code: 'over-limit' | 'over-treat' | 'over-year', sumMinor: number, limitMinor: number | null) =>
    limitMinor !== null && sumMinor > limitMinor ? [{ code, limitMinor }] : []
  const year = over('over-year', given.toAll.spentMinor + minor, plan.yearMinor)
  if (gift.occasion !== TREAT) return [...over('over-limit', minor, limit), ...year]
  return [
    ...(level === 'A' ? [] : [{ code: 'treat-for-others' } as const]),
    ...(given.toCustomer.treats > 0 ? [{ code: 'second-treat' } as const] : []),
    ...over('over-treat', given.toCustomer.treatsMinor + minor, plan.treatMinor),
    ...year,
  ]
}
