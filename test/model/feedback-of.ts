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

/** Everything said that is in force, as it stands. */
export function feedbackOf(model: LedgerModel): readonly ModelFeedback[] {
  const found = new Map<string, ModelFeedback>()
  for (const fact of model.factsInForce().filter(({ of }) => of === 'feedback') as FeedbackFact[])
    found.set(fact.subject, feedbackAfter(found.get(fact.subject), fact))
  return [...found.values()]
}

/** How it stands after one more thing recorded of it. */
export function feedbackAfter(
  feedback: ModelFeedback | undefined,
  { subject, who, kind, step }: FeedbackFact,
): ModelFeedback {
  if (feedback === undefined || step === 'open')
    return { subject, who, kind, state: kind === 'praise' ? 'noted' : 'open', isSatisfied: false }
  if (step === 'satisfied') return { ...feedback, isSatisfied: true }
  if (step === 'reopen') return { ...feedback, state: 'open', isSatisfied: false }
  const state = closing[step]
  return state === undefined ? feedback : { ...feedback, state, isSatisfied: false }
}
