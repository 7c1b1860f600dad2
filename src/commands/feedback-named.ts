import type { Feedback } from '../core/follow-up/feedback/feedback.js'
import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/text.js'

/** Whether a text is meant as the number of a feedback: `F12`, or one of a file as far as it is typed. */
export function looksLikeSubject(typed: string): boolean {
  return /^[fF](?:\d+|-[0-9a-zA-Z]{3,9})$/.test(typed.normalize('NFKC').trim())
}

/** The feedback of a number, in any case; one of a file by its first characters too. UserError `feedback.unknown` with near numbers. */
export function subjectNamed(typed: string, all: readonly Feedback[]): Feedback {
  const plain = typed.normalize('NFKC').trim()
  const subject = `F${plain.replace(/^f/i, '').toLowerCase()}`
  const exact = all.find((one) => one.subject === subject)
  if (exact !== undefined) return exact
  const begun =
    subject.startsWith('F-') && subject.length > 4 ? all.filter((one) => one.subject.startsWith(subject)) : []
  if (begun.length === 1) return begun[0]!
  const subjects = all.map((one) => one.subject)
  const near = begun.length > 1 ? begun.map((one) => one.subject).slice(0, 3) : nearest(subject, subjects)
  throw new UserError('failed', 'feedback.unknown', { value: plain, near: near.join(', ') })
}
