import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { buyer, contacted, days, sales, words } from './entry-words.js'

const leads = ['lead', 'lead name', '线索名称', '潜在客户']
const stages = ['stage', '阶段']
/** Days that leads alone have, and those on which anything is written down. */
const ownDays =
  'lead date|lead created|lead created date|date of lead|inquiry date|enquiry date|线索日期|线索时间|线索创建时间|线索创建日期|询盘日期'.split(
    '|',
  )
const entryDays = '登记日期|登记时间|创建时间|创建日期|created at'.split('|')
const leadDays = [...ownDays, ...entryDays]
const firstContacts =
  'first contact|first contact date|first contacted|first contacted on|date of first contact|首次联系|首次联系日期|首次联系时间|首次接触|首次接触日期|首次沟通日期|初次联系日期|初次接触日期'.split(
    '|',
  )
/** Kinds of customers have levels too: of leads only where something else in the header speaks of leads. */
const bareLevels = ['level', '级别', '等级']
const levels = [...words('level'), 'interest level', 'lead temperature', '意向客户级别', '意向情况']
const closes =
  'expected close|expected close date|expected closing date|deal expected close date|forecast close date|预计成交日期|预计成交时间|预计成交|预计签单日期|预计签约日期|预计结单日期|预计结束日期|close date|closing date'.split(
    '|',
  )
const closings =
  'actual close date|deal closed on|closed on|closed date|date closed|won time|deal won time|won date|lost time|deal lost time|lost date|实际成交日期|赢单日期|赢单时间|输单日期|输单时间|战败日期|结束日期|关闭日期'.split(
    '|',
  )
const probabilities =
  'probability|probability %|win probability|deal probability|close probability|chance|成交概率|成交率|赢单率|赢单概率|成交可能性|可能性|成交概率%|赢单率%'.split(
    '|',
  )
/** Before what some systems reckon of it: expected revenue may be the amount times the probability. */
const hopedAmounts =
  'expected amount|deal value|deal amount|opportunity amount|estimated value|estimated amount|potential value|expected value|expected revenue|estimated revenue|预计金额|预计成交金额|预计成交额|预计合同金额|预计销售金额|预计销售额|预估金额|预期金额|意向金额|商机金额'.split(
    '|',
  )
const lostReasons = [
  ...['lost reason', 'deal lost reason', 'closed lost reason', 'loss reason', 'reason lost'],
  ...['战败原因', '输单原因', '丢单原因', '流失原因'],
]

/** What a lead's record holds in words (R16). */
const needs = [
  ...['需求', '客户需求', '需求描述', '需求内容', '采购需求', '具体需求', '意向需求', '客户需求描述'],
  ...['need', 'needs', 'requirement', 'requirements', 'customer need', 'customer needs', 'what they need'],
]
const interests = [
  ...[
    '意向产品',
    '意向商品',
    '意向车型',
    '意向款式',
    '感兴趣产品',
    '感兴趣的产品',
    '关注产品',
    '咨询产品',
    '询盘产品',
    '需求产品',
    '产品',
  ],
  ...[
    'products',
    'product',
    'product of interest',
    'products of interest',
    'product interest',
    'interested in',
    'interest',
  ],
]
const decisionMakers = [
  ...['决策人', '决策者', '关键决策人', '决策人姓名', '拍板人', '关键人'],
  ...['decision maker', 'decision maker name', 'decisionmaker', 'key decision maker', 'who decides'],
]
const obstacles = [
  ...['合作障碍', '障碍', '顾虑', '客户顾虑', '主要顾虑', '异议', '客户异议', '成交障碍', '难点', '卡点'],
  ...['obstacle', 'obstacles', 'concern', 'concerns', 'objection', 'objections', 'barrier', 'blocker'],
]

const suppliers = [
  ...['现有供应商', '当前供应商', '目前供应商', '现供应商', '现用供应商'],
  ...['current supplier', 'present supplier', 'existing supplier', 'current vendor'],
]

/** Customers not yet won, with how near they are to buying. */
export const leadSheet: Format = {
  name: 'lead-sheet',
  platform: 'sheet',
  kind: 'customers',
  entry: 'lead',
  title: bilingual('Lead sheet', '线索表'),
  must: [
    [...buyer, ...leads],
    [...levels, ...words('stage'), ...stages],
  ],
  not: sales,
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: [...leadDays, ...contacted, ...days],
    channel: ['线索来源', 'lead source'],
    buyerName: [...leads, ...words('buyerName')],
    level: [...levels, ...bareLevels],
    stage: [...stages, ...words('stage')],
    result: [...lostReasons, ...words('result')],
    expectedAmount: hopedAmounts,
    probability: probabilities,
    closeAt: closes,
    closedAt: closings,
    firstContactAt: firstContacts,
    needs,
    interests,
    decisionMaker: decisionMakers,
    obstacle: obstacles,
    supplier: suppliers,
  },
  buyerScope: 'shop',
}

/** What speaks of leads, whatever their levels are called. */
const ofLeads = [
  ...[...leads, ...ownDays, ...firstContacts, ...probabilities, ...closes, ...hopedAmounts, ...lostReasons],
  ...['线索来源', 'lead source'],
]

/** The same told by a bare level, which customers and members have as well: something else must speak of leads. */
export const leadLevels: Format = {
  ...leadSheet,
  name: 'lead-levels',
  title: bilingual('Lead sheet with levels', '线索级别表'),
  must: [[...buyer, ...leads], bareLevels, [...ofLeads, ...entryDays]],
  any: ofLeads,
  not: [...sales, ...levels, ...words('stage'), ...stages],
  isToldByLevels: true,
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
const onTheWay = [...dealNames, ...dealStages, ...closes, ...probabilities]

/** Deals on their way, a row each, as pipelines list them: what one is worth is asked, and not yet paid. */
export const dealSheet: Format = {
  ...leadSheet,
  name: 'deal-sheet',
  isDealEach: true,
  title: bilingual('Deals of a pipeline', '商机表'),
  must: [
    [...buyer, ...words('company'), ...dealNames],
    [...dealStages, ...stages, ...words('stage'), ...levels],
    onTheWay,
  ],
  any: onTheWay,
  not: words('orderId'),
  ownWords: {
    ...leadSheet.ownWords,
    placedAt: ['create date', 'created date', 'deal created', 'deal created on', ...leadDays, ...contacted, ...days],
    buyerName: [...words('buyerName'), 'deal contact person', ...words('company'), ...dealNames],
    stage: [...dealStages, ...stages, ...words('stage')],
    expectedAmount: [
      'deal value',
      'deal amount',
      'value',
      'amount',
      '商机金额',
      ...words('orderTotal'),
      ...hopedAmounts,
    ],
    currency: ['deal currency', 'currency of value', 'deal currency of value', ...words('currency')],
    owner: ['deal owner', 'opportunity owner', ...words('owner')],
  },
}
