import { appendFileSync, copyFileSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addressBook } from './address-book.js'
import { orderFile, scratchFolder } from './files.js'
import { runJob } from './measure.js'
import { LAST_DAY } from './order-lines.js'
import { crmProgram, python, reference } from './programs.js'
import { readerBundle } from './reader-bundle.js'

const node = process.execPath
const crm = (...args) => ({ command: [node, crmProgram, ...args] })
const scratch = (name) => join(scratchFolder(), name)
/** A start of Node alone. */
const nothing = { steps: [{ command: [node, '-e', '0'] }] }
const remove =
  (...paths) =>
  () => {
    for (const path of paths) for (const end of ['', '-journal', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
const sqliteImport = (db, csv) => ({
  command: ['sqlite3', db, `.read ${reference('lines-table.sql')}`, `.import --csv --skip 1 ${csv} lines`],
})
const importInto = (db, file) => crm('import', file, '--db', db)

/** Our import of a file into a new ledger. */
const firstImport = (file, db = scratch('ours.db')) => ({ reset: remove(db), steps: [importInto(db, file)] })

/** A ledger made once per run, copied before each timed step that changes it. */
const ledgers = new Map()
async function ledgerOf(file) {
  if (!ledgers.has(file)) {
    const db = scratch(`ledger-${ledgers.size}.db`)
    await runJob(firstImport(file, db))
    ledgers.set(file, db)
  }
  return ledgers.get(file)
}
const copyOf = (template, db) => () => {
  remove(db)()
  copyFileSync(template, db)
}

const sizes = (lines) => ({ lines, customers: Math.ceil(lines / 125) })
const manyCustomers = (lines) => ({ lines, customers: Math.ceil(lines / 10), perInvoice: 4 })
const millionCustomers = (lines) => ({ lines: 5 * lines, customers: lines, perInvoice: 2 })
/** The same file with its last line twice. */
function oneLineMore(csv) {
  const longer = scratch('longer.csv')
  copyFileSync(csv, longer)
  appendFileSync(longer, `${readFileSync(csv, 'utf8').trimEnd().split('\n').at(-1)}\n`)
  return longer
}

/** An export of another week: other lines, other invoice numbers, the same customers. */
const nextExport = (lines, all) => ({ lines, customers: sizes(all).customers, seed: 2, firstInvoice: 990_000 })

const readAlone = async (file) => ({
  steps: [{ command: [node, reference('../read-alone.js'), await readerBundle(), file] }],
})
const openpyxlRead = (file) => ({ steps: [{ command: [python, reference('openpyxl_read.py'), file] }] })
const exceljsRead = (file) => ({ steps: [{ command: [node, reference('exceljs-read.js'), file] }] })

function weeklyJob(file) {
  const db = scratch('weekly.db')
  const out = scratch('weekly.xlsx')
  const report = crm('report', 'weekly', '--db', db, '-o', out)
  const steps = [importInto(db, file), crm('tier', '--db', db), crm('rfm', '--db', db), report]
  return { reset: remove(db, out), steps }
}
const pandasWeekly = (file) => ({
  steps: [{ command: [python, reference('pandas_weekly.py'), file, scratch('pandas.xlsx')] }],
})

/** The SQL reference's own tables, made outside the timing: the lines as imported, and orders added up from them. */
async function linesTable(csv) {
  const db = scratch('reference-lines.db')
  remove(db)()
  await runJob({ steps: [sqliteImport(db, csv)] })
  return db
}
async function ordersTable(csv) {
  const db = await linesTable(csv)
  const scripts = ['orders-table.sql', 'orders-alone.sql']
  await runJob({ steps: scripts.map((name) => ({ command: ['sqlite3', db], stdin: reference(name) })) })
  return db
}

/** Our two reports of all customers on the last day of the orders beside a script over a table made for it. */
async function tierAndRfm(options, tableOf, scripts) {
  const db = await ledgerOf(await orderFile('csv', options))
  const made = await tableOf(await orderFile('numbered', options))
  const copy = scratch('reference-copy.db')
  const ours = { steps: ['tier', 'rfm'].map((name) => crm(name, '--all', '--on', LAST_DAY, '--json', '--db', db)) }
  const steps = scripts.map((name) => ({ command: ['sqlite3', copy], stdin: reference(name) }))
  return { ours, reference: { reset: copyOf(made, copy), steps } }
}

/** A report of all customers beside `crm tier` on the same ledger. */
async function besideTier(command, options, ...more) {
  const db = await ledgerOf(await orderFile('csv', options))
  const ours = { steps: [crm(...command, ...more, '--db', db)] }
  return { ours, reference: { steps: [crm('tier', ...more, '--db', db)] } }
}

/** A report of the week or month as a file, a thousand rows a sheet, beside `crm tier` and one `crm forecast` on the same ledger. */
async function reportBeside(name, ending, options, ...more) {
  const db = await ledgerOf(await orderFile('csv', options))
  const out = scratch(`report.${ending}`)
  const ours = { reset: remove(out), steps: [crm('report', name, '--limit', '1000', ...more, '--db', db, '-o', out)] }
  return { ours, reference: { steps: ['tier', 'forecast'].map((word) => crm(word, ...more, '--db', db)) } }
}

/** Columns of a contact list that people work with. */
const LIST_COLUMNS =
  'name,company,phone,email,country,region,city,address,postcode,tier,segment,orders,netMinor,lastOrderOn,platforms'

/** A contact list of everybody as a workbook beside the same rows written from a csv file of ours, made outside the timing. */
async function contactList(customers) {
  const db = await ledgerOf(addressBook(customers))
  const list = (out) => crm('contacts', '--on', LAST_DAY, '--columns', LIST_COLUMNS, '--db', db, '-o', out, '--force')
  const [csv, out] = ['csv', 'xlsx'].map((ending) => scratch(`contacts.${ending}`))
  await runJob({ steps: [list(csv)] })
  const steps = [{ command: [python, reference('xlsxwriter_list.py'), csv, scratch('reference.xlsx')] }]
  return { ours: { reset: remove(out), steps: [list(out)] }, reference: { steps } }
}

const kilobytes = (path) => statSync(path).size / 1024

/**
 * What is measured: `make(million)` prepares files (a million lines, fewer in a quick run) and gives `ours` and
 * `reference` as jobs of steps. `target`: `ratio` of ours to the reference, or `plusMs` on top of it; `memoryMb` and
 * `sizeRatio` bound ours; without one the ratio is only told. `needs` names what the reference needs.
 */
export const ROWS = [
  {
    name: 'import 1 M lines of csv into a new ledger',
    reference: 'sqlite3 .import into one table with a unique index',
    needs: ['sqlite3'],
    target: { ratio: 1.0, memoryMb: 250, sizeRatio: 1.2 },
    async make(million) {
      const csv = await orderFile('csv', sizes(million))
      const numbered = await orderFile('numbered', sizes(million))
      const db = scratch('reference.db')
      const ours = firstImport(csv)
      const size = () => kilobytes(scratch('ours.db')) / kilobytes(csv)
      return { ours, reference: { reset: remove(db), steps: [sqliteImport(db, numbered)] }, size }
    },
  },
  {
    name: 'the same, against sqlite-utils',
    reference: 'sqlite-utils insert --csv',
    needs: ['sqlite-utils'],
    target: { ratio: 0.1 },
    async make(million) {
      const csv = await orderFile('csv', sizes(million))
      const db = scratch('reference.db')
      const insert = { command: ['sqlite-utils', 'insert', db, 'lines', csv, '--csv'] }
      return { ours: firstImport(csv), reference: { reset: remove(db), steps: [insert] } }
    },
  },
  {
    name: 're-import the same csv, nothing changed',
    reference: 'our first import',
    needs: ['crm'],
    target: { ratio: 0.6 },
    async make(million) {
      const csv = await orderFile('csv', sizes(million))
      const db = scratch('again.db')
      const ours = { reset: copyOf(await ledgerOf(csv), db), steps: [importInto(db, csv)] }
      return { ours, reference: firstImport(csv) }
    },
  },
  {
    // Known files are not read again: this is what reading one costs where nearly nothing is new.
    name: 're-import the same csv with one line more',
    reference: 'our first import',
    needs: ['crm'],
    async make(million) {
      const csv = await orderFile('csv', sizes(million))
      const db = scratch('again.db')
      const ours = { reset: copyOf(await ledgerOf(csv), db), steps: [importInto(db, oneLineMore(csv))] }
      return { ours, reference: firstImport(csv) }
    },
  },
  {
    name: 'import 1 M lines of xlsx',
    reference: 'exceljs streaming reader only reading it',
    needs: ['exceljs'],
    target: { ratio: 0.2, memoryMb: 300 },
    async make(million) {
      const xlsx = await orderFile('xlsx', sizes(million))
      return { ours: firstImport(xlsx), reference: exceljsRead(xlsx) }
    },
  },
  {
    name: 'the same, against openpyxl',
    reference: 'openpyxl read-only only reading it',
    needs: ['openpyxl'],
    target: { ratio: 0.12 },
    async make(million) {
      const xlsx = await orderFile('xlsx', sizes(million))
      return { ours: firstImport(xlsx), reference: openpyxlRead(xlsx) }
    },
  },
  {
    name: 'our xlsx reader alone, 100 k lines',
    reference: 'openpyxl read-only',
    needs: ['openpyxl'],
    target: { ratio: 0.12 },
    async make(million) {
      const xlsx = await orderFile('xlsx', sizes(million / 10))
      return { ours: await readAlone(xlsx), reference: openpyxlRead(xlsx) }
    },
  },
  {
    name: 'our xlsx reader alone, 1 M lines',
    reference: 'openpyxl read-only',
    needs: ['openpyxl'],
    target: { ratio: 0.06, memoryMb: 120 },
    async make(million) {
      const xlsx = await orderFile('xlsx', sizes(million))
      return { ours: await readAlone(xlsx), reference: openpyxlRead(xlsx) }
    },
  },
  {
    name: 'our csv reader alone, 1 M lines',
    reference: 'papaparse streaming arrays',
    needs: ['papaparse'],
    target: { ratio: 1.2 },
    async make(million) {
      const csv = await orderFile('csv', sizes(million))
      return {
        ours: await readAlone(csv),
        reference: { steps: [{ command: [node, reference('papaparse-read.js'), csv] }] },
      }
    },
  },
  {
    name: 'weekly job from xlsx, 100 k lines',
    reference: 'a pandas script: read_excel, groupby, qcut, cumsum, to_excel',
    needs: ['pandas'],
    target: { ratio: 0.3 },
    async make(million) {
      const xlsx = await orderFile('xlsx', sizes(million / 10))
      return { ours: weeklyJob(xlsx), reference: pandasWeekly(xlsx) }
    },
  },
  {
    name: 'weekly job from csv, 1 M lines',
    reference: 'the same script with read_csv',
    needs: ['pandas'],
    target: { ratio: 0.8, memoryMb: 300 },
    async make(million) {
      const csv = await orderFile('csv', sizes(million))
      return { ours: weeklyJob(csv), reference: pandasWeekly(csv) }
    },
  },
  {
    name: 'import a 5 k-line export into a ledger of 1 M lines',
    reference: 'our import of it into a new ledger',
    needs: ['crm'],
    target: { ratio: 1.5 },
    async make(million) {
      const all = await orderFile('csv', sizes(million))
      const week = await orderFile('csv', nextExport(5000, million))
      const db = scratch('large.db')
      const ours = { reset: copyOf(await ledgerOf(all), db), steps: [importInto(db, week)] }
      return { ours, reference: firstImport(week) }
    },
  },
  {
    name: 'tier and rfm, 1 M lines, 100 k customers',
    reference: 'the same figures in SQL with window functions, sqlite3 shell, over the lines as imported',
    needs: ['sqlite3'],
    target: { ratio: 0.6, memoryMb: 250 },
    make: (million) => tierAndRfm(manyCustomers(million), linesTable, ['orders-table.sql', 'tier-rfm.sql']),
  },
  {
    name: 'the same, against a part of it in SQL',
    reference: 'shares, tiers and scores alone, over a table of orders added up before the timing',
    needs: ['sqlite3'],
    make: (million) => tierAndRfm(manyCustomers(million), ordersTable, ['shares-and-scores.sql']),
  },
  {
    name: 'tier and rfm, 1 M customers',
    reference: 'the same figures in SQL with window functions, sqlite3 shell, over the lines as imported',
    needs: ['sqlite3'],
    target: { ratio: 0.3 },
    isHuge: true,
    make: (million) => tierAndRfm(millionCustomers(million), linesTable, ['orders-table.sql', 'tier-rfm.sql']),
  },
  {
    name: 'forecast, 100 k customers',
    reference: 'crm tier on the same ledger',
    needs: ['crm'],
    target: { ratio: 6 },
    make: async (million) => besideTier(['forecast'], manyCustomers(million), '--json'),
  },
  {
    name: 'due, 100 k customers',
    reference: 'crm tier on the same ledger',
    needs: ['crm'],
    target: { ratio: 1.5 },
    make: async (million) => besideTier(['due'], manyCustomers(million)),
  },
  {
    name: 'due, 100 k customers, as JSON',
    reference: 'crm tier on the same ledger',
    needs: ['crm'],
    target: { ratio: 1.5 },
    make: async (million) => besideTier(['due'], manyCustomers(million), '--json'),
  },
  ...['xlsx', 'html'].map((ending) => ({
    name: `report weekly to ${ending}, 100 k customers`,
    reference: 'crm tier and crm forecast on the same ledger',
    needs: ['crm'],
    target: { ratio: 3, memoryMb: 300 },
    make: (million) => reportBeside('weekly', ending, manyCustomers(million)),
  })),
  {
    // Most customers of the made-up shop are due by its last day; by the day the bench runs most are given up.
    name: 'report weekly to xlsx, 86 k customers due',
    reference: 'crm tier and crm forecast on the same ledger',
    needs: ['crm'],
    target: { ratio: 3, memoryMb: 300 },
    make: (million) => reportBeside('weekly', 'xlsx', manyCustomers(million), '--on', LAST_DAY),
  },
  {
    name: 'report monthly to xlsx, 100 k customers',
    reference: 'crm tier and crm forecast on the same ledger',
    needs: ['crm'],
    target: { memoryMb: 300 },
    make: (million) => reportBeside('monthly', 'xlsx', manyCustomers(million)),
  },
  {
    name: 'contact list of 100 k rows × 15 columns to xlsx',
    reference: 'xlsxwriter constant_memory, the same rows from csv',
    needs: ['xlsxwriter'],
    target: { ratio: 0.9 },
    make: (million) => contactList(million / 10),
  },
  {
    name: 'due, 5 k customers',
    reference: 'node -e 0',
    needs: ['node'],
    target: { plusMs: 100 },
    isShort: true,
    async make(million) {
      const db = await ledgerOf(await orderFile('csv', manyCustomers(million / 20)))
      return { ours: { steps: [crm('due', '--db', db)] }, reference: nothing }
    },
  },
  ...['--help', '--version'].map((flag) => ({
    name: `crm ${flag}`,
    reference: 'node -e 0',
    needs: ['node'],
    target: { plusMs: 25 },
    isShort: true,
    make: async () => ({ ours: { steps: [crm(flag)] }, reference: nothing }),
  })),
  {
    name: 'import 10 M lines of csv, time a line',
    reference: 'our import of 100 k lines, a hundred times',
    needs: ['crm'],
    target: { ratio: 1.3, memoryMb: 600 },
    isHuge: true,
    scale: 100,
    async make(million) {
      const csv = await orderFile('csv', sizes(million * 10))
      return { ours: firstImport(csv), reference: firstImport(await orderFile('csv', sizes(million / 10))) }
    },
  },
]
