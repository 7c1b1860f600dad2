import { decisionName, type IdentityDecision, resolveTold, toldLabel } from '../core/import/told/told-identity.js'
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
  const all = joiningNow(ledger)
  const customersThen = customersAmong(ledger, all)
  const before = all.filter((joining) => customersThen(joining).size === 1)
  if (before.length === 0) return () => []
  return () => {
    let idle: ReadonlySet<string> | null = null
    const isIdle = (decision: IdentityDecision) => {
      idle ??= idleNow(ledger)
      return idle.has(decisionName(decision))
    }
    const customersOf = customersAmong(ledger, before)
    const isResting = (joining: Joining) => {
      const customers = customersOf(joining)
      const isMissing = customers.delete(null)
      return customers.size > 1 || (isMissing && isIdle(joining.decision))
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
  const joined = new Map<string, number[]>()
  for (const decision of decisions)
    if (decision.kind === 'merge' && !idle.has(decision)) joined.set(toldLabel(decision), [])
  for (const { id, told: labels = [] } of told.values()) for (const label of labels) joined.get(label)?.push(id)
  return decisions.flatMap((decision) => {
    const parties = joined.get(toldLabel(decision))
    return parties === undefined ? [] : [{ decision, parties }]
  })
}

function idleNow(ledger: Ledger): ReadonlySet<string> {
  return new Set([...resolvedNow(ledger).idle].map(decisionName))
}

/** The customers of those whom each merge joins; null stands for parties that are nobody's. Each party is asked for once. */
function customersAmong({ db }: Ledger, all: readonly Joining[]): (joining: Joining) => Set<number | null> {
  const customer = db.prepare('SELECT customer_id FROM party WHERE id = ?').pluck()
  const parties = new Set(all.flatMap((joining) => joining.parties))
  const customers = new Map([...parties].map((party) => [party, customer.get(party) as number | null]))
  return (joining) => new Set(joining.parties.map((party) => customers.get(party)!))
}
