import type { Ledger } from './ledger.js'

/** An import in force of the very file that is imported again. */
export interface EarlierImport {
  readonly batch: number
  /** ISO instant. */
  readonly madeAt: string
  /** Orders the import adds from rows that are orders already by that one: the file is read otherwise now. */
  readonly secondOrders: number
}

/** The newest import in force of the same bytes as a staged sheet, beside the one just applied; null where there is none. */
export function earlierImport({ db }: Ledger, source: number): EarlierImport | null {
  const found = db
    .prepare(`SELECT known.id AS source, b.id AS batch, b.made_at AS madeAt FROM staged_source now JOIN source own ON own.id = now.source_id
      JOIN source known ON known.sha256 = now.sha256 AND known.sheet = now.sheet AND known.batch_id <> own.batch_id
      JOIN batch b ON b.id = known.batch_id AND b.voided_at IS NULL WHERE now.id = ? ORDER BY b.id DESC, known.id LIMIT 1`)
    .get(source) as { source: number; batch: number; madeAt: string } | undefined
  if (found === undefined) return null
  const { source: known, ...earlier } = found
  const second = db
    .prepare(`SELECT count(*) FROM staged_order o WHERE o.source = @source AND o.change = 'insert'
      AND o.row IN (SELECT row FROM order_version WHERE source_id = @known)
      AND NOT EXISTS (SELECT 1 FROM order_version v WHERE v.order_id = o.order_id AND v.source_id = @known)`)
    .pluck()
  return { ...earlier, secondOrders: second.get({ source, known }) as number }
}
