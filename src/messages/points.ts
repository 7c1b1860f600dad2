import type { RedeemedFor } from '../core/value/points/redeemed-for.js'
import { bilingual } from '../core/values/lang.js'
import { grouped, plural } from '../core/values/plural.js'

/** What `crm points` says of points recorded by hand. */
export const pointsWords = bilingual(
  {
    added: (who: string, points: number, day: string) => `${who}: ${plural(points, 'point')} added on ${day}.`,
    takenOff: (who: string, points: number, day: string) => `${who}: ${plural(points, 'point')} taken off on ${day}.`,
    redeemed: (who: string, points: number, what: string, worth: string, day: string) =>
      `${who}: ${plural(points, 'point')} redeemed on ${day}${what === '' ? '' : ` for ${what}`}${worth === '' ? '' : ` (${worth})`}.`,
    redeemedFor: { gift: 'a gift', coupon: 'a coupon', money: 'money off' } satisfies Record<RedeemedFor, string>,
    balanceOn: (balance: number, day: string) => `Balance on ${day}: ${plural(balance, 'point')}.`,
    owe: (customers: number, points: number) =>
      `Careful: past orders are reckoned anew. ${plural(customers, 'customer')} now ${customers === 1 ? 'has' : 'have'} used ${plural(points, 'point')} more than earned and ${customers === 1 ? 'owes' : 'owe'} them. Who: crm points`,
    wouldOwe: (customers: number, points: number) =>
      `Careful: past orders would be reckoned anew. ${plural(customers, 'customer')} would have used ${plural(points, 'point')} more than earned and would owe them.`,
    expireOn: (day: string) => `What is left of them expires on ${day}.`,
  },
  {
    added: (who, points, day) => `${who}：${day} 加 ${grouped(points)} 分。`,
    takenOff: (who, points, day) => `${who}：${day} 扣 ${grouped(points)} 分。`,
    redeemed: (who, points, what, worth, day) =>
      `${who}：${day} 兑换 ${grouped(points)} 分${what === '' ? '' : `，${what}`}${worth === '' ? '' : `（${worth}）`}。`,
    redeemedFor: { gift: '换礼品', coupon: '换优惠券', money: '抵现' },
    balanceOn: (balance, day) => `${day} 余额：${grouped(balance)} 分。`,
    owe: (customers, points) =>
      `注意：以前的订单也按新设置重新计算。${customers}位客户已用掉的积分比现在应得的多，共倒欠 ${grouped(points)} 分。查看是谁：crm points`,
    wouldOwe: (customers, points) =>
      `注意：以前的订单也将按新设置重新计算。${customers}位客户已用掉的积分会比应得的多，共倒欠 ${grouped(points)} 分。`,
    expireOn: (day) => `没用完的部分 ${day} 到期。`,
  },
)
