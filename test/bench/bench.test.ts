import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const here = import.meta.dirname
const LINES = 3000
const CUSTOMERS = 40
const scratch = mkdtempSync(join(tmpdir(), 'crm-bench-test-'))
const again = mkdtempSync(join(tmpdir(), 'crm-bench-test-'))
afterAll(() => {
  for (const folder of [scratch, again]) rmSync(folder, { recursive: true })
})

function generate(kind: string, folder = scratch): string {
  const args = [join(here, 'generate.js'), '--lines', `${LINES}`, '--customers', `${CUSTOMERS}`, '--kind', kind]
  return execFileSync(process.execPath, args, {
    env: { ...process.env, CRM_BENCH_DIR: folder },
    encoding: 'utf8',
  }).trim()
}
const rowsOf = (path: string) => {
  const book = XLSX.read(readFileSync(path), { raw: true, cellDates: false })
  return XLSX.utils.sheet_to_json<(string | number)[]>(book.Sheets[book.SheetNames[0]!]!, {
    header: 1,
    raw: true,
    defval: '',
  })
}

describe('the order lines of the bench', () => {
  let rows: (string | number)[][] = []
  beforeAll(() => {
    rows = rowsOf(generate('csv')).slice(1)
  })

  it('are the same for the same options', () => {
    expect(readFileSync(generate('csv', again)).equals(readFileSync(generate('csv')))).toBe(true)
  })

  it('are as many as asked for, about 3 % returned, by every customer, in order of time', () => {
    expect(rows).toHaveLength(LINES)
    const returned = rows.filter(([invoice]) => String(invoice).startsWith('C'))
    expect(returned.length / LINES).toBeGreaterThan(0.01)
    expect(returned.length / LINES).toBeLessThan(0.06)
    expect(returned.every(([, , , quantity]) => Number(quantity) < 0)).toBe(true)
    expect(new Set(rows.map((row) => row[6])).size).toBe(CUSTOMERS)
    const moments = rows.map((row) => String(row[4]))
    expect(moments).toEqual([...moments].sort())
  })

  it('have some commas in quotes', () => {
    expect(rows.filter((row) => String(row[2]).includes(',')).length).toBeGreaterThan(LINES * 0.05)
  })

  it('are the same lines in a workbook', () => {
    const DAY_ZERO = Date.UTC(1899, 11, 30)
    const stamp = (serial: number) => new Date(DAY_ZERO + Math.round(serial * 86_400) * 1000).toISOString()
    const cells = rowsOf(generate('xlsx')).slice(1)
    const asText = cells.map((row) =>
      row.map((cell, i) => (i === 4 ? stamp(Number(cell)).slice(0, 19).replace('T', ' ') : String(cell))),
    )
    expect(asText).toEqual(rows.map((row) => row.map((cell, i) => (i === 5 ? String(Number(cell)) : String(cell)))))
  })
})

describe('the bench', () => {
  const run = (crm: string) => {
    const program = join(scratch, 'stand-in.js')
    const page = join(scratch, 'page.md')
    writeFileSync(program, crm)
    const args = [join(here, 'run.js'), '--quick', '--only', 'crm --help', '-o', page]
    const env = { ...process.env, CRM_BENCH_DIR: scratch, CRM_BENCH_CRM: program }
    const { status, stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    return { status, stdout, page: readFileSync(page, 'utf8') }
  }

  it('marks a program that starts too slowly, and writes no paths', () => {
    const { status, stdout, page } = run('setTimeout(() => {}, 200)')
    expect(stdout).toMatch(/^✗ {2}crm --help: ours \d/)
    expect(page).toMatch(/\| crm --help \| .* \| ≤ \+ 25 ms \| ✗ \|/)
    expect(page).not.toContain(scratch)
    expect(status).toBe(1)
  })

  it('puts a row measured alone in its place among those of an earlier page', () => {
    writeFileSync(join(scratch, 'page.md'), '| crm --version | 1 ms | kept |\n| crm --help | 2 ms | of before |\n')
    const { page } = run('')
    expect(page).not.toContain('of before')
    expect(page.indexOf('| crm --help | ')).toBeLessThan(page.indexOf('| crm --version | 1 ms | kept |'))
  })

  it('says that a program failed, without a figure', () => {
    const { status, page } = run('process.exit(4)')
    expect(page).toContain('| crm --help | – | – | failed |')
    expect(page).not.toContain(scratch)
    expect(status).toBe(1)
  })
})
