import type { ReportInput } from '../core/report/build.js'
import { type Dimension, FEWEST_SCORED, type Rfm } from '../core/value/rfm.js'
import { segmentTotals } from '../core/value/segments/totals.js'
import { segmentNames } from '../core/value/segments/vocabulary.js'
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
    equal: (alike: readonly string[]) =>
      `All customers who ordered in this window have the same ${alike.join(', ')}: ${alike.length === 1 ? 'that score is' : 'those scores are'} only what the method gives to equal values, no judgement.`,
    names: (names: readonly string[]) =>
      `Do not go by the ${names.length === 1 ? 'name of the segment' : 'names of the segments'} (${names.join(', ')}).`,
    differing: (dimensions: readonly string[]) =>
      dimensions.length === 0
        ? 'Nothing here tells them apart.'
        : `They differ by ${dimensions.join(' and ')}${dimensions.length === 1 ? ' alone' : ''}.`,
    between: ' ',
    alike: (dimension: string, score: string) => `${dimension} (${score})`,
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
    equal: (alike) => `这段时间下单的客户，${alike.join('、')}全都一样：数值相同时得几分只是规则使然，不代表好坏。`,
    names: (names) => `不要按分群名称（${names.join('、')}）判断。`,
    differing: (dimensions) =>
      dimensions.length === 0 ? '这些客户之间分不出高下。' : `有差别的只有${dimensions.join('和')}。`,
    between: '',
    alike: (dimension, score) => `${dimension}（${score}）`,
    dimensions: { recency: '最近下单日期', frequency: '订单数', monetary: '净销售额' },
  },
)

/** What the scores mean, or why there are none. */
export function scoringNote({ hasScores, scoring, scored }: Rfm, lang: Lang): string {
  return hasScores ? words[lang].scoring[scoring] : words[lang].few(scored.length)
}

/** What else the reader should know of the scores: bounds that are not set, scores that tell nobody apart, segments that are not the usual ones. */
export function scoreNotes(input: ReportInput, standing: Standing): string[] {
  const say = words[input.lang]
  const { rfm, vocabulary } = standing
  if (!rfm.hasScores) return []
  return [
    ...(vocabulary.name === 'eleven' ? [] : [say.vocabulary(vocabulary.words[input.lang].meaning)]),
    ...(rfm.scoring === 'bands' && rfm.monetary.scoring === 'quantile' ? [say.amounts(amountsLine(input, rfm))] : []),
    ...equalNotes(input, standing),
  ]
}

const SCORES = { recency: 'r', frequency: 'f', monetary: 'm' } as const

/** Said where all customers have the same value in a dimension: what it is scored says nothing then, nor do names that rest on it. */
export function equalNotes({ lang }: Pick<ReportInput, 'lang'>, standing: Standing): string[] {
  const say = words[lang]
  const { rfm, vocabulary } = standing
  const dimensions = Object.keys(SCORES) as (keyof typeof SCORES)[]
  const equal = dimensions.filter((key) => isAllEqual(rfm[key]))
  // Fixed bounds judge equal values as any others.
  const unjudged = equal.filter((key) => rfm[key].scoring !== 'bands')
  if (!rfm.hasScores || unjudged.length === 0) return []
  const scoreOf = (key: keyof typeof SCORES) => `${SCORES[key].toUpperCase()} ${rfm[SCORES[key]][rfm.scored[0]!]}`
  const names = segmentNames(vocabulary, lang)
  const held = [...segmentTotals(standing)].filter(([, { customers }]) => customers > 0)
  // Segments are named by R and F first, and who bought once is rightly at the bottom of F.
  const isMisnamed = (key: keyof typeof SCORES) =>
    key === 'recency' || (key === 'frequency' && rfm.frequency.ascending[0] !== 1)
  return [
    [
      say.equal(unjudged.map((key) => say.alike(say.dimensions[key], scoreOf(key)))),
      ...(unjudged.some(isMisnamed) ? [say.names(held.map(([segment]) => names[segment]!))] : []),
      say.differing(dimensions.filter((key) => !equal.includes(key)).map((key) => say.dimensions[key])),
    ].join(say.between),
  ]
}

function isAllEqual({ ascending }: Dimension): boolean {
  return ascending[0] === ascending[ascending.length - 1]
}

function amountsLine({ snapshot }: ReportInput, { monetary }: Rfm): string {
  return `crm config set rfm.bands.monetary ${suggestedBounds(monetary.cuts, snapshot.currency ?? 'CNY').join(',')}`
}
