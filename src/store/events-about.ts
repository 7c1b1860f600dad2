import type { EventKind } from '../core/events.js'
import type { Batch } from './batches.js'
import type { Ledger } from './ledger.js'

/**
 * The kinds of events that can come to make no sense when a batch is taken back or put back: those it recorded, and of an import leads
 * registered by hand, which orders win. Balances told and earned by files are no condition: what a refund takes back is owed.
 */
export function kindsToHold({ db }: Ledger, { id, kind }: Batch): EventKind[] {
  return db
    .prepare(
      "SELECT DISTINCT kind FROM event WHERE batch_id = @id OR (@kind = 'import' AND kind = 'lead' AND what = 'add')",
    )
    .pluck()
    .all({ id, kind }) as EventKind[]
}

/** Batches taken back that recorded something about the same, or points of the same customer, before certain events; oldest first. */
export function batchesBefore({ db }: Ledger, events: readonly number[]): number[] {
  return db
    .prepare(`SELECT DISTINCT earlier.batch_id FROM event own JOIN event earlier ON earlier.kind = own.kind AND earlier.subject = own.subject
        AND earlier.id < own.id JOIN batch b ON b.id = earlier.batch_id AND b.voided_at IS NOT NULL
      WHERE (own.subject <> '' OR own.key = earlier.key AND earlier.value > 0) AND own.id IN (SELECT value FROM json_each(?)) ORDER BY 1`)
    .pluck()
    .all(JSON.stringify(events)) as number[]
}
