import { Worker } from 'node:worker_threads'
import type { Match } from '../core/import/detect.js'
import { type IssueGroup, IssueLog } from '../core/import/issue-log.js'
import { UserError } from '../core/values/failure.js'
import { type InputFile, programFile } from '../files.js'
import type { StagedRows } from '../store/row-stager.js'
import type { Understanding } from './import-match.js'
import type { RowTaker, SheetFindings } from './import-sheet.js'
import type { SheetView } from './sheet-view.js'

/** A sheet of an open file, and how the file is understood. */
export interface OpenSheet {
  readonly view: SheetView
  readonly input: InputFile
  /** How-many-th sheet of its file, from 0. */
  readonly position: number
  readonly understanding: Understanding
}

/** What the thread is told: all that the reading depends on, with the format by its name and the sheet by its place. */
export interface ApartTask extends Omit<SheetView, 'sheet' | 'match'> {
  readonly path: string
  readonly position: number
  readonly understanding: Understanding
  readonly format: string
  readonly match: Omit<Match, 'format'>
}

/** What the thread says, one after the other; the last is `found` or `failed`. */
export type ApartMessage =
  | { readonly rows: StagedRows }
  | { readonly again: true }
  | { readonly progress: readonly [number, boolean] }
  | { readonly found: Omit<SheetFindings, 'issues'> & { readonly issues: readonly IssueGroup[] } }
  | { readonly failed: Pick<UserError, 'kind' | 'code' | 'params'> }

/** Maps a sheet as `mapSheet` does, in a thread of its own; null where the program runs without one. */
export function mapApart(
  { view, input, position, understanding }: OpenSheet,
  taker: RowTaker,
): Promise<SheetFindings> | null {
  const program = programFile('./sheet-worker.js', import.meta.url)
  if (program === null) return null
  const { sheet, match, ...rest } = view
  const { format, ...matched } = match
  const told: ApartTask = { ...rest, path: input.path, position, understanding, format: format.name, match: matched }
  const worker = new Worker(program, { workerData: told, execArgv: [], env: {} })
  return answer(worker, taker, (groups) => new IssueLog(view.file, sheet.name, match.header.texts, groups)).finally(
    () => worker.terminate(),
  )
}

function answer(
  worker: Worker,
  taker: RowTaker,
  issuesOf: (groups: readonly IssueGroup[]) => IssueLog,
): Promise<SheetFindings> {
  return new Promise((resolve, reject) => {
    let work = Promise.resolve()
    const receive = async (message: ApartMessage): Promise<void> => {
      if ('rows' in message) {
        taker.take(message.rows)
        await taker.breathe()
        worker.postMessage('taken')
      } else if ('again' in message) taker.again()
      else if ('progress' in message) taker.progress(...message.progress)
      else if ('found' in message) resolve({ ...message.found, issues: issuesOf(message.found.issues) })
      else reject(new UserError(message.failed.kind, message.failed.code, message.failed.params))
    }
    worker.on('message', (message: ApartMessage) => {
      work = work.then(() => receive(message)).catch(reject)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      work = work.then(() => reject(new Error('the reading thread ended without an answer')))
    })
  })
}
