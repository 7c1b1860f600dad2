import { type CareCause, carePreparing, careWhen, yearlyProposals } from '../core/follow-up/care/cause.js'
import type { Rule } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { bilingual } from '../core/values/lang.js'

/** The customer's own anniversary (R21): as a birthday. */
export const anniversary: Rule<CareCause> = {
  name: 'anniversary',
  isMarketing: false,
  isOfRecords: true,
  lapses: 'on-its-day',
  stakes: 'chance-lost',
  weightPercent: 10,
  setting: ruleSetting('anniversary', [3], {
    en: 'days before a customer’s anniversary on which it is prepared',
    zh: '客户纪念日提前多少天准备',
  }),
  words: bilingual(
    {
      label: 'Anniversary',
      reason: (cause: CareCause) => `anniversary ${careWhen.en(cause)}`,
      advice: (cause: CareCause) => `${carePreparing.en(cause)}congratulate on the day`,
    },
    {
      label: '纪念日',
      reason: (cause) => `纪念日${careWhen.zh(cause)}`,
      advice: (cause) => `${carePreparing.zh(cause)}当天送上祝福`,
    },
  ),
  propose: (facts, asOf, [prepareDays = 0]) => yearlyProposals(facts, asOf, 'anniversary', { prepareDays, more: {} }),
}
