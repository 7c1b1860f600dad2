import type { Cell, RowBatch } from '../core/import/sheet.js'
import type { Ledger } from './ledger.js'

const batchRows = 1_000

/** Rows set aside until all rows of their order are there. */
export interface Gathering {
  add(number: number, key: string, cells: readonly Cell[]): void
  /** The rows order by order, each order where its first row stood. */
  rows(): Iterable<RowBatch>
}

/** Sets rows aside in a temporary table, so that scattered orders of any number need no memory. */
export function openGathering(ledger: Ledger): Gathering {
  const { db } = ledger
  db.exec(`DROP TABLE IF EXISTS temp.gathered; DROP TABLE IF EXISTS temp.gathered_order;
    CREATE TEMP TABLE gathered (id INTEGER PRIMARY KEY, row INTEGER, key TEXT, cells TEXT); CREATE TEMP TABLE gathered_order (at INTEGER PRIMARY KEY, id INTEGER)`)
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
  }
}
