/**
 * Campaigns as the events of kind `campaign` tell them (R22): `new` opens one with what was asked, `contact` and `hold-out` name a customer
 * each, chosen then and for good, and `export` says that the list was written. The subject is the campaign's number, `C3`.
 */
import type { EventFacts } from '../../events.js'
import type { Day } from '../../values/business-date.js'
import { isOccasion, type Occasion } from './occasions.js'

/** Orders count for so many days after the list was written (R22). */
export const EFFECT_DAYS = 30

/** What a campaign was made with. */
export interface CampaignPlan {
  readonly name: string
  readonly occasion: Occasion
  readonly filter: string
  /** The message with its placeholders, as written. */
  readonly message: string
  /** Language of customers whose own is not in the message. */
  readonly language: string
  /** What stands in place of a missing value, by placeholder. */
  readonly fallbacks: Readonly<Record<string, string>>
  readonly heldOutPercent: number
  readonly costMinor: number
  readonly currency: string | null
}

/** A list that was written. */
export interface CampaignExport {
  readonly on: Day
  readonly file: string
  readonly customers: number
  readonly isSent: boolean
}

export interface Campaign extends CampaignPlan {
  readonly id: string
  readonly createdOn: Day
  /** How many were chosen; the ledger may know fewer since. */
  readonly chosen: number
  /** Customer indexes, each once. */
  readonly contacted: readonly number[]
  readonly heldOut: readonly number[]
  /** In both groups, since two customers turned out to be one: no part of any comparison. */
  readonly inBoth: readonly number[]
  /** Oldest first. */
  readonly exports: readonly CampaignExport[]
  /** The day from which orders count: that of the first export; null before it. */
  readonly exportedOn: Day | null
  /** Whether a list was sent in one go, as mail tools do; else the seller works it by hand. */
  readonly isSent: boolean
}

/** The verbs of campaign events. */
export type CampaignVerb = 'new' | 'contact' | 'hold-out' | 'export'

/** How a plan is kept in the details of an event; the rest of it has columns of its own. */
export function planDetails(plan: CampaignPlan): Readonly<Record<string, string>> {
  const { occasion, filter, message, language, fallbacks, heldOutPercent, currency } = plan
  return {
    ...{ occasion, filter, message, language, fallbacks: JSON.stringify(fallbacks) },
    ...{ heldOut: String(heldOutPercent), currency: currency ?? '' },
  }
}

/** The campaigns in force, in the order in which they were made. */
export function campaignsOf(events: readonly EventFacts[]): readonly Campaign[] {
  const drafts = new Map<string, Draft>()
  for (const event of events) {
    if (event.kind !== 'campaign') continue
    if (event.what === 'new' && !drafts.has(event.subject)) drafts.set(event.subject, draftOf(event))
    const draft = drafts.get(event.subject)
    if (draft !== undefined) add(event, draft)
  }
  return [...drafts.values()].map(finished)
}

/** A campaign while its events are gathered. */
interface Draft {
  readonly opened: EventFacts
  readonly contacted: Set<number>
  readonly heldOut: Set<number>
  readonly exports: CampaignExport[]
  chosen: number
}

function draftOf(opened: EventFacts): Draft {
  return { opened, contacted: new Set(), heldOut: new Set(), exports: [], chosen: Number(opened.details.chosen ?? 0) }
}

function add({ what, customer, on, text, value, details }: EventFacts, draft: Draft): void {
  if (what === 'contact') draft.contacted.add(customer)
  if (what === 'hold-out') draft.heldOut.add(customer)
  if (what === 'export') draft.exports.push({ on, file: text, customers: value ?? 0, isSent: details.sent === 'yes' })
}

function finished({ opened, contacted, heldOut, exports, chosen }: Draft): Campaign {
  const { subject: id, on: createdOn, text: name, value, details } = opened
  const { occasion = '', filter = '', message = '', language = '', fallbacks = '{}', currency = '' } = details
  const days = exports.map(({ on }) => on)
  return {
    ...{ id, name, createdOn, filter, message, language, chosen, exports },
    occasion: isOccasion(occasion) ? occasion : 'promotion',
    fallbacks: JSON.parse(fallbacks) as Campaign['fallbacks'],
    heldOutPercent: Number(details.heldOut ?? 0),
    costMinor: value ?? 0,
    currency: currency || null,
    contacted: [...contacted].filter((customer) => !heldOut.has(customer)),
    heldOut: [...heldOut].filter((customer) => !contacted.has(customer)),
    inBoth: [...contacted].filter((customer) => heldOut.has(customer)),
    exportedOn: days.length === 0 ? null : Math.min(...days),
    isSent: exports.some((written) => written.isSent),
  }
}

/** How a campaign stands on a day. */
export type CampaignState = 'open' | 'running' | 'finished'

/** `open` until its list is written, `running` while orders count, then `finished`. */
export function campaignState({ exportedOn }: Campaign, asOf: Day): CampaignState {
  if (exportedOn === null) return 'open'
  return asOf <= exportedOn + EFFECT_DAYS ? 'running' : 'finished'
}
