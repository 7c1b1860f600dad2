import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'
import { gradingWords, scoringWords } from './value.js'

/** Words of the commands about single customers. */
export const customerWords = {
  list: bilingual(
    {
      summary: 'find customers',
      arguments: { filter: argumentWords.en.filter },
      options: {},
      examples: ['crm list', 'crm list tier:A country:US', 'crm list "orders>=3" "last>90d" -blocked'],
    },
    {
      summary: '查找客户',
      arguments: { filter: argumentWords.zh.filter },
      options: {},
      examples: ['crm list', 'crm list tier:A country:CN', 'crm list "orders>=3" "last>90d" -blocked'],
    },
  ),
  show: bilingual(
    {
      summary: "one customer's whole file: contacts, orders, cycle, tier, scores",
      arguments: { customer: argumentWords.en.customer },
      options: {},
      examples: ['crm show "Anna Example"', 'crm show anna@example.com'],
    },
    {
      summary: '一位客户的完整档案：联系方式、订单、购买周期、等级、评分',
      arguments: { customer: argumentWords.zh.customer },
      options: {},
      examples: ['crm show 张三', 'crm show 13800000001'],
    },
  ),
  why: bilingual(
    {
      summary: "how a customer's tier, scores and due items came about, figure by figure",
      arguments: { customer: argumentWords.en.customer },
      options: { ...gradingWords.en, ...scoringWords.en },
      examples: ['crm why "Anna Example"', 'crm why anna@example.com --on 2026-05-01'],
    },
    {
      summary: '逐步说明客户的等级、评分和跟进是怎么算出来的',
      arguments: { customer: argumentWords.zh.customer },
      options: { ...gradingWords.zh, ...scoringWords.zh },
      examples: ['crm why 张三', 'crm why 张三 --on 2026-05-01'],
    },
  ),
  tag: bilingual(
    {
      summary: 'put tags on a customer, or take them off',
      arguments: { customer: argumentWords.en.customer, tags: 'one or more tags' },
      options: { remove: 'take these tags off' },
      examples: ['crm tag anna@example.com wholesale', 'crm tag anna@example.com wholesale --remove'],
    },
    {
      summary: '给客户打标签，或去掉标签',
      arguments: { customer: argumentWords.zh.customer, tags: '一个或几个标签' },
      options: { remove: '去掉这些标签' },
      examples: ['crm tag 张三 批发', 'crm tag 张三 批发 --remove'],
    },
  ),
  block: bilingual(
    {
      summary: 'stop dealing with a customer: in no list any more, still in the figures',
      arguments: { customer: argumentWords.en.customer },
      options: { reason: 'why; it is kept with the date' },
      examples: ['crm block anna@example.com --reason "does not pay"'],
    },
    {
      summary: '摘牌（停止往来）：不再出现在任何名单里，数据仍然计入',
      arguments: { customer: argumentWords.zh.customer },
      options: { reason: '原因，会连同日期记下来' },
      examples: ['crm block 张三 --reason "拖欠货款"'],
    },
  ),
  unblock: bilingual(
    {
      summary: 'deal with a customer again',
      arguments: { customer: argumentWords.en.customer },
      options: { reason: 'why; it is kept with the date' },
      examples: ['crm unblock anna@example.com --reason "has paid"'],
    },
    {
      summary: '取消摘牌，恢复往来',
      arguments: { customer: argumentWords.zh.customer },
      options: { reason: '原因，会连同日期记下来' },
      examples: ['crm unblock 张三 --reason "货款已结清"'],
    },
  ),
}
