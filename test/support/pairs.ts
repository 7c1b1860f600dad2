import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { type LedgerWorld, withLedger } from './ledger-world.js'

const fixtures = new URL('../../fixtures/formats/', import.meta.url).pathname

/** What a ledger says of one order. */
export interface Told {
  readonly status: string
  readonly totalMinor: number | null
  readonly refundMinor: number | null
}

/** What two exports of one platform together say: orders and their lines by number, customers by name. */
export interface Paired {
  readonly orders: Readonly<Record<string, Told>>
  readonly lines: Readonly<Record<string, readonly string[]>>
  readonly customers: readonly string[]
}

/** Imports one fixture without complaint. */
export async function taken({ folder, crm }: LedgerWorld, fixture: string): Promise<void> {
  const name = basename(fixture)
  cpSync(join(fixtures, fixture), join(folder, name))
  const ran = await crm('import', name)
  expect(ran).toMatchObject({ code: 0 })
  // Two exports of one order are no contradiction.
  expect(ran.stderr).not.toContain('say different things')
}

/** What the ledger in a folder says. */
export function read(folder: string): Paired {
  const db = new Database(join(folder, 'crm.db'), { readonly: true })
  try {
    const rows = db
      .prepare(
        `SELECT k.number, o.status, o.total_minor AS totalMinor, o.refund_minor AS refundMinor,
          (SELECT json_group_array(text) FROM (SELECT concat(r.sku, ' ', r.name, ' × ', cast(l.quantity AS INTEGER), ' = ', coalesce(l.amount_minor, 'null')) AS text
            FROM line l LEFT JOIN product r ON r.id = l.product_id WHERE l.id >= o.first_line AND l.id < o.first_line + o.line_count ORDER BY 1)) AS lines
         FROM sales_order o JOIN order_key k ON k.id = o.order_id`,
      )
      .all() as (Told & { number: string; lines: string })[]
    const customers = db.prepare('SELECT name FROM customer').pluck().all() as string[]
    const lines = rows.map(({ number, lines: text }) => [number, JSON.parse(text) as string[]] as const)
    return {
      orders: Object.fromEntries(rows.map(({ number, lines: _, ...told }) => [number, told])),
      lines: Object.fromEntries(lines.filter(([, texts]) => texts.length > 0)),
      customers: customers.sort(),
    }
  } finally {
    db.close()
  }
}

/** Imports two fixtures in either order, holds the two ledgers equal, and gives what they say. */
export async function bothWays(first: string, second: string): Promise<Paired> {
  const ledgers = [first, second].map((_, at, both) =>
    withLedger(async (world) => {
      for (const each of at === 0 ? both : both.toReversed()) await taken(world, each)
      return { dump: world.dump(), paired: read(world.folder) }
    }),
  )
  const [forward, backward] = await Promise.all(ledgers)
  expect(backward!.dump).toEqual(forward!.dump)
  return forward!.paired
}
