import type { RedeemedFor } from '../core/value/points/account.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What `crm points` says of points recorded by hand. */
export const pointsWords = bilingual(
  {
    added: (who: string, points: number, day: string) => `${who}: ${plural(points, 'point')} added on ${day}.`,
    takenOff: (who: string, points: number, day: string) => `${who}: ${plural(points, 'point')} taken off on ${day}.`,
    redeemed: (who: string, points: number, what: string, worth: string, day: string) =>
      `${who}: ${plural(points, 'point')} redeemed on ${day}${what === '' ? '' : ` for ${what}`}${worth === '' ? '' : ` (${worth})`}.`,
    redeemedFor: { gift: 'a gift', coupon: 'a coupon', money: 'money off' } satisfies Record<RedeemedFor, string>,
    balanceOn: (balance: number, day: string) => `Balance on ${day}: ${plural(balance, 'point')}.`,
    expireOn: (day: string) => `What is left of them expires on ${day}.`,
  },
  {
    added: (who, points, day) => `${who}：${day} 加 ${points} 分。`,
    takenOff: (who, points, day) => `${who}：${day} 扣 ${points} 分。`,
    redeemed: (who, points, what, worth, day) =>
      `${who}：${day} 兑换 ${points} 分${what === '' ? '' : `，${what}`}${worth === '' ? '' : `（${worth}）`}。`,
    redeemedFor: { gift: '换礼品', coupon: '换优惠券', money: '抵现' },
    balanceOn: (balance, day) => `${day} 余额：${balance} 分。`,
    expireOn: (day) => `没用完的部分 ${day} 到期。`,
  },
)
