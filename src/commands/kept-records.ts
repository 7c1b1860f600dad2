import type { EventFacts } from '../core/events.js'
import { campaignsOf } from '../core/follow-up/campaign/campaign.js'
import { heldOutUntil } from '../core/follow-up/campaign/held-out-until.js'
import { delistingsOf } from '../core/follow-up/delisting.js'
import type { Kept, KeptRecords } from '../core/follow-up/kept.js'
import { stocksOf } from '../core/follow-up/stocks.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { loadEvents } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'

/**
 * What the seller keeps of single customers that due rules ask about, recorded for a day up to `until` (null: all). Campaigns run by days of the
 * calendar, in which no newest order stands in for the day `on`.
 */
export function keptRecords(ledger: Ledger, snapshot: Snapshot, until: Day | null, on: Day): KeptRecords {
  const records = new Map<number, Kept>()
  const keep = <T>(values: Iterable<readonly [number, T]>, as: (value: T) => Kept) => {
    for (const [customer, value] of values) records.set(customer, { ...records.get(customer), ...as(value) })
  }
  const events = (kinds: readonly EventFacts['kind'][]) => loadEvents(ledger, snapshot, kinds, until)
  const recorded = events(['delisting', 'stock', 'campaign'])
  keep(delistingsOf(recorded), (delisting) => ({ delisting }))
  keep(stocksOf(recorded), (stocks) => ({ stocks }))
  keep(heldOutUntil(campaignsOf(recorded), on), (day) => ({ heldOutUntil: day }))
  return records
}
