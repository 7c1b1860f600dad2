import type { Context } from '../context.js'
import { fieldsOf, type Match } from '../core/import/columns/detect.js'
import type { FieldSet } from '../core/import/record.js'
import { aspectBits } from '../core/import/told/aspects.js'
import type { StagedSource, Staging } from '../store/staging.js'
import { mapSheet, type RowTaker, type SheetFindings } from './import-sheet.js'
import { isNoTable } from './refusal-codes.js'
import type { OpenSheet, ReadingThread } from './sheet-apart.js'

/** What was found in one sheet, and its number among the staged ones. */
export interface SheetIntake extends SheetFindings {
  readonly source: number
  readonly match: Match
  readonly sheet: string
}

/** A sheet to be staged. */
export interface SheetTask extends OpenSheet {
  readonly context: Context
  readonly staging: Staging
  /** All but the file's sum, which is made while the sheet is read. */
  readonly staged: Omit<StagedSource, 'sha256'>
  readonly sha256: () => string
  /** Reads the sheet, where there is one. */
  readonly thread: ReadingThread | null
  readonly progress: RowTaker['progress']
}

/** Maps one sheet into staging; with a thread, what it has read is stored here while it goes on. */
export async function stageSheet(task: SheetTask): Promise<SheetIntake> {
  const { view, staging, staged, context } = task
  const source = staging.addSource({ ...staged, sha256: '' })
  let take = staging.taker(source, staged.platform)
  const taker: RowTaker = {
    take: (rows) => take(rows),
    again() {
      staging.clearSource(source)
      take = staging.taker(source, staged.platform)
    },
    progress: task.progress,
    breathe: () => context.io.breathe(),
  }
  const mapping = task.thread === null ? mapSheet(view, taker) : task.thread.map(task, taker)
  const told = Promise.all([mapping, Promise.resolve().then(task.sha256)])
  const [findings, sha256] = await told.catch((error: unknown) => {
    // Of a file that is left out nothing may stay; every other error ends the import.
    if (isNoTable(error)) staging.dropSource(source)
    throw error
  })
  const aspects = aspectBits(spokenOf(view.match), view.match.format.owns)
  staging.replaceSource(source, { ...staged, sha256, aspects })
  return { ...findings, source, match: view.match, sheet: view.sheet.name }
}

/** The fields a sheet speaks of; one about leads, contacts or complaints says who looks after those, not after the customer. */
function spokenOf(match: Match): FieldSet {
  const { entry } = match.format
  const has = fieldsOf(match)
  return entry === undefined ? has : new Set([...has].filter((field) => field !== 'owner'))
}
