import type { Context } from '../context.js'
import { aspectBits } from '../core/import/aspects.js'
import { fieldsOf, type Match } from '../core/import/detect.js'
import type { StagedSource, Staging } from '../store/staging.js'
import { mapSheet, type RowTaker, type SheetFindings } from './import-sheet.js'
import { mapApart, type OpenSheet } from './sheet-apart.js'

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
  readonly staged: StagedSource
  readonly progress: RowTaker['progress']
}

/** To start a thread takes as long as to read some thousand rows. */
const largeBytes = 8 << 20

/** Maps one sheet into staging; one of a large file in a thread of its own, while what it has read is stored here. */
export async function stageSheet(task: SheetTask): Promise<SheetIntake> {
  const { view, staging, staged, context } = task
  const source = staging.addSource(staged)
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
  const apart = task.input.size < largeBytes ? null : mapApart(task, taker)
  const findings = await (apart ?? mapSheet(view, taker))
  const aspects = aspectBits(fieldsOf(view.match), view.match.format.owns)
  staging.replaceSource(source, { ...staged, aspects })
  return { ...findings, source, match: view.match, sheet: view.sheet.name }
}
