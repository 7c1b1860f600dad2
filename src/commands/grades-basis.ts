import type { Context } from '../context.js'
import type { GradesBasis } from '../core/value/grades/grades.js'
import { loadGradeFacts } from '../store/grades.js'
import type { Ledger } from '../store/ledger.js'

/** What the grades of a day are made from; `zone` is the ledger's. */
export function gradesBasis(
  context: Context,
  ledger: Ledger,
  { snapshot, asOf, decided, usual }: Omit<GradesBasis, 'facts'>,
  zone: string,
): GradesBasis {
  const facts = loadGradeFacts(ledger, snapshot, asOf, context.on(zone) ?? context.today(zone))
  return { snapshot, asOf, decided, facts, usual }
}
