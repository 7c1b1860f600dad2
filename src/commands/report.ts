import type { Context } from '../context.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { parseUserSpan } from '../core/values/user-date.js'
import { asksToRead } from '../render/index.js'
import { daily } from '../reports/daily.js'
import { key } from '../reports/key.js'
import { monthly } from '../reports/monthly.js'
import { problem } from '../reports/problem.js'
import { quarterly } from '../reports/quarterly.js'
import { weekly } from '../reports/weekly.js'
import { loadContactRecords } from '../store/contact-records.js'
import { ledgerId } from '../store/ledger-id.js'
import { buildReport } from './build-report.js'
import { withDues } from './dues-input.js'
import { ownedBy } from './owned.js'
import { showCustomer, showStatement } from './report-customer.js'
import { reportInput } from './report-input.js'
import { showPeriod } from './report-period.js'

export interface ReportArgs {
  readonly kind: 'weekly' | 'daily' | 'monthly' | 'quarterly' | 'key' | 'problem' | 'customer' | 'statement'
  /** Of `customer` and `statement` who it is of. */
  readonly filter: string
  /** Only customers of this owner, and this person's contacts. */
  readonly owner?: string | undefined
  /** The period as typed. */
  readonly period?: string | undefined
}

/** The reports that tell of a period. */
const PERIODIC = {
  weekly: { report: weekly, kind: 'week' },
  monthly: { report: monthly, kind: 'month' },
  quarterly: { report: quarterly, kind: 'quarter' },
} as const

/** `crm report`: a day, week, month or quarter as a whole, one customer's file or statement, and the lists to plan in. */
export async function reportCommand(args: ReportArgs, context: Context): Promise<number> {
  const { kind, period } = args
  refuseUnused(args, context)
  if (kind === 'customer') return showCustomer(args.filter, context)
  if (kind === 'statement') return showStatement(args.filter, period, context)
  if (kind === 'daily') return showDay(args, context)
  const filter = ownedBy(args.filter, args.owner)
  if (kind === 'key' || kind === 'problem') return showPlan(kind === 'key' ? key : problem, filter, context)
  const found = PERIODIC[kind]
  return showPeriod(found.report, { kind: found.kind, period, filter }, context)
}

/** Which options say nothing to a report; they are refused, so that nothing typed is dropped in silence. */
const refused: Readonly<Partial<Record<ReportArgs['kind'], readonly ('owner' | 'period')[]>>> = {
  ...{ daily: ['period'], key: ['period'], problem: ['period'] },
  ...{ customer: ['owner', 'period'], statement: ['owner'] },
}

function refuseUnused(args: ReportArgs, context: Context): void {
  const unused = refused[args.kind]?.find((option) => args[option] !== undefined)
  if (unused === undefined) return
  const days = args.kind === 'daily' && args.period !== undefined ? parseUserSpan(args.period, context.today()) : null
  if (days !== null && days.from === days.to)
    throw new UserError('usage', 'report.day-by-on', { kind: args.kind, day: dateOf(days.from) })
  throw new UserError('usage', 'report.unused-option', { option: `--${unused}`, kind: args.kind })
}

async function showPlan(report: typeof key, filter: string, context: Context): Promise<number> {
  const input = await withDues(await reportInput(context, filter))
  const ledger = ledgerId(await context.readLedger())
  await context.output(buildReport(report, { ...input, ledger }))
  return 0
}

/** Where the newest order's day stands in for today, contacts are still those of the real day. */
async function showDay({ filter, owner }: ReportArgs, context: Context): Promise<number> {
  const input = await withDues(await reportInput(context, filter))
  const ledger = await context.readLedger()
  const today = input.calendar.asOf
  const contactRecords = loadContactRecords(ledger, input.snapshot, { from: today - 1, to: today })
  await context.output(
    buildReport(daily, { ...input, today, contactRecords, owner, isToRead: asksToRead(context.options) }),
  )
  return 0
}
