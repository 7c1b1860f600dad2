import type { Context } from '../context.js'
import type { Campaign } from '../core/follow-up/campaign/campaign.js'
import { type Message, readMessage } from '../core/follow-up/campaign/message.js'
import { type Letter, type MissingValue, writeLetters } from '../core/follow-up/campaign/messages.js'
import { type Placeholder, placeholderWords } from '../core/follow-up/campaign/placeholders.js'
import { UserError } from '../core/values/failure.js'
import { campaignCommandWords } from '../messages/campaigns.js'
import type { CampaignView } from './campaign-view.js'

/** Customers named in a sentence; the rest are counted. */
const NAMED = 3

export interface LetterOptions {
  readonly message: Message
  readonly language: string
  readonly fallbacks: Readonly<Partial<Record<Placeholder, string>>>
  /** Customers with a missing value are left out, in place of stopping there. */
  readonly skipMissing: boolean
}

/**
 * The messages to customers, none with a missing value: UserError `campaign.missing-values` names the placeholders, how many customers lack
 * them and the first of these, before anything is written.
 */
export function completeLetters(
  customers: readonly number[],
  { message, language, fallbacks, skipMissing }: LetterOptions,
  view: CampaignView,
  context: Context,
): readonly Letter[] {
  const { asOf, recipient } = view
  const { letters, missing } = writeLetters(message, customers, recipient, { asOf, language, fallbacks })
  if (missing.length === 0) return letters
  if (skipMissing) return letters.filter((letter) => letter.missing.length === 0)
  const [first] = missing
  throw new UserError('failed', 'campaign.missing-values', {
    list: missing.map((one) => missingSentence(one, view, context)),
    name: placeholderWords[context.lang][first!.placeholder],
  })
}

function missingSentence({ placeholder, customers }: MissingValue, view: CampaignView, context: Context): string {
  const names = namesOf(customers.slice(0, NAMED), view)
  const words = context.words(campaignCommandWords)
  return words.missing(placeholderWords[context.lang][placeholder], customers.length, names, customers.length > NAMED)
}

/** Customers as sentences name them: by name, else by what the platform calls them. */
export function namesOf(customers: readonly number[], { snapshot }: CampaignView): readonly string[] {
  return customers.map((customer) => {
    const { id, name, key } = snapshot.customers[customer]!
    return name ?? key ?? id
  })
}

/** The first message in each language. */
export function firstOfEach(letters: readonly Letter[]): readonly Letter[] {
  const first = new Map<string, Letter>()
  for (const letter of letters) if (!first.has(letter.language)) first.set(letter.language, letter)
  return [...first.values()]
}

/** How the message of a campaign reads, in each of its languages to the first customer of whom nothing is missing. */
export function sampleLetters(
  { message, language, fallbacks, contacted, inBoth }: Campaign,
  { asOf, recipient }: CampaignView,
): readonly Letter[] {
  const { letters } = writeLetters(readMessage(message), [...contacted, ...inBoth], recipient, {
    asOf,
    language,
    fallbacks,
  })
  return firstOfEach(letters.filter(({ missing }) => missing.length === 0))
}
