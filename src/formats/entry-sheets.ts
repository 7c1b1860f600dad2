import type { Field } from '../core/import/field.js'
import type { Format } from '../core/import/format.js'
import { aliases } from '../core/import/words/aliases.js'

const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

const buyer = words('buyerName', 'buyerId', 'nickname', 'phone', 'email', 'firstName', 'lastName')
/** What only a sheet of sales has. */
const sales = words('orderTotal', 'itemAmount', 'unitPrice', 'quantity')

const days = '日期|时间|date'.split('|')
const contacted =
  '跟进时间|跟进日期|联系时间|联系日期|沟通时间|沟通日期|拜访日期|回访日期|回访时间|contact date|contacted at|contacted on|last contact|follow up date|call date|visit date'.split(
    '|',
  )
const said =
  '跟进内容|联系内容|沟通内容|跟进记录|联系记录|沟通记录|跟进情况|回访内容|拜访内容|contact notes|contact note|conversation|call notes|follow up notes|what was said'.split(
    '|',
  )
const complained =
  '投诉内容|投诉原因|投诉|投诉描述|问题描述|客诉内容|complaint|complaint text|complaint details|issue description|reklamation'.split(
    '|',
  )
const complainedOn = '投诉时间|投诉日期|反馈时间|反馈日期|complaint date|reported at|reported on'.split('|')
const ratedOn = '评价时间|评价日期|rating date|review date|reviewed at'.split('|')

const leads = ['lead', 'lead name', '线索名称', '潜在客户']
const stages = ['stage', '阶段']

/** Customers not yet won, with how near they are to buying. */
export const leadSheet: Format = {
  name: 'lead-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'lead',
  words: { en: { title: 'Lead sheet' }, zh: { title: '线索表' } },
  must: [
    [...buyer, ...leads],
    [...words('level', 'stage'), ...stages],
  ],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...contacted, '创建时间', '登记日期', 'created at', ...days],
    channel: ['线索来源', 'lead source'],
    buyerName: [...leads, ...words('buyerName')],
    stage: [...stages, ...words('stage')],
  },
  buyerScope: 'shop',
}

const dealNames = [
  ...['deal', 'deal name', 'deal title', 'opportunity', 'opportunity name', 'opportunity title'],
  ...['商机', '商机名称', '商机标题', '销售机会'],
]
const dealStages = [
  ...['deal stage', 'opportunity stage', 'pipeline stage', 'sales stage', 'pipeline'],
  ...['销售阶段', '商机阶段', '商机状态', '赢单阶段'],
]
/** What only deals on their way have. */
const onTheWay = [
  ...dealNames,
  ...dealStages,
  ...['close date', 'closing date', 'expected close', 'expected close date', 'deal expected close date'],
  ...[
    'probability',
    'win probability',
    'deal probability',
    '预计成交日期',
    '预计成交时间',
    '预计成交',
    '成交概率',
    '赢单率',
  ],
]

/** Deals on their way, a row each, as pipelines list them: what one is worth is asked, and not yet paid. */
export const dealSheet: Format = {
  ...leadSheet,
  name: 'deal-sheet',
  words: { en: { title: 'Deals of a pipeline' }, zh: { title: '商机表' } },
  must: [[...buyer, ...words('company'), ...dealNames], [...dealStages, ...stages, ...words('stage')], onTheWay],
  any: onTheWay,
  not: words('orderId'),
  ownWords: {
    ...leadSheet.ownWords,
    placedAt: [
      ...contacted,
      'create date',
      'created date',
      'deal created',
      '创建时间',
      '登记日期',
      'created at',
      ...days,
    ],
    buyerName: [...words('buyerName'), 'deal contact person', ...words('company'), ...dealNames],
    stage: [...dealStages, ...stages, ...words('stage')],
  },
}

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
]

/** A row a contact: whom, when, what was said. */
export const contactLog: Format = {
  name: 'contact-log',
  platform: 'sheet',
  kind: 'customers',
  entry: 'contact',
  words: { en: { title: 'Contact log' }, zh: { title: '跟进记录表' } },
  must: [buyer, [...contacted, ...days], said],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...contacted, ...days],
    note: said,
    channel: channels,
  },
  buyerScope: 'shop',
}

/** The same under plainer words: told from a sheet of sales by when or through which channel the next contact is. */
export const contactNotes: Format = {
  ...contactLog,
  name: 'contact-notes',
  words: { en: { title: 'Contact notes' }, zh: { title: '联系记录表' } },
  must: [buyer, [...contacted, ...days], notes, [...words('nextAt'), ...channels]],
  not: [...sales, ...said],
  ownWords: { ...contactLog.ownWords, note: [...said, ...notes], channel: channels },
}

/** A row a complaint of a customer or of an order. */
export const complaintSheet: Format = {
  name: 'complaint-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'complaint',
  words: { en: { title: 'Complaint sheet' }, zh: { title: '投诉登记表' } },
  must: [[...buyer, ...words('orderId')], complained],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...complainedOn, ...days],
    note: complained,
    category: [...words('category'), 'category', 'type', '类别', '类型', '分类'],
    result: [...words('result'), 'resolution', 'outcome', '处理结果', '处理情况', '解决方案', '处理方式'],
  },
  buyerScope: 'shop',
}

/** A row a rating of 1–5 by a customer or of an order. */
export const ratingSheet: Format = {
  name: 'rating-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'rating',
  words: { en: { title: 'Rating sheet' }, zh: { title: '评分表' } },
  must: [[...buyer, ...words('orderId')], words('rating')],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...ratedOn, ...days],
    note: ['评价内容', '评语', 'review', 'review text', 'review comment', 'comment'],
  },
  buyerScope: 'shop',
}

/** Balances of a points scheme that was kept elsewhere (R29). */
export const pointsSheet: Format = {
  name: 'points-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'points',
  words: { en: { title: 'Points balances' }, zh: { title: '积分余额表' } },
  must: [buyer, words('points')],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: { placedAt: ['截止日期', '截至日期', 'as of', 'balance date', ...days] },
  buyerScope: 'shop',
}
