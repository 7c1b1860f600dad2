import type { Context } from '../context.js'
import type { Snapshot } from '../core/snapshot.js'
import { type AsOfView, reached } from '../core/value/as-of.js'
import { levelsThrough } from '../core/value/points/levels.js'
import type { PointsBasis, PointsRecords } from '../core/value/points/points.js'
import { schemeOf } from '../core/value/points/scheme.js'
import type { Day } from '../core/values/business-date.js'
import { loadGradeFacts } from '../store/grades.js'
import type { Ledger } from '../store/ledger.js'
import { loadPoints } from '../store/points.js'
import { ledgerSettings } from '../store/settings.js'
import { valueOptions } from './value-options.js'
import { zoneOf } from './zone.js'

/** From where points are looked at. */
interface PointsView {
  readonly snapshot: Snapshot
  readonly asOf: Day
  /** What was recorded and decided for later days is left out; null takes all. */
  readonly until: Day | null
}

/** What the points of a ledger follow from; null where the seller has no scheme. */
export function pointsBasis(context: Context, ledger: Ledger, view: PointsView): PointsBasis | null {
  const { snapshot, asOf, until } = view
  const decided = ledgerSettings(ledger)
  const scheme = schemeOf(decided, snapshot.currency)
  if (scheme === null) return null
  const zone = zoneOf(context, ledger)
  const usual = valueOptions({}, decided, snapshot.currency)
  const facts = loadGradeFacts(ledger, snapshot, asOf, until ?? Math.max(asOf, context.today(zone)), null)
  const levelOn = levelsThrough({ snapshot, asOf, decided, usual, facts })
  return { snapshot, asOf, scheme, levelOn, ...loadPoints(ledger, snapshot, zone, until) }
}

/** The same for a report; where the newest order's day stands in for today, what was recorded since counts as of it. */
export function pointsAsSeen(context: Context, ledger: Ledger, view: AsOfView): PointsBasis | null {
  const asked = context.on(zoneOf(context, ledger))
  const basis = pointsBasis(context, ledger, { ...view, until: asked })
  return basis !== null && view.isAsOfMoved ? { ...basis, ...asReached(basis, view) } : basis
}

function asReached({ told, events }: PointsRecords, view: AsOfView): PointsRecords {
  const moved = <T extends { readonly on: Day }>(groups: ReadonlyMap<number, readonly T[]>) =>
    new Map(
      [...groups].map(([customer, list]) => [customer, list.map((one) => ({ ...one, on: reached(one.on, view) }))]),
    )
  return { told: moved(told), events: moved(events) }
}
