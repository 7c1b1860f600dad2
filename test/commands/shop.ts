import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { run } from '../../src/main.js'
import { type FakeWorld, fakeIo } from '../fake-io.js'

/** What one command line did. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own in which commands run one after the other. */
export interface Shop {
  readonly dir: string
  crm(...argv: readonly string[]): Promise<Said>
  /** The same in another world: a terminal, another day, an environment. */
  crmIn(world: Partial<FakeWorld>, ...argv: readonly string[]): Promise<Said>
  /** The JSON a command prints; fails when it did not end well. */
  json(...argv: readonly string[]): Promise<Answer>
  write(file: string, lines: readonly string[]): void
}

/** The parts of `--json` tests look at. */
export interface Answer {
  readonly asOf: string
  readonly summary: Readonly<Record<string, unknown>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly omitted: number
  readonly params: Readonly<Record<string, unknown>>
  readonly [key: string]: unknown
}

/** An empty folder with a clock at 2026-09-01 09:00 in Shanghai; gone when the test ends. */
export function emptyShop(): Shop {
  const dir = mkdtempSync(join(tmpdir(), 'crm-commands-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const crmIn: Shop['crmIn'] = async (world, ...argv) => {
    const io = fakeIo({ cwd: dir, ...world, env: { CRM_DB: 'shop.db', ...world.env } })
    const code = await run(argv, io)
    return { code, out: io.stdoutText(), err: io.stderrText() }
  }
  const crm: Shop['crm'] = (...argv) => crmIn({}, ...argv)
  return {
    dir,
    crm,
    crmIn,
    json: async (...argv) => {
      const { code, out, err } = await crm(...argv, '--json')
      if (code !== 0) throw new Error(`crm ${argv.join(' ')}: exit ${code}\n${err}`)
      return JSON.parse(out) as Answer
    },
    write: (file, lines) => writeFileSync(join(dir, file), `${lines.join('\n')}\n`),
  }
}

export const HEADER = 'Order No,Order Date,Customer Name,Email,Total,Currency,Country'

/**
 * Orders of five customers, all dates moved by whole years. In 2026: Ann buys every 30 days, last on 06-30; Bob once in
 * March; 王芳 twice; Eve's name is hostile; Old bought long before.
 */
export function ordersOf(year: number): string[] {
  return [
    HEADER,
    `1,${year}-04-01,Ann,ann@example.com,100.00,USD,US`,
    `2,${year}-05-01,Ann,ann@example.com,100.00,USD,US`,
    `3,${year}-05-31,Ann,ann@example.com,100.00,USD,US`,
    `4,${year}-06-30,Ann,ann@example.com,100.00,USD,US`,
    `5,${year}-03-01,Bob,bob@example.com,40.00,USD,US`,
    `6,${year}-06-01,王芳,wang@example.com,30.00,USD,CN`,
    `7,${year}-08-01,王芳,wang@example.com,30.00,USD,CN`,
    `8,${year}-08-20,"=1+1\u001b[31m\u202e Eve",eve@example.com,20.00,USD,DE`,
    `9,${year - 3}-01-05,Old,old@example.com,500.00,USD,US`,
  ]
}

/** A shop whose orders are of one year: 2026 is now, 2019 is long ago. */
export async function shopOf(year: number): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', ordersOf(year))
  const { code, err } = await shop.crm('import', 'orders.csv')
  if (code !== 0) throw new Error(err)
  return shop
}

/** Values of one column, top to bottom. */
export function column(answer: Answer, key: string): unknown[] {
  return answer.rows.map((row) => row[key])
}

/** Imports lines as a file, which must be taken; what was said of it. */
export async function take(shop: Shop, file: string, lines: readonly string[]) {
  shop.write(file, lines)
  const said = await shop.crm('import', file)
  expect([said.code, said.err]).toEqual([0, expect.any(String)])
  return said
}
