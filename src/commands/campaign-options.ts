import type { Context } from '../context.js'
import { MOST_HELD_OUT_PERCENT } from '../core/follow-up/campaign/held-out.js'
import { type Message, readMessage } from '../core/follow-up/campaign/message.js'
import { type Occasion, occasionNamed, occasionWords } from '../core/follow-up/campaign/occasions.js'
import {
  allPlaceholders,
  nearPlaceholders,
  type Placeholder,
  placeholderNamed,
} from '../core/follow-up/campaign/placeholders.js'
import { wordsToType } from '../core/follow-up/vocabulary.js'
import { UserError } from '../core/values/failure.js'
import { parseAmount, toMinor } from '../core/values/money.js'
import { textOfFile } from './text-file.js'

/** What `crm campaign` is typed with. */
export interface CampaignArgs {
  readonly action: 'list' | 'new' | 'show' | 'export' | 'result'
  /** The name of a new campaign, else the number of one. */
  readonly words: readonly string[]
  readonly occasion?: string | undefined
  readonly filter?: string | undefined
  readonly messageFile?: string | undefined
  readonly holdout?: string | undefined
  readonly cost?: string | undefined
  readonly fallback: readonly string[]
  readonly skipMissing: boolean
  /** The list is sent in one go. */
  readonly sent: boolean
}

/** Far more than anybody reads. */
const LONGEST_MESSAGE = 200_000
/** R22. */
const USUALLY_HELD_OUT_PERCENT = 10

/** UserError `campaign.no-occasion`, `campaign.occasion`. */
export function readOccasion(typed: string | undefined, { lang }: Context): Occasion {
  const occasion = typed === undefined ? null : occasionNamed(typed)
  if (occasion !== null) return occasion
  const allowed = wordsToType({ words: occasionWords })[lang]
  if (typed === undefined) throw new UserError('usage', 'campaign.no-occasion', { allowed })
  throw new UserError('usage', 'campaign.occasion', { value: typed, allowed })
}

/** Whole percent from 0 to 90, `10%` or 10; UserError `campaign.holdout`. */
export function readHoldout(typed: string | undefined): number {
  if (typed === undefined) return USUALLY_HELD_OUT_PERCENT
  const percent = Number(/^(\d{1,3})%?$/.exec(typed.normalize('NFKC').trim())?.[1])
  if (percent >= 0 && percent <= MOST_HELD_OUT_PERCENT) return percent
  throw new UserError('usage', 'campaign.holdout', { value: typed, most: MOST_HELD_OUT_PERCENT })
}

/** An amount in the ledger's currency, in minor units; UserError `campaign.cost`, `rate.no-base`. */
export function readCost(typed: string | undefined, currency: string | null): number {
  if (typed === undefined) return 0
  if (currency === null) throw new UserError('failed', 'rate.no-base')
  const amount = parseAmount(typed, '.')
  if (amount === null || amount.units < 0) throw new UserError('usage', 'campaign.cost', { value: typed, currency })
  return toMinor(amount, currency).minor
}

/** `name=friend`: what stands in for a missing value; UserError `campaign.fallback`, `campaign.fallback-unknown`. */
export function readFallbacks(typed: readonly string[], { lang }: Context): Partial<Record<Placeholder, string>> {
  const fallbacks: Partial<Record<Placeholder, string>> = {}
  for (const pair of typed) {
    const [, word = '', text = ''] = /^\s*([^=＝]+?)\s*[=＝]\s*(.*?)\s*$/s.exec(pair) ?? []
    if (text === '') throw new UserError('usage', 'campaign.fallback', { value: pair })
    const placeholder = placeholderNamed(word.replace(/^[{｛]|[}｝]$/g, ''))
    if (placeholder === null) {
      const params = { name: word, near: nearPlaceholders(word).join(', '), allowed: allPlaceholders(lang) }
      throw new UserError('usage', 'campaign.fallback-unknown', params)
    }
    fallbacks[placeholder] = text
  }
  return fallbacks
}

/** A message file: its text and what it says. UserError `campaign.no-message` and those of `readMessage`, with the file. */
export async function readMessageFile(
  file: string | undefined,
  context: Context,
): Promise<{ readonly text: string; readonly message: Message }> {
  if (file === undefined)
    throw new UserError('usage', 'campaign.no-message', { placeholder: allPlaceholders(context.lang)[0]! })
  const tooLong = new UserError('bad-data', 'campaign.long-message', { file })
  const text = await textOfFile(file, LONGEST_MESSAGE, tooLong, context)
  try {
    return { text, message: readMessage(text) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const params = { ...error.params, file, allowed: allPlaceholders(context.lang) }
    throw new UserError(error.kind, error.code, params, { cause: error })
  }
}
