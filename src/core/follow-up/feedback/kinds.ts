import { bilingual, LANGS } from '../../values/lang.js'

/** What a customer may say of us (R26). */
export const FEEDBACK_KINDS = ['complaint', 'suggestion', 'praise', 'question'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

export const SEVERITIES = ['low', 'normal', 'high'] as const
export type Severity = (typeof SEVERITIES)[number]

/**
 * How a feedback stands. `noted` is praise, which asks for nothing; `unknown` a complaint that a file tells long after its day without a
 * word on how it ended.
 */
export const FEEDBACK_STATES = ['open', 'resolved', 'adopted', 'declined', 'noted', 'unknown'] as const
export type FeedbackState = (typeof FEEDBACK_STATES)[number]

/** What can be done about a feedback once it is there. */
export const FEEDBACK_VERBS = ['assign', 'respond', 'resolve', 'satisfied', 'reopen', 'adopt', 'decline'] as const
export type FeedbackVerb = (typeof FEEDBACK_VERBS)[number]

/** How people read and type them. */
export const feedbackWords = bilingual<{
  readonly kinds: Readonly<Record<FeedbackKind, string>>
  readonly severities: Readonly<Record<Severity, string>>
  readonly states: Readonly<Record<FeedbackState, string>>
  readonly verbs: Readonly<Record<FeedbackVerb, string>>
}>(
  {
    kinds: { complaint: 'complaint', suggestion: 'suggestion', praise: 'praise', question: 'question' },
    severities: { low: 'low', normal: 'normal', high: 'high' },
    states: {
      ...{ open: 'open', resolved: 'resolved', adopted: 'adopted', declined: 'declined' },
      ...{ noted: 'noted', unknown: 'not known' },
    },
    verbs: {
      ...{ assign: 'taken care of by', respond: 'answered', resolve: 'resolved', satisfied: 'customer satisfied' },
      ...{ reopen: 'opened again', adopt: 'adopted', decline: 'declined' },
    },
  },
  {
    kinds: { complaint: '投诉', suggestion: '建议', praise: '表扬', question: '咨询' },
    severities: { low: '轻微', normal: '一般', high: '严重' },
    states: {
      ...{ open: '处理中', resolved: '处理完毕', adopted: '已采纳', declined: '未采纳' },
      ...{ noted: '已记录', unknown: '结果不详' },
    },
    verbs: {
      ...{ assign: '分派负责人', respond: '答复客户', resolve: '处理完毕', satisfied: '客户满意' },
      ...{ reopen: '重新打开', adopt: '采纳', decline: '不采纳' },
    },
  },
)

const typedKinds: Readonly<Record<FeedbackKind, readonly string[]>> = {
  complaint: ['complaints', '客诉'],
  suggestion: ['suggestions', 'idea', '意见', '意见建议'],
  praise: ['compliment', '好评', '感谢'],
  question: ['questions', 'inquiry', 'enquiry', '问题', '提问', '询问'],
}
const typedSeverities: Readonly<Record<Severity, readonly string[]>> = {
  low: ['minor', 'trivial', '低', '轻', '较轻', '不严重'],
  normal: ['medium', 'moderate', '中', '中等', '普通'],
  high: ['urgent', 'critical', 'serious', 'severe', 'major', '高', '重', '紧急', '很严重', '非常严重', '重大'],
}

/** A kind by its word in any language; null for another word. */
export function feedbackKindNamed(typed: string): FeedbackKind | null {
  return named(typed, FEEDBACK_KINDS, typedKinds, 'kinds')
}

/** A severity by its word in any language; null for another word. */
export function severityNamed(typed: string): Severity | null {
  return named(typed, SEVERITIES, typedSeverities, 'severities')
}

const satisfiedWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: 'yes|y|true|satisfied|happy|very satisfied|是|满意|很满意|非常满意|比较满意|基本满意'.split('|'),
  no: 'no|n|false|not satisfied|unsatisfied|dissatisfied|unhappy|not happy|否|不满意|不太满意|很不满意|非常不满意'.split(
    '|',
  ),
}

/** What a customer said to what was done; null for any other word. */
export function satisfiedNamed(typed: string): 'yes' | 'no' | null {
  const word = typed.normalize('NFKC').trim().toLowerCase()
  return (['yes', 'no'] as const).find((one) => satisfiedWords[one].includes(word)) ?? null
}

function named<T extends string>(
  typed: string,
  all: readonly T[],
  others: Readonly<Record<T, readonly string[]>>,
  of: 'kinds' | 'severities',
): T | null {
  const word = typed.trim().toLowerCase()
  const called = LANGS.map((lang): Readonly<Record<string, string>> => feedbackWords[lang][of])
  const wordsOf = (one: T) => [one, ...others[one], ...called.map((words) => words[one]?.toLowerCase())]
  return all.find((one) => wordsOf(one).includes(word)) ?? null
}
