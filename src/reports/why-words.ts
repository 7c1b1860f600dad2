import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** The words of the arithmetic behind one customer's tier, scores and follow-ups. */
export const whyWords = bilingual(
  {
    title: 'Why',
    purpose: 'The arithmetic behind one customer’s tier, scores and follow-ups.',
    tier: 'Tier',
    rank: (graded: number) => `Rank among ${plural(graded, 'customer')}`,
    before: 'Share of those above',
    after: 'Share with this customer',
    missing: (tier: string) => `Missing for tier ${tier}`,
    from: (tier: string) => `Tier ${tier} from`,
    costs: 'Less costs and fees',
    ungraded: (measure: string) =>
      `Tier U: ${measure.toLowerCase()} in the window is not above zero, so the customer stands outside the shares.`,
    unprofitable: 'Tier U: the customer brought no profit in the window and stands outside the shares.',
    cross: (tier: string, before: string, limit: string) =>
      `Tier ${tier}: the customers above hold ${before} of the total, which is ${limit}. Who crosses a cut is in the better class.`,
    within: (tier: string, after: string, limit: string) =>
      `Tier ${tier}: with this customer ${after} of the total is reached, which is ${limit}. Who crosses a cut is in the lower class.`,
    upTo: (cut: number) => `within ${cut} %`,
    between: (a: number, b: number) => `between ${a} % and ${b} %`,
    past: (cut: number) => `past ${cut} %`,
    segment: (code: string, name: string, codes: string) =>
      `Segment ${name}: R F M ${code} is one of its codes (${codes}).`,
    segmentByMean: (name: string, levels: readonly string[], means: readonly number[]) =>
      `Segment ${name}: R ${levels[0]}, F ${levels[1]}, M ${levels[2]}; high is a score above the mean of all (R ${means[0]!.toFixed(2)}, F ${means[1]!.toFixed(2)}, M ${means[2]!.toFixed(2)}).`,
    levels: { 0: 'low', 1: 'high' },
    unscored: 'No scores: no counted order in the window.',
    scores: 'Scores',
    due: 'Follow-up rules',
    stakeOf: 'Of',
    stakeShare: 'Lost by waiting',
    days: (days: number) => plural(days, 'day'),
    orders: (orders: number) => plural(orders, 'order'),
    dimensions: { r: 'R: since the last order', f: 'F: orders', m: 'M: net revenue' },
    columns: {
      dimension: 'Score of',
      value: 'Value',
      rank: 'Rank',
      worse: 'Strictly worse',
      customers: 'Of customers',
      score: 'Score',
      cuts: {
        rank: 'Scores 2, 3, 4, 5 begin at',
        quantile: 'Quantiles at 20, 40, 60, 80 %',
        bands: 'Scores 2, 3, 4, 5: more than (days: at most)',
      },
    },
  },
  {
    title: '计算依据',
    purpose: '一位客户的类别、评分和跟进提醒是怎么算出来的。',
    tier: '客户类别',
    rank: (graded) => `在${graded}位客户中的名次`,
    before: '排在前面的客户占比',
    after: '算上该客户的累计占比',
    missing: (tier) => `距${tier}类还差`,
    from: (tier) => `${tier}类起点`,
    costs: '减：成本和手续费',
    ungraded: (measure) => `无有效成交：统计期内${measure}不大于零，不参与占比计算。`,
    unprofitable: '没有利润：统计期内利润不大于零，不参与占比计算。',
    cross: (tier, before, limit) =>
      `${tier}类客户：排在前面的客户占总额的${before}，${limit}。跨过分界线的客户归入较高一类。`,
    within: (tier, after, limit) =>
      `${tier}类客户：算上该客户累计占总额的${after}，${limit}。跨过分界线的客户归入较低一类。`,
    upTo: (cut) => `在${cut}%以内`,
    between: (a, b) => `在${a}%到${b}%之间`,
    past: (cut) => `已过${cut}%`,
    segment: (code, name, codes) => `客户分群“${name}”：R F M 为${code}，属于该群的编码（${codes}）。`,
    segmentByMean: (name, levels, means) =>
      `客户分群“${name}”：R${levels[0]}、F${levels[1]}、M${levels[2]}；高于全部客户平均分为高（R ${means[0]!.toFixed(2)}、F ${means[1]!.toFixed(2)}、M ${means[2]!.toFixed(2)}）。`,
    levels: { 0: '低', 1: '高' },
    unscored: '没有评分：统计期内没有有效订单。',
    scores: '评分',
    due: '跟进规则',
    stakeOf: '总额',
    stakeShare: '等待流失',
    days: (days) => `${days}天`,
    orders: (orders) => `${orders}单`,
    dimensions: { r: 'R：距上次下单', f: 'F：订单数', m: 'M：净销售额' },
    columns: {
      dimension: '维度',
      value: '数值',
      rank: '名次',
      worse: '比其差的客户数',
      customers: '客户总数',
      score: '分数',
      cuts: {
        rank: '2、3、4、5分的起点',
        quantile: '20%、40%、60%、80%分位数',
        bands: '2、3、4、5分：多于（天数为不超过）',
      },
    },
  },
)
