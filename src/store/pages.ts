import type Database from 'better-sqlite3'

/** Rows taken from a query in one go. */
const pageRows = 5_000

/**
 * The rows of a query in the order of their ids, a page at a time, since no statement can write while another one reads.
 * The query takes its parameters, then the id to go on after, and the number of rows.
 */
export function* pagesOf<Row extends { readonly id: number }>(
  page: Database.Statement,
  ...params: readonly unknown[]
): IterableIterator<readonly Row[]> {
  for (let last = 0; ; ) {
    const found = page.all(...params, last, pageRows) as Row[]
    yield found
    if (found.length < pageRows) return
    last = found.at(-1)!.id
  }
}

/** The same row by row. */
export function* inPages<Row extends { readonly id: number }>(
  page: Database.Statement,
  ...params: readonly unknown[]
): IterableIterator<Row> {
  for (const rows of pagesOf<Row>(page, ...params)) yield* rows
}
