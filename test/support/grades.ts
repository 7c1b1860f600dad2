import type { Snapshot } from '../../src/core/snapshot.js'
import type { GradeDecision } from '../../src/core/value/grades/decision.js'
import type { GradeFacts } from '../../src/core/value/grades/facts.js'
import { type Grades, type GradesBasis, gradesOn } from '../../src/core/value/grades/grades.js'
import { VALUE_DEFAULTS, type ValueOptions } from '../../src/core/value/standing.js'
import type { Day } from '../../src/core/values/business-date.js'

/** A ledger in which nothing is decided and every order paid. */
const nothing: Omit<GradeFacts, 'on'> = {
  decisions: new Map(),
  unpaid: new Map(),
  companies: () => new Map(),
  ratings: () => new Map(),
  categories: () => null,
  salesOf: () => {
    throw new Error('nothing said which categories count')
  },
}

/** A decision of a day; all else as said, or nothing. */
export function decided(
  what: GradeDecision['what'],
  value: string | null,
  on: Day,
  more: Partial<GradeDecision> = {},
): GradeDecision {
  return { what, value, on, until: null, reason: '', author: '', batch: 1, ...more }
}

/** What grades of a snapshot are made from. */
export function gradesBasisOf(
  snapshot: Snapshot,
  asOf: Day,
  facts: Partial<GradeFacts> = {},
  settings: Readonly<Record<string, string>> = {},
  usual: Partial<ValueOptions> = {},
): GradesBasis {
  const decided = new Map(Object.entries(settings))
  return { snapshot, asOf, decided, facts: { ...nothing, on: asOf, ...facts }, usual: { ...VALUE_DEFAULTS, ...usual } }
}

export function gradesOf(...basis: Parameters<typeof gradesBasisOf>): Grades {
  return gradesOn(gradesBasisOf(...basis))
}
