import type { EntryRecord } from './record.js'
import { keysOf } from './told/identity.js'
import { kindOf } from './told/party-keys.js'

/**
 * Watches a sheet of points, row by row, for a second balance of one person (R29), of whom only the later counts: gives the row of the
 * one before, 0 for none. Persons are told apart by their keys.
 */
export function secondBalances(): (entry: EntryRecord) => number {
  const rows = new Map<string, number>()
  return ({ kind, party, row }) => {
    if (kind !== 'points' || party === null) return 0
    const all = keysOf(party)
    const strong = all.filter((key) => kindOf(key) !== 'n')
    // Of two who share a name each may have a phone of his own.
    const keys = strong.length > 0 ? strong : all
    const before = Math.max(0, ...keys.map((key) => rows.get(key) ?? 0))
    for (const key of keys) rows.set(key, row)
    return before
  }
}
