import { Worker } from 'node:worker_threads'
import type { Match } from '../core/import/columns/detect.js'
import { type IssueGroup, IssueLog } from '../core/import/issue-log.js'
import { type InputFile, programFile } from '../files.js'
import type { StagedRows } from '../store/row-stager.js'
import { type ErrorParts, errorOf } from './error-parts.js'
import type { Understanding } from './import-match.js'
import type { RowTaker, SheetFindings } from './import-sheet.js'
import type { SheetView } from './sheet-view.js'

/** A sheet of an open file. */
export interface OpenSheet {
  readonly view: SheetView
  /** How-many-th sheet of its file, from 0. */
  readonly position: number
}

/** The file whose sheets are to be read, and how it is understood. */
export interface ApartFile extends Pick<Understanding, 'encoding' | 'delimiter'> {
  readonly path: string
  readonly name: string
  /** Of the file as it was opened first: the thread is to read the same. */
  readonly stamp: string
}

/** What the thread is told of a sheet: all that the reading depends on, with the format by its name and the sheet by its place. */
export interface ApartTask extends Omit<SheetView, 'sheet' | 'match'> {
  readonly position: number
  readonly format: string
  readonly match: Omit<Match, 'format'>
}

/** What the thread says, one after the other; the last is `found` or `failed`. */
export type ApartMessage =
  | { readonly rows: StagedRows }
  | { readonly again: true }
  | { readonly progress: Parameters<RowTaker['progress']> }
  | { readonly found: Omit<SheetFindings, 'issues'> & { readonly issues: readonly IssueGroup[] } }
  | { readonly failed: ErrorParts }

/** What the thread hears: its file, a sheet of it to read, or that a lot of rows was stored. */
export type ApartOrder = { readonly open: ApartFile } | ApartTask | 'taken'

/** A thread that reads the sheets of one file, one after the other. */
export interface ReadingThread {
  /** Has the file opened while others are busy with it; whether it can be is told when a sheet is asked for. */
  open(file: InputFile, understanding: Understanding): void
  /** Maps a sheet as `mapSheet` does. */
  map(sheet: OpenSheet, taker: RowTaker): Promise<SheetFindings>
  end(): Promise<unknown>
}

/** Starts a thread, to be ended whatever happens; null where the program runs from its sources. */
export function readingThread(): ReadingThread | null {
  const program = programFile('./sheet-worker.js', import.meta.url)
  if (program === null) return null
  const worker = new Worker(program, { execArgv: [], env: {} })
  // What goes wrong before a sheet is asked for is told when it is.
  let failure: Error | null = null
  let giveUp = (_: Error): void => {}
  const fail = (error: Error): void => {
    failure ??= error
    giveUp(failure)
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the reading thread ended without an answer')))
  return {
    open({ path, name, stamp }, { encoding, delimiter }) {
      worker.postMessage({ open: { path, name, stamp, encoding, delimiter } } satisfies ApartOrder)
    },
    map: (sheet, taker) =>
      new Promise((resolve, reject) => {
        giveUp = reject
        if (failure === null) ask(worker, sheet, taker, { resolve, reject })
        else reject(failure)
      }),
    end: () => worker.terminate(),
  }
}

interface Settlers {
  readonly resolve: (findings: SheetFindings) => void
  readonly reject: (error: unknown) => void
}

function ask(worker: Worker, { view, position }: OpenSheet, taker: RowTaker, { resolve, reject }: Settlers): void {
  const { sheet, match, ...rest } = view
  const { format, ...matched } = match
  const told: ApartTask = { ...rest, position, format: format.name, match: matched }
  let work = Promise.resolve()
  const receive = async (message: ApartMessage): Promise<void> => {
    if ('rows' in message) {
      taker.take(message.rows)
      await taker.breathe()
      worker.postMessage('taken' satisfies ApartOrder)
    } else if ('again' in message) taker.again()
    else if ('progress' in message) {
      taker.progress(...message.progress)
      // Where the thread only looks for something, no rows come by which it could be stopped.
      await taker.breathe()
    } else if ('found' in message) {
      const issues = new IssueLog(view.file, sheet.name, match.header.texts, message.found.issues)
      resolve({ ...message.found, issues })
    } else reject(errorOf(message.failed))
  }
  worker.removeAllListeners('message').on('message', (message: ApartMessage) => {
    work = work.then(() => receive(message)).catch(reject)
  })
  worker.postMessage(told satisfies ApartOrder)
}
