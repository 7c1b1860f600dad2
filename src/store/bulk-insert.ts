import type Database from 'better-sqlite3'

const rowsPerInsert = 20

/** Inserts rows of four numbers twenty to a statement, which is a third faster than one by one. */
export function bulkInsert(db: Database.Database, into: string, width: 4) {
  const row = `(${Array(width).fill('?').join(',')})`
  const many = db.prepare(`INSERT INTO ${into} VALUES ${Array(rowsPerInsert).fill(row).join(',')}`)
  const one = db.prepare(`INSERT INTO ${into} VALUES ${row}`)
  const full = width * rowsPerInsert
  let buffer: (number | null)[] = new Array(full)
  let length = 0
  return {
    add(a: number | null, b: number | null, c: number | null, d: number | null) {
      buffer[length++] = a
      buffer[length++] = b
      buffer[length++] = c
      buffer[length++] = d
      if (length < full) return
      many.run(buffer)
      length = 0
    },
    flush() {
      for (let at = 0; at < length; at += width) one.run(buffer.slice(at, at + width))
      buffer = new Array(full)
      length = 0
    },
  }
}
