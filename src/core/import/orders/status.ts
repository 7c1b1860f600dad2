import type { StatusClass, StatusWord } from '../record.js'
import { commonStatus, statusKey } from '../words/status-words.js'
import { type Answers, answeredState } from './answers.js'

/** What one order's cells say about payment, all that its status is decided from. */
export interface StatusEvidence {
  readonly text: string
  /** What the column of refunds says, '' where there is none. */
  readonly refundText?: string
  /** What columns of yes and no say of it. */
  readonly answers?: Answers | null
  /** The state as it is known already, where rows have their own; null for an unknown one. */
  readonly word?: StatusClass | null
  readonly hasStatusColumn: boolean
  readonly hasPaidColumn: boolean
  readonly isPaidDated: boolean
  readonly totalMinor: number
  readonly refundMinor: number
}

export interface StatusReading {
  readonly status: StatusClass
  readonly isPaid: boolean
  /** The word was in no table. */
  readonly isUnknownWord: boolean
}

/** What a platform's words mean. */
export interface StatusWords {
  readonly statuses?: Readonly<Record<string, StatusWord>>
  readonly refundStatuses?: Readonly<Record<string, StatusWord | null>>
  readonly isPaidByDate?: boolean
}

/** The word itself, before it is held against the payment; null for one in no table. */
export function statusWord(
  evidence: Pick<StatusEvidence, 'text' | 'hasStatusColumn' | 'hasPaidColumn' | 'isPaidDated' | 'refundText'>,
  { statuses = {}, refundStatuses = {}, isPaidByDate }: StatusWords,
): StatusWord | null {
  const given = refundStatuses[statusKey(evidence.refundText ?? '')]
  if (given) return given
  const key = statusKey(evidence.text)
  const own = Object.hasOwn(statuses, key) ? statuses[key]! : null
  if (!evidence.hasStatusColumn) {
    const isUnpaid = isPaidByDate === true && evidence.hasPaidColumn && !evidence.isPaidDated
    return isUnpaid ? 'pending' : 'paid'
  }
  if (own !== null || key !== '') return own ?? commonStatus(key) ?? null
  return evidence.isPaidDated || !evidence.hasPaidColumn ? 'paid' : 'pending'
}

/** A word for an order that is over means what became of the money. */
export function closedClass(word: StatusWord | null, isPaid: boolean): StatusClass | null {
  if (word !== 'closed' && word !== 'ended') return word
  if (!isPaid) return 'cancelled'
  return word === 'closed' ? 'refunded' : 'paid'
}

/** The state by words and answers, before it is held against what was given back. */
function stateIn(evidence: StatusEvidence, words: StatusWords): StatusClass | null {
  const word = closedClass(statusWord(evidence, words), evidence.isPaidDated)
  return evidence.answers ? answeredState(word, evidence.answers) : word
}

/**
 * Status class by the cascade of FORMATS §5: money given back beats the word; then the platform's tables, the common words,
 * else `unknown`, which counts as paid only with a paid date or, where no paid date is kept, an amount (one below zero was given back).
 */
export function readStatus(evidence: StatusEvidence, words: StatusWords = {}): StatusReading {
  const word = evidence.word === undefined ? stateIn(evidence, words) : evidence.word
  const { refundMinor, totalMinor } = evidence
  if (refundMinor > 0 && word !== 'cancelled' && word !== 'pending') {
    const status = refundMinor >= totalMinor ? 'refunded' : 'partially_refunded'
    return { status, isPaid: true, isUnknownWord: word === null }
  }
  if (word === null) {
    const isPaid = evidence.isPaidDated || (!evidence.hasPaidColumn && totalMinor !== 0)
    return { status: 'unknown', isPaid, isUnknownWord: true }
  }
  return { status: word, isPaid: word !== 'pending' && word !== 'cancelled', isUnknownWord: false }
}
