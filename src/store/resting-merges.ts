import { decisionName, type IdentityDecision, resolveTold, toldLabel } from '../core/import/told-identity.js'
import { identityDecisions, partiesAround } from './identity.js'
import type { Ledger } from './ledger.js'
import { partyKeys } from './parties.js'

/** A merge in force that an import took the ground from. */
export interface RestingMerge {
  readonly batch: number
  /** Whom it joined, as they were called then. */
  readonly detail: string
}

/** A merge and the parties of all whom it joins. */
interface Joining {
  readonly decision: IdentityDecision
  readonly parties: readonly number[]
}

/**
 * Notes whom merges join; gives the function that tells, once an import is applied, of which of them those are one customer no
 * more, or one is nobody any more. Runs inside a write, and before anything is touched.
 */
export function watchMerges(ledger: Ledger): () => RestingMerge[] {
  const before = joiningNow(ledger).filter(({ parties }) => customersOf(ledger, parties).size === 1)
  if (before.length === 0) return () => []
  return () => {
    const idle = idleNow(ledger)
    const isResting = ({ decision, parties }: Joining) => {
      const customers = customersOf(ledger, parties)
      const isMissing = customers.delete(null)
      return customers.size > 1 || (isMissing && idle.has(decisionName(decision)))
    }
    const detail = ledger.db.prepare("SELECT summary ->> 'detail' FROM batch WHERE id = ?").pluck()
    const batches = new Set(before.filter(isResting).map(({ decision }) => decision.batch))
    return [...batches].map((batch) => ({ batch, detail: (detail.get(batch) as string | null) ?? '' }))
  }
}

function resolvedNow(ledger: Ledger) {
  const decisions = identityDecisions(ledger)
  const keys = decisions.flatMap(({ sides }) => sides.flat())
  return { decisions, ...resolveTold(keys.length === 0 ? [] : partiesAround(ledger, keys).map(partyKeys), decisions) }
}

function joiningNow(ledger: Ledger): Joining[] {
  const { decisions, told, idle } = resolvedNow(ledger)
  return decisions
    .filter((decision) => decision.kind === 'merge' && !idle.has(decision))
    .map((decision) => {
      const joined = [...told.values()].filter((party) => party.told?.includes(toldLabel(decision)))
      return { decision, parties: joined.map(({ id }) => id) }
    })
}

function idleNow(ledger: Ledger): ReadonlySet<string> {
  return new Set([...resolvedNow(ledger).idle].map(decisionName))
}

/** The customers of parties; null stands for those who are nobody's. */
function customersOf({ db }: Ledger, parties: readonly number[]): Set<number | null> {
  const customer = db.prepare('SELECT customer_id FROM party WHERE id = ?').pluck()
  return new Set(parties.map((party) => customer.get(party) as number | null))
}
