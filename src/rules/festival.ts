import { type CareCause, carePreparing, careProposal, careToPrepare, careWhen } from '../core/follow-up/care/cause.js'
import type { Rule } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { bilingual } from '../core/values/lang.js'

type FestivalCause = CareCause & { readonly festivalEn: string; readonly festivalZh: string }

/**
 * Festival (R21): those of the customer's country, else of the shop's, and the seller's own days, as the plan has them for the service
 * level; prepared three days ahead, the last sensible day the festival itself.
 */
export const festival: Rule<FestivalCause> = {
  name: 'festival',
  isMarketing: true,
  lapses: 'on-its-day',
  stakes: 'chance-lost',
  weightPercent: 10,
  setting: ruleSetting('festival', [3], {
    en: 'days before a festival on which its greetings are prepared',
    zh: '节日提前多少天准备问候',
  }),
  words: bilingual(
    {
      label: 'Festival',
      reason: (cause: FestivalCause) => `${cause.festivalEn} ${careWhen.en(cause)}`,
      advice: (cause: FestivalCause) => `${carePreparing.en(cause)}send greetings for ${cause.festivalEn}`,
    },
    {
      label: '节日问候',
      reason: (cause) => `${cause.festivalZh}${careWhen.zh(cause)}`,
      advice: (cause) => `${carePreparing.zh(cause)}送上${cause.festivalZh}问候`,
    },
  ),
  propose(facts, asOf, [prepareDays = 0]) {
    const { care } = facts
    return careToPrepare(facts, 'festival', prepareDays).flatMap((day) => {
      const { en: festivalEn, zh: festivalZh } = day.festival!.words
      const options = { prepareDays, currency: care.plan.currency, more: { festivalEn, festivalZh } }
      const proposal = careProposal(day, asOf, options)
      return facts.closedOn(this.name, proposal.subject) === null ? [proposal] : []
    })
  },
}
