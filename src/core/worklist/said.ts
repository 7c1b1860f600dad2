import { hash53 } from '../values/hash.js'
import type { Filled } from './filled.js'

/** What a row said, cell by cell, as numbers: the ledger need not keep a second copy of what was written. */
export type SaidCells = Readonly<Record<string, number>>

/** The cells of a filled row, in order of their names: equal rows are equal as JSON. */
export function saidCells(filled: Filled): SaidCells {
  const cells = Object.entries(filled).map(([name, value]) => [name, hash53(JSON.stringify(value))] as const)
  return Object.fromEntries(cells.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether every cell of the one row stands alike in the other, which may say more. */
export function isWithin(one: SaidCells, other: SaidCells): boolean {
  return Object.entries(one).every(([name, value]) => other[name] === value)
}
