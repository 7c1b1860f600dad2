import type { GradesBasis } from '../core/value/grades/grades.js'
import type { Day } from '../core/values/business-date.js'
import { loadGradeFacts } from '../store/grades.js'
import type { Ledger } from '../store/ledger.js'

/** What the grades of a day are made from; decisions count that were made up to the day `on`. */
export function gradesBasis(
  ledger: Ledger,
  { snapshot, asOf, decided, usual }: Omit<GradesBasis, 'facts'>,
  on: Day,
): GradesBasis {
  return { snapshot, asOf, decided, facts: loadGradeFacts(ledger, snapshot, asOf, on), usual }
}
