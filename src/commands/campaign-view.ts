import type { Context } from '../context.js'
import { type Campaign, campaignsOf } from '../core/follow-up/campaign/campaign.js'
import type { Recipient } from '../core/follow-up/campaign/placeholders.js'
import { recipientsOf } from '../core/follow-up/campaign/recipients.js'
import { filtered } from '../core/report/build.js'
import { ranking, TIERS } from '../core/value/abc.js'
import { accountOf } from '../core/value/points/points.js'
import { gradingOn } from '../core/value/standing.js'
import { UserError } from '../core/values/failure.js'
import { once } from '../core/values/once.js'
import { nearest } from '../core/values/text.js'
import { loadRecipientTexts } from '../store/campaigns.js'
import { loadEvents } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { pointsBasis } from './points-basis.js'
import { type CommandInput, chosenIn } from './report-input.js'
import { zoneOf } from './zone.js'

/** What campaigns are looked at with. */
export interface CampaignView extends CommandInput {
  readonly ledger: Ledger
  readonly campaigns: readonly Campaign[]
  /** Customers the filter keeps, by net revenue. */
  readonly kept: readonly number[]
  /** What is known of a customer a message goes to. */
  readonly recipient: (customer: number) => Recipient
}

/**
 * The campaigns of a ledger and the customers a filter keeps. Campaigns live in days of the calendar, which no newest order stands in for:
 * a list is written today. Tiers and filters go by the as-of day, as everywhere.
 */
export async function campaignView(ledger: Ledger, context: Context, filter = ''): Promise<CampaignView> {
  const input = await chosenIn(ledger, context, filter)
  const zone = zoneOf(context, ledger)
  const asked = context.on(zone)
  const asOf = asked ?? context.today(zone)
  const campaigns = campaignsOf(loadEvents(ledger, input.snapshot, ['campaign'], asked))
  const { abc, sums } = gradingOn(input.snapshot, input.asOf, input.usual)
  const tier = (customer: number) => TIERS[abc.tier[customer]!]!
  const basis = once(() => pointsBasis(context, ledger, { snapshot: input.snapshot, asOf, until: asked }))
  const points = (customer: number) => {
    const known = basis()
    return known === null ? null : accountOf(known, customer).balance
  }
  const texts = { ...loadRecipientTexts(ledger, input.snapshot, asOf), languages: languagesOf(input) }
  const recipient = recipientsOf(input.snapshot, texts, { tier, points }, asOf)
  const kept = [...filtered(ranking(sums.netMinor, input.snapshot.customers), input)]
  return { ...input, asOf, isAsOfMoved: false, ledger, campaigns, kept, recipient }
}

/** The language each customer is said to read: as typed by hand, else by the newest customer list (R8). */
function languagesOf({ details }: CommandInput): ReadonlyMap<number, string> {
  return new Map([...details()].flatMap(([customer, { language }]) => (language ? [[customer, language]] : [])))
}

/** The campaign a number names, `C3` or 3; UserError `campaign.unknown` with the near ones, `campaign.no-id`, `cli.excess-argument`. */
export function campaignNamed(words: readonly string[], campaigns: readonly Campaign[]): Campaign {
  const [typed, more] = words
  if (typed === undefined) throw new UserError('usage', 'campaign.no-id')
  if (more !== undefined) throw new UserError('usage', 'cli.excess-argument', { command: 'campaign', name: more })
  const id = typed.toUpperCase().replace(/^(?=\d)/, 'C')
  const found = campaigns.find((one) => one.id === id) ?? campaigns.find(({ name }) => name === typed)
  if (found !== undefined) return found
  const names = campaigns.flatMap((one) => [one.id, one.name])
  const known = campaigns.slice(-5).map((one) => `${one.id} ${one.name}`)
  throw new UserError('failed', 'campaign.unknown', { id: typed, near: nearest(typed, names).join(', '), known })
}
