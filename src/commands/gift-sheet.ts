import type { Match } from '../core/import/columns/detect.js'
import { IssueLog } from '../core/import/issue-log.js'
import { silentSink } from '../core/import/order-sink.js'
import type { EntryRecord } from '../core/import/record.js'
import { undecidedError } from './import-sheet.js'
import { evidenceOf, feed, judgeSheet, makeMapper, rowsBelowHeader, type SheetView } from './sheet-view.js'

/** A register of gifts that was kept by hand, row by row as it is read. */
export interface GiftSheet {
  readonly file: string
  readonly sheet: string
  readonly match: Match
  readonly rows: number
  readonly gifts: readonly EntryRecord[]
  /** Rows that cannot be read. */
  readonly rejected: number
  /** What was found while reading; taking the rows adds to it. */
  readonly issues: IssueLog
}

/** Reads a register of gifts; UserError of the import where its cells can be read either way. */
export async function readGiftSheet(view: SheetView): Promise<GiftSheet> {
  const { reading, undecided } = await judgeSheet(view)
  if (undecided.length > 0) throw undecidedError(view, undecided[0]!)
  const issues = new IssueLog(view.file, view.sheet.name, view.match.header.texts)
  const gifts: EntryRecord[] = []
  let [rows, rejected] = [0, 0]
  const mapper = makeMapper(view, reading, evidenceOf(view), {
    ...silentSink,
    // A rating beside it would be a column of the register's own.
    entry: (entry) => entry.kind === 'gift' && gifts.push(entry),
    issue: (issue) => issues.add(issue),
    rejected: () => rejected++,
  })
  for await (const batch of rowsBelowHeader(view)) {
    feed(mapper, batch)
    rows += batch.rows.length
  }
  mapper.end()
  return { file: view.file, sheet: view.sheet.name, match: view.match, rows, gifts, rejected, issues }
}
