import { fold } from '../../values/filter.js'
import type { OwnedLine } from './in-charge.js'
import type { MadeContact } from './made-contacts.js'
import type { Targets } from './targets.js'

/** What one person did on a day and has before him; '' is nobody. */
export interface DaySums {
  readonly person: string
  /** Proven ones. */
  readonly contacts: number
  readonly unproven: number
  readonly attempts: number
  /** Due items closed. */
  readonly done: number
  /** Customers due and not contacted. */
  readonly open: number
  /** Customers of whom something falls due the next day and nothing before. */
  readonly tomorrow: number
  /** Proven contacts a day; null without a target. */
  readonly target: number | null
}

/** A day's contacts and the lines of the day and of the next, each of one person. */
export interface DayWork {
  readonly contacts: readonly MadeContact[]
  readonly open: readonly OwnedLine[]
  readonly tomorrow: readonly OwnedLine[]
  /** Who has a row in any case. */
  readonly people: Iterable<string>
  targets(person: string): Targets
}

type Counts = { -readonly [K in Exclude<keyof DaySums, 'person' | 'target'>]: number }

/** One row a person, by name, nobody last where there is anything to show of it. */
export function daySums({ people: always, contacts, open, tomorrow, targets }: DayWork): readonly DaySums[] {
  const people = new Map<string, { readonly person: string; readonly counts: Counts }>()
  const of = (person: string): Counts => {
    const name = fold(person.trim())
    const known = people.get(name) ?? { person: person.trim(), counts: nothing() }
    people.set(name, known)
    return known.counts
  }
  for (const person of always) of(person)
  for (const { owner } of open) of(owner).open++
  for (const { owner } of tomorrow) of(owner).tomorrow++
  for (const { by, isAttempt, unproven, closed } of contacts) {
    const counts = of(by)
    counts[isAttempt ? 'attempts' : unproven === null ? 'contacts' : 'unproven']++
    counts.done += closed.length
  }
  return [...people.values()]
    .map(({ person, counts }) => ({
      person,
      ...counts,
      target: person === '' && people.size > 1 ? null : targets(person).contacts,
    }))
    .sort((a, b) => Number(a.person === '') - Number(b.person === '') || (a.person < b.person ? -1 : 1))
}

function nothing(): Counts {
  return { contacts: 0, unproven: 0, attempts: 0, done: 0, open: 0, tomorrow: 0 }
}
