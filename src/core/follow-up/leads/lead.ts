import type { Day } from '../../values/business-date.js'
import type { LeadLevel, LeadOutcome, LeadStage } from './words.js'

/** What is written down of a lead besides how it stands (R16); '' and null where nothing is. */
export interface LeadRecord {
  readonly source: string
  readonly referrer: string
  /** Contact persons, each with the role where one is known: `Anna Smith, purchasing`. */
  readonly persons: readonly string[]
  readonly decisionMaker: string
  /** Present supplier or product, and how that serves. */
  readonly supplier: string
  readonly served: string
  readonly need: string
  readonly products: string
  readonly obstacle: string
  /** Whether the buyer knows how we differ from the others. */
  readonly knowsUs: boolean
  /** Expected amount in minor units of the base currency. */
  readonly amountMinor: number | null
  /** 0–100, as the seller gives it. */
  readonly probabilityPercent: number | null
  readonly closeOn: Day | null
  readonly note: string
}

/** What moves the hold an owner has on a lead, in order. */
export interface Touch {
  readonly on: Day
  readonly what: 'register' | 'contact' | 'claim' | 'release' | 'lock' | 'unlock' | 'level'
  /** Who registered or claimed it; '' for nobody. */
  readonly owner: string
  readonly level: LeadLevel | null
}

/** A second registration of the same contact (R17). */
export interface LeadConflict {
  readonly on: Day
  readonly owner: string
}

/** The newest lead of one customer, folded from what files and the seller say of it. */
export interface Lead {
  readonly customer: number
  /** What events name it by; '' for one told by files alone. */
  readonly subject: string
  /** The day it was registered; null for one imported without a day when it had been won already. */
  readonly openedOn: Day | null
  /** Whether a file, or the seller, gives that day; else it is that of the import. */
  readonly isDated: boolean
  readonly outcome: LeadOutcome
  /** Null while open; for one won, the day of the first order since it was opened, else of what says so. */
  readonly closedOn: Day | null
  /** Day of that order; null where none has come. */
  readonly orderedOn: Day | null
  /** Why it was lost or is none; '' where nothing is said. */
  readonly reason: string
  readonly level: LeadLevel | null
  readonly levelOn: Day | null
  readonly stage: LeadStage | null
  /** The first day of each stage it was in. */
  readonly stageDays: Readonly<Partial<Record<LeadStage, Day>>>
  /** Who registered it first; '' where nobody is named. */
  readonly registeredBy: string
  readonly record: LeadRecord
  /** Expected amount as a file gives it in a currency without a rate, so that it is in no sum; left out for none. */
  readonly unratedAmount?: string
  /** Days with a contact up to the as-of day or its closing, also those before it was registered, after the lead before it. */
  readonly contactDays: readonly Day[]
  /** The first of them, or the day that is told as the first where that is earlier; null for none. */
  readonly firstContactOn: Day | null
  /** Days from the first contact to won; null where it is not won or the day is not known. */
  readonly cycleDays: number | null
  readonly touches: readonly Touch[]
  readonly conflicts: readonly LeadConflict[]
  /** Leads of the same customer that were closed before, the oldest first. */
  readonly before: readonly Lead[]
}

/** Every lead of a ledger: of each customer the closed ones, then the newest. */
export function* eachLead(leads: ReadonlyMap<number, Lead>): Generator<Lead> {
  for (const lead of leads.values()) {
    yield* lead.before
    yield lead
  }
}

/** The day of the last contact; null for none. */
export function lastContactOn({ contactDays }: Lead): Day | null {
  return contactDays.at(-1) ?? null
}

/** The day of the last step on record; null for a lead that has none. Contacts are no steps. */
export function lastStepOn({ touches, stageDays }: Lead): Day | null {
  const steps = touches.filter(({ what }) => what !== 'contact').map(({ on }) => on)
  const days = [...steps, ...Object.values(stageDays)]
  return days.length === 0 ? null : Math.max(...days)
}
