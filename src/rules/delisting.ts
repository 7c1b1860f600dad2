import { type Delisting, isOpenDelisting } from '../core/follow-up/delisting.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type DelistingCause = {
  readonly delisting: string
  readonly step: 'check' | 'decide' | 'tell' | 'review'
  readonly since: string
}

/** The step that comes next, and from when on. */
function nextStep(delisting: Delisting, reviewDays: number): { step: DelistingCause['step']; from: Day; dueOn: Day } {
  const { proposedOn, checkedOn, decidedOn, toldOn, reviewedOn, isToBeTold } = delisting
  if (decidedOn === null) {
    if (checkedOn === null) return { step: 'check', from: proposedOn, dueOn: proposedOn }
    return { step: 'decide', from: checkedOn, dueOn: checkedOn }
  }
  if (isToBeTold && toldOn === null) return { step: 'tell', from: decidedOn, dueOn: decidedOn }
  const from = reviewedOn ?? decidedOn
  return { step: 'review', from, dueOn: from + reviewDays }
}

/** The next step of a delisting (R30): to be checked, decided, told to the customer, and reviewed yearly; due until it is done. */
export const delisting: Rule<DelistingCause> = {
  name: 'delisting',
  isMarketing: false,
  isByCalendar: true,
  isAboutBlocked: true,
  isOfRecords: true,
  isClosedByStep: true,
  stakes: 'all',
  weightPercent: 10,
  setting: ruleSetting('delisting', [365], {
    en: 'days after which a delisting is reviewed; its steps are due until they are done',
    zh: '摘牌后多少天复核一次；各步骤没做完之前一直提醒',
  }),
  words: bilingual(
    {
      label: 'Delisting',
      reason: ({ delisting: id, step, since }: DelistingCause) =>
        ({
          check: `delisting ${id} proposed on ${since}: the facts are to be checked`,
          decide: `delisting ${id} checked on ${since}: to be decided`,
          tell: `delisting ${id} decided on ${since}: the customer is to be told with the reason`,
          review: `delisting ${id}: last looked at on ${since}, to be reviewed`,
        })[step],
      advice: ({ step }: DelistingCause) =>
        ({
          check: 'crm block check CUSTOMER "what was found"',
          decide: 'crm block decide CUSTOMER --by NAMES',
          tell: 'write to the customer, then: crm block told CUSTOMER',
          review: 'crm block review CUSTOMER "stays", or crm unblock CUSTOMER',
        })[step],
    },
    {
      label: '摘牌',
      reason: ({ delisting: id, step, since }) =>
        ({
          check: `摘牌${id}于${since}提出，待核实`,
          decide: `摘牌${id}于${since}核实，待决定`,
          tell: `摘牌${id}于${since}决定，待书面通知客户并说明原因`,
          review: `摘牌${id}上次复核是${since}，该复核了`,
        })[step],
      advice: ({ step }) =>
        ({
          check: 'crm block check 客户 "核实结果"',
          decide: 'crm block decide 客户 --by 同意人',
          tell: '书面通知客户，然后：crm block told 客户',
          review: 'crm block review 客户 "维持"，或 crm unblock 客户',
        })[step],
    },
  ),
  propose({ kept }, _asOf, [reviewDays = 0]) {
    if (!isOpenDelisting(kept.delisting)) return []
    const { step, from, dueOn } = nextStep(kept.delisting, reviewDays)
    const cause = { delisting: kept.delisting.subject, step, since: dateOf(from) }
    return [
      {
        subject: `${kept.delisting.subject}-${step}`,
        dueOn,
        lastSensibleOn: dueOn + SENSIBLE_DAYS,
        cause,
        stakeMinor: 0,
      },
    ]
  },
}
