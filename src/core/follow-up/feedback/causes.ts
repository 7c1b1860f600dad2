import type { Day } from '../../values/business-date.js'
import type { Feedback } from './feedback.js'

/** How far back repeated causes are looked for. */
export const CAUSE_DAYS = 90
/** From so many complaints of a category or product, or of one customer, on. */
export const FEWEST_ALIKE = 3
export const FEWEST_OF_CUSTOMER = 2

/** Several complaints with the same cause (R26). */
export interface RepeatedCause {
  readonly by: 'category' | 'product' | 'customer'
  /** The category or product as it is called, or the index of the customer. */
  readonly what: string | number
  /** Oldest first. */
  readonly complaints: readonly Feedback[]
}

/**
 * Complaints of the last 90 days that share a category or a product (three or more), or a customer (two or more), the most first.
 * `productsOf` names the goods of an order.
 */
export function repeatedCauses(
  feedback: readonly Feedback[],
  asOf: Day,
  productsOf: (order: string) => readonly string[] = () => [],
): RepeatedCause[] {
  const recent = feedback
    .filter(({ kind, opened }) => kind === 'complaint' && opened !== null && asOf - opened.on < CAUSE_DAYS)
    .sort((a, b) => a.opened!.on - b.opened!.on)
  const alike = (by: RepeatedCause['by'], fewest: number, of: (one: Feedback) => readonly (string | number)[]) =>
    [...grouped(recent, of)].flatMap(([what, complaints]): RepeatedCause[] =>
      complaints.length < fewest ? [] : [{ by, what, complaints }],
    )
  return [
    ...alike('category', FEWEST_ALIKE, ({ category }) => (category === null ? [] : [category])),
    ...alike('product', FEWEST_ALIKE, ({ order }) => (order === null ? [] : productsOf(order))),
    ...alike('customer', FEWEST_OF_CUSTOMER, ({ customer }) => [customer]),
  ].sort((a, b) => b.complaints.length - a.complaints.length)
}

function grouped(feedback: readonly Feedback[], of: (one: Feedback) => readonly (string | number)[]) {
  const groups = new Map<string | number, Feedback[]>()
  for (const one of feedback) for (const what of new Set(of(one))) groups.set(what, [...(groups.get(what) ?? []), one])
  return groups
}
