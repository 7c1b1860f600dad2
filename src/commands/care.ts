import type { Context } from '../context.js'
import { campaignsOf } from '../core/follow-up/campaign/campaign.js'
import { giftsOf } from '../core/follow-up/care/gifts.js'
import { asksForCalendar } from '../render/index.js'
import { care } from '../reports/care.js'
import { carePlanReport } from '../reports/care-plan.js'
import { ledgerId } from '../store/ledger-id.js'
import { buildReport } from './build-report.js'
import { careCalendarOf } from './care-calendar.js'
import { type GiftOptions, giveGift, recordReply, refuseOptions } from './care-gift.js'
import { withDues } from './dues-input.js'
import { reportInput } from './report-input.js'
import { knownFrom } from './zone.js'

export interface CareArgs extends GiftOptions {
  /** `plan`, `gift` or `reply`; else the first word of a filter. */
  readonly action?: string | undefined
  readonly rest: readonly string[]
}

/** `crm care`: the calendar of care, the plan, gifts and replies (R21). */
export async function careCommand({ action = '', rest, ...options }: CareArgs, context: Context): Promise<number> {
  const word = action.toLowerCase()
  if (word === 'gift') return giveGift(rest, options, context)
  if (word === 'reply') return recordReply(rest, options, context)
  refuseOptions(options, ['value', 'occasion', 'channel', 'gift', 'satisfied'])
  return word === 'plan' && rest.length === 0 ? showPlan(context) : showCalendar([action, ...rest].join(' '), context)
}

async function showPlan(context: Context): Promise<number> {
  const input = await reportInput(context)
  const calendar = await careCalendarOf(input, input.decided, new Map(), true)
  await context.output(buildReport(carePlanReport, { ...input, care: calendar }))
  return 0
}

async function showCalendar(filter: string, context: Context): Promise<number> {
  const input = await withDues(await reportInput(context, filter))
  const ledger = await context.readLedger()
  const gifts = giftsOf(input.events(['gift']), input.snapshot.currency)
  const campaigns = campaignsOf(input.events(['campaign']))
  const knownOn = knownFrom(context, ledger, input.asOf)
  const { json, output, format } = context.options
  const isForScreen = json !== true && (output ?? '-') === '-' && (format ?? 'table') === 'table'
  await context.output(
    buildReport(care, {
      ...input,
      gifts,
      campaigns,
      knownOn,
      isForScreen,
      isForCalendar: asksForCalendar(context.options),
      ledger: ledgerId(ledger),
    }),
  )
  return 0
}
