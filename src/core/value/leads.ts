/**
 * Leads as files tell them (R16). A sheet of leads says on which day a lead was written down and how it stands, not the day
 * it was closed: the customer's first order since stands for the day it was won, the row's day for one lost or invalid.
 * A sheet exported again tells the same lead anew, so all rows of one customer are one lead and the newest says how it stands.
 * A row without a day counts from the day it was imported.
 */
import type { EntryFacts } from '../entry-facts.js'
import type { Day } from '../values/business-date.js'
import type { OrderDays } from './cycle.js'

export type LeadOutcome = 'open' | 'won' | 'lost' | 'invalid'

/** The lead of one customer. */
export interface Lead {
  readonly customer: number
  /** The day of its first row; null for one imported without a day when it had been won already. */
  readonly openedOn: Day | null
  /** Whether a file gives the day of that row; else it is that of the import. */
  readonly isDated: boolean
  readonly outcome: LeadOutcome
  /** Null while open; for one won, the day of the first order since it was opened, else of the row that says so. */
  readonly closedOn: Day | null
  /** Day of that order; null where none has come. */
  readonly orderedOn: Day | null
}

const words: Readonly<Record<Exclude<LeadOutcome, 'open'>, ReadonlySet<string>>> = {
  won: new Set(
    'won|closed won|deal won|converted|ordered|customer|成交|已成交|赢单|已赢单|成单|已成单|签约|已签约|下单|已下单|已转化'.split(
      '|',
    ),
  ),
  lost: new Set(
    'lost|closed lost|deal lost|dead|战败|已战败|输单|已输单|丢单|已丢单|流失|已流失|放弃|已放弃'.split('|'),
  ),
  invalid: new Set('invalid|unqualified|disqualified|duplicate|junk|spam|无效|无效线索|无效客户|重复|空号'.split('|')),
}

/** How a lead stands by the words in its stage, status or result; `open` where none of them closes it. */
export function leadOutcome({ stage, status, result }: EntryFacts['details']): LeadOutcome {
  for (const said of [stage, status, result]) {
    const word = said?.trim().toLowerCase().replace(/[-_]/g, ' ') ?? ''
    for (const outcome of ['won', 'lost', 'invalid'] as const) if (words[outcome].has(word)) return outcome
  }
  return 'open'
}

/** The leads by customer index, as of the order days' day; of one day the later entry says how a lead stands. */
export function leadsOf(entries: readonly EntryFacts[], days: OrderDays): ReadonlyMap<number, Lead> {
  const leads = new Map<number, Lead>()
  const known = entries.filter(({ kind, knownOn }) => kind === 'lead' && knownOn <= days.asOf)
  for (const { customer, on, knownOn, details } of known.sort((a, b) => a.knownOn - b.knownOn)) {
    const outcome = leadOutcome(details)
    const { openedOn, isDated } = leads.get(customer) ?? openedBy(days, customer, on, knownOn, outcome)
    const closedOn = outcome === 'open' ? null : knownOn
    leads.set(customer, { customer, openedOn, isDated, outcome, closedOn, orderedOn: null })
  }
  for (const [customer, lead] of leads) {
    const orderedOn = firstOrderSince(days, customer, lead.openedOn)
    if (orderedOn !== null) leads.set(customer, { ...lead, outcome: 'won', closedOn: orderedOn, orderedOn })
  }
  return leads
}

/** When a lead was opened by its first row. Of one imported as won it is not known where an order came before. */
function openedBy(days: OrderDays, customer: number, on: Day | null, knownOn: Day, outcome: LeadOutcome) {
  const isDated = on !== null
  const first = firstOrderSince(days, customer, null)
  const wasWon = !isDated && outcome === 'won' && first !== null && first <= knownOn
  return { openedOn: wasWon ? null : knownOn, isDated }
}

function firstOrderSince({ start, day }: OrderDays, customer: number, since: Day | null): Day | null {
  for (let i = start[customer]!; i < start[customer + 1]!; i++) if (since === null || day[i]! >= since) return day[i]!
  return null
}
