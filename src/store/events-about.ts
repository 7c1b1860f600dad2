import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'

/** Later batches in force that record something about what a batch opened (R36), newest first. What a file opened (`F-…`) no batch of events did. */
export function batchesAbout({ db }: Ledger, batch: number): number[] {
  return db
    .prepare(`SELECT DISTINCT later.batch_id FROM event own JOIN event later ON later.kind = own.kind AND later.subject = own.subject
        AND later.batch_id <> own.batch_id ${inForce('later')}
      WHERE own.batch_id = ? AND own.subject NOT GLOB '?-*' AND own.subject <> ''
        AND own.id = (SELECT min(first.id) FROM event first WHERE first.kind = own.kind AND first.subject = own.subject)
      ORDER BY 1 DESC`)
    .pluck()
    .all(batch) as number[]
}
