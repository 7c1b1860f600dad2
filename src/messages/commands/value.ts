import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'

/** What the options say by which customers are graded. */
export const gradingWords = bilingual(
  {
    days: 'count the orders of this many days before the as-of day (365)',
    all: 'count all orders',
    by: 'what counts: net revenue, gross amount, number of orders, or profit: net less costs and fees (net)',
    cuts: 'where A and B end, in percent of the total (80,95)',
    boundary: 'the customer who crosses a cut belongs to the better tier (crossing) or the next (within)',
  },
  {
    days: '只算基准日之前这么多天的订单（365）',
    all: '所有订单都算',
    by: '按什么分级：净销售额 net、成交总额 gross、订单数 orders、利润 profit（净销售额减成本和手续费）（net）',
    cuts: 'A 类和 B 类到累计百分之几为止（80,95）',
    boundary: '正好跨过分界的客户算上一级（crossing）还是下一级（within）',
  },
)

/** What the options say that compare days. */
const moversWords = bilingual(
  {
    against: 'who stands in another tier than on this day, and why (a week before)',
    per: 'also one row for each country, owner, platform, shop, tag, type (of buyer), category (of goods) or price-band (what an order comes to)',
  },
  {
    against: '与哪一天相比谁升降级、为什么（一周前）',
    per: '另按国家/地区 country、负责人 owner、平台 platform、店铺 shop、标签 tag、买家类型 type、商品类目 category 或客单价 price-band 各列一行',
  },
)

/** What `--scoring` and `--vocabulary` say. */
export const scoringWords = bilingual(
  {
    scoring: 'how scores are cut: by rank, at quantiles as many textbooks do, or at bands of the settings (rank)',
    vocabulary: 'what segments are called: eleven, ten, value, volc, or one of your own from the settings (eleven)',
  },
  {
    scoring: '怎样评分：按名次 rank、按分位数 quantile，或按设置里的分界 bands（rank）',
    vocabulary: '客户分群用哪一套名称：eleven、ten、value、volc，或设置里自定义的名称（eleven）',
  },
)

/** Words of the commands that say what customers are worth. */
export const valueWords = {
  tier: bilingual(
    {
      summary: 'tiers A, B and C by what customers bought, and who moved',
      arguments: { filter: argumentWords.en.filter },
      options: { ...gradingWords.en, ...moversWords.en },
      examples: [
        'crm tier',
        'crm tier --against 30d --per country',
        'crm tier --all --by gross',
        'crm tier country:US --cuts 70,90 -o tiers.xlsx',
      ],
    },
    {
      summary: 'A、B、C 类客户，以及升降级名单',
      arguments: { filter: argumentWords.zh.filter },
      options: { ...gradingWords.zh, ...moversWords.zh },
      examples: [
        'crm tier',
        'crm tier --against 30天 --per country',
        'crm tier --all --by gross',
        'crm tier country:CN --cuts 70,90 -o 客户分级.xlsx',
      ],
    },
  ),
  rfm: bilingual(
    {
      summary: 'scores for recency, frequency and money, and the segments they make',
      arguments: { filter: argumentWords.en.filter },
      options: {
        days: 'count the orders of this many days before the as-of day (365)',
        all: 'count all orders',
        ...scoringWords.en,
        against: 'also show who changed segment since this earlier day',
      },
      examples: [
        'crm rfm',
        'crm rfm segment:champions',
        'crm rfm --against 30d',
        'crm rfm --vocabulary value -o rfm.xlsx',
      ],
    },
    {
      summary: '按最近购买、购买次数、购买金额评分，并分成客户群',
      arguments: { filter: argumentWords.zh.filter },
      options: {
        days: '只算基准日之前这么多天的订单（365）',
        all: '所有订单都算',
        ...scoringWords.zh,
        against: '同时列出从这一天以来换群的客户',
      },
      examples: [
        'crm rfm',
        'crm rfm segment:champions',
        'crm rfm --against 30d',
        'crm rfm --vocabulary value -o rfm.xlsx',
      ],
    },
  ),
  cohorts: bilingual(
    {
      summary: 'how many customers of each month came back in the months after',
      arguments: { filter: argumentWords.en.filter },
      options: {
        months: 'the newest cohorts, and the months they are followed (12)',
        by: 'follow customers who order, or net revenue (customers)',
      },
      examples: ['crm cohorts', 'crm cohorts country:US --months 24', 'crm cohorts --by revenue -o cohorts.xlsx'],
    },
    {
      summary: '按首次下单的月份分组，看之后每个月有多少客户回来',
      arguments: { filter: argumentWords.zh.filter },
      options: {
        months: '列出最近多少个月的新客户，并往后看多少个月（12）',
        by: '看下单的客户 customers，还是净销售额 revenue（customers）',
      },
      examples: ['crm cohorts', 'crm cohorts country:CN --months 24', 'crm cohorts --by revenue -o 客户留存.xlsx'],
    },
  ),
  kpi: bilingual(
    {
      summary: 'indicators of a period beside the one before and a year before, by month, and moves between stages',
      arguments: { filter: argumentWords.en.filter },
      options: {
        period: 'the month, quarter or year of the as-of day (month)',
        month: 'the period this month lies in, for example 2026-07',
        months: 'months in the table by month (12)',
        per: 'what each person did, beside the targets; of the last 90 days unless a period is asked for',
        days: 'repurchase, concentration and classes look at this many days before the end of a period (365)',
        all: 'repurchase, concentration and classes look at all orders',
      },
      examples: [
        'crm kpi',
        'crm kpi --month 2026-07',
        'crm kpi tier:A --period quarter -o kpi.xlsx',
        'crm kpi --per owner',
      ],
    },
    {
      summary: '一个时期的经营指标，与上期、去年同期对比，逐月列出，以及客户各阶段的转化',
      arguments: { filter: argumentWords.zh.filter },
      options: {
        period: '看基准日所在的月 month、季 quarter 还是年 year（month）',
        month: '看这个月所在的时期，例如 2026-07',
        months: '逐月指标列多少个月（12）',
        per: '每个人做了什么，与目标对比；不写时期就看最近90天',
        days: '复购率、集中度和客户类别看各期期末之前多少天的订单（365）',
        all: '复购率、集中度和客户类别看全部订单',
      },
      examples: [
        'crm kpi',
        'crm kpi --month 2026-07',
        'crm kpi tier:A --period quarter -o 经营指标.xlsx',
        'crm kpi --per owner',
      ],
    },
  ),
  forecast: bilingual(
    {
      summary: 'who is still active, what each is expected to order, and when',
      arguments: { filter: argumentWords.en.filter },
      options: {
        model: 'customers may leave after any order (mbg-nbd), or only after a repeat order (bg-nbd) (mbg-nbd)',
        days: 'look this many days ahead (90)',
        weeks: 'look this many weeks ahead',
      },
      examples: ['crm forecast', 'crm forecast tier:A --days 30', 'crm forecast --weeks 26 -o forecast.xlsx'],
    },
    {
      summary: '哪些客户还活跃、预计各下多少单、什么时候下单',
      arguments: { filter: argumentWords.zh.filter },
      options: {
        model: '客户可能在任何一单之后流失（mbg-nbd），或只在复购之后流失（bg-nbd）（mbg-nbd）',
        days: '看未来多少天（90）',
        weeks: '看未来多少周',
      },
      examples: ['crm forecast', 'crm forecast tier:A --days 30', 'crm forecast --weeks 26 -o 销售预估.xlsx'],
    },
  ),
  backtest: bilingual(
    {
      summary: 'how much of what came after a day its rankings would have caught',
      arguments: {},
      options: {
        at: 'the day on which the customers are ranked; what came later is hidden (so many days before the newest order)',
        days: 'compare with this many days after it (90)',
        model: 'the model of the forecast (mbg-nbd)',
      },
      examples: ['crm backtest', 'crm backtest --at 2026-03-31', 'crm backtest --at 2026-03-31 --days 30 --json'],
    },
    {
      summary: '站在过去某一天，看各种客户排序能抓住之后多少订单',
      arguments: {},
      options: {
        at: '在哪一天给客户排序，之后的数据一律不看（默认为最新订单日之前这么多天）',
        days: '与之后多少天的订单比较（90）',
        model: '销售预估用的模型（mbg-nbd）',
      },
      examples: ['crm backtest', 'crm backtest --at 2026-03-31', 'crm backtest --at 2026-03-31 --days 30 --json'],
    },
  ),
  recommend: bilingual(
    {
      summary: 'what to offer: products due for a refill, and what buyers of the same things also bought',
      arguments: {
        who: 'one customer (id, name, phone, e-mail, buyer id), or which customers, for example tier:A last>90d; without it all',
      },
      options: {},
      examples: [
        'crm recommend "Anna Example"',
        'crm recommend tier:A',
        'crm recommend segment:champions -o offers.xlsx',
      ],
    },
    {
      summary: '该推荐什么：该续购的商品，以及买了同样东西的客户还买了什么',
      arguments: {
        who: '一位客户（编号、姓名、手机、邮箱、平台买家号），或筛选条件，例如 tier:A last>90d；不写就是全部客户',
      },
      options: {},
      examples: ['crm recommend 张三', 'crm recommend tier:A', 'crm recommend segment:champions -o 推荐商品.xlsx'],
    },
  ),
}
