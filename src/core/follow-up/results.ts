import { bilingual } from '../values/lang.js'
import { codeOf, type Vocabulary } from './vocabulary.js'

/** What came of a contact. */
export type Result =
  | 'reached'
  | 'interested'
  | 'ordered'
  | 'considering'
  | 'not-now'
  | 'refused'
  | 'no-answer'
  | 'wrong-contact'

export const results: Vocabulary<Result> = {
  words: bilingual<Record<Result, string>>(
    {
      reached: 'reached',
      interested: 'interested',
      ordered: 'ordered',
      considering: 'thinking it over',
      'not-now': 'not now',
      refused: 'wants no contact',
      'no-answer': 'no answer',
      'wrong-contact': 'wrong number or address',
    },
    {
      reached: '已联系上',
      interested: '有意向',
      ordered: '已下单',
      considering: '再考虑',
      'not-now': '暂不需要',
      refused: '不再联系',
      'no-answer': '未接通/未回复',
      'wrong-contact': '联系方式有误',
    },
  ),
  also: {
    reached: ['contacted', 'spoke', 'talked', 'done', 'ok', '已联系', '联系上了', '已接通', '已回复', '已跟进'],
    interested: ['wants an offer', '感兴趣', '有兴趣', '意向'],
    ordered: ['order', 'bought', 'sold', '下单', '已成交', '成交', '已购买'],
    considering: ['considering', 'later', 'call back', 'agreed', '考虑中', '考虑', '以后再说', '待定'],
    'not-now': ['no need', 'not interested', '不需要', '没需求', '没有需求', '暂无需求'],
    refused: ['refused', 'refuse', 'unsubscribe', 'do not contact', 'opt out', '拒绝', '退订', '勿扰'],
    'no-answer': [
      ...['not reached', 'no reply', 'voicemail', 'busy'],
      ...['未接通', '未回复', '没接', '无人接听', '没回复', '未接', '没接通', '未联系上'],
    ],
    'wrong-contact': ['wrong number', 'wrong address', 'bounced', '空号', '错号', '号码有误', '号码错误'],
  },
}

/** Whether the customer was met at all: what stays without an answer starts no pause and closes nothing. Words that are not ours are believed. */
export function isContactMade(result: string): boolean {
  const code = codeOf(results, result)
  return code !== 'no-answer' && code !== 'wrong-contact'
}
