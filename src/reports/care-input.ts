import type { Campaign } from '../core/follow-up/campaign/campaign.js'
import type { CareCalendar } from '../core/follow-up/care/care-calendar.js'
import type { Gift } from '../core/follow-up/care/gifts.js'
import type { Dues } from '../core/follow-up/dues.js'
import type { KeptRecords } from '../core/follow-up/kept.js'
import type { ReportInput } from '../core/report/build.js'
import type { Day } from '../core/values/business-date.js'

/** What `crm care` is built from. */
export interface CareInput extends ReportInput {
  readonly dues: () => Dues
  readonly kept: KeptRecords
  readonly care: CareCalendar
  /** All gifts recorded, in the order they were. */
  readonly gifts: readonly Gift[]
  /** All campaigns made, whose held-out customers get no other marketing. */
  readonly campaigns: readonly Campaign[]
  /** Since when the ledger knows anybody. */
  readonly knownOn: Day
  /** Files and machines get a line a customer. */
  readonly isForScreen: boolean
  /** A calendar is asked for. */
  readonly isForCalendar?: boolean
  /** By which the ledger knows its own lists again; without it nobody can work in the list. */
  readonly ledger?: string
}
