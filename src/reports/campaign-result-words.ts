import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** Words of the report on what came of a campaign. */
export const campaignResultWords = bilingual(
  {
    title: 'Campaign result',
    purpose:
      'What came of a campaign: orders of the 30 days after the list was written, of those contacted and of those held out by lot.',
    facts: {
      difference: 'Difference of the shares',
      extraNet: 'Extra net sales',
      perCost: 'Extra net sales for each 1 spent',
    },
    table: 'Contacted and held out',
    columns: {
      ...{
        group: 'Group',
        customers: 'Customers',
        buyers: 'Bought',
        buyersShare: 'Share that bought',
        orders: 'Orders',
      },
      ...{ net: 'Net sales', netEach: 'Net sales a customer' },
    },
    groups: { contacted: 'contacted', 'held-out': 'held out' },
    moreOften: (points: string, low: string, high: string) =>
      `Contacted customers bought ${points} points more often (between ${low} and ${high}): `,
    lessOften: (points: string, low: string, high: string) =>
      `Contacted customers bought ${points} points less often (the difference lies between ${low} and ${high}): `,
    mayBeChance: 'this may be chance.',
    noChance: 'more than chance explains.',
    spentMore: (value: string, low: string, high: string) =>
      `They spent ${value} more in all than as many of those held out (between ${low} and ${high}): `,
    spentLess: (value: string, low: string, high: string) =>
      `They spent ${value} less in all than as many of those held out (the difference lies between ${low} and ${high}): `,
    perCost: (cost: string, ratio: string) => `${ratio} of net sales for each 1 of the cost of ${cost}.`,
    costMayBeChance: (cost: string) => `this may be chance, so what the cost of ${cost} brought cannot be told.`,
    noHeldOut:
      'Nobody was held out, so what they would have bought anyway is not known and the effect cannot be told. Next time: --holdout 10%',
    tooFew: (orders: number, fewest: number) =>
      `Only ${plural(orders, 'order')} came from both groups together (fewer than ${fewest}): the effect cannot be told.`,
    soFar: (days: number, of: number, until: string) =>
      `So far: ${days} of ${of} days; orders count until ${until}, so this will still change.`,
    overlap: (customers: number, campaign: string) =>
      `${plural(customers, 'contacted customer')} also got campaign ${campaign} within 30 days: what came of that is in these figures too.`,
  },
  {
    title: '活动效果',
    purpose: '营销活动的效果：名单导出后30天内，联系过的客户与随机对照组的下单情况对比。',
    facts: { difference: '下单比例之差', extraNet: '多带来的净销售额', perCost: '每1元费用多带来' },
    table: '联系组与对照组',
    columns: {
      ...{ group: '分组', customers: '客户数', buyers: '下单客户', buyersShare: '下单比例', orders: '订单数' },
      ...{ net: '净销售额', netEach: '人均净销售额' },
    },
    groups: { contacted: '联系组', 'held-out': '对照组' },
    moreOften: (points, low, high) => `联系过的客户下单比例高${points}个百分点（范围 ${low} 到 ${high}）：`,
    lessOften: (points, low, high) => `联系过的客户下单比例低${points}个百分点（差值范围 ${low} 到 ${high}）：`,
    mayBeChance: '也可能只是偶然。',
    noChance: '不是偶然能解释的。',
    spentMore: (value, low, high) => `比同样多的对照组客户一共多买 ${value}（范围 ${low} 到 ${high}）：`,
    spentLess: (value, low, high) => `比同样多的对照组客户一共少买 ${value}（差额范围 ${low} 到 ${high}）：`,
    perCost: (cost, ratio) => `费用 ${cost}，投入产出比 1:${ratio}。`,
    costMayBeChance: (cost) => `也可能只是偶然，说不出费用 ${cost} 带来了多少。`,
    noHeldOut: '这次没有留对照组，不知道不联系会买多少，因此说不出效果。下次请加 --holdout 10%',
    tooFew: (orders, fewest) => `两组一共只有${orders}笔订单（不足${fewest}笔），说不出效果。`,
    soFar: (days, of, until) => `目前只过了${days}天（共${of}天），统计订单截至 ${until}，结果还会变化。`,
    overlap: (customers, campaign) =>
      `有${customers}位联系过的客户在30天内还收到了活动 ${campaign}，其效果也算在里面。`,
  },
)
