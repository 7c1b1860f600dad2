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
      options: gradingWords.en,
      examples: ['crm tier', 'crm tier --all --by gross', 'crm tier country:US --cuts 70,90 -o tiers.xlsx'],
    },
    {
      summary: 'A、B、C 类客户，以及升降级名单',
      arguments: { filter: argumentWords.zh.filter },
      options: gradingWords.zh,
      examples: ['crm tier', 'crm tier --all --by gross', 'crm tier country:CN --cuts 70,90 -o 客户分级.xlsx'],
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
}
