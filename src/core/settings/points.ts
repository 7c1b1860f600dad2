import { MOST_WINDOW_DAYS } from '../value/choices.js'
import { type Day, dayOf, isBusinessDate } from '../values/business-date.js'
import { bilingual } from '../values/lang.js'
import { positiveNumber, wholeNumber } from './kinds.js'
import type { UsualSetting } from './setting.js'

/** Whether there is a points scheme, and the first day whose orders earn; null for all orders. */
export interface SchemeStart {
  readonly isOn: boolean
  readonly from: Day | null
}

const onWords: readonly string[] = ['on', 'yes', 'true', '开', '开启', '是']
const offWords: readonly string[] = ['off', 'no', 'false', '关', '关闭', '否']

/** R29: off until the seller says that there is a scheme. */
export const pointsScheme: UsualSetting<SchemeStart> = {
  ...{ name: 'points.scheme', usual: 'off' },
  words: bilingual(
    {
      meaning: 'whether orders earn points: off, on, or from which day on',
      takes: 'off, on, or the first day whose orders earn, such as 2026-01-01',
    },
    {
      meaning: '订单是否累积积分：off（不用积分）、on，或从哪一天的订单算起',
      takes: 'off（关）、on（开），或第一天，如 2026-01-01',
    },
  ),
  choices: () => ['off', 'on', '2026-01-01'],
  read: (typed) => {
    const word = typed.toLowerCase()
    if (onWords.includes(word)) return 'on'
    if (offWords.includes(word)) return 'off'
    return isBusinessDate(typed) ? typed : null
  },
  value: (kept) => ({ isOn: kept !== 'off', from: isBusinessDate(kept) ? dayOf(kept) : null }),
}

/** R29: what is paid for one point. */
export const pointsRate = positiveNumber('points.rate', '1', 4, {
  en: 'amount that earns one point, in the base currency',
  zh: '消费多少金额累积1分，按本位币',
})

/** R29: how many times the points of level C the service levels earn. */
export const pointsMultipliers: UsualSetting<readonly [a: string, b: string, c: string]> = {
  ...{ name: 'points.multipliers', usual: '1.5,1.2,1' },
  words: bilingual(
    {
      meaning: 'what the points of service levels A, B and C are multiplied by',
      takes: 'three numbers from 0 to 100, such as 1.5,1.2,1',
    },
    { meaning: '服务级别A、B、C的积分各乘以几倍', takes: '三个0至100的数字，如 1.5,1.2,1' },
  ),
  choices: () => ['1.5,1.2,1', '1,1,1'],
  read: (typed) => {
    const parts = typed.split(/[,，;；\s]+/).filter((part) => part !== '')
    const isRight = parts.every((part) => /^\d{1,3}(\.\d{1,2})?$/.test(part) && Number(part) <= 100)
    return isRight && parts.length === 3 ? parts.join(',') : null
  },
  value: (kept) => kept.split(',') as [string, string, string],
}

/** R29: points expire so many days after they were earned. */
export const pointsExpiry = wholeNumber('points.expiry', 365, [1, MOST_WINDOW_DAYS], {
  en: 'days after which points expire',
  zh: '积分多少天后到期',
})

/** R29: points that expire within so many days are told as expiring soon. */
export const pointsWarning = wholeNumber('points.warning', 30, [1, 365], {
  en: 'days ahead that expiring points are told',
  zh: '提前多少天提醒积分到期',
})

/** R29: fewer points than these are not redeemed. */
export const pointsMinimum = wholeNumber('points.minimum', 1, [1, 999_999_999], {
  en: 'least number of points that can be redeemed at once',
  zh: '一次最少兑换多少积分',
})

/** R29: money off for one point. */
export const pointsWorth = positiveNumber('points.worth', '0.01', 4, {
  en: 'money off for one point, in the base currency',
  zh: '1分抵多少钱，按本位币',
})
