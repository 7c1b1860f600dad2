import type { Context } from '../context.js'
import { campaignsOf } from '../core/follow-up/campaign/campaign.js'
import { giftsOf } from '../core/follow-up/care/gifts.js'
import type { ReportDefinition } from '../core/report/build.js'
import { type AsOfView, viewOn } from '../core/value/as-of.js'
import { lastWholeSpan, type Span, type SpanKind, trailingWeek } from '../core/value/span.js'
import type { Day } from '../core/values/business-date.js'
import { once } from '../core/values/once.js'
import { asksForMachines, asksToRead } from '../render/index.js'
import { actionsOf } from '../reports/period/actions.js'
import { type NowInput, type PeriodInput, periodView } from '../reports/period/view.js'
import { loadContactRecords } from '../store/contact-records.js'
import type { Ledger } from '../store/ledger.js'
import { listedOn } from '../store/listed-on.js'
import { goodsOfOrders } from '../store/order-goods.js'
import { loadProductSales } from '../store/product-sales.js'
import { loadSnapshot } from '../store/snapshot.js'
import { heldIn } from '../store/status.js'
import { buildReport } from './build-report.js'
import { type WithDues, withDues } from './dues-input.js'
import { moversSince } from './movers-input.js'
import { type CommandInput, reportInput } from './report-input.js'
import { spanNamed } from './span-named.js'
import { knownFrom, zoneOf } from './zone.js'

/** Rows of the due list where a report is read; what is worked with has all of them, and so has `crm due`. */
const DUE_READ = 20

/** Which period of which report, of whom. */
export interface PeriodAsked {
  readonly kind: SpanKind
  /** As typed; the last whole one when left out, of weeks the seven days that end with the as-of day. */
  readonly period?: string | undefined
  readonly filter: string
}

/** `crm report weekly|monthly|quarterly`: the ledger as of the last day of the period, what is due as of the as-of day. */
export async function showPeriod(
  report: ReportDefinition<PeriodInput>,
  asked: PeriodAsked,
  context: Context,
): Promise<number> {
  const today = await withDues(await reportInput(context, asked.filter))
  const span = spanAsked(asked, today.asOf)
  const isPast = span.to < today.asOf
  // A past period is told as if the seller had named its last day.
  const then = isPast ? { ...context, on: () => span.to } : context
  const input = isPast ? await asOfThen(today, span.to, then) : today
  const now = await nowInput(today, span, context)
  const whole = await periodInput({ ...now, ...input }, span, then)
  const isChosen = asked.period === undefined && asked.kind !== 'week'
  await context.output(
    buildReport(report, {
      ...{ ...whole, span, mostDue: asksToRead(context.options) ? DUE_READ : undefined },
      hasTablesForMachines: asksForMachines(context.options),
      ...(isPast ? { now } : {}),
      ...(isChosen ? { chosenBy: today.asOf } : {}),
    }),
  )
  return 0
}

/** What the first screen tells of the week. */
export interface WeekToday extends Pick<AsOfView, 'asOf' | 'isAsOfMoved'> {
  /** Customers to contact. */
  readonly due: number
  /** What to do first, as at the head of the weekly report. */
  readonly actions: readonly string[]
}

/** The week that ends with the day asked for, of everybody. */
export async function weekToday(context: Context): Promise<WeekToday> {
  const today = await withDues(await reportInput(context))
  const span = trailingWeek(today.asOf)
  const now = await nowInput(today, span, context)
  const view = periodView(await periodInput({ ...now, ...today }, span, context), span)
  const { asOf, isAsOfMoved } = today
  return { asOf, isAsOfMoved, due: view.lines.length, actions: actionsOf(view) }
}

/** The ledger as of the end of a past period, of the customers the filter keeps today: who looks after them now, and what they are now, says who is meant. */
async function asOfThen(today: CommandInput, day: Day, then: Context): Promise<CommandInput & WithDues> {
  const viewThen = (_: Context, ledger: Ledger) =>
    viewOn(today.snapshot.decidedBy?.(day) ?? loadSnapshot(ledger, day), day)
  const input = await withDues(await reportInput(then, '', {}, viewThen))
  const { filter, snapshot } = today
  if (!filter) return input
  const chosen = new Set(snapshot.customers.filter((_, at) => filter.includes(at)).map(({ id }) => id))
  const includes = (customer: number) => chosen.has(input.snapshot.customers[customer]!.id)
  return { ...input, filter: { ...filter, includes } }
}

/** The period asked for; UserError those of `spanNamed`. */
function spanAsked({ kind, period }: PeriodAsked, asOf: Day): Span {
  if (period !== undefined) return spanNamed(kind, period, asOf)
  return kind === 'week' ? trailingWeek(asOf) : lastWholeSpan(kind, asOf)
}

/** What is due, and what was done in the period, as of the day the report is asked for. */
async function nowInput(today: CommandInput & WithDues, span: Span, context: Context) {
  const ledger = await context.readLedger()
  // A running week of a ledger without orders of late is still worked in.
  const days = { from: span.from, to: span.to === today.asOf ? today.calendar.asOf : span.to }
  const since = knownFrom(context, ledger, today.asOf)
  return {
    ...today,
    days,
    contactRecords: loadContactRecords(ledger, today.snapshot, days),
    begunOn: since,
    knownOn: since,
    gifts: giftsOf(today.events(['gift']), today.snapshot.currency),
    campaigns: campaignsOf(today.events(['campaign'])),
    isForScreen: true,
  } satisfies NowInput
}

/** The rest of what a period is told from, as of its last day. */
async function periodInput(input: NowInput & CommandInput & WithDues, span: Span, context: Context) {
  const ledger = await context.readLedger()
  const { calendar, filter, snapshot } = input
  const includes = (customer: number) => filter?.includes(customer) ?? true
  return {
    ...input,
    ...(await moversSince(input, span.from, context)),
    entries: input.entries(),
    leads: calendar.leads(),
    poolRules: calendar.poolRules(),
    goodsOf: goodsReader(ledger, input),
    products: (now: Span, before: Span) => loadProductSales(ledger, snapshot, { now, before, includes }),
    held: once(() => heldIn(ledger)),
    listedOn: once(() => listedOn(ledger, snapshot, zoneOf(context, ledger))),
  }
}

function goodsReader(ledger: Ledger, { voice }: CommandInput): (order: string) => readonly string[] {
  const goods = once(() => {
    const { feedback, scores } = voice()
    return goodsOfOrders(
      ledger,
      [...feedback, ...scores].flatMap(({ order }) => (order === null ? [] : [order])),
    )
  })
  return (order) => goods().get(order) ?? []
}
