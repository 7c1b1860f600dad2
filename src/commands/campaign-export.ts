import type { Context } from '../context.js'
import { type Campaign, campaignsOf } from '../core/follow-up/campaign/campaign.js'
import { readMessage } from '../core/follow-up/campaign/message.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { campaignCommandWords } from '../messages/campaigns.js'
import { decisionWords } from '../messages/decisions.js'
import { campaignMessages } from '../reports/campaign-messages.js'
import { addEvents, loadEvents } from '../store/events.js'
import { buildReport } from './build-report.js'
import { completeLetters } from './campaign-letters.js'
import { type CampaignArgs, readFallbacks } from './campaign-options.js'
import { type CampaignView, campaignNamed, campaignView } from './campaign-view.js'
import { instant, ledgerOfSomebody } from './decision.js'

/** `crm campaign export`: writes the list with a message to each, and notes the day: from then on orders count. */
export async function exportCampaign(args: CampaignArgs, context: Context): Promise<number> {
  const { dryRun = false, output, json, format } = context.options
  const view = await campaignView(await context.readLedger(), context)
  const campaign = campaignNamed(args.words, view.campaigns)
  const isForOthers = json === true || format !== undefined || output !== undefined
  if (!isForOthers && !dryRun) throw new UserError('usage', 'campaign.needs-file', { id: campaign.id })
  const report = listOf(campaign, args, view, context)
  await context.output(report)
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

/** The list as it is written today: without those blocked or unwilling by now. */
function listOf(campaign: Campaign, args: CampaignArgs, view: CampaignView, context: Context) {
  const { snapshot } = view
  const { inBoth, contacted, language } = campaign
  const chosen = [...contacted, ...inBoth]
  const welcome = chosen.filter((customer) => {
    const { blocked, consent } = snapshot.customers[customer]!
    return !blocked && consent !== 'no'
  })
  const fallbacks = { ...campaign.fallbacks, ...readFallbacks(args.fallback, context) }
  const options = { message: readMessage(campaign.message), language, fallbacks, skipMissing: args.skipMissing }
  const letters = completeLetters(welcome, options, view, context)
  const [leftOut, skipped] = [chosen.length - welcome.length, welcome.length - letters.length]
  return buildReport(campaignMessages, { ...view, campaign, letters, leftOut, skipped })
}

/** From when orders count: a list written again changes nothing about it. */
function sayFrom({ id, exportedOn }: Campaign, { asOf }: CampaignView, context: Context): void {
  const words = context.words(campaignCommandWords)
  context.say(exportedOn === null ? words.from(id, dateOf(asOf)) : words.again(id, dateOf(exportedOn)))
}
