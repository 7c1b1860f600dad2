import { commonParams, finishTable, type ReportDefinition, reportHead } from '../../core/report/build.js'
import type { Json, Report } from '../../core/report/model.js'
import { TIERS } from '../../core/value/abc.js'
import { type Span, type SpanKind, spanOn, trailingWeek } from '../../core/value/span.js'
import { dateOf } from '../../core/values/business-date.js'
import { dateOrNull } from '../dates.js'
import { orReason } from '../empty-window.js'
import { actionsOf } from './actions.js'
import { periodFacts, periodsTable, spanJson, spanParams } from './figures.js'
import { periodNotes } from './notes.js'
import { spanLabel } from './span-label.js'
import { type PeriodInput, type PeriodSection, type PeriodView, periodView } from './view.js'

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
      const told = declared.sections.map((section) => section.build(view))
      const head = reportHead(definition, input, view.standing.sums.window)
      const report: Report = {
        ...head,
        title:
          input.span === undefined || (span.kind === 'week' && span.isTrailing)
            ? head.title
            : titled(head.title, span, input.lang),
        params: {
          days: input.value.days,
          period: spanParams(view),
          now: dateOf(view.now.asOf),
          ...commonParams(input),
        },
        summary: summaryOf(view),
        facts: periodFacts(view),
        actions: actionsOf(view),
        tables: [finishTable(periodsTable(view)), ...told.flatMap(({ tables }) => tables)],
        charts: told.flatMap(({ charts = [] }) => charts),
        notes: [...new Set([...periodNotes(view), ...told.flatMap(({ notes = [] }) => notes)])],
      }
      const withoutOrders = told.flatMap(({ tables }, at) => (declared.sections[at]!.needsNoOrders ? tables : []))
      return orReason(
        report,
        input,
        view.standing.sums.window,
        '--on',
        withoutOrders.map(({ key }) => key),
      )
    },
  }
  return definition
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
