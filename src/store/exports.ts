import { type Ledger, read, write } from './ledger.js'

/** Contacts that were handed out: when (an ISO instant), in which report, whom of, how many, and to which file ('' for stdout). */
export interface ExportRecord {
  readonly madeAt: string
  readonly report: string
  readonly about: string
  readonly customers: number
  readonly file: string
  readonly format: string
  readonly isMasked: boolean
}

/** Notes an export; part of the transaction that is open, where one is. */
export function addExport(ledger: Ledger, made: ExportRecord): void {
  const { madeAt, report, about, customers, file, format, isMasked } = made
  write(ledger, () => {
    ledger.db
      .prepare(
        `INSERT INTO export (made_at, report, about, customers, file, format, is_masked) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(madeAt, report, about, customers, file, format, Number(isMasked))
  })
}

/** Every export, newest first. */
export function listExports(ledger: Ledger): ExportRecord[] {
  const select = `SELECT made_at AS madeAt, report, about, customers, file, format, is_masked AS isMasked FROM export ORDER BY id DESC`
  const rows = read(ledger, () => ledger.db.prepare(select).all()) as (Omit<ExportRecord, 'isMasked'> & {
    isMasked: number
  })[]
  return rows.map((row) => ({ ...row, isMasked: row.isMasked === 1 }))
}

/** Notes exports again that a ledger written over with an older copy knows no more: the lists are out all the same. */
export function noteAgain(ledger: Ledger, noted: readonly ExportRecord[]): void {
  const known = new Set(listExports(ledger).map((made) => JSON.stringify(made)))
  for (const made of noted.toReversed()) if (!known.has(JSON.stringify(made))) addExport(ledger, made)
}
