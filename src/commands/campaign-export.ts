import type { Context } from '../context.js'
import { type Campaign, campaignsOf } from '../core/follow-up/campaign/campaign.js'
import { readMessage } from '../core/follow-up/campaign/message.js'
import { pausedCustomers } from '../core/follow-up/campaign/paused.js'
import type { Report } from '../core/report/model.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { campaignCommandWords } from '../messages/campaigns.js'
import { decisionWords } from '../messages/decisions.js'
import { campaignMessages } from '../reports/campaign-messages.js'
import { addEvents, loadEvents } from '../store/events.js'
import { buildReport } from './build-report.js'
import { completeLetters } from './campaign-letters.js'
import { type CampaignArgs, readFallbacks } from './campaign-options.js'
import { type CampaignView, campaignNamed, campaignView } from './campaign-view.js'
import { instant, ledgerOfSomebody, refuseAhead } from './decision.js'

/** `crm campaign export`: writes the list with a message to each, and notes the day: from then on orders count; UserError `decision.ahead` for a day to come. */
export async function exportCampaign(args: CampaignArgs, context: Context): Promise<number> {
  const { dryRun = false, output, json, format } = context.options
  const view = await campaignView(await context.readLedger(), context)
  const campaign = campaignNamed(args.words, view.campaigns)
  refuseAhead(view.asOf, view.ledger, context)
  const isForOthers = json === true || format !== undefined || output !== undefined
  if (!isForOthers && !dryRun) throw new UserError('usage', 'campaign.needs-file', { id: campaign.id })
  const report = listOf(campaign, args, view, context)
  await context.output(report)
  if (!dryRun) sayLeftOut(report, context)
  const words = context.words(decisionWords)
  if (dryRun) {
    context.say(words.dryRun)
    return 0
  }
  // Whoever reads the list takes his time; others may write meanwhile.
  const ledger = await ledgerOfSomebody(context)
  campaignNamed([campaign.id], campaignsOf(loadEvents(ledger, view.snapshot, ['campaign'], null)))
  const written = { subject: campaign.id, on: view.asOf, text: output ?? '-', value: report.tables[0]!.rows.length }
  const details: Record<string, string> = args.sent ? { sent: 'yes' } : {}
  const event = { ...written, details, kind: 'campaign', key: '', what: 'export', dueOn: null } as const
  const detail = `${campaign.id} ${campaign.name} → ${event.text}`
  const batch = addEvents(ledger, instant(context), 'campaign', { detail }, [event])
  sayFrom(campaign, view, context)
  context.say(words.recorded(batch))
  return 0
}

/** The list as it is written today: without those blocked or unwilling by now, and those contacted a short while ago (R24). */
function listOf(campaign: Campaign, args: CampaignArgs, view: CampaignView, context: Context) {
  const { snapshot } = view
  const { inBoth, contacted, language } = campaign
  const chosen = [...contacted, ...inBoth]
  const welcome = chosen.filter((customer) => {
    const { blocked, consent } = snapshot.customers[customer]!
    return !blocked && consent !== 'no'
  })
  const paused = pausedCustomers(snapshot.contacts, welcome, view.asOf)
  const waiting = new Set(paused.flatMap(({ customers }) => customers))
  const reachable = welcome.filter((customer) => !waiting.has(customer))
  const fallbacks = { ...campaign.fallbacks, ...readFallbacks(args.fallback, context) }
  const options = { message: readMessage(campaign.message), language, fallbacks, skipMissing: args.skipMissing }
  const letters = completeLetters(reachable, options, view, context)
  const [leftOut, skipped] = [chosen.length - welcome.length, reachable.length - letters.length]
  return buildReport(campaignMessages, { ...view, campaign, letters, leftOut, skipped, paused })
}

/** Who is not in a list that was written to a file: a csv or vcf has no room for it. */
function sayLeftOut({ tables, notes }: Report, context: Context): void {
  const { output = '-' } = context.options
  // Of an empty list the notes are said where it is written.
  if (output !== '-' && tables[0]!.rows.length > 0) for (const note of notes) context.say(forTerminal(note))
}

/** From when orders count: a list written again changes nothing about it. */
function sayFrom({ id, exportedOn }: Campaign, { asOf }: CampaignView, context: Context): void {
  const words = context.words(campaignCommandWords)
  context.say(exportedOn === null ? words.from(id, dateOf(asOf)) : words.again(id, dateOf(exportedOn)))
}
