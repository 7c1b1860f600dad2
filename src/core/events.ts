import type { Day } from './values/business-date.js'

/** What the seller records of customers besides contacts, tags, values and grades. */
export const EVENT_KINDS = [
  ...(['lead', 'feedback', 'rating', 'points', 'gift', 'campaign', 'delisting', 'measure', 'stock'] as const),
]

export type EventKind = (typeof EVENT_KINDS)[number]

/** What opens a subject, of the kinds that have any; everything else about it is a step. */
const OPENING: Readonly<Partial<Record<EventKind, string>>> = {
  ...{ lead: 'add', feedback: 'open', delisting: 'propose', campaign: 'new', gift: 'give', measure: 'plan' },
}

/** Whether an event opens what it is about. */
export function isOpening({ kind, what }: Pick<EventFacts, 'kind' | 'what'>): boolean {
  return OPENING[kind] === what
}

/**
 * One thing recorded in force. What stands is a fold over these, in the order of their ids; a fold tells which of them make no sense
 * among the others, so that nothing is taken back or put back that would leave such behind (R36).
 */
export interface EventFacts {
  /** The ledger's number: later ones are greater. */
  readonly id: number
  readonly batch: number
  readonly kind: EventKind
  /** Which lead, complaint or campaign it is about (`F12`, `C3`); '' where a customer has only one. */
  readonly subject: string
  /** Customer index in the snapshot; -1 for what is about nobody. */
  readonly customer: number
  /** What happened: open, assign, resolve, redeem … */
  readonly what: string
  readonly on: Day
  /** When it was recorded, in milliseconds since 1970. */
  readonly at: number
  readonly dueOn: Day | null
  /** A whole number: minor units, points, a score. */
  readonly value: number | null
  readonly text: string
  readonly details: Readonly<Record<string, string>>
}

/** Steps about what nothing among these events opens. */
export function stepsOfNothing(events: readonly EventFacts[]): EventFacts[] {
  const opened = new Set(events.filter(isOpening).map(({ subject }) => subject))
  return events.filter((event) => !isOpening(event) && !opened.has(event.subject))
}
