import { commonParams, finishTable, onlyOf, type ReportDefinition, reportHead } from '../../core/report/build.js'
import type { Json, Report } from '../../core/report/model.js'
import type { Table } from '../../core/report/table.js'
import { TIERS } from '../../core/value/abc.js'
import { type Span, type SpanKind, spanOn, trailingWeek } from '../../core/value/span.js'
import { dateOf } from '../../core/values/business-date.js'
import { dateOrNull } from '../dates.js'
import { emptyWindowNotes, orReason } from '../empty-window.js'
import { hasOrders } from '../no-orders.js'
import { firstStepNotes } from '../none-counted.js'
import { actionsOf } from './actions.js'
import { periodFacts, periodsTable, spanJson, spanParams } from './figures.js'
import { chosenNotes, periodNotes, spanNotes } from './notes.js'
import { spanLabel } from './span-label.js'
import { type PeriodInput, type PeriodSection, type PeriodView, periodView } from './view.js'
import { periodWords } from './words.js'

/** A periodic report, declared: its words, the kind of its period, and its parts in the order they are read. */
interface PeriodDeclaration {
  readonly name: string
  readonly words: ReportDefinition['words']
  readonly kind: SpanKind
  readonly sections: readonly PeriodSection[]
}

/** The report of a period: its figures beside earlier ones, then its sections. */
export function periodReport(declared: PeriodDeclaration): ReportDefinition<PeriodInput> {
  const definition: ReportDefinition<PeriodInput> = {
    name: declared.name,
    words: declared.words,
    build(input) {
      const span = input.span ?? spanEnding(declared.kind, input)
      const view = periodView(input, span)
      const parts = declared.sections.map((section) => section.build(view))
      const head = reportHead(definition, input, view.standing.sums.window)
      const { title } = reportHead(definition, view.now, null)
      const report: Report = {
        ...head,
        ...onlyOf(input),
        title:
          input.span === undefined || (span.kind === 'week' && span.isTrailing)
            ? title
            : titled(title, span, input.lang),
        params: {
          days: input.value.days,
          period: spanParams(view),
          now: dateOf(view.now.asOf),
          ...commonParams(input),
        },
        summary: summaryOf(view),
        facts: periodFacts(view),
        actions: actionsOf(view),
        tables: [
          finishTable(periodsTable(view), { ...input.shape, limit: undefined }),
          ...parts.flatMap(({ tables }) => tables),
        ],
        charts: parts.flatMap(({ charts = [] }) => charts),
        notes: [...new Set([...periodNotes(view), ...parts.flatMap(({ notes = [] }) => notes)])],
      }
      const toldAnyway = parts.flatMap(({ tables }, at) =>
        declared.sections[at]!.needsNoOrders === true ? tables.map(({ key }) => key) : [],
      )
      if (!hasOrders(input.snapshot)) return withoutOrders(report, view, toldAnyway)
      const { window } = view.standing.sums
      const told = orReason(report, input, window, '--on', toldAnyway)
      // A day would choose the period before it: where periods are named, the one that has orders is.
      const isNamed = emptyWindowNotes(input, window).length > 0 && !(span.kind === 'week' && span.isTrailing)
      const named = isNamed ? spanNotes(view) : []
      return named.length > 0 ? { ...told, notes: named } : told
    },
  }
  return definition
}

/** Of a ledger without any order, what leads, complaints and the due list tell, and what to do next. */
function withoutOrders(report: Report, view: PeriodView, toldAnyway: readonly string[]): Report {
  const { input, lines, isOver } = view
  const tables = report.tables.map((table) => {
    const isTold = toldAnyway.includes(table.key) && table.key !== 'files' && table.rows.length > 0
    return isTold ? table : { ...table, isForMachines: true }
  })
  const isShown = ({ isForMachines }: Table) => isForMachines !== true
  const shown = new Set(tables.filter(isShown).map(({ key }) => key))
  const { due } = periodWords[input.lang].facts
  return {
    ...report,
    facts: lines.length === 0 || isOver ? [] : [{ label: due, kind: 'count', value: lines.length }],
    tables,
    charts: (report.charts ?? []).filter(({ table }) => isShown(table) && shown.has(table.key)),
    notes: [...firstStepNotes(input.snapshot, input.lang), ...(shown.size > 0 || isOver ? chosenNotes(view) : [])],
  }
}

function titled(title: string, span: Span, lang: PeriodInput['lang']): string {
  return `${title} · ${spanLabel(span, lang)}`
}

/** Where no period is named: the one that ends with the as-of day. */
function spanEnding(kind: SpanKind, { asOf }: PeriodInput): Span {
  return kind === 'week' ? trailingWeek(asOf) : spanOn(kind, asOf, asOf)
}

function summaryOf({ span, sold, chosen, lines, complaints, moved }: PeriodView): Record<string, Json> {
  const { kind } = span
  return {
    [kind]: spanJson(sold.now),
    [`${kind}Before`]: spanJson(sold.previous),
    yearBefore: spanJson(sold.yearBefore),
    customers: Object.fromEntries(TIERS.map((tier) => [tier, chosen.abc.totals[tier].customers])),
    due: lines.length,
    complaints: { ...complaints, oldestOn: dateOrNull(complaints.oldestOn) },
    movers: moved.movers.length,
  }
}
