import type { Rule } from '../core/follow-up/rule.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type RhythmCause = {
  /** The service level. */
  readonly level: string
  readonly everyDays: number
  readonly sinceDays: number
  readonly since: 'contact' | 'order'
}

const lastTouch = (since: RhythmCause['since'], days: number): string => {
  if (since === 'contact') return days === 0 ? '今天联系过' : `上次联系在${days}天前`
  return `还没有联系过，${days === 0 ? '今天下单' : `上次下单在${days}天前`}`
}

/**
 * Keep in touch (R18): every 30, 60 or 120 days by service level, counted from the last contact; before any contact, from
 * the last order. An agreed date takes its place. Without revenue in the last year level C is due only once the seller has been
 * in touch: winning back the lapsed is another occasion.
 */
export const rhythm: Rule<
  RhythmCause,
  { readonly everyDays: Readonly<Record<'A' | 'B' | 'C', number>>; readonly sensibleDays: number }
> = {
  name: 'rhythm',
  isMarketing: true,
  isPromise: false,
  weightPercent: 15,
  defaults: { everyDays: { A: 30, B: 60, C: 120 }, sensibleDays: 14 },
  words: bilingual(
    {
      label: 'Keep in touch',
      reason: ({ level, everyDays, sinceDays, since }: RhythmCause) =>
        `${since === 'contact' ? 'last contact' : 'not contacted yet, last order'} ${sinceDays === 0 ? 'today' : `${plural(sinceDays, 'day')} ago`}; service level ${level}: every ${everyDays} days`,
    },
    {
      label: '定期回访',
      reason: ({ level, everyDays, sinceDays, since }) =>
        `${lastTouch(since, sinceDays)}；服务级别${level}每${everyDays}天联系一次`,
    },
  ),
  propose(facts, asOf) {
    const { level, yearNetMinor, agreedOn, lastContactOn, lastOrderOn } = facts
    if (level === null || agreedOn !== null) return null
    const since = lastContactOn === null ? 'order' : 'contact'
    const isQuiet = level === 'C' && yearNetMinor <= 0
    const last = lastContactOn ?? (isQuiet ? null : lastOrderOn)
    if (last === null) return null
    const everyDays = this.defaults.everyDays[level]
    const dueOn = Math.max(last, facts.closedOn(this.name) ?? last) + everyDays
    const cause = { level, everyDays, sinceDays: asOf - last, since } as const
    return { dueOn, lastSensibleOn: dueOn + this.defaults.sensibleDays, cause, expected: null }
  },
}
