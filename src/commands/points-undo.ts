import type { Context } from '../context.js'
import type { EventFacts } from '../core/events.js'
import type { PointsEntry } from '../core/value/points/account.js'
import { accountOf, newlyUncovered } from '../core/value/points/points.js'
import { UserError } from '../core/values/failure.js'
import { type Batch, restoreBatch, voidBatch } from '../store/batches.js'
import { type Ledger, rehearse } from '../store/ledger.js'
import { loadSnapshot } from '../store/snapshot.js'
import { instant } from './decision.js'
import { pointsBasis } from './points-basis.js'
import { zoneOf } from './zone.js'

/**
 * R36: points recorded by hand are not taken back while something redeemed needs them, nor is something redeemed put back that
 * nothing covers any more. UserError `undo.blocked`, `points.not-covered`.
 */
export function refuseUncoveredPoints(ledger: Ledger, { id }: Batch, isRedo: boolean, context: Context): void {
  const before = handEntries(ledger, context)
  const after = rehearse(ledger, () => {
    if (isRedo) restoreBatch(ledger, id)
    else voidBatch(ledger, id, instant(context))
    return handEntries(ledger, context)
  })
  const batches = [...new Set(newlyUncovered(before, after).map(({ batch }) => batch))].sort((a, b) => b - a)
  if (batches.length === 0) return
  if (isRedo) throw new UserError('failed', 'points.not-covered', { batch: id, list: batches.map(String) })
  const list = batches.map((batch) => `${batch} (crm points)`).join(', ')
  throw new UserError('failed', 'undo.blocked', { batch: id, list, last: batches[0]! })
}

/** The entries of everybody with points recorded by hand, to the last day anything is recorded for. */
function handEntries(ledger: Ledger, context: Context): { readonly entries: readonly PointsEntry[] } {
  const today = context.today(zoneOf(context, ledger))
  const basis = pointsBasis(context, ledger, { snapshot: loadSnapshot(ledger), asOf: today, until: null })
  if (basis === null) return { entries: [] }
  const lastDay = (events: readonly EventFacts[]) => Math.max(today, ...events.map(({ on }) => on))
  return {
    entries: [...basis.events].flatMap(
      ([customer, events]) => accountOf({ ...basis, asOf: lastDay(events) }, customer).entries,
    ),
  }
}
