import type { ExpiringPoints } from '../value/points/expiring.js'
import type { Day } from '../values/business-date.js'
import type { Birthday } from './calendar/birthday.js'
import type { WrittenCampaign } from './campaign/written.js'
import type { Delisting } from './delisting.js'
import type { Feedback } from './feedback/feedback.js'
import type { Score } from './feedback/scores.js'
import type { DueLead } from './leads/due-lead.js'
import type { Measure } from './measures/measure.js'
import type { Stock } from './stocks.js'

/** What the seller keeps of single customers that due rules ask about; most have none of it. */
export interface Kept {
  /** Days between contacts as set for this customer; absent where nobody set any. */
  readonly frequencyDays?: number
  /** The latest one, open or ended. */
  readonly delisting?: Delisting
  /** What the buyer had left when last asked, by SKU. */
  readonly stocks?: readonly Stock[]
  /** Last day on which a customer held out of a campaign gets no marketing reason (R22). */
  readonly heldOutUntil?: Day
  /** Campaigns whose list was written to be worked by hand, and names the customer. */
  readonly campaigns?: readonly WrittenCampaign[]
  /** The open lead. */
  readonly lead?: DueLead
  /** Who holds the newest lead, or held it when it was closed; absent where nobody does. */
  readonly leadHolder?: string
  /** Complaints, suggestions, praise and questions. */
  readonly feedback?: readonly Feedback[]
  /** Oldest first, those without a day before all others. */
  readonly scores?: readonly Score[]
  /** Points that expire first. */
  readonly expiring?: ExpiringPoints
  readonly birthday?: Birthday
  /** The customer's own day, such as that of the firm or of the wedding. */
  readonly anniversary?: Birthday
  /** Since when birthday or anniversary are known here; absent where nobody can tell. */
  readonly yearlyKnownOn?: Day
  /** Countermeasures planned, done or not. */
  readonly measures?: readonly Measure[]
}

/** By customer index. */
export type KeptRecords = ReadonlyMap<number, Kept>

export const NOTHING_KEPT: Kept = {}
