import type { LeadAction } from '../core/follow-up/leads/words.js'
import type { HandOptions } from './hand-options.js'
import type { RecordOptions } from './lead-options.js'

/** What `crm lead` gets. */
export interface LeadArgs extends HandOptions, RecordOptions {
  readonly action: LeadAction
  readonly words: readonly string[]
  readonly level?: string | undefined
  readonly stage?: string | undefined
  readonly reason?: string | undefined
  /** Of the list: only leads in the pool. */
  readonly pool: boolean
}

/** Everything an action gets: the customer as typed, and the word after him where there is one. */
export interface LeadActionArgs extends LeadArgs {
  readonly who: string
}
