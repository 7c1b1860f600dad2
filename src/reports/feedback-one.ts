import { type Feedback, isOpen } from '../core/follow-up/feedback/feedback.js'
import { feedbackWords } from '../core/follow-up/feedback/kinds.js'
import { draft, finishTable, type ReportDefinition, type ReportInput, reportHead } from '../core/report/build.js'
import type { Fact } from '../core/report/model.js'
import type { Column, Value } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { feedbackTable } from './feedback-table.js'
import { feedbackReportWords } from './feedback-words.js'

interface FeedbackOneInput extends ReportInput {
  readonly feedback: Feedback
}

const words = bilingual<Words>(
  {
    title: 'Feedback',
    purpose: 'One complaint, suggestion, praise or question, and what was done about it.',
    ...{
      of: 'Customer',
      satisfied: 'Customer satisfied',
      yes: 'yes',
      steps: 'What was done',
      on: 'On',
      what: 'Step',
      text: 'Text',
    },
    noSteps: 'Nothing was done about it yet.',
    next: {
      resolve: 'To close it: crm feedback resolve {} "what was done"',
      adopt: 'To close it: crm feedback adopt {} "answer", or crm feedback decline {} "answer"',
    },
  },
  {
    title: '客户反馈',
    purpose: '一条投诉、建议、表扬或咨询，以及处理经过。',
    ...{
      of: '客户',
      satisfied: '客户是否满意',
      yes: '满意',
      steps: '处理经过',
      on: '日期',
      what: '步骤',
      text: '内容',
    },
    noSteps: '还没有处理过。',
    next: {
      resolve: '处理好以后：crm feedback resolve {} "怎么处理的"',
      adopt: '有了结果以后：crm feedback adopt {} "答复"，或 crm feedback decline {} "答复"',
    },
  },
)

interface Words {
  readonly title: string
  readonly purpose: string
  readonly of: string
  readonly satisfied: string
  readonly yes: string
  readonly steps: string
  readonly on: string
  readonly what: string
  readonly text: string
  readonly noSteps: string
  readonly next: { readonly resolve: string; readonly adopt: string }
}

/** One feedback with every step. */
export const feedbackOne: ReportDefinition<FeedbackOneInput> = {
  name: 'feedback-show',
  words,
  build(input) {
    const { feedback, lang, shape } = input
    const say = words[lang]
    const head = reportHead(feedbackOne, input, null)
    const [row] = finishTable(feedbackTable(input, say.title, [feedback])).rows
    return {
      ...head,
      currency: null,
      title: `${head.title} ${feedback.subject}`,
      params: { feedback: feedback.subject },
      summary: { ...row, satisfied: feedback.isSatisfied },
      facts: factsOf(input),
      tables: [finishTable(stepsTable(input), shape)],
      notes: nextNotes(input),
    }
  },
}

function factsOf({ feedback, snapshot, lang }: FeedbackOneInput): Fact[] {
  const say = words[lang]
  const { columns: label } = feedbackReportWords[lang]
  const { kinds, states, severities } = feedbackWords[lang]
  const { name, id } = snapshot.customers[feedback.customer]!
  const text = (heading: string, value: Value): Fact => ({ label: heading, kind: 'text', value })
  const promised = feedback.promisedOn === null ? null : `${dateOf(feedback.promisedOn)} ${feedback.promisedTime ?? ''}`
  const facts: Fact[] = [
    text(say.of, name === null ? id : `${name} (${id})`),
    text(label.kind, kinds[feedback.kind]),
    text(label.text, feedback.text || null),
    text(label.category, feedback.category),
    text(label.severity, feedback.severity === 'normal' ? null : severities[feedback.severity]),
    { label: label.order, kind: 'id', value: feedback.order },
    text(label.owner, feedback.owner),
    text(label.state, states[feedback.state]),
    { label: label.openedOn, kind: 'date', value: dateOrNull(feedback.opened?.on ?? null) },
    text(label.promisedOn, isOpen(feedback) ? (promised?.trim() ?? null) : null),
    text(label.outcome, feedback.outcome),
    text(say.satisfied, feedback.isSatisfied ? say.yes : null),
  ]
  return facts.filter(({ value }) => value !== null)
}

function stepsTable({ feedback, lang }: FeedbackOneInput) {
  const say = words[lang]
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: say.on },
    { key: 'what', kind: 'text', label: say.what, words: feedbackWords[lang].verbs },
    { key: 'text', kind: 'text', label: say.text },
  ]
  const table = draft('steps', say.steps, columns, feedback.steps, ({ on, what, text }) => {
    return { on: dateOf(on), what, text: text || null }
  })
  return { ...table, reason: say.noSteps }
}

function nextNotes({ feedback, lang }: FeedbackOneInput): string[] {
  if (!isOpen(feedback)) return []
  const { resolve, adopt } = words[lang].next
  return [(feedback.kind === 'suggestion' ? adopt : resolve).replaceAll('{}', feedback.subject)]
}
