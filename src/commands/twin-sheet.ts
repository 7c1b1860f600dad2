import { cellText } from '../core/import/cells.js'
import { headerDepth } from '../core/import/columns/header.js'
import type { RowBatch, Sheet } from '../core/import/sheet.js'
import { answerColumns, readAnswer } from '../core/twins/answers.js'

/** A row of a sheet of twins: the pair and what was written beside it. */
interface AnsweredRow {
  readonly row: number
  readonly pair: string
  readonly answer: ReturnType<typeof readAnswer>
  readonly written: string
}

/** A sheet of twins that came back. */
export interface TwinSheet {
  readonly file: string
  readonly sheet: string
  readonly rows: readonly AnsweredRow[]
}

/** The answers of a sheet that `crm dupes -o` wrote, sorted, filtered or saved anew as it may be; null for any other sheet. */
export async function readTwinSheet(sheet: Sheet, file: string): Promise<TwinSheet | null> {
  let columns: ReturnType<typeof answerColumns> = null
  const rows: AnsweredRow[] = []
  for await (const batch of sheet.rows()) {
    columns ??= answerColumns(topOf(batch))
    if (columns === null) return null
    const { row: header, pair, same } = columns
    for (const [at, cells] of batch.rows.entries()) {
      const row = batch.numbers[at]!
      const [key, written] = [cellText(cells[pair]), cellText(cells[same])]
      if (row > header && key + written !== '')
        rows.push({ row, pair: key, answer: readAnswer(cells[same] ?? ''), written })
    }
  }
  return columns === null ? null : { file, sheet: sheet.name, rows }
}

const topOf = ({ numbers, rows }: RowBatch): RowBatch => ({
  numbers: numbers.slice(0, headerDepth),
  rows: rows.slice(0, headerDepth),
})
