import { leadOutcome } from '../follow-up/leads/words.js'
import type { EntryRecord } from './record.js'

/**
 * Watches a sheet of deals, row by row, for a second open deal of one customer, who has one lead at a time: gives the row of the one
 * before, 0 for none. Customers are told apart as they are written.
 */
export function secondDeals(): (entry: EntryRecord) => number {
  const rows = new Map<string, number>()
  return ({ kind, party, row, details }) => {
    if (kind !== 'lead' || party === null || leadOutcome(details) !== 'open') return 0
    const key = JSON.stringify(party)
    const before = rows.get(key) ?? 0
    rows.set(key, row)
    return before
  }
}
