import type { Match } from '../core/import/columns/detect.js'
import { IssueLog } from '../core/import/issue-log.js'
import { type RowIssue, silentSink } from '../core/import/order-sink.js'
import type { EntryRecord, SkipReason } from '../core/import/record.js'
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
  /** Rows that tell no gift, by the reason. */
  readonly skipped: ReadonlyMap<SkipReason, number>
  /** Days nobody can read, by row: a gift without its day is not taken. */
  readonly unreadDays: ReadonlyMap<number, string>
  /** In which the days of the import begin. */
  readonly zone: string
  /** What was found while reading; taking the rows adds to it. */
  readonly issues: IssueLog
}

/** Reads a register of gifts; UserError of the import where its cells can be read either way. */
export async function readGiftSheet(view: SheetView): Promise<GiftSheet> {
  const { reading, undecided } = await judgeSheet(view)
  if (undecided.length > 0) throw undecidedError(view, undecided[0]!)
  const issues = new IssueLog(view.file, view.sheet.name, view.match.header.texts)
  const gifts: EntryRecord[] = []
  const skipped = new Map<SkipReason, number>()
  const unreadDays = new Map<number, string>()
  let [rows, rejected] = [0, 0]
  const mapper = makeMapper(view, reading, evidenceOf(view), {
    ...silentSink,
    // A rating beside it would be a column of the register's own.
    entry: (entry) => entry.kind === 'gift' && gifts.push(entry),
    issue: (issue) => {
      if (isUnreadDay(issue, view.match)) unreadDays.set(issue.row, String(issue.params.value ?? issue.params.error))
      else issues.add(issue)
    },
    rejected: () => rejected++,
    skipped: (reason) => skipped.set(reason, (skipped.get(reason) ?? 0) + 1),
  })
  for await (const batch of rowsBelowHeader(view)) {
    feed(mapper, batch)
    rows += batch.rows.length
  }
  mapper.end()
  const { file, match, zone } = view
  return { file, sheet: view.sheet.name, match, rows, gifts, rejected, skipped, unreadDays, zone, issues }
}

/** Whether a finding is of a day that nobody can read: the row is told as one that is not taken. */
function isUnreadDay({ severity, code, column }: RowIssue, { columns }: Match): boolean {
  const isOfDay = columns.get('placedAt')?.includes(column) === true
  return isOfDay && severity === 'warning' && (code.startsWith('date.ignored') || code === 'cell.error')
}
