import type { Context } from '../context.js'
import type { PeriodKind } from '../core/value/choices.js'
import { periodOf } from '../core/value/period.js'
import { parseUserDate } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { type Month, monthOfDay, monthText } from '../core/values/month.js'
import { kpi } from '../reports/kpi.js'
import { team } from '../reports/team.js'
import { buildReport } from './build-report.js'
import { type CommandInput, reportInput } from './report-input.js'
import { teamInput } from './team-input.js'
import type { ValueArgs } from './value-options.js'
import { zoneOf } from './zone.js'

/** Months in the table by month when nobody says how many. */
const MONTHS = 12

export interface KpiArgs extends Pick<ValueArgs, 'days' | 'all'> {
  readonly filter: string
  readonly month?: string | undefined
  readonly period?: PeriodKind | undefined
  readonly months?: number | undefined
  /** A row for each of these, with what was done. */
  readonly per?: 'owner' | undefined
}

/** `crm kpi`: the indicators of a period; UserError `kpi.future` for one that has not begun by the as-of day. */
export async function kpiCommand(args: KpiArgs, context: Context): Promise<number> {
  const input = await reportInput(context, args.filter, args)
  const ledger = await context.readLedger()
  const month = args.month === undefined ? null : monthTyped(args.month, input.asOf, zoneOf(context, ledger), context)
  if (args.per === 'owner') return showTeam(input, args.period ?? (month === null ? null : 'month'), month, context)
  const asked = { period: args.period ?? 'month', month, months: args.months ?? MONTHS } as const
  // A terminal too gets every indicator and every month asked for.
  const shape = { ...input.shape, limit: context.options.limit }
  await context.output(buildReport(kpi, { ...input, ...asked, shape, entries: input.entries() }))
  return 0
}

/** The same by owner (R32): of the trailing quarter unless a period is asked for. */
async function showTeam(
  input: CommandInput,
  kind: PeriodKind | null,
  month: Month | null,
  context: Context,
): Promise<number> {
  const period = kind === null ? null : periodOf(kind, month ?? monthOfDay(input.asOf), input.asOf)
  const shape = { ...input.shape, limit: context.options.limit }
  await context.output(buildReport(team, { ...(await teamInput(input, period, context)), shape }))
  return 0
}

/** A month as typed (2026-10, 2026年10月, any day of it); UserError `kpi.bad-month`, `kpi.future`. */
function monthTyped(typed: string, asOf: number, zone: string, context: Context): Month {
  const day = parseUserDate(typed, context.today(zone))
  if (day === null) throw new UserError('usage', 'kpi.bad-month', { value: typed })
  const month = monthOfDay(day)
  const last = monthOfDay(asOf)
  if (month > last) throw new UserError('usage', 'kpi.future', { month: monthText(month), last: monthText(last) })
  return month
}
