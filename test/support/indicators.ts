import type { EntryFacts } from '../../src/core/entry-facts.js'
import type { Snapshot } from '../../src/core/snapshot.js'
import { type IndicatorBasis, indicatorBasis } from '../../src/core/value/indicators/basis.js'
import { VALUE_DEFAULTS } from '../../src/core/value/standing.js'
import type { Day } from '../../src/core/values/business-date.js'
import { lifecycleIn } from './lifecycle.js'

/** What the indicators of a snapshot's customers are worked out from; without a filter of all. */
export function indicatorsIn(
  snapshot: Snapshot,
  asOf: Day,
  entries: readonly EntryFacts[] = [],
  filter?: { includes(customer: number): boolean },
  referred?: ReadonlySet<number>,
): IndicatorBasis {
  const lifecycle = () => lifecycleIn(snapshot, asOf, entries)
  return indicatorBasis({ snapshot, asOf, value: VALUE_DEFAULTS, entries, lifecycle, filter }, referred)
}
