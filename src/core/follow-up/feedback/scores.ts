import type { EntryFacts } from '../../entry-facts.js'
import type { EventFacts } from '../../events.js'
import type { Day } from '../../values/business-date.js'

/** A score of 1 to 5 that a customer gave, typed (`crm rate`) or imported (R27). */
export interface Score {
  readonly customer: number
  /** Null where the file gives no day. */
  readonly on: Day | null
  readonly score: number
  /** The order it is of, by its number; null where none is named. */
  readonly order: string | null
  readonly text: string
  readonly isFiled: boolean
}

/**
 * The scores of files and those typed as one series, oldest first, those without a day before all others. A customer who scored one order twice is heard with
 * the newer score, the typed one where both are of the same day.
 */
export function scoresOn(events: readonly EventFacts[], entries: readonly EntryFacts[], asOf: Day): Score[] {
  const filed = entries.flatMap(({ kind, customer, on, knownOn, value, order = null, text = '' }): Score[] =>
    kind !== 'rating' || value === null || (on ?? knownOn) > asOf
      ? []
      : [{ customer, on, score: value, order, text, isFiled: true }],
  )
  const typed = events.flatMap(({ kind, what, customer, on, value, text, details }): Score[] =>
    kind !== 'rating' || what !== 'score' || value === null || customer < 0 || on > asOf
      ? []
      : [{ customer, on, score: value, order: details.order || null, text, isFiled: false }],
  )
  const all = [...filed, ...typed].sort(
    (a, b) => (a.on ?? Number.NEGATIVE_INFINITY) - (b.on ?? Number.NEGATIVE_INFINITY) || 0,
  )
  const last = new Map(all.map((score, at) => [seriesKey(score, at), at]))
  return all.filter((score, at) => last.get(seriesKey(score, at)) === at)
}

function seriesKey({ customer, order }: Score, at: number): string {
  return order === null ? String(at) : `${customer} ${order}`
}

/** Why a customer's satisfaction fell (R27): a low score, or scores lower than those before. */
export interface SatisfactionFall {
  readonly why: 'low' | 'drop'
  /** The latest score and its day. */
  readonly on: Day
  readonly score: number
  /** Means of the last three and of those before; null where there are fewer than six. */
  readonly recentMean: number | null
  readonly earlierMean: number | null
}

const LOW = 2
const RECENT = 3

/** Whether one customer's satisfaction fell (ALGORITHMS §10); scores are his own, oldest first, and those without a day do not count. */
export function satisfactionFall(scores: readonly Score[]): SatisfactionFall | null {
  const dated = scores.filter(({ on }) => on !== null)
  const latest = dated.at(-1)
  if (latest === undefined) return null
  const [recent, earlier] = [dated.slice(-RECENT), dated.slice(0, -RECENT)]
  const isCompared = earlier.length >= RECENT
  // In whole numbers, so that a fall of exactly one point is one.
  const hasDropped =
    isCompared && sum(earlier) * recent.length - sum(recent) * earlier.length >= recent.length * earlier.length
  if (latest.score > LOW && !hasDropped) return null
  return {
    why: latest.score <= LOW ? 'low' : 'drop',
    ...{ on: latest.on!, score: latest.score },
    recentMean: isCompared ? sum(recent) / recent.length : null,
    earlierMean: isCompared ? sum(earlier) / earlier.length : null,
  }
}

function sum(scores: readonly Score[]): number {
  return scores.reduce((total, { score }) => total + score, 0)
}

/** The scores of each customer that gave any, by customer index, oldest first. */
export function scoresByCustomer(scores: readonly Score[]): ReadonlyMap<number, readonly Score[]> {
  const found = new Map<number, Score[]>()
  for (const score of scores) {
    const own = found.get(score.customer)
    if (own) own.push(score)
    else found.set(score.customer, [score])
  }
  return found
}
