import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportedLedger, imported } from '../acceptance/ledger.js'

const SHELL = 'sqlite3'
const LINES = 12_000
const CUSTOMERS = 400
const folder = mkdtempSync(join(tmpdir(), 'crm-same-figures-'))
const reference = (name: string) => join(import.meta.dirname, 'references', name)

type Row = Readonly<Record<string, string | number | null>>
interface Told {
  readonly rows: readonly Row[]
  readonly summary: Readonly<Record<string, unknown>>
  readonly tables: readonly { readonly key: string; readonly rows: readonly Row[] }[]
}

function generated(kind: string): string {
  const options = ['--lines', LINES, '--customers', CUSTOMERS, '--per-invoice', 4, '--kind', kind].map(String)
  const env = { ...process.env, CRM_BENCH_DIR: folder }
  const generator = join(import.meta.dirname, 'generate.js')
  return execFileSync(process.execPath, [generator, ...options], { env, encoding: 'utf8' }).trim()
}

/** What the script prints, by its headings: lists of the cells of each line. */
function inSql(): { readonly day: string; readonly tables: Readonly<Record<string, string[][]>> } {
  const db = join(folder, 'lines.db')
  const sqlite = (...commands: string[]) => execFileSync(SHELL, [db, ...commands], { encoding: 'utf8' })
  sqlite(`.read ${reference('lines-table.sql')}`, `.import --csv --skip 1 ${generated('numbered')} lines`)
  sqlite(`.read ${reference('orders-table.sql')}`)
  const tables: Record<string, string[][]> = {}
  let lines: string[][] = []
  for (const line of execFileSync(SHELL, [db], { input: readFileSync(reference('tier-rfm.sql')), encoding: 'utf8' })
    .trim()
    .split(/\r?\n/)) {
    if (/^[a-z-]+$/.test(line)) tables[line] = lines = []
    else lines.push(line.split(','))
  }
  return { day: sqlite("SELECT date(MAX(day) * 86400, 'unixepoch') FROM orders").trim(), tables }
}

const lacks = spawnSync(SHELL, ['--version']).status === 0 ? '' : ' (skipped: sqlite3 is not here)'

describe(`the SQL that the bench compares tier and rfm with tells the same figures${lacks}`, () => {
  let sql: ReturnType<typeof inSql>
  let ledger: ImportedLedger
  let tier: Told
  let rfm: Told

  beforeAll(async () => {
    if (lacks !== '') return
    sql = inSql()
    ledger = await imported(generated('csv'))
    const told = async (name: string) => (await ledger.json(name, '--all', '--on', sql.day)) as unknown as Told
    tier = await told('tier')
    rfm = await told('rfm')
  }, 120_000)

  afterAll(() => {
    ledger?.remove()
    rmSync(folder, { recursive: true })
  })

  const rowsOf = (told: Told, key: string) => told.tables.find((table) => table.key === key)!.rows
  /** Cells as the script prints them: blanks empty, shares of at most nine digits. */
  const cells = (rows: readonly Row[], ...keys: string[]) =>
    rows.map((row) => keys.map((key) => digits(String(row[key] ?? ''))))
  const digits = (text: string) => (/^\d+\.\d+$/.test(text) ? String(Number(Number(text).toFixed(9))) : text)
  const sorted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(digits).join(' ')).sort()

  test.skipIf(lacks !== '')('value, shares, tier, orders, last order, class, VIP and level of every customer', () => {
    const ours = cells(
      tier.rows,
      ...['key', 'tier', 'valueMinor', 'shareBefore', 'shareAfter', 'orders', 'lastOrderOn', 'class', 'vip', 'level'],
    )
    // The script gives those without value a share too.
    const comparable = (rows: readonly (readonly string[])[]) =>
      rows.map((row) => row.map((cell, at) => ((at === 3 || at === 4) && row[1] === 'U' ? '' : cell)))
    expect(ours).toHaveLength(CUSTOMERS)
    expect(sorted(ours)).toEqual(sorted(comparable(sql.tables.customers!)))
  })

  test.skipIf(lacks !== '')('how many customers stand in each tier and class, who moved within a week, and why', () => {
    const { customers, classes } = tier.summary as Record<string, Record<string, number>>
    const counts = (rows: string[][]) => Object.fromEntries(rows.map(([key, count]) => [key, Number(count)]))
    expect(counts(sql.tables.tiers!)).toEqual(customers)
    expect({ strategic: 0, ...counts(sql.tables.classes!) }).toEqual(classes)
    expect(sql.tables.movers!.length).toBeGreaterThan(5)
    expect(sorted(cells(rowsOf(tier, 'movers'), 'key', 'before', 'now', 'valueMinor', 'cause'))).toEqual(
      sorted(sql.tables.movers!),
    )
  })

  test.skipIf(lacks !== '')('VIP candidates, signs of big orders and steady trade, concentration', () => {
    expect(sql.tables.vip!.length).toBeGreaterThan(5)
    expect(sorted(cells(rowsOf(tier, 'vipCandidates'), 'key', 'orderMinor', 'monthMinor'))).toEqual(
      sorted(sql.tables.vip!),
    )
    const signs = (potential: string) => rowsOf(tier, 'potential').filter((row) => row.potential === potential)
    expect(sql.tables['big-orders']!.length).toBeGreaterThan(5)
    expect(sorted(cells(signs('big-order'), 'key', 'largestMinor', 'slopeMinor'))).toEqual(
      sorted(sql.tables['big-orders']!.map((row) => row.map((cell) => String(Number(cell))))),
    )
    expect(sql.tables.steady!.length).toBeGreaterThan(5)
    expect(sorted(cells(signs('steady'), 'key', 'gaps'))).toEqual(
      sorted(sql.tables.steady!.map((row) => row.slice(0, 2))),
    )
    const { gini, top1Share, top5Share, top20Share } = tier.summary as Record<string, number>
    const shares = sql.tables.concentration![0]!.map(Number)
    ;[gini!, top1Share!, top5Share!, top20Share!].forEach((share, at) => {
      expect(share).toBeCloseTo(shares[at]!, 9)
    })
  })

  test.skipIf(lacks !== '')('scores, segments, grid and cut values', () => {
    const keys = ['key', 'recencyDays', 'orders', 'netMinor', 'r', 'f', 'm', 'segment']
    expect(sorted(cells(rfm.rows, ...keys))).toEqual(sorted(sql.tables.scores!))
    expect(sorted(cells(rowsOf(rfm, 'segments'), 'segment', 'customers', 'netMinor'))).toEqual(
      sorted(sql.tables.segments!),
    )
    const grid = rowsOf(rfm, 'grid').flatMap((row) =>
      [1, 2, 3, 4, 5].map((f) => [row.r, f, row[`f${f}`], row[`f${f}NetMinor`]].map(String)),
    )
    expect(sorted(grid.filter(([, , count]) => count !== '0'))).toEqual(sorted(sql.tables.grid!))
    expect(cells(rowsOf(rfm, 'cuts'), 'score', 'recencyDays', 'orders', 'netMinor')).toEqual(sql.tables.cuts)
  })
})
