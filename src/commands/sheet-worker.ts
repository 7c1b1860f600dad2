import { parentPort } from 'node:worker_threads'
import { UserError } from '../core/values/failure.js'
import { type InputFile, openBytes } from '../files.js'
import { formats } from '../formats/index.js'
import { openWorkbook } from './import-match.js'
import { mapSheet, type RowTaker } from './import-sheet.js'
import type { ApartMessage, ApartOrder, ApartTask } from './sheet-apart.js'

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

async function run({ path, position, understanding, format, match, ...view }: ApartTask): Promise<void> {
  const input = openBytes(path, view.file)
  try {
    const { sheets } = await openWorkbook(input, understanding)
    const known = { ...match, format: formats.find(({ name }) => name === format)! }
    const found = await mapSheet({ ...view, sheet: sheets[position]!, match: known }, takerOf(input))
    say({ found: { ...found, issues: found.issues.groups() } })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { kind, code, params } = error
    say({ failed: { kind, code, params } })
  } finally {
    input.close()
  }
}

port.on('message', (order: ApartOrder) => {
  if (order !== 'taken') return void run(order)
  underway--
  onTaken()
})
