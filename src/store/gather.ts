import Database from 'better-sqlite3'
import type { Cell, RowBatch } from '../core/import/sheet.js'

const batchRows = 1_000

/** Rows set aside until all rows of their order are there. */
export interface Gathering {
  add(number: number, key: string, cells: readonly Cell[]): void
  /** The rows order by order, each order where its first row stood. */
  rows(): Iterable<RowBatch>
  close(): void
}

/** Sets rows aside in a nameless file that is gone with it, so that scattered orders of any number need no memory. */
export function openGathering(): Gathering {
  const db = new Database('')
  db.exec(`CREATE TABLE gathered (id INTEGER PRIMARY KEY, row INTEGER, key TEXT, cells TEXT);
    CREATE TABLE gathered_order (at INTEGER PRIMARY KEY, id INTEGER); BEGIN`)
  // A damaged workbook may number two rows alike.
  const insert = db.prepare('INSERT INTO gathered (row, key, cells) VALUES (?, ?, ?)')
  return {
    add: (number, key, cells) => insert.run(number, key, JSON.stringify(cells)),
    *rows() {
      db.exec(
        'INSERT INTO gathered_order (id) SELECT id FROM (SELECT id, min(id) OVER (PARTITION BY key) AS first FROM gathered) ORDER BY first, id',
      )
      const page = db.prepare(
        'SELECT g.row, g.cells FROM gathered_order o JOIN gathered g ON g.id = o.id WHERE o.at > ? ORDER BY o.at LIMIT ?',
      )
      for (let at = 0; ; at += batchRows) {
        const found = page.all(at, batchRows) as { row: number; cells: string }[]
        if (found.length === 0) return
        yield {
          numbers: found.map((entry) => entry.row),
          rows: found.map((entry) => JSON.parse(entry.cells) as Cell[]),
        }
      }
    },
    close: () => db.close(),
  }
}
