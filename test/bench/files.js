import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EDITION, orderLines } from './order-lines.js'
import { writeCsv } from './write-csv.js'
import { writeXlsx } from './write-xlsx.js'

/** Where generated files and ledgers of the bench live: CRM_BENCH_DIR, else a folder in the temporary directory. */
export function scratchFolder() {
  const folder = process.env.CRM_BENCH_DIR ?? join(tmpdir(), 'crm-bench')
  mkdirSync(folder, { recursive: true })
  return folder
}

const WRITERS = {
  csv: (path, lines) => writeCsv(path, lines),
  numbered: (path, lines) => writeCsv(path, lines, { isNumbered: true }),
  xlsx: (path, lines) => writeXlsx(path, lines),
}

/**
 * The path of a generated file, made on first use and kept: the name tells all of its options.
 * @param {'csv' | 'numbered' | 'xlsx'} kind
 * @param {Parameters<typeof orderLines>[0]} options
 */
export async function orderFile(kind, options) {
  const traits = Object.entries(options).map(([key, value]) => `${key}${value}`)
  const name = ['orders', `e${EDITION}`, ...traits, kind === 'numbered' ? 'numbered' : ''].filter(Boolean).join('-')
  const path = join(scratchFolder(), `${name}.${kind === 'xlsx' ? 'xlsx' : 'csv'}`)
  if (existsSync(path)) return path
  const unfinished = `${path}.unfinished`
  await WRITERS[kind](unfinished, orderLines(options))
  renameSync(unfinished, path)
  return path
}
