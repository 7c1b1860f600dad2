import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const here = import.meta.dirname
const root = join(here, '../..')
const require = createRequire(import.meta.url)
const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Where the project stands. */
export const projectFolder = root

/** Python is the system's, unless CRM_BENCH_PYTHON names another. */
export const python = process.env.CRM_BENCH_PYTHON ?? '/usr/bin/python3'

/** A file of test/bench/references. */
export const reference = (name) => join(here, 'references', name)

/** The command line under test: bin/crm.js, or what CRM_BENCH_CRM names. */
export const crmProgram = process.env.CRM_BENCH_CRM ?? join(root, 'bin/crm.js')

const hasPackage = (name) => {
  try {
    return require.resolve(name) !== ''
  } catch {
    return false
  }
}

/** Whether each program a row needs is there, found out once, by the name the rows use. */
const PRESENT = {
  sqlite3: () => runs('sqlite3', '--version'),
  'sqlite-utils': () => runs('sqlite-utils', '--version'),
  openpyxl: () => runs(python, '-c', 'import openpyxl'),
  pandas: () => runs(python, '-c', 'import pandas, openpyxl'),
  xlsxwriter: () => runs(python, '-c', 'import xlsxwriter'),
  exceljs: () => hasPackage('exceljs'),
  papaparse: () => hasPackage('papaparse'),
  node: () => true,
  crm: () => existsSync(crmProgram),
}
const known = new Map()

/** Whether a program or package is installed. */
export function isPresent(name) {
  if (!known.has(name)) known.set(name, PRESENT[name]())
  return known.get(name)
}
