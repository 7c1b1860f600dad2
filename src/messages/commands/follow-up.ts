import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'

/** Words of the commands of each morning. */
export const followUpWords = {
  due: bilingual(
    {
      summary: 'whom to contact today and why, the most at stake first',
      arguments: { filter: argumentWords.en.filter },
      options: {
        days: 'look this many days ahead',
        owner: 'only what this person sees to: own customers, leads, complaints and countermeasures',
        reason: 'only these reasons, by the names of rules: restock, birthday ...',
      },
      examples: [
        'crm due',
        'crm due --limit 20',
        'crm due --reason restock,refill',
        'crm due --days 7 tier:A -o week.xlsx',
      ],
    },
    {
      summary: '今日待跟进：联系谁、为什么，影响金额大的在前',
      arguments: { filter: argumentWords.zh.filter },
      options: {
        days: '往后看这么多天',
        owner: '只看这个人负责的：客户、意向客户、投诉、对策',
        reason: '只看这些原因：补货提醒、生日等（或规则名 restock、birthday）',
      },
      examples: [
        'crm due',
        'crm due --limit 20',
        'crm due --reason 补货提醒,续购提醒',
        'crm due --days 7 tier:A -o 本周跟进.xlsx',
      ],
    },
  ),
  log: bilingual(
    {
      summary: 'record a contact with a customer',
      arguments: { customer: argumentWords.en.customer, text: 'what was said' },
      options: {
        channel: 'how: phone, wechat, email, visit ...',
        result: 'what came of it: interested, ordered, no answer ...',
        next: 'when to contact next',
        done: 'close what was due for the customer as well',
        stock: 'what the buyer has left of a product; it is due before that runs out',
        by: "who was in touch (the customer's owner)",
      },
      examples: [
        'crm log anna@example.com "wants 40 more next month" --channel phone --next +14d',
        'crm log anna@example.com "has enough for now" --stock TEA-1=40 --done',
      ],
    },
    {
      summary: '写一条跟进记录',
      arguments: { customer: argumentWords.zh.customer, text: '说了什么' },
      options: {
        channel: '方式：电话、微信、邮件、拜访等',
        result: '结果：有意向、已下单、未接通等',
        next: '下次跟进日期',
        done: '同时结清这位客户的待办',
        stock: '客户还剩多少库存，快用完时会提醒',
        by: '谁跟进的（默认为客户负责人）',
      },
      examples: [
        'crm log 张三 "下月再要40件" --channel 电话 --next +14d',
        'crm log 张三 "暂时够用" --stock TEA-1=40 --done',
      ],
    },
  ),
  done: bilingual(
    {
      summary: 'close what is due for a customer: it was done',
      arguments: { customer: argumentWords.en.customer },
      options: { rule: 'only the item of this rule', note: 'what was done', by: "who did it (the customer's owner)" },
      examples: ['crm done anna@example.com', 'crm done anna@example.com --rule restock --note "called"'],
    },
    {
      summary: '已跟进：结清这位客户的待办',
      arguments: { customer: argumentWords.zh.customer },
      options: { rule: '只结清这条规则的待办', note: '做了什么', by: '谁做的（默认为客户负责人）' },
      examples: ['crm done 张三', 'crm done 张三 --rule restock --note "已电话"'],
    },
  ),
  snooze: bilingual(
    {
      summary: 'put what is due for a customer off until a day',
      arguments: { customer: argumentWords.en.customer, until: 'the day: 2026-05-01, or +7d for in seven days' },
      options: { rule: 'only the item of this rule' },
      examples: ['crm snooze anna@example.com +7d', 'crm snooze anna@example.com "in 30 days" --rule rhythm'],
    },
    {
      summary: '推迟：把这位客户的待办推到某一天',
      arguments: { customer: argumentWords.zh.customer, until: '哪一天：2026-05-01，或 +7d 表示七天后' },
      options: { rule: '只推迟这条规则的待办' },
      examples: ['crm snooze 张三 +7d', 'crm snooze 张三 30天后 --rule rhythm'],
    },
  ),
  skip: bilingual(
    {
      summary: 'drop what is due for a customer this time',
      arguments: { customer: argumentWords.en.customer },
      options: { rule: 'only the item of this rule', note: 'why' },
      examples: ['crm skip anna@example.com', 'crm skip anna@example.com --rule restock --note "on holiday"'],
    },
    {
      summary: '跳过：这一次不跟进',
      arguments: { customer: argumentWords.zh.customer },
      options: { rule: '只跳过这条规则的待办', note: '原因' },
      examples: ['crm skip 张三', 'crm skip 张三 --rule restock --note "在休假"'],
    },
  ),
  campaign: bilingual(
    {
      summary: 'write to chosen customers, hold some out, and see what came of it',
      arguments: {
        action: 'list, new, show, export or result',
        words: 'after new the name of the campaign, else its number as crm campaign list shows it',
      },
      options: {
        occasion: 'what a new one is for: new-product, promotion, festival or restock',
        filter: 'whom a new one chooses, for example "tier:A,B country:US"; whom it chose stays',
        messageFile:
          'the text to send, with {name} {first_name} {company} {product} {last_order} {days} {tier} {shop} {points}, or {name|friend} for want of one; a line [en] or [zh] begins the text in that language',
        holdout: 'share not contacted, to compare with (10%)',
        cost: 'what it costs, in the currency of the ledger',
        fallback: 'what stands in for a missing value: name=friend',
        skipMissing: 'leave out customers with a missing value',
        sent: 'after export: the list is sent in one go, by a mail tool; else crm due names each until contacted',
      },
      examples: [
        'crm campaign new "Spring tea" --occasion new-product --filter "tier:A,B country:US" --message-file message.txt --cost 200 --dry-run',
        'crm campaign list',
        'crm campaign export C1 -o c1.xlsx',
        'crm campaign result C1',
      ],
    },
    {
      summary: '营销活动：选客户、写消息、留对照组，再看效果',
      arguments: {
        action: 'list（全部）、new（新建）、show（查看）、export（导出名单）或 result（活动效果）',
        words: 'new 后面写活动名称，其余写活动编号，见 crm campaign list',
      },
      options: {
        occasion: '活动类型：新品上线、特价促销、节日、补货',
        filter: '选哪些客户，例如 "tier:A,B country:CN"；选定之后不再变动',
        messageFile:
          '消息文件，可以填入 {姓名} {称呼} {公司} {产品} {上次下单} {天数} {类别} {店铺} {积分}，缺数据时用别的词写成 {姓名|朋友}；单独一行 [zh] 或 [en] 开始写这种语言',
        holdout: '对照组（暂不联系）的比例（10%）',
        cost: '活动费用，按账本的本位币',
        fallback: '缺数据时用什么代替：姓名=朋友',
        skipMissing: '排除缺数据的客户',
        sent: 'export 后面：名单由群发工具一次发完；不写的话，还没联系的客户会出现在 crm due 里',
      },
      examples: [
        'crm campaign new 春茶上市 --occasion 新品上线 --filter "tier:A,B country:CN" --message-file 消息.txt --cost 200 --dry-run',
        'crm campaign list',
        'crm campaign export C1 -o 名单.xlsx',
        'crm campaign result C1',
      ],
    },
  ),
  care: bilingual(
    {
      summary: 'whom to remember in the coming eight weeks, what came of it, and gifts with their replies',
      arguments: {
        action:
          'plan: the care plan in force; gift: record a gift; reply: what the customer said to it; nothing: the calendar',
        rest: 'which customers to look at; after gift or reply the customer, then what was given or said',
      },
      options: {
        value: 'what the gift cost, in the base currency',
        occasion: 'what the gift was for: birthday, anniversary, mid-autumn, christmas ..., treat (the yearly one)',
        channel: 'how the customer was reached: phone, wechat, visit ...',
        gift: 'which gift the reply is to, such as G3; the newest one without a reply when left out',
        satisfied: 'whether the reply was satisfied',
      },
      examples: [
        'crm care',
        'crm care tier:A -o care.xlsx',
        'crm care plan',
        'crm care gift anna@example.com "tea sample" --value 12 --occasion birthday --channel visit',
        'crm care reply anna@example.com "thanks, it tastes great" --satisfied',
      ],
    },
    {
      summary: '客户关怀：未来八周该问候谁、做得怎么样，礼品和客户反馈',
      arguments: {
        action: 'plan：现行关怀计划；gift：登记礼品；reply：登记客户反馈；不写就看日历',
        rest: '要看哪些客户；gift、reply 后面写客户，再写送了什么、客户说了什么',
      },
      options: {
        value: '礼品花费，按本位币',
        occasion: '因为什么送：生日、纪念日、中秋节、圣诞节等，或 treat（年度答谢）',
        channel: '怎么联系的：电话、微信、拜访等',
        gift: '反馈的是哪份礼品，如 G3；不写就是最近一份还没反馈的',
        satisfied: '客户是否满意',
      },
      examples: [
        'crm care',
        'crm care tier:A -o 客户关怀.xlsx',
        'crm care plan',
        'crm care gift 张三 "新茶小样" --value 80 --occasion 生日 --channel 拜访',
        'crm care reply 张三 "很喜欢，谢谢" --satisfied',
      ],
    },
  ),
}
