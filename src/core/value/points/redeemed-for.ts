import type { Vocabulary } from '../../follow-up/vocabulary.js'
import { bilingual } from '../../values/lang.js'

/** What points are given for (R29). */
export type RedeemedFor = 'gift' | 'coupon' | 'money'

export const redeemedFor: Vocabulary<RedeemedFor> = {
  words: bilingual(
    { gift: 'gift', coupon: 'coupon', money: 'money off' },
    { gift: '礼品', coupon: '优惠券', money: '抵现' },
  ),
  also: { gift: ['换礼品', '礼物'], coupon: ['换优惠券', '券', '优惠劵'], money: ['discount', '抵现金', '抵扣'] },
}
