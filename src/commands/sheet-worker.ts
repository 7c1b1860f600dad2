import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '../core/values/failure.js'
import { openBytes } from '../files.js'
import { formats } from '../formats/index.js'
import { openWorkbook } from './import-match.js'
import { mapSheet, type RowTaker } from './import-sheet.js'
import type { ApartMessage, ApartTask } from './sheet-apart.js'

/** How many lots of rows may be on their way: enough that neither thread waits for the other. */
const mostUnderway = 8

/** Runs in a thread of its own (sheet-apart.ts): reads one sheet and sends what it says. */
async function run(task: ApartTask, port: NonNullable<typeof parentPort>): Promise<void> {
  const say = (message: ApartMessage, moved: ArrayBuffer[] = []) => port.postMessage(message, moved)
  let underway = 0
  let onTaken = () => {}
  port.on('message', () => {
    underway--
    onTaken()
  })
  const taker: RowTaker = {
    take(rows) {
      underway++
      say({ rows }, [rows.lines.buffer as ArrayBuffer])
    },
    again: () => say({ again: true }),
    progress: (rows, isLast) => say({ progress: [rows, isLast] }),
    async breathe() {
      while (underway > mostUnderway) {
        await new Promise<void>((resolve) => {
          onTaken = resolve
        })
      }
    },
  }
  const { path, position, understanding, format, match, ...view } = task
  const input = openBytes(path, view.file)
  try {
    const { sheets } = await openWorkbook(input, understanding)
    const known = { ...match, format: formats.find(({ name }) => name === format)! }
    const found = await mapSheet({ ...view, sheet: sheets[position]!, match: known }, taker)
    say({ found: { ...found, issues: found.issues.groups() } })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { kind, code, params } = error
    say({ failed: { kind, code, params } })
  } finally {
    input.close()
    port.removeAllListeners('message')
  }
}

await run(workerData as ApartTask, parentPort!)
