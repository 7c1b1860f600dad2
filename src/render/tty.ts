import { Chalk } from 'chalk'
import type { Chart } from '../core/report/chart.js'
import { type Fact, type Report, terminalOrder } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import { forTerminal } from '../core/values/text.js'
import { headingOf } from './heading.js'
import type { Page, TtyOptions } from './page.js'
import { displayWidth, flow, wrap } from './text-width.js'
import { curveLines } from './tty-chart.js'
import { bareRows, tableLines } from './tty-table.js'
import { formatFact } from './value.js'
import { renderWords } from './words.js'

/** The report as text for people, ending in a newline; every character that could steer a terminal is made visible. */
export function renderTty(report: Report, options: TtyOptions): string {
  return [...ttyPieces(report, options)].join('')
}

/** The same line by line: a list of every customer is never held as one text. */
export function* ttyPieces(report: Report, options: TtyOptions): Generator<string> {
  const page: Page = { ...options, chalk: new Chalk({ level: options.color ? 1 : 0 }) }
  let isFirst = true
  for (const block of blocksOf(report, page)) {
    let isBegun = false
    for (const line of block) {
      if (!isBegun && !isFirst) yield '\n'
      yield `${line}\n`
      isBegun = true
      isFirst = false
    }
  }
}

type Block = Iterable<string>

/** Heading, what to do first, figures, tables, curves, lists of all customers, notes; between two that have lines stands a blank one. */
function blocksOf(report: Report, page: Page): Block[] {
  if (page.isHeaded === false) return report.tables.slice(0, 1).map((table) => bareRows(table, page))
  const tableBlock = (table: Table) => tableLines(withoutEcho(table, report), page)
  return [
    headLines(report, page),
    actionLines(report.actions ?? [], page),
    factLines(report.facts, page),
    ...terminalOrder(report.tables.filter((table) => table.isDetail !== true)).map(tableBlock),
    ...(report.charts ?? []).map((chart) => chartBlock(chart, report, page)),
    ...terminalOrder(report.tables.filter((table) => table.isDetail === true)).map(tableBlock),
    noteLines(report.notes, page),
  ]
}

/** A curve is drawn on a terminal; of other charts, and in a pipe, the figures are told, unless the report tells them anyway. */
function chartBlock(chart: Chart, { tables }: Report, page: Page): Block {
  if (page.lines && chart.kind === 'curve') return curveLines(chart, page)
  return tables.some(({ key }) => key === chart.table.key) ? [] : tableLines(chart.table, page)
}

/** A table named as its report needs no second heading. */
function withoutEcho(table: Table, { title }: Report): Table {
  return table.title === title ? { ...table, title: '' } : table
}

function headLines(report: Report, page: Page): string[] {
  const separator = page.ascii ? ' | ' : ' · '
  const heading = headingOf(report, page.lang).map(forTerminal)
  return [
    ...wrap(forTerminal(report.title), page.width).map((line) => page.chalk.bold(line)),
    ...flow(heading, separator, page.width).map((line) => page.chalk.dim(line)),
  ]
}

function factLines(facts: readonly Fact[], page: Page): string[] {
  const cells = facts.map((fact) => [forTerminal(fact.label), forTerminal(formatFact(fact, page.lang))] as const)
  const labels = Math.max(0, ...cells.map(([label]) => displayWidth(label)))
  return cells.map(
    ([label, value]) => `${label}${' '.repeat(labels - displayWidth(label) + 2)}${page.chalk.bold(value)}`,
  )
}

function noteLines(notes: readonly string[], page: Page): string[] {
  return listLines(renderWords(page.lang).notes, notes, () => '- ', page)
}

/** What to do first comes in an order: it is numbered. */
function actionLines(actions: readonly string[], page: Page): string[] {
  return listLines(renderWords(page.lang).actions, actions, (at) => (actions.length > 1 ? `${at + 1}. ` : ''), page)
}

function listLines(title: string, sentences: readonly string[], mark: (at: number) => string, page: Page): string[] {
  if (sentences.length === 0) return []
  const lines = sentences.flatMap((sentence, at) => {
    const begin = mark(at)
    const rest = ' '.repeat(begin.length)
    return wrap(forTerminal(sentence), page.width - begin.length).map((line, i) => (i === 0 ? begin : rest) + line)
  })
  return [page.chalk.bold(title), ...lines]
}
