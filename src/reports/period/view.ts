import type { EntryFacts } from '../../core/entry-facts.js'
import { type OpenComplaintsSum, openComplaintsSum } from '../../core/follow-up/feedback/open-complaints.js'
import type { Voice } from '../../core/follow-up/feedback/voice.js'
import type { DueLine } from '../../core/follow-up/rule.js'
import type { Chart } from '../../core/report/chart.js'
import type { Table } from '../../core/report/table.js'
import { countedDays, firstCountedOn, isWithin, NEVER } from '../../core/value/aggregate.js'
import type { DayView } from '../../core/value/as-of.js'
import { standingOfChosen } from '../../core/value/chosen-standing.js'
import type { GradesBasis } from '../../core/value/grades/grades.js'
import { type Sales, salesOf } from '../../core/value/indicators/sales.js'
import { besideSpan, type Span, type SpanKind } from '../../core/value/span.js'
import { type Standing, standingOn, type ValueOptions } from '../../core/value/standing.js'
import type { Day } from '../../core/values/business-date.js'
import type { CareInput } from '../care-input.js'
import type { FilesInput } from '../completeness-table.js'
import type { FeedbackSummaryInput } from '../feedback-summary.js'
import type { LeadsReportInput } from '../leads-view.js'
import { type Moved, type MoversInput, movers } from '../movers-table.js'
import type { TeamInput } from '../team.js'
import { customersKnown } from './customers-known.js'
import type { ProductSales } from './product-sales.js'

/** What is due and what was done, as of the day a report is asked for. */
export interface NowInput extends TeamInput, CareInput {
  readonly voice: () => Voice
  /** The same facts by days of the calendar. */
  readonly calendar: DayView
}

/** What waits in the ledger or is unclear, and cannot be told from the snapshot. */
export interface Held {
  readonly sharedKeys: number
  readonly notCounted: number
  readonly waitingEntries: number
}

/** What periodic reports are built from: the ledger as of the last day of the period. */
export interface PeriodInput extends NowInput, MoversInput, FilesInput, LeadsReportInput, FeedbackSummaryInput {
  /** The period told of; the one the as-of day lies in when left out, of weeks the seven days that end with it. */
  readonly span?: Span
  /** The period was not named: it is the last whole one before this day. */
  readonly chosenBy?: Day
  /** As of the day the report is asked for, where that is not the last day of the period. */
  readonly now?: NowInput
  readonly usual: ValueOptions
  readonly entries: readonly EntryFacts[]
  readonly grades: () => GradesBasis
  /** What was bought of each product in two periods by the customers of the filter, read when asked for. */
  readonly products: (now: Span, before: Span) => readonly ProductSales[]
  readonly held: () => Held
  /** From which day on the ledger has a customer without any dated record, from a list or typed by hand, by customer index; everybody's is known when left out. */
  readonly listedOn?: () => ReadonlyMap<number, Day>
  /** Rows of the due list where it is read and not worked with; all when left out. */
  readonly mostDue?: number | undefined
  /** False where nothing that is asked for shows tables for machines, whose rows need not be made; true when left out. */
  readonly hasTablesForMachines?: boolean
}

/** A period and what was sold in it; null where it ends before the ledger's first counted order. */
export interface SpanSales {
  readonly span: Span
  readonly sales: Sales | null
  /** The ledger's first counted order lies in it, after its first day: what was sold before is not told. */
  readonly isHalf: boolean
}

/** The period and what it is set beside. */
export interface SpansSold {
  readonly now: SpanSales
  readonly previous: SpanSales
  readonly yearBefore: SpanSales
}

/** What the sections of a periodic report are built from: what they share is worked out once. */
export interface PeriodView {
  readonly input: PeriodInput
  readonly now: NowInput
  readonly span: Span
  /** The period ended before the day the report is asked for: what to do is told of that day, and nothing of the period is to be done. */
  readonly isOver: boolean
  readonly sold: SpansSold
  /** Day of the ledger's first counted order; null without one. */
  readonly openedOn: Day | null
  /** Of all customers, and the same counting those of the filter whom the ledger knew by the end of the period. */
  readonly standing: Standing
  readonly chosen: Standing
  readonly moved: Moved
  /** The due list of the filter's customers. */
  readonly lines: readonly DueLine[]
  readonly complaints: OpenComplaintsSum
  /** Whether the ledger knew a customer by the end of the period and the filter keeps him, and whether it keeps him on the day the report is asked for. */
  includes(customer: number): boolean
  includesNow(customer: number): boolean
}

/** One part of a periodic report, declared: adding one is one object and its place in a report's list. */
export interface PeriodSection {
  readonly key: string
  /** It has something to say also where no order counts. */
  readonly needsNoOrders?: true
  build(view: PeriodView): SectionTold
}

export interface SectionTold {
  readonly tables: readonly Table[]
  /** Pictures of its tables' figures. */
  readonly charts?: readonly Chart[]
  /** What is to be known of its figures. */
  readonly notes?: readonly string[]
}

/** Works out what the sections share. */
export function periodView(input: PeriodInput, span: Span): PeriodView {
  const now = input.now ?? input
  const standing = standingOn(input.snapshot, input.asOf, input.value)
  const { filter } = input
  const known = customersKnown(input, input.now !== undefined)
  const includes = (customer: number) => known[customer] === 1 && (filter?.includes(customer) ?? true)
  const includesNow = (customer: number) => now.filter?.includes(customer) ?? true
  const isNarrowed = filter !== undefined || known.includes(0)
  const { first } = countedDays(input.snapshot, 'all', input.asOf)
  const openedOn = first === NEVER ? null : first
  return {
    ...{ input, now, span, standing, openedOn, includes, includesNow, isOver: input.now !== undefined },
    sold: spansSold(input, span, openedOn),
    chosen: isNarrowed ? standingOfChosen(standing, includes) : standing,
    moved: movers({ ...input, since: span.from }, standing),
    lines: now
      .dues()
      .queue(0)
      .lines.filter(({ customer }) => includesNow(customer)),
    complaints: openComplaintsSum(
      now.voice().feedback.filter(({ customer }) => includesNow(customer)),
      now.asOf,
    ),
  }
}

function spansSold({ snapshot, filter }: PeriodInput, now: Span, openedOn: Day | null): SpansSold {
  const basis = {
    ...{ snapshot, referred: new Set<number>(), isFiltered: filter !== undefined },
    includes: (customer: number) => filter?.includes(customer) ?? true,
    firstOn: Int32Array.from(snapshot.customers, (_, customer) => firstCountedOn(snapshot.orders, customer)),
  }
  const { previous, yearBefore } = besideSpan(now)
  const tell = (span: Span): SpanSales => {
    const isTold = span === now || (openedOn !== null && openedOn <= span.to)
    const isHalf = openedOn !== null && isWithin(openedOn, span) && openedOn > span.from + 1
    return { span, sales: isTold ? salesOf(basis, span) : null, isHalf }
  }
  return { now: tell(now), previous: tell(previous), yearBefore: tell(yearBefore) }
}

/** How a figure has changed since an earlier period, as a share of what it was; null where that is not above zero, or not told in full. */
export function changeSince(now: number, { sales, isHalf }: SpanSales, key: 'netMinor' | 'orders'): number | null {
  const before = isHalf ? 0 : (sales?.[key] ?? 0)
  return before <= 0 ? null : now / before - 1
}

/** The command that shows a period: what is typed after `crm report`. */
export const reportNames: Readonly<Record<SpanKind, string>> = {
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
}
