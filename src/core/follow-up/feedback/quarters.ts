import type { ContactFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { monthOfDay } from '../../values/month.js'
import type { Feedback } from './feedback.js'
import type { Score } from './scores.js'

/** Something has to be done about a score up to this one, within so many days. */
const LOW = 2
const TAKEN_UP_DAYS = 14

/** What customers answered in a calendar quarter, and what was done about it (R27). */
export interface SatisfactionQuarter {
  /** `2026-Q3` */
  readonly quarter: string
  readonly answers: number
  readonly customers: number
  readonly mean: number
  /** How many gave 1, 2, 3, 4 and 5. */
  readonly counts: readonly [number, number, number, number, number]
  /** Scores of 1 or 2, and of these who was contacted, or had a complaint written down, within 14 days. */
  readonly low: number
  readonly lowTakenUp: number
}

/** The scores by quarter, the newest first; those without a day are in none. */
export function satisfactionQuarters(
  scores: readonly Score[],
  contacts: readonly ContactFacts[],
  feedback: readonly Feedback[],
): SatisfactionQuarter[] {
  const quarters = new Map<string, Score[]>()
  for (const score of scores) {
    if (score.on === null) continue
    const quarter = quarterOf(score.on)
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), score])
  }
  const acts = actsOf(contacts, feedback)
  return [...quarters]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([quarter, own]) => {
      const low = own.filter(({ score }) => score <= LOW)
      return {
        ...{ quarter, answers: own.length, customers: new Set(own.map(({ customer }) => customer)).size },
        mean: own.reduce((sum, { score }) => sum + score, 0) / own.length,
        counts: countsOf(own),
        low: low.length,
        lowTakenUp: low.filter((score) => isTakenUp(score, acts)).length,
      }
    })
}

function countsOf(scores: readonly Score[]): SatisfactionQuarter['counts'] {
  const count = (of: number) => scores.filter(({ score }) => score === of).length
  return [count(1), count(2), count(3), count(4), count(5)]
}

function quarterOf(day: Day): string {
  const month = monthOfDay(day)
  return `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`
}

/** Days on which something was done for a customer. */
function actsOf(contacts: readonly ContactFacts[], feedback: readonly Feedback[]): ReadonlyMap<number, readonly Day[]> {
  const acts = new Map<number, Day[]>()
  const add = (customer: number, on: Day) => {
    const own = acts.get(customer)
    if (own) own.push(on)
    else acts.set(customer, [on])
  }
  for (const { customer, kind, on } of contacts) if (kind === 'contact' || kind === 'done') add(customer, on)
  for (const { customer, opened, isFiled, steps } of feedback) {
    if (opened !== null && !isFiled) add(customer, opened.on)
    for (const { on } of steps) add(customer, on)
  }
  return acts
}

function isTakenUp({ customer, on }: Score, acts: ReadonlyMap<number, readonly Day[]>): boolean {
  return acts.get(customer)?.some((day) => day >= on! && day <= on! + TAKEN_UP_DAYS) === true
}
