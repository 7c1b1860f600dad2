import { showBirthday } from '../core/follow-up/calendar/birthday.js'
import { type CareCause, carePreparing, careWhen, yearlyProposals } from '../core/follow-up/care/cause.js'
import type { Rule } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { bilingual, type Lang } from '../core/values/lang.js'

type BirthdayCause = CareCause & {
  /** As kept, where it is one of the Chinese calendar. */
  readonly lunarEn: string | null
  readonly lunarZh: string | null
}

/** Birthday (R21): prepared three days ahead and greeted on the day, which is the last sensible one; closed for the year. */
export const birthday: Rule<BirthdayCause> = {
  name: 'birthday',
  isMarketing: false,
  isOfRecords: true,
  lapses: 'on-its-day',
  stakes: 'chance-lost',
  weightPercent: 10,
  setting: ruleSetting('birthday', [3], {
    en: 'days before a customer’s birthday on which it is prepared',
    zh: '客户生日提前多少天准备',
  }),
  words: bilingual(
    {
      label: 'Birthday',
      reason: (cause: BirthdayCause) =>
        `birthday ${careWhen.en(cause)}${cause.lunarEn === null ? '' : ` (${cause.lunarEn})`}`,
      advice: (cause: BirthdayCause) => `${carePreparing.en(cause)}congratulate on the day`,
    },
    {
      label: '生日',
      reason: (cause) => `生日${careWhen.zh(cause)}${cause.lunarZh === null ? '' : `（${cause.lunarZh}）`}`,
      advice: (cause) => `${carePreparing.zh(cause)}当天送上生日祝福`,
    },
  ),
  propose(facts, asOf, [prepareDays = 0]) {
    const { birthday: day } = facts.kept
    if (day === undefined) return []
    const shown = (lang: Lang) => (day.isLunar ? showBirthday({ ...day, year: null }, lang) : null)
    const more = { lunarEn: shown('en'), lunarZh: shown('zh') }
    return yearlyProposals(facts, asOf, 'birthday', { prepareDays, more })
  },
}
