import type { Context } from '../context.js'
import type { IssueGroup } from '../core/import/issue-log.js'
import { shownInput } from '../core/values/input-name.js'
import type { Issue } from '../core/values/issue.js'
import type { Lang } from '../core/values/lang.js'
import { forTerminal } from '../core/values/text.js'
import { importWords } from '../messages/import.js'
import { issueWords } from '../messages/issues.js'

/** One finding as `file › sheet › row › header: sentence`. */
export function issueLine(issue: Issue, lang: Lang, row: (row: number) => string): string {
  const { file, sheet, header } = issue.source
  const place = [
    shownInput(file, lang),
    sheet,
    issue.source.row === undefined ? undefined : row(issue.source.row),
    header,
  ].filter((part) => part !== undefined)
  const [sentence] = issueWords[issue.code]![lang](issue.params)
  return forTerminal(importWords[lang].said(place.join(' › '), sentence))
}

/** Findings of one kind: the first ones with their places, how many more there are, and what to do. */
export function printIssues(group: IssueGroup, context: Context): void {
  const w = context.words(importWords)
  for (const issue of group.first) context.warn(w.said(w.issue[group.severity], issueLine(issue, context.lang, w.row)))
  if (group.count > group.first.length)
    context.warn(`  ${w.morePlaces(group.count - group.first.length, runsOf(group.rest, context))}`)
  const hints = group.first.map(({ params }) => issueWords[group.code]![context.lang](params)[1])
  // A formula nobody calculated wants something else than one that is wrong.
  for (const hint of new Set(hints)) context.warn(`  → ${hint}`)
}

/** As many runs of rows as a screen takes. */
const SHOWN_RUNS = 40

/** Rows as one reads them, `7, 9–12`; where they are too many, what says them all. */
function runsOf(rest: IssueGroup['rest'], context: Context): string {
  const w = context.words(importWords)
  const runs = rest.slice(0, SHOWN_RUNS).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  const rows = w.rowNumbers(runs.join(w.listed))
  return rest.length > SHOWN_RUNS ? w.allRows(rows) : rows
}
