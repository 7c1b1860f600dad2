import { type Campaign, campaignState, EFFECT_DAYS } from '../core/follow-up/campaign/campaign.js'
import { occasionWords } from '../core/follow-up/campaign/occasions.js'
import { draft, finishTable, type ReportDefinition, type ReportInput, reportHead } from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'

export interface CampaignsInput extends ReportInput {
  readonly campaigns: readonly Campaign[]
}

/** What campaigns are called in every table about them. */
export const campaignWords = bilingual(
  {
    ...{ id: 'Campaign', name: 'Name', occasion: 'Occasion', state: 'State', filter: 'Filter', createdOn: 'Made' },
    ...{ exportedOn: 'List written', until: 'Orders count until', customers: 'Customers', contacted: 'Contacted' },
    ...{ heldOut: 'Held out', cost: 'Cost' },
    states: { open: 'list not written yet', running: 'running', finished: 'finished' },
  },
  {
    ...{
      id: '活动编号',
      name: '活动名称',
      occasion: '活动类型',
      state: '状态',
      filter: '筛选条件',
      createdOn: '建立日期',
    },
    ...{ exportedOn: '名单导出日期', until: '统计订单截至', customers: '客户数', contacted: '联系的客户' },
    ...{ heldOut: '对照组（暂不联系）', cost: '费用' },
    states: { open: '名单未导出', running: '进行中', finished: '已结束' },
  },
)

const words = bilingual(
  {
    title: 'Campaigns',
    purpose: 'Every campaign: for what, to how many, how many are held out, and how it stands.',
    none: 'There is no campaign yet. To make one: crm campaign new NAME --occasion promotion --filter tier:A,B --message-file message.txt',
    next: 'What came of one: crm campaign result ID',
  },
  {
    title: '营销活动',
    purpose: '所有营销活动：类型、联系多少客户、对照组多少、进行到哪一步。',
    none: '还没有营销活动。建立一个：crm campaign new 活动名称 --occasion 特价促销 --filter tier:A,B --message-file 消息.txt',
    next: '查看活动效果：crm campaign result 活动编号',
  },
)

/** All campaigns, the newest first. */
export const campaigns: ReportDefinition<CampaignsInput> = {
  name: 'campaigns',
  words,
  build(input) {
    const { lang, snapshot, asOf } = input
    const [say, own] = [words[lang], campaignWords[lang]]
    const newest = input.campaigns.toReversed()
    const columns: Column[] = [
      { key: 'campaign', kind: 'id', label: own.id },
      { key: 'name', kind: 'text', label: own.name },
      { key: 'occasion', kind: 'text', label: own.occasion, words: occasionWords[lang] },
      { key: 'state', kind: 'text', label: own.state, words: own.states },
      { key: 'createdOn', kind: 'date', label: own.createdOn },
      { key: 'exportedOn', kind: 'date', label: own.exportedOn },
      { key: 'until', kind: 'date', label: own.until },
      { key: 'contacted', kind: 'count', label: own.contacted },
      { key: 'heldOut', kind: 'count', label: own.heldOut },
      { key: 'costMinor', kind: 'money', label: own.cost, ...currencyOf(snapshot.currency) },
      { key: 'filter', kind: 'text', label: own.filter, wide: true },
    ]
    const table = draft('campaigns', say.title, columns, newest, (one) => ({
      ...{ campaign: one.id, name: one.name, occasion: one.occasion, filter: one.filter, costMinor: one.costMinor },
      state: campaignState(one, asOf),
      createdOn: dateOf(one.createdOn),
      exportedOn: dateOrNull(one.exportedOn),
      until: dateOrNull(one.exportedOn === null ? null : one.exportedOn + EFFECT_DAYS),
      contacted: one.contacted.length + one.inBoth.length,
      heldOut: one.heldOut.length,
    }))
    return {
      ...reportHead(campaigns, input, null),
      ...{ params: {}, summary: { campaigns: newest.length }, facts: [] },
      tables: [finishTable({ ...table, reason: say.none }, input.shape)],
      notes: newest.length === 0 ? [] : [say.next],
    }
  },
}
