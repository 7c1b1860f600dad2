import type { Context } from '../context.js'
import { type Gift, giftExcesses, giftsByCustomer, giftsOf, givenIn, spendOf } from '../core/follow-up/care/gifts.js'
import { carePlan } from '../core/follow-up/care/plan.js'
import { gradesOn } from '../core/value/grades/grades.js'
import type { Day } from '../core/values/business-date.js'
import { civilDate } from '../core/values/calendar.js'
import { formatMoney } from '../core/values/money.js'
import { once } from '../core/values/once.js'
import type { RowFinding } from '../core/worklist/records.js'
import { loadEvents } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { everyoneIn } from './report-input.js'

/** The gifts of a ledger, and what a further one is over the plan. */
export interface GiftStanding {
  /** Those on record, in the order they were given. */
  of(customer: number): readonly Gift[]
  /** What a gift exceeds beside those given, also those that rows before it gave. */
  warnings(gift: Pick<Gift, 'customer' | 'occasion' | 'valueMinor'>, on: Day): readonly RowFinding[]
}

/** Gifts as a list of care finds them; levels and limits are worked out when the first gift is given. */
export function giftStanding(ledger: Ledger, context: Context): GiftStanding {
  const input = once(() => everyoneIn(ledger, context, {}))
  const plan = once(() => carePlan(input().decided, input().snapshot.currency))
  const grades = once(() => gradesOn(input().grades()))
  const known = once(() => giftsOf(loadEvents(ledger, input().snapshot, ['gift'], null), plan().currency))
  const byCustomer = once(() => giftsByCustomer(known()))
  const given: Gift[] = []
  return {
    of: (customer) => byCustomer().get(customer) ?? [],
    warnings(gift, on) {
      const { level } = grades().level(gift.customer)
      const year = givenIn([...known(), ...given], civilDate(on).year)
      const toCustomer = spendOf(year.filter(({ customer }) => customer === gift.customer))
      given.push({ ...gift, id: '', on, what: '', reply: null })
      const before = { toCustomer, toAll: spendOf(year) }
      return giftExcesses(plan(), level === 'none' ? null : level, gift, before).flatMap((excess): RowFinding[] => {
        if (!('limitMinor' in excess)) return []
        const value = formatMoney(excess.limitMinor, plan().currency ?? '', context.lang)
        const code = excess.code === 'over-year' ? 'list.gift-over-year' : 'list.gift-over'
        return [{ code, params: { value }, column: 'value' }]
      })
    },
  }
}
