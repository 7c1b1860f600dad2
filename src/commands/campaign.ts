import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { campaign } from '../reports/campaign.js'
import { campaignResult } from '../reports/campaign-result.js'
import { campaigns } from '../reports/campaigns.js'
import { buildReport } from './build-report.js'
import { exportCampaign } from './campaign-export.js'
import { sampleLetters } from './campaign-letters.js'
import { newCampaign } from './campaign-new.js'
import type { CampaignArgs } from './campaign-options.js'
import { campaignNamed, campaignView } from './campaign-view.js'

/** `crm campaign`: second marketing (R22), from choosing customers to what came of it. */
export async function campaignCommand(args: CampaignArgs, context: Context): Promise<number> {
  if (args.action === 'new') return newCampaign(args, context)
  if (args.action === 'export') return exportCampaign(args, context)
  const view = await campaignView(await context.readLedger(), context)
  if (args.action === 'list') {
    if (args.words[0] !== undefined)
      throw new UserError('usage', 'cli.excess-argument', { command: 'campaign list', name: args.words[0] })
    await context.output(buildReport(campaigns, view))
    return 0
  }
  const found = campaignNamed(args.words, view.campaigns)
  if (args.action === 'show') {
    const samples = sampleLetters(found, view)
    await context.output(buildReport(campaign, { ...view, campaign: found, samples }))
  } else {
    const { exportedOn } = found
    if (exportedOn === null) throw new UserError('failed', 'campaign.not-exported', { id: found.id })
    await context.output(buildReport(campaignResult, { ...view, campaign: found, exportedOn }))
  }
  return 0
}
