import {
  CAUSE_DAYS,
  FEWEST_ALIKE,
  FEWEST_OF_CUSTOMER,
  type RepeatedCause,
  repeatedCauses,
} from '../core/follow-up/feedback/causes.js'
import { feedbackWords } from '../core/follow-up/feedback/kinds.js'
import { type FeedbackMonth, feedbackMonths } from '../core/follow-up/feedback/months.js'
import { productScores } from '../core/follow-up/feedback/product-scores.js'
import { satisfactionQuarters } from '../core/follow-up/feedback/quarters.js'
import type { Voice } from '../core/follow-up/feedback/voice.js'
import {
  commonParams,
  draft,
  finishOther,
  finishTable,
  hiddenIfEmpty,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import type { Column, ColumnKind } from '../core/report/table.js'
import { bilingual } from '../core/values/lang.js'
import { monthText } from '../core/values/month.js'
import { dateOrNull } from './dates.js'
import { tenths } from './feedback-table.js'
import { feedbackReportWords } from './feedback-words.js'
import { movedNotes, nobodyNotes, tagNotes } from './notes.js'

/** Feedback and scores, and what they are of. */
export interface FeedbackSummaryInput extends ReportInput {
  readonly voice: () => Voice
  /** The products of an order, by its number. */
  readonly goodsOf: (order: string) => readonly string[]
}

const words = bilingual(
  {
    title: 'Feedback summed up',
    purpose: 'Feedback by month and category, causes that repeat, and satisfaction by quarter and product.',
    ...{ months: 'By month and category', causes: `Repeated causes of the last ${CAUSE_DAYS} days` },
    ...{ quarters: 'Satisfaction by quarter', products: 'Satisfaction by product' },
    columns: {
      ...{
        month: 'Month',
        opened: 'Opened',
        stillOpen: 'Still open',
        closed: 'Closed',
        responseHours: 'Hours to answer, median',
      },
      ...{ closeDays: 'Days to close, median', by: 'Same', what: 'Which', complaints: 'Complaints', lastOn: 'Last on' },
      ...{ list: 'No.', quarter: 'Quarter', answers: 'Answers', customers: 'Customers', mean: 'Mean of 1 to 5' },
      ...{ low: 'Scores 1 and 2', lowTakenUp: 'Of these taken up', product: 'Product' },
    },
    score: (score: number) => `Score ${score}`,
    by: { category: 'category', product: 'product', customer: 'customer' },
    empty: {
      months: 'No feedback of a known day yet. To write one down: crm feedback open CUSTOMER "what was said"',
      causes: `Nothing repeats: fewer than ${FEWEST_ALIKE} complaints of a category or product, fewer than ${FEWEST_OF_CUSTOMER} of a customer.`,
      quarters: 'No scores of a known day yet: crm rate CUSTOMER 4, or import a sheet of ratings.',
    },
    how: 'Opened, and hours to answer: of those opened in the month. Closed, and days to close: of those closed in it. Taken up: contacted, or a complaint written down, within 14 days.',
  },
  {
    title: '客户反馈汇总',
    purpose: '按月份和类别统计客户反馈，找出重复出现的原因，并按季度和商品统计满意度。',
    ...{ months: '按月份和类别', causes: `最近${CAUSE_DAYS}天重复出现的原因` },
    ...{ quarters: '各季度满意度', products: '各商品满意度' },
    columns: {
      ...{
        month: '月份',
        opened: '新增',
        stillOpen: '其中处理中',
        closed: '处理完毕',
        responseHours: '首次答复小时数（中位）',
      },
      ...{ closeDays: '处理天数（中位）', by: '相同的', what: '名称', complaints: '投诉数', lastOn: '最近一次' },
      ...{ list: '编号', quarter: '季度', answers: '评分数', customers: '客户数', mean: '平均分（1至5）' },
      ...{ low: '1、2分', lowTakenUp: '其中已跟进', product: '商品' },
    },
    score: (score) => `${score}分`,
    by: { category: '类别', product: '商品', customer: '客户' },
    empty: {
      months: '还没有写明日期的客户反馈。登记一条：crm feedback open 客户 "反馈内容"',
      causes: `没有重复出现的原因：同一类别或商品不足${FEWEST_ALIKE}条，同一客户不足${FEWEST_OF_CUSTOMER}条。`,
      quarters: '还没有写明日期的评分：crm rate 客户 4，或导入评分表。',
    },
    how: '新增和首次答复按当月新增的统计；处理完毕和处理天数按当月完毕的统计。已跟进：14天内联系过，或登记了投诉。',
  },
)

/** R26, R27: counts, times, causes and scores. */
export const feedbackSummary: ReportDefinition<FeedbackSummaryInput> = {
  name: 'feedback-summary',
  words,
  build(input) {
    const { asOf, snapshot, filter, lang, shape, goodsOf } = input
    const isChosen = ({ customer }: { readonly customer: number }) => filter?.includes(customer) ?? true
    const feedback = input.voice().feedback.filter(isChosen)
    const scores = input.voice().scores.filter(isChosen)
    const quarters = satisfactionQuarters(scores, snapshot.contacts, feedback)
    const products = productScores(scores, goodsOf)
    return {
      ...reportHead(feedbackSummary, input, null),
      currency: null,
      params: commonParams(input),
      summary: { feedback: feedback.length, scores: scores.length },
      facts: [],
      tables: [
        finishTable(monthsTable(input, feedbackMonths(feedback)), shape),
        finishOther(causesTable(input, repeatedCauses(feedback, asOf, goodsOf)), shape),
        finishOther(quartersTable(input, quarters), shape),
        hiddenIfEmpty(finishOther(productsTable(input, products), shape)),
      ],
      notes: [...movedNotes(input), ...nobodyNotes(input), words[lang].how, ...tagNotes(input)],
    }
  },
}

type ColumnName = keyof typeof words.en.columns

function columnsIn({ lang }: FeedbackSummaryInput, kinds: Readonly<Partial<Record<ColumnName, ColumnKind>>>): Column[] {
  return Object.entries(kinds).map(([key, kind]) => ({ key, kind, label: words[lang].columns[key as ColumnName] }))
}

/** Feedback by month, kind and category. */
export function monthsTable(input: FeedbackSummaryInput, months: readonly FeedbackMonth[]): TableDraft {
  const { lang } = input
  const { columns: label } = feedbackReportWords[lang]
  const columns: Column[] = [
    ...columnsIn(input, { month: 'text' }),
    { key: 'kind', kind: 'text', label: label.kind, words: feedbackWords[lang].kinds },
    { key: 'category', kind: 'text', label: label.category },
    ...columnsIn(input, {
      opened: 'count',
      stillOpen: 'count',
      closed: 'count',
      responseHours: 'number',
      closeDays: 'number',
    }),
  ]
  const table = draft('months', words[lang].months, columns, months, (one) => ({
    ...{ ...one, month: monthText(one.month) },
    responseHours: one.responseHours === null ? null : tenths(one.responseHours),
    closeDays: one.closeDays === null ? null : tenths(one.closeDays),
  }))
  return { ...table, reason: words[lang].empty.months }
}

/** What complaints repeat, by category, product or customer. */
export function causesTable(input: FeedbackSummaryInput, causes: readonly RepeatedCause[]): TableDraft {
  const { lang, snapshot } = input
  const say = words[lang]
  const columns: Column[] = [
    { key: 'by', kind: 'text', label: say.columns.by, words: say.by },
    ...columnsIn(input, { what: 'text', complaints: 'count', lastOn: 'date', list: 'text' }),
  ]
  const table = draft('causes', say.causes, columns, causes, ({ by, what, complaints }) => {
    const who = typeof what === 'number' ? snapshot.customers[what]! : null
    return {
      ...{ by, what: who === null ? String(what) : (who.name ?? who.key ?? who.id), complaints: complaints.length },
      lastOn: dateOrNull(complaints.at(-1)?.opened?.on ?? null),
      list: complaints.map(({ subject }) => subject),
    }
  })
  return { ...table, reason: say.empty.causes }
}

/** The answers of each quarter summed up (R27). */
export function quartersTable(
  input: FeedbackSummaryInput,
  quarters: ReturnType<typeof satisfactionQuarters>,
): TableDraft {
  const say = words[input.lang]
  const scores = ([1, 2, 3, 4, 5] as const).map((score): Column => {
    return { key: `score${score}`, kind: 'count', label: say.score(score), wide: true }
  })
  const columns = [
    ...columnsIn(input, { quarter: 'text', answers: 'count', customers: 'count', mean: 'number', low: 'count' }),
    ...columnsIn(input, { lowTakenUp: 'count' }),
    ...scores,
  ]
  const table = draft('quarters', say.quarters, columns, quarters, ({ counts, mean, ...one }) => ({
    ...one,
    mean: Math.round(mean * 100) / 100,
    ...Object.fromEntries(counts.map((count, at) => [`score${at + 1}`, count])),
  }))
  return { ...table, reason: say.empty.quarters }
}

/** Scores by what was bought. */
export function productsTable(input: FeedbackSummaryInput, products: ReturnType<typeof productScores>): TableDraft {
  const columns = columnsIn(input, { product: 'text', answers: 'count', mean: 'number', low: 'count' })
  return draft('products', words[input.lang].products, columns, products, ({ mean, ...one }) => ({
    ...one,
    mean: Math.round(mean * 100) / 100,
  }))
}
