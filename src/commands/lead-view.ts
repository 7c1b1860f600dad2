import type { Context } from '../context.js'
import type { EventFacts } from '../core/events.js'
import { leadsOf } from '../core/follow-up/leads/fold.js'
import type { Lead } from '../core/follow-up/leads/lead.js'
import type { PoolRules } from '../core/follow-up/leads/pool.js'
import { teamRules } from '../core/settings/leads.js'
import type { Snapshot } from '../core/snapshot.js'
import { orderDays } from '../core/value/cycle-pools.js'
import type { Day } from '../core/values/business-date.js'
import { loadEntryFacts } from '../store/entry-facts.js'
import { loadEvents } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { loadOwners } from '../store/owners.js'
import { ledgerSettings } from '../store/settings.js'
import { loadSnapshot } from '../store/snapshot.js'
import { zoneOf } from './report-input.js'

/** The leads of a ledger on a day, and what they are folded from. */
export interface LeadsView {
  readonly snapshot: Snapshot
  readonly asOf: Day
  readonly leads: ReadonlyMap<number, Lead>
  readonly rules: PoolRules
  /** The leads as they would be with one more event. */
  leadsWith(event: EventFacts): ReadonlyMap<number, Lead>
}

/** Everything known of leads on a day, whatever is asked as the as-of day: what a decision must fit. */
export function leadsView(context: Context, ledger: Ledger, asOf: Day): LeadsView {
  const snapshot = loadSnapshot(ledger)
  const entries = loadEntryFacts(ledger, snapshot, zoneOf(context, ledger))
  const events = loadEvents(ledger, snapshot, ['lead'], asOf)
  const days = orderDays(snapshot, asOf)
  const { contacts } = snapshot
  const fold = (more: readonly EventFacts[]) => leadsOf(entries, days, { events: [...events, ...more], contacts })
  const leads = fold([])
  const owners = new Set(loadOwners(ledger, snapshot, null).values())
  const rules = teamRules(ledgerSettings(ledger), leads, owners)
  return { snapshot, asOf, leads, rules, leadsWith: (event) => fold([event]) }
}
