import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { buyer, contacted, days, sales, words } from './entry-words.js'

const said =
  '跟进内容|联系内容|沟通内容|跟进记录|联系记录|沟通记录|跟进情况|回访内容|拜访内容|contact notes|contact note|conversation|call notes|follow up notes|what was said'.split(
    '|',
  )
const complained =
  '投诉内容|投诉原因|投诉|投诉描述|问题描述|客诉内容|complaint|complaint text|complaint details|issue description|reklamation'.split(
    '|',
  )
const complainedOn = '投诉时间|投诉日期|反馈时间|反馈日期|complaint date|reported at|reported on'.split('|')
/** Where no column says when it came, it came when it was written down. */
const registeredOn =
  '登记日期|登记时间|受理日期|受理时间|registered|registered on|date registered|registration date|received|received on|date received|logged on'.split(
    '|',
  )
const severities = '严重程度|严重性|严重等级|严重级别|紧急程度|severity|severity level|priority|urgency'.split('|')
const satisfactions =
  '客户是否满意|是否满意|客户满意|客户是否满意处理结果|satisfied|customer satisfied|is customer satisfied|customer happy'.split(
    '|',
  )
const ratedOn = '评价时间|评价日期|rating date|review date|reviewed at'.split('|')

const resolvedOn =
  'resolved on|resolved at|resolved date|date resolved|resolution date|closed on|closed date|date closed|solved on|解决日期|解决时间|处理日期|处理时间|处理完成日期|处理完成时间|处理完毕日期|完成日期|完成时间|办结日期|办结时间|结案日期|结案时间|关闭日期|关闭时间'.split(
    '|',
  )
const answeredOn =
  'first response|first response date|first response on|first responded|first reply|first reply date|responded on|response date|replied on|reply date|首次回复|首次回复日期|首次回复时间|首次响应日期|首次联系日期|回复日期|回复时间|答复日期'.split(
    '|',
  )

const notes = ['内容', '备注', 'notes', 'note', 'content', 'comments', 'comment', 'remarks']
const channels = [
  '跟进方式',
  '联系方式',
  '沟通方式',
  '联系渠道',
  '方式',
  'contact channel',
  'contact method',
  'channel',
  'method',
]

const results = [
  ...words('result').filter((word) => word !== '处理结果'),
  ...['结果', '回访结果', '拜访结果', '联系情况', 'result', 'call result', 'contact outcome'],
]
const nexts = [
  ...words('nextAt'),
  'follow up',
  'follow up on',
  'next follow up date',
  '下次回访',
  '下次回访日期',
  '下次拜访',
]
/** How a customer was reached; 联系方式 may be his number as well, 渠道 where he buys, 方式 how he pays. */
const reached = channels.filter((word) => !['联系方式', 'channel', '方式', 'method'].includes(word))
const plainly = ['内容', 'content']

/** A row a contact: whom, when, what was said. */
export const contactLog: Format = {
  name: 'contact-log',
  platform: 'sheet',
  kind: 'customers',
  entry: 'contact',
  title: bilingual('Contact log', '跟进记录表'),
  must: [buyer, [...contacted, ...days], said],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...contacted, ...days],
    note: said,
    channel: channels,
    result: results,
    nextAt: nexts,
  },
  buyerScope: 'shop',
}

/** The same under plainer words: told from a sheet of sales by when or through which channel the next contact is. */
export const contactNotes: Format = {
  ...contactLog,
  name: 'contact-notes',
  title: bilingual('Contact notes', '联系记录表'),
  must: [buyer, [...contacted, ...days], notes, [...nexts, ...channels, ...results]],
  not: [...sales, ...said],
  ownWords: { ...contactLog.ownWords, note: [...said, ...notes], channel: channels },
}

/** What a contact came to in money stands beside it: no sale where no order and no goods are named. */
export const contactAmounts: Format = {
  ...contactLog,
  name: 'contact-amounts',
  title: bilingual('Contact log with amounts', '带金额的跟进记录表'),
  must: [
    buyer,
    [...contacted, ...days],
    [...plainly, ...said.filter((word) => !/记录$/.test(word))],
    [...nexts, ...results, ...reached],
    words('orderTotal'),
  ],
  not: words('orderId', 'productName', 'sku', 'quantity', 'unitPrice', 'itemAmount'),
  ownWords: { ...contactLog.ownWords, note: [...said, ...notes] },
}

/** A row a complaint of a customer or of an order. */
export const complaintSheet: Format = {
  name: 'complaint-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'complaint',
  title: bilingual('Complaint sheet', '投诉登记表'),
  must: [[...buyer, ...words('orderId')], complained],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...complainedOn, ...days, ...registeredOn],
    note: complained,
    category: [...words('category'), 'category', 'type', '类别', '类型', '分类'],
    result: [
      ...words('result'),
      'resolution',
      'resolution text',
      'outcome',
      '处理结果',
      '处理情况',
      '解决方案',
      '处理方式',
    ],
    respondedAt: answeredOn,
    resolvedAt: resolvedOn,
    severity: severities,
    satisfied: satisfactions,
  },
  buyerScope: 'shop',
}

const reviews =
  '评价内容|评价|评语|评论|评论内容|评价详情|review|review text|review comment|comment|comments|feedback|customer comment'.split(
    '|',
  )

/** A row a rating of 1–5 by a customer or of an order. */
export const ratingSheet: Format = {
  name: 'rating-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'rating',
  title: bilingual('Rating sheet', '评分表'),
  must: [[...buyer, ...words('orderId')], words('rating')],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...ratedOn, ...days],
    note: reviews,
  },
  buyerScope: 'shop',
}

const scores = 'score|customer score|survey score|satisfaction score|打分|客户打分|满意度评分|满意度得分'.split('|')

/** The same under a plain score, where the sheet says when it was given: others score from 1 to 10 or 100. */
export const scoreSheet: Format = {
  ...ratingSheet,
  name: 'score-sheet',
  isToldByScores: true,
  title: bilingual('Score sheet', '打分表'),
  must: [[...buyer, ...words('orderId')], scores, [...ratedOn, ...days]],
  not: [...sales, ...words('rating', 'level', 'stage')],
  ownWords: { ...ratingSheet.ownWords, rating: scores },
}

/** Balances of a points scheme that was kept elsewhere (R29). */
export const pointsSheet: Format = {
  name: 'points-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'points',
  title: bilingual('Points balances', '积分余额表'),
  must: [buyer, words('points')],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: { placedAt: ['截止日期', '截至日期', 'as of', 'balance date', ...days] },
  buyerScope: 'shop',
}
