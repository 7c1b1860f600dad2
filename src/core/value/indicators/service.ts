import { eachLead } from '../../follow-up/leads/lead.js'
import { isWithin, type Window } from '../aggregate.js'
import { quantile7 } from '../rfm.js'
import { agreedDates, isMeeting } from './agreed-dates.js'
import type { IndicatorBasis } from './basis.js'

/** Service to customers and work on leads in a period; null where nothing happened that a share or median could be of. */
export interface Service {
  readonly ratings: number
  readonly satisfaction: number | null
  readonly complaints: number
  readonly firstResponseDays: number | null
  readonly firstResponseP90Days: number | null
  readonly leadsOpened: number
  readonly leadsWon: number
  readonly leadsLost: number
  readonly conversion: number | null
  readonly salesCycleDays: number | null
  readonly datesAgreed: number
  readonly onTimeRate: number | null
}

/** Satisfaction, complaints, leads and kept dates (ALGORITHMS §8, §10) as far as the ledger tells of them. */
export function serviceOf(basis: IndicatorBasis, window: Window): Service {
  return {
    ...satisfaction(basis, window),
    ...responses(basis, window),
    ...leads(basis, window),
    ...kept(basis, window),
  }
}

/** The mean of the ratings given in the period. */
function satisfaction({ entries, includes }: IndicatorBasis, window: Window) {
  const values = entries.flatMap(({ kind, customer, on, value }) =>
    kind === 'rating' && value !== null && on !== null && isWithin(on, window) && includes(customer) ? [value] : [],
  )
  const sum = values.reduce((total, value) => total + value, 0)
  return { ratings: values.length, satisfaction: values.length > 0 ? sum / values.length : null }
}

/** Complaints opened in the period, and days from each to the first contact with its customer since, where there was one. */
function responses({ entries, includes, contactsOf }: IndicatorBasis, window: Window) {
  const opened = entries.filter(
    ({ kind, customer, on }) => kind === 'complaint' && on !== null && isWithin(on, window) && includes(customer),
  )
  const waited = opened.flatMap(({ customer, on }) => {
    const answer = contactsOf.get(customer)?.find((contact) => isMeeting(contact) && contact.on >= on!)
    return answer === undefined ? [] : [answer.on - on!]
  })
  return {
    complaints: opened.length,
    firstResponseDays: quantileDays(waited, 50),
    firstResponseP90Days: quantileDays(waited, 90),
  }
}

/** Leads won over leads closed; those that were none (invalid) stand outside. */
function leads({ lifecycle, includes }: IndicatorBasis, window: Window) {
  const counts = { leadsOpened: 0, leadsWon: 0, leadsLost: 0 }
  const cycles: number[] = []
  for (const { customer, openedOn, outcome, closedOn, cycleDays } of eachLead(lifecycle.leads)) {
    if (!includes(customer)) continue
    if (openedOn !== null && outcome !== 'invalid' && isWithin(openedOn, window)) counts.leadsOpened++
    if (closedOn === null || !isWithin(closedOn, window)) continue
    if (outcome === 'won') counts.leadsWon++
    if (outcome === 'lost') counts.leadsLost++
    if (cycleDays !== null) cycles.push(cycleDays)
  }
  const closed = counts.leadsWon + counts.leadsLost
  return {
    ...counts,
    conversion: closed > 0 ? counts.leadsWon / closed : null,
    salesCycleDays: quantileDays(cycles, 50),
  }
}

/** Agreed dates of the period that are settled: the only due items whose day the ledger keeps. */
function kept({ contactsOf, includes, asOf }: IndicatorBasis, window: Window) {
  const agreed = [...contactsOf].flatMap(([customer, contacts]) =>
    includes(customer) ? agreedDates(contacts, asOf) : [],
  )
  const settled = agreed.filter(({ dueOn, isKept }) => isWithin(dueOn, window) && isKept !== null)
  const onTime = settled.filter(({ isKept }) => isKept).length
  return { datesAgreed: settled.length, onTimeRate: settled.length > 0 ? onTime / settled.length : null }
}

function quantileDays(days: readonly number[], percent: number): number | null {
  return days.length === 0 ? null : Math.round(quantile7(Float64Array.from(days).sort(), percent))
}
