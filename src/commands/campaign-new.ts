import type { Context } from '../context.js'
import { type CampaignPlan, type CampaignVerb, planDetails } from '../core/follow-up/campaign/campaign.js'
import { drawGroups, type Eligible, eligibleCustomers, type Groups } from '../core/follow-up/campaign/choose.js'
import { fewestToHoldOut } from '../core/follow-up/campaign/held-out.js'
import type { Message } from '../core/follow-up/campaign/message.js'
import type { Letter } from '../core/follow-up/campaign/messages.js'
import { occasionWords } from '../core/follow-up/campaign/occasions.js'
import { campaignPause } from '../core/settings/campaigns.js'
import { settingOf } from '../core/settings/setting.js'
import { UserError } from '../core/values/failure.js'
import { campaignCommandWords } from '../messages/campaigns.js'
import { campaignMessages } from '../reports/campaign-messages.js'
import { ownKeys } from '../store/campaigns.js'
import { addEvents, type NewEvent, nextSubject } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { buildReport } from './build-report.js'
import { completeLetters, firstOfEach, namesOf } from './campaign-letters.js'
import {
  type CampaignArgs,
  readCost,
  readFallbacks,
  readHoldout,
  readMessageFile,
  readOccasion,
} from './campaign-options.js'
import { type CampaignView, campaignView } from './campaign-view.js'
import { carryOut, instant, ledgerOfSomebody, refuseAhead } from './decision.js'

/** A campaign about to be made. */
interface Draft extends Groups {
  readonly id: string
  readonly plan: CampaignPlan
  readonly letters: readonly Letter[]
  readonly leftOut: Eligible['leftOut']
  /** Left out because a value of the message is missing. */
  readonly skipped: number
}

/** What was typed of a campaign, understood. */
interface Asked {
  readonly plan: Omit<CampaignPlan, 'costMinor' | 'currency'>
  readonly message: Message
  readonly cost: string | undefined
  readonly skipMissing: boolean
}

/** `crm campaign new`: chooses customers for good, draws those held out, and checks every message before anything is written; UserError `decision.ahead` for a day to come. */
export async function newCampaign(args: CampaignArgs, context: Context): Promise<number> {
  const asked = await readArgs(args, context)
  const ledger = await ledgerOfSomebody(context)
  const view = await campaignView(ledger, context, asked.plan.filter)
  refuseAhead(view.asOf, ledger, context)
  const draft = draftOf(asked, view, context)
  if (context.options.dryRun === true && context.options.json !== true) await preview(draft, view, context)
  const change = { command: 'campaign', sentences: sentences(draft, view, context), facts: factsOf(draft, view) }
  const code = carryOut(context, change, () => keep(draft, view, ledger, context))
  const { dryRun, json } = context.options
  if (dryRun !== true && json !== true) context.say(context.words(campaignCommandWords).write(draft.id))
  return code
}

async function readArgs(args: CampaignArgs, context: Context): Promise<Asked> {
  const name = args.words.join(' ').trim()
  if (name === '') throw new UserError('usage', 'campaign.no-name')
  const filter = args.filter?.trim() ?? ''
  if (filter === '') throw new UserError('usage', 'campaign.no-filter')
  const occasion = readOccasion(args.occasion, context)
  const heldOutPercent = readHoldout(args.holdout)
  const fallbacks = readFallbacks(args.fallback, context)
  const { text, message } = await readMessageFile(args.messageFile, context)
  const plan = { name, occasion, filter, message: text, language: context.lang, fallbacks, heldOutPercent }
  return { plan, message, cost: args.cost, skipMissing: args.skipMissing }
}

/** UserError `campaign.nobody`, `campaign.nobody-left`, and those of `completeLetters` and `readCost`. */
function draftOf({ plan, message, cost, skipMissing }: Asked, view: CampaignView, context: Context): Draft {
  const { snapshot } = view
  const costMinor = readCost(cost, snapshot.currency)
  const eligible = eligibleIn(view)
  const complete = completeLetters(eligible.customers, { ...plan, message, skipMissing }, view, context)
  const id = nextSubject(view.ledger, 'campaign', 'C')
  const chosen = complete.map(({ customer }) => customer)
  const groups = drawGroups(snapshot, chosen, id, plan.heldOutPercent)
  const isContacted = new Set(groups.contacted)
  const letters = complete.filter(({ customer }) => isContacted.has(customer))
  const skipped = eligible.customers.length - chosen.length
  if (letters.length === 0) {
    const why = leftOutSentences({ ...eligible, skipped }, context)
    throw new UserError('failed', 'campaign.nobody-left', { filter: plan.filter, why: why.join(' ') })
  }
  const full = { ...plan, costMinor, currency: snapshot.currency }
  return { id, plan: full, letters, skipped, leftOut: eligible.leftOut, ...groups }
}

function eligibleIn({ snapshot, filter, kept, campaigns, decided, asOf }: CampaignView): Eligible {
  if (kept.length === 0) throw new UserError('failed', 'campaign.nobody', { filter: filter?.text ?? '' })
  return eligibleCustomers(snapshot, kept, campaigns, { pauseDays: settingOf(decided, campaignPause), asOf })
}

/** In a dry run: everybody who would be contacted, with the message. */
async function preview({ id, plan, letters, skipped }: Draft, view: CampaignView, context: Context): Promise<void> {
  const campaign = { id, name: plan.name }
  await context.output(buildReport(campaignMessages, { ...view, campaign, letters, leftOut: 0, skipped, paused: [] }))
}

function sentences(draft: Draft, view: CampaignView, context: Context): readonly string[] {
  const { id, plan, contacted, heldOut, letters } = draft
  const words = context.words(campaignCommandWords)
  const occasion = occasionWords[context.lang][plan.occasion]
  return [
    words.made(id, plan.name, occasion, contacted.length, heldOut.length),
    ...(heldOut.length === 0 ? [nobodyHeldOut(draft, words)] : []),
    ...leftOutSentences(draft, context),
    ...chosenLanguages(letters, words),
    ...firstOfEach(letters).map(({ customer, text }) => words.sample(namesOf([customer], view)[0]!, text)),
  ]
}

/** In which languages those are written to whose own is not known, or not in the message. */
function chosenLanguages(letters: readonly Letter[], words: (typeof campaignCommandWords)['en']): readonly string[] {
  const chosen = Object.entries(languagesChosen(letters))
  return chosen.length === 0 ? [] : [words.languageChosen(chosen)]
}

function languagesChosen(letters: readonly Letter[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { language, isLanguageChosen } of letters)
    if (isLanguageChosen) counts[language] = (counts[language] ?? 0) + 1
  return counts
}

/** That nobody is held out: none was asked for, or the customers are too few for the share. */
function nobodyHeldOut(
  { plan: { heldOutPercent }, contacted }: Draft,
  words: (typeof campaignCommandWords)['en'],
): string {
  return heldOutPercent === 0
    ? words.noHeldOut
    : words.tooFewToHoldOut(contacted.length, heldOutPercent, fewestToHoldOut(heldOutPercent))
}

/** How many are left out, by the reason. */
function leftOutSentences({ leftOut, skipped }: Pick<Draft, 'leftOut' | 'skipped'>, context: Context): string[] {
  const words = context.words(campaignCommandWords)
  const counts = { ...leftOut, missing: skipped }
  const reasons = Object.keys(counts) as (keyof typeof counts)[]
  return reasons.filter((why) => counts[why] > 0).map((why) => words.leftOut[why](counts[why]))
}

function factsOf({ id, plan, contacted, heldOut, leftOut, skipped, letters }: Draft, { snapshot }: CampaignView) {
  const { name, occasion, filter, heldOutPercent, costMinor } = plan
  return {
    ...{ campaign: id, name, occasion, filter, heldOutPercent, costMinor },
    languagesChosen: languagesChosen(letters),
    ...{ contacted: contacted.length, heldOut: heldOut.length, leftOut: { ...leftOut, missing: skipped } },
    samples: firstOfEach(letters).map(({ customer, language, text }) => ({
      ...{ customer: snapshot.customers[customer]!.id, language: language || null, message: text },
    })),
  }
}

/** Records the campaign and its customers as one batch; returns it. */
function keep(draft: Draft, { snapshot, asOf: on }: CampaignView, ledger: Ledger, context: Context): number {
  const { id, plan, contacted, heldOut } = draft
  const blank = { kind: 'campaign', subject: id, key: '', on, dueOn: null, value: null, text: '', details: {} } as const
  const details = { ...planDetails(plan), chosen: String(contacted.length + heldOut.length) }
  const idOf = (customer: number) => snapshot.customers[customer]!.id
  const keys = ownKeys(ledger, [...contacted, ...heldOut].map(idOf))
  const members = (customers: readonly number[], what: CampaignVerb): NewEvent[] =>
    customers.map((customer) => ({ ...blank, what, key: keys.get(idOf(customer))! }))
  const events = [
    { ...blank, what: 'new', text: plan.name, value: plan.costMinor, details },
    ...members(contacted, 'contact'),
    ...members(heldOut, 'hold-out'),
  ]
  return addEvents(ledger, instant(context), 'campaign', { detail: `${id} ${plan.name}` }, events)
}
