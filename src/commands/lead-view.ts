import type { Context } from '../context.js'
import { foldLeads, type LeadsByHand, leadsOf, type SecondRegistration } from '../core/follow-up/leads/fold.js'
import type { Lead } from '../core/follow-up/leads/lead.js'
import type { PoolRules } from '../core/follow-up/leads/pool.js'
import { teamRules } from '../core/settings/leads.js'
import type { Snapshot } from '../core/snapshot.js'
import { orderDays } from '../core/value/cycle-pools.js'
import type { Day } from '../core/values/business-date.js'
import { loadEntryFacts } from '../store/entry-facts.js'
import { loadEvents } from '../store/events.js'
import { withAmountsInBase } from '../store/lead-events.js'
import type { Ledger } from '../store/ledger.js'
import { loadOwners } from '../store/owners.js'
import { ledgerSettings } from '../store/settings.js'
import { loadSnapshot } from '../store/snapshot.js'
import { zoneOf } from './zone.js'

/** The leads of a ledger on a day, and what they are folded from. */
export interface LeadsView {
  readonly snapshot: Snapshot
  readonly asOf: Day
  readonly leads: ReadonlyMap<number, Lead>
  /** Rows of files that register what another has. */
  readonly second: readonly SecondRegistration[]
  readonly rules: PoolRules
  /** A customer's newest lead as it would be with more events and contacts of his. */
  leadWith(customer: number, more: Partial<LeadsByHand>): Lead | undefined
}

/** Everything known of leads on a day, whatever is asked as the as-of day: what a decision must fit. */
export function leadsView(context: Context, ledger: Ledger, asOf: Day, snapshot = loadSnapshot(ledger)): LeadsView {
  const entries = loadEntryFacts(ledger, snapshot, zoneOf(context, ledger))
  const events = withAmountsInBase(ledger, loadEvents(ledger, snapshot, ['lead'], asOf))
  const days = orderDays(snapshot, asOf)
  const { contacts } = snapshot
  const { leads, second } = foldLeads(entries, days, { events, contacts })
  const owners = new Set(loadOwners(ledger, snapshot, null).values())
  const rules = teamRules(ledgerSettings(ledger), leads, owners)
  const leadWith: LeadsView['leadWith'] = (customer, more) => {
    const own = <T extends { readonly customer: number }>(all: readonly T[]) =>
      all.filter((one) => one.customer === customer)
    const byHand = {
      events: [...own(events), ...(more.events ?? [])],
      contacts: [...own(contacts), ...(more.contacts ?? [])].sort((a, b) => a.on - b.on),
    }
    return leadsOf(own(entries), days, byHand).get(customer)
  }
  return { snapshot, asOf, leads, second, rules, leadWith }
}
