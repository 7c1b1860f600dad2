import type { FeedbackFact, LedgerModel, Person } from './ledger-model.js'

/** One thing a customer said, as it stands (R26). */
export interface ModelFeedback {
  readonly subject: string
  readonly who: Person
  readonly kind: string
  readonly state: string
  readonly isSatisfied: boolean
}

const closing: Readonly<Record<string, string>> = { resolve: 'resolved', adopt: 'adopted', decline: 'declined' }

/** What each kind takes: praise only an answer, a suggestion ends adopted or declined, the others resolved. */
const taken: Readonly<Record<string, readonly string[]>> = {
  complaint: ['assign', 'respond', 'resolve', 'satisfied', 'reopen'],
  question: ['assign', 'respond', 'resolve', 'satisfied', 'reopen'],
  suggestion: ['assign', 'respond', 'adopt', 'decline', 'reopen'],
  praise: ['respond'],
}

/** Whether a step can be taken now. */
export function isFitting({ kind, state, isSatisfied }: ModelFeedback, step: string): boolean {
  if (!taken[kind]!.includes(step)) return false
  if (kind === 'praise') return true
  if (step === 'satisfied') return state !== 'open' && !isSatisfied
  return (state === 'open') === (step !== 'reopen')
}

/** Everything said that is in force; a step that does not fit any more changes nothing. */
export function feedbackOf(model: LedgerModel): readonly ModelFeedback[] {
  const found = new Map<string, ModelFeedback>()
  for (const fact of model.factsInForce().filter(({ of }) => of === 'feedback') as FeedbackFact[]) {
    const { subject, who, kind, step } = fact
    const known = found.get(subject)
    if (step === 'open')
      found.set(subject, { subject, who, kind, state: kind === 'praise' ? 'noted' : 'open', isSatisfied: false })
    else if (known !== undefined && isFitting(known, step)) found.set(subject, after(known, step))
  }
  return [...found.values()]
}

function after(feedback: ModelFeedback, step: string): ModelFeedback {
  if (step === 'satisfied') return { ...feedback, isSatisfied: true }
  if (step === 'reopen') return { ...feedback, state: 'open', isSatisfied: false }
  const state = closing[step]
  return state === undefined ? feedback : { ...feedback, state, isSatisfied: false }
}
