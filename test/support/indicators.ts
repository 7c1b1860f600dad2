import type { EntryFacts } from '../../src/core/entry-facts.js'
import type { EventFacts } from '../../src/core/events.js'
import { type Voice, voiceOn } from '../../src/core/follow-up/feedback/voice.js'
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
  events: readonly EventFacts[] = [],
): IndicatorBasis {
  const lifecycle = () => lifecycleIn(snapshot, asOf, entries)
  const voice = () => voiceOf(entries, asOf, events)
  return indicatorBasis({ snapshot, asOf, value: VALUE_DEFAULTS, entries, voice, lifecycle, filter }, referred)
}

/** What files and events say of a shop; each complaint of the files has a number of its own. */
export function voiceOf(entries: readonly EntryFacts[], asOf: Day, events: readonly EventFacts[] = []): Voice {
  const numbered = entries.map((entry, at) => ({ subject: `F-${at}`, ...entry }))
  return voiceOn({ events, entries: numbered, asOf, zone: 'UTC', promisedHours: 48 })
}
