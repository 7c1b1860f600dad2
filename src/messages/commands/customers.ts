import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'
import { handOptionWords } from './hand-options.js'
import { gradingWords, scoringWords } from './value.js'

/** Words of the commands about single customers. */
export const customerWords = {
  list: bilingual(
    {
      summary: 'find customers',
      arguments: { filter: argumentWords.en.filter },
      options: {},
      examples: [
        'crm list',
        'crm list tier:A country:US',
        'crm list tier:A stage:at-risk',
        'crm list "orders>=3" "last>90d" -blocked',
      ],
    },
    {
      summary: '查找客户',
      arguments: { filter: argumentWords.zh.filter },
      options: {},
      examples: [
        'crm list',
        'crm list tier:A country:CN',
        'crm list tier:A 阶段:有流失风险',
        'crm list "orders>=3" "last>90d" -blocked',
      ],
    },
  ),
  show: bilingual(
    {
      summary: "one customer's whole file: contacts, orders, cycle, tier, scores",
      arguments: { customer: argumentWords.en.customer },
      options: { sources: 'name the file, sheet, row and batch of every value and of every state of an order' },
      examples: ['crm show "Anna Example"', 'crm show anna@example.com', 'crm show anna@example.com --sources'],
    },
    {
      summary: '一位客户的完整档案：联系方式、订单、购买周期、等级、评分',
      arguments: { customer: argumentWords.zh.customer },
      options: { sources: '列出每个内容、每笔订单各次状态来自哪个文件、工作表、哪一行、哪一批' },
      examples: ['crm show 张三', 'crm show 13800000001', 'crm show 张三 --sources'],
    },
  ),
  why: bilingual(
    {
      summary: "how a customer's tier, scores and due items came about, figure by figure",
      arguments: { customer: argumentWords.en.customer },
      options: {
        ...{ ...gradingWords.en, ...scoringWords.en },
        orders: 'also every order behind the figures, with its file and row',
      },
      examples: [
        'crm why "Anna Example"',
        'crm why "Anna Example" --orders',
        'crm why anna@example.com --on 2026-05-01',
      ],
    },
    {
      summary: '逐步说明客户的等级、评分和跟进是怎么算出来的',
      arguments: { customer: argumentWords.zh.customer },
      options: {
        ...{ ...gradingWords.zh, ...scoringWords.zh },
        orders: '同时列出这些数字背后的每笔订单，写明文件和行号',
      },
      examples: ['crm why 张三', 'crm why 张三 --orders', 'crm why 张三 --on 2026-05-01'],
    },
  ),
  add: bilingual(
    {
      summary: 'add a customer by hand',
      arguments: { name: 'the name of the new customer' },
      options: handOptionWords.en,
      examples: [
        'crm add "Berta Example" --phone "+49 30 901820" --city Berlin',
        'crm add "Example Ltd" --email office@example.com --dry-run',
      ],
    },
    {
      summary: '手工新增一位客户',
      arguments: { name: '新客户的姓名' },
      options: handOptionWords.zh,
      examples: ['crm add 李四 --phone 13800000002 --city 杭州', 'crm add 李四 --email li@example.com --dry-run'],
    },
  ),
  edit: bilingual(
    {
      summary: 'type values of a customer by hand; they win over what files say',
      arguments: { customer: argumentWords.en.customer },
      options: {
        name: 'name',
        ...handOptionWords.en,
        addNote: 'add this to the note there is, with the date',
        imported: 'let the files say these fields again: --imported phone,city',
        tier: 'the tier by hand, beside the computed one; auto lifts it',
        class: 'makes a strategic customer; none lifts it',
        vip: 'grants VIP, or declines it (--no-vip)',
        until: 'the last day as a VIP',
        credit: 'the credit list by hand, with its reason; auto: by the orders again',
        buyerType: 'how the customer buys; auto: as proposed',
        referrer: 'the customer who referred this one; - for nobody',
        reason: 'why; it is kept with the date',
        author: 'who decides (the account of this computer)',
      },
      examples: [
        'crm edit anna@example.com --tier A --reason "opens three shops this year"',
        'crm edit anna@example.com --vip --until +365d',
        'crm edit anna@example.com --credit black --reason "does not pay"',
        'crm edit anna@example.com --phone "+49 30 901820" --city Berlin',
        'crm edit anna@example.com --postcode -',
        'crm edit anna@example.com --imported phone',
      ],
    },
    {
      summary: '手工填写客户的内容，以手工填写的为准，导入不会改掉',
      arguments: { customer: argumentWords.zh.customer },
      options: {
        name: '姓名',
        ...handOptionWords.zh,
        addNote: '在原有备注后面加上这句，带日期',
        imported: '这些内容改回以导入的表格为准：--imported 电话,城市',
        tier: '人工指定客户类别，与算出的并列；auto 取消',
        class: '设为战略客户 strategic；none 取消',
        vip: '授予VIP，或不授予（--no-vip）',
        until: 'VIP 到哪天为止',
        credit: '人工指定信用名单：绿 green、黄 yellow、红 red、黑 black，要写原因；auto 改回按订单计算',
        buyerType: '买家类型：终端 end-user、转销 reseller、礼品 gift；auto 改回系统建议',
        referrer: '推荐这位客户的人（也是客户）；- 表示没有',
        reason: '原因，会连同日期记下来',
        author: '操作人（默认本机账户名）',
      },
      examples: [
        'crm edit 张三 --tier A --reason "今年要开三家店"',
        'crm edit 张三 --vip --until +365d',
        'crm edit 张三 --credit black --reason "拖欠货款"',
        'crm edit 张三 --phone 13800000002 --city 杭州',
        'crm edit 张三 --postcode -',
        'crm edit 张三 --imported 电话',
      ],
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
  dupes: bilingual(
    {
      summary: 'customers who may be one person, as a list or as a sheet to answer yes or no in',
      arguments: { filter: argumentWords.en.filter },
      options: {},
      examples: ['crm dupes', 'crm dupes tier:A,B', 'crm dupes -o twins.xlsx'],
    },
    {
      summary: '列出可能是同一个人的客户，也可导出成表逐行确认',
      arguments: { filter: argumentWords.zh.filter },
      options: {},
      examples: ['crm dupes', 'crm dupes tier:A,B', 'crm dupes -o 重复客户.xlsx'],
    },
  ),
  merge: bilingual(
    {
      summary: 'make one customer of several who are the same person',
      arguments: { customers: 'two or more customers: ids, names, phones, e-mails' },
      options: {},
      examples: ['crm merge anna@example.com 13800000001 --dry-run', 'crm merge anna@example.com "Anna Example"'],
    },
    {
      summary: '把几位其实是同一个人的客户合并为一位',
      arguments: { customers: '两位或更多客户：编号、姓名、手机或邮箱' },
      options: {},
      examples: ['crm merge 张三 13800000001 --dry-run', 'crm merge 张三 13800000001'],
    },
  ),
  split: bilingual(
    {
      summary: 'take records of somebody else out of a customer',
      arguments: {
        customer: argumentWords.en.customer,
        keys: "what is somebody else's: phones, e-mails, buyer ids, names, order numbers; crm show lists them",
      },
      options: {},
      examples: ['crm split anna@example.com "Otto Example" --dry-run', 'crm split anna@example.com 13800000001'],
    },
    {
      summary: '把混进来的别人的记录从客户里拆出去',
      arguments: {
        customer: argumentWords.zh.customer,
        keys: '属于另一个人的手机、邮箱、平台买家号、姓名或订单号；crm show 会列出',
      },
      options: {},
      examples: ['crm split 张三 李四 --dry-run', 'crm split 张三 13800000001'],
    },
  ),
  block: bilingual(
    {
      summary: 'stop dealing with a customer: in no list any more, still in the figures',
      arguments: {
        step: 'propose, check, decide, told, objection or review; without one the customer is blocked at once',
        customer: argumentWords.en.customer,
        text: 'what is written down of the step: the findings, the objection ...',
      },
      options: {
        cause: 'why: failing credit, misuse of your name or brand, attacks or rumours, breach or other grave conduct',
        reason: 'why, in your words; it is kept with the date',
        by: 'who agreed, for decide',
        drop: 'decided not to, for decide',
      },
      examples: [
        'crm block anna@example.com --reason "does not pay"',
        'crm block propose anna@example.com --cause credit --reason "three invoices open"',
        'crm block check anna@example.com "two of them since March"',
        'crm block decide anna@example.com --by "Li, Wang"',
        'crm block told anna@example.com "letter of 3 May"',
      ],
    },
    {
      summary: '摘牌（停止往来）：不再出现在任何名单里，数据仍然计入',
      arguments: {
        step: '步骤：propose 提出、check 核实、decide 决定、told 已通知、objection 客户异议、review 复核；不写就直接摘牌',
        customer: argumentWords.zh.customer,
        text: '这一步要记下的内容：核实结果、异议等',
      },
      options: {
        cause: '摘牌原因：信用不良 credit、冒用店名或品牌 misuse、攻击造谣 attack、违约等严重行为 breach',
        reason: '具体说明，会连同日期记下来',
        by: '同意人，decide 时写',
        drop: '决定不摘牌，decide 时写',
      },
      examples: [
        'crm block 张三 --reason "拖欠货款"',
        'crm block propose 张三 --cause credit --reason "三笔货款未付"',
        'crm block check 张三 "其中两笔从三月拖到现在"',
        'crm block decide 张三 --by "李经理,王店长"',
        'crm block told 张三 "5月3日已发函"',
      ],
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
