import type { Context } from '../context.js'
import { accountOf } from '../core/value/points/points.js'
import { pointsWords } from '../messages/points.js'
import { setSettings } from '../store/decisions.js'
import { type Ledger, rehearse } from '../store/ledger.js'
import { loadSnapshot } from '../store/snapshot.js'
import { instant } from './decision.js'
import { pointsBasis } from './points-basis.js'
import { zoneOf } from './zone.js'

/**
 * That changed settings of points, which reckon past orders anew, leave customers with less than they have used, and how much they owe;
 * nothing where no setting of points is among them, or nobody comes to owe more. Told before the change is made.
 */
export function owedSentences(
  ledger: Ledger,
  changes: ReadonlyMap<string, string | null>,
  context: Context,
): readonly string[] {
  if (![...changes.keys()].some((name) => name.startsWith('points.'))) return []
  const before = owedPoints(ledger, context)
  const after = rehearse(ledger, () => {
    setSettings(ledger, instant(context), changes)
    return owedPoints(ledger, context)
  })
  const more = [...after].map(([id, points]) => points - (before.get(id) ?? 0)).filter((points) => points > 0)
  if (more.length === 0) return []
  const points = more.reduce((sum, each) => sum + each, 0)
  const words = context.words(pointsWords)
  return [(context.options.dryRun === true ? words.wouldOwe : words.owe)(more.length, points)]
}

/** How far each account that is below zero today is so, by customer id. */
function owedPoints(ledger: Ledger, context: Context): ReadonlyMap<string, number> {
  const snapshot = loadSnapshot(ledger)
  const asOf = context.today(zoneOf(context, ledger))
  const basis = pointsBasis(context, ledger, { snapshot, asOf, until: null })
  if (basis === null) return new Map()
  return new Map(
    snapshot.customers.flatMap(({ id }, customer) => {
      const { owed } = accountOf(basis, customer)
      return owed > 0 ? [[id, owed] as const] : []
    }),
  )
}
