import type { EntryFacts } from '../../src/core/entry-facts.js'
import { leadsOf } from '../../src/core/follow-up/leads/fold.js'
import type { Snapshot } from '../../src/core/snapshot.js'
import { usualCycles } from '../../src/core/value/cycle.js'
import { type Lifecycle, lifecycleOf } from '../../src/core/value/lifecycle.js'
import { VALUE_DEFAULTS } from '../../src/core/value/standing.js'
import type { Day } from '../../src/core/values/business-date.js'

/** The stages of a snapshot's customers, as every report sees them. */
export function lifecycleIn(snapshot: Snapshot, asOf: Day, entries: readonly EntryFacts[] = []): Lifecycle {
  const cycles = usualCycles(snapshot, asOf, VALUE_DEFAULTS)
  return lifecycleOf(cycles, leadsOf(entries, cycles.days, { events: [], contacts: snapshot.contacts }))
}
