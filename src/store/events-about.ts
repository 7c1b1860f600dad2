import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'

/** Opens a subject: no event about it was recorded before, whether in force or not. What a file opened (`F-…`) no batch of events did. */
const opens = (event: string): string =>
  `${event}.subject <> '' AND ${event}.subject NOT GLOB '?-*' AND ${event}.id = (SELECT min(first.id) FROM event first
    WHERE first.kind = ${event}.kind AND first.subject = ${event}.subject)`

/** Later batches in force that record something about what a batch opened (R36), newest first. */
export function batchesAbout({ db }: Ledger, batch: number): number[] {
  return db
    .prepare(`SELECT DISTINCT later.batch_id FROM event own JOIN event later ON later.kind = own.kind AND later.subject = own.subject
        AND later.batch_id <> own.batch_id ${inForce('later')}
      WHERE own.batch_id = ? AND ${opens('own')}
      ORDER BY 1 DESC`)
    .pluck()
    .all(batch) as number[]
}

/** Batches taken back that opened what a batch records something about, oldest first. */
export function batchesMissing({ db }: Ledger, batch: number): number[] {
  return db
    .prepare(`SELECT DISTINCT opener.batch_id FROM event own JOIN event opener ON opener.kind = own.kind AND opener.subject = own.subject
        AND opener.batch_id <> own.batch_id JOIN batch b ON b.id = opener.batch_id AND b.voided_at IS NOT NULL
      WHERE own.batch_id = ? AND ${opens('opener')} ORDER BY 1`)
    .pluck()
    .all(batch) as number[]
}
