import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'

/** Words of the commands that write reports and lists. */
export const reportWords = {
  report: bilingual(
    {
      summary: 'the whole picture of a period, or key and problem customers, on the screen, for Excel or as a page',
      arguments: {
        kind: 'which report: weekly, daily, monthly, quarterly, key (key customers to plan for), problem (problem customers to plan for), customer (one customer on paper), statement (one month of one customer, to hand over)',
        filter: `${argumentWords.en.filter}; after customer and statement the customer`,
      },
      options: {
        period:
          'which period: 2026-W30, 2026-07, 2026-Q2, last or this; else the seven days up to today, or the last month or quarter that is over',
        owner: 'only customers this person looks after; of a day also the contacts this person made',
      },
      examples: [
        'crm report weekly',
        'crm report daily --owner Li',
        'crm report monthly --period 2026-07 -o july.xlsx',
        'crm report statement "Ann Lee" --period 2026-07 -o statement.html',
        'crm report key -o key.xlsx',
        'crm report weekly -o report.xlsx',
        'crm report weekly country:US -o report.html',
      ],
    },
    {
      summary: '一段时间的全部情况，或重点客户、问题客户：看屏幕、写成 Excel 或网页',
      arguments: {
        kind: '哪种报表：weekly（周报）、daily（日报）、monthly（月报）、quarterly（季报）、key（重点客户，制定对策）、problem（问题客户，制定对策）、customer（打印用的客户档案）、statement（给客户的月对账单）',
        filter: `${argumentWords.zh.filter}；customer 和 statement 后面写客户`,
      },
      options: {
        period: '哪一期：2026-W30、2026-07、2026-Q2，上月、本月等；不写就是截至今天的七天，或最近一个已结束的月、季度',
        owner: '只看这位负责人的客户；日报还含这个人做的跟进',
      },
      examples: [
        'crm report weekly',
        'crm report daily --owner 小李',
        'crm report monthly --period 2026-07 -o 月报.xlsx',
        'crm report statement 王芳 --period 2026-07 -o 对账单.html',
        'crm report key -o 重点客户.xlsx',
        'crm report weekly -o 周报.xlsx',
        'crm report weekly 国家:中国 -o 周报.html',
      ],
    },
  ),
  contacts: bilingual(
    {
      summary:
        'a contact list for phone, mail and chat tools; leaves out blocked customers and those who do not agree to be written to',
      arguments: { filter: argumentWords.en.filter },
      options: { preset: 'a csv with the columns that this program takes in by itself' },
      examples: [
        'crm contacts tier:A -o best.vcf',
        'crm contacts "last>90d" -o quiet.xlsx',
        'crm contacts tier:A --columns name,phone,wechat,city -o call.csv --encoding gbk',
        'crm contacts consent:yes --preset mailchimp -o mailchimp.csv',
        'crm contacts tier:A --mask -o list.xlsx',
      ],
    },
    {
      summary: '联系人名单，可导入手机、邮件和聊天工具；不含已摘牌和不同意接收消息的客户',
      arguments: { filter: argumentWords.zh.filter },
      options: { preset: '写成这个程序能直接导入的 csv' },
      examples: [
        'crm contacts tier:A -o 重点客户.vcf',
        'crm contacts "last>90d" -o 久未下单.xlsx',
        'crm contacts tier:A --columns 客户名称,电话,微信号,城市 -o 电话名单.csv --encoding gbk',
        'crm contacts consent:yes --preset mailchimp -o mailchimp.csv',
        'crm contacts tier:A --mask -o 名单.xlsx',
      ],
    },
  ),
  exports: bilingual(
    {
      summary: 'which lists with contacts were written: when, of whom, how many, to which file',
      arguments: {},
      options: {},
      examples: ['crm exports', 'crm exports --limit 10'],
    },
    {
      summary: '导出记录：什么时候、按什么条件、导出了多少位客户的联系方式、写到哪个文件',
      arguments: {},
      options: {},
      examples: ['crm exports', 'crm exports --limit 10'],
    },
  ),
}
