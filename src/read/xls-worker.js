// Runs in a thread of its own: whatever a workbook does to the library that reads it ends with the thread.
import { parentPort } from 'node:worker_threads'
import { read, SSF, set_cptable } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'

const BATCH_ROWS = 1024
const OPTIONS = { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false, sheetStubs: false }

/** Formats Chinese and Japanese Excel have without writing them: dates, and two times of day. */
const EASTERN_DATES = [27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]
const EASTERN_TIMES = [32, 33]

set_cptable(codepages)
for (const id of EASTERN_DATES) SSF.load('yyyy/m/d', id)
for (const id of EASTERN_TIMES) SSF.load('h:mm:ss', id)
parentPort.once('message', (bytes) => parentPort.postMessage(sheetsOf(bytes)))
parentPort.postMessage('ready')

/** Every sheet with cells, its rows as JSON in batches: bytes can be handed over without a copy, and hold no objects. */
function sheetsOf(bytes) {
  const { SheetNames, Sheets, Workbook } = read(Buffer.from(bytes), OPTIONS)
  const sheets = SheetNames.map((name, at) => ({
    name,
    sheet: Sheets[name],
    hidden: Workbook?.Sheets?.[at]?.Hidden > 0,
  }))
    .filter(({ sheet }) => sheet['!type'] === undefined || sheet['!type'] === 'sheet')
    .map(({ name, sheet, hidden }) => ({ name, hidden, batches: batchesOf(sheet['!data'] ?? []) }))
  return { since1904: Workbook?.WBProps?.date1904 === true, sheets }
}

function batchesOf(rows) {
  const batches = []
  for (let from = 0; from < rows.length; from += BATCH_ROWS) {
    const batch = { numbers: [], rows: [] }
    for (let at = from; at < Math.min(rows.length, from + BATCH_ROWS); at++) {
      const cells = (rows[at] ?? []).length === 0 ? [] : Array.from(rows[at], cellOf)
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      if (cells.length === 0) continue
      batch.numbers.push(at + 1)
      batch.rows.push(cells)
    }
    if (batch.rows.length > 0) batches.push(new TextEncoder().encode(JSON.stringify(batch)))
  }
  return batches
}

/** Text and truth values as they are, a number with its format where it has one, an error by its number. */
function cellOf(cell) {
  if (cell === undefined || cell === null || cell.t === 'z' || cell.v === undefined) return ''
  if (cell.t === 'e') return { error: cell.v }
  if (cell.t !== 'n') return cell.v
  return cell.z === undefined || cell.z === 'General' ? cell.v : [cell.v, cell.z]
}
