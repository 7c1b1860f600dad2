import type { NotePart } from '../core/batch-note.js'
import { UserError } from '../core/values/failure.js'
import { type BatchEffect, type NamedCustomer, watchBatch } from './batch-effect.js'
import { derive, prepareTouched, touchDecided } from './derive.js'
import { batchesRepeating } from './fuller-rows.js'
import { batchesResting } from './identity.js'
import { type Ledger, settle, write } from './ledger.js'

/** One change of the ledger: an import or a decision. */
export interface Batch {
  readonly id: number
  readonly kind: 'import' | 'decision'
  readonly command: string
  /** ISO instant. */
  readonly madeAt: string
  /** What it was, as JSON. */
  readonly summary: string
  readonly voidedAt: string | null
}

const select = 'SELECT id, kind, command, made_at AS madeAt, summary, voided_at AS voidedAt FROM batch'

/** All batches, newest first. */
export function listBatches(ledger: Ledger): Batch[] {
  return ledger.db.prepare(`${select} ORDER BY id DESC`).all() as Batch[]
}

/** When the oldest batch in force was made, an ISO instant: the ledger knows nobody before it; null where nothing is in force. */
export function knownSince({ db }: Ledger): string | null {
  return db.prepare('SELECT min(made_at) FROM batch WHERE voided_at IS NULL').pluck().get() as string | null
}

/** Files of an import batch, one row a sheet. */
export function batchSources(
  ledger: Ledger,
  batch: number,
): { file: string; sheet: string; format: string; summary: string }[] {
  return ledger.db
    .prepare('SELECT file, sheet, format, summary FROM source WHERE batch_id = ? ORDER BY id')
    .all(batch) as {
    file: string
    sheet: string
    format: string
    summary: string
  }[]
}

/** What a decision's batch says of itself in `crm imports`. */
export interface DecisionNote {
  readonly customer?: string
  readonly detail: string | readonly NotePart[]
}

/**
 * Records a decision as a batch, lets `work` write what it decided, and derives whom it is about; returns the batch. Ends the transaction in
 * which what it rests on was read (`holdToDecide`): without one, what was checked need not be what is written.
 */
export function decide(
  ledger: Ledger,
  madeAt: string,
  command: string,
  summary: object,
  work: (batch: number) => void,
): number {
  if (!ledger.db.inTransaction) throw new Error('a decision is written in the transaction that read what it rests on')
  const made = write(ledger, () => {
    const insert = ledger.db.prepare("INSERT INTO batch (kind, command, made_at, summary) VALUES ('decision', ?, ?, ?)")
    const batch = Number(insert.run(command, madeAt, JSON.stringify(summary)).lastInsertRowid)
    work(batch)
    prepareTouched(ledger)
    touchDecided(ledger, batch)
    derive(ledger)
    return batch
  })
  settle(ledger)
  return made
}

function batchToVoid(ledger: Ledger, id: number | undefined): Batch {
  const found = (
    id === undefined
      ? ledger.db.prepare(`${select} WHERE voided_at IS NULL ORDER BY id DESC LIMIT 1`).get()
      : ledger.db.prepare(`${select} WHERE id = ?`).get(id)
  ) as Batch | undefined
  if (!found)
    throw id === undefined
      ? new UserError('failed', 'undo.nothing')
      : new UserError('failed', 'undo.unknown', { batch: id })
  if (found.voidedAt !== null) throw new UserError('failed', 'undo.already', { batch: found.id })
  refuseResting(ledger, found.id)
  return found
}

/** R36: a later merge or split that would become impossible blocks it. */
function refuseResting(ledger: Ledger, id: number): void {
  const resting = batchesResting(ledger, id)
  if (resting.length === 0) return
  throw new UserError('failed', 'undo.blocked', { batch: id, list: commandsOf(ledger, resting), last: resting[0]! })
}

/** Batches with their commands, as sentences list them. */
export function commandsOf({ db }: Ledger, batches: readonly number[]): string {
  const command = db.prepare('SELECT command FROM batch WHERE id = ?').pluck()
  return batches.map((batch) => `${batch} (crm ${command.get(batch)})`).join(', ')
}

function batchToRestore(ledger: Ledger, id: number | undefined): Batch {
  const newest = `${select} WHERE voided_at IS NOT NULL ORDER BY voided_at DESC, id LIMIT 1`
  const found = (
    id === undefined ? ledger.db.prepare(newest).get() : ledger.db.prepare(`${select} WHERE id = ?`).get(id)
  ) as Batch | undefined
  if (!found)
    throw id === undefined
      ? new UserError('failed', 'redo.nothing')
      : new UserError('failed', 'undo.unknown', { batch: id })
  if (found.voidedAt === null) throw new UserError('failed', 'redo.not-voided', { batch: found.id })
  const again = batchesRepeating(ledger, found.id)
  if (again.length > 0)
    throw new UserError('failed', 'redo.again', { batch: found.id, list: again.map(String), first: again.at(-1)! })
  return found
}

/**
 * Takes back the newest batch not taken back, or the one named (R36): voids it and derives what it touched from the batches
 * left; gives what that changed. `voidedAt` is an ISO instant. UserError `undo.nothing`, `undo.unknown`, `undo.already`,
 * `undo.blocked`.
 */
export function voidBatch(ledger: Ledger, id: number | undefined, voidedAt: string): BatchEffect {
  return write(ledger, () => setVoided(ledger, batchToVoid(ledger, id), voidedAt))
}

/**
 * Puts a batch that was taken back into force again, by default the one taken back last. UserError `redo.nothing`, `redo.not-voided`,
 * `redo.again` where its rows were imported again meanwhile.
 */
export function restoreBatch(ledger: Ledger, id: number | undefined): BatchEffect {
  return write(ledger, () => setVoided(ledger, batchToRestore(ledger, id), null))
}

/** Customers the change just made left with nothing but decisions; they stay (R36). By name. */
export function leftWithDecisions(ledger: Ledger): NamedCustomer[] {
  return ledger.db
    .prepare(`SELECT DISTINCT k.public_id AS id, c.name FROM kept_party kept JOIN party p ON p.id = kept.id JOIN customer c ON c.id = p.customer_id
      JOIN key k ON k.id = c.key_id
      WHERE NOT EXISTS (SELECT 1 FROM party other WHERE other.customer_id = c.id AND other.id NOT IN (SELECT id FROM kept_party)) ORDER BY c.name, k.public_id`)
    .all() as NamedCustomer[]
}

/** Which batch `undo` (or `undo --redo`) would change. */
export function nextBatch(ledger: Ledger, id: number | undefined, isRedo: boolean): Batch {
  return isRedo ? batchToRestore(ledger, id) : batchToVoid(ledger, id)
}

function setVoided(ledger: Ledger, batch: Batch, voidedAt: string | null): BatchEffect {
  const { db } = ledger
  db.prepare('UPDATE batch SET voided_at = ? WHERE id = ?').run(voidedAt, batch.id)
  prepareTouched(ledger)
  touchDecided(ledger, batch.id)
  const sources = 'SELECT id FROM source WHERE batch_id = @batch'
  db.prepare(
    `INSERT OR IGNORE INTO touched_order SELECT order_id FROM order_version WHERE source_id IN (${sources})`,
  ).run({ batch: batch.id })
  db.prepare(
    `INSERT OR IGNORE INTO touched_party SELECT party_id FROM order_version WHERE order_id IN (SELECT id FROM touched_order) AND party_id IS NOT NULL`,
  ).run()
  db.prepare(`INSERT OR IGNORE INTO touched_party SELECT party_id FROM profile WHERE source_id IN (${sources})`).run({
    batch: batch.id,
  })
  const effectOf = watchBatch(ledger, batch.id)
  derive(ledger)
  return effectOf()
}
