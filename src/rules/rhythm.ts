import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type RhythmCause = {
  /** The service level; null where the customer's own contact frequency decides. */
  readonly level: string | null
  readonly everyDays: number
  readonly sinceDays: number
  readonly since: 'contact' | 'order'
  /** Whether there was more than one day with an order. */
  readonly isRepeat: boolean
  /** What the seller wants talked about at this level; '' for nothing in particular. */
  readonly topic: string
}

/** How well the customer is known: nobody introduces himself to a regular. */
function acquaintance({ since, isRepeat }: RhythmCause): 'contacted' | 'regular' | 'buyer' {
  if (since === 'contact') return 'contacted'
  return isRepeat ? 'regular' : 'buyer'
}

const opening = bilingual(
  {
    contacted: 'ask how things are and what they need next',
    regular: 'thank them for their orders, ask how the last one was and what they need next',
    buyer: 'introduce yourself and ask how the order was',
  },
  {
    contacted: '问候近况，了解接下来的需求',
    regular: '感谢一直以来的支持，问问上次的货怎么样、最近还需要什么',
    buyer: '做个自我介绍，问问买的货怎么样',
  },
)

const lastTouch = (since: RhythmCause['since'], days: number): string => {
  if (since === 'contact') return days === 0 ? '今天联系过' : `上次联系在${days}天前`
  return `还没有跟进记录，${days === 0 ? '今天下单' : `上次下单在${days}天前`}`
}

/**
 * Keep in touch (R18): as often as is set for the customer, else every 30, 60 or 120 days by service level, counted from the last
 * contact; before any contact, from the last order. An agreed date takes its place. Without revenue in the last year level C is due
 * only once the seller has been in touch: winning back the lapsed is another occasion.
 */
export const rhythm: Rule<RhythmCause> = {
  name: 'rhythm',
  isMarketing: true,
  isSaidAlone: true,
  stakes: 'chance-lost',
  weightPercent: 15,
  setting: ruleSetting('rhythm', [30, 60, 120], {
    en: 'days between contacts for service levels A, B and C',
    zh: '服务级别A、B、C各隔多少天联系一次',
  }),
  words: bilingual(
    {
      label: 'Keep in touch',
      reason: ({ level, everyDays, sinceDays, since }: RhythmCause) =>
        `${since === 'contact' ? 'last contact' : 'no contact noted yet, last order'} ${sinceDays === 0 ? 'today' : `${plural(sinceDays, 'day')} ago`}; ${level === null ? 'set for this customer' : `service level ${level}`}: every ${everyDays} days`,
      beside: ({ everyDays }: RhythmCause) => `to be contacted every ${everyDays} days`,
      advice: (cause: RhythmCause) => {
        const { since, topic } = cause
        if (topic === '') return opening.en[acquaintance(cause)]
        return since === 'contact' ? `talk about: ${topic}` : `${opening.en[acquaintance(cause)]}; talk about: ${topic}`
      },
      adviceBeside: ({ topic }: RhythmCause) => topic && `talk about: ${topic}`,
    },
    {
      label: '定期回访',
      reason: ({ level, everyDays, sinceDays, since }) =>
        `${lastTouch(since, sinceDays)}；${level === null ? '该客户约定' : `服务级别${level}`}每${everyDays}天联系一次`,
      beside: ({ everyDays }) => `每${everyDays}天联系一次`,
      advice: (cause) => {
        const { since, topic } = cause
        if (topic === '') return opening.zh[acquaintance(cause)]
        return since === 'contact' ? `谈谈：${topic}` : `${opening.zh[acquaintance(cause)]}；谈谈：${topic}`
      },
      adviceBeside: ({ topic }) => topic && `谈谈：${topic}`,
    },
  ),
  propose(facts, asOf, numbers) {
    const { level, yearNetMinor, agreedOn, lastContactOn, lastOrderOn, kept } = facts
    if (level === null || agreedOn !== null) return []
    const since = lastContactOn === null ? 'order' : 'contact'
    const isQuiet = level === 'C' && yearNetMinor <= 0 && kept.frequencyDays === undefined
    const last = lastContactOn ?? (isQuiet ? null : lastOrderOn)
    if (last === null) return []
    const everyDays = kept.frequencyDays ?? numbers['ABC'.indexOf(level)]!
    const dueOn = Math.max(last, facts.closedOn(this.name) ?? last) + everyDays
    const cause = {
      topic: facts.topic ?? '',
      level: kept.frequencyDays === undefined ? level : null,
      everyDays,
      sinceDays: asOf - last,
      since,
      isRepeat: facts.orderDays > 1,
    } as const
    return [{ dueOn, lastSensibleOn: dueOn + SENSIBLE_DAYS, cause }]
  },
}
