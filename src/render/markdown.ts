import { type Report, readingOrder } from '../core/report/model.js'
import { columnFor, type Table } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { forTerminal } from '../core/values/text.js'
import { headingOf } from './heading.js'
import { formatFact, formatValue, groupDigits, isNumeric } from './value.js'
import { renderWords } from './words.js'

/** The report as GitHub-flavoured Markdown: title, heading, facts, what to do first, every table, notes; data cannot become markup. */
export function renderMarkdown(report: Report, lang: Lang): string {
  const words = renderWords(lang)
  const facts = report.facts.map(
    (fact) => `- ${words.labelled(escapeMarkdown(fact.label), `**${escapeMarkdown(formatFact(fact, lang))}**`)}`,
  )
  const actions = (report.actions ?? []).map((action) => `1. ${escapeMarkdown(action)}`)
  const notes = report.notes.map((note) => `- ${escapeMarkdown(note)}`)
  const blocks = [
    [`# ${escapeMarkdown(report.title)}`],
    [escapeMarkdown(headingOf(report, lang).join(' · '))],
    facts,
    actions.length > 0 ? [`## ${words.actions}`, '', ...actions] : [],
    ...readingOrder(report.tables).map((table) => tableBlock(table, lang)),
    notes.length > 0 ? [`## ${words.notes}`, '', ...notes] : [],
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

function tableBlock(table: Table, lang: Lang): string[] {
  const words = renderWords(lang)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = table.rows.map((row) =>
    line(table.columns.map((column) => escapeMarkdown(formatValue(row[column.key], columnFor(column, row), lang)))),
  )
  return [
    `## ${escapeMarkdown(table.title)}`,
    '',
    line(table.columns.map(({ label }) => escapeMarkdown(label))),
    line(table.columns.map(({ kind }) => (isNumeric(kind) ? '---:' : '---'))),
    ...rows,
    ...(rows.length === 0 ? ['', escapeMarkdown(table.reason ?? words.none)] : []),
    ...(table.omitted > 0 ? ['', words.leftOut(groupDigits(table.omitted))] : []),
  ]
}

/** Also what GitHub makes a link of without any sign of markup: `www.` and `://`. */
function escapeMarkdown(text: string): string {
  return forTerminal(text)
    .replace(/[\\`*_[\]|~$]|(?<=www)\.|:(?=\/\/)/gi, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
