import type { Mapping } from '../core/import/columns/detect.js'
import type { Field } from '../core/import/field.js'
import { decide } from './batches.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'

/** Columns as a seller named them once, for every later file with the same headers. */
export interface SavedMapping {
  readonly id: number
  /** ISO instant of the import it was said in. */
  readonly madeAt: string
  /** The headers as that file had them, in its order. */
  readonly headers: readonly string[]
  readonly fields: Mapping
}

interface Row {
  readonly id: number
  readonly madeAt: string
  readonly headers: string
  readonly fields: string
}

/** The mappings in force, the newest of each header set, by the number `crm formats --forget` takes. */
export function savedMappings(ledger: Ledger): SavedMapping[] {
  const rows = ledger.db
    .prepare(`SELECT m.id, b.made_at AS madeAt, m.headers, m.fields FROM mapping m ${inForce('m')}
      WHERE m.fields <> '{}' AND NOT EXISTS (SELECT 1 FROM mapping later ${inForce('later', 'lb')}
        WHERE later.header_set = m.header_set AND later.id > m.id) ORDER BY m.id`)
    .all() as Row[]
  return rows.map(({ headers, fields, ...row }) => ({
    ...row,
    headers: JSON.parse(headers) as string[],
    fields: new Map(Object.entries(JSON.parse(fields) as Record<Field, string>) as [Field, string][]),
  }))
}

/** A mapping to be kept; no fields forget what was kept for the header set. */
export interface NewMapping {
  readonly headerSet: string
  readonly headers: readonly string[]
  readonly fields: Mapping
}

/** Keeps mappings as part of a batch, so that they go when it is taken back. Runs inside a write. */
export function saveMappings({ db }: Ledger, batch: number, mappings: readonly NewMapping[]): void {
  const insert = db.prepare('INSERT INTO mapping (batch_id, header_set, headers, fields) VALUES (?, ?, ?, ?)')
  for (const { headerSet, headers, fields } of mappings)
    insert.run(batch, headerSet, JSON.stringify(headers), JSON.stringify(Object.fromEntries(fields)))
}

/** Forgets a mapping as a decision of its own; returns the batch. `madeAt` is an ISO instant. */
export function forgetMapping(ledger: Ledger, madeAt: string, headerSet: string, mapping: SavedMapping): number {
  const detail = mapping.headers.filter(Boolean).join(', ')
  return decide(ledger, madeAt, 'formats', { detail }, (batch) =>
    saveMappings(ledger, batch, [{ headerSet, headers: mapping.headers, fields: new Map() }]),
  )
}
