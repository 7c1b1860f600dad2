import type { ReportInput } from '../core/report/build.js'
import { type Dimension, FEWEST_SCORED, type Rfm } from '../core/value/rfm.js'
import type { Standing } from '../core/value/standing.js'
import { suggestedBounds } from '../core/value/suggested-bounds.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

const words = bilingual(
  {
    few: (n: number) =>
      `${n === 0 ? 'Nobody' : plural(n, 'customer')} ordered in this window; scores need at least ${FEWEST_SCORED}.`,
    scoring: {
      rank: 'Scores 1 to 5, 5 best, by rank: 5 means better than at least 80 % of the customers; equal values score the same.',
      quantile: 'Scores 1 to 5, 5 best, by the quantiles at 20, 40, 60 and 80 %: a value above the last scores 5.',
      bands:
        'Scores 1 to 5, 5 best, by fixed bounds (rfm.bands.recency, rfm.bands.frequency, rfm.bands.monetary): a value above the last scores 5, days within the first.',
    },
    amounts: (line: string) =>
      `No bounds of amounts are set, so M is cut at the quantiles of these customers at 20, 40, 60 and 80 %. To fix them, with amounts of your own: ${line}`,
    vocabulary: (meaning: string) => `Segments: ${meaning}.`,
    equal: (dimensions: readonly string[]) =>
      `All of these customers have the same ${dimensions.join(', ')}: ${dimensions.length === 1 ? 'that score tells nobody apart' : 'those scores tell nobody apart'}, and a segment's name says little of them.`,
    dimensions: { recency: 'day of the last order', frequency: 'number of orders', monetary: 'net revenue' },
  },
  {
    few: (n) => `这段时间${n === 0 ? '没有' : `只有${n}位`}客户下单；至少${FEWEST_SCORED}位才能评分。`,
    scoring: {
      rank: '评分1至5分，5分最好，按名次：5分表示好过至少80%的客户；数值相同，分数相同。',
      quantile: '评分1至5分，5分最好，按20%、40%、60%、80%分位数：超过最高一档得5分。',
      bands:
        '评分1至5分，5分最好，按固定分界（rfm.bands.recency、rfm.bands.frequency、rfm.bands.monetary）：超过最高一档得5分，天数在第一档以内得5分。',
    },
    amounts: (line) =>
      `还没有设定金额分界，M暂按这些客户的20%、40%、60%、80%分位数评分。要固定下来，请写自己的金额：${line}`,
    vocabulary: (meaning) => `客户分群：${meaning}。`,
    equal: (dimensions) =>
      `这些客户的${dimensions.join('、')}全都一样，对应的分数分不出高下，分群的名称也就说明不了什么。`,
    dimensions: { recency: '最近下单日期', frequency: '订单数', monetary: '净销售额' },
  },
)

/** What the scores mean, or why there are none. */
export function scoringNote({ hasScores, scoring, scored }: Rfm, lang: Lang): string {
  return hasScores ? words[lang].scoring[scoring] : words[lang].few(scored.length)
}

/** What else the reader should know of the scores: bounds that are not set, scores that tell nobody apart, segments that are not the usual ones. */
export function scoreNotes(input: ReportInput, { rfm, vocabulary }: Standing): string[] {
  const say = words[input.lang]
  if (!rfm.hasScores) return []
  const equal = (['recency', 'frequency', 'monetary'] as const).filter((key) => isAllEqual(rfm[key]))
  return [
    ...(vocabulary.name === 'eleven' ? [] : [say.vocabulary(vocabulary.words[input.lang].meaning)]),
    ...(rfm.scoring === 'bands' && rfm.monetary.scoring === 'quantile' ? [say.amounts(amountsLine(input, rfm))] : []),
    ...(equal.length === 0 ? [] : [say.equal(equal.map((key) => say.dimensions[key]))]),
  ]
}

function isAllEqual({ ascending }: Dimension): boolean {
  return ascending[0] === ascending[ascending.length - 1]
}

function amountsLine({ snapshot }: ReportInput, { monetary }: Rfm): string {
  return `crm config set rfm.bands.monetary ${suggestedBounds(monetary.cuts, snapshot.currency ?? 'CNY').join(',')}`
}
