import { parentPort } from 'node:worker_threads'
import { formatOf } from '../core/import/columns/detect.js'
import type { Workbook } from '../core/import/sheet.js'
import { changedFailure, type InputFile, openBytes } from '../files.js'
import { formats } from '../formats/index.js'
import { partsOf } from './error-parts.js'
import { openWorkbook } from './import-match.js'
import { mapSheet, type RowTaker } from './import-sheet.js'
import type { ApartFile, ApartMessage, ApartOrder, ApartTask } from './sheet-apart.js'

/** Runs in a thread of its own (sheet-apart.ts): reads the sheets it is told of and sends what they say. */
const port = parentPort!

/** How many lots of rows may be on their way: enough that neither thread waits for the other. */
const mostUnderway = 8

let underway = 0
let onTaken = (): void => {}

function say(message: ApartMessage, moved: ArrayBuffer[] = []): void {
  port.postMessage(message, moved)
}

const takerOf = (input: InputFile): RowTaker => ({
  take(rows) {
    underway++
    say({ rows }, [rows.lines.buffer as ArrayBuffer])
  },
  again: () => say({ again: true }),
  progress: (rows, isLast) => say({ progress: [rows, isLast, input.reached] }),
  async breathe() {
    while (underway > mostUnderway) {
      await new Promise<void>((resolve) => {
        onTaken = resolve
      })
    }
  },
})

interface OpenFile {
  readonly input: InputFile
  readonly workbook: Workbook
}

/** The one file of this thread, closed with it: what its sheets share is read once. */
let opened: Promise<OpenFile> | null = null

async function openFile({ path, name, stamp, ...understanding }: ApartFile): Promise<OpenFile> {
  const input = openBytes(path, name)
  if (input.stamp !== stamp) throw changedFailure(name)
  return { input, workbook: await openWorkbook(input, understanding) }
}

async function run({ position, format, match, ...view }: ApartTask): Promise<void> {
  try {
    const { input, workbook } = await opened!
    const named = formats.find(({ name }) => name === format)!
    const known = { ...match, format: formatOf(named, match) }
    const found = await mapSheet({ ...view, sheet: workbook.sheets[position]!, match: known }, takerOf(input))
    input.checkUnchanged()
    say({ found: { ...found, issues: found.issues.groups() } })
  } catch (error) {
    say({ failed: partsOf(error) })
  }
}

function open(file: ApartFile): void {
  opened = openFile(file)
  // What goes wrong is told to whom asks for a sheet of it.
  opened.catch(() => {})
}

port.on('message', (order: ApartOrder) => {
  if (order === 'taken') {
    underway--
    onTaken()
  } else if ('open' in order) open(order.open)
  else void run(order)
})
