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
    asOften: (low: string, high: string) =>
      `Contacted customers bought as often as those held out (the difference lies between ${low} and ${high} points): `,
    mayBeChance: 'this may be chance.',
    noChance: 'more than chance explains.',
    spentMore: (value: string, low: string, high: string) =>
      `They spent ${value} more in all than as many of those held out (between ${low} and ${high}): `,
    spentLess: (value: string, low: string, high: string) =>
      `They spent ${value} less in all than as many of those held out (the difference lies between ${low} and ${high}): `,
    perCost: (cost: string, ratio: string) => `${ratio} of net sales for each 1 of the cost of ${cost}.`,
    costMayBeChance: (cost: string) => `this may be chance, so what the cost of ${cost} brought cannot be told.`,
    salesUnclear: (cost: string | null) =>
      `So what came of it in money cannot be told either${cost === null ? '.' : `, nor what the cost of ${cost} brought.`}`,
    fewBuyers: (fewest: number) =>
      `In money it cannot be told: fewer than ${fewest} customers of one group bought, too few to say how far such amounts differ by chance.`,
    tooFewChosen: (customers: number, percent: number, fewest: number) =>
      `Nobody was held out: ${percent} % of ${plural(customers, 'customer')} comes to nobody (from ${fewest} customers on, one is), so what they would have bought anyway is not known and the effect cannot be told.`,
    noHeldOut:
      'Nobody was held out, so what they would have bought anyway is not known and the effect cannot be told. Next time: --holdout 10%',
    tooFew: (orders: number, fewest: number) =>
      `Only ${plural(orders, 'order')} came from both groups together (fewer than ${fewest}): the effect cannot be told.`,
    tooFewYet: (orders: number, fewest: number) =>
      `Only ${plural(orders, 'order')} came from both groups together so far (fewer than ${fewest}): the effect cannot be told yet.`,
    noOrders: 'Nobody of either group ordered in these 30 days: the effect cannot be told.',
    noOrdersYet: 'Nobody of either group has ordered yet: the effect cannot be told.',
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
    asOften: (low, high) => `联系过的客户和对照组下单比例相同（差值范围 ${low} 到 ${high} 个百分点）：`,
    mayBeChance: '也可能只是偶然。',
    noChance: '不是偶然能解释的。',
    spentMore: (value, low, high) => `比同样多的对照组客户一共多买 ${value}（范围 ${low} 到 ${high}）：`,
    spentLess: (value, low, high) => `比同样多的对照组客户一共少买 ${value}（差额范围 ${low} 到 ${high}）：`,
    perCost: (cost, ratio) => `费用 ${cost}，投入产出比 1:${ratio}。`,
    costMayBeChance: (cost) => `也可能只是偶然，说不出费用 ${cost} 带来了多少。`,
    salesUnclear: (cost) =>
      cost === null ? '金额上的效果同样说不出。' : `金额上的效果同样说不出，也就不知道费用 ${cost} 带来了多少。`,
    fewBuyers: (fewest) => `金额上的效果还说不出：有一组下单的客户不足${fewest}位，看不出金额相差多少属于偶然。`,
    tooFewChosen: (customers, percent, fewest) =>
      `这次没有留对照组：${customers}位客户的${percent}%不到1位（满${fewest}位才会留出1位），不知道不联系会买多少，因此说不出效果。`,
    noHeldOut: '这次没有留对照组，不知道不联系会买多少，因此说不出效果。下次请加 --holdout 10%',
    tooFew: (orders, fewest) => `两组一共只有${orders}笔订单（不足${fewest}笔），说不出效果。`,
    tooFewYet: (orders, fewest) => `两组目前一共只有${orders}笔订单（不足${fewest}笔），还说不出效果。`,
    noOrders: '30天内两组都没有人下单，说不出效果。',
    noOrdersYet: '两组目前都还没有人下单，说不出效果。',
    soFar: (days, of, until) => `目前只过了${days}天（共${of}天），统计订单截至 ${until}，结果还会变化。`,
    overlap: (customers, campaign) =>
      `有${customers}位联系过的客户在30天内还收到了活动 ${campaign}，其效果也算在里面。`,
  },
)
