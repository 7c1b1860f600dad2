import type { Cell, RowBatch } from '../core/import/sheet.js'
import type { Ledger } from './ledger.js'

const batchRows = 1_000

/**
 * Brings rows of one order together that a file has scattered: keeps them in a temporary table and hands them back order by
 * order, each order where its first row stood. `keyOf` gives a row's order number, '' for "goes with the row above".
 */
export async function* gatherRows(ledger: Ledger, rows: AsyncIterable<RowBatch>, keyOf: (cells: readonly Cell[]) => string): AsyncIterable<RowBatch> {
  const { db } = ledger
  db.exec('DROP TABLE IF EXISTS temp.gathered; CREATE TEMP TABLE gathered (row INTEGER PRIMARY KEY, key TEXT, cells TEXT)')
  const insert = db.prepare('INSERT INTO gathered VALUES (?, ?, ?)')
  let key = ''
  for await (const batch of rows) {
    batch.rows.forEach((cells, index) => {
      key = keyOf(cells) || key
      insert.run(batch.numbers[index], key, JSON.stringify(cells))
    })
  }
  db.exec('CREATE TEMP TABLE IF NOT EXISTS gathered_order (at INTEGER PRIMARY KEY, row INTEGER); DELETE FROM gathered_order')
  db.exec('INSERT INTO gathered_order (row) SELECT row FROM (SELECT row, min(row) OVER (PARTITION BY key) AS first FROM gathered) ORDER BY first, row')
  const page = db.prepare('SELECT g.row, g.cells FROM gathered_order o JOIN gathered g ON g.row = o.row WHERE o.at > ? ORDER BY o.at LIMIT ?')
  for (let at = 0; ; at += batchRows) {
    const found = page.all(at, batchRows) as { row: number; cells: string }[]
    if (found.length === 0) break
    yield { numbers: found.map((entry) => entry.row), rows: found.map((entry) => JSON.parse(entry.cells) as Cell[]) }
  }
  db.exec('DROP TABLE temp.gathered')
}
