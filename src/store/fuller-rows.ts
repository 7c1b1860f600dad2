import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'

/** Whether all cells of the one row of a list stand alike in the other (`cells` is JSON with its names in order). */
const isWithin = (one: string, other: string): string => `NOT EXISTS
  (SELECT key, atom FROM json_each(${one}.cells) EXCEPT SELECT key, atom FROM json_each(${other}.cells))`

/**
 * Rows of lists of which another one in force says the same and perhaps more, and tells their contacts anew. Of equal ones, as after a batch
 * was put back, the latest stands.
 */
const told = `SELECT r.id FROM list_row r JOIN list_row fuller ON fuller.key = r.key AND fuller.id <> r.id ${inForce('fuller')}
  WHERE (fuller.id > r.id OR fuller.cells <> r.cells) AND ${isWithin('r', 'fuller')}
    AND EXISTS (SELECT 1 FROM contact c WHERE c.list_row = fuller.id)`

/** Joins the batch of a table of contacts as `inForce` does, and leaves out contacts whose row was filled in further since: they count once. */
export function contactsInForce(table: string): string {
  return `${inForce(table)} AND (${table}.list_row IS NULL OR ${table}.list_row NOT IN (${told}))`
}

/** Batches in force that recorded anew what rows of a batch opened, while it was taken back; oldest first. */
export function batchesRepeating({ db }: Ledger, batch: number): number[] {
  return db
    .prepare(`SELECT DISTINCT later.batch_id FROM list_row own JOIN list_row later ON later.key = own.key AND later.batch_id <> own.batch_id
        ${inForce('later')}
      WHERE own.batch_id = ? AND own.opened <> '' AND later.opened <> '' AND (${isWithin('own', 'later')} OR ${isWithin('later', 'own')})
      ORDER BY 1`)
    .pluck()
    .all(batch) as number[]
}
