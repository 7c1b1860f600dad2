/** Scores a customer gave (R27). */
export interface Ratings {
  readonly count: number
  readonly sum: number
}

/** From this mean score on a customer is content. */
const CONTENT = 4

/** Why a customer is loyal, or is not (R13). */
export interface Loyalty {
  /** Days with a counted order, each once. */
  readonly orderDays: number
  /** Mean of the scores; null without any. */
  readonly score: number | null
  readonly ratings: number
  /** Customers who name this one as who referred them. */
  readonly referred: number
  readonly isLoyal: boolean
}

/** R13: bought again, and scored 4 or more on average or referred somebody. */
export function loyaltyOf(orderDays: number, ratings: Ratings | undefined, referred: number): Loyalty {
  const score = ratings === undefined || ratings.count === 0 ? null : ratings.sum / ratings.count
  const isLoyal = orderDays >= 2 && ((score !== null && score >= CONTENT) || referred > 0)
  return { orderDays, score, ratings: ratings?.count ?? 0, referred, isLoyal }
}
